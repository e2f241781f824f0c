#!/bin/sh
# happy-dom 21.0.4, innerText: `br` gives no line end, though the HTML standard asks for one, list items, rows and cells
# stand without anything between them, and the first line end of `pre` is lost. Values run together: `12<br>50` is 1250. Paragraphs are kept apart, so that
# a first look shows nothing. A test that passes in it says little of a browser; for text walk the nodes by hand.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund happy-dom@21.0.4

cat > run.js <<'JS'
import { Window } from "happy-dom";

const window = new Window();
for (const html of [
  "<p>12<br>50</p>",
  "<ul><li>12</li><li>50</li></ul>",
  "<table><tr><td>12</td><td>50</td></tr><tr><td>7</td></tr></table>",
  "<pre>a\n  b\nc</pre>",
  "<p>12</p><p>50</p>",
]) {
  window.document.body.innerHTML = html;
  console.log(JSON.stringify(window.document.body.innerText));
}
await window.happyDOM.close();
JS
got=$(node run.js)
want='"1250"
"1250"
"12507"
"a  b\nc"
"12\n50"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
