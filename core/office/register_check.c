/* 自查: what a half-yearly check finds, each with the case, the information or the number it is about (law.md §13.5). Read from the other
 * registers, the catalogue and the overdue publications; nothing is kept of it. */
#include <string.h>

#include "base/text.h"
#include "office/catalogue.h"
#include "office/info.h"
#include "office/register_private.h"
#include "office/setting.h"

struct findings {
	struct office *office;
	const struct register_filter *filter;
	struct register_rows rows;
	size_t cap;
	struct arena *arena;
};

static struct register_row *find(struct findings *x, const char *kind, const struct register_row *about, const char *title, daynum due)
{
	x->rows.rows = arena_grow(x->arena, x->rows.rows, x->rows.n, &x->cap, sizeof *x->rows.rows);
	struct register_row *r = &x->rows.rows[x->rows.n++];
	*r = REGISTER_ROW_NONE;
	r->kind = kind;
	r->title = title;
	r->due = due;
	if (about) {
		r->id = about->id;
		r->unit = about->unit;
		r->matter_id = about->matter_id;
		r->info_id = about->info_id;
	}
	return r;
}

static void of_request(struct findings *x, const struct register_row *r)
{
	bool finished = !strcmp(r->state, "delivered") || !strcmp(r->state, "archived");
	if (!strcmp(r->state, "void"))
		return;
	if (r->overdue == 1)
		find(x, finished ? "answered_late" : "late", r, r->content, r->due);
	if (finished && r->outcome && !strcmp(r->outcome, "not_existing") && r->quantity == 0)
		find(x, "search", r, r->content, DAY_NONE);
	if (finished && r->filed_on == DAY_NONE && setting_flag(x->office, "file_copy", DAY_NONE))
		find(x, "file_copy", r, r->content, DAY_NONE);
}

static void of_delivery(struct findings *x, const struct register_row *r)
{
	if (r->voided_on == DAY_NONE && text_is_blank(r->waybill) && text_is_blank(r->signer) && !r->quantity)
		find(x, "proof", r, r->kind_name ? r->kind_name : r->name, DAY_NONE);
}

static void of_task(struct findings *x, const struct register_row *r)
{
	if (r->overdue == 1 && r->replied_on == DAY_NONE)
		find(x, "task", r, r->content, r->due);
}

static void of_appeal(struct findings *x, const struct register_row *r)
{
	if (r->overdue == 1)
		find(x, "evidence", r, r->body, r->due);
}

static void of_withheld(struct findings *x, const struct register_row *r)
{
	if (r->overdue == 1)
		find(x, "withheld", r, r->title, r->due);
}

static void of_publication(struct findings *x, const struct register_row *r)
{
	if (r->voided_on == DAY_NONE && text_is_blank(r->place) && text_is_blank(r->evidence))
		find(x, "place", r, r->title, DAY_NONE)->note = r->channel;
}

static void of_letter(struct findings *x, const struct register_row *r)
{
	if (r->note)
		find(x, "number", r, r->letter, DAY_NONE)->note = r->note;
}

static void of_complaint(struct findings *x, const struct register_row *r)
{
	if (!strcmp(r->state, "open"))
		find(x, "complaint", r, r->content, DAY_NONE);
}

static bool registers(struct findings *x, struct err *e)
{
	static const struct {
		const char *name;
		void (*look)(struct findings *x, const struct register_row *r);
	} looks[] = {{"requests", of_request}, {"deliveries", of_delivery}, {"tasks", of_task}, {"appeals", of_appeal}, {"withheld", of_withheld},
		{"publications", of_publication}, {"letters", of_letter}, {"complaints", of_complaint}};
	struct register_filter f = *x->filter;
	f.text = NULL;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		struct register_rows rows;
		if (!register_load(x->office, register_find(looks[i].name, e), &f, x->arena, &rows, e))
			return false;
		for (size_t k = 0; k < rows.n; k++)
			looks[i].look(x, &rows.rows[k]);
	}
	return true;
}

/* Publications that are late now: as of today, whatever the period. */
static bool infos(struct findings *x, struct err *e)
{
	struct info_filter f = {.item = INT_NONE, .unit_id = x->filter->unit_id, .from = INT_NONE, .overdue = true};
	struct info_list l;
	if (!info_page(x->office, &f, x->arena, &l, e))
		return false;
	for (size_t i = 0; i < l.n; i++) {
		struct register_row *r = find(x, "publish", NULL, l.rows[i].f.title, l.rows[i].due);
		r->id = l.rows[i].id;
		r->unit = l.rows[i].f.unit;
		r->info_id = l.rows[i].row;
	}
	return true;
}

static bool items(struct findings *x, struct err *e)
{
	struct item_check *check;
	size_t n;
	if (!catalogue_check(x->office, x->arena, &check, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (check[i].ours && (check[i].gap || check[i].stale)) {
			struct register_row *r = find(x, check[i].gap ? "gap" : "stale", NULL, check[i].name, DAY_NONE);
			r->id = arena_printf(x->arena, "%lld", (long long)check[i].number);
			r->note = check[i].why;
		}
	return true;
}

bool register_load_selfcheck(struct office *o, const struct register_filter *f, struct arena *a, struct register_rows *out, struct err *e)
{
	struct findings x = {.office = o, .filter = f, .arena = a};
	bool whole = f->unit_id == INT_NONE && text_is_blank(f->person);
	bool done = registers(&x, e) && (text_is_blank(f->person) ? infos(&x, e) : true) && (whole ? items(&x, e) : true);
	*out = x.rows;
	return done;
}
