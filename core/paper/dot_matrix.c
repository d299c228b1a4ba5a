/* Plain text for a dot-matrix printer: the grid, a left margin, CR LF, form feeds, and the printer's own codes from a profile. */
#include "paper/grid.h"

#include <stdlib.h>
#include <string.h>

struct text_profile text_profile_plain(void)
{
	return (struct text_profile){.page = {'\f'}, .npage = 1, .charset = CHARSET_GB18030, .columns = 80};
}

static bool hex_bytes(const char *s, unsigned char *out, size_t max, size_t *n)
{
	for (*n = 0;;) {
		char *end;
		s += strspn(s, " \t");
		if (!*s)
			return true;
		unsigned long v = strtoul(s, &end, 16);
		if (end == s || v > 255 || *n == max || (*end && *end != ' ' && *end != '\t'))
			return false;
		out[(*n)++] = (unsigned char)v;
		s = end;
	}
}

static bool small_int(const char *s, int min, int max, int *out)
{
	char *end;
	long v = strtol(s, &end, 10);
	*out = (int)v;
	return end != s && !*end && v >= min && v <= max;
}

static bool profile_line(struct text_profile *p, const char *key, const char *value)
{
	if (!strcmp(key, "start"))
		return hex_bytes(value, p->start, sizeof p->start, &p->nstart);
	if (!strcmp(key, "page"))
		return hex_bytes(value, p->page, sizeof p->page, &p->npage);
	if (!strcmp(key, "end"))
		return hex_bytes(value, p->end, sizeof p->end, &p->nend);
	if (!strcmp(key, "charset"))
		return charset_parse(value, &p->charset) && p->charset != CHARSET_UTF8;
	if (!strcmp(key, "columns"))
		return small_int(value, 60, 160, &p->columns);
	if (!strcmp(key, "lines"))
		return small_int(value, 0, 120, &p->lines);
	return false;
}

bool text_profile_parse(const char *text, struct text_profile *out, struct err *e)
{
	*out = text_profile_plain();
	for (int line = 1; *text; line++) {
		char key[16], value[160];
		size_t n = strcspn(text, "\r\n");
		const char *colon = memchr(text, ':', n);
		size_t k = colon ? (size_t)(colon - text) : 0;
		bool blank = n == 0 || text[0] == '#';
		if (!blank) {
			if (!colon || k >= sizeof key || n - k >= sizeof value)
				return err_set(e, ERR_INPUT, _("打印机配置第%d行看不懂"), line);
			memcpy(key, text, k);
			key[k] = '\0';
			const char *v = colon + 1 + strspn(colon + 1, " \t");
			size_t nv = (size_t)(text + n - v);
			memcpy(value, v, nv);
			value[nv] = '\0';
			if (!profile_line(out, key, value))
				return err_set(e, ERR_INPUT, _("打印机配置第%d行的“%s”不对"), line, key);
		}
		text += n;
		text += *text == '\r';
		text += *text == '\n';
	}
	return true;
}

char *text_doc(const struct layout *l, const struct text_profile *p, struct arena *a)
{
	const struct grid *g = grid_doc(l, GRID_GB, a);
	struct str s = str_new(a);
	int margin = p->columns > g->columns ? (p->columns - g->columns) / 2 : 0;
	for (size_t i = 0; i < g->n; i++) {
		for (size_t k = 0; k < g->pages[i].n; k++) {
			if (*g->pages[i].lines[k])
				str_repeat(&s, ' ', margin);
			str_printf(&s, "%s\r\n", g->pages[i].lines[k]);
		}
		for (int k = (int)g->pages[i].n; k < p->lines; k++)
			str_add(&s, "\r\n");
		if (p->npage)
			str_char(&s, '\f');
	}
	return s.s;
}

char *text_codes(const char *encoded, size_t n, const struct text_profile *p, struct arena *a, size_t *len)
{
	struct str s = str_new(a);
	str_addn(&s, (const char *)p->start, p->nstart);
	/* No byte of a GB18030 or UTF-8 character is a form feed. */
	for (size_t i = 0; i < n; i++) {
		if (encoded[i] == '\f')
			str_addn(&s, (const char *)p->page, p->npage);
		else
			str_char(&s, encoded[i]);
	}
	str_addn(&s, (const char *)p->end, p->nend);
	*len = s.len;
	return s.s;
}
