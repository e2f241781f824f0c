"""Reads rows into DuckDB, typed, and writes them as Parquet.

    alphanode parse --rows posts.ndjson > rows.ndjson
    ALPHANODE=/abs/alphanode python duckdb_rows.py rows.ndjson rows.parquet
"""

import os
import subprocess
import sys

import duckdb

source, out = sys.argv[1:]
schema = [os.environ["ALPHANODE"], "schema", "--of", "row", "--for", "duckdb"]
columns = subprocess.check_output(schema, text=True)
duckdb.sql(f"""
    create view rows as
    select * from read_json('{source}', format = 'newline_delimited', columns = {columns}, maximum_object_size = 67108864)
""")
duckdb.sql(f"copy rows to '{out}' (format parquet, compression zstd)")
