#include "office/verb.h"

#include <string.h>

#include "office/audit.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct setting_args setting(const char *key, const char *value)
{
	return (struct setting_args){.key = key, .value = value, .valid_from = DAY_NONE};
}

TEST(a_verb_leaves_one_line_and_the_chain_holds)
{
	struct office *o = t_office("2026-03-09");
	struct audit_head before, after;
	struct setting_args in = setting("phone", "0532-82955000");
	struct err e = {0};
	t_verify(o);
	assert_done(audit_head(o->store, &before, &e));
	assert_int_equal(before.seq, 1);
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_done(audit_head(o->store, &after, &e));
	assert_int_equal(after.seq, 2);
	assert_string_equal(setting_get(o, "phone", DAY_NONE, t_arena), "0532-82955000");
	t_verify(o);
}
