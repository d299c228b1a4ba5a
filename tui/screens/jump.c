#include "tui/screens/jump.h"

#include <string.h>

#include "office/appeal.h"
#include "office/matter.h"
#include "tui/screens/appeal.h"
#include "tui/screens/info.h"
#include "tui/screens/matter.h"

static const struct {
	const char *kind, *screen, *label;
} kinds[] = {
	{"request", "request", N_("申请")},
	{"correction", "correction", N_("更正")},
	{"task", "request", N_("承办")},
	{"appeal", "appeal", N_("复议诉讼")},
	{"info", "info", N_("信息")},
	{"item", "item", N_("事项")},
	{"letter", "letter", N_("文书")},
	{"person", "who", N_("人员")},
	{"unit", "who", N_("部门")},
	{"body", "who", N_("外单位")},
	{"draft", "drafts", N_("草稿")},
	{"register", "register", N_("台账")},
};

static size_t find(const char *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].kind, kind))
			return i;
	return SIZE_MAX;
}

const char *jump_kind(const char *kind, const char *id)
{
	if (strcmp(kind, "register") != 0 || !id)
		return kind;
	return *id == 'A' ? "appeal" : *id == 'I' ? "info" : kind;
}

const char *jump_label(const char *kind, const char *id)
{
	size_t i = find(jump_kind(kind, id));
	return i == SIZE_MAX ? kind : tr(kinds[i].label);
}

bool jump_to(struct app *app, const char *kind, const char *id)
{
	bool of_correction = !strcmp(kind, "task") && *id == 'C'; /* a task is a case's */
	size_t i = find(of_correction ? "correction" : jump_kind(kind, id));
	const struct screen_type *t = i == SIZE_MAX || !kinds[i].screen ? NULL : screen_find(kinds[i].screen);
	if (!t) {
		app_note(app, _("“%s”没有自己的画面"), jump_label(kind, id));
		return false;
	}
	struct screen_arg arg = {.text = id};
	return app_push(app, t, &arg, (struct then){0});
}

void jump_why(struct app *app, const char *kind, const char *id)
{
	int64_t row;
	struct err e = {0};
	const char *what = jump_kind(kind, id);
	if (!strcmp(what, "request") || !strcmp(what, "correction") || !strcmp(what, "task")) {
		if (matter_find(app->office, *id == 'C' ? "correction" : "request", id, &row, &e))
			matter_why(app, row);
	} else if (!strcmp(what, "info")) {
		if (info_find(app->office, id, &row, &e))
			info_why(app, row);
	} else if (!strcmp(what, "appeal")) {
		if (appeal_find(app->office, id, &row, &e))
			appeal_why(app, row);
	} else {
		app_note(app, "%s", _("这一行的日期不是逐日算的"));
	}
	if (e.code)
		app_refuse(app, &e);
}
