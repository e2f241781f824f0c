#!/bin/sh
# defuddle 0.19.4: a list of short items is left out of an article, in the middle of it, too, unless a heading or a line
# that ends in a colon stands before it, or its items end in full stops. A bold line does not count: `Tools` stays, and
# what it names is gone.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund defuddle@0.19.4 jsdom@29.1.1

cat > run.js <<'JS'
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";

const url = "https://example.org/oil";
const text = `<p>${"It takes an hour and a flat place, and the oil should be warm. ".repeat(5)}</p>`;
const list = "<ul><li>long wrench</li><li>wide pan</li></ul>";
for (const before of ["", "<p><strong>Tools</strong></p>", "<p>Tools:</p>", "<h2>Tools</h2>"]) {
  const html = `<html><head><title>Oil</title></head><body><article><h1>Oil change</h1>${text}${before}${list}${text}</article></body></html>`;
  const { content } = await Defuddle(new JSDOM(html, { url }), url, { markdown: true });
  console.log(before, content.includes("Tools") ? "label" : "no label", content.includes("wrench") ? "items" : "no items");
}
JS
got=$(node run.js | sed 's/^ //')
want='no label no items
<p><strong>Tools</strong></p> label no items
<p>Tools:</p> label items
<h2>Tools</h2> label items'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
