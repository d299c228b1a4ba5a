#!/bin/bash
# A file that is named (in a comment, a document, the Makefile) exists. Patterns with * and names with capitals (NOUN.sql) are not names.
grep -E '\.(c|h|sh|awk|sql|md|keys|1)$|Makefile$' "$FILES" | grep -v -e '^tests/lint/' -e '^docs/reference/' | tr '\n' '\0' |
	xargs -0r grep -noE '(^|[^A-Za-z0-9_./*$}-])(core|tui|cli|db|tests|tools|docs|keymaps|base|store|law|paper|office)/[a-z0-9_./-]*[a-z0-9_-]\.(c|h|md|sql|sh|awk|tsv|letter|keys|supp)\b' /dev/null |
	sed -E 's/^([^:]*):([0-9]+):[^a-z]?/\1\t\2\t/' | sort -u | while IFS=$'\t' read -r f line name; do
	grep -qxF -e "$name" -e "core/$name" "$FILES" || echo "$f:$line: there is no $name"
done
