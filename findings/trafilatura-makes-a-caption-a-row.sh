#!/bin/sh
# trafilatura 2.3.1: the caption of a table comes out as its first row, over the delimiter of Markdown, so that readers take
# it for the labels of the columns; and since each row has a `th`, a delimiter stands below each, which Markdown has no
# meaning for. Nothing in the text tells the caption from a row.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6

cat > run.py <<'PY'
import trafilatura

page = "<body><article><h1>Bolts</h1><p>%s</p><table><caption>Sizes in millimetres</caption><tr><th>Width</th><td>12</td></tr><tr><th>Height</th><td>7</td></tr></table><p>%s</p></article></body>" % (
    "This sentence of the article is long enough to count as text. " * 4, "Another sentence of the article is long enough to count. " * 4)
for options in ({}, {"output_format": "markdown"}):
    print([line.strip() for line in trafilatura.extract(page, **options).split("\n") if line.startswith("|")])
PY
got=$(env/bin/python -W ignore run.py)
row="['| Sizes in millimetres |  |', '|---|---|', '| Width | 12 |', '|---|---|', '| Height | 7 |']"
want="$row
$row"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
