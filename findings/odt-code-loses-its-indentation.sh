#!/bin/sh
# Code in an .odt has its indentation as `text:s`, the element that OpenDocument has for several spaces. pandoc 3.9
# (pypandoc_binary 1.17) writes it so and, reading the same file, drops it: each line is a paragraph that begins at the margin,
# and Python code has lost its meaning. odt2txt 0.5 drops it, too. From the .docx of the same code, pandoc reads all of it.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
apt-get download -qq odt2txt=0.5-7 >/dev/null 2>&1
dpkg -x odt2txt_*.deb .

cat > run.py <<'PY'
import pypandoc

for kind in ("odt", "docx"):
    pypandoc.convert_text("<pre><code>for a in b:\n    go(a)</code></pre>", kind, format="html", outputfile="code." + kind)
    print(kind, repr(pypandoc.convert_file("code." + kind, "plain").strip("\n")))
PY
got=$(env/bin/python run.py; unzip -p code.odt content.xml | grep -o '<text:s [^>]*>'; usr/bin/odt2txt.odt2txt --encoding=utf-8 code.odt | grep go)
want="odt 'for a in b:\\n\\ngo(a)'
docx '    for a in b:\\n        go(a)'
<text:s text:c=\"4\" />
go(a)"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
