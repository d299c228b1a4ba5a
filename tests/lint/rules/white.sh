#!/bin/bash
# No blanks at a line's end, a newline at the file's end, tabs for indent in code, no carriage returns, no byte order mark.
grep -E '\.(c|h|sh|awk|sql|md|keys|letter|case|1)$|Makefile$' "$FILES" | grep -v -e '^db/seed/' -e '^tests/fixtures/' -e '^tests/fuzz/' | tr '\n' '\0' |
	xargs -0r grep -nE -e '[[:blank:]]$' -e $'\r' -e $'^\xef\xbb\xbf' /dev/null | sed -E 's/^([^:]*:[0-9]+):.*/\1: blank at the end of a line, carriage return or byte order mark/' | grep -v '\.md:.*  $'
grep -E '\.(c|h|awk)$' "$FILES" | tr '\n' '\0' | xargs -0r grep -nE '^  +[^ *]' /dev/null | sed -E 's/^([^:]*:[0-9]+):.*/\1: indent with tabs/'
grep -E '\.(c|h|sh|awk|sql|md|keys|letter|case)$' "$FILES" | while read -r f; do
	[ ! -s "$f" ] || [ -z "$(tail -c 1 "$f")" ] || echo "$f:1: no newline at the end"
done
