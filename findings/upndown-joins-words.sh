#!/bin/sh
# upndown 2.1.0: the space behind an element that it has no Markdown for is dropped, and where text stands before such an
# element, a line end is put in. `<span>Height</span> <span>7</span> mm` is `Height7mm`, and `12<span>50</span>` two lines.
# Between bold words and links the spaces stay, so that it shows only where a page has spans, keys or powers of ten.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund upndown@2.1.0

cat > run.js <<'JS'
import Upndown from "upndown";

for (const html of ["<span>Height</span> <span>7</span> mm", "Press <kbd>Ctrl</kbd> <kbd>S</kbd> twice", "10<sup>6</sup> and 12<span>50</span>", "<b>Height</b> <b>7</b> mm"]) {
  new Upndown().convert("<p>" + html + "</p>", (_error, markdown) => console.log(JSON.stringify(markdown)));
}
JS
got=$(node run.js)
want='"Height7mm"
"Press \nCtrlStwice"
"10\n6and 12\n50"
"**Height** **7** mm"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
