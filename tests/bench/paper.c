/* Letters without gwgk-paper: a thousand as GB18030 text; the preview of one, from the key to the painted screen. */
#include "tests/bench/paper.h"

#include <stdio.h>
#include <string.h>

#include "base/embed.h"
#include "base/encoding.h"
#include "office/office.h"
#include "paper/grid.h"
#include "paper/serial.h"
#include "paper/template.h"
#include "tests/bench/bench.h"
#include "tui/app.h"
#include "tui/host.h"

enum { LETTERS = 1000 };

struct text_bench {
	const char *frozen;  /* one letter */
	const char *text;    /* the same, set */
	size_t len;
};

static bool set_and_encode(void *ctx)
{
	const struct text_bench *b = ctx;
	struct text_profile plain = text_profile_plain();
	struct arena a = {0};
	struct err e = {0};
	bool ok = true;
	for (int i = 0; ok && i < LETTERS; i++) {
		struct doc *doc;
		struct unmappable *bad;
		size_t at = 0, len, nbad;
		char *bytes;
		ok = doc_parse(b->frozen, strlen(b->frozen), &at, &a, &doc, &e);
		if (ok)
			encoding_write(text_doc(layout_doc(doc, &a), &plain, &a), CHARSET_GB18030, &a, &bytes, &len, &bad, &nbad);
		arena_reset(&a);
	}
	arena_free(&a);
	return ok;
}

static bool encode_only(void *ctx)
{
	const struct text_bench *b = ctx;
	struct arena a = {0};
	for (int i = 0; i < LETTERS; i++) {
		struct unmappable *bad;
		size_t len, nbad;
		char *bytes;
		encoding_write(b->text, CHARSET_GB18030, &a, &bytes, &len, &bad, &nbad);
		arena_reset(&a);
	}
	arena_free(&a);
	return true;
}

static bool text_letters(void)
{
	struct arena a = {0};
	struct template **all;
	struct err e = {0};
	struct doc *doc;
	size_t n, i = 0;
	struct text_profile plain = text_profile_plain();
	template_load(gen_letters, &a, &all, &n);
	while (i < n && strcmp(all[i]->kind, "refused"))
		i++;
	bool ok = i < n && template_fill(all[i], template_sample, NULL, FILL_PREVIEW, &a, &doc, &e);
	if (ok) {
		struct text_bench b = {.frozen = doc_serial(doc, &a, NULL), .text = text_doc(layout_doc(doc, &a), &plain, &a)};
		ok = bench_run(&(struct bench){.what = "1,000 refusals as GB18030 text", .floor_what = "iconv of the same text", .ours = set_and_encode,
			.floor = encode_only, .ctx = &b, .rounds = 9});
	}
	arena_free(&a);
	return ok;
}

/* --- preview ----------------------------------------------------------------------------------------------------------------- */

struct preview {
	struct app *app;
	struct cell *copy;
	size_t n;
	bool seen;
};

static void key(struct app *app, int k)
{
	app_feed(app, &(struct event){.kind = EVENT_KEY, .key = k});
	app_paint(app);
}

/* F8 on a row of the list and back: the letter the case owes, filled, broken into lines, painted. */
static bool there_and_back(void *ctx)
{
	struct preview *p = ctx;
	struct screen *list = p->app->top;
	key(p->app, K_F8);
	p->seen = p->app->top != list;
	if (p->seen)
		key(p->app, K_F3);
	return p->app->top != NULL;
}

static bool copy_cells(void *ctx)
{
	struct preview *p = ctx;
	memcpy(p->copy, p->app->canvas.cells, p->n * sizeof *p->copy);
	return true;
}

static bool preview(struct office *o)
{
	struct arena a = {0};
	struct app app = {.desk = o->desk, .office = o};
	app.host = host_make(o, &a);
	app_open(&app, 24, 80, NULL, "requests");
	app_paint(&app);
	struct preview p = {.app = &app, .n = (size_t)app.canvas.rows * (size_t)app.canvas.cols};
	p.copy = arena_array(&a, struct cell, p.n);
	bool ok = bench_run(&(struct bench){.what = "a letter's preview by F8, and back", .floor_what = "memcpy of the cells", .ours = there_and_back,
		.floor = copy_cells, .ctx = &p, .rounds = 101});
	if (!p.seen)
		printf("%-44s no preview was opened\n", "");
	app_close(&app);
	arena_free(&a);
	return ok && p.seen;
}

bool bench_paper(struct office *o)
{
	bool ok = text_letters();
	return preview(o) && ok;
}
