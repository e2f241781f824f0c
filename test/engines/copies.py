"""Compares the clusters of near copies that Spark wrote with those of the command: the pairs within them.

    python copies.py clusters.json written
"""

import collections
import itertools
import json
import sys

import pyarrow.dataset as ds

clusters_file, written_folder = sys.argv[1:]


def pairs(clusters):
    return {pair for ids in clusters for pair in itertools.combinations(sorted(ids), 2)}


written = collections.defaultdict(list)
for row in ds.dataset(written_folder, format="parquet").to_table().to_pylist():
    written[row["cluster"]].append(row["id"])
ours, theirs = pairs(json.load(open(clusters_file, encoding="utf-8"))), pairs(written.values())
recall, precision = len(ours & theirs) / len(ours), len(ours & theirs) / len(theirs)
print(f"{len(written)} clusters, {len(theirs)} pairs: recall {recall:.4f}, precision {precision:.4f}, by the command's")
assert recall >= 0.999 and precision >= 0.999
