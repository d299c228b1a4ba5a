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
	assert_string_equal(note_of(&l, received), "收到申请（次日起20个工作日，条例33(二)）"); /* once, not twice */
	assert_string_equal(note_of(&l, saturday), "延期答复20个工作日（条例33(二)）");
	assert_non_null(strstr(note_of(&l, monday), "甲公司；"));
	assert_non_null(strstr(note_of(&l, monday), "乙公司"));
	assert_null(note_of(&l, received + 1));
}

static daynum on(const char *iso)
{
	daynum d = DAY_NONE;
	assert_true(day_parse(iso, &d));
	return d;
}

/* A clerk reads "4/20": the days of the period the line stands in, not of one that came after it. */
TEST(each_line_of_a_ledger_counts_towards_its_own_period)
{
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	struct clock_event ev[4];
	static const struct { enum clock_event_kind kind; const char *day; int days; } told[] = {
		{EV_RECEIVED, "2026-03-03", 0}, {EV_CLARIFY_SENT, "2026-03-09", 0}, {EV_CLARIFIED, "2026-03-20", 0}, {EV_EXTENDED, "2026-04-10", 10},
	};
	struct clock_ledger l;
	for (size_t i = 0; i < 4; i++) {
		ev[i] = CLOCK_NO_EVENT;
		ev[i].kind = told[i].kind;
		ev[i].day = on(told[i].day);
		ev[i].days = told[i].days;
	}
	clock_explain(c, r, ev, 4, on("2026-04-10"), t_arena, &l);
	int before = 0, after = 0;
	for (size_t i = 0; i < l.n; i++) {
		const struct clock_line *line = &l.lines[i];
		assert_int_equal(line->limit, !line->counted ? 0 : line->date < on("2026-03-20") ? 20 : 30);
		before += line->counted && line->date < on("2026-03-20");
		after += line->counted && line->date > on("2026-03-20");
	}
	assert_int_equal(before, 4);
	assert_int_equal(after, 30);
	assert_int_equal(l.lines[l.n - 1].counted, l.limit);
}

/* What a reviewer asks of every day that was not counted, and of every day 0: by which article. */
TEST(a_day_left_out_and_a_day_that_begins_anew_name_their_article)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct law *law = law_embedded(t_arena);
	static const struct {
		const char *rules, *received, *begins, *third, *agency, *waits, *anew;
	} laws[] = {
		{"2019", "2026-03-02", "收到申请（次日起20个工作日，条例33(二)）", "征求第三方意见：甲（条例33(三)）", "征求其他机关意见：乙（条例33(三)）",
			"等待补正（条例30）", "收到补正材料（次日起20个工作日，条例30）"},
		{"2008", "2012-03-05", "收到申请（次日起15个工作日，条例(2008)24）", "征求第三方意见：甲（条例(2008)24）", NULL,
			"等待补正（条例(2008)21(四)）", "收到补正材料（次日起15个工作日，条例(2008)21(四)）"},
	};
	for (size_t i = 0; i < sizeof laws / sizeof *laws; i++) {
		daynum d = on(laws[i].received); /* a Monday */
		struct clock_event ev[] = {
			event(EV_RECEIVED, d, 0, NULL), event(EV_CONSULT_SENT, d + 1, 0, "甲"), event(EV_CONSULT_ANSWERED, d + 2, 0, "甲"),
			event(EV_COAGENCY_SENT, d + 2, 0, "乙"), event(EV_COAGENCY_ANSWERED, d + 3, 0, "乙"), event(EV_CLARIFY_SENT, d + 4, 0, NULL),
			event(EV_CLARIFIED, d + 8, 0, NULL),
		};
		ev[3].span = ev[4].span = 2;
		struct clock_ledger l;
		clock_explain(c, ruleset_find(law, laws[i].rules), ev, 7, d + 8, t_arena, &l);
		assert_string_equal(note_of(&l, d), laws[i].begins);
		assert_non_null(strstr(note_of(&l, d + 2), laws[i].third));
		if (laws[i].agency)
			assert_non_null(strstr(note_of(&l, d + 3), laws[i].agency));
		else
			assert_non_null(strstr(note_of(&l, d + 2), "征求其他机关意见：乙（时间照计，条例(2008)24）"));
		assert_string_equal(note_of(&l, d + 7), laws[i].waits);
		assert_string_equal(note_of(&l, d + 8), laws[i].anew);
		assert_non_null(strstr(l.note, "本关约定"));
	}
}
