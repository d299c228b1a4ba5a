#include "tests/test.h"

#include <string.h>

#include "tests/tui/dice.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list.h"

/* A provider over a sorted array, asked as a database would be: by key, a page at a time. It counts what it hands out. */
enum { ROWS = 137 };
static struct table {
	int64_t ids[ROWS * 2];
	size_t n;
	size_t most; /* rows asked for at once */
	struct list list;
	int64_t entered;
	bool busy; /* the next read gives way to a key */
} table;

static const char *name_of(int64_t id)
{
	return arena_printf(t_arena, "%s%lld号", id % 3 ? "申请" : "公开", (long long)id);
}

static bool wanted(int64_t id, const char *filter)
{
	return !*filter || strstr(name_of(id), filter);
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	(void)s;
	if (table.busy) {
		table.busy = false;
		return err_set(e, ERR_BUSY, "a key waits");
	}
	table.most = q->n > table.most ? q->n : table.most;
	out->rows = arena_array(q->arena, struct list_row, q->n);
	for (size_t i = 0; i < table.n && out->n < q->n; i++) {
		int64_t id = table.ids[q->backward ? table.n - 1 - i : i];
		if ((q->from && (q->backward ? id >= q->from->id : id < q->from->id)) || !wanted(id, q->filter))
			continue;
		out->rows[out->n++] = (struct list_row){.id = id, .cells = {arena_strdup(q->arena, name_of(id))}};
	}
	return true;
}

static bool count(struct screen *s, const char *filter, int64_t *out, struct err *e)
{
	(void)s;
	(void)e;
	*out = 0;
	for (size_t i = 0; i < table.n; i++)
		*out += wanted(table.ids[i], filter);
	return true;
}

static void enter(struct screen *s, int64_t id)
{
	(void)s;
	table.entered = id;
}

static void option_odd(struct screen *s, int64_t id)
{
	if (id % 2)
		show_text(s->app, name_of(id), "x");
	else
		app_note(s->app, "%s", _("双号不行，须是单号才可以打开"));
}

static void option_all(struct screen *s, const int64_t *ids, size_t n)
{
	(void)s;
	for (size_t i = 0; i < n; i++)
		list_settle(&table.list, ids[i], i % 2 ? "没有纸" : NULL);
	table.entered = (int64_t)n;
}

static const struct list_column columns[] = {{.label = N_("名称")}, {.label = N_("次"), .width = 6}, {0}};
static const struct list_option options[] = {
	{'4', N_("看"), .open = option_odd}, {'5', N_("印"), .all = option_all}, {'6', N_("没有的"), .verb = "request.nothing"}, {0}};
static const struct list_source source = {
	.columns = columns, .options = options, .page = page, .count = count, .enter = enter,
};

static bool test_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(&table.list, s, &source);
	return true;
}

static void test_close(struct screen *s)
{
	(void)s;
	list_close(&table.list);
}

static void test_paint(struct screen *s, struct canvas *c, struct area body)
{
	(void)s;
	list_paint(&table.list, c, body);
}

static void test_chain(struct screen *s, struct chain *out)
{
	(void)s;
	list_chain(&table.list, out);
}

static void test_event(struct screen *s, const struct event *ev)
{
	(void)s;
	list_event(&table.list, ev);
}

static void test_refresh(struct screen *s)
{
	(void)s;
	list_reload(&table.list);
}

static const struct screen_type test_screen = {
	.name = "test", .title = N_("清单"), .open = test_open, .close = test_close, .paint = test_paint, .chain = test_chain,
	.event = test_event, .refresh = test_refresh,
};

static struct desk desk = {.today_fixed = true, .today = 20000};

static void start(struct app *app, size_t n)
{
	*app = (struct app){.desk = &desk};
	memset(&table, 0, sizeof table);
	for (size_t i = 0; i < n; i++)
		table.ids[table.n++] = (int64_t)(i + 1) * 10;
	app_open(app, 24, 80, NULL, NULL);
	assert_true(app_push(app, &test_screen, NULL, (struct then){0}));
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

static void tick(struct app *app)
{
	app_feed(app, &(struct event){.kind = EVENT_TICK, .now = app->now + 1000});
	app_paint(app);
}

/* The rows shown are a run of the rows there are, without gap, and the cursor is one of them. */
static void assert_consistent(const struct list *l)
{
	size_t at = 0;
	const char *filter = edit_text(&l->filter);
	if (!l->page.n) {
		for (size_t i = 0; i < table.n; i++)
			assert_false(wanted(table.ids[i], filter));
		return;
	}
	while (at < table.n && table.ids[at] != l->page.rows[0].id)
		at++;
	for (size_t i = 0; i < l->page.n; i++, at++) {
		while (at < table.n && !wanted(table.ids[at], filter))
			at++;
		assert_true(at < table.n);
		assert_int_equal(l->page.rows[i].id, table.ids[at]);
	}
	assert_true(l->cursor < l->page.n);
	assert_int_equal(l->page.rows[l->cursor].id, l->cursor_id);
}

TEST(a_list_asks_for_no_more_rows_than_it_shows)
{
	struct app app;
	start(&app, ROWS);
	for (int i = 0; i < 300; i++)
		key(&app, i % 7 ? K_DOWN : K_PGDN);
	key(&app, K_END);
	key(&app, K_HOME);
	assert_true(table.most <= (size_t)table.list.rows + 1);
	app_close(&app);
}

TEST(walking_down_passes_every_row_once)
{
	struct app app;
	start(&app, ROWS);
	for (size_t i = 0; i < table.n; i++) {
		assert_int_equal(table.list.cursor_id, table.ids[i]);
		key(&app, K_DOWN);
	}
	assert_int_equal(table.list.cursor_id, table.ids[table.n - 1]);
	for (size_t i = table.n; i-- > 0;) {
		assert_int_equal(table.list.cursor_id, table.ids[i]);
		key(&app, K_UP);
	}
	key(&app, K_END);
	assert_int_equal(table.list.cursor_id, table.ids[table.n - 1]);
	assert_int_equal(table.list.page.n, table.list.rows);
	app_close(&app);
}

TEST(a_filter_that_gave_way_to_a_key_is_looked_for_again_when_it_is_quiet)
{
	struct app app;
	start(&app, ROWS);
	key(&app, K_TAB);
	table.busy = true;
	text(&app, "1230号");
	assert_true(app.idle_wanted);
	assert_false(canvas_shows(&app.canvas, "a key waits", t_arena));
	tick(&app);
	assert_int_equal(table.list.page.n, 1);
	assert_int_equal(table.list.cursor_id, 1230);
	app_close(&app);
}

TEST(random_walks_with_changes_by_others_stay_consistent)
{
	static const int keys[] = {K_DOWN, K_UP, K_PGDN, K_PGUP, K_HOME, K_END, K_F5, K_TAB, K_BACKSPACE, K_ESC};
	uint64_t seed = 3;
	for (int round = 0; round < 8; round++) {
		struct app app;
		start(&app, (size_t)(round * 17 + 1));
		for (int i = 0; i < 400; i++) {
			int64_t before = table.list.cursor_id;
			int what = dice(&seed, 14);
			if (what < 10) {
				if (what != 9 || table.list.filtering) /* Esc leaves the list */
					key(&app, keys[what]);
			} else if (what == 10) {
				text(&app, dice(&seed, 2) ? "公" : "1");
			} else if (what == 11) { /* a row goes */
				size_t at = (size_t)dice(&seed, (int)table.n + 1);
				if (at < table.n)
					memmove(&table.ids[at], &table.ids[at + 1], (--table.n - at) * sizeof table.ids[0]);
				list_reload(&table.list);
			} else if (what == 12 && table.n < ROWS) { /* a row comes */
				int64_t id = dice(&seed, 3000) + 1;
				size_t at = 0;
				while (at < table.n && table.ids[at] < id)
					at++;
				if (at == table.n || table.ids[at] != id) {
					memmove(&table.ids[at + 1], &table.ids[at], (table.n++ - at) * sizeof table.ids[0]);
					table.ids[at] = id;
				}
				list_reload(&table.list);
				if (table.list.page.n && !table.list.filter.len)
					assert_int_equal(table.list.cursor_id, before == INT_NONE ? table.list.cursor_id : before);
			} else if (what == 13) {
				app_feed(&app, &(struct event){.kind = EVENT_RESIZE, .rows = 16 + dice(&seed, 30), .cols = 60 + dice(&seed, 60)});
			}
			app_paint(&app);
			assert_consistent(&table.list);
			if (i % 20 == 0)
				arena_reset(t_arena);
		}
		app_close(&app);
	}
}

TEST(typing_filters_and_counts_in_an_idle_moment)
{
	struct app app;
	start(&app, ROWS);
	assert_true(app.idle_wanted);
	tick(&app);
	assert_true(canvas_shows(&app.canvas, "137 条", t_arena));
	text(&app, "公开");
	assert_true(table.list.filtering);
	tick(&app);
	assert_true(canvas_shows(&app.canvas, "45/137 条", t_arena));
	key(&app, K_DOWN);
	assert_int_equal(table.list.cursor_id, 60);
	key(&app, K_ENTER);
	assert_int_equal(table.entered, 60);
	app_close(&app);
}

TEST(rows_to_look_at_come_one_after_the_other_and_a_refused_one_says_why)
{
	struct app app;
	start(&app, 9);
	table.ids[1] = 21;
	table.ids[2] = 31;
	list_reload(&table.list);
	text(&app, "４");
	key(&app, K_DOWN);
	text(&app, "4");
	text(&app, "7");
	assert_true(canvas_shows(&app.canvas, "没有选项 7", t_arena));
	text(&app, "6"); /* its verb is not there */
	assert_true(canvas_shows(&app.canvas, "没有选项 6", t_arena));
	assert_false(canvas_shows(&app.canvas, "没有的", t_arena));
	key(&app, K_DOWN);
	text(&app, "4");
	assert_true(canvas_shows(&app.canvas, "选项 3", t_arena));
	key(&app, K_ENTER);
	assert_int_equal(table.entered, 0);
	assert_true(canvas_shows(&app.canvas, "申请31号", t_arena) || canvas_shows(&app.canvas, "公开21号", t_arena));
	key(&app, K_F12);
	tick(&app);
	key(&app, K_F12);
	tick(&app);
	assert_ptr_equal(app.top->type, &test_screen);
	assert_int_equal(table.list.picks->digits, 1);
	key(&app, K_HOME);
	assert_true(canvas_shows(&app.canvas, "双号不行，须是单号才可以打开", t_arena));
	key(&app, K_BACKSPACE);
	assert_int_equal(table.list.picks->digits, 0);
	key(&app, K_ENTER);
	assert_int_equal(table.entered, 10);
	app_close(&app);
}

TEST(marked_rows_get_a_digit_together_and_picks_outlive_filter_and_screen)
{
	struct app app;
	start(&app, ROWS);
	text(&app, "公开");
	key(&app, K_DOWN); /* back among the rows */
	key(&app, K_CTRL('A'));
	assert_int_equal(table.list.picks->marks, 45);
	key(&app, K_CTRL('U'));
	assert_int_equal(table.list.picks->marks, 45);
	key(&app, K_CTRL('E'));
	assert_int_equal(table.list.picks->marks, ROWS - 45);
	assert_false(list_marked(&table.list, 30));
	key(&app, K_CTRL('K'));
	text(&app, "5");
	key(&app, K_ENTER);
	assert_int_equal(table.list.picks->digits, ROWS - 45);
	key(&app, K_F12);
	assert_true(app_push(&app, &test_screen, NULL, (struct then){0}));
	app_paint(&app);
	assert_true(canvas_shows(&app.canvas, "已标 92  选项 92", t_arena));
	key(&app, K_ENTER);
	assert_int_equal(table.entered, ROWS - 45);
	assert_int_equal(table.list.picks->digits, (ROWS - 45) / 2);
	assert_int_equal(table.list.picks->marks, (ROWS - 45) / 2);
	key(&app, K_CTRL('X'));
	key(&app, K_CTRL('D'));
	assert_int_equal(table.list.picks->n, 0);
	app_close(&app);
}

TEST(marks_are_kept_over_a_reload)
{
	struct app app;
	int64_t ids[8];
	start(&app, 30);
	text(&app, " ");
	key(&app, K_DOWN);
	text(&app, "　");
	assert_int_equal(list_chosen(&table.list, ids, 8), 2);
	assert_int_equal(ids[0], 10);
	assert_int_equal(ids[1], 30);
	key(&app, K_F5);
	assert_true(list_marked(&table.list, 30));
	app_close(&app);
}

/* --- work in steps ---------------------------------------------------------------------------------------------------- */

static struct {
	int done, stopped;
} chore;

static bool chore_step(void *self)
{
	(void)self;
	return ++chore.done < 5;
}

static void chore_stop(void *self)
{
	(void)self;
	chore.stopped = chore.done;
}

TEST(work_goes_on_while_nobody_types_is_done_before_the_next_key_and_stops_at_esc)
{
	struct app app;
	start(&app, 9);
	chore.done = chore.stopped = 0;
	app_work(&app, chore_step, chore_stop, &chore);
	tick(&app);
	assert_int_equal(chore.done, 1);
	tick(&app);
	assert_int_equal(chore.done, 2);
	assert_true(app.idle_wanted);
	int64_t at = table.list.cursor_id;
	key(&app, K_DOWN); /* typed ahead: it finds everything done, and is not lost */
	assert_int_equal(chore.done, 5);
	assert_int_not_equal(table.list.cursor_id, at);
	tick(&app);
	assert_int_equal(chore.done, 5);
	chore.done = 0;
	app_work(&app, chore_step, chore_stop, &chore);
	tick(&app);
	key(&app, K_ESC);
	assert_int_equal(chore.stopped, 1);
	tick(&app);
	tick(&app);
	assert_int_equal(chore.done, 1);
	assert_ptr_equal(app.top->type, &test_screen); /* the key was for the work */
	app_work(&app, chore_step, chore_stop, &table.list);
	table.list.screen->type->close(table.list.screen);
	assert_null(app.work.step); /* goes with its list */
	app_close(&app);
}
