#!/bin/sh
# polars 2.1.0, read_ndjson and scan_ndjson: a key that comes up first behind row 100 is no column, and its values are gone
# without a word; so is a key of an object within a column. A number of another kind there is an error, as one would expect.
# infer_schema_length=None keeps it. duckdb 2.0.1, whose sample is 20,480 rows, ends with an error that names the key. Of two
# equal keys in an object polars takes the first, where json of Python, pandas and jq take the last.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1

cat > run.py <<'PY'
import json

import duckdb
import polars as pl

def write(lines):
    with open("rows.ndjson", "w") as file:
        file.write("\n".join(lines) + "\n")

write(['{"id": 1, "box": {"size": 1}}'] * 100 + ['{"id": 2, "box": {"size": 1, "colour": "red"}, "note": "late"}'])
print(pl.read_ndjson("rows.ndjson").tail(1).to_dicts())
print(pl.scan_ndjson("rows.ndjson").collect().tail(1).to_dicts())
print(pl.read_ndjson("rows.ndjson", infer_schema_length=None).tail(1).to_dicts())
write(['{"id": 1}'] * 20480 + ['{"id": 2, "note": "late"}'])
try:
    print(duckdb.sql("select * from read_ndjson('rows.ndjson')").fetchall()[-1])
except duckdb.Error as error:
    print("unknown key" in str(error) and "duckdb: unknown key")
write(['{"id": 1, "id": 2}'])
print(pl.read_ndjson("rows.ndjson").to_dicts(), json.loads('{"id": 1, "id": 2}'))
PY
got=$(env/bin/python run.py)
want="[{'id': 2, 'box': {'size': 1}}]
[{'id': 2, 'box': {'size': 1}}]
[{'id': 2, 'box': {'size': 1, 'colour': 'red'}, 'note': 'late'}]
duckdb: unknown key
[{'id': 1}] {'id': 2}"

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
