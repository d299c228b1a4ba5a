# A test that asserts nothing proves nothing: its body calls assert_… or fail…, or a function of the tests that does.
$1 !~ /^tests\// || $1 ~ /^tests\/(lint|bench)\// { next }
$1 != file { file = $1; depth = 0; name = before = "" }
$3 !~ /^[isp]$/ { next }
depth == 0 && $4 == "(" && name == "" && before != "" && before !~ /^(__attribute__|PRINTF)$/ { name = before; arg = 1; before = ""; next }
depth == 0 && name == "TEST" && arg && $3 == "i" { name = "TEST " $4; at = $2; arg = 0; where[file, name] = at; tests[++n] = file SUBSEP name }
depth == 0 && $3 == "p" && $4 ~ /^[;=]$/ { name = "" }
$3 == "p" && $4 == "{" { depth++; if (depth == 1) funs[file, name] = 1 }
$3 == "p" && $4 == "}" { if (--depth == 0) name = "" }
depth > 0 && $3 == "p" && $4 == "(" && before != "" {
	if (before ~ /^(_?assert_|fail_msg$|fail$)/) asserts[file, name] = 1
	else calls[++ncalls] = file SUBSEP name SUBSEP before
}
{ before = $3 == "i" ? $4 : "" }
END {
	for (key in asserts) { split(key, k, SUBSEP); known[k[2]] = 1 }
	for (more = 1; more; ) {
		more = 0
		for (i = 1; i <= ncalls; i++) {
			split(calls[i], k, SUBSEP)
			if (k[3] in known && !((k[1], k[2]) in asserts)) { asserts[k[1], k[2]] = 1; known[k[2]] = 1; more = 1 }
		}
	}
	for (i = 1; i <= n; i++)
		if (!(tests[i] in asserts)) { split(tests[i], k, SUBSEP); offend(k[1], where[tests[i]], k[2] " asserts nothing") }
}
