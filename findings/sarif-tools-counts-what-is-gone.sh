#!/bin/sh
# sarif-tools 3.0.5: a result whose baselineState is `absent`, which SARIF 2.1.0 has for one that an earlier run had and this one
# has not, counts like any other, in the summary and for --check: a run in which all is mended fails. Leave such results out
# of what it is given, as `jq` can.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sarif-tools==3.0.5

cat > make.py <<'PY'
import json

def write(name, **result):
    rules = [{"id": "style", "defaultConfiguration": {"level": "error"}}]
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "own", "rules": rules}}, "results": [{"message": {"text": "found"}, **result}]}]}
    with open(name, "w") as file:
        json.dump(log, file)

write("absent.sarif", ruleId="style", baselineState="absent")
write("present.sarif", ruleId="style", baselineState="new")
PY
env/bin/python make.py
got=$(for name in absent present; do
  env/bin/sarif --check error summary $name.sarif > out 2>/dev/null && status=0 || status=$?
  printf '%s: %s, ends with %s\n' $name "$(grep -oE '^(error|warning): 1' out)" $status
done)
want='absent: error: 1, ends with 1
present: error: 1, ends with 1'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
