#!/bin/sh
# resiliparse 2.0.1 (and 0.14.9, 0.16.0, 1.1.0), extract_plain_text(main_content=True): whether a bulleted list of an article is
# kept depends on how deep it stands. With fewer than three elements between `body` and `ul` it is left out and its
# heading stays, whatever the elements are, `article` included; one more `div` around all, and the list is there. `ol` is
# kept at any depth. A simple page loses its lists, a theme with wrappers does not.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check resiliparse==2.0.1

cat > run.py <<'PY'
from resiliparse.extract.html2text import extract_plain_text

content = "<h1>Oil change</h1><p>%s</p><h2>Checklist</h2><ul><li>Warm up the engine</li><li>Drain the oil</li></ul>" % (
    "It takes an hour and a flat place, and the oil should be warm. " * 3)
pages = {
    "article": "<article>%s</article>" % content,
    "article div": "<article><div>%s</div></article>" % content,
    "main article div": "<main><article><div>%s</div></article></main>" % content,
    "article, ol": "<article>%s</article>" % content.replace("ul>", "ol>"),
}
for name, html in pages.items():
    text = extract_plain_text("<html><body>%s</body></html>" % html, main_content=True)
    print(name + ":", "heading" if "Checklist" in text else "no heading,", "and items" if "Drain the oil" in text else "and no items")
PY
got=$(env/bin/python run.py)
want='article: heading and no items
article div: heading and no items
main article div: heading and items
article, ol: heading and items'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
