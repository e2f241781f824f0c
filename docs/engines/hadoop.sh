#!/bin/sh
# Parses posts as a Hadoop job without reducers, by streaming: a line of a post each in, a row each out, in parts.
#
#     ALPHANODE=/abs/alphanode sh hadoop.sh posts out
#
# Streaming puts a tab after each row, which readers of JSON take for the white space it is. A parser that ends with any
# status but 0 fails its task. STREAMING is what runs a job, with options of your own.
set -eu
${STREAMING:-mapred streaming} -D mapreduce.job.reduces=0 \
  -input "$1" -output "$2" -mapper "$ALPHANODE parse --rows --quiet --fail-on never -"
