#include "office/request_views.h"

#include <string.h>

#include "base/text.h"

const struct choice request_views[] = {
	{"all", N_("全部")}, {"current", N_("未办结")}, {"mine", N_("我的")}, {"open", N_("在办")}, {"unconfirmed", N_("待确认")}, {"late", N_("逾期")},
	{"today", N_("今日到期")}, {"soon", N_("三日内到期")}, {"applicant", N_("等申请人（补正、缴费）")}, {"others", N_("等第三方、其他机关")},
	{"decided", N_("已决定待送达")}, {"delivered", N_("已送达待归档")}, {"archived", N_("已归档")}, {"void", N_("作废")}, {0},
};

static const struct {
	const char *code;
	enum request_queue queue;
} queues[] = {
	{"late", REQUEST_LATE}, {"today", REQUEST_TODAY}, {"soon", REQUEST_SOON}, {"applicant", REQUEST_AT_APPLICANT}, {"others", REQUEST_AT_OTHERS},
};

/* What is neither all, nor all that is open, nor a queue, is a state of that name. */
bool request_view_find(const char *code, struct request_view_of *out)
{
	const struct choice *c = request_views;
	while (c->code && strcmp(c->code, code))
		c++;
	if (!c->code)
		return false;
	*out = (struct request_view_of){.kind = c == request_views ? REQUEST_VIEW_ALL : !strcmp(code, "current") || !strcmp(code, "mine") ? REQUEST_VIEW_OPEN :
		REQUEST_VIEW_STATE, .state = c->code, .mine = !strcmp(code, "mine")};
	for (size_t i = 0; i < sizeof queues / sizeof *queues; i++)
		if (!strcmp(queues[i].code, code))
			*out = (struct request_view_of){.kind = REQUEST_VIEW_QUEUE, .queue = queues[i].queue};
	if (out->kind != REQUEST_VIEW_STATE)
		out->state = NULL;
	return true;
}

static bool holds(const struct request_row *r, const char *words, struct arena *a)
{
	const char *text = text_key(a, arena_printf(a, "%s %s %s", r->number, r->name ? r->name : "", r->content ? r->content : ""));
	char *copy = arena_strdup(a, words), *word;
	while ((word = strsep(&copy, " "))) {
		bool out = word[0] == '-' && word[1] != '\0';
		const char *key = text_key(a, word + out);
		if (*key && (strstr(text, key) != NULL) == out)
			return false;
	}
	return true;
}

bool request_view_list(struct office *o, const char *code, const char *words, int64_t limit, struct arena *a, struct request_row **out, size_t *n,
	struct err *e)
{
	struct request_view_of v = {.kind = REQUEST_VIEW_ALL};
	struct request_filter f;
	(void)request_view_find(code, &v);
	if (v.kind != REQUEST_VIEW_QUEUE) {
		record_clear(&request_filter_type, &f);
		f.state = v.state;
		f.open = v.kind == REQUEST_VIEW_OPEN;
		f.mine = v.mine;
		f.words = words;
		f.limit = limit;
		return request_list(o, &f, a, out, n, e);
	}
	size_t all, k = 0;
	if (!request_queue(o, v.queue, a, out, &all, e))
		return false;
	for (size_t i = 0; i < all && (limit == INT_NONE || (int64_t)k < limit); i++)
		if (holds(&(*out)[i], words, a))
			(*out)[k++] = (*out)[i];
	*n = k;
	return true;
}
