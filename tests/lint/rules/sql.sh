#!/bin/bash
# SQL lives in db/: none in C strings outside core/store; every named query has one name, of its file's noun, and a user.
grep -v '^tests/' "$TOKENS" | LC_ALL=C awk -F '\t' '
tolower($3) == "s" && $1 !~ /^core\/store\// &&
	$4 ~ /^"[ ]*(SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|CREATE|ALTER|DROP|ATTACH|VACUUM|WITH|BEGIN|COMMIT)[ "]|[ ](FROM|WHERE|ORDER BY|GROUP BY|VALUES)[ ("]/ {
	print $1 ":" $2 ": SQL outside db/ and core/store: " $4
}'
queries=$(grep '^db/query/.*\.sql$' "$FILES") || exit 0
# shellcheck disable=SC2086
awk '/^-- name: / {
	if ($3 in seen) print FILENAME ":" FNR ": query " $3 " has the name of one in " seen[$3]
	if ($3 !~ /^[a-z][a-z0-9_]*$/ || NF != 3) print FILENAME ":" FNR ": a query name is one word of small letters"
	seen[$3] = FILENAME
}' $queries
# shellcheck disable=SC2086
sed -n 's/^-- name: //p' $queries | LC_ALL=C sort -u >"$TOKENS.queries"
awk -F '\t' 'tolower($3) == "i" && $4 ~ /^Q_/ && $1 !~ /^tests\// { print substr($4, 3) }' "$TOKENS" | LC_ALL=C sort -u | LC_ALL=C comm -23 "$TOKENS.queries" - |
	while read -r name; do grep -nxH -e "-- name: $name" $queries | sed -E 's/^([^:]*:[0-9]+):.*/\1: nobody asks this query/'; done
