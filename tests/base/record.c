#include "tests/test.h"

#include <string.h>
#include "base/record.h"
#include "base/text.h"

struct inner {
	const char *name, *id_number, *agent;
	int64_t age;
};

struct outer {
	const char *title, *content, *channel, *media, *unit;
	int64_t n, fee, id;
	daynum arrived;
	int8_t urgent;
	struct inner applicant;
	struct record_list people;
};

static const struct choice channels[] = {
	{"in_person", "当面", NULL}, {"post_plain", "平信", NULL}, {"other", "其他（税收、关税）", NULL}, {0}};

static const struct field inner_fields[] = {
	{.name = "name", .label = "姓名", .type = FIELD_TEXT, .offset = FIELD_AT(inner, name), .flags = FIELD_REQUIRED | FIELD_PERSONAL},
	{.name = "id_number", .label = "证件号码", .type = FIELD_TEXT, .offset = FIELD_AT(inner, id_number), .flags = FIELD_PERSONAL},
	{.name = "agent", .label = "代理人", .type = FIELD_TEXT, .offset = FIELD_AT(inner, agent), .flags = FIELD_REQUIRED | FIELD_HIDDEN,
		.when = {"age", "15|5|6"}},
	{.name = "age", .label = "年龄", .type = FIELD_INT, .offset = FIELD_AT(inner, age)},
	{0},
};
static const struct record_type inner_type = {"inner", "申请人", sizeof(struct inner), inner_fields};

static const struct field outer_fields[] = {
	{.name = "title", .label = "标题", .type = FIELD_TEXT, .offset = FIELD_AT(outer, title), .flags = FIELD_REQUIRED},
	{.name = "content", .label = "内容", .type = FIELD_LINES, .offset = FIELD_AT(outer, content)},
	{.name = "channel", .label = "到达方式", .type = FIELD_CODE, .offset = FIELD_AT(outer, channel), .choices = channels},
	{.name = "media", .label = "载体", .type = FIELD_CODE, .offset = FIELD_AT(outer, media), .choices = channels, .flags = FIELD_MULTI},
	{.name = "unit", .label = "部门", .type = FIELD_CODE, .offset = FIELD_AT(outer, unit), .source = "unit", .flags = FIELD_MULTI},
	{.name = "n", .label = "页数", .type = FIELD_INT, .offset = FIELD_AT(outer, n)},
	{.name = "fee", .label = "费用", .type = FIELD_MONEY, .offset = FIELD_AT(outer, fee)},
	{.name = "id", .label = "编号", .type = FIELD_ID, .offset = FIELD_AT(outer, id), .flags = FIELD_HIDDEN},
	{.name = "arrived", .label = "到达日期", .type = FIELD_DATE, .offset = FIELD_AT(outer, arrived),
		.flags = FIELD_PAST | FIELD_REQUIRED, .when = {"channel", "in_person|post_plain"}},
	{.name = "urgent", .label = "加急", .type = FIELD_FLAG, .offset = FIELD_AT(outer, urgent), .when = {"arrived", NULL}},
	{.name = "applicant", .label = "申请人", .type = FIELD_RECORD, .offset = FIELD_AT(outer, applicant), .nested = &inner_type},
	{.name = "people", .label = "名单", .type = FIELD_LIST, .offset = FIELD_AT(outer, people), .nested = &inner_type},
	{0},
};
static const struct record_type outer_type = {"outer", "办件", sizeof(struct outer), outer_fields};

static struct input when(void)
{
	return (struct input){.today = day_make(2026, 3, 9)};
}

static bool set(struct outer *o, const char *name, const char *text, struct err *e)
{
	struct input in = when();
	err_clear(e);
	return record_set(&outer_type, o, record_field(&outer_type, name), text, &in, t_arena, e);
}

static const char *stored(struct outer *o, const char *name)
{
	const struct field *f = record_field(&outer_type, name);
	const char *s = record_stored(f, record_part(&outer_type, o, f), t_arena);
	return s ? s : "(unknown)";
}

static const char *shown(struct outer *o, const char *name)
{
	const struct field *f = record_field(&outer_type, name);
	return record_shown(f, record_part(&outer_type, o, f), t_arena);
}

TEST(a_field_takes_what_is_typed_and_gives_it_back)
{
	static const struct {
		const char *field, *text, *stored, *shown;
	} cases[] = {
		{"title", " 关于x的\n申请　", "关于x的申请", "关于x的申请"},
		{"content", "一\r\n二\n", "一\n二", "一\n二"},
		{"content", " \n　　一、二\n　　三　\n", "　　一、二\n　　三", "　　一、二\n　　三"},
		{"channel", "平信", "post_plain", "平信"},
		{"channel", "ＩＮ_person", "in_person", "当面"},
		{"channel", "其他(税收、关税)", "other", "其他（税收、关税）"},
		{"media", "平信、当面，post_plain", "in_person,post_plain", "当面、平信"},
		{"media", "其他（税收、关税）、当面", "in_person,other", "当面、其他（税收、关税）"},
		{"unit", "甲科、乙科,甲科", "甲科,乙科", "甲科、乙科"},
		{"n", "１２", "12", "12"},
		{"n", "-3", "-3", "-3"},
		{"fee", "12.5", "12.50", "12.50"},
		{"fee", "￥1,234.50元", "1234.50", "1234.50"},
		{"fee", "0", "0.00", "0.00"},
		{"fee", "-0.05", "-0.05", "-0.05"},
		{"id", "7", "7", "7"},
		{"arrived", "0302", "2026-03-02", "2026-03-02"},
		{"urgent", "是", "yes", "是"},
		{"urgent", "NO", "no", "否"},
		{"name", "王祥", "王祥", "王祥"},
		{"age", "5", "5", "5"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct outer o;
		struct err e = {0};
		record_clear(&outer_type, &o);
		assert_string_equal(stored(&o, cases[i].field), "(unknown)");
		assert_string_equal(shown(&o, cases[i].field), "");
		assert_done(set(&o, cases[i].field, cases[i].text, &e));
		assert_string_equal(stored(&o, cases[i].field), cases[i].stored);
		assert_string_equal(shown(&o, cases[i].field), cases[i].shown);
		/* Both forms are inputs. */
		assert_done(set(&o, cases[i].field, cases[i].stored, &e));
		assert_string_equal(stored(&o, cases[i].field), cases[i].stored);
		assert_done(set(&o, cases[i].field, cases[i].shown, &e));
		assert_string_equal(stored(&o, cases[i].field), cases[i].stored);
		assert_done(set(&o, cases[i].field, "　", &e));
		assert_string_equal(stored(&o, cases[i].field), "(unknown)");
	}
}

TEST(a_wrong_value_names_the_field_and_changes_nothing)
{
	static const struct {
		const char *field, *text, *message;
	} cases[] = {
		{"arrived", "2026-02-30", "到达日期：2026-02-30 不是日期"},
		{"arrived", "+20", "到达日期：这里不能用 +20 个工作日，请写日期"},
		{"channel", "飞鸽", "到达方式：没有「飞鸽」，可以填：当面（in_person）、平信（post_plain）、其他（税收、关税）（other）"},
		{"media", "当面、飞鸽", "载体：没有「飞鸽」，可以填：当面（in_person）、平信（post_plain）、其他（税收、关税）（other）"},
		{"n", "12a", "页数：12a 不是整数"},
		{"n", "99999999999999999999", "页数：99999999999999999999 超出范围"},
		{"n", "-9223372036854775808", "页数：-9223372036854775808 超出范围"},
		{"id", "0", "编号：0 超出范围"},
		{"fee", "1.234", "费用：1.234 精确到分，最多两位小数"},
		{"fee", "1,23", "费用：1,23 不是金额，应写成 12.50"},
		{"fee", "1234,567", "费用：1234,567 不是金额，应写成 12.50"},
		{"fee", "1,23,456", "费用：1,23,456 不是金额，应写成 12.50"},
		{"fee", "1,", "费用：1, 不是金额，应写成 12.50"},
		{"fee", "99999999999999999999", "费用：99999999999999999999 不是金额，应写成 12.50"},
		{"fee", ".", "费用：. 不是金额，应写成 12.50"},
		{"urgent", "也许", "加急：也许 应填是或否"},
		{"title", "a\xFF", "标题：「a\xEF\xBF\xBD」不是有效的 UTF-8 文字"},
		{"n", "\xC0", "页数：「\xEF\xBF\xBD」不是有效的 UTF-8 文字"},
		{"applicant", "王", "申请人：不能直接填写"},
		{"people", "", "名单：不能直接填写"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct outer o, before;
		struct err e = {0};
		record_clear(&outer_type, &o);
		assert_done(set(&o, "arrived", "2026-01-01", &e));
		assert_done(set(&o, "media", "当面", &e));
		assert_done(set(&o, "title", "旧", &e));
		before = o;
		assert_false(set(&o, cases[i].field, cases[i].text, &e));
		assert_string_equal(e.text, cases[i].message);
		assert_string_equal(e.field, cases[i].field);
		assert_int_equal(e.code, ERR_INPUT);
		assert_memory_equal(&o, &before, sizeof o);
	}
}

static char *many(char c, size_t n)
{
	char *s = arena_alloc(t_arena, n + 1);
	memset(s, c, n);
	return s;
}

TEST(text_has_a_limit_per_field)
{
	struct outer o;
	struct err e = {0};
	record_clear(&outer_type, &o);
	assert_done(set(&o, "title", many('a', TEXT_MAX), &e));
	assert_false(set(&o, "title", many('a', TEXT_MAX + 1), &e));
	assert_non_null(strstr(e.text, "标题：太长"));
	assert_done(set(&o, "content", many('a', LINES_MAX), &e));
	assert_false(set(&o, "content", many('a', 1 << 20), &e));
	assert_string_equal(e.field, "content");
	assert_false(set(&o, "unit", many(',', 1 << 20), &e));
	assert_false(set(&o, "arrived", many('1', 1 << 20), &e));
	assert_false(set(&o, "n", many('1', 1 << 20), &e));
}

TEST(fields_depend_on_each_other)
{
	struct outer o;
	struct err e = {0};
	const struct field *arrived = record_field(&outer_type, "arrived"), *urgent = record_field(&outer_type, "urgent");
	record_clear(&outer_type, &o);
	assert_false(record_active(&outer_type, arrived, &o));
	assert_false(record_check(&outer_type, &o, &e));
	assert_string_equal(e.text, "标题：必须填写");
	assert_done(set(&o, "title", "x", &e));
	assert_done(record_check(&outer_type, &o, &e));
	assert_done(set(&o, "channel", "平信", &e));
	assert_true(record_active(&outer_type, arrived, &o));
	assert_false(record_check(&outer_type, &o, &e));
	assert_string_equal(e.field, "arrived");
	assert_done(set(&o, "arrived", ".", &e));
	assert_true(record_active(&outer_type, urgent, &o));
	assert_done(set(&o, "channel", "other", &e));
	assert_false(record_active(&outer_type, urgent, &o));
	/* A nested record is checked once it is begun. */
	assert_done(set(&o, "age", "3", &e));
	assert_false(record_check(&outer_type, &o, &e));
	assert_string_equal(e.field, "name");
	err_clear(&e);
	assert_done(set(&o, "name", "王祥", &e));
	assert_done(record_check(&outer_type, &o, &e));
	/* A field there depends on its sibling. */
	assert_done(set(&o, "age", "6", &e));
	assert_true(record_active(&outer_type, record_field(&outer_type, "agent"), &o));
	assert_false(record_check(&outer_type, &o, &e));
	assert_string_equal(e.text, "代理人：必须填写");
	assert_done(set(&o, "age", "1", &e));
	assert_done(record_check(&outer_type, &o, &e));
	assert_done(set(&o, "age", "55", &e));
	assert_done(record_check(&outer_type, &o, &e));
	struct inner *row = arena_new(t_arena, struct inner);
	record_clear(&inner_type, row);
	o.people = (struct record_list){1, row};
	assert_false(record_check(&outer_type, &o, &e));
}

TEST(a_copy_is_deep_and_equal)
{
	struct arena source = {0};
	struct outer o, copy;
	struct input in = when();
	struct err e = {0};
	record_clear(&outer_type, &o);
	assert_done(record_set(&outer_type, &o, record_field(&outer_type, "title"), "标题", &in, &source, &e));
	assert_done(record_set(&outer_type, &o, record_field(&outer_type, "name"), "王祥", &in, &source, &e));
	struct inner *rows = arena_array(&source, struct inner, 2);
	record_clear(&inner_type, &rows[0]);
	record_clear(&inner_type, &rows[1]);
	rows[1].name = arena_strdup(&source, "李");
	o.people = (struct record_list){2, rows};
	record_copy(&outer_type, &copy, &o, t_arena);
	for (const struct field *f = outer_fields; f->name; f++)
		assert_true(record_same(f, &o, &copy));
	((struct inner *)copy.people.rows)[1].name = "刘";
	assert_false(record_same(record_field(&outer_type, "people"), &o, &copy));
	arena_free(&source);
	assert_string_equal(copy.title, "标题");
	assert_string_equal(copy.applicant.name, "王祥");
	copy.applicant.age = 4;
	assert_true(record_known(record_field(&outer_type, "applicant"), &copy));
}

TEST(json_has_every_shown_field_and_masks_persons)
{
	struct outer o;
	struct err e = {0};
	record_clear(&outer_type, &o);
	assert_done(set(&o, "title", "a\"b", &e));
	assert_done(set(&o, "media", "平信,当面", &e));
	assert_done(set(&o, "fee", "3", &e));
	assert_done(set(&o, "n", "4", &e));
	assert_done(set(&o, "urgent", "是", &e));
	assert_done(set(&o, "name", "王祥", &e));
	assert_done(set(&o, "id_number", "110101199003071234", &e));
	struct str out = str_new(t_arena);
	struct json j = json_new(&out);
	json_record(&j, NULL, &outer_type, &o, true);
	assert_string_equal(out.s, "{\n\"title\":\"a\\\"b\",\n\"content\":null,\n\"channel\":null,\n\"media\":[\"in_person\",\"post_plain\"],"
		"\n\"unit\":null,\n\"n\":4,\n\"fee\":\"3.00\",\n\"arrived\":null,\n\"urgent\":true,"
		"\n\"applicant\":{\"name\":\"王**\",\"id_number\":\"110101********1234\",\"age\":null},\n\"people\":[]}\n");
}

TEST(personal_data_is_masked_by_its_shape)
{
	static const struct {
		const char *text, *masked;
	} cases[] = {
		{"110101199003071234", "110101********1234"}, {"11010119900307123X", "110101********123X"},
		{"110101900307123", "110101*****7123"}, {"１１０１０１１９９００３０７１２３４", "110101********1234"},
		{"13812345678", "138****5678"}, {"王祥", "王**"}, {"欧阳修文", "欧**"}, {"黄建国、黄建军", "黄**、黄**"}, {"王祥，李四光", "王**，李**"}, {"甲、1号楼", "甲**"},
		{"买买提·艾力", "买**"}, {"John", "J**"},
		{"wang.x@example.com", "w***@example.com"}, {"E12345678", "E1*****78"}, {"0532-12345678", "053******5678"},
		{"青岛市市南区中山路12号", "青岛市市****"}, {"", ""}, {"@", "@**"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(text_mask(cases[i].text, t_arena), cases[i].masked);
	assert_null(text_mask(NULL, t_arena));
}

TEST(numbers_that_point_at_a_person_are_masked_inside_a_text)
{
	static const struct {
		const char *text, *masked;
	} cases[] = {
		{"身份证110101199003071234，电话13812345678。", "身份证110101********1234，电话138****5678。"},
		{"证号11010119900307123X", "证号110101********123X"}, {"110101900307123", "110101*****7123"},
		{"电话：１３８１２３４５６７８", "电话：１３８****５６７８"}, {"138-1234-5678或138 1234 5678", "138-****-5678或138 **** 5678"},
		{"tel13812345678，ID110101199003071234", "tel138****5678，ID110101********1234"},
		{"+8613812345678", "+861******5678"}, {"座机0532-82345678转801", "座机053*-****5678转801"}, {"(0532)82345678", "(053*)****5678"},
		{"写信 wang.x@example.com 即可", "写信 w***.*@example.com 即可"}, {"护照E12345678", "护照E1*****78"},
		/* what is no person's number stays byte for byte */
		{"报关单422720261234567890", "报关单422720261234567890"}, {"青关公开〔2026〕17号，2026-03-02", "青关公开〔2026〕17号，2026-03-02"},
		{"索引号000014349/2026-00012", "索引号000014349/2026-00012"}, {"统一代码91370200MA3C1AB12X", "统一代码91370200MA3C1AB12X"},
		{"1381234567 138123456789", "1381234567 138123456789"}, {"a@b 与 @ 与 x@y", "a@b 与 @ 与 x@y"}, {"邮件EA123456789CN", "邮件EA123456789CN"},
		{"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c13812345678cd15d", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c13812345678cd15d"},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(text_mask_inside(cases[i].text, t_arena), cases[i].masked);
	assert_null(text_mask_inside(NULL, t_arena));
}
