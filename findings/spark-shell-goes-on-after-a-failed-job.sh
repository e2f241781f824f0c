#!/bin/sh
# spark-shell 4.3.0 (of PySpark, Scala 2.13) takes a script with -I as if it was typed: after a statement whose job fails, or
# that does not compile, it runs the next one and ends with 0, so that whoever runs scripts by it takes each for a success.
# spark-submit ends with 1 where the same job fails.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyspark==4.3.0
PYSPARK_PYTHON="$dir/env/bin/python"
export PYSPARK_PYTHON
options="--master local[1] --conf spark.ui.enabled=false --conf spark.log.level=OFF"

cat > fails.scala <<'SCALA'
sc.parallelize(0 to 2).map(6 / _).count()
println("the next statement runs")
SCALA
cat > wrong.scala <<'SCALA'
val half: Int = "a half"
println("the next statement runs")
SCALA
cat > fails.py <<'PY'
from pyspark.sql import SparkSession

SparkSession.builder.getOrCreate().sparkContext.parallelize(range(3)).map(lambda n: 6 // n).count()
PY
got=$(
  for script in fails.scala wrong.scala; do
    env/bin/spark-shell $options -I $script < /dev/null > out 2>/dev/null && status=0 || status=$?
    printf '%s: %s, ends with %s\n' $script "$(grep -o 'the next statement runs' out)" $status
  done
  env/bin/spark-submit $options fails.py > out 2>/dev/null && status=0 || status=$?
  printf 'fails.py: ends with %s\n' $status
)
want='fails.scala: the next statement runs, ends with 0
wrong.scala: the next statement runs, ends with 0
fails.py: ends with 1'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
