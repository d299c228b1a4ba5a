#include "office/register_entry.h"

#include <string.h>

#include "tests/office_fixture.h"
#include "tests/test.h"

static int64_t add(struct office *o, const char *name, const char *content, struct err *e)
{
	const struct register_book *b = register_book(name);
	struct register_row r;
	struct verb_call call;
	record_clear(b->add->args, &r);
	r.on = desk_today(o->desk);
	r.channel = !strcmp(name, "mail") ? "fax" : "letter";
	r.kind = !strcmp(name, "exchanges") ? "survey" : !strcmp(name, "mail") ? "other" : "report";
	r.title = r.content = content;
	return t_do(o, b->add, INT_NONE, &r, &call, e) ? call.subject_id : INT_NONE;
}

static struct register_row entry(struct office *o, int64_t id)
{
	struct register_row r;
	const struct register_book *b;
	struct err e = {0};
	assert_done(register_entry_load(o, id, t_arena, &r, &b, &e));
	return r;
}

TEST(each_register_numbers_its_own_entries)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	for (int round = 1; round <= 3; round++)
		for (const struct register_book *b = register_books; b->name; b++) {
			int64_t id = add(o, b->name, "x", &e);
			assert_int_not_equal(id, INT_NONE);
			assert_string_equal(entry(o, id).id, arena_printf(t_arena, "%c2026-%04d", b->letter, round));
		}
	t_verify(o);
}

TEST(an_entry_is_found_by_its_number_however_it_is_typed)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	int64_t id, made = add(o, "complaints", "x", &e);
	static const char *const forms[] = {"T2026-0001", "t2026-1", "Ｔ２０２６－１", " T2026-0001 "};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		assert_done(register_entry_find(o, forms[i], &id, &e));
		assert_int_equal(id, made);
	}
	assert_false(register_entry_find(o, "T2026-0002", &id, &e));
	assert_int_equal(e.code, ERR_MISSING);
}

/* Every pair of acts: what is allowed after what, and that nothing is lost. */
TEST(an_entry_is_open_until_closed_or_voided_and_both_can_be_taken_back)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	int64_t id = add(o, "complaints", "x", &e);
	const struct register_book *b = register_book("complaints");
	struct register_reason why = {"因为"};
	struct verb_call call;
	struct register_row close;
	record_clear(b->close->args, &close);
	close.result = "founded";
	close.handling = "已办";
	assert_false(t_do(o, &register_reopen, id, &why, &call, &e)); /* not closed yet */
	assert_done(t_do(o, b->close, id, &close, &call, &e));
	assert_string_equal(entry(o, id).state, "closed");
	e = (struct err){0};
	assert_false(t_do(o, b->close, id, &close, &call, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_done(t_do(o, &register_reopen, id, &why, &call, &e));
	assert_string_equal(entry(o, id).state, "open");
	assert_string_equal(entry(o, id).handling, "已办");
	assert_done(t_do(o, &register_void, id, &why, &call, &e));
	assert_false(t_do(o, &register_void, id, &why, &call, &e));
	assert_false(t_do(o, b->close, id, &close, &call, &e));
	assert_done(t_do(o, &register_reopen, id, &why, &call, &e));
	assert_string_equal(entry(o, id).state, "open");
	assert_null(entry(o, id).void_reason);
	t_verify(o);
}

TEST(a_change_on_an_old_sight_of_an_entry_is_a_conflict)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	int64_t id = add(o, "calls", "x", &e);
	const struct register_book *b = register_book("calls");
	struct register_change first = {entry(o, id), "甲改"}, second = {entry(o, id), "乙改"};
	struct verb_call call;
	first.now.content = "甲";
	second.now.content = "乙";
	assert_done(t_do(o, b->change, id, &first, &call, &e));
	assert_false(t_do(o, b->change, id, &second, &call, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(entry(o, id).content, "甲");
}

TEST(a_verb_of_one_register_does_not_touch_another)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	int64_t id = add(o, "mail", "x", &e);
	struct register_row close;
	struct verb_call call;
	record_clear(register_book("calls")->close->args, &close);
	close.handling = "y";
	assert_false(t_do(o, register_book("calls")->close, id, &close, &call, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_string_equal(entry(o, id).state, "open");
}
