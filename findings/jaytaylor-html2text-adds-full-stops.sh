#!/bin/sh
# github.com/jaytaylor/html2text 74c2419ad056 (Go), TextOnly: a full stop is added behind bold text and headings, also
# where a colon or a value follows: `Price:. 3 EUR`. In a number it is another number: `<strong>12</strong>50` is `12. 50`.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > go.mod <<'MOD'
module finding

go 1.24

require (
	github.com/jaytaylor/html2text v0.0.0-20230321000545-74c2419ad056
	github.com/olekukonko/tablewriter v0.0.5
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/jaytaylor/html2text"
)

func main() {
	for _, html := range []string{"<p><strong>Price:</strong> 3 EUR</p>", "<p><strong>12</strong>50</p>", "<p><b>1.</b>5 mm</p>"} {
		text, err := html2text.FromString(html, html2text.Options{TextOnly: true})
		fmt.Println(text, err)
	}
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='Price:. 3 EUR <nil>
12. 50 <nil>
1.. 5 mm <nil>'

if [ "$got" = "$want" ]; then
  printf 'as found:\n%s\n' "$got"
else
  printf 'changed; it was:\n%s\nand is:\n%s\n' "$want" "$got"
  exit 1
fi
