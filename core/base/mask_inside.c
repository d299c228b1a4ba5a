/* Numbers that point at a person, inside running text. */
#include "base/record.h"

#include <ctype.h>
#include <string.h>
#include "base/text.h"

/* A character of the text: where it lies, and what it is in plain ASCII (0: something else). */
struct place {
	size_t at;
	char plain;
};

/* N digit, L letter, X digit or X, M 3…9, - a dash, a space or a closing bracket; any other stands for itself. */
static const struct shape {
	const char *form;
	bool identity; /* holds a day of birth */
} shapes[] = {
	{"NNNNNNNNNNNNNNNNNX", true}, {"NNNNNNNNNNNNNNN", true},
	{"1MNNNNNNNNN", false}, {"1MN-NNNN-NNNN", false}, {"861MNNNNNNNNN", false}, {"86-1MNNNNNNNNN", false}, {"86-1MN-NNNN-NNNN", false},
	{"0NN-NNNNNNNN", false}, {"0NNN-NNNNNNNN", false}, {"0NNN-NNNNNNN", false}, {"0NNNNNNNNNN", false}, {"0NNNNNNNNNNN", false},
	{"LNNNNNNNN", false}, {"LNNNNNNNNNN", false}, /* passport, permit to travel */
};

static char plain_of(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFEE0;
	if (cp == 0x3000)
		return ' ';
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		return '-';
	return cp < 0x80 ? (char)cp : '\0';
}

static bool fits(char c, char form)
{
	switch (form) {
	case 'N':
		return isdigit((unsigned char)c);
	case 'L':
		return isalpha((unsigned char)c);
	case 'X':
		return isdigit((unsigned char)c) || c == 'X' || c == 'x';
	case 'M':
		return c >= '3' && c <= '9';
	case '-':
		return c == '-' || c == ' ' || c == ')';
	default:
		return c == form;
	}
}

static int number(const struct place *p, size_t n)
{
	int v = 0;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (p[i].plain - '0');
	return v;
}

/* A customs declaration has eighteen digits too; a day of birth tells them apart. */
static bool has_birthday(const struct place *p, size_t n)
{
	int year = n == 18 ? number(p + 6, 4) : 1900 + number(p + 6, 2), at = n == 18 ? 10 : 8;
	int month = number(p + at, 2), day = number(p + at + 2, 2);
	return year >= 1880 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool matches(const struct place *p, size_t left, const struct shape *shape)
{
	size_t n = strlen(shape->form);
	if (n > left)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!fits(p[i].plain, shape->form[i]))
			return false;
	if (n < left && isalnum((unsigned char)p[n].plain))
		return false;
	return !shape->identity || has_birthday(p, n);
}

static bool in_mail(char c)
{
	return c && (isalnum((unsigned char)c) || strchr("._%+-", c));
}

/* Characters of the mail address that begins here: name, @, a name with a dot. *name: those before the @. */
static size_t mail(const struct place *p, size_t left, size_t *name)
{
	size_t n = 0, host, dots = 0;
	while (n < left && in_mail(p[n].plain))
		n++;
	*name = n;
	if (!n || n == left || p[n].plain != '@')
		return 0;
	for (host = ++n; n < left && (isalnum((unsigned char)p[n].plain) || p[n].plain == '.' || p[n].plain == '-'); n++)
		dots += p[n].plain == '.' && n > host;
	return dots ? n : 0;
}

/* How many characters here point at a person (0: none); the first `head` and last `tail` of them may be read. */
static size_t personal(const struct place *p, size_t left, size_t *head, size_t *tail)
{
	size_t name, n = mail(p, left, &name);
	*head = 1;
	*tail = n - name;
	for (size_t i = 0; !n && i < sizeof shapes / sizeof *shapes; i++) {
		if (!matches(p, left, &shapes[i]))
			continue;
		n = strlen(shapes[i].form);
		*head = shapes[i].identity ? 6 : n >= 11 ? 3 : 2;
		*tail = n >= 11 ? 4 : 2;
	}
	return n;
}

/* A number begins here, perhaps after a word in letters: not inside a longer code. */
static bool begins(const struct place *p, size_t i)
{
	size_t from = i;
	while (from > 0 && isalpha((unsigned char)p[from - 1].plain))
		from--;
	if (from < i && !isdigit((unsigned char)p[i].plain))
		return false;
	return from == 0 || !isalnum((unsigned char)p[from - 1].plain);
}

const char *text_mask_inside(const char *s, struct arena *a)
{
	size_t len = s ? strlen(s) : 0, n = 0;
	if (!len || !s[strcspn(s, "0123456789@\xEF")]) /* \xEF begins the full-width digits */
		return s;
	struct place *p = arena_array(a, struct place, len + 1);
	for (size_t i = 0; i < len; n++) {
		uint32_t cp;
		p[n].at = i;
		i += utf8_next(s + i, len - i, &cp);
		p[n].plain = plain_of(cp);
	}
	p[n].at = len;
	struct str out = str_new(a);
	bool any = false;
	for (size_t i = 0, head, tail; i < n;) {
		size_t k = begins(p, i) ? personal(p + i, n - i, &head, &tail) : 0;
		any |= k > 0;
		for (size_t j = 0; j < k; j++) {
			bool hide = j >= head && j + tail < k && isalnum((unsigned char)p[i + j].plain);
			str_addn(&out, hide ? "*" : s + p[i + j].at, hide ? 1 : p[i + j + 1].at - p[i + j].at);
		}
		if (!k)
			str_addn(&out, s + p[i].at, p[i + 1].at - p[i].at);
		i += k ? k : 1;
	}
	return any ? out.s : s;
}
