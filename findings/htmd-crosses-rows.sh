#!/bin/sh
# htmd 0.5.6 (Rust): a table whose rows are a `th` and a `td` comes out with the first label as its head and the last
# value under it: `Width` over `7 mm`, which is the height. The first value and all other labels are gone. With `td` for
# both, each cell is a paragraph.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"

[dependencies]
htmd = "=0.5.6"
TOML
cat > src/main.rs <<'RS'
fn main() {
    for html in [
        "<table><tr><th>Width</th><td>12 mm</td></tr><tr><th>Height</th><td>7 mm</td></tr></table>",
        "<table><tr><td>Width</td><td>12 mm</td></tr><tr><td>Height</td><td>7 mm</td></tr></table>",
    ] {
        println!("{}\n", htmd::convert(html).unwrap().trim());
    }
}
RS
cargo build --quiet
got=$(target/debug/finding)
want='| Width |
| ----- |
| 7 mm  |

Width

12 mm

Height

7 mm'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
