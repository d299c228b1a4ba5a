# .c at most 500 lines (tests 800), functions at most 80, headers at most 120 lines of code. A file whose first comment says
# "lint: pure table" may be longer, and then may hold no function.
function close_file() {
	if (file == "") return
	limit = file ~ /^tests\// ? 800 : 500
	if (file ~ /\.c$/ && last > limit && !(file in table)) offend(file, last, "more than " limit " lines")
	if (file ~ /\.h$/ && code > 120) offend(file, last, code " lines of code in a header, at most 120")
}
$1 != file { close_file(); file = $1; last = code = depth = seen = 0; name = before = "" }
{ last = $2 }
$3 == "k" && $2 <= 5 && $4 ~ /lint: pure table/ { table[file] = 1 }
$3 == "k" { next }
$2 != seen { seen = $2; code++ }
$3 !~ /^[isp]$/ { before = ""; next }
depth == 0 && $4 == "(" && name == "" && before != "" && before !~ /^(__attribute__|PRINTF|_Alignas)$/ { name = before; begun = line }
depth == 0 && $4 == "{" && closing == ")" && name != "" { body = 1; if (file in table) offend(file, $2, name "() in a pure table") }
depth == 0 && $4 ~ /^[;=]$/ { name = "" }
$4 == "{" && $3 == "p" { depth++ }
$4 == "}" && $3 == "p" {
	depth--
	if (depth == 0) {
		if (body && $2 - begun + 1 > 80) offend(file, begun, name "() has " ($2 - begun + 1) " lines, at most 80")
		body = 0
		name = ""
	}
}
{ closing = $4; before = $3 == "i" ? $4 : ""; line = $2 }
END { close_file() }
