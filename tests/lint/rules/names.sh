#!/bin/bash
# No utils; no machine's own paths; no notes to self.
grep -iE '(^|/)(utils?|helpers?|misc|common|stuff)\.[ch]$' "$FILES" | sed 's/$/:1: a name that says nothing/'
grep -v '^tests/lint/rules/names.sh$' "$FILES" | tr '\n' '\0' | xargs -0r grep -nIE '(^|[^A-Za-z0-9_.:-])/(root|work|workspace|builds?|home/[a-z]+|Users)/[A-Za-z.]' /dev/null |
	sed -E 's/^([^:]*:[0-9]+):.*/\1: a path of one machine/'
grep -E '\.(c|h|sh|awk|sql|md)$|Makefile$' "$FILES" | grep -v '^tests/lint/rules/names.sh$' | tr '\n' '\0' |
	xargs -0r grep -nwE 'TODO|FIXME|XXX|HACK' /dev/null | sed -E 's/^([^:]*:[0-9]+):.*/\1: a note to self: do it or say why not/'
true
