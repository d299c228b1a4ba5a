#include "office/directory.h"

#include <string.h>

#include "base/file.h"
#include "office/catalogue.h"
#include "office/choice.h"
#include "office/who.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static const char units[] = "name,code,parent,phone,room\n"
	"办公室,BGS,,0532-82955001,101\n法规科,FGK,,0532-82955010,203\n综合业务科,ZHK,,0532-82955015,一楼大厅\n"
	"查检一科,CJ1,,0532-82955018,\n财务科,CWK,办公室,0532-82955020,305\n人事政工科,RSK,,0532-82955030,306\n稽查科,JCK,,0532-82955040,\n";
static const char persons[] = "name\tunit\ttitle\tphone\troom\n"
	"单志远\t办公室\t主任\t0532-82955002\t102\n王伟\t办公室\t科员\t0532-82955003\t103\n曾庆\t法规科\t科长\t0532-82955011\t203\n"
	"查海燕\t综合业务科\t科长\t0532-82955016\t\n区伟文\t查检一科\t科长\t0532-82955019\t\n仇小雨\t财务科\t科长\t0532-82955021\t305\n"
	"盖云飞\t人事政工科\t科长\t0532-82955031\t306\n解明\t稽查科\t科长\t0532-82955041\t401\n王伟\t稽查科\t科员\t0532-82955042\t402\n";
static const char bodies[] = "name,kind,holds,items,phone,contact\n"
	"青岛海关,superior,关区规范性文件、行政强制依据,\"3,10\",0532-82955114,\n市财政局,local,涉企保证金目录,18,0532-85855900,\n"
	"12360海关热线,hotline,海关业务咨询,,12360,\n市信访局,信访,信访事项,,0532-85912345,\n"
	"市市场监督管理局,local,营业执照登记、企业档案,,0532-85730000,李敏\n黄岛海关,sister,黄岛口岸现场业务,,0532-86955001,\n";

static bool import(struct office *o, const char *verb, const char *text, struct err *e)
{
	struct directory_import args = {text};
	return t_do(o, verb_find(verb), INT_NONE, &args, NULL, e);
}

static void assign(struct office *o, const char *noun, const char *who, const char *items)
{
	struct directory_assign args = {items, FLAG_NONE};
	struct err e = {0};
	int64_t id;
	assert_done(directory_pick(o, directory_noun(noun), noun, who, t_arena, &id, &e));
	assert_done(t_do(o, verb_find(arena_printf(t_arena, "%s.assign", noun)), id, &args, NULL, &e));
}

static struct office *peopled(void)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	assert_done(import(o, "unit.import", units, &e));
	assert_done(import(o, "person.import", persons, &e));
	assert_done(import(o, "body.import", bodies, &e));
	assign(o, "person", "单志远", "22,24");
	assign(o, "person", "王伟@办公室", "1,2,20,21,23,25");
	assign(o, "person", "查海燕", "4,5,6,7");
	assign(o, "person", "曾庆", "8、9、12");
	assign(o, "person", "区伟文", "行政检查 13");
	assign(o, "person", "仇小雨", "14,15,16,17");
	assign(o, "person", "盖云飞", "19");
	return o;
}

TEST(who_answers_every_query_of_the_fixture_with_the_expected_first_row)
{
	struct office *o = peopled();
	char *text;
	size_t len, asked = 0, wrong = 0;
	struct csv_table t;
	struct err e = {0};
	assert_done(file_read(t_fixture("who.tsv"), 1 << 16, t_arena, &text, &len, &e));
	assert_done(csv_read(text, t_arena, &t, &e));
	for (size_t r = 1; r < t.n; r++, asked++) {
		const char *const *want = t.rows[r].cells;
		struct who *rows;
		size_t n;
		assert_int_equal(t.rows[r].n, 5);
		assert_done(who_find(o, want[0], t_arena, &rows, &n, &e));
		const char *item = n && rows[0].item != INT_NONE ? arena_printf(t_arena, "%lld", (long long)rows[0].item) : "";
		const char *got[4] = {item, n ? rows[0].name : "", n && rows[0].person ? rows[0].person : "",
			n && rows[0].elsewhere ? rows[0].elsewhere : ""};
		for (size_t k = 0; k < 4; k++)
			if (strcmp(want[k + 1], got[k])) {
				print_error("%s: %s %s %s %s\n", want[0], got[0], got[1], got[2], got[3]);
				wrong++;
				break;
			}
	}
	assert_int_equal(wrong, 0);
	assert_in_range(asked, 40, 100);
}

TEST(who_without_a_body_names_the_superior_of_the_settings)
{
	struct office *o = t_office("2026-03-09");
	struct who *rows;
	size_t n;
	struct err e = {0};
	assert_done(who_find(o, "xzqz", t_arena, &rows, &n, &e));
	assert_int_equal(rows[0].item, 10);
	assert_non_null(rows[0].elsewhere);
	assert_false(who_find(o, " 。", t_arena, &rows, &n, &e));
	assert_int_equal(e.code, ERR_INPUT);
	err_clear(&e);
	assert_done(who_find(o, "没有这样的事", t_arena, &rows, &n, &e));
	assert_int_equal(n, 0);
}

TEST(an_import_of_people_twice_changes_nothing)
{
	struct office *o = peopled();
	struct directory_plan plan;
	struct err e = {0};
	assert_done(directory_import_plan(o, &directory_unit, units, t_arena, &plan, &e));
	assert_int_equal(plan.added + plan.changed, 0);
	assert_done(directory_import_plan(o, &directory_person, persons, t_arena, &plan, &e));
	assert_int_equal(plan.added + plan.changed, 0);
	assert_done(directory_import_plan(o, &directory_body, bodies, t_arena, &plan, &e));
	assert_int_equal(plan.added + plan.changed, 0);
	assert_done(directory_import_plan(o, &directory_unit, "name,phone\n办公室,1\n新科,2\n", t_arena, &plan, &e));
	assert_int_equal(plan.added, 1);
	assert_int_equal(plan.changed, 1);
	t_verify(o);
}

TEST(a_trial_run_says_what_the_import_does)
{
	static const char text[] = "name,parent\n缉私分局,\n缉私一科,缉私分局\n";
	struct office *o = t_office("2026-03-09");
	struct directory_plan plan;
	struct err e = {0};
	assert_done(directory_import_plan(o, &directory_unit, text, t_arena, &plan, &e));
	assert_int_equal(plan.added, 2);
	assert_done(import(o, "unit.import", text, &e));
	assert_done(directory_import_plan(o, &directory_unit, text, t_arena, &plan, &e));
	assert_int_equal(plan.added, 0);
	assert_false(directory_import_plan(o, &directory_unit, "name,parent\n乙科,甲科\n甲科,\n", t_arena, &plan, &e)); /* the unit above comes first */
}

TEST(an_import_with_one_bad_row_changes_nothing)
{
	static const char *const cases[][2] = {
		{"unit.import", "name,parent\n甲科,\n乙科,没有的部门\n"},
		{"person.import", "name,unit\n甲,没有的部门\n"},
		{"person.import", "name,left_on\n甲,2026-02-30\n"},
		{"body.import", "name,kind\n甲,unknown\n"},
		{"unit.import", "name,age\n甲科,3\n"},
		{"unit.import", "code\nA\n"},
		{"unit.import", "name,code\n,A\n"},
	};
	struct office *o = t_office("2026-03-09");
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		struct directory_list l;
		struct err e = {0};
		assert_false(import(o, cases[k][0], cases[k][1], &e));
		assert_int_equal(e.code, ERR_INPUT);
		for (int noun = 0; noun < 3; noun++) {
			err_clear(&e);
			assert_done(directory_load(o, noun ? noun == 1 ? &directory_person : &directory_body : &directory_unit, true, t_arena, &l, &e));
			assert_int_equal(l.n, 0);
		}
	}
	t_verify(o);
}

TEST(names_are_unique_and_doubtful_ones_are_listed)
{
	struct office *o = peopled();
	struct err e = {0};
	int64_t id;
	struct unit u;
	record_clear(&unit_type, &u);
	u.head.name = "办公室";
	assert_false(t_do(o, verb_find("unit.add"), INT_NONE, &u, NULL, &e));
	assert_string_equal(e.field, "name");
	err_clear(&e);
	u.head.name = "新科";
	u.code = "BGS";
	assert_false(t_do(o, verb_find("unit.add"), INT_NONE, &u, NULL, &e));
	assert_string_equal(e.field, "code");
	err_clear(&e);
	assert_false(directory_pick(o, &directory_person, "person", "王伟", t_arena, &id, &e));
	assert_non_null(strstr(e.text, "稽查科"));
	err_clear(&e);
	assert_done(directory_pick(o, &directory_person, "person", "王伟@稽查科", t_arena, &id, &e));
	assert_done(directory_pick(o, &directory_unit, "unit", "cwk", t_arena, &id, &e));
}

TEST(a_person_who_left_no_longer_answers_but_stays_on_record)
{
	struct office *o = peopled();
	struct err e = {0};
	struct directory_head *row;
	struct directory_list l;
	struct who *rows;
	int64_t id;
	size_t n;
	assert_done(directory_pick(o, &directory_person, "person", "解明", t_arena, &id, &e));
	assert_done(directory_get(o, &directory_person, id, t_arena, &row, &e));
	assert_true(day_parse("2026-03-01", &row->closed_on));
	assert_done(t_do(o, verb_find("person.change"), id, row, NULL, &e));
	assert_done(who_find(o, "解明", t_arena, &rows, &n, &e));
	assert_int_equal(n, 0);
	assert_done(directory_load(o, &directory_person, true, t_arena, &l, &e));
	assert_int_equal(l.n, 9);
	t_verify(o);
}

TEST(a_change_on_an_old_version_is_a_conflict)
{
	struct office *o = peopled();
	struct err e = {0};
	struct directory_head *mine, *theirs;
	int64_t id;
	assert_done(directory_pick(o, &directory_unit, "unit", "财务科", t_arena, &id, &e));
	assert_done(directory_get(o, &directory_unit, id, t_arena, &mine, &e));
	assert_done(directory_get(o, &directory_unit, id, t_arena, &theirs, &e));
	const char *was = ((struct unit *)(void *)mine)->phone;
	((struct unit *)(void *)theirs)->phone = "1";
	assert_done(t_do(o, verb_find("unit.change"), id, theirs, NULL, &e));
	((struct unit *)(void *)mine)->phone = "2";
	assert_false(t_do(o, verb_find("unit.change"), id, mine, NULL, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.field, "phone");
	/* Another field merges, and theirs stands. */
	struct verb_call call;
	e = (struct err){0};
	((struct unit *)(void *)mine)->phone = was;
	((struct unit *)(void *)mine)->room = "3 楼";
	assert_done(t_do(o, verb_find("unit.change"), id, mine, &call, &e));
	assert_non_null(strstr(call.warning, "电话"));
	assert_done(directory_get(o, &directory_unit, id, t_arena, &theirs, &e));
	assert_string_equal(((struct unit *)(void *)theirs)->phone, "1");
	assert_string_equal(((struct unit *)(void *)theirs)->room, "3 楼");
	t_verify(o);
}

TEST(an_assignment_names_items_by_number_or_name)
{
	struct office *o = peopled();
	struct item i;
	struct err e = {0};
	struct directory_assign args = {"99", FLAG_NONE};
	int64_t id;
	assert_done(catalogue_item(o, 11, desk_today(o->desk), t_arena, &i, &e));
	assert_string_equal(i.person, "区伟文");
	assert_string_equal(i.unit, "查检一科");
	assert_done(directory_pick(o, &directory_person, "person", "盖云飞", t_arena, &id, &e));
	assert_false(t_do(o, verb_find("person.assign"), id, &args, NULL, &e));
	assert_string_equal(e.field, "items");
	err_clear(&e);
	args = (struct directory_assign){"11", 1};
	assert_done(t_do(o, verb_find("person.assign"), id, &args, NULL, &e));
	assert_done(catalogue_item(o, 11, desk_today(o->desk), t_arena, &i, &e));
	assert_string_equal(i.deputy, "盖云飞");
	assert_string_equal(i.person, "区伟文");
}

TEST(an_item_of_the_superior_is_never_answered_with_our_own_people)
{
	struct office *o = peopled();
	struct who *rows;
	size_t n;
	struct err e = {0};
	assign(o, "person", "盖云飞", "3");
	assert_done(who_find(o, "海关履职依据", t_arena, &rows, &n, &e));
	assert_int_equal(rows[0].item, 3);
	assert_string_equal(rows[0].elsewhere, "青岛海关");
	assert_string_equal(rows[0].phone, "0532-82955114");
	assert_null(rows[0].unit);
	assert_null(rows[0].person);
	assert_null(rows[0].deputy);
}

static struct choice_rows values(struct office *o, const char *source, enum field_type type, int64_t item)
{
	struct field f = {.name = "x", .label = "x", .type = type, .source = source};
	struct choice_rows rows;
	struct err e = {0};
	assert_done(choices_of(o, &f, &(struct choice_about){.item = item}, t_arena, &rows, &e));
	return rows;
}

TEST(a_field_with_a_source_lists_values_that_the_verbs_understand)
{
	struct office *o = peopled();
	struct err e = {0};
	struct choice_rows r = values(o, "person", FIELD_TEXT, INT_NONE);
	int64_t id;
	assert_int_equal(r.n, 9);
	for (size_t i = 0; i < r.n; i++) /* every name offered names one person, the two 王伟 included */
		assert_done(directory_pick(o, &directory_person, "person", r.rows[i].code, t_arena, &id, &e));
	assert_int_equal(values(o, "unit", FIELD_ID, INT_NONE).n, 7);
	assert_int_equal(values(o, "body", FIELD_TEXT, INT_NONE).n, 6);
	r = values(o, "item", FIELD_INT, INT_NONE);
	assert_int_equal(r.n, 25);
	assert_string_equal(r.rows[23].code, "24");
	r = values(o, "element", FIELD_INT, 24);
	assert_int_equal(r.n, 2);
	assert_string_equal(r.rows[1].note, "每年1月31日前");
	assert_int_equal(values(o, "ground", FIELD_CODE, INT_NONE).n, o->law && o->law->ngrounds ? 17 : 0);
	assert_int_equal(values(o, "role", FIELD_TEXT, INT_NONE).n, 7);
	assert_int_equal(values(o, "operator", FIELD_TEXT, INT_NONE).n, 1);
	struct field unknown = {.name = "x", .label = "x", .source = "planet"};
	assert_false(choices_of(o, &unknown, &(struct choice_about){.item = INT_NONE}, t_arena, &r, &e));
	assert_int_equal(e.code, ERR_MISSING);
}
