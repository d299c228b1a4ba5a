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
