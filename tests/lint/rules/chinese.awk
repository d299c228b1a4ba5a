# What a clerk reads goes through _() or N_(), so that it never depends on a locale and a translation finds it. Free: tests, pure
# tables, and a line marked "lint: data" (characters that are compared or parsed, never shown).
BEGIN { cjk = "[\xe3-\xe9]|\xef[\xbc-\xbf]" }
$1 != file { file = $1; depth = 0; before = ""; table = 0 }
$3 == "k" && $4 ~ /lint: pure table/ && $2 <= 5 { table = 1 }
$3 == "k" && $4 ~ /lint: data/ { marked[$1, $2] = 1 }
table || $1 ~ /^tests\// { next }
{ kind = tolower($3) }
kind == "k" || kind == "#" { next }
kind == "p" && $4 == "(" { up[++depth] = before }
kind == "p" && $4 == ")" && depth > 0 { depth-- }
(kind == "s" || kind == "c") && ($4 ~ cjk || $4 ~ /\\u[0-9A-Fa-f]/) && up[depth] !~ /^N?_$/ { bad[++n] = $1 SUBSEP $2; text[n] = $4 }
{ before = kind == "i" ? $4 : "" }
END {
	for (i = 1; i <= n; i++)
		if (!(bad[i] in marked)) {
			split(bad[i], at, SUBSEP)
			offend(at[1], at[2], "Chinese outside _() and N_(): " text[i])
		}
}
