#!/bin/bash
# keymaps/default.keys binds no bare letter (an input method eats it) and no key that belongs to the input method.
grep '^keymaps/.*\.keys$' "$FILES" | while read -r f; do
	awk -v f="$f" '
	{ sub(/[ \t]#.*|^#.*/, "") }
	{ for (i = 2; i < NF; i++) {
		key = tolower($i)
		if (f ~ /default\.keys$/ && $i ~ /^[A-Za-z]$/) print f ":" FNR ": the bare letter " $i
		if (key ~ /^(\^@|\^ |\^\.|<(c|ctrl)-(space|\.)>|<(s|shift)-space>)$/) print f ":" FNR ": " $i " belongs to the input method"
	} }' "$f"
done
