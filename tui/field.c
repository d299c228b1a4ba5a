/* The keys of text being typed, the same in a form, a filter and a prompt. */
#include "tui/app.h"
#include "tui/edit.h"

static void changed(struct edit *e)
{
	if (e->changed)
		e->changed(e->owner);
}

static void touch(struct edit *e)
{
	e->fresh = false;
}

static void act_left(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_left(self);
}

static void act_right(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_right(self);
}

static void act_home(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_home(self);
}

static void act_end(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_end(self);
}

static void act_backspace(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_backspace(self);
	changed(self);
}

static void act_delete(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_delete(self);
	changed(self);
}

static void act_kill_word(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_kill_word(self);
	changed(self);
}

static void act_clear(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_clear(self);
	changed(self);
}

static void act_cut(struct app *app, void *self)
{
	(void)app;
	touch(self);
	edit_cut(self);
	changed(self);
}

static bool take_text(struct app *app, void *self, const char *s, bool paste)
{
	struct edit *edit = self;
	struct err e = {0};
	(void)paste;
	if (edit->fresh)
		edit_set(edit, "");
	edit->fresh = false;
	if (edit_insert(edit, s)) {
		changed(self);
	} else {
		err_set(&e, ERR_INPUT, _("太长，没有放进去"));
		app_refuse(app, &e);
	}
	return true;
}

static const struct action field_actions[] = {
	{.name = "char-left", .label = N_("左移一字"), .flags = ACTION_QUIET, .run = act_left},
	{.name = "char-right", .label = N_("右移一字"), .flags = ACTION_QUIET, .run = act_right},
	{.name = "line-start", .label = N_("到行首"), .flags = ACTION_QUIET, .run = act_home},
	{.name = "line-end", .label = N_("到行尾"), .flags = ACTION_QUIET, .run = act_end},
	{.name = "backspace", .label = N_("删前一字"), .flags = ACTION_QUIET | ACTION_REQUIRED, .run = act_backspace},
	{.name = "delete", .label = N_("删后一字"), .flags = ACTION_QUIET, .run = act_delete},
	{.name = "delete-word", .label = N_("删前一词"), .flags = ACTION_QUIET, .run = act_kill_word},
	{.name = "delete-to-start", .label = N_("删到行首"), .flags = ACTION_QUIET, .run = act_clear},
	{.name = "delete-to-end", .label = N_("删到行尾"), .flags = ACTION_QUIET, .run = act_cut},
	{0},
};
const struct context field_context = {
	.name = "field", .label = N_("输入"), .actions = field_actions, .text = take_text,
};

static void act_newline(struct app *app, void *self)
{
	(void)app;
	edit_insert(self, "\n");
	changed(self);
}

/* The width of the full-screen editor is the window's. */
static void act_up(struct app *app, void *self)
{
	edit_up(self, app->canvas.cols - 1);
}

static void act_down(struct app *app, void *self)
{
	edit_down(self, app->canvas.cols - 1);
}

static void act_page_up(struct app *app, void *self)
{
	for (int i = 0; i < app->canvas.rows - 6 && edit_up(self, app->canvas.cols - 1); i++)
		;
}

static void act_page_down(struct app *app, void *self)
{
	for (int i = 0; i < app->canvas.rows - 6 && edit_down(self, app->canvas.cols - 1); i++)
		;
}

static const struct action lines_actions[] = {
	{.name = "newline", .label = N_("换行"), .flags = ACTION_QUIET | ACTION_REQUIRED, .run = act_newline},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_QUIET, .run = act_up},
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_QUIET, .run = act_down},
	{.name = "page-up", .label = N_("上翻"), .flags = ACTION_QUIET, .run = act_page_up},
	{.name = "page-down", .label = N_("下翻"), .flags = ACTION_QUIET, .run = act_page_down},
	{0},
};
const struct context lines_context = {.name = "lines", .label = N_("长文"), .actions = lines_actions};
