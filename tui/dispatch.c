#include <string.h>

#include "base/text.h"
#include "tui/app_private.h"

void app_chain(struct app *app, struct chain *out)
{
	*out = (struct chain){0};
	struct screen *s = app->top;
	if (s) {
		if (s->type->chain)
			s->type->chain(s, out);
		struct context c = {.name = s->type->name, .label = s->type->title, .actions = s->type->actions};
		chain_add(out, &c, s);
	}
	chain_add(out, &global_context, s);
}

static bool is_verb(const struct action *act)
{
	return strchr(act->name, '.') != NULL;
}

bool dispatch_find(const struct chain *chain, const char *name, struct layer *layer, const struct action **act)
{
	for (int i = 0; i < chain->n; i++) {
		const struct action *a = action_find(chain->layers[i].context.actions, name);
		if (a && (a->run || is_verb(a))) {
			*layer = chain->layers[i];
			*act = a;
			return true;
		}
	}
	return false;
}

static int64_t subject_of(const struct app *app)
{
	struct screen *s = app->top;
	return s && s->type->subject ? s->type->subject(s) : INT_NONE;
}

bool app_can(struct app *app, const struct layer *layer, const struct action *act, struct err *why)
{
	if (act->can && !act->can(app, layer->self, why))
		return false;
	if (is_verb(act) && !act->run) {
		if (!app->host.verb_start)
			return err_set(why, ERR_MISSING, _("没有打开办公室文件"));
		if (app->host.verb_can)
			return app->host.verb_can(app->host.ctx, act->name, subject_of(app), why);
	}
	return true;
}

void dispatch_run(struct app *app, const struct layer *layer, const struct action *act)
{
	struct err why = {0};
	if (!app_can(app, layer, act, &why)) {
		app_refuse(app, &why);
		return;
	}
	if (act->run)
		act->run(app, layer->self);
	else
		app->host.verb_start(app->host.ctx, app, act->name, subject_of(app));
}

bool app_action(struct app *app, const char *name)
{
	struct chain chain;
	struct layer layer;
	const struct action *act;
	app_chain(app, &chain);
	if (!dispatch_find(&chain, name, &layer, &act))
		return false;
	dispatch_run(app, &layer, act);
	return true;
}

/* Looks the pending keys up layer by layer. */
static enum key_match look_up(struct app *app, const struct chain *chain, struct layer *layer, const struct action **act)
{
	for (int i = 0; i < chain->n; i++) {
		const char *name = NULL;
		enum key_match m = keymap_find(&app->keys, chain->layers[i].context.name, app->pending, app->npending, &name);
		if (m == KEY_PREFIX || (m == KEY_FULL && dispatch_find(chain, name, layer, act)))
			return m;
	}
	return KEY_NO;
}

static void say_unbound(struct app *app, int key)
{
	if (key > ' ' && key < K_BASE && is_hanzi((uint32_t)key))
		app_note(app, "%s", _("请切换到英文输入"));
	else if (key != K_ESC)
		app_note(app, _("%s 键在此处没有用；F1 看可用的键"), key_name(key, &app->event_arena));
	app->note_error = false;
}

void dispatch_key(struct app *app, int key)
{
	struct chain chain;
	struct layer layer;
	const struct action *act;
	app_chain(app, &chain);
	app->pending[app->npending++] = key;
	enum key_match m = look_up(app, &chain, &layer, &act);
	if (m == KEY_PREFIX && app->npending < KEYS_MAX)
		return;
	if (m == KEY_NO && app->npending > 1) { /* the sequence leads nowhere: the last key stands for itself */
		app->pending[0] = key;
		app->npending = 1;
		m = look_up(app, &chain, &layer, &act);
		if (m == KEY_PREFIX)
			return;
	}
	app->npending = 0;
	if (m == KEY_FULL)
		dispatch_run(app, &layer, act);
	else
		say_unbound(app, key);
}

/* One typed character where bare letters may be keys. True: it was one. */
static bool try_key(struct app *app, const struct chain *chain, int key)
{
	struct layer layer;
	const struct action *act;
	if (app->npending) {
		dispatch_key(app, key);
		return true;
	}
	app->pending[0] = key;
	app->npending = 1;
	enum key_match m = look_up(app, chain, &layer, &act);
	app->npending = 0;
	if (m == KEY_NO)
		return false;
	dispatch_key(app, key);
	return true;
}

static const struct layer *text_layer(const struct chain *chain)
{
	for (int i = 0; i < chain->n; i++)
		if (chain->layers[i].context.text)
			return &chain->layers[i];
	return NULL;
}

static bool give_text(struct app *app, const struct chain *chain, const char *s, bool paste)
{
	for (int i = 0; i < chain->n; i++) {
		const struct layer *l = &chain->layers[i];
		if (l->context.text && l->context.text(app, l->self, s, paste))
			return true;
	}
	return false;
}

/* A character at a time where it may be a key, since each may open another screen; all at once where it is text. */
void dispatch_text(struct app *app, const char *s, bool paste)
{
	while (*s && !app->quit) {
		struct chain chain;
		app_chain(app, &chain);
		const struct layer *l = text_layer(&chain);
		if (l && (paste || !l->context.keys_first)) {
			app->npending = 0;
			if (!give_text(app, &chain, s, paste))
				app_note(app, "%s", _("此处不能输入文字"));
			return;
		}
		if (paste) {
			app_note(app, "%s", _("此处不能粘贴"));
			return;
		}
		uint32_t cp;
		size_t n = utf8_next(s, strlen(s), &cp);
		int key = (int)key_fold(cp);
		char one[8] = "";
		memcpy(one, s, n);
		s += n;
		if (!try_key(app, &chain, key) && !(l && give_text(app, &chain, one, false)))
			say_unbound(app, key);
	}
}
