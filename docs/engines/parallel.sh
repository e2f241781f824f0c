#!/bin/bash
# Parses posts on all cores, with GNU parallel: rows in the order of the posts. Pieces are cut at line ends.
#
#     bash parallel.sh posts.ndjson rows.ndjson
#
# The status is not 0 where a parser failed, or where not all could be written, of which parallel itself would say nothing:
# hence cat. What there is by then is left as rows.ndjson.part.
set -euo pipefail
parallel --pipepart -a "$1" --block 10M --keep-order --halt now,fail=1 \
  "${ALPHANODE:-alphanode}" parse --rows --quiet --fail-on never - | cat > "$2.part"
mv "$2.part" "$2"
