/* The papers of the office say what its data say: today's list the desk's sections, the index its papers with their pages summed. */
#include "office/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "office/agenda.h"
#include "office/case_papers.h"
#include "office/letter_send.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static int64_t request(struct office *o, int n, const char *address)
{
	struct err e = {0};
	int64_t id;
	const char *const words[][2] = {{"channel", "in_person"}, {"arrived", "2026-03-02"}, {"applicant_kind", "natural"}, {"name", "王小明"},
		{"content", n % 2 ? "进口冻品查验记录" : "口岸收费目录"}, {"address", address ? address : "王府井1号"}, {"postcode", "266001"}, {NULL, NULL}};
	assert_done(t_request(o, words, NULL, t_arena, &e));
	assert_done(matter_find_any(o, arena_printf(t_arena, "2026-%04d", n), &id, &e));
	return id;
}

static void long_request(struct office *o)
{
	struct err e = {0};
	struct str s = str_new(t_arena);
	for (int i = 1; i <= 40; i++)
		str_printf(&s, "%d年进口冻品查验记录、", 1985 + i);
	const char *const words[][2] = {{"channel", "in_person"}, {"arrived", "2026-03-02"}, {"applicant_kind", "natural"}, {"name", "赵㐂"},
		{"content", s.s}, {NULL, NULL}};
	assert_done(t_request(o, words, NULL, t_arena, &e));
}

TEST(todays_list_is_todays_desk)
{
	struct office *o = t_office("2026-03-30");
	struct agenda *g = arena_new(t_arena, struct agenda);
	struct err e = {0};
	struct doc *doc;
	struct str want = str_new(t_arena), got = str_new(t_arena);
	for (int i = 1; i <= 3; i++)
		request(o, i, NULL);
	long_request(o);
	assert_done(agenda_load(o, t_arena, g, &e));
	size_t rows = 0, shortened = 0;
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		for (size_t k = 0; k < g->sections[i].n; k++, rows++)
			str_printf(&want, "%s %s\n", g->sections[i].title, g->sections[i].rows[k].id);
	assert_true(rows >= 3);
	assert_done(sheet_today(o, t_arena, &doc, &e));
	for (size_t b = 0; b < doc->n; b++)
		for (size_t r = 1; doc->blocks[b].table && doc->blocks[b].table->columns == 5 && r < doc->blocks[b].table->n; r++) {
			const struct doc_row *row = &doc->blocks[b].table->rows[r];
			str_printf(&got, "%s %s\n", row->cells[0].text, row->cells[1].text);
			assert_true(text_cells(row->cells[2].text) <= 80);
			shortened += strstr(row->cells[2].text, "……") != NULL;
		}
	assert_string_equal(got.s, want.s);
	assert_true(shortened > 0);
}

static void material(struct office *o, int64_t id, const char *kind, const char *title, int64_t pages)
{
	struct step_args a;
	struct verb_call call;
	struct err e = {0};
	record_clear(&material_type, &a);
	a.kind = kind;
	a.title = title;
	a.pages = pages;
	a.original = 0;
	assert_done(t_do(o, verb_find("request.material"), id, &a, &call, &e));
}

TEST(the_index_pages_through_letters_and_papers)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct verb_call call;
	struct matter_case c;
	struct case_table t;
	int64_t id;
	assert_done(t_request(o, NULL, NULL, t_arena, &e));
	assert_done(matter_find_any(o, "2026-0001", &id, &e));
	struct letter_issue issue = {.kind = "receipt", .on = DAY_NONE, .letter_id = INT_NONE};
	struct setting_args phone = {.key = "phone", .value = "0532-82955000", .valid_from = DAY_NONE};
	assert_done(t_do(o, &setting_set, INT_NONE, &phone, NULL, &e));
	assert_done(t_do(o, verb_find("letter.issue"), id, &issue, &call, &e));
	material(o, id, "proof", "邮单", 2);
	material(o, id, "id_copy", "身份证复印件", 3);
	assert_done(matter_load(o, id, t_arena, &c, &e));
	assert_done(case_files(o, &c, t_arena, &t, &e));
	static const char *const want[] = {"身份证复印件", "政府信息公开申请登记回执", "邮单"};
	long next = 1;
	assert_int_equal(t.n, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(case_table_cell(&t, i, "title"), want[i]);
		assert_int_equal(strtol(case_table_cell(&t, i, "first"), NULL, 10), next);
		next += strtol(case_table_cell(&t, i, "pages"), NULL, 10);
		assert_int_equal(strtol(case_table_cell(&t, i, "last"), NULL, 10), next - 1);
	}
	assert_true(next >= 7);
	/* A paper nobody counted ends the numbering, not the list. */
	material(o, id, "application", "申请书", INT_NONE);
	assert_done(case_files(o, &c, t_arena, &t, &e));
	assert_int_equal(t.n, 4);
	assert_string_equal(case_table_cell(&t, 0, "first"), "1");
	assert_string_equal(case_table_cell(&t, 1, "title"), "申请书");
	assert_null(case_table_cell(&t, 1, "first"));
	assert_null(case_table_cell(&t, 3, "first"));
}

TEST(labels_want_every_address)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct doc *doc;
	int64_t ids[3];
	for (int i = 0; i < 3; i++)
		ids[i] = request(o, i + 1, i == 1 ? "" : "样例市人民路3号");
	assert_false(sheet_labels(o, ids, 3, t_arena, &doc, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_non_null(strstr(e.text, "没有通信地址"));
	err_clear(&e);
	ids[1] = ids[2];
	assert_done(sheet_labels(o, ids, 3, t_arena, &doc, &e));
	const char *text = doc_text(doc, t_arena);
	assert_non_null(strstr(text, "266001\n样例市人民路3号\n王小明　收"));
	assert_int_equal(doc->blocks[1].table->n, 2);
}

TEST(a_case_without_rows_gives_empty_lists_and_an_unknown_list_is_missing)
{
	static const char *const names[] = {"events", "clarifications", "consultations", "tasks", "searches", "approvals", "decisions", "fees",
		"deliveries", "prints", "copies", "appeals", "materials", "letters", "files"};
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct matter_case c;
	struct case_table t;
	int64_t id = request(o, 1, NULL);
	assert_done(matter_load(o, id, t_arena, &c, &e));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_done(case_table_load(o, &c, names[i], t_arena, &t, &e));
		assert_string_equal(t.name, names[i]);
		assert_int_equal(t.n, 0);
	}
	assert_done(case_table_load(o, &c, "audit", t_arena, &t, &e));
	assert_int_equal(t.n, 1);
	assert_string_equal(case_table_cell(&t, 0, "verb"), "request.register");
	assert_done(case_table_load(o, &c, "ledger", t_arena, &t, &e));
	assert_true(t.n > 20);
	assert_done(case_table_load(o, &c, "signers", t_arena, &t, &e));
	assert_int_equal(t.n, 5);
	assert_false(case_table_load(o, &c, "nothing", t_arena, &t, &e));
	assert_int_equal(e.code, ERR_MISSING);
}

static bool set(struct office *o, const char *key, const char *value, struct err *e)
{
	struct setting_args in = {.key = key, .value = value, .valid_from = DAY_NONE};
	return t_do(o, &setting_set, INT_NONE, &in, NULL, e);
}

TEST(each_kind_is_printed_as_often_as_it_is_wanted)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	assert_int_equal(letter_copies(o, "receipt", t_arena), 2); /* the applicant and the file: its template */
	assert_int_equal(letter_copies(o, "due_list", t_arena), 1);
	assert_done(set(o, "copies", "receipt=1\n3", &e));
	assert_int_equal(letter_copies(o, "receipt", t_arena), 1);
	assert_int_equal(letter_copies(o, "granted", t_arena), 3);
	static const char *const wrong[] = {"0", "receipt=100", "receipt=", "=2", "2份", "receipt 2"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(set(o, "copies", wrong[i], &e));
		assert_string_equal(e.field, "copies");
		err_clear(&e);
	}
}

TEST(an_envelope_is_of_the_size_the_office_uses)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct doc *doc;
	struct str road = str_new(t_arena);
	int64_t id = request(o, 1, "中山路9号");
	struct sheet what = {.kind = "envelope", .matter_id = id, .on = DAY_NONE};
	assert_done(set(o, "address", "香港西路70号", &e));
	assert_done(set(o, "postcode", "266071", &e));
	assert_done(set(o, "phone", "0532-82955000", &e));
	assert_done(sheet_make(o, &what, t_arena, &doc, &e));
	assert_null(doc_find(doc, BLOCK_PAPER)); /* A4, to cut */
	assert_done(set(o, "envelope", "dl", &e));
	assert_done(sheet_make(o, &what, t_arena, &doc, &e));
	assert_string_equal(doc_find(doc, BLOCK_PAPER)->text, "DL");
	assert_string_equal(doc_find(doc, BLOCK_NUMBER)->text, "266001");
	assert_null(doc_find(doc, BLOCK_TABLE));
	/* This once another one. */
	what.slots = &(struct letter_slot){"envelope", "c5"};
	what.nslots = 1;
	assert_done(sheet_make(o, &what, t_arena, &doc, &e));
	assert_string_equal(doc_find(doc, BLOCK_PAPER)->text, "C5");
	what.slots = &(struct letter_slot){"envelope", "c9"};
	assert_false(sheet_make(o, &what, t_arena, &doc, &e));
	assert_string_equal(e.field, "envelope");
	err_clear(&e);
	for (int i = 0; i < 60; i++)
		str_add(&road, "中山路东段");
	what.matter_id = request(o, 2, road.s);
	what.nslots = 0;
	assert_false(sheet_make(o, &what, t_arena, &doc, &e));
	assert_non_null(strstr(e.text, "DL信封上写不下"));
	err_clear(&e);
	/* A blank one is the form to cut. */
	what.blank = true;
	what.matter_id = INT_NONE;
	assert_done(sheet_make(o, &what, t_arena, &doc, &e));
	assert_non_null(doc_find(doc, BLOCK_TABLE));
	assert_null(doc_find(doc, BLOCK_PAPER));
	assert_false(set(o, "envelope", "a5", &e));
}
