/* What the screen shows of a ledger is what happens: a row called new comes in, one called refused never does, and a second time nothing is new. */
#include "office/request_import.h"

#include <string.h>

#include "tests/office_fixture.h"
#include "tests/test.h"
#include "tests/tui/dice.h"

static const char head[] = "编号,收到渠道,登记日期,收到日期,申请人类别,姓名或名称,所需信息,结果,不公开依据,理由,决定日期,答复日期\n";

/* Plausible and wrong cells; many rows are right. */
static const char *ledger(uint64_t *seed, int rows)
{
	static const char *const channels[] = {"当面", "平信", "挂号信", "天上"}, *const days[] = {"2025-03-03", "2025-03-10", "", "2025-13-01"};
	static const char *const results[] = {"granted", "refused", "not_existing", "partial", "", "", "胡说"}, *const grounds[] = {"15-1", "", "99"};
	static const char *const reasons[] = {"涉及商业秘密，公开会损害第三方", ""}, *const late[] = {"2025-03-20", "", "2025-01-01"};
	struct str s = str_new(t_arena);
	str_add(&s, head);
	for (int i = 0; i < rows; i++) {
		const char *day = days[dice(seed, 5) % 4];
		str_printf(&s, "2025-%04d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", 1 + dice(seed, rows * 2), channels[dice(seed, 13) % 4], dice(seed, 4) ? "" : "2025-03-04",
			day, dice(seed, 9) ? "natural" : "nobody", dice(seed, 9) ? "王一" : "", "查验数据", results[dice(seed, 7)], grounds[dice(seed, 3)],
			reasons[dice(seed, 2)], late[dice(seed, 3)], late[dice(seed, 3)]);
	}
	return s.s;
}

static struct import_plan review(struct office *o, const char *text)
{
	struct import_plan p;
	struct err e = {0};
	assert_done(ledger_plan(o, &request_ledger, &(struct ledger_import){.text = text}, true, t_arena, &p, &e));
	assert_int_equal(p.n, p.added + p.same + p.differs + p.refused);
	return p;
}

static const char *lines(const struct import_plan *p, const char *action, uint64_t *seed, int share)
{
	struct str s = str_new(t_arena);
	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->rows[i].action, action) && dice(seed, 100) < share)
			str_printf(&s, *s.s ? ",%d" : "%d", p->rows[i].line);
	return s.s;
}

static bool import(struct office *o, const char *text, const char *which, struct err *e)
{
	struct ledger_import in = {.text = text, .lines = which};
	return t_do(o, &request_import_verb, INT_NONE, &in, NULL, e);
}

TEST(what_is_shown_as_new_comes_in_and_nothing_else)
{
	uint64_t seed = 5;
	size_t came = 0, refused = 0;
	struct office *o = t_office("2026-03-09");
	for (int round = 0; round < 25; round++) {
		struct err e = {0};
		const char *text = ledger(&seed, 12);
		struct import_plan p = review(o, text);
		const char *some = lines(&p, "add", &seed, 50);
		came += p.added;
		refused += p.refused;
		if (*some)
			assert_done(import(o, text, some, &e));
		struct import_plan q = review(o, text);
		const char *rest = lines(&q, "add", &seed, 100);
		if (*rest)
			assert_done(import(o, text, rest, &e));
		struct import_plan last = review(o, text);
		assert_int_equal(last.added, 0);
		for (size_t i = 0; i < p.n; i++)
			if (!strcmp(p.rows[i].action, "add"))
				assert_string_equal(last.rows[i].action, "same");
		const char *no = lines(&last, "refused", &seed, 100);
		if (*no) {
			assert_false(import(o, text, no, &e));
			assert_int_equal(e.code, ERR_INPUT);
		}
	}
	assert_true(came > 20);
	assert_true(refused > 20);
	t_verify(o);
}

TEST(every_difference_is_told_field_by_field)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	const char *was = arena_printf(t_arena, "%s2025-0007,当面,2025-03-03,2025-03-03,natural,王一,查验数据,granted,,,2025-03-10,2025-03-12\n", head);
	const char *now = arena_printf(t_arena, "%s2025-7,当面,2025-03-04,2025-03-05,natural,王二,查验数据,partial,,,2025-03-10,2025-03-13\n", head);
	assert_done(import(o, was, NULL, &e));
	assert_int_equal(review(o, was).same, 1);
	struct import_plan p = review(o, now);
	assert_int_equal(p.differs, 1);
	static const char *const want[][3] = {{"姓名或名称", "王一", "王二"}, {"登记日期", "2025-03-03", "2025-03-04"},
		{"收到日期", "2025-03-03", "2025-03-05"}, {"结果", "予以公开", "部分公开"}, {"答复日期", "2025-03-12", "2025-03-13"}};
	assert_int_equal(p.rows[0].ndiffs, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_string_equal(p.rows[0].diffs[i].label, want[i][0]);
		assert_string_equal(p.rows[0].diffs[i].was, want[i][1]);
		assert_string_equal(p.rows[0].diffs[i].is, want[i][2]);
	}
	assert_done(import(o, now, NULL, &e));
	assert_int_equal(review(o, was).same, 1); /* shown, not made */
}

TEST(a_wrong_list_of_lines_is_refused)
{
	struct office *o = t_office("2026-03-09");
	const char *text = arena_printf(t_arena, "%s2025-0007,当面,,2025-03-03,natural,王一,查验数据,,,,,\n", head);
	static const char *const wrong[] = {"x", "0", "-1", "2;3", "99999999999999999999", "2,,3"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err e = {0};
		assert_false(import(o, text, wrong[i], &e));
		assert_string_equal(e.field, "lines");
	}
	struct err e = {0};
	assert_done(import(o, text, "3", &e));
	assert_int_equal(review(o, text).added, 1);
}
