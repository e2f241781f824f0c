#!/bin/sh
# quill-delta-from-html 1.0.6: the lines of a code block are run together without a space, and where it is `pre` with `code` in
# it, as nearly every page has it, the inner tag is text: `<code>for a in b:go(a)</code>`. Paragraphs in a row are run
# together as well, on their own, in a list item and in a quotation: 12 and 50 are 1250. Behind a heading all is well.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund quill-delta-from-html@1.0.6

cat > run.js <<'JS'
import { HtmlToDelta } from "quill-delta-from-html";

for (const html of ["<pre><code>for a in b:\n    go(a)</code></pre>", "<pre>for a in b:\n    go(a)</pre>", "<ul><li><p>12</p><p>50</p></li></ul>", "<blockquote><p>12</p><p>50</p></blockquote>", "<p>12</p>\n<p>50</p>", "<h2>12</h2><p>50</p>"]) {
  console.log(JSON.stringify(new HtmlToDelta().convert(html).ops.map(({ insert }) => insert).join("").trim()));
}
JS
got=$(node run.js)
want='"<code>for a in b:go(a)</code>"
"for a in b:go(a)"
"1250"
"1250"
"1250"
"12\n50"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
