#!/bin/sh
# go-jsonschema 0.24.1: with --struct-name-from-title, a property that is a reference to an object with a title, or null,
# gives Go that does not compile: "errors" is imported, and the code that would use it is left out. Without the flag, the
# same schema gives Go that compiles.
set -eu
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
GOBIN="$dir/bin" GOFLAGS=-modcacherw go install github.com/atombender/go-jsonschema@v0.24.1 2>install.log || { cat install.log; exit 1; }

cat > schema.json <<'JSON'
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Row",
  "type": "object",
  "properties": { "part": { "anyOf": [{ "$ref": "#/$defs/Part" }, { "type": "null" }] } },
  "required": ["part"],
  "$defs": {
    "Part": {
      "title": "Part",
      "type": "object",
      "properties": { "name": { "type": "string" } },
      "required": ["name"]
    }
  }
}
JSON
go mod init example 2>/dev/null
printf 'package main\n\nfunc main() {}\n' > main.go
got=$(for flag in "" --struct-name-from-title; do
  bin/go-jsonschema -p main $flag -o schema.go schema.json
  printf '[%s] %s\n' "$flag" "$(go build -o /dev/null . 2>&1 | tail -1 | sed 's/^[^"]*//')"
done)
want='[] 
[--struct-name-from-title] "errors" imported and not used'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
