"""Finds near copies with a peer: copies.py PEER THRESHOLD < lines of {"id", "text"}; prints clusters, time and memory."""

import json
import resource
import sys
import time

PERMUTATIONS = 128
WORDS = 5

peer, threshold = sys.argv[1], float(sys.argv[2])
posts = [json.loads(line) for line in sys.stdin]


def shingles(text):
    words = text.split()
    return [" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1))]


def datasketch_sketch(text):
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([shingle.encode() for shingle in shingles(text)])
    return sketch


def rensa_sketch(text):
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
    sketch.update(shingles(text))
    return sketch


if peer == "datasketch":
    from datasketch import MinHash, MinHashLSH

    sketch_of = datasketch_sketch
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
else:
    from rensa import RMinHash, RMinHashLSH

    sketch_of = rensa_sketch
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=16)


def pairs():
    """Pairs of which a band agrees, and whose sketches are close enough."""
    sketches = []
    for at, post in enumerate(posts):
        sketch = sketch_of(post["text"])
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= threshold:
                yield at, other
        index.insert(at, sketch)
        sketches.append(sketch)


parents = list(range(len(posts)))


def find(at):
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


start = time.process_time()
for one, other in pairs():
    parents[find(one)] = find(other)
seconds = time.process_time() - start
clusters = {}
for at, post in enumerate(posts):
    clusters.setdefault(find(at), []).append(post["id"])
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
many = [ids for ids in clusters.values() if len(ids) > 1]
print(json.dumps({"clusters": many, "seconds": seconds, "megabytes": megabytes}))
