#!/bin/sh
# node-html-markdown 2.0.0, read back by marked 16.4.1: two ordered lists in a row become one, since nothing stands
# between them, and a list that starts at 7 starts at 1. Steps 7, 8 and then 1, 2 of another procedure read as 1 to 4.
# Besides, a full stop behind any number gets a backslash, within a line, too: `10.0.0.1\. Next` is an address no more.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund node-html-markdown@2.0.0 marked@16.4.1

cat > run.js <<'JS'
import { NodeHtmlMarkdown } from "node-html-markdown";
import { marked } from "marked";

const markdown = NodeHtmlMarkdown.translate('<ol start="7"><li>drain</li><li>refill</li></ol><ol><li>start</li><li>listen</li></ol>');
console.log(markdown);
console.log(marked.parse(markdown).match(/<ol/g).length, "list");
console.log(NodeHtmlMarkdown.translate("<p>Ask 10.0.0.1. Next is 2.</p>"));
JS
got=$(node run.js)
want='1. drain
2. refill
1. start
2. listen
1 list
Ask 10.0.0.1\. Next is 2.'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
