#!/bin/sh
# trafilatura 2.3.1: a table cell that holds a list comes out empty, its row stays: `| Parts |  |`. Text in a paragraph of
# a cell is kept, and so is the list outside of a table. With favor_recall the items are there, without a sign between.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6

cat > run.py <<'PY'
import trafilatura

page = "<body><article><h1>Repair</h1><p>%s</p><table><tr><th>Parts</th><td><ul><li>long bolt</li><li>nut</li></ul></td></tr><tr><th>Price</th><td><p>3 EUR</p></td></tr></table><p>%s</p></article></body>" % (
    "This sentence of the article is long enough to count as text. " * 4, "Another sentence of the article is long enough to count. " * 4)
for options in ({}, {"favor_recall": True}):
    for line in trafilatura.extract(page, **options).split("\n"):
        if line.startswith("| "):
            print(line.strip())
PY
got=$(env/bin/python -W ignore run.py)
want="| Parts |  |
| Price | 3 EUR |
| Parts | long bolt nut |
| Price | 3 EUR |"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
