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
