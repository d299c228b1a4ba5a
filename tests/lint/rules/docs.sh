#!/bin/bash
# Documents that can rot are checked: every `path:function` and every relative link exists; every folder has a README of one screen.
awk -F '\t' -v OFS=: '$3 == "i" || $3 == "I" { if (!(($1, $4) in seen)) { seen[$1, $4] = 1; print $1, $4 } }' "$TOKENS" | LC_ALL=C sort -u >"$TOKENS.idents"
grep '\.md$' "$FILES" | while read -r f; do
	grep -noE '`[A-Za-z0-9_./-]+\.[ch]:[A-Za-z_][A-Za-z0-9_]*(\(\))?`' "$f" | tr -d '`()' | while IFS=: read -r line path name; do
		LC_ALL=C grep -qxF "$path:$name" "$TOKENS.idents" || echo "$f:$line: there is no $path:$name"
	done
	grep -noE '\]\([^)#: ]+(#[^)]*)?\)' "$f" | while IFS=: read -r line link; do
		link=${link#](} link=${link%)} link=${link%%#*}
		[ -e "$(dirname "$f")/$link" ] || echo "$f:$line: there is no $link"
	done
done
while read -r f; do
	d=$(dirname "$f")
	case $d in . | .ci | db/* | docs/* | tests/*) ;; *) echo "$d" ;; esac
	case $d in tests/* | docs/* | db/*) echo "${d%%/*}" ;; esac
done <"$FILES" | sort -u | while read -r d; do
	if [ ! -e "$d/README.md" ]; then echo "$d/README.md:1: the folder $d has no README.md"
	elif [ "$(wc -l <"$d/README.md")" -gt 40 ]; then echo "$d/README.md:1: more than one screen (40 lines)"; fi
done
