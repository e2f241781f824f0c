#!/bin/sh
# Parses posts on all cores, with GNU parallel: rows in the order of the posts. Pieces are cut at line ends.
#
#     sh parallel.sh posts.ndjson rows.ndjson
#
# The status is that of parallel: not 0 where a parser failed.
set -eu
parallel --pipepart -a "$1" --block 10M --keep-order --halt now,fail=1 \
  "${ALPHANODE:-alphanode}" parse --rows --quiet --fail-on never - > "$2"
