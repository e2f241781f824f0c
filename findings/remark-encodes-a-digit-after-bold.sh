#!/bin/sh
# rehype-remark 10.0.1 with remark-stringify 11.0.0: a number that stands right behind a bold label loses its first
# digit to a character reference. `<strong>Cost:</strong>12 EUR` becomes `**Cost:**&#x31;2 EUR`. It is right for a reader
# of Markdown, but whoever searches or stores the text for 12 finds 2, and for a label without the colon nothing of it
# happens: `**Cost**12 EUR`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0

cat > run.js <<'JS'
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const toMarkdown = unified().use(rehypeParse).use(rehypeRemark).use(remarkStringify);
for (const html of ["<p><strong>Cost:</strong>12 EUR</p>", "<p><strong>Cost</strong>12 EUR</p>"]) {
  console.log(String(await toMarkdown.process(html)).trim());
}
JS
got=$(node run.js)
want='**Cost:**&#x31;2 EUR
**Cost**12 EUR'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
