/* What the screen shows of a ledger is what happens: a row called new comes in, one called refused never does, and a second time nothing is new. */
#include "office/request_import.h"

#include <string.h>

#include "office/decision.h"
#include "office/matter.h"
#include "office/search.h"
#include "office/sequence.h"

#include "tests/office_fixture.h"
#include "tests/test.h"
#include "tests/tui/dice.h"

static const char head[] = "编号,收到渠道,登记日期,收到日期,申请人类别,姓名或名称,所需信息,结果,不公开依据,理由,决定日期,答复日期\n";

/* Plausible and wrong cells; many rows are right. */
static const char *ledger(uint64_t *seed, int rows)
{
	static const char *const channels[] = {"当面", "平信", "挂号信", "天上"}, *const days[] = {"2025-03-03", "2025-03-10", "", "2025-13-01"};
	static const char *const results[] = {"granted", "refused", "not_existing", "partial", "", "", "胡说"}, *const grounds[] = {"15-1", "", "99"};
	static const char *const reasons[] = {"涉及商业秘密，公开会损害第三方", ""}, *const late[] = {"2025-03-20", "2025-03-20", "", "2025-01-01"},
		*const decided[] = {"2025-03-14", "", "2025-03-14", "2027-01-01"};
	struct str s = str_new(t_arena);
	str_add(&s, head);
	for (int i = 0; i < rows; i++) {
		const char *day = days[dice(seed, 5) % 4], *result = results[dice(seed, 7)];
		const char *ground = dice(seed, 4) ? !strcmp(result, "refused") || !strcmp(result, "partial") ? "15-1" : "" : grounds[dice(seed, 3)];
		str_printf(&s, "2025-%04d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", 1 + dice(seed, rows * 2), channels[dice(seed, 13) % 4], dice(seed, 4) ? "" : "2025-03-04",
			day, dice(seed, 9) ? "natural" : "nobody", dice(seed, 9) ? "王一" : "", "查验数据", result, ground, reasons[dice(seed, 2)],
			decided[dice(seed, 9) % 4], *result ? late[dice(seed, 9) % 4] : "");
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

/* ROW after the heading; the field that it is refused for, "" when it is right. */
static const char *fault(struct office *o, const char *heading, const char *row)
{
	struct err e = {0};
	struct import_plan p;
	const char *text = arena_printf(t_arena, "%s\n%s\n", heading, row);
	if (ledger_plan(o, &request_ledger, &(struct ledger_import){.text = text}, false, t_arena, &p, &e))
		return "";
	assert_int_equal(e.code, ERR_INPUT);
	assert_non_null(strstr(e.text, _("第 2 行：")));
	return arena_strdup(t_arena, e.field);
}

TEST(a_row_that_no_ledger_could_hold_is_refused_for_its_field)
{
	struct office *o = t_office("2026-03-09");
	static const char heading[] = "id,channel,applicant_kind,name,content,arrived,received,outcome,ground,decided_on,approved_on,answered_on,letter,archive";
	static const char *const rows[][2] = {
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,refused,商业秘密,2025-03-10,2025-03-10,2025-03-12,测关〔2025〕9号,甲1", ""},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,refused,\"14-1,16-5\",2025-03-10,,2025-03-12,,", ""},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,refused,99-9,2025-03-10,,2025-03-12,,", "ground"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,refused,,2025-03-10,,2025-03-12,,", "ground"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,14-1,2025-03-10,,2025-03-12,,", "ground"},
		{"2013-1,in_person,natural,王一,查验,,2013-03-04,refused,,2013-03-11,,2013-03-12,,", ""}, /* its report counts classes */
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,2025-03-02,,2025-03-12,,", "decided_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,2025-03-13,,2025-03-12,,", "decided_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,2026-03-10,,,,", "decided_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,,2025-03-02,2025-03-12,,", "approved_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,,,2025-03-02,,", "answered_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,,,2026-03-10,,", "answered_on"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,granted,,,,,,甲1", "answered_on"},
		{"2025-1,in_person,natural,王一,查验,,2026-03-10,,,,,,,", "registered_on"},
		{"2025-1,in_person,natural,王一,查验,2025-03-01,2025-03-03,,,,,,,", "received"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,,,2025-03-10,,,,", "outcome"},
		{"2025-1,in_person,natural,王一,查验,,2025-03-03,,,,,,测关〔2025〕9号,", "outcome"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(fault(o, heading, rows[i][0]), rows[i][1]) != 0)
			fail_msg("row %zu: %s", i, fault(o, heading, rows[i][0]));
}

TEST(an_old_answer_keeps_its_number_and_ours_go_on_after_it)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	int64_t id, next;
	struct decision d;
	bool found;
	static const char heading[] = "编号,收到渠道,申请人类别,姓名或名称,所需信息,收到日期,结果,签发人,答复文号,答复日期,归档号";
	const char *text = arena_printf(t_arena, "%s\n2026-3,当面,自然人,王一,查验,2026-01-05,予以公开,李四,测关〔2026〕31号,2026-01-21,甲1\n", heading);
	assert_done(import(o, text, NULL, &e));
	assert_int_equal(review(o, text).same, 1);
	assert_done(matter_find(o, "request", "R2026-3", &id, &e));
	assert_done(decision_load(o, id, t_arena, &d, &found, &e));
	assert_string_equal(d.letter, "测关〔2026〕31号");
	assert_string_equal(d.approved_by, "李四");
	assert_done(sequence_peek(o, "number", 2026, &next, &e));
	assert_int_equal(next, 32);
	assert_done(sequence_peek(o, "request", 2026, &next, &e));
	assert_int_equal(next, 4);

	struct search_hit *hits;
	size_t n;
	assert_done(search_find(o, "测关(2026)31号", t_arena, &hits, &n, &e));
	assert_int_equal(n, 1);
	assert_string_equal(hits[0].id, "2026-0003");

	/* what the row says otherwise is told; another case cannot stand in the same place of the archive */
	struct import_plan p = review(o, arena_printf(t_arena, "%s\n2026-3,当面,自然人,王一,查验,2026-01-05,予以公开,李五,测关〔2026〕30号,2026-01-21,甲2\n"
		"2026-4,当面,自然人,王二,查验,2026-01-05,予以公开,李四,,2026-01-21,甲1\n", heading));
	assert_string_equal(p.rows[0].action, "differs");
	assert_int_equal(p.rows[0].ndiffs, 3);
	assert_string_equal(p.rows[1].action, "refused");
	t_verify(o);
}
