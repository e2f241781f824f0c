#!/bin/sh
# chdb 4.4.0 (ClickHouse in Python): "insert into function file" and "into outfile" say nothing where the disk is full. The
# call returns as if all rows were written, in each format; pyarrow 26.0.1 raises an error at the same file.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check chdb==4.4.0 pyarrow==26.0.1

cat > write.py <<'PY'
import chdb
import pyarrow as pa
import pyarrow.csv

rows = "select number from numbers(1000000)"
for query in (
    f"insert into function file('/dev/full', 'Parquet') {rows}",
    f"insert into function file('/dev/full', 'CSV') {rows}",
    f"{rows} into outfile '/dev/full' truncate format CSV",
):
    try:
        chdb.query(query)
        print("success")
    except Exception as error:
        print(type(error).__name__)
try:
    pyarrow.csv.write_csv(pa.table({"number": range(1000000)}), "/dev/full")
    print("success")
except OSError as error:
    print(type(error).__name__)
PY
got=$(env/bin/python write.py)
want='success
success
success
OSError'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
