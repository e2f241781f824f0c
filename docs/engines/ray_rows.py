"""Parses posts with Ray Data: one parser an actor, typed rows out, as Parquet.

    ALPHANODE=/abs/alphanode python ray_rows.py posts.ndjson out
"""

import io
import json
import os
import subprocess
import sys

import pyarrow as pa
import ray
from pyarrow import json as arrow_json

ALPHANODE = os.environ["ALPHANODE"]
POSTS = pa.schema([("id", pa.string()), ("text", pa.string())])


class Parser:
    """Gives the rows of a batch. A parser that fails, fails the job."""

    def __init__(self):
        schema = subprocess.check_output([ALPHANODE, "schema", "--of", "row", "--for", "arrow"])
        self.schema = pa.ipc.open_stream(schema).schema

    def __call__(self, posts):
        lines = "".join(json.dumps(post) + "\n" for post in posts.to_pylist()).encode()
        command = [ALPHANODE, "parse", "--rows", "--quiet", "--fail-on", "never", "-"]
        rows = subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True).stdout
        table = arrow_json.read_json(
            io.BytesIO(rows),
            read_options=arrow_json.ReadOptions(block_size=max(len(rows), 1)),
            parse_options=arrow_json.ParseOptions(explicit_schema=self.schema),
        )
        if len(table) != len(posts):
            raise RuntimeError(f"{len(posts)} posts gave {len(table)} rows")
        return table


source, out = sys.argv[1:]
posts = ray.data.read_json(
    source,
    file_extensions=None,  # .ndjson is not among them
    parse_options=arrow_json.ParseOptions(explicit_schema=POSTS, unexpected_field_behavior="ignore"),
)
# Half a core each, so that readers find one, too: on two cores, two actors would wait for ever.
posts.map_batches(
    Parser, batch_format="pyarrow", batch_size=2_000, concurrency=2, num_cpus=0.5
).write_parquet(out)
