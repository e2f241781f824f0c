"""Finds near copies on Spark: sketches by the library, brought together by Spark, clusters of ids out, as Parquet.

    ALPHANODE=/abs/alphanode spark-submit spark_copies.py posts.ndjson out
"""

import json
import os
import shlex
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

ALPHANODE = os.environ["ALPHANODE"]  # absolute, since workers have a PATH of their own


def alphanode(lines, *arguments):
    """The lines that the command gives for lines. Where it ends with any status but 0, the task fails."""
    return lines.pipe(shlex.join([ALPHANODE, *arguments, "-"]), env=dict(os.environ), checkCode=True)


def connected(found):
    """Joins what hangs together: gives each id the least id that it is linked with, over however many clusters."""
    members = found.select(F.col("ids")[0].alias("cluster"), F.explode("ids").alias("id"))
    labels = members.groupBy("id").agg(F.min("cluster").alias("label")).localCheckpoint()
    while True:
        linked = members.join(labels, "id").groupBy("cluster").agg(F.min("label").alias("least"))
        lower = members.join(linked, "cluster").groupBy("id").agg(F.min("least").alias("label"))
        changed = lower.join(labels.withColumnRenamed("label", "before"), "id").where("label < before")
        lower = lower.localCheckpoint()
        if changed.isEmpty():
            return lower
        labels = lower


if __name__ == "__main__":
    source, out = sys.argv[1:]
    spark = SparkSession.builder.getOrCreate()
    texts = spark.sparkContext.textFile(source)
    sketched = alphanode(texts, "parse", "--rows", "--sketch", "--quiet", "--fail-on", "never").map(
        lambda row: {"id": (post := json.loads(row))["id"], **post["sketch"]}
    )
    sketches = spark.createDataFrame(sketched, "id string, blocks array<string>, features string")
    sketches = sketches.where("id is not null").persist()  # what has no id can be in no cluster; its row says so
    blocks = sketches.select(F.explode("blocks").alias("block"), "id")
    # Most blocks hold one post: only what shares one is moved with its features.
    shared = blocks.groupBy("block").count().where("count > 1").select("block")
    members = blocks.join(shared, "block").join(sketches.select("id", "features"), "id")
    members = members.repartition("block").sortWithinPartitions("block")
    lines = members.select(F.to_json(F.struct("block", "id", "features"))).rdd.map(lambda row: row[0])
    found = spark.read.json(alphanode(lines, "duplicates", "--blocks"), "ids array<string>").persist()
    connected(found).withColumnRenamed("label", "cluster").write.parquet(out)
    spark.stop()
