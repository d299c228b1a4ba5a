/* Element lists as the document writes them: "1. 甲 2. 乙". */
#include <string.h>
#include "base/text.h"
#include "office/catalogue.h"

enum { PARTS_MAX = 64 };

/* At the start or after a space: digits, then . 、 or ．. Returns the length of the mark, 0 for none. */
static size_t mark_at(const char *s, bool boundary, int expected)
{
	size_t digits = strspn(s, "0123456789");
	if (!boundary || !digits || digits > 2)
		return 0;
	int n = digits == 1 ? s[0] - '0' : (s[0] - '0') * 10 + s[1] - '0';
	if (n != expected)
		return 0;
	if (s[digits] == '.' && (s[digits + 1] < '0' || s[digits + 1] > '9'))
		return digits + 1;
	static const char *const dots[] = {N_("、"), N_("．")};
	for (size_t i = 0; i < 2; i++)
		if (!strncmp(s + digits, dots[i], strlen(dots[i])))
			return digits + strlen(dots[i]);
	return 0;
}

static size_t parts_read(const char *text, struct arena *a, const char *parts[PARTS_MAX])
{
	size_t n = 0;
	const char *start = text;
	bool boundary = true;
	for (const char *p = text; *p;) {
		size_t mark = n + 1 < PARTS_MAX ? mark_at(p, boundary, (int)n + 1) : 0;
		if (mark) {
			if (n)
				parts[n - 1] = text_trim(a, arena_strndup(a, start, (size_t)(p - start)));
			n++;
			p += mark;
			start = p;
			boundary = false;
			continue;
		}
		uint32_t cp;
		size_t used = utf8_next(p, strlen(p), &cp);
		boundary = cp == ' ' || cp == '\n' || cp == '\t' || cp == 0x3000 || cp == ';' || cp == 0xFF1B;
		p += used;
	}
	if (!n) {
		parts[0] = text_trim(a, text);
		return *parts[0] ? 1 : 0;
	}
	parts[n - 1] = text_trim(a, start);
	return n;
}

const char *deadline_rule(const char *deadline, struct arena *a)
{
	struct rule r;
	char buf[RULE_LEN];
	rule_read(deadline, &r);
	return arena_strdup(a, rule_print(&r, buf));
}

bool elements_read(const char *content, const char *deadline, struct arena *a, struct element **out, size_t *n, struct err *e)
{
	const char *text[PARTS_MAX], *limit[PARTS_MAX];
	*n = parts_read(content ? content : "", a, text);
	size_t limits = parts_read(deadline ? deadline : "", a, limit);
	if (!*n)
		return err_field(e, "content", _("公开内容是空的"));
	if (!limits)
		return err_field(e, "deadline", _("公开时限是空的"));
	if (limits != 1 && limits != *n)
		return err_field(e, "deadline", _("公开内容有 %zu 项，公开时限却有 %zu 项"), *n, limits);
	*out = arena_array(a, struct element, *n);
	for (size_t i = 0; i < *n; i++) {
		const char *d = limit[limits == 1 ? 0 : i];
		(*out)[i] = (struct element){.id = INT_NONE, .item_id = INT_NONE, .k = (int64_t)i + 1, .text = text[i], .deadline = d,
			.rule = deadline_rule(d, a)};
	}
	return true;
}
