#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17) and 2.17.1.1, writer of Markua: a paragraph that begins with a number and a full stop or a
# bracket loses it, without a warning: `7. July was hot` comes out as `July was hot`. Step numbers typed by hand, dates and years
# are gone. The writer of GFM keeps each with a backslash. `7.5 mm` stays, and so does a number in bold.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat > run.py <<'PY'
import pypandoc

for html in ("<p>7. July was hot</p>", "<p>1987. A good year</p>", "<p>(2) Drain it</p>", "<p>7.5 mm</p>"):
    print(*(pypandoc.convert_text(html, to, format="html").strip() for to in ("markua", "gfm")), sep=" | ")
PY
got=$(env/bin/python run.py)
want='July was hot | 7\. July was hot
A good year | 1987\. A good year
Drain it | \(2\) Drain it
7.5 mm | 7.5 mm'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
