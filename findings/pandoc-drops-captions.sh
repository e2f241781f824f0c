#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17), writers of XWiki, Jira and MediaWiki: the caption of a figure of HTML is dropped, with an
# alternative text and without one, and nothing warns of it. Version 2.17.1.1 wrote the caption where the alternative text
# stands now. The writers of DokuWiki and Textile keep both.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat > run.py <<'PY'
import pypandoc

html = '<figure><img src="pan.png" alt="A wide pan"><figcaption>Drain it slowly</figcaption></figure>'
for wiki in ("xwiki", "jira", "mediawiki", "dokuwiki", "textile"):
    text = pypandoc.convert_text(html, wiki, format="html")
    print(wiki + ":", "caption" if "Drain it slowly" in text else "no caption")
bare = pypandoc.convert_text(html.replace("A wide pan", ""), "xwiki", format="html")
print("xwiki without alt:", "caption" if "Drain it slowly" in bare else "no caption")
PY
got=$(env/bin/python -W ignore run.py)
want='xwiki: no caption
jira: no caption
mediawiki: no caption
dokuwiki: caption
textile: caption
xwiki without alt: no caption'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
