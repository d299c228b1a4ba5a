#!/bin/bash
# Shell scripts parse with the shell their first line names, and say first what to do with an unset variable.
{ grep '\.sh$' "$FILES"; grep -x '.ci/run' "$FILES"; } | while read -r f; do
	case $(head -n 1 "$f") in
	'#!/bin/sh'*) sh=sh ;;
	'#!/bin/bash'*) sh=bash ;;
	*) echo "$f:1: begins with neither #!/bin/sh nor #!/bin/bash"; continue ;;
	esac
	$sh -n "$f" 2>/dev/null || echo "$f:1: $sh -n fails"
	[ -x "$f" ] || echo "$f:1: is not executable"
	case $f in tests/lint/rules/*) ;; *) grep -qE '^set -[a-z]*u|^\. ' "$f" || echo "$f:1: set -u is missing" ;; esac
done
