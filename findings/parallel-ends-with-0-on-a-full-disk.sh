#!/bin/sh
# GNU parallel 20221122 ends with 0 where what its jobs print cannot be written, with --keep-order and without, from
# arguments, from --pipe and from --pipepart: the output is cut off where the disk was full, and looks like success. With
# --ungroup, jobs write themselves and fail. cat behind it fails, as programs do.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq parallel=20221122+ds-2 >/dev/null 2>&1
dpkg -x parallel_*.deb .
parallel() { usr/bin/parallel --will-cite "$@" 2>/dev/null; }
seq 1000 > numbers

got=$(
  status() { printf '%s: %s\n' "$1" "$2"; }
  parallel echo ::: 1 2 3 > /dev/full && status arguments $? || status arguments $?
  parallel --keep-order echo ::: 1 2 3 > /dev/full && status "in order" $? || status "in order" $?
  parallel --pipe cat < numbers > /dev/full && status "--pipe" $? || status "--pipe" $?
  parallel --pipepart -a numbers cat > /dev/full && status "--pipepart" $? || status "--pipepart" $?
  parallel --ungroup /bin/echo ::: 1 2 3 > /dev/full && status "--ungroup" $? || status "--ungroup" $?
  parallel echo ::: 1 2 3 | cat 2>/dev/null > /dev/full && status "cat" $? || status "cat" $?
)
want='arguments: 0
in order: 0
--pipe: 0
--pipepart: 0
--ungroup: 3
cat: 1'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
