#include "base/record.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "base/text.h"

#define LIST_MARK N_("、")

/* The start of what was typed, fit for a message. */
static const char *quoted(const char *text, struct arena *a)
{
	char *s = text_clean(a, arena_strndup(a, text, 200), false);
	size_t n = text_clip(s, 40, NULL);
	return s[n] ? arena_printf(a, "%.*s..", (int)n, s) : s;
}

/* A text of lines keeps the indent of its first line. */
static char *trim(struct arena *a, char *text, bool lines)
{
	char *s = text_trim(a, text), *start = *s && lines ? strstr(text, s) : NULL;
	if (!start)
		return s;
	char *line = start;
	while (line > text && line[-1] != '\n')
		line--;
	return arena_strndup(a, line, (size_t)(start - line) + strlen(s));
}

static bool set_text(const char **out, const struct field *f, const char *text, struct arena *a, struct err *e)
{
	bool lines = f->type == FIELD_LINES;
	size_t most = lines ? LINES_MAX : TEXT_MAX, n = strlen(text);
	if (n <= most) {
		*out = trim(a, text_clean(a, text, lines), lines);
		n = strlen(*out); /* normalization may have made it longer */
	}
	if (n > most)
		return err_field(e, f->name, _("%s：太长，最多 %zu 字节（约 %zu 个汉字），现有 %zu 字节"), f->label, most, most / 3, n);
	if (!**out)
		*out = NULL;
	return true;
}

/* Codes match in any case, with - and _ alike: in-person is in_person. */
static bool same_code(const char *code, const char *typed)
{
	for (; *code && *typed; code++, typed++)
		if (tolower((unsigned char)*code) != tolower((unsigned char)*typed) && !(*code == '_' && *typed == '-'))
			return false;
	return !*code && !*typed;
}

/* One of the names that a label such as “挂号信、EMS” lists. */
static bool label_lists(const char *label, const char *typed)
{
	size_t mark = strlen(LIST_MARK);
	for (const char *p = label, *end; p; p = end ? end + mark : NULL) {
		end = strstr(p, LIST_MARK);
		size_t n = end ? (size_t)(end - p) : strlen(p);
		if (n && strlen(typed) == n && !strncasecmp(p, typed, n))
			return true;
	}
	return false;
}

const struct choice *choice_find(const struct choice *list, const char *wanted)
{
	for (const struct choice *c = list; c && wanted && c->code; c++)
		if (!strcmp(c->code, wanted))
			return c;
	if (!list || !wanted)
		return NULL;
	struct arena a = {0};
	const char *folded = text_trim(&a, text_fold(&a, wanted));
	const struct choice *found = NULL;
	for (const struct choice *c = list; !found && c->code; c++)
		if (same_code(c->code, folded) || !strcasecmp(text_fold(&a, c->label), folded))
			found = c;
	for (const struct choice *c = list; !found && *folded && c->code; c++)
		if (label_lists(c->label, folded))
			found = c;
	arena_free(&a);
	return found;
}

static bool no_such_choice(const struct field *f, const char *text, struct arena *a, struct err *e)
{
	struct str all = str_new(a);
	for (const struct choice *c = f->choices; c->code; c++) {
		str_add(&all, all.len ? LIST_MARK : "");
		if (all.len > 700) {
			str_add(&all, "..");
			break;
		}
		str_printf(&all, _("%s（%s）"), tr(c->label), c->code);
	}
	return err_field(e, f->name, _("%s：没有「%s」，可以填：%s"), f->label, quoted(text, a), all.s);
}

/* A code of the list, or any text where the list belongs to the office; NULL when there is none. */
static const char *code_of(const struct field *f, const char *text)
{
	if (!f->choices)
		return text;
	const struct choice *c = choice_find(f->choices, text);
	return c ? c->code : NULL;
}

struct codes {
	const char **list;
	size_t n;
};

static void codes_add(struct codes *c, const char *code)
{
	for (size_t i = 0; i < c->n; i++)
		if (!strcmp(c->list[i], code))
			return;
	c->list[c->n++] = code;
}

/* Cuts the next piece off at a comma or semicolon of either width. */
static const char *next_piece(const char **s, struct arena *a)
{
	static const char *const marks[] = {",", ";", N_("，"), N_("；")};
	const char *end = *s + strlen(*s), *next = end;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *m = strstr(*s, marks[i]);
		if (m && m < end) {
			end = m;
			next = m + strlen(marks[i]);
		}
	}
	const char *piece = arena_strndup(a, *s, (size_t)(end - *s));
	*s = next;
	return piece;
}

static int marks_in(const char *s)
{
	int n = 0;
	while ((s = strstr(s, LIST_MARK))) {
		n++;
		s += strlen(LIST_MARK);
	}
	return n;
}

/* Bytes of s before its mark number `marks` + 1. */
static size_t up_to_mark(const char *s, int marks)
{
	const char *m = strstr(s, LIST_MARK);
	while (m && marks-- > 0)
		m = strstr(m + strlen(LIST_MARK), LIST_MARK);
	return m ? (size_t)(m - s) : strlen(s);
}

/* The code at the start of *piece, which moves on; 、 separates, but a label may itself hold it, so the longest label wins.
 * NULL when there is none, *piece is then its first part. */
static const char *next_code(const struct field *f, const char **piece, struct arena *a)
{
	int most = 0;
	const char *s = *piece, *part = "";
	for (const struct choice *c = f->choices; c && c->code; c++)
		most = marks_in(c->label) > most ? marks_in(c->label) : most;
	for (int k = most; k >= 0; k--) {
		size_t end = up_to_mark(s, k);
		part = text_trim(a, arena_strndup(a, s, end));
		const char *code = *part ? code_of(f, part) : "";
		if (code) {
			*piece = s + end + (s[end] ? strlen(LIST_MARK) : 0);
			return code;
		}
	}
	*piece = part;
	return NULL;
}

/* Returns the piece that is no code, or NULL. */
static const char *codes_read(const struct field *f, const char *text, struct codes *out, struct arena *a)
{
	while (*text) {
		const char *piece = next_piece(&text, a);
		while (*piece) {
			const char *code = next_code(f, &piece, a);
			if (!code)
				return piece;
			if (*code)
				codes_add(out, code);
		}
	}
	return NULL;
}

/* In the order of the list, so that the same choice is always the same text. */
static const char *codes_join(const struct field *f, const struct codes *c, struct arena *a)
{
	struct str b = str_new(a);
	for (const struct choice *k = f->choices; k && k->code; k++)
		for (size_t i = 0; i < c->n; i++)
			if (c->list[i] == k->code)
				str_printf(&b, "%s%s", b.len ? "," : "", k->code);
	for (size_t i = 0; !f->choices && i < c->n; i++)
		str_printf(&b, "%s%s", b.len ? "," : "", c->list[i]);
	return b.len ? b.s : NULL;
}

static bool set_code(const char **out, const struct field *f, const char *text, struct arena *a, struct err *e)
{
	if (!set_text(out, f, text, a, e))
		return false;
	if (!*out)
		return true;
	const char *wrong = NULL;
	if (f->flags & FIELD_MULTI) {
		struct codes c = {.list = arena_array(a, const char *, strlen(*out) + 1)};
		wrong = codes_read(f, *out, &c, a);
		*out = wrong ? NULL : codes_join(f, &c, a);
	} else {
		const char *code = code_of(f, *out);
		wrong = code ? NULL : *out;
		*out = code;
	}
	return wrong ? no_such_choice(f, wrong, a, e) : true;
}

static bool set_int(int64_t *out, const struct field *f, const char *s, struct arena *a, struct err *e)
{
	char *end;
	size_t sign = *s == '-' || *s == '+';
	errno = 0;
	long long v = strtoll(s, &end, 10);
	if (s[sign] < '0' || s[sign] > '9' || *end)
		return err_field(e, f->name, _("%s：%s 不是整数"), f->label, quoted(s, a));
	if (errno || v == INT64_MIN || (f->type == FIELD_ID && v < 1))
		return err_field(e, f->name, _("%s：%s 超出范围"), f->label, quoted(s, a));
	*out = v;
	return true;
}

/* Digits before the point, with or without commas every three; false for anything else or too much. */
static bool whole_yuan(const char **s, int64_t *out)
{
	int group = 0; /* digits since the last comma */
	bool commas = false;
	*out = 0;
	for (; (**s >= '0' && **s <= '9') || **s == ','; ++*s) {
		if (**s == ',') {
			if (!group || (commas ? group != 3 : group > 3))
				return false;
			commas = true;
			group = 0;
			continue;
		}
		*out = *out * 10 + (**s - '0');
		group++;
		if (*out > INT64_MAX / 1000)
			return false;
	}
	return group && (!commas || group == 3);
}

static bool set_money(int64_t *out, const struct field *f, const char *text, struct arena *a, struct err *e)
{
	const char *s = text;
	bool minus = *s == '-';
	int64_t yuan, fen = 0;
	s += minus;
	s += !strncmp(s, N_("￥"), 3) ? 3 : !strncmp(s, N_("¥"), 2) ? 2 : 0;
	bool good = whole_yuan(&s, &yuan);
	if (good && *s == '.') {
		size_t n = strspn(++s, "0123456789");
		if (n > 2 && strspn(s + 2, "0") != n - 2)
			return err_field(e, f->name, _("%s：%s 精确到分，最多两位小数"), f->label, quoted(text, a));
		fen = n > 0 ? (s[0] - '0') * 10 : 0;
		fen += n > 1 ? s[1] - '0' : 0;
		good = n > 0;
		s += n;
	}
	s += !strncmp(s, N_("元"), 3) ? 3 : 0;
	if (!good || *s)
		return err_field(e, f->name, _("%s：%s 不是金额，应写成 12.50"), f->label, quoted(text, a));
	*out = (yuan * 100 + fen) * (minus ? -1 : 1);
	return true;
}

static bool set_flag(int8_t *out, const struct field *f, const char *s, struct arena *a, struct err *e)
{
	static const struct {
		const char *word;
		int8_t flag;
	} words[] = {
		{"yes", 1}, {"no", 0}, {N_("是"), 1}, {N_("否"), 0}, {"1", 1}, {"0", 0}, {"y", 1}, {"n", 0}, {"true", 1}, {"false", 0},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcasecmp(s, words[i].word)) {
			*out = words[i].flag;
			return true;
		}
	return err_field(e, f->name, _("%s：%s 应填是或否"), f->label, quoted(s, a));
}

static bool set_date(daynum *out, const struct field *f, const char *s, const struct input *in, struct err *e)
{
	struct err why = {0};
	daynum d;
	if (date_input(s, in, f->flags, &d, &why)) {
		*out = d;
		return true;
	}
	return err_field(e, f->name, _("%s：%s"), f->label, why.text);
}

/* Numbers, dates and flags are read folded and trimmed; "" has been dealt with. */
static bool set_value(void *p, const struct field *f, const char *text, const struct input *in, struct arena *a, struct err *e)
{
	if (strnlen(text, TEXT_MAX) == TEXT_MAX)
		return err_field(e, f->name, _("%s：文字太长"), f->label);
	const char *s = text_trim(a, text_fold(a, text_clean(a, text, false)));
	switch (f->type) {
	case FIELD_INT:
	case FIELD_ID:
		return set_int(p, f, s, a, e);
	case FIELD_MONEY:
		return set_money(p, f, s, a, e);
	case FIELD_DATE:
		return set_date(p, f, s, in, e);
	case FIELD_FLAG:
		return set_flag(p, f, s, a, e);
	default:
		return err_field(e, f->name, _("%s：不能直接填写"), f->label);
	}
}

bool record_set(const struct record_type *t, void *rec, const struct field *f, const char *text, const struct input *in,
	struct arena *a, struct err *e)
{
	char *part = record_part(t, rec, f);
	BUG_ON(!part);
	if (f->type == FIELD_RECORD || f->type == FIELD_LIST)
		return err_field(e, f->name, _("%s：不能直接填写"), f->label);
	if (text && !utf8_valid(text, strlen(text)))
		return err_field(e, f->name, _("%s：「%s」不是有效的 UTF-8 文字"), f->label, quoted(text, a));
	if (text_is_blank(text)) {
		record_unset(f, part);
		return true;
	}
	if (f->type != FIELD_TEXT && f->type != FIELD_LINES && f->type != FIELD_CODE)
		return set_value(part + f->offset, f, text, in, a, e);
	const char *value;
	if (!(f->type == FIELD_CODE ? set_code(&value, f, text, a, e) : set_text(&value, f, text, a, e)))
		return false;
	*(const char **)(void *)(part + f->offset) = value;
	return true;
}
