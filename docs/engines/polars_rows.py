"""Reads rows into polars, typed, and writes them as Parquet.

    alphanode parse --rows posts.ndjson > rows.ndjson
    ALPHANODE=/abs/alphanode python polars_rows.py rows.ndjson rows.parquet
"""

import os
import subprocess
import sys

import polars as pl
import pyarrow as pa

source, out = sys.argv[1:]
schema = subprocess.check_output([os.environ["ALPHANODE"], "schema", "--of", "row", "--for", "arrow"])
columns = pl.from_arrow(pa.ipc.open_stream(schema).read_all()).schema
pl.scan_ndjson(source, schema=columns).sink_parquet(out)
