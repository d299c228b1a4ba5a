#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "tui/keys.h"

static const struct {
	const char *name;
	int key;
} names[] = {
	{"Enter", K_ENTER}, {"Esc", K_ESC}, {"Tab", K_TAB}, {"BackTab", K_BACKTAB}, {"Backspace", K_BACKSPACE},
	{"Delete", K_DELETE}, {"Insert", K_INSERT}, {"Up", K_UP}, {"Down", K_DOWN}, {"Left", K_LEFT}, {"Right", K_RIGHT},
	{"Home", K_HOME}, {"End", K_END}, {"PageUp", K_PGUP}, {"PageDown", K_PGDN}, {"F1", K_F1}, {"F2", K_F2}, {"F3", K_F3},
	{"F4", K_F4}, {"F5", K_F5}, {"F6", K_F6}, {"F7", K_F7}, {"F8", K_F8}, {"F9", K_F9}, {"F10", K_F10}, {"F11", K_F11},
	{"F12", K_F12}, {"Space", ' '}, {"Hash", '#'}, {"Less", '<'}, {"Caret", '^'},
};

static int find_name(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == n && !strncasecmp(names[i].name, s, n))
			return names[i].key;
	return K_NONE;
}

static int refuse(const char **why, const char *text)
{
	*why = text;
	return K_NONE;
}

/* ^X: only what a terminal sends as a byte of its own. */
static int parse_control(const char *s, const char **why)
{
	int c = toupper((unsigned char)s[0]);
	if (!s[0] || s[1])
		return refuse(why, _("认不出的键"));
	if (c == ' ' || c == '@')
		return refuse(why, _("Ctrl-空格属于输入法，不能绑定"));
	if (c == '.')
		return refuse(why, _("Ctrl-. 属于输入法，终端也不会送来，不能绑定"));
	if (c == 'M' || c == 'J' || c == 'I' || c == '[' || c == 'H')
		return refuse(why, _("终端分不出这个键（^M、^J 即回车，^I 即 Tab，^[ 即 Esc，^H 即退格），请绑定后者"));
	if ((c >= 'A' && c <= 'Z') || c == ']' || c == '\\' || c == '_')
		return K_CTRL(c);
	return refuse(why, _("终端不会送来这个键"));
}

/* <S-F1>, <Ctrl-.>, <M-x>: words people try, each with its reason. */
static int parse_modified(const char *s, size_t n, const char **why)
{
	if (n == 11 && !strncasecmp(s, "Shift-Space", n))
		return refuse(why, _("Shift-空格属于输入法，不能绑定"));
	if ((n == 10 && !strncasecmp(s, "Ctrl-Space", n)) || (n == 7 && !strncasecmp(s, "C-Space", n)))
		return refuse(why, _("Ctrl-空格属于输入法，不能绑定"));
	if ((n == 6 && !strncasecmp(s, "Ctrl-.", n)) || (n == 3 && !strncasecmp(s, "C-.", n)))
		return refuse(why, _("Ctrl-. 属于输入法，终端也不会送来，不能绑定"));
	if ((n == 7 && !strncasecmp(s, "S-Space", n)))
		return refuse(why, _("Shift-空格属于输入法，不能绑定"));
	if (n > 2 && (!strncasecmp(s, "S-", 2) || !strncasecmp(s, "C-", 2) || !strncasecmp(s, "M-", 2) || !strncasecmp(s, "A-", 2)))
		return refuse(why, _("带 Shift、Ctrl、Alt 的功能键和方向键各终端不同，不能绑定"));
	if (memchr(s, '-', n))
		return refuse(why, _("带 Shift、Ctrl、Alt 的功能键和方向键各终端不同，不能绑定"));
	return refuse(why, _("认不出的键"));
}

int key_parse(const char *word, const char **why)
{
	size_t n = strlen(word);
	*why = NULL;
	if (n > 2 && word[0] == '<' && word[n - 1] == '>') {
		int key = find_name(word + 1, n - 2);
		return key ? key : parse_modified(word + 1, n - 2, why);
	}
	if (n > 1 && word[0] == '^')
		return parse_control(word + 1, why);
	uint32_t cp = 0;
	if (!n || utf8_next(word, n, &cp) != n)
		return refuse(why, _("认不出的键"));
	if (cp <= ' ' || cp == 0x7f || cp == 0xfffd)
		return refuse(why, _("认不出的键"));
	if (cp > 0x7e)
		return refuse(why, _("只有英文键盘上的字符能作键"));
	return (int)cp;
}

const char *key_name(int key, struct arena *a)
{
	if (key == ' ')
		return "Space";
	if (key > K_BASE)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (names[i].key == key)
				return names[i].name;
	if (key > 0 && key < ' ')
		return arena_printf(a, "^%c", key + '@');
	char utf8[5] = "";
	utf8_put(utf8, (uint32_t)key);
	return arena_strdup(a, utf8);
}

uint32_t key_fold(uint32_t cp)
{
	static const struct {
		uint32_t from;
		char to;
	} marks[] = {
		{0x3000, ' '}, {0x3001, '\\'}, {0x3002, '.'}, {0x2014, '_'}, {0x2018, '\''}, {0x2019, '\''}, {0x201c, '"'}, {0x201d, '"'},
		{0x2026, '^'}, {0x300a, '<'}, {0x300b, '>'}, {0x3008, '<'}, {0x3009, '>'}, {0x3010, '['}, {0x3011, ']'}, {0x3014, '['},
		{0x3015, ']'}, {0x300c, '{'}, {0x300d, '}'}, {0x00b7, '`'}, {0x00a5, '$'}, {0xffe5, '$'},
	};
	if (cp >= 0xff01 && cp <= 0xff5e)
		return cp - 0xff01 + '!';
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].from == cp)
			return (uint32_t)marks[i].to;
	return cp;
}
