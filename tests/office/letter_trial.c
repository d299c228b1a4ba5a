/* The trial of the templates finds nothing in what ships, and finds what is planted. */
#include "office/letter_trial.h"

#include <string.h>

#include "law/outcome.h"
#include "law/procedure.h"
#include "tests/test.h"

static struct letter_kinds shipped(void)
{
	struct letter_kinds k;
	template_load(gen_letters, t_arena, &k.all, &k.n);
	return k;
}

TEST(every_shipped_letter_stands_the_trial)
{
	struct letter_kinds k = shipped();
	struct letter_faults f;
	letter_trial(&k, t_arena, &f);
	for (size_t i = 0; i < f.n; i++)
		print_message("%s: %s\n", f.rows[i].number, f.rows[i].text);
	assert_int_equal(f.n, 0);
}

static struct template *planted(const char *remedy, const char *body)
{
	struct err e = {0};
	struct template *t;
	assert_done(template_parse(arena_printf(t_arena, "种类: withdraw\n名称: 样例\n规则: 2019\n启用: 2026-01-01\n依据: 实务\n救济: %s\n"
		"字段: name 申请人 文字4 必填\n字段: way 方式 选项 必填 post=邮寄 fax=传真\n字段: code 代码 日期\n----\n标题: 样例\n%s", remedy, body), t_arena, &t, &e));
	return t;
}

TEST(a_letter_that_cannot_be_issued_for_some_case_is_found)
{
	static const struct {
		const char *remedy, *body, *why;
	} cases[] = {
		{"无", "你好，{{申请人}}。", NULL},
		{"无", "{{code}}", NULL}, /* not required: the refusal that names it is right */
		{"复议或诉讼", "救济:", NULL},
		{"复议或诉讼", "你好。\n【方式=post】救济:", "没有救济告知"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct template *t = planted(cases[i].remedy, cases[i].body);
		struct letter_kinds k = {.n = 1, .all = &t};
		struct letter_faults f;
		const char *own = "";
		letter_trial(&k, t_arena, &f);
		for (size_t r = 0; r < f.n; r++)
			if (strcmp(f.rows[r].number, "withdraw-2019") == 0)
				own = f.rows[r].text;
		if (cases[i].why ? !strstr(own, cases[i].why) : *own)
			fail_msg("%s: “%s”", cases[i].body, own);
	}
}

TEST(a_step_without_its_letter_is_found)
{
	struct letter_kinds k = shipped(), less = {.all = arena_array(t_arena, struct template *, k.n + 1)};
	struct letter_faults f;
	for (size_t i = 0; i < k.n; i++)
		if (strcmp(k.all[i]->kind, "extend") != 0)
			less.all[less.n++] = k.all[i];
	letter_trial(&less, t_arena, &f);
	assert_true(f.n >= 1);
	assert_string_equal(f.rows[0].number, "extend");
	assert_non_null(strstr(f.rows[0].text, "没有模板"));
}

/* Each outcome of the law has its letter, under its rule set, on every day of its life, with remedies if and only if it has any. */
TEST(every_outcome_has_its_letter)
{
	struct letter_kinds k = shipped();
	struct law *law = law_embedded(t_arena);
	assert_true(law->noutcomes > 30);
	for (size_t i = 0; i < law->noutcomes; i++) {
		const struct outcome *o = &law->outcomes[i];
		int family = ruleset_family(ruleset_find(law, o->ruleset));
		const daynum days[] = {family == 2008 ? day_make(2010, 3, 1) : day_make(2021, 3, 1), day_make(2026, 3, 9)};
		for (size_t d = 0; *o->letter && d < 2; d++) {
			const struct template *t = template_pick(k.all, k.n, o->letter, family, days[d]);
			if (!t)
				fail_msg("%s of %s has no letter %s", o->code, o->ruleset, o->letter);
			if ((strcmp(o->remedy, "none") == 0) != (t->remedy == TEMPLATE_REMEDY_NONE))
				fail_msg("%s of %s: remedy %s, letter %s", o->code, o->ruleset, o->remedy, template_remedy_name(t->remedy));
		}
	}
}

/* Every ground of the law can be ticked in its refusal and in its partial decision. */
TEST(every_ground_stands_in_the_refusal_of_its_time)
{
	struct letter_kinds k = shipped();
	struct law *law = law_embedded(t_arena);
	static const char *const kinds[] = {"refused", "partial"};
	for (size_t i = 0; i < law->ngrounds * 2; i++) {
		const struct ground *g = &law->grounds[i / 2];
		int family = ruleset_family(ruleset_find(law, g->ruleset));
		const struct template *t = template_pick(k.all, k.n, kinds[i % 2], family, family == 2008 ? day_make(2010, 3, 1) : day_make(2026, 3, 9));
		const struct slot *slot = template_slot(t, "ground");
		size_t found = 0;
		for (size_t o = 0; o < slot->noptions; o++)
			found += strcmp(slot->options[o].code, g->code) == 0;
		assert_int_equal(found, 1);
	}
}
