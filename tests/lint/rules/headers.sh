#!/bin/bash
# Every header has a guard of its own path and compiles alone.
grep '\.h$' "$FILES" | while read -r h; do
	guard=$(printf '%s' "${h#core/}" | tr 'a-z/.' 'A-Z__')
	grep -qx "#ifndef $guard" "$h" && grep -qx "#define $guard" "$h" || echo "$h:1: no guard $guard"
done
flags='-Icore'
grep -q '^core/paper/helper/' "$FILES" && flags="$flags $(pkg-config --cflags pangocairo fontconfig 2>/dev/null)"
export flags
# shellcheck disable=SC2016
grep '\.h$' "$FILES" | xargs -r -n 8 -P 2 sh -c 'for h; do
	${CC:-cc} -std=c11 -D_GNU_SOURCE -w -fsyntax-only $flags -I. -I"$GWGK_BUILD" -x c "$h" 2>&1 | grep -q . && echo "$h:1: does not compile alone"
done; true' sh
# One word for one thing: no two headers give a name two meanings.
together=$(mktemp)
grep -E '^(core|tui|cli)/.*\.h$' "$FILES" | grep -v '^core/paper/helper/' | sed 's,.*,#include "&",' >"$together"
${CC:-cc} -std=c11 -D_GNU_SOURCE -w -fsyntax-only -Icore -I. -I"$GWGK_BUILD" -x c "$together" 2>&1 | sed -nE 's/^(\.\/)?([^:]*\.h:[0-9]+):[0-9]+: error: /\2: beside the other headers: /p'
rm -f "$together"
