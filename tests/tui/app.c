#include "tests/test.h"

#include <string.h>

#include "tests/tui/dice.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/form.h"

/* --- a form over a record with every kind of field --------------------------------------------------------------------- */

struct person {
	const char *town;
	int64_t age;
};
struct note {
	const char *title, *channel, *kinds, *text, *unit;
	daynum day;
	int64_t n, money;
	int8_t urgent;
	const char *reason;
	struct person person;
};

static const struct choice channels[] = {{"in_person", N_("当面提交"), NULL}, {"post_plain", N_("平信"), NULL}, {"post_signed", N_("挂号信"), NULL}, {0}};
static const struct field person_fields[] = {
	{"town", N_("住地"), FIELD_TEXT, FIELD_AT(person, town)},
	{"age", N_("年龄"), FIELD_INT, FIELD_AT(person, age)},
	{0},
};
static const struct record_type person_type = {"person", N_("人"), sizeof(struct person), person_fields};
static const struct field note_fields[] = {
	{"title", N_("标题"), FIELD_TEXT, FIELD_AT(note, title), FIELD_REQUIRED, .help = N_("一句话")},
	{"channel", N_("渠道"), FIELD_CODE, FIELD_AT(note, channel), 0, .choices = channels},
	{"kinds", N_("种类"), FIELD_CODE, FIELD_AT(note, kinds), FIELD_MULTI, .choices = channels},
	{"unit", N_("部门"), FIELD_TEXT, FIELD_AT(note, unit), 0, .source = "unit"},
	{"day", N_("日期"), FIELD_DATE, FIELD_AT(note, day), FIELD_PAST},
	{"n", N_("份数"), FIELD_INT, FIELD_AT(note, n)},
	{"money", N_("金额"), FIELD_MONEY, FIELD_AT(note, money)},
	{"urgent", N_("急件"), FIELD_FLAG, FIELD_AT(note, urgent)},
	{"reason", N_("急件理由"), FIELD_TEXT, FIELD_AT(note, reason), FIELD_REQUIRED, .when = {"urgent", "yes"}},
	{"text", N_("正文"), FIELD_LINES, FIELD_AT(note, text)},
	{"person", N_("人"), FIELD_RECORD, FIELD_AT(note, person), .nested = &person_type},
	{0},
};
static const struct record_type note_type = {"note", N_("记录"), sizeof(struct note), note_fields};

static struct world {
	struct form form;
	struct note note, kept; /* as typed; as saved */
	int saved;
	const char *draft;
	bool full; /* no draft can be kept */
	struct result result;
	bool answered;
} world;

static bool unit_values(struct screen *s, const struct record_type *t, const struct field *f, const void *rec, struct arena *a,
	struct form_values *out, struct err *e)
{
	static struct form_value rows[] = {{"办公室", "办公室", "内线 1"}, {"监管科", "监管科", "内线 2"}, {"综合科", "综合科", NULL}};
	(void)s;
	(void)t;
	(void)rec;
	(void)a;
	(void)e;
	assert_string_equal(f->source, "unit");
	*out = (struct form_values){.rows = rows, .n = 3};
	return true;
}

static bool note_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	const struct note *n = rec;
	(void)s;
	(void)leave;
	if (n->n != INT_NONE && n->n > 99)
		return err_field(e, "n", "%s", _("最多 99 份"));
	world.saved++;
	record_copy(&note_type, &world.kept, n, t_arena);
	return true;
}

static const struct form_type note_form = {.record = &note_type, .draft = "note.add", .values = unit_values, .save = note_save};

static bool note_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	record_clear(&note_type, &world.note);
	form_open(&world.form, s, &note_form, &world.note, INT_NONE);
	return true;
}

static void note_close(struct screen *s)
{
	(void)s;
	form_close(&world.form);
}

static void note_paint(struct screen *s, struct canvas *c, struct area body)
{
	(void)s;
	form_paint(&world.form, c, body);
}

static void note_chain(struct screen *s, struct chain *out)
{
	(void)s;
	form_chain(&world.form, out);
}

static void note_event(struct screen *s, const struct event *ev)
{
	(void)s;
	form_event(&world.form, ev);
}

static bool note_leave(struct screen *s, struct err *why)
{
	(void)s;
	return form_leave(&world.form, why);
}

static const struct screen_type note_screen = {
	.name = "note", .title = N_("记录"), .open = note_open, .close = note_close, .paint = note_paint, .chain = note_chain,
	.event = note_event, .leave = note_leave,
};

static bool draft_save(void *ctx, const char *key, const char *text, struct err *e)
{
	(void)ctx;
	assert_string_equal(key, "note.add");
	if (world.full)
		return err_set(e, ERR_SYSTEM, "磁盘已满");
	world.draft = text ? arena_strdup(t_arena, text) : NULL;
	return true;
}

static const char *draft_load(void *ctx, const char *key, struct arena *a)
{
	(void)ctx;
	(void)key;
	return world.draft ? arena_strdup(a, world.draft) : NULL;
}

static struct desk desk = {.today_fixed = true, .today = 20521, .seed = 5}; /* 2026-03-09 */

static void start(struct app *app, const char *draft)
{
	*app = (struct app){.desk = &desk, .host = {.draft_save = draft_save, .draft_load = draft_load}};
	world = (struct world){.draft = draft};
	app_open(app, 24, 80, NULL, NULL);
	assert_true(app_push(app, &note_screen, NULL, (struct then){0}));
	app_paint(app);
}

static void key(struct app *app, int k)
{
	app_feed(app, &(struct event){.kind = EVENT_KEY, .key = k});
	app_paint(app);
}

static void text(struct app *app, const char *s)
{
	app_feed(app, &(struct event){.kind = EVENT_TEXT, .text = s});
	app_paint(app);
}

static void wait_ms(struct app *app, int ms)
{
	app_feed(app, &(struct event){.kind = EVENT_TICK, .now = app->now + ms});
	app_paint(app);
}

static void fill(struct app *app, const char *field, const char *s)
{
	form_focus(&world.form, field);
	key(app, K_CTRL('U'));
	text(app, s);
}

#define shows(app, s) canvas_shows(&(app)->canvas, s, t_arena)

TEST(a_field_takes_codes_labels_places_and_initials)
{
	static const char *const ways[] = {"post_plain", "平信", "2", "２", "px"};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct app app;
		start(&app, NULL);
		fill(&app, "channel", ways[i]);
		key(&app, K_TAB);
		assert_string_equal(world.note.channel, "post_plain");
		assert_true(shows(&app, "平信"));
		app_close(&app);
	}
}

TEST(several_codes_are_taken_one_by_one)
{
	struct app app;
	start(&app, NULL);
	fill(&app, "kinds", "1，平信");
	key(&app, K_TAB);
	assert_string_equal(world.note.kinds, "in_person,post_plain");
	fill(&app, "kinds", "1,乱");
	key(&app, K_TAB);
	assert_true(shows(&app, " “乱”不在值表里")); /* beside its field; below, the field is named */
	key(&app, K_F2);
	assert_non_null(strstr(app.note, "：“乱”不在值表里"));
	app_close(&app);
}

TEST(a_date_echoes_its_weekday_while_it_is_typed)
{
	struct app app;
	start(&app, NULL);
	fill(&app, "day", "３．２");
	assert_true(shows(&app, "2026-03-02 周一"));
	assert_int_equal(world.note.day, DAY_NONE);
	key(&app, K_TAB);
	assert_int_equal(world.note.day, day_make(2026, 3, 2));
	fill(&app, "day", "0402"); /* a past date: the nearest not after today */
	key(&app, K_TAB);
	assert_int_equal(world.note.day, day_make(2025, 4, 2));
	app_close(&app);
}

TEST(a_mistake_stops_only_the_saving)
{
	struct app app;
	start(&app, NULL);
	fill(&app, "title", "甲");
	fill(&app, "day", "2026-02-30");
	key(&app, K_TAB);
	text(&app, "7");
	key(&app, K_F2);
	assert_int_equal(world.saved, 0);
	assert_true(app.note_error && strstr(app.note, "2026-02-30"));
	fill(&app, "day", ".");
	fill(&app, "n", "100");
	key(&app, K_F2);
	assert_string_equal(app.note, "最多 99 份");
	fill(&app, "n", "99");
	key(&app, K_F2);
	assert_int_equal(world.saved, 1);
	assert_null(world.draft);
	assert_string_equal(app.top->type->name, "desk");
	app_close(&app);
}

TEST(a_required_field_that_is_empty_gets_the_focus)
{
	struct app app;
	start(&app, NULL);
	fill(&app, "urgent", "是");
	fill(&app, "title", "甲");
	key(&app, K_F2);
	assert_int_equal(world.saved, 0);
	assert_true(strstr(app.note, "急件理由"));
	text(&app, "限期");
	key(&app, K_F2);
	assert_int_equal(world.saved, 1);
	assert_string_equal(world.kept.reason, "限期");
	app_close(&app);
}

TEST(a_field_shows_only_while_it_is_in_play)
{
	struct app app;
	start(&app, NULL);
	assert_false(shows(&app, "急件理由"));
	fill(&app, "urgent", "1");
	key(&app, K_TAB);
	assert_true(shows(&app, "急件理由"));
	app_close(&app);
}

TEST(the_list_of_values_fills_the_field_and_moves_on)
{
	struct app app;
	start(&app, NULL);
	form_focus(&world.form, "unit");
	key(&app, K_F4);
	assert_true(shows(&app, "内线 2"));
	text(&app, "jgk");
	assert_false(shows(&app, "综合科"));
	key(&app, K_ENTER);
	assert_string_equal(world.note.unit, "监管科");
	key(&app, K_F4); /* now on the date, which has none */
	assert_true(strstr(app.note, "没有值表"));
	app_close(&app);
}

TEST(a_paste_is_data_and_never_a_key)
{
	struct app app;
	start(&app, NULL);
	app_feed(&app, &(struct event){.kind = EVENT_PASTE, .text = "甲\n乙\033\t2"});
	app_paint(&app);
	key(&app, K_TAB);
	assert_string_equal(world.note.title, "甲 乙 2");
	form_focus(&world.form, "text");
	app_feed(&app, &(struct event){.kind = EVENT_PASTE, .text = "一\n二"});
	key(&app, K_TAB);
	assert_string_equal(world.note.text, "一\n二");
	app_close(&app);
}

TEST(a_long_text_is_written_on_a_whole_screen_and_comes_back_either_way)
{
	struct app app;
	start(&app, NULL);
	form_focus(&world.form, "text");
	key(&app, K_F4);
	text(&app, "第一行");
	key(&app, K_ENTER);
	text(&app, "第二行");
	key(&app, K_F12);
	assert_string_equal(world.note.text, "第一行\n第二行");
	app_close(&app);
}

TEST(a_draft_comes_back_with_its_command_id)
{
	struct app app;
	unsigned char cmd[16];
	start(&app, NULL);
	text(&app, "甲\\乙");
	key(&app, K_TAB);
	text(&app, "3");
	memcpy(cmd, world.form.cmd, sizeof cmd);
	app_feed(&app, &(struct event){.kind = EVENT_HANGUP});
	assert_true(app.quit && app.hangup);
	const char *draft = world.draft;
	assert_non_null(draft);
	app_close(&app);
	start(&app, draft);
	assert_memory_equal(world.form.cmd, cmd, sizeof cmd);
	assert_string_equal(world.note.title, "甲\\乙");
	assert_string_equal(world.note.channel, "post_signed");
	assert_true(strstr(app.note, "取回"));
	app_close(&app);
}

TEST(a_form_whose_draft_cannot_be_kept_is_not_left_before_it_is_said)
{
	struct app app;
	start(&app, NULL);
	fill(&app, "title", "写了一半");
	world.full = true;
	key(&app, K_TAB);
	assert_true(shows(&app, "草稿没有存成：磁盘已满"));
	key(&app, K_F12);
	assert_ptr_equal(app.top->type, &note_screen);
	assert_true(shows(&app, "草稿存不下"));
	key(&app, K_F12);
	assert_ptr_not_equal(app.top->type, &note_screen);
	assert_null(world.draft);
	app_close(&app);
}

TEST(what_is_being_typed_is_in_the_draft_within_ten_seconds)
{
	struct app app;
	start(&app, NULL);
	text(&app, "写了一半");
	wait_ms(&app, TICK_MS);
	assert_non_null(strstr(world.draft, "title=写了一半\n"));
	text(&app, "又写");
	for (int i = 0; i < 10000 / TICK_MS; i++)
		wait_ms(&app, TICK_MS);
	const char *kept = world.draft;
	assert_non_null(strstr(kept, "title=写了一半又写\n"));
	for (int i = 0; i < 20; i++)
		wait_ms(&app, TICK_MS);
	assert_ptr_equal(world.draft, kept); /* nothing new: nothing written */
	app_close(&app);
}

TEST(esc_leaves_a_form_and_drops_nothing)
{
	struct app app;
	start(&app, NULL);
	text(&app, "没写完");
	key(&app, K_ESC);
	assert_string_equal(app.top->type->name, "note");
	wait_ms(&app, ESC_MS);
	assert_string_equal(app.top->type->name, "desk");
	assert_non_null(strstr(world.draft, "title=没写完"));
	app_close(&app);
}

TEST(esc_waits_half_a_second_for_a_digit_and_no_longer)
{
	struct app app;
	start(&app, NULL);
	key(&app, K_ESC);
	assert_int_equal(app_wait(&app), ESC_MS);
	wait_ms(&app, ESC_MS - 1);
	assert_true(app.esc);
	text(&app, "9");
	assert_true(shows(&app, "全部动作和画面"));
	key(&app, K_ESC);
	wait_ms(&app, ESC_MS);
	assert_string_equal(app.top->type->name, "note");
	key(&app, K_ESC);
	app_feed(&app, &(struct event){.kind = EVENT_TEXT, .text = "9", .now = app.now + ESC_MS + 1});
	assert_string_equal(app.top->type->name, "desk"); /* too late: Esc, then a digit for the desk */
	app_paint(&app);
	app_close(&app);
}

/* --- prompts, and everything at random --------------------------------------------------------------------------------- */

static void answer(struct screen *below, void *ctx, const struct result *r)
{
	(void)below;
	(void)ctx;
	world.answered = true;
	world.result = *r;
	world.result.text = r->text ? arena_strdup(t_arena, r->text) : NULL;
}

TEST(a_confirmation_takes_only_its_own_key)
{
	struct app app;
	start(&app, NULL);
	ask_confirm(&app, _("打印"), _("将打印 5 份"), (struct then){.call = answer});
	key(&app, K_ENTER);
	text(&app, "y");
	assert_false(world.answered);
	key(&app, K_F2);
	assert_true(world.answered && world.result.done);
	app_close(&app);
}

TEST(a_line_is_asked_for_without_a_loop_of_its_own)
{
	struct app app;
	start(&app, NULL);
	ask_line(&app, _("文号"), _("编号"), "12", (struct then){.call = answer});
	text(&app, "3");
	key(&app, K_ENTER);
	assert_true(world.result.done);
	assert_string_equal(world.result.text, "123");
	ask_line(&app, _("文号"), _("编号"), "12", (struct then){.call = answer});
	key(&app, K_F12);
	assert_false(world.result.done);
	app_close(&app);
}

TEST(any_events_in_any_order_leave_a_screen_that_can_be_painted)
{
	static const char *const words[] = {"政", "1", "ａ", "x", "。", "9", "公开 ", "３"};
	uint64_t seed = 99;
	for (int round = 0; round < 25; round++) {
		struct app app;
		start(&app, NULL);
		for (int i = 0; i < 300 && !app.quit; i++) {
			struct event ev = {.kind = EVENT_KEY, .now = app.now + dice(&seed, 300)};
			switch (dice(&seed, 10)) {
			case 0: ev = (struct event){.kind = EVENT_RESIZE, .rows = dice(&seed, 60), .cols = dice(&seed, 200)}; break;
			case 1: ev = (struct event){.kind = EVENT_PASTE, .text = "贴\n3"}; break;
			case 2: case 3: case 4: ev = (struct event){.kind = EVENT_TEXT, .text = words[dice(&seed, 8)]}; break;
			case 5: ev.kind = EVENT_TICK; break;
			case 6: ev.key = K_CTRL('A' + dice(&seed, 26)); break;
			default: ev.key = K_BASE + 1 + dice(&seed, K_LAST - K_BASE - 1); break;
			}
			if (ev.kind == EVENT_KEY && ev.key == K_F3 && dice(&seed, 4))
				continue;
			app_feed(&app, &ev);
			app_paint(&app);
			assert_true(app.quit || app.canvas.caret_on);
			if (app.top && !app.top->below)
				app_push(&app, &note_screen, NULL, (struct then){0});
		}
		app_close(&app);
	}
}
