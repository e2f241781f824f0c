#!/bin/sh
# node-html-parser 9.0.7: `structuredText`, the text with the line ends of blocks, gives the tags within `pre` as text, for
# `pre` is not parsed by default, but decodes the entities there: `<code>if a < b`, and nobody can tell tag from text.
# All lines of the code become one, also where blockTextElements has it parsed.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund node-html-parser@9.0.7

cat > run.js <<'JS'
import { parse } from "node-html-parser";

const html = "<p>Run:</p><pre><code>if a &lt; b\n  go</code></pre>";
console.log(JSON.stringify(parse(html).structuredText));
console.log(JSON.stringify(parse(html, { blockTextElements: { script: true, style: true } }).structuredText));
JS
got=$(node run.js)
want='"Run:\n<code>if a < b go</code>"
"Run:\nif a < b go"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
