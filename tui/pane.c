#include "tui/pane.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "tui/edit.h"

void pane_open(struct pane *p, struct arena *a)
{
	*p = (struct pane){.arena = a};
}

void pane_clear(struct pane *p)
{
	p->n = 0;
	p->top = 0;
}

void pane_add(struct pane *p, enum role role, const char *fmt, ...)
{
	va_list ap;
	if (p->n == p->cap) {
		size_t cap = p->cap ? p->cap * 2 : 32;
		struct pane_line *lines = arena_array(p->arena, struct pane_line, cap);
		if (p->n)
			memcpy(lines, p->lines, p->n * sizeof *lines);
		p->lines = lines;
		p->cap = cap;
	}
	va_start(ap, fmt);
	p->lines[p->n++] = (struct pane_line){.text = arena_vprintf(p->arena, fmt, ap), .role = role};
	va_end(ap);
}

void pane_hang(struct pane *p, int cells)
{
	p->lines[p->n - 1].hang = cells;
}

void pane_record(struct pane *p, const struct record_type *t, const void *rec)
{
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->flags & FIELD_HIDDEN)
			continue;
		if (f->type == FIELD_RECORD)
			pane_record(p, f->nested, (const char *)rec + f->offset);
		else if (f->type != FIELD_LIST && record_known(f, rec))
			pane_add(p, ROLE_TEXT, "%s%s", text_fit(p->arena, arena_printf(p->arena, _("%s："), tr(f->label)), 18),
				record_shown(f, rec, p->arena));
	}
}

/* The next row of a line: `at` moves on, 0 at its end. Rows that follow are set in a little further, so that entries stay apart; a list
 * of short words, two blanks between them, is broken between two words. */
static size_t row_next(const struct pane_line *l, size_t *at, int cells, int *indent)
{
	enum { SHORT = 36 }; /* bytes: twelve Hanzi */
	const char *s = l->text;
	const int lead = (int)strspn(s, " "), in = lead && lead < 4 ? lead : 0;
	size_t len, next = wrap_next(s, *at, cells - *indent, &len), word = len;
	bool cut = next && next == *at + len;
	*indent = !cut ? 0 : l->hang && l->hang < cells / 2 ? l->hang : in ? in + 2 : 0;
	if (cut && !l->hang)
		while (word > 2 && (s[*at + word - 1] != ' ' || s[*at + word - 2] != ' '))
			word--;
	if (cut && !l->hang && word > 2 && len - word < SHORT) {
		*indent = in;
		next = *at + word;
		len = word;
	}
	*at = next;
	return len;
}

/* Rows that the lines take at this width; paints those from `top` on when c is given. */
static int walk(const struct pane *p, int cells, struct canvas *c, struct area a)
{
	int row = 0;
	struct arena mem = {0};
	for (size_t i = 0; i < p->n; i++) {
		size_t at = 0;
		int in = 0;
		do {
			const char *from = p->lines[i].text + at;
			int y = a.y + row - p->top, x = a.x + 1 + in;
			size_t len = row_next(&p->lines[i], &at, cells, &in);
			if (c && y >= a.y && y < a.y + a.rows)
				canvas_text(c, y, x, cells, p->lines[i].role, arena_strndup(&mem, from, len));
			row++;
		} while (at);
	}
	arena_free(&mem);
	return row;
}

void pane_paint(struct pane *p, struct canvas *c, struct area a)
{
	p->rows = a.rows;
	p->wrapped = walk(p, a.cols - 2, NULL, a);
	int most = p->wrapped > p->rows ? p->wrapped - p->rows : 0;
	p->top = p->top > most ? most : p->top < 0 ? 0 : p->top;
	walk(p, a.cols - 2, c, a);
	canvas_caret(c, a.y, a.x);
}

static void act_down(struct app *app, void *self)
{
	(void)app;
	((struct pane *)self)->top++;
}

static void act_up(struct app *app, void *self)
{
	(void)app;
	((struct pane *)self)->top--;
}

static void act_page_down(struct app *app, void *self)
{
	struct pane *p = self;
	(void)app;
	p->top += p->rows;
}

static void act_page_up(struct app *app, void *self)
{
	struct pane *p = self;
	(void)app;
	p->top -= p->rows;
}

static void act_first(struct app *app, void *self)
{
	(void)app;
	((struct pane *)self)->top = 0;
}

static void act_last(struct app *app, void *self)
{
	struct pane *p = self;
	(void)app;
	p->top = p->wrapped;
}

static const struct action pane_actions[] = {
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_QUIET, .run = act_up},
	{.name = "page-down", .label = N_("下翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_down},
	{.name = "page-up", .label = N_("上翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_up},
	{.name = "cursor-first", .label = N_("到最前"), .flags = ACTION_QUIET, .run = act_first},
	{.name = "cursor-last", .label = N_("到最后"), .flags = ACTION_QUIET, .run = act_last},
	{0},
};
const struct context pane_context = {.name = "pane", .label = N_("文字"), .actions = pane_actions};

void pane_chain(struct pane *p, struct chain *out)
{
	chain_add(out, &pane_context, p);
}
