#!/bin/sh
# showdown 2.1.0, makeMarkdown: of a table without `thead`, as the table block of WordPress writes it unless a head is asked
# for, nothing is left but bars. A paragraph or a list in a cell makes it empty, also where there is a head, and a list
# within a list is text of its item: `- a- b`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund showdown@2.1.0 jsdom@29.1.1

cat > run.js <<'JS'
import { JSDOM } from "jsdom";
import showdown from "showdown";

const converter = new showdown.Converter({ tables: true });
for (const html of [
  "<table><tbody><tr><td>Width</td><td>12 mm</td></tr><tr><td>Height</td><td>7 mm</td></tr></tbody></table>",
  "<table><thead><tr><th>Part</th></tr></thead><tbody><tr><td><ul><li>nut</li></ul></td></tr><tr><td><p>bolt</p></td></tr></tbody></table>",
  "<ul><li>a<ul><li>b</li></ul></li></ul>",
]) {
  console.log(converter.makeMarkdown(html, new JSDOM("").window.document).replace(/\s*<!-- -->\s*/g, "").trim());
}
JS
got=$(node run.js)
want='|  |
|  |
|  |
|  |
| Part |
| ---- |
|      |
|      |
- a- b'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
