/* Which law a letter may name on its date, and which version is taken on the day the law changes. */
#include "tests/paper/letters_sample.h"

#include <string.h>

#include "base/text.h"
#include "tests/test.h"

static const char *source(const char *file)
{
	return embedded_find(gen_letters, arena_printf(t_arena, "%s.letter", file))->text;
}

/* The text below ----, without comments. */
static bool body_says(const char *file, const char *words)
{
	char *text = arena_strdup(t_arena, strstr(source(file), "\n----\n")), *save = NULL;
	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
		if (*line != '%' && strstr(line, words))
			return true;
	return false;
}

TEST(no_letter_of_today_names_dead_law)
{
	static const char *const dead[] = {"关务公开办法", "海关政府信息公开办法", "第165号", "165号", "215号", "第492号", "予以受理", "受理了", "再行申请",
		"免予公开", "工作秘密", "不属于本机关的掌握范围", "检索、复制、邮寄", "监察部门", "快递"};
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++)
		for (size_t k = 0; l.all[i]->family == 2019 && k < sizeof dead / sizeof *dead; k++)
			if (body_says(l.file[i], dead[k]))
				fail_msg("%s says “%s”", l.file[i], dead[k]);
}

/* Fifteen working days are the third party's and the other agency's time, never the applicant's. */
TEST(fifteen_working_days_are_no_answer_period_today)
{
	static const char *const may[] = {"consult", "consult_notice", "coagency"};
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		bool allowed = l.all[i]->family == 2008;
		for (size_t k = 0; k < 3; k++)
			allowed |= !strcmp(l.all[i]->kind, may[k]);
		if (!allowed && body_says(l.file[i], "15个工作日"))
			fail_msg("%s speaks of 15 working days", l.file[i]);
	}
}

TEST(the_2008_family_names_its_law_in_its_time_only)
{
	struct letters l = letters_shipped();
	daynum end165 = day_make(2014, 3, 31), end215 = day_make(2020, 12, 20);
	for (size_t i = 0; i < l.n; i++) {
		const struct template *t = l.all[i];
		if (t->family != 2008)
			continue;
		if (body_says(l.file[i], "海关关务公开办法") && (t->valid_to == DAY_NONE || t->valid_to > end165))
			fail_msg("%s names 165号 after its end", l.file[i]);
		if (body_says(l.file[i], "海关政府信息公开办法") &&
			(t->valid_to == DAY_NONE || t->valid_to > end215 || t->valid_from <= end165))
			fail_msg("%s names 215号 out of its time", l.file[i]);
		if (body_says(l.file[i], "第三十六条") || body_says(l.file[i], "20个工作日"))
			fail_msg("%s names the regulation of 2019", l.file[i]);
	}
}

/* The versions of a kind follow one another without a gap, and the last one has no end: a case of 2008 may still be open. */
TEST(versions_follow_one_another_without_a_gap)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		const struct template *t = l.all[i];
		if (t->valid_to == DAY_NONE)
			continue;
		const struct template *next = template_pick(l.all, l.n, t->kind, t->family, t->valid_to + 1);
		if (!next || next->valid_from != t->valid_to + 1)
			fail_msg("after %s nothing follows", l.file[i]);
		assert_ptr_equal(template_pick(l.all, l.n, t->kind, t->family, t->valid_to), t);
	}
}

static const char *picked(const struct letters *l, const char *kind, int family, const char *iso)
{
	daynum d;
	assert_true(day_parse(iso, &d));
	const struct template *t = template_pick(l->all, l->n, kind, family, d);
	for (size_t i = 0; t && i < l->n; i++)
		if (l->all[i] == t)
			return l->file[i];
	return "none";
}

TEST(the_version_of_the_letters_date_is_taken)
{
	static const struct {
		const char *kind;
		int family;
		const char *date, *file;
	} cases[] = {
		{"refused", 2008, "2008-04-30", "none"}, {"refused", 2008, "2008-05-01", "refused-2008-s4"},
		{"refused", 2008, "2014-03-31", "refused-2008-s4"}, {"refused", 2008, "2014-04-01", "refused-2008-215"},
		{"refused", 2008, "2019-05-14", "refused-2008-215"}, {"refused", 2008, "2019-05-15", "refused-2008-215"},
		{"refused", 2008, "2020-12-20", "refused-2008-215"}, {"refused", 2008, "2020-12-21", "refused-2008"},
		{"refused", 2019, "2019-05-14", "none"}, {"refused", 2019, "2019-05-15", "refused-2019"},
		{"refused", 2019, "2014-03-31", "none"}, {"refused", 2019, "2026-03-09", "refused-2019"},
		{"receipt", 2008, "2014-03-31", "receipt-2008-s4"}, {"receipt", 2008, "2014-04-01", "receipt-2008-215"},
		{"receipt", 2008, "2019-05-15", "receipt-2008-215"}, {"receipt", 2008, "2020-12-21", "receipt-2008"}, {"receipt", 2019, "2019-05-15", "receipt-2019"},
		{"extend", 2008, "2014-03-31", "extend-2008-s4"}, {"extend", 2008, "2014-04-01", "extend-2008-215"},
		{"extend", 2008, "2020-12-21", "extend-2008"}, {"extend", 2019, "2020-12-21", "extend-2019"},
		{"repeat", 2008, "2014-03-31", "repeat-2008-early"}, {"repeat", 2008, "2014-04-01", "repeat-2008-215"},
		{"consult", 2008, "2014-03-31", "consult-2008-s4"}, {"consult", 2008, "2014-04-01", "consult-2008"},
		{"fee", 2019, "2020-12-31", "none"}, {"fee", 2019, "2021-01-01", "fee-2019"}, {"fee", 2008, "2010-01-01", "fee-2008"},
		{"supply_date", 2019, "2026-03-09", "none"}, {"exempt", 2019, "2026-03-09", "none"}, {"exempt", 2008, "2012-03-09", "exempt-2008-early"},
		{"stop_clarify", 2008, "2014-04-01", "stop_clarify-2008-215"}, {"unclear", 2008, "2020-12-20", "unclear-2008-215"},
		{"task", 2008, "2010-03-09", "task"}, {"task", 2019, "2026-03-09", "task"}, {"revoke", 2008, "2026-03-09", "revoke"},
	};
	struct letters l = letters_shipped();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *file = picked(&l, cases[i].kind, cases[i].family, cases[i].date);
		if (strcmp(file, cases[i].file))
			fail_msg("%s of %d on %s: %s", cases[i].kind, cases[i].family, cases[i].date, file);
	}
}

/* Every kind that the command line names. */
TEST(every_named_kind_can_be_had_today)
{
	static const char kinds[] =
		"receipt confirmation clarify extend delay ask_reasons consult consult_slip consult_notice third_party_notice coagency task fee "
		"stop_clarify stop_fee withdraw delivery_record granted already_public partial refused query_law not_held not_existing "
		"needs_making unclear petition repeat published_matter excessive reconfirm not_gov_info other suggestion correction_receipt "
		"correction_clarify correction_result correction_no_power revoke approval_sheet application_form correction_form";
	static const char old[] = "granted partial refused not_held not_existing clarify extend supply_date consult third_party_notice exempt transferred "
				  "receipt correction_receipt correction_result correction_no_power correction_form application_form";
	struct letters l = letters_shipped();
	char *copy = arena_strdup(t_arena, kinds), *save = NULL;
	for (char *k = strtok_r(copy, " ", &save); k; k = strtok_r(NULL, " ", &save))
		if (!strcmp(picked(&l, k, 2019, "2026-03-09"), "none"))
			fail_msg("no letter %s today", k);
	copy = arena_strdup(t_arena, old);
	for (char *k = strtok_r(copy, " ", &save); k; k = strtok_r(NULL, " ", &save))
		if (!strcmp(picked(&l, k, 2008, "2010-03-09"), "none") || !strcmp(picked(&l, k, 2008, "2026-03-09"), "none"))
			fail_msg("no letter %s of 2008", k);
}
