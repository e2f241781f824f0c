#!/bin/sh
# rss-parser 3.13.0, contentSnippet and content:encodedSnippet, the text of an item: between lines of one character every
# other line end is lost, since the one character counts as the end of the gap before it, and so not as the beginning of the
# next: `1<br>2<br>3<br>4` is 1, 23 and 4. With two characters a line each is kept. Cells and definitions have no sign between
# them at all: `Width12 mm`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0

cat > run.js <<'JS'
import Parser from "rss-parser";

for (const html of ["1<br>2<br>3<br>4", "10<br>20<br>30<br>40", "<p>Score</p>7<p>of</p>9<p>points</p>", "<dl><dt>Width</dt><dd>12 mm</dd></dl>"]) {
  const feed = '<rss version="2.0"><channel><title>t</title><item><description><![CDATA[' + html + "]]></description></item></channel></rss>";
  const { items } = await new Parser().parseString(feed);
  console.log(JSON.stringify(items[0].contentSnippet));
}
JS
got=$(node run.js)
want='"1\n23\n4"
"10\n20\n30\n40"
"Score\n7of\n9points"
"Width12 mm"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
