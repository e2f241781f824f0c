#!/bin/sh
# hyparquet 1.31.5 reads a struct of Parquet as an object in which a list that is null has no key, while a text that is null
# has one with null; a struct that is null has no key in its row, either. So objects of one column differ in their keys, and
# with rows read one cannot tell a null from a column that is not there. pyarrow 26.0.1 wrote the file, and reads it back.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyarrow==26.0.1
npm init --yes >/dev/null
npm install --silent hyparquet@1.31.5

cat > write.py <<'PY'
import json
import pyarrow as pa
import pyarrow.parquet as pq

kind = pa.struct([("text", pa.string()), ("items", pa.list_(pa.string()))])
rows = [{"text": None, "items": None}, {"text": "a", "items": []}, None]
pq.write_table(pa.table({"block": pa.array(rows, kind)}), "rows.parquet")
print(json.dumps(pq.read_table("rows.parquet").to_pylist()).replace(" ", ""))
PY
cat > read.mjs <<'JS'
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

console.log(JSON.stringify(await parquetReadObjects({ file: await asyncBufferFromFile("rows.parquet") })));
JS
got=$(env/bin/python write.py; node read.mjs)
want='[{"block":{"text":null,"items":null}},{"block":{"text":"a","items":[]}},{"block":null}]
[{"block":{"text":null}},{"block":{"text":"a","items":[]}},{}]'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
