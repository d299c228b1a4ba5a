#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "office/backup.h"
#include "office/deadlines.h"
#include "office/request.h"
#include "office/similar.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"

static char *unescape(char *s)
{
	for (char *p; (p = strstr(s, "\\n"));) {
		*p = '\n';
		memmove(p + 1, p + 2, strlen(p + 2) + 1);
	}
	return s;
}

/* tests/fixtures/similar.tsv: thirty pairs with white space, width and punctuation variants, and near misses. */
TEST(thirty_pairs_of_requests_are_told_apart)
{
	FILE *f = fopen(t_fixture("similar.tsv"), "r");
	assert_non_null(f);
	char line[2048];
	int pairs = 0, wrong = 0;
	while (fgets(line, sizeof line, f)) {
		if (*line == '#')
			continue;
		char *save = NULL, *one = strtok_r(line, "\t", &save), *two = strtok_r(NULL, "\t", &save);
		const char *want = strtok_r(NULL, "\t", &save);
		assert_non_null(want);
		int share = text_similar(text_key(t_arena, unescape(one)), text_key(t_arena, unescape(two)));
		int back = text_similar(text_key(t_arena, two), text_key(t_arena, one));
		assert_int_equal(share, back);
		if ((share >= SIMILAR_SHARE) != (strcmp(want, "yes") == 0)) {
			print_error("%s | %s: %d, wanted %s\n", one, two, share, want);
			wrong++;
		}
		pairs++;
	}
	fclose(f);
	assert_int_equal(pairs, 30);
	assert_int_equal(wrong, 0);
}

/* What differs by one word in twelve is found through the marks, whatever stands between; what differs by half is not. */
TEST(like_texts_share_a_mark)
{
	static const char *const words[] = {"进口", "冷冻", "水产", "查验", "记录", "罚没", "物品", "台账", "监管", "场所", "名单", "关税", "征收", "统计", "年报", "合同",
		"采购", "预算", "决算", "许可", "目录", "公告", "通知", "方案", "会议", "纪要", "请示", "批复", "信函", "清单"};
	uint32_t seed = 7;
	int missed = 0, close = 0;
	for (int round = 0; round < 4000; round++) {
		struct str x = str_new(t_arena), y = str_new(t_arena);
		for (int i = 0; i < 14; i++) {
			seed = seed * 1664525u + 1013904223u;
			str_add(&x, words[(seed >> 9) % 30]);
			str_add(&y, words[((seed >> 9) + (i == round % 14 ? 11 : 0)) % 30]);
		}
		const char *one = x.s, *two = y.s;
		if (text_similar(one, two) < SIMILAR_SHARE)
			continue;
		int64_t a[TEXT_MARKS], b[TEXT_MARKS];
		text_marks(one, 1, a);
		text_marks(two, 1, b);
		bool shared = false;
		for (int i = 0; i < TEXT_MARKS; i++)
			shared |= a[i] == b[i];
		close++;
		missed += !shared;
	}
	assert_true(close > 3000);
	assert_true(missed * 200 < close); /* under one in two hundred */
}

static int64_t put(struct office *o, const char *const (*words)[2])
{
	struct verb_call call = {0};
	struct request r;
	struct input in = office_input(o);
	struct err e = {0};
	record_clear(&request_type, &r);
	r.channel = "in_person";
	r.applicant.applicant_kind = "natural";
	for (; (*words)[0]; words++) {
		const struct field *f = record_field(&request_type, (*words)[0]);
		assert_true(record_set(&request_type, record_part(&request_type, &r, f), f, (*words)[1], &in, t_arena, &e));
	}
	assert_true(t_do(o, verb_find("request.register"), INT_NONE, &r, &call, &e));
	return call.subject_id;
}

static const struct similar *alike(struct office *o, int64_t id, size_t *n)
{
	struct request r;
	const struct similar *s;
	struct err e = {0};
	assert_true(request_typed(o, id, t_arena, &r, NULL, &e));
	assert_true(request_similar(o, &r, id, t_arena, &s, n, &e));
	return s;
}

TEST(cases_are_alike_by_identity_telephone_name_and_words)
{
	struct office *o = t_office("2026-03-02");
	size_t n;
	put(o, (const char *const[][2]){{"name", "王小明"}, {"content", "2025年度冻品查验记录"}, {"id_kind", "id_card"},
		{"id_number", "11010519491231002X"}, {"phone", "138 0000 0001"}, {0}});
	put(o, (const char *const[][2]){{"name", "清江远洋公司"}, {"applicant_kind", "enterprise"}, {"content", "办公楼物业合同"}, {"id_kind", "uscc"},
		{"id_number", "91350100M000100Y43"}, {0}});
	put(o, (const char *const[][2]){{"name", "王小明"}, {"content", "罚没车辆拍卖成交价格"}, {0}});
	int64_t same = put(o, (const char *const[][2]){{"name", "王 小明"}, {"content", "２０２５年度　冻品，查验记录！"}, {"id_number", "11010519491231002x"},
		{"phone", "+86-13800000001"}, {0}});
	const struct similar *s = alike(o, same, &n);
	assert_int_equal(n, 2);
	assert_string_equal(s[0].number, "2026-0001");
	assert_string_equal(s[0].why, "内容相似 100%，同一证件，同一电话");
	assert_string_equal(s[1].number, "2026-0003");
	assert_string_equal(s[1].why, "同名");
	int64_t firm = put(o, (const char *const[][2]){{"name", "远洋（清江）公司"}, {"applicant_kind", "enterprise"}, {"content", "食堂采购"},
		{"id_number", "91350100m000100y43"}, {0}});
	s = alike(o, firm, &n);
	assert_int_equal(n, 1);
	assert_string_equal(s[0].number, "2026-0002");
	assert_string_equal(s[0].why, "同一证件");
}

static bool marks_checked(struct office *o)
{
	struct check_report report;
	struct err e = {0};
	assert_true(office_check(o, t_arena, &report, &e));
	for (size_t i = 0; i < report.n; i++)
		if (!strcmp(report.lines[i].name, "text_marks"))
			return report.lines[i].ok;
	fail_msg("the marks were not checked");
	return false;
}

TEST(a_text_that_lost_its_marks_is_found_and_given_them_back)
{
	struct office *o = t_office("2026-03-02");
	struct err e = {0};
	sqlite3 *db;
	size_t n;
	put(o, (const char *const[][2]){{"name", "甲"}, {"content", "2025年度冻品查验记录"}, {0}});
	int64_t two = put(o, (const char *const[][2]){{"name", "乙"}, {"content", "2025年度冻品查验记录"}, {0}});
	assert_true(marks_checked(o));
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "DELETE FROM text_mark WHERE row_id=(SELECT min(matter_id) FROM request)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	alike(o, two, &n);
	assert_int_equal(n, 0);
	assert_false(marks_checked(o));
	assert_true(t_do(o, &office_reindex_verb, 1, NULL, NULL, &e));
	assert_true(marks_checked(o));
	alike(o, two, &n);
	assert_int_equal(n, 1);
}

TEST(a_void_case_is_like_no_other)
{
	struct office *o = t_office("2026-03-02");
	size_t n;
	struct request_void reason = {"录错"};
	struct err e = {0};
	int64_t one = put(o, (const char *const[][2]){{"name", "甲"}, {"content", "2025年度冻品查验记录"}, {0}});
	int64_t two = put(o, (const char *const[][2]){{"name", "乙"}, {"content", "2025年度冻品查验记录"}, {0}});
	alike(o, two, &n);
	assert_int_equal(n, 1);
	assert_true(t_do(o, verb_find("request.void"), one, &reason, NULL, &e));
	alike(o, two, &n);
	assert_int_equal(n, 0);
}

TEST(an_applicant_is_counted_by_calendar_month_and_year)
{
	struct office *o = t_office("2025-12-31");
	static const char *const who[][2] = {{"name", "王小明"}, {"content", "甲"}, {"id_number", "11010519491231002X"}, {0}};
	struct repeat times;
	struct party p = {.name = "别的名字", .id_number = "11010519491231002x"}, nobody = {.name = "王小明"};
	struct err e = {0};
	put(o, who);
	o->desk->today++;
	for (int i = 0; i < 3; i++)
		put(o, who);
	o->desk->today += 31;
	put(o, who);
	assert_true(request_repeat(o, &p, o->desk->today, t_arena, &times, &e));
	assert_true(times.month == 1 && times.year == 4);
	assert_true(request_repeat(o, &p, o->desk->today - 1, t_arena, &times, &e));
	assert_true(times.month == 3 && times.year == 4);
	assert_true(request_repeat(o, &nobody, o->desk->today - 32, t_arena, &times, &e));
	assert_true(times.month == 1 && times.year == 1);
}
