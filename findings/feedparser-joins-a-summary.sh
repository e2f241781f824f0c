#!/bin/sh
# feedparser 6.0.14: of the content of an entry, `details` is kept and its `summary` is not, since only the one is on its list of
# elements that do no harm. The text of the summary stays, without a space: `Price12 EUR`. `ruby` and `rt` go the same
# way, so that a reading aid is part of its word, and a list loses `reversed`, by which it counts down. `feedparser.parse(feed, sanitize_html=False)` leaves all as it is.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.14

cat > run.py <<'PY'
import feedparser

feed = '<rss version="2.0"><channel><title>t</title><item><description><![CDATA[%s]]></description></item></channel></rss>'
for html in ("<details><summary>Price</summary>12 EUR</details>", "<p><ruby>word<rt>aid</rt></ruby></p>", "<ol reversed><li>last</li></ol>"):
    for options in ({}, {"sanitize_html": False}):
        print(feedparser.parse(feed % html, **options).entries[0].summary)
PY
got=$(env/bin/python run.py)
want='<details>Price12 EUR</details>
<details><summary>Price</summary>12 EUR</details>
<p>wordaid</p>
<p><ruby>word<rt>aid</rt></ruby></p>
<ol><li>last</li></ol>
<ol reversed="reversed"><li>last</li></ol>'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
