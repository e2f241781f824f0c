#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17) and 2.17.1.1, writer of ZimWiki: a table without a head has its first row twice, as a head and as
# a row; sums and counts of such a table are wrong. Two values of one term in a definition list are written without anything
# between them: `Lid`, `7 mm`, `8 mm` become `7 mm8 mm`. The writer of DokuWiki does neither.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat > run.py <<'PY'
import pypandoc

for html in (
    "<table><tr><td>Width</td><td>12 mm</td></tr><tr><td>Height</td><td>7 mm</td></tr></table>",
    "<dl><dt>Lid</dt><dd>7 mm</dd><dd>8 mm</dd></dl>",
):
    for wiki in ("zimwiki", "dokuwiki"):
        print(pypandoc.convert_text(html, wiki, format="html").strip())
PY
got=$(env/bin/python run.py)
want='|Width |12 mm|
|------|-----|
|Width |12 mm|
|Height|7 mm |
|Width |12 mm|
|Height|7 mm |
* **Lid** 7 mm8 mm
* **Lid** 7 mm; 8 mm'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
