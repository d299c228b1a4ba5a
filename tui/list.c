#include "tui/list.h"

#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/list_private.h"

void list_open(struct list *l, struct screen *s, const struct list_source *source)
{
	*l = (struct list){.source = source, .screen = s, .sort = -1, .cursor_id = INT_NONE, .count = -1, .total = -1,
		.rows = l->rows}; /* opened again, it knows its rows: keys typed ahead find them */
	l->filter.limit = 400;
	l->filter.changed = list_filter_changed;
	l->filter.owner = l;
	if (source->options)
		l->picks = picks_of(s->app, s->type->name);
	if (source->kept)
		list_bring_back(l);
	if (l->rows)
		list_reload(l);
}

void list_close(struct list *l)
{
	app_work_drop(l->screen->app, l);
	if (l->picks)
		picks_save(l->picks, l->screen->app);
	batch_close(&l->run.batch);
	arena_free(&l->run.arena);
	arena_free(&l->load);
	edit_free(&l->filter);
}

static struct list_query query(struct list *l, const struct list_row *from, bool backward, size_t n, struct arena *a)
{
	return (struct list_query){
		.filter = text_trim(a, edit_text(&l->filter)), .sort = l->sort, .descending = l->descending,
		.backward = backward, .bare = l->bare, .from = from, .n = n, .arena = a,
	};
}

/* A filter that finds little reads much: it gives way to the next key, and what it did not find is looked for in an idle moment. */
static bool ask(struct list *l, const struct list_query *q, struct list_page *out)
{
	struct app *app = l->screen->app;
	app_give_way(app, *q->filter != '\0');
	bool done = l->source->page(l->screen, q, out, &l->error);
	app_give_way(app, false);
	for (size_t i = 0; done && !l->source->whole && !l->source->masks && !q->bare && i < out->n; i++)
		for (size_t k = 0; k < LIST_COLUMNS; k++)
			out->rows[i].cells[k] = text_mask_inside(out->rows[i].cells[k], q->arena);
	l->given_way = !done && l->error.code == ERR_BUSY;
	app->idle_wanted |= l->given_way;
	return done;
}

/* Loads the rows that show, from a row on. `from` may lie in the load that is replaced. */
static bool load(struct list *l, const struct list_row *from)
{
	struct arena a = {0};
	struct list_page page = {0};
	struct list_query q = query(l, from, false, (size_t)l->rows + 1, &a);
	l->error = (struct err){0};
	if (!ask(l, &q, &page)) {
		arena_free(&a);
		return false;
	}
	arena_free(&l->load);
	l->load = a;
	l->page = page;
	l->from_start = !from;
	l->page_bare = l->bare;
	l->more = page.n > (size_t)l->rows;
	if (l->more)
		l->page.n = (size_t)l->rows;
	return true;
}

static void set_cursor(struct list *l, size_t at)
{
	l->cursor = !l->page.n ? 0 : at < l->page.n ? at : l->page.n - 1;
	l->cursor_id = l->page.n ? l->page.rows[l->cursor].id : INT_NONE;
	list_say_why(l);
}

/* Up to n rows before `from` (NULL: the last ones), nearest first, into the event's memory. */
static size_t before(struct list *l, const struct list_row *from, size_t n, struct list_page *out)
{
	struct list_query q = query(l, from, true, n, &l->screen->app->event_arena);
	*out = (struct list_page){0};
	if (!ask(l, &q, out))
		return 0;
	return out->n;
}

static void load_last(struct list *l)
{
	struct list_page p;
	size_t n = before(l, NULL, (size_t)l->rows, &p);
	if (load(l, n ? &p.rows[n - 1] : NULL))
		set_cursor(l, l->page.n);
}

static bool find_cursor(struct list *l, int64_t id)
{
	for (size_t i = 0; i < l->page.n; i++)
		if (l->page.rows[i].id == id) {
			set_cursor(l, i);
			return true;
		}
	return false;
}

static struct list_row place_of(const struct list *l, size_t at)
{
	struct arena *a = &l->screen->app->event_arena;
	const struct list_row *r = &l->page.rows[at];
	return (struct list_row){.id = r->id, .key = r->key ? arena_strdup(a, r->key) : NULL};
}

/* Rows came in above and pushed the cursor's row out of the page: scroll so that it stands where it stood. */
static bool load_around(struct list *l, const struct list_row *row, size_t at)
{
	struct list_page p;
	if (!load(l, row) || !l->page.n || l->page.rows[0].id != row->id)
		return false;
	size_t n = at ? before(l, row, at, &p) : 0;
	return load(l, n ? &p.rows[n - 1] : row) && find_cursor(l, row->id);
}

void list_reload(struct list *l)
{
	if (!l->rows)
		return;
	size_t at = l->cursor;
	bool any = l->page.n > 0;
	struct list_row top = {0}, row = {.id = l->cursor_id};
	if (any) {
		top = place_of(l, 0);
		if (l->page.rows[at].id == l->cursor_id)
			row = place_of(l, at);
	}
	/* Who stood at the head of the list stays there: what others put in above is seen, if the cursor's row still fits. */
	bool head = l->from_start && any && load(l, NULL) && find_cursor(l, row.id);
	if (!head && !load(l, any ? &top : NULL))
		return;
	if (!find_cursor(l, row.id) && !(any && load_around(l, &row, at))) {
		if (any && !load(l, &top))
			return;
		if (!l->page.n)
			load_last(l);
		set_cursor(l, at);
	}
	list_count_soon(l);
}

/* Another filter or order: the old page's keys mean nothing now. */
static void reload_from_start(struct list *l)
{
	if (!l->rows)
		return;
	int64_t keep = l->cursor_id;
	if (!load(l, NULL))
		return;
	if (!find_cursor(l, keep))
		set_cursor(l, 0);
	list_count_soon(l);
}

void list_show(struct list *l, const char *filter, int sort, bool descending)
{
	int n = 0;
	while (l->source->columns[n].label)
		n++;
	edit_set(&l->filter, filter);
	l->sort = sort >= 0 && sort < n && l->source->columns[sort].sort ? sort : -1;
	l->descending = descending;
	reload_from_start(l);
}

void list_filter_changed(void *owner)
{
	reload_from_start(owner);
}

bool list_goto(struct list *l, int64_t id, const char *key)
{
	struct list_row from = {.id = id, .key = key};
	l->cursor_id = id;
	if (!l->rows) { /* before the first paint: the first load goes there */
		l->page.rows = arena_new(&l->load, struct list_row);
		l->page.rows[0] = (struct list_row){.id = id, .key = key ? arena_strdup(&l->load, key) : NULL};
		l->page.n = 1;
		return true;
	}
	if (!load(l, &from) || !l->page.n || l->page.rows[0].id != id)
		return false;
	set_cursor(l, 0);
	return true;
}

void list_resize(struct list *l, int rows)
{
	if (rows == l->rows)
		return;
	l->rows = rows;
	if (l->cursor >= (size_t)rows && l->page.n) { /* the cursor's row must stay in sight */
		size_t skip = l->cursor - (size_t)rows + 1;
		l->page.rows += skip;
		l->page.n -= skip;
		l->cursor -= skip;
	}
	list_reload(l);
}

void list_down(struct list *l)
{
	if (l->cursor + 1 < l->page.n) {
		set_cursor(l, l->cursor + 1);
	} else if (l->more && load(l, &l->page.rows[l->page.n > 1 ? 1 : (size_t)l->rows])) {
		set_cursor(l, l->page.n);
	}
}

void list_up(struct list *l)
{
	struct list_page p;
	if (l->cursor) {
		set_cursor(l, l->cursor - 1);
	} else if (l->page.n && before(l, &l->page.rows[0], 1, &p) && load(l, &p.rows[0])) {
		set_cursor(l, 0);
	}
}

void list_page_down(struct list *l)
{
	size_t at = l->cursor;
	if (!l->more)
		set_cursor(l, l->page.n);
	else if (load(l, &l->page.rows[l->page.n]))
		set_cursor(l, at);
}

void list_page_up(struct list *l)
{
	struct list_page p;
	size_t at = l->cursor, n = l->page.n ? before(l, &l->page.rows[0], (size_t)l->rows, &p) : 0;
	if (!n)
		set_cursor(l, 0);
	else if (load(l, n < (size_t)l->rows ? NULL : &p.rows[n - 1]))
		set_cursor(l, at);
}

void list_first(struct list *l)
{
	if (load(l, NULL))
		set_cursor(l, 0);
}

void list_last(struct list *l)
{
	load_last(l);
}

void list_sort(struct list *l, bool reverse)
{
	const struct list_column *c = l->source->columns;
	if (reverse) {
		l->descending = !l->descending;
	} else {
		int n = 0;
		while (c[n].label)
			n++;
		do
			l->sort = l->sort + 1 >= n ? -1 : l->sort + 1;
		while (l->sort >= 0 && !c[l->sort].sort);
		l->descending = false;
	}
	reload_from_start(l);
}

void list_count_soon(struct list *l)
{
	if (l->source->count)
		l->count_due = l->screen->app->idle_wanted = true;
}

void list_event(struct list *l, const struct event *ev)
{
	if (l->picks && (ev->kind == EVENT_TICK || ev->kind == EVENT_HANGUP))
		picks_save(l->picks, l->screen->app);
	if (ev->kind == EVENT_TICK && l->given_way)
		reload_from_start(l);
	if (ev->kind != EVENT_TICK || !l->count_due)
		return;
	l->count_due = false;
	struct arena *a = &l->screen->app->event_arena;
	const char *filter = text_trim(a, edit_text(&l->filter));
	struct err e = {0};
	if (!l->source->count(l->screen, filter, &l->count, &e))
		l->count = -1;
	if (!*filter)
		l->total = l->count;
	else if (l->total < 0 && !l->source->count(l->screen, "", &l->total, &e))
		l->total = -1;
}

int64_t list_current(const struct list *l)
{
	return l->page.n ? l->cursor_id : INT_NONE;
}

const struct list_row *list_current_row(const struct list *l)
{
	return l->page.n ? &l->page.rows[l->cursor] : NULL;
}

/* Page by page, so that a hundred thousand rows take no more memory than a few hundred. */
void list_each(struct list *l, bool (*act)(struct list *l, const struct list_row *row))
{
	enum { AT_ONCE = 200 };
	struct arena a = {0}, next = {0};
	struct list_row from;
	for (bool any = false, more = true; more; any = true) {
		struct list_page page = {0};
		struct list_query q = query(l, any ? &from : NULL, false, AT_ONCE + 1, &next);
		struct err e = {0};
		if (!l->source->page(l->screen, &q, &page, &e)) {
			app_refuse(l->screen->app, &e);
			break;
		}
		more = page.n > AT_ONCE;
		for (size_t i = 0; i < page.n && i < AT_ONCE; i++)
			if (!page.rows[i].dim && !page.rows[i].fixed && !act(l, &page.rows[i])) {
				more = false;
				break;
			}
		arena_free(&a); /* held the row that the page began with */
		a = next;
		next = (struct arena){0};
		if (more)
			from = page.rows[AT_ONCE];
	}
	arena_free(&a);
	arena_free(&next);
}

bool list_marked(const struct list *l, int64_t id)
{
	const struct pick *p = l->picks ? pick_find(l->picks, id) : NULL;
	return p && p->mark;
}

size_t list_chosen(const struct list *l, int64_t *ids, size_t max)
{
	size_t n = 0;
	if (!l->picks || !l->picks->marks) {
		if (l->page.n && max)
			ids[n++] = l->cursor_id;
		return n;
	}
	for (size_t i = 0; i < l->picks->n && n < max; i++)
		if (l->picks->rows[i].mark)
			ids[n++] = l->picks->rows[i].id;
	return n;
}
