#!/bin/sh
# Lengths of files and functions against the budget: median file at most 150 lines, 99 of 100 functions at most 60.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
${CC:-cc} -std=c11 -O1 -D_GNU_SOURCE -o "$work/lex" tests/lint/lex.c
# summary NAME: numbers on standard input, one a line, "length what".
summary() {
	sort -n | awk -v name="$1" '
	{ n++; v[n] = $1; w[n] = $2; sum += $1 }
	function at(q, i) { i = int(q * n + 0.999999); return v[i < 1 ? 1 : i] }
	END { if (n) printf "%-22s %6d  lines %7d  median %4d  p90 %4d  p99 %4d  longest %4d %s\n", name, n, sum, at(.5), at(.9), at(.99), v[n], w[n] }'
}
for part in core tui cli tests; do
	find $part -name '*.c' ! -path 'tests/lint/fixtures/*' -exec wc -l {} \; >"$work/files"
	[ -s "$work/files" ] || continue
	summary "$part: files" <"$work/files"
	awk '{print $2}' "$work/files" | xargs "$work/lex" | awk -F '\t' '
	$1 != file { file = $1; depth = 0; name = before = "" }
	$3 !~ /^[isp]$/ { next }
	depth == 0 && $4 == "(" && name == "" && before != "" && before != "__attribute__" { name = before; begun = line }
	depth == 0 && $3 == "p" && $4 ~ /^[;=]$/ { name = "" }
	$3 == "p" && $4 == "{" { if (depth++ == 0) body = closing == ")" && name != "" }
	$3 == "p" && $4 == "}" { if (--depth == 0) { if (body) print $2 - begun + 1, file ":" name; body = 0; name = "" } }
	{ closing = $4; before = $3 == "i" ? $4 : ""; line = $2 }' >"$work/functions"
	summary "$part: functions" <"$work/functions"
done
find core tui cli -name '*.h' -exec wc -l {} \; | summary headers
find db -name '*.sql' -exec wc -l {} \; | summary "db: sql"
printf '%-22s %6d\n' tests "$(grep -rhE '^TEST\(' tests --include='*.c' | grep -vc 'fixtures')"
