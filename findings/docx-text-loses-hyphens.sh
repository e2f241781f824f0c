#!/bin/sh
# A hyphen at which no line may end is an element in a .docx, `w:noBreakHyphen`; Word and LibreOffice write it for the one that
# a web page has as U+2011, in numbers above all. docx2txt 0.9 and docx2python 3.7.1 drop it: pages 2-4 are 24, and a telephone
# number is another. python-docx 1.2.0 gives a hyphen for it, and mammoth 1.13.0 U+2011. mammoth's raw text drops the line end
# within a paragraph (`w:br`) instead: two lines, 12 and 50, are 1250; its HTML keeps them apart.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0

cat > run.py <<'PY'
import docx
import docx2txt
import mammoth
from docx2python import docx2python
from docx.oxml import OxmlElement

document = docx.Document()
run = document.add_paragraph().add_run("Pages 2")
run._r.append(OxmlElement("w:noBreakHyphen"))
run.add_text("4")
lines = document.add_paragraph().add_run("12")
lines.add_break()
lines.add_text("50")
document.save("text.docx")

texts = {
    "docx2txt": docx2txt.process("text.docx"),
    "docx2python": docx2python("text.docx").text,
    "python-docx": "\n".join(paragraph.text for paragraph in docx.Document("text.docx").paragraphs),
    "mammoth": mammoth.extract_raw_text(open("text.docx", "rb")).value,
}
for name, text in texts.items():
    print(name, [line for line in text.replace("\u2011", "U+2011").split("\n") if line])
PY
got=$(env/bin/python run.py)
want="docx2txt ['Pages 24', '12', '50']
docx2python ['Pages 24', '12', '50']
python-docx ['Pages 2-4', '12', '50']
mammoth ['Pages 2U+20114', '1250']"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
