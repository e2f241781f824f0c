#!/bin/sh
# zod 4.6.7 with ajv 8.17.1: z.toJSONSchema writes the pattern of a regular expression without its flags and without a word of that, so
# that the JSON Schema refuses what the zod schema takes (`i`, `s`, `m`),
# and cannot be compiled at all where the pattern needs `v`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund zod@4.6.7 ajv@8.17.1

cat > ask.js <<'JS'
import Ajv from "ajv/dist/2020.js";
import * as z from "zod";

const ASKED = [
  [/^[a-z]{2}-\d$/i, "AB-1"],
  [/^a.b$/s, "a\nb"],
  [/^b$/m, "a\nb"],
  [/^[\p{Lu}--[A-Z]]$/v, "É"],
];
for (const [pattern, text] of ASKED) {
  const schema = z.string().regex(pattern);
  const json = z.toJSONSchema(schema);
  const keys = Object.keys(json).filter((key) => key !== "$schema");
  let answer;
  try {
    answer = new Ajv().compile(json)(text);
  } catch (error) {
    answer = error.name;
  }
  console.log(pattern.flags, keys.join(" "), "zod:", schema.safeParse(text).success, "ajv:", answer);
}
JS
got=$(node ask.js)
want='i type pattern zod: true ajv: false
s type pattern zod: true ajv: false
m type pattern zod: true ajv: false
v type pattern zod: true ajv: SyntaxError'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
