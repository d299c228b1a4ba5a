/* A letter by what somebody typed: its id, its printed number, or the end of that. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_letter.h"
#include "office/letter.h"

static const char *const open_marks[] = {"[", "(", N_("（"), N_("［"), N_("【"), N_("〔")};
static const char *const close_marks[] = {"]", ")", N_("）"), N_("］"), N_("】"), N_("〕")};

static size_t mark(const char *s, const char *const *marks)
{
	for (size_t i = 0; i < sizeof open_marks / sizeof *open_marks; i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Any brackets become these. */
static const char *bracketed(const char *s, const char *open, const char *close, struct arena *a)
{
	struct str out = str_new(a);
	while (*s) {
		size_t opens = mark(s, open_marks), closes = mark(s, close_marks);
		if (opens || closes)
			str_add(&out, opens ? open : close);
		else
			str_char(&out, *s);
		s += opens + closes + !(opens + closes);
	}
	return out.s;
}

/* …〔2025〕12号, …（2012）第3号. */
static void numbered(const char *square, struct letter_written *w)
{
	const char *open = strstr(square, _("〔"));
	char *end;
	if (!open)
		return;
	const char *digits = open + strlen(_("〔"));
	long year = strtol(digits, &end, 10);
	if (end != digits + 4 || strncmp(end, _("〕"), strlen(_("〕"))) != 0)
		return;
	const char *serial = end + strlen(_("〕"));
	serial += strncmp(serial, _("第"), strlen(_("第"))) == 0 ? strlen(_("第")) : 0;
	long n = strtol(serial, &end, 10);
	if (end == serial || n < 1 || n > 999999)
		return;
	w->in_year = year;
	w->in_serial = n;
}

struct letter_written letter_written(const char *typed, struct arena *a)
{
	char *end;
	const char *folded = text_trim(a, text_fold(a, typed));
	struct letter_written w = {.year = INT_NONE, .serial = INT_NONE, .tail_year = INT_NONE, .in_year = INT_NONE, .in_serial = INT_NONE};
	w.typed = text_trim(a, typed);
	w.square = bracketed(w.typed, _("〔"), _("〕"), a);
	w.round = bracketed(w.typed, _("（"), _("）"), a);
	numbered(w.square, &w);
	size_t opens = mark(w.typed, open_marks);
	if (opens && isdigit((unsigned char)w.typed[opens]))
		w.tail_year = strtol(w.typed + opens, NULL, 10);
	if (toupper((unsigned char)*folded) != 'L')
		return w;
	long year = strtol(folded + 1, &end, 10);
	if (end != folded + 5 || *end != '-' || !isdigit((unsigned char)end[1]))
		return w;
	long serial = strtol(end + 1, &end, 10);
	if (*end)
		return w;
	w.year = year;
	w.serial = serial;
	return w;
}

bool letter_find(struct office *o, const char *number, int64_t *id, struct err *e)
{
	struct arena a = {0};
	struct err end = {0};
	const struct letter_written w = letter_written(number, &a);
	struct q *q = q_open(o->store, &Q_letter_by_number);
	q_text(q, "typed", w.typed);
	q_text(q, "square", w.square);
	q_text(q, "round", w.round);
	q_int(q, "year", w.year);
	q_int(q, "serial", w.serial);
	bool found = q_one_int(q, id, &end);
	if (!found && !end.code) {
		q = q_open(o->store, &Q_letter_by_tail);
		q_text(q, "square", w.square);
		q_text(q, "round", w.round);
		q_int(q, "year", w.tail_year);
		found = q_one_int(q, id, &end);
	}
	arena_free(&a);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有文号为“%s”的文书"), number);
}
