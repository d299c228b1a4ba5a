# Turns files into a table of C strings: awk -v table=gen_seed -f embed.awk FILE… /dev/null
# Every ? is written \? (a trigraph such as ??- would otherwise be changed in silence), every byte above 127 stays UTF-8.
function leaf(p) { sub(/.*\//, "", p); return p }
function finish() { if (open) printf "\"\"},\n"; open = 0 }
BEGIN {
	printf "#include \"base/embed.h\"\n\n"
	for (i = 1; i < ARGC; i++)
		if (ARGV[i] != "/dev/null")
			size[ARGV[i]] = 0
	body = ""
}
FILENAME == "/dev/null" { next }
FNR == 1 { order[++files] = FILENAME }
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	gsub(/\?/, "\\?", line)
	gsub(/\t/, "\\t", line)
	gsub(/\r/, "\\r", line)
	text[FILENAME] = text[FILENAME] "\t\"" line "\\n\"\n"
}
END {
	for (i = 1; i <= files; i++) {
		printf "static const char text%d[] =\n%s;\n\n", i, text[order[i]]
	}
	printf "const struct embedded %s[] = {\n", table
	for (i = 1; i <= files; i++)
		printf "\t{\"%s\", text%d, sizeof text%d - 1},\n", leaf(order[i]), i, i
	printf "\t{0},\n};\n"
}
