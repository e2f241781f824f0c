#!/bin/sh
# turndown 7.2.5, node-html-markdown 2.0.0 and markdownify 1.2.3 write `<strong>Cost:</strong>12 EUR` as `**Cost:**12 EUR`,
# which no reader of CommonMark reads as bold (two asterisks between a colon and a digit close nothing): marked 16.4.1
# shows the asterisks. Where a space stands in the HTML behind the label, or the colon outside, it is bold.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 marked@16.4.1
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check markdownify==1.2.3

cat > run.js <<'JS'
import { marked } from "marked";
import { NodeHtmlMarkdown } from "node-html-markdown";
import Turndown from "turndown";

const html = "<p><strong>Cost:</strong>12 EUR</p>";
const markdownify = process.argv[2];
for (const markdown of [new Turndown().turndown(html), NodeHtmlMarkdown.translate(html), markdownify]) {
  console.log(markdown, "->", marked.parse(markdown).trim());
}
JS
markdownify=$(env/bin/python -c 'from markdownify import markdownify; print(markdownify("<p><strong>Cost:</strong>12 EUR</p>").strip())')
got=$(node run.js "$markdownify")
want='**Cost:**12 EUR -> <p>**Cost:**12 EUR</p>
**Cost:**12 EUR -> <p>**Cost:**12 EUR</p>
**Cost:**12 EUR -> <p>**Cost:**12 EUR</p>'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
