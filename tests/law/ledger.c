/* What the lines of a ledger say beside their count. */
#include <string.h>

#include "tests/test.h"
#include "law/ledger.h"

static struct clock_event event(enum clock_event_kind kind, daynum day, int days, const char *name)
{
	struct clock_event e = CLOCK_NO_EVENT;
	e.kind = kind;
	e.day = day;
	e.days = days;
	e.name = name;
	e.span = name ? 1 : 0;
	return e;
}

static const char *note_of(const struct clock_ledger *l, daynum day)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->lines[i].date == day)
			return clock_line_note(&l->lines[i], t_arena);
	fail_msg("no line for day %d", (int)day);
	return NULL;
}

TEST(a_ledger_tells_every_step_on_its_day_even_on_a_rest_day)
{
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	daynum received = day_make(2026, 3, 2), saturday = day_make(2026, 3, 7), monday = day_make(2026, 3, 9);
	struct clock_event ev[] = {
		event(EV_RECEIVED, received, 0, NULL),
		event(EV_EXTENDED, saturday, 20, NULL),
		event(EV_CONSULT_SENT, monday, 0, "甲公司"),
		event(EV_CONSULT_SENT, monday, 0, "乙公司"),
	};
	ev[3].span = 2;
	struct clock_ledger l;
	clock_explain(c, r, ev, 4, monday, t_arena, &l);
	assert_string_equal(note_of(&l, received), clock_event_label(EV_RECEIVED)); /* once, not twice */
	assert_non_null(strstr(note_of(&l, saturday), clock_event_label(EV_EXTENDED)));
	assert_non_null(strstr(note_of(&l, monday), "甲公司；"));
	assert_non_null(strstr(note_of(&l, monday), "乙公司"));
	assert_null(note_of(&l, received + 1));
}
