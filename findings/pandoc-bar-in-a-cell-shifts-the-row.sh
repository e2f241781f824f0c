#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17) and 2.17.1.1, writers of DokuWiki, Jira, Org and XWiki: a bar within a cell (`bolt|nut`) is
# written as it is, and is a border of cells to whoever reads it. What stands behind it moves one column on, without a warning.
# Read back by pandoc, the count is in a third column, or gone, since a row has the columns of its head. The writers of
# Textile and Muse escape the bar.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat > run.py <<'PY'
import pypandoc

html = "<table><tr><th>Part</th><th>Count</th></tr><tr><td>bolt|nut</td><td>3</td></tr></table>"
for wiki in ("dokuwiki", "jira", "org", "xwiki", "textile", "muse"):
    text = pypandoc.convert_text(html, wiki, format="html")
    print(wiki + ":", next(line for line in text.split("\n") if "bolt" in line).strip())
    if wiki != "xwiki":  # which pandoc does not read
        row = pypandoc.convert_text(text, "html", format=wiki).split("<tbody>")[1]
        print("  ", row.count("<td"), "cells,", "with the count" if ">3<" in row else "without the count")
PY
got=$(env/bin/python run.py)
want='dokuwiki: |bolt|nut|3    |
   2 cells, without the count
jira: | bolt|nut | 3 |
   3 cells, with the count
org: | bolt|nut | 3     |
   2 cells, without the count
xwiki: |bolt|nut |3
textile: |bolt&#124;nut|3|
   2 cells, with the count
muse: <verbatim>bolt|nut</verbatim> |  3
   2 cells, with the count'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
