"""Reads rows into pandas, typed by Arrow, and writes them as Parquet.

    alphanode parse --rows posts.ndjson > rows.ndjson
    ALPHANODE=/abs/alphanode python pandas_rows.py rows.ndjson rows.parquet
"""

import os
import subprocess
import sys

import pandas as pd
import pyarrow as pa
from pyarrow import json

source, out = sys.argv[1:]
schema = subprocess.check_output([os.environ["ALPHANODE"], "schema", "--of", "row", "--for", "arrow"])
rows = json.read_json(
    source,
    read_options=json.ReadOptions(block_size=1 << 26),  # a row may be longer than a block of the default size
    parse_options=json.ParseOptions(
        explicit_schema=pa.ipc.open_stream(schema).schema, unexpected_field_behavior="error"
    ),
).to_pandas(types_mapper=pd.ArrowDtype)
rows.to_parquet(out)
