#!/bin/sh
# html2plaintext 2.1.4: items of a list within a list stand in the text twice, once run together on the line of the
# outer item and once as items of their own; counts and word frequencies of such a text are wrong.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund html2plaintext@2.1.4

cat > run.js <<'JS'
import html2plaintext from "html2plaintext";

console.log(html2plaintext("<ul><li><ul><li>Name: bolt</li><li>Type: part</li></ul></li></ul>"));
JS
got=$(node run.js)
want='- Name: boltType: part
- Name: bolt
- Type: part'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
