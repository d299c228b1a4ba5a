# Functions that have no place here, each with the reason and where it may stand all the same.
BEGIN {
	split("system popen wordexp execlp execvp", shell, " ")
	for (i in shell) why[shell[i]] = "no shell and no PATH: posix_spawn with an argument list"
	split("strcpy strcat sprintf vsprintf gets strtok strncpy strncat alloca scanf", unsafe, " ")
	for (i in unsafe) why[unsafe[i]] = "writes without a bound, or hides a cut"
	split("atoi atol atoll atof", quiet, " ")
	for (i in quiet) why[quiet[i]] = "cannot tell 0 from nonsense"
	split("time localtime localtime_r gmtime mktime gettimeofday strftime tzset ftime", clock, " ")
	for (i in clock) { why[clock[i]] = "only base/desk.c asks for the time; dates have no zone"; home[clock[i]] = "^(core/base/desk\\.c|tests/)" }
	split("getrandom rand random srand srandom arc4random drand48 randombytes_buf randombytes_uniform", dice, " ")
	for (i in dice) { why[dice[i]] = "only base/desk.c throws dice"; home[dice[i]] = "^core/base/desk\\.c" }
	split("fork vfork daemon", child, " ")
	for (i in child) { why[child[i]] = "posix_spawn, so that no lock is copied"; home[child[i]] = "^tests/" }
	split("setjmp longjmp signal", jump, " ")
	for (i in jump) { why[jump[i]] = "no jumps; sigaction"; home[jump[i]] = "^tests/" }
	home["signal"] = "^(cli/main\\.c|core/paper/helper/main\\.c|tests/)" # SIGPIPE ignored, nothing else
	split("printf puts putchar vprintf perror", out, " ")
	for (i in out) { why[out[i]] = "a library prints nothing"; home[out[i]] = "^(cli/|tests/|core/paper/helper/)" }
	why["exit"] = why["_exit"] = why["quick_exit"] = "a library does not exit"
	home["exit"] = home["_exit"] = home["quick_exit"] = "^(cli/main\\.c|tests/|core/paper/helper/|tui/term/)"
	why["abort"] = "BUG() says where"
	home["abort"] = "^(core/base/err\\.c|tests/|core/paper/helper/)"
	split("setlocale", loc, " ")
	why["setlocale"] = "nothing below the terminal knows a locale"
	home["setlocale"] = "^(tui/term/|cli/main\\.c|tests/|core/paper/helper/)"
}
$3 != "i" && $3 != "I" && $3 != "p" && $3 != "P" { next }
$4 == "(" && word in why && !member && !(word in home && file ~ home[word]) { offend(file, at, word "(): " why[word]) }
$4 ~ /^sqlite3_/ && $1 !~ /^(core\/store|tests)\// { offend($1, $2, $4 " outside core/store") }
$4 == "CLOCK_REALTIME" && $1 != "core/base/desk.c" && $1 !~ /^tests\// { offend($1, $2, "only base/desk.c asks for the time") }
$4 ~ /^(stdout|stdin)$/ && $1 ~ /^(core|tui)\// && $1 !~ /^core\/paper\/helper\/|^tui\/term\// { offend($1, $2, $4 " in a library") }
{
	member = before == "." || (before == ">" && before2 == "-")
	word = tolower($3) == "i" ? $4 : ""
	file = $1; at = $2
	before2 = before; before = $4
}
