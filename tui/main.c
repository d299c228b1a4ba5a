#include "tui/main.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/embed.h"
#include "base/encoding.h"
#include "base/file.h"
#include "tui/app.h"
#include "tui/screens/settings.h"
#include "tui/term/term.h"

enum { EXIT_TERMINAL = 66, EXIT_HANGUP = 129 };

static bool is_builtin(const char *file, const char **name)
{
	static const char *const short_names[][2] = {{"default", "default.keys"}, {"vi", "vi.keys"}, {"emacs", "emacs.keys"}};
	for (size_t i = 0; i < sizeof short_names / sizeof *short_names; i++)
		if (!strcmp(file, short_names[i][0]) && embedded_find(gen_keymaps, short_names[i][1])) {
			*name = short_names[i][1];
			return true;
		}
	return false;
}

const char *tui_keymap(const char *file, struct arena *a, struct keymap *out)
{
	enum { KEYS_FILE_MAX = 256 * 1024 };
	const char *name;
	if (!file || !*file)
		file = getenv("GWGK_KEYS");
	if (!file || !*file)
		file = "default";
	if (is_builtin(file, &name)) {
		*out = keymap_builtin(name, a);
		return NULL;
	}
	*out = keymap_builtin("default.keys", a);
	struct err e = {0};
	struct keymap mine;
	struct key_faults faults;
	char *raw, *text;
	size_t len;
	if (!file_read(file, KEYS_FILE_MAX, a, &raw, &len, &e) || !encoding_read(raw, len, a, &text, NULL, &e))
		return arena_printf(a, _("键位表没有用上，仍用内置的：%s"), e.text);
	keymap_parse(file, text, a, &mine, &faults);
	if (!faults.n) {
		*out = mine;
		return NULL;
	}
	struct str s = str_new(a);
	str_printf(&s, _("键位表有 %zu 处错，仍用内置的："), faults.n);
	for (size_t i = 0; i < faults.n; i++)
		str_printf(&s, "\n%s:%d: %s", file, faults.list[i].line, faults.list[i].text);
	return s.s;
}

static void loop(struct app *app, struct term *t)
{
	int64_t ticked = term_now();
	while (!app->quit) {
		app_paint(app);
		if (app->redraw)
			term_forget(t);
		app->redraw = false;
		term_show(t, &app->canvas);
		int64_t before = term_now();
		int wait = app_wait(app);
		term_wait(t, wait, app->watched, app->nwatched);
		struct event ev;
		bool any = false;
		while (!app->quit && term_next(t, &ev)) {
			app_feed(app, &ev);
			any = true;
		}
		/* time passes for those too who never stop typing */
		bool due = wait >= 0 && (any ? term_now() - ticked >= TICK_MS : term_now() - before >= wait);
		if (app->quit || !due)
			continue;
		ticked = term_now();
		app_feed(app, &(struct event){.kind = EVENT_TICK, .now = ticked});
	}
}

static bool key_waits(void *ctx)
{
	return term_waiting(ctx);
}

static int run(const struct tui_options *o, struct term *t)
{
	struct app app = {.desk = o->desk, .office = o->office};
	struct arena a = {0};
	struct keymap keys;
	int rows, cols;
	app.keys_fault = tui_keymap(o->keys_file, &a, &keys);
	app.now = term_now();
	app.key_waits = key_waits;
	app.key_ctx = t;
	if (o->host)
		app.host = *o->host;
	term_size(t, &rows, &cols);
	app_open(&app, rows, cols, &keys, NULL);
	settings_first_start(&app);
	if (app.keys_fault)
		app_note(&app, _("%.*s 按 F1 看"), (int)strcspn(app.keys_fault, "\n"), app.keys_fault);
	loop(&app, t);
	bool hangup = app.hangup;
	app_close(&app);
	arena_free(&a);
	int sig = term_signal(t);
	return !hangup ? 0 : sig ? 128 + sig : EXIT_HANGUP;
}

int tui_main(const struct tui_options *o)
{
	struct term *t;
	struct err e = {0};
	struct term_options options = {.ambiguous = o->ambiguous, .color_off = o->color_off};
	const char *width = getenv("GWGK_AMBIGUOUS");
	if (!options.ambiguous && width && (!strcmp(width, "1") || !strcmp(width, "2")))
		options.ambiguous = width[0] - '0';
	if (!term_open(&options, &t, &e)) {
		fprintf(stderr, "gwgk: %s\n", e.text);
		return EXIT_TERMINAL;
	}
	int status = run(o, t);
	term_close(t);
	return status;
}
