/* Until when the applicant may go to review or to court. */
#include "law/remedy_period.h"

#include <string.h>

#include "tests/test.h"

static daynum on(const char *iso)
{
	daynum d = DAY_NONE;
	assert_true(!iso || day_parse(iso, &d));
	return d;
}

TEST(sixty_days_six_months_and_fifteen_days_roll_over_rest_days)
{
	static const struct { enum remedy_class class; bool partial; const char *letter, *served, *reviewed, *review, *suit, *after; } cases[] = {
		{REMEDY_ALT, false, "2026-03-20", "2026-03-20", NULL, "2026-05-19", "2026-09-20", NULL},           /* a worked Sunday */
		{REMEDY_ALT, false, "2026-08-03", "2026-08-03", NULL, "2026-10-08", "2027-02-03", NULL},           /* 10-02 国庆 */
		{REMEDY_PRE, false, "2026-03-20", "2026-03-23", "2026-05-08", "2026-05-22", NULL, "2026-05-25"},   /* 05-23 Saturday */
		{REMEDY_PRE, true, "2026-03-20", "2026-03-31", NULL, "2026-06-01", "2026-09-30", NULL},            /* 05-30 Saturday; month end */
		{REMEDY_ALT, false, "2015-04-30", "2015-05-04", NULL, "2015-07-03", "2015-08-04", NULL},           /* three months: by the letter's day */
		{REMEDY_ALT, false, "2015-05-01", "2015-05-04", NULL, "2015-07-03", "2015-11-04", NULL},
		{REMEDY_ALT, false, "2025-08-29", "2025-08-31", NULL, "2025-10-30", "2026-02-28", NULL},           /* no 31 February; a worked Saturday */
		{REMEDY_ALT, false, "2026-03-20", "2026-03-20", "2026-01-05", "2026-05-19", "2026-09-20", NULL},   /* an older review is of an older answer */
	};
	struct calendar *c = calendar_embedded(t_arena);
	struct law *l = law_embedded(t_arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct remedy_period p[REMEDY_PERIODS];
		daynum review = DAY_NONE, suit = DAY_NONE, after = DAY_NONE;
		size_t n = remedy_periods(l, c, cases[i].class, cases[i].partial, on(cases[i].letter), on(cases[i].served), on(cases[i].reviewed), p);
		for (size_t k = 0; k < n; k++)
			*(!strcmp(p[k].key, "review") ? &review : !strcmp(p[k].key, "suit") ? &suit : &after) = p[k].until;
		assert_int_equal(review, on(cases[i].review));
		assert_int_equal(suit, on(cases[i].suit));
		assert_int_equal(after, on(cases[i].after));
	}
}

TEST(a_letter_without_remedy_opens_no_period)
{
	struct remedy_period p[REMEDY_PERIODS];
	assert_int_equal(remedy_periods(law_embedded(t_arena), calendar_embedded(t_arena), REMEDY_NONE, false, on("2026-03-20"), on("2026-03-20"), DAY_NONE, p), 0);
}
