/* Behind the mask: the rows shown now, with personal data as it is. A reason is asked, personal.show writes it down, and what is loaded next
 * (another page, another filter, a change) is masked again. */
#include "base/text.h"
#include "office/office.h"
#include "office/register.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list_private.h"

bool list_may_bare(struct app *app, void *self, struct err *why)
{
	const struct list *l = self;
	if (l->source->whole || !app->office)
		return err_set(why, ERR_RULE, _("这个清单没有遮盖的内容"));
	if (!l->page.n)
		return err_set(why, ERR_RULE, _("没有可以显示的行"));
	return office_may(app->office, personal_show.name, INT_NONE, why);
}

/* "申请：未办结（筛选“清江”）": what the log says was looked at. */
static const char *shown_as(const struct list *l, struct arena *a)
{
	const struct screen *s = l->screen;
	const char *title = s->title ? s->title : tr(s->type->title), *words = text_trim(a, edit_text(&l->filter));
	return *words ? arena_printf(a, _("%s（筛选“%s”）"), title, text_mask_inside(words, a)) : title;
}

static void reason_given(struct screen *s, void *ctx, const struct result *r)
{
	struct list *l = ctx;
	struct app *app = s->app;
	struct personal_show args = {.what = shown_as(l, &app->event_arena), .rows = (int64_t)l->page.n, .reason = r->text};
	struct verb_call call = {.office = app->office, .verb = &personal_show, .subject_id = INT_NONE, .args = &args, .arena = &app->event_arena};
	unsigned char cmd[CMD_ID_LEN];
	struct err e = {0};
	if (!r->done)
		return;
	cmd_id_new(app->desk, cmd);
	if (!verb_do(&call, cmd, &e)) {
		app_refuse(app, &e);
		return;
	}
	app_changed(app);
	l->bare = true;
	list_reload(l);
	l->bare = false;
	app_note(app, _("已显示 %zu 行的个人信息，记入日志；翻页或者刷新以后重新遮盖"), l->page.n);
}

void list_ask_bare(struct app *app, void *self)
{
	ask_line(app, _("显示个人信息：只有这一页，记入日志"), _("理由"), "", (struct then){.call = reason_given, .ctx = self});
}
