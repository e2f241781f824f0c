#!/bin/sh
# html-to-md 0.8.8 read back by marked 16.4.1: a table whose rows have a `th` and a `td`, as every table of facts has
# them, gets an empty head of one column (`||`, `|---|`). A reader of GFM drops what rows have beyond their head: of
# each row the label is left, and all values are gone.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund html-to-md@0.8.8 marked@16.4.1

cat > run.js <<'JS'
import convert from "html-to-md";
import { marked } from "marked";

const markdown = convert("<table><tr><th>Width</th><td>12 mm</td></tr><tr><th>Height</th><td>7 mm</td></tr></table>");
console.log(markdown);
console.log(marked.parse(markdown).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim());
JS
got=$(node run.js)
want='||
|---|
|Width|12 mm|
|Height|7 mm|
Width Height'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
