#!/bin/sh
# An array of PHP keeps the order in which its keys were set; php-serialize 5.1.3, phpunserialize 1.3.0, php-unserialize 0.0.1
# and locutus 2.0.39 read one with numbers as keys into an object of JavaScript, which puts whole numbers in order. What an
# editor has sorted by hand (menus, steps, ids of pictures) is sorted by number, and written again by php-serialize, it stays so.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund php-serialize@5.1.3 phpunserialize@1.3.0 php-unserialize@0.0.1 locutus@2.0.39

cat > run.js <<'JS'
import locutus from "locutus/php/var/unserialize.js";
import { serialize, unserialize } from "php-serialize";
import phpUnserialize from "php-unserialize";
import phpunserialize from "phpunserialize";

const order = 'a:3:{i:20;s:5:"drain";i:3;s:6:"refill";i:11;s:5:"start";}';
for (const read of [unserialize, phpunserialize, phpUnserialize.unserialize, locutus]) console.log(Object.values(read(order)).join(", "));
console.log(serialize(unserialize(order)));
JS
got=$(node run.js)
want='refill, start, drain
refill, start, drain
refill, start, drain
refill, start, drain
a:3:{s:1:"3";s:6:"refill";s:2:"11";s:5:"start";s:2:"20";s:5:"drain";}'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
