#!/bin/sh
# Prints the library that iconv_open needs here: nothing with glibc, -liconv with GNU libiconv. Asked once, kept in BUILD/iconv.
# usage: iconv-probe.sh BUILD CC
set -eu
kept=$1/iconv
[ -s "$kept" ] && { cat "$kept"; exit 0; }
command -v "${2%% *}" >/dev/null 2>&1 || exit 0
mkdir -p "$1"
printf '#include <iconv.h>\nint main(void)\n{\n\treturn iconv_open("GB18030", "UTF-8") == (iconv_t)-1;\n}\n' >"$1/iconv-probe.c"
for lib in '' -liconv; do
	# shellcheck disable=SC2086
	if $2 -o "$1/iconv-probe" "$1/iconv-probe.c" $lib 2>/dev/null && "$1/iconv-probe"; then
		echo "$lib" >"$kept"
		break
	fi
done
rm -f "$1/iconv-probe" "$1/iconv-probe.c"
if [ -e "$kept" ]; then cat "$kept"; else echo "iconv 没有 GB18030" >&2; fi
