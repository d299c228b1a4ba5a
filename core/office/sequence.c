#include "office/sequence.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_office.h"

static bool read_next(struct office *o, const char *series, int year, int64_t *next, bool *there, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_sequence_get);
	q_text(q, "series", series);
	q_int(q, "year", year);
	*next = 1;
	*there = q_one_int(q, next, &fault);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

static bool write_next(struct office *o, const char *series, int year, int64_t next, bool there, struct err *e)
{
	struct q *q = q_open(o->store, there ? &Q_sequence_set : &Q_sequence_add);
	q_text(q, "series", series);
	q_int(q, "year", year);
	q_int(q, "next", next);
	bool ok = q_run_one(q, e);
	q_end(q);
	return ok;
}

bool sequence_next(struct office *o, const char *series, int year, int64_t *serial, struct err *e)
{
	bool there;
	return read_next(o, series, year, serial, &there, e) && write_next(o, series, year, *serial + 1, there, e);
}

bool sequence_peek(struct office *o, const char *series, int year, int64_t *serial, struct err *e)
{
	bool there;
	return read_next(o, series, year, serial, &there, e);
}

bool sequence_raise(struct office *o, const char *series, int year, int64_t serial, struct err *e)
{
	int64_t next;
	bool there;
	if (!read_next(o, series, year, &next, &there, e))
		return false;
	return serial < next || write_next(o, series, year, serial + 1, there, e);
}

const char *number_bound(const char *number, bool falling, struct arena *a)
{
	return number && falling ? arena_printf(a, "%s ", number) : number;
}

const char *sequence_number(const char *typed, char letter, struct arena *a)
{
	enum { DIGITS_MAX = 8 };
	const char *s = text_trim(a, text_fold(a, typed));
	char *end;
	s += toupper((unsigned char)*s) == (letter ? letter : 'R');
	size_t year = strspn(s, "0123456789"), serial = s[year] == '-' ? strspn(s + year + 1, "0123456789") : 0;
	if (year != 4 || !serial || serial > DIGITS_MAX || s[year + 1 + serial])
		return typed;
	const char prefix[] = {letter, '\0'};
	return arena_printf(a, "%s%.4s-%04ld", prefix, s, strtol(s + year + 1, &end, 10));
}
