# One foreign library, one folder. Tests may reach past a layer to check it from outside.
BEGIN {
	home["sqlite3.h"] = "^core/store/"
	home["curses.h"] = home["ncurses.h"] = home["term.h"] = "^tui/term/"
	home["pango"] = home["cairo"] = home["cups"] = home["xlsxwriter.h"] = home["fontconfig"] = "^core/paper/helper/"
	home["glib.h"] = home["hb.h"] = home["harfbuzz"] = home["ft2build.h"] = "^core/paper/helper/"
	home["iconv.h"] = "^core/base/encoding\\.c$"
	home["sodium.h"] = "^core/base/hash\\.c$"
	home["csv.h"] = "^core/base/csv\\.c$"
	home["uninorm.h"] = home["unistr.h"] = home["unictype.h"] = home["unicase.h"] = home["uniwidth.h"] = "^core/base/"
	home["ini.h"] = "^core/(base|office)/"
	home["jansson.h"] = "^core/(base|office)/|^cli/"
	home["syslog.h"] = "^core/(base|office)/|^cli/"
	split("pthread.h threads.h dlfcn.h lua.h form.h menu.h panel.h libintl.h regex.h", list, " ")
	for (i in list)
		never[list[i]] = 1
}
$3 != "#" || $1 !~ /^(core|cli|tui)\// { next }
{ name = included($4) }
name == "" || mark == "\"" { next }
{
	key = name
	if (key ~ /^(ncursesw?|curses)\//) key = "curses.h"
	if (name == "dlfcn.h" && $1 ~ /^tui\/term\//) next # the C library's own wcwidth(), RTLD_NEXT
	if (key in never) offend($1, $2, "<" name "> has no place in this program")
	if (!(key in home)) sub(/[\/.].*/, "", key)
	if (key ~ /^(pango|cairo|cups)/) key = substr(key, 1, key ~ /^pango|^cairo/ ? 5 : 4)
	if (key in home && $1 !~ home[key]) offend($1, $2, "<" name "> belongs to " home[key])
}
