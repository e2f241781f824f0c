#!/bin/sh
# Parcel 2.16.4 with zod 4.6.7: a production bundle of `import { z } from "zod"` throws when it is loaded, since the namespace
# that zod exports as `z` is asked for and never made; `import * as z from "zod"` of the same program runs.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund parcel@2.16.4 zod@4.6.7

for import in '{ z }' '* as z'; do
  printf 'import %s from "zod";\nconsole.log(z.object({ a: z.string() }).safeParse({ a: 1 }).success);\n' "$import" > entry.js
  npx parcel build entry.js --dist-dir out --cache-dir cache --no-source-maps > /dev/null 2>&1
  printf '%s: ' "$import"
  node out/entry.js 2>&1 | grep -E '^false$|ReferenceError' | sed 's/\$[0-9a-f]*\$/$…$/'
done > got
got=$(cat got)
want='{ z }: ReferenceError: $…$exports is not defined
* as z: false'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
