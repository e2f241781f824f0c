#!/bin/sh
# boilerpy3 1.0.7, ArticleExtractor: of a list of short items within an article the first is left out and the others are
# kept, so that nothing shows the gap; of a definition list the first value goes, and the second keeps its label.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check boilerpy3==1.0.7

cat > run.py <<'PY'
from boilerpy3 import extractors

before = "<p>%s</p>" % ("This sentence of the article is long enough to count as text. " * 4)
after = "<p>%s</p>" % ("Another sentence of the article is long enough to count as text. " * 4)
lists = (
    "<h2>Checklist</h2><ul><li>Run linting</li><li>Run unit tests</li><li>Tag the release</li></ul>",
    "<dl><dt>Width</dt><dd>12 mm</dd><dt>Height</dt><dd>7 mm</dd></dl>",
)
for html in lists:
    text = extractors.ArticleExtractor().get_content("<html><head><title>T</title></head><body><article>%s%s%s</article></body></html>" % (before, html, after))
    print([line for line in text.split("\n") if line and "sentence" not in line])
PY
got=$(env/bin/python -W ignore run.py)
want="['Checklist', 'Run unit tests', 'Tag the release']
['Width', 'Height', '7 mm']"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
