#!/bin/sh
# trafilatura 2.3.1 with htmldate 1.11.0: where a page has no date of its own, the front matter of with_metadata gets one
# that stands in a list of facts, such as the day of a last calibration. Nothing tells it from a date of publication.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 htmldate==1.11.0 lxml==6.1.3 lxml_html_clean==0.4.6

cat > run.py <<'PY'
import trafilatura

page = "<html><head><title>Scales</title></head><body><article><h1>Kitchen scales</h1><p>%s</p><ul><li>Last Calibrated: 2019-11-30</li><li>Range: 5 kg</li></ul></article></body></html>" % (
    "They stand beside the bread and are used every day of the week. " * 4)
text = trafilatura.extract(page, output_format="markdown", with_metadata=True)
print("\n".join(line for line in text.split("\n") if line.startswith(("title", "date"))))
PY
got=$(env/bin/python -W ignore run.py)
want='title: Kitchen scales
date: "2019-11-30"'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
