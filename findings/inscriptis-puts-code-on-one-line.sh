#!/bin/sh
# inscriptis 2.7.6: `pre` keeps its lines, `pre` with `code` in it, as nearly every page writes it, does not: the inner
# element brings back normal white space. Python code comes out on one line, and nobody can put it back. Besides, all of
# a definition list is one line without a space between: `Width12 mmHeight7 mm`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check inscriptis==2.7.6

cat > run.py <<'PY'
from inscriptis import get_text

for html in (
    "<pre>for a in b:\n    go(a)</pre>",
    "<pre><code>for a in b:\n    go(a)</code></pre>",
    "<dl><dt>Width</dt><dd>12 mm</dd><dt>Height</dt><dd>7 mm</dd></dl>",
):
    print(repr(get_text(html)))
PY
got=$(env/bin/python run.py)
want="'for a in b:\\n    go(a)'
'for a in b: go(a)'
'Width12 mmHeight7 mm'"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
