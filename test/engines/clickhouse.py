"""Reads rows into ClickHouse (chdb), typed, and writes them as Parquet.

    ALPHANODE=/abs/alphanode python clickhouse.py rows.ndjson rows.parquet
"""

import os
import subprocess
import sys

import chdb

source, out = sys.argv[1:]
columns = subprocess.check_output(
    [os.environ["ALPHANODE"], "schema", "--of", "row", "--for", "clickhouse"], text=True
).strip()
columns = columns.replace("\\", "\\\\").replace("'", "\\'")
chdb.query(f"insert into function file('{out}', 'Parquet') select * from file('{source}', 'JSONEachRow', '{columns}')")
# An insert says nothing where the disk is full.
count = f"select count() from file('{out}', 'Parquet')"
if str(chdb.query(count)) != str(chdb.query(f"select count() from file('{source}', 'LineAsString')")):
    sys.exit(f"not all could be written to {out}")
