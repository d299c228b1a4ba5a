#include "office/demo.h"

#include <string.h>

#include "tests/office_fixture.h"
#include "tests/test.h"

TEST(a_story_is_told_on_its_own_days)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	daynum today = o->desk->today;
	assert_done(demo_story(o, "# AGO\tVERB\n1\tunit.add\t-\tname=法规科\n2\tunit.add\t-\tname=办公室\n0\tunit.change\tunit:办公室\tname=办公室\tphone=1\n",
		today, &e));
	assert_int_equal(o->desk->today, today);
	t_verify(o);
}

TEST(an_act_under_older_law_has_a_date_of_its_own)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	assert_done(demo_story(o, "# AGO\tVERB\n0\tunit.change\tunit:甲\tname=甲\tphone=2\n2018-09-03\tunit.add\t-\tname=甲\n", o->desk->today, &e));
	assert_false(demo_story(o, "2027-01-01\tunit.add\t-\tname=乙\n", o->desk->today, &e)); /* not yet */
	t_verify(o);
}

TEST(a_story_with_a_mistake_names_its_line)
{
	static const char *const cases[] = {
		"x\tunit.add\t-\tname=a\n", "1\tunit.fly\t-\n", "1\tunit.add\t-\tcolour=red\n", "1\tunit.add\t-\tname\n", "1\tunit.change\tunit:没有\tname=a\n",
		"1\tinfo.review\t甲\tstep=unit\n", "1\tunit.add\n", "1\tperson.add\t-\tleft_on=2026-02-30\n", "1\tinfo.register\t甲\titem=99\ttitle=a\tformed=.\n",
	};
	struct office *o = t_office("2026-03-09");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};
		assert_false(demo_story(o, cases[i], o->desk->today, &e));
		if (!strstr(e.text, "第 1 行"))
			fail_msg("case %zu: %s", i, e.text);
	}
}
