"""Parses posts on Spark: one parser a task, typed rows out, as Parquet that is partitioned by difficulty.

    ALPHANODE=/abs/alphanode spark-submit spark.py posts.ndjson out
"""

import json
import os
import subprocess
import sys
import threading

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

ALPHANODE = os.environ["ALPHANODE"]  # absolute, since workers have a PATH of their own
COLUMNS = "id string, text string"


def parse(batches):
    """Gives the row of each post. Where the parser ends before its input does, the task fails."""
    parser = subprocess.Popen(
        [ALPHANODE, "parse", "--rows", "--quiet", "--fail-on", "never", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    def feed(lines):
        try:
            parser.stdin.write(lines)
            parser.stdin.flush()
        except BrokenPipeError:
            pass  # the row that is missing tells

    for batch in batches:
        posts = batch.to_pylist()
        lines = "".join(json.dumps(post) + "\n" for post in posts).encode()
        # Who writes and does not read waits for ever, once the pipe is full.
        writer = threading.Thread(target=feed, args=(lines,))
        writer.start()
        rows = []
        for post in posts:
            row = parser.stdout.readline()
            if not row.endswith(b"\n"):
                raise RuntimeError(f"the parser ended with {parser.wait()} at post {post['id']}")
            rows.append(row[:-1].decode())
        writer.join()
        yield pa.RecordBatch.from_arrays([pa.array(rows, pa.string())], ["row"])
    parser.stdin.close()
    if parser.wait() != 0:
        raise RuntimeError(f"the parser ended with {parser.returncode}")


if __name__ == "__main__":
    source, out = sys.argv[1:]
    spark = SparkSession.builder.getOrCreate()
    columns = subprocess.check_output([ALPHANODE, "schema", "--of", "row", "--for", "spark"], text=True)
    posts = spark.read.json(source, schema=COLUMNS)
    rows = posts.mapInArrow(parse, "row string").select(F.from_json("row", columns).alias("row")).select("row.*")
    rows.withColumn("difficulty", F.col("post.meta.difficulty")).write.partitionBy("difficulty").parquet(out)
    spark.stop()
