/* The end of a case and what comes after: merging, archiving, reopening. */
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_matter.h"
#include "gen/q_request.h"
#include "gen/q_steps.h"
#include "office/closeout.h"
#include "office/correction.h"
#include "office/decision.h"
#include "office/setting.h"
#include "office/similar.h"
#include "office/steps.h"

struct who {
	const char *name, *identity; /* keys; identity NULL: no document */
};

static struct who applicant_of(struct step *s, int64_t matter_id)
{
	struct err none = {0};
	struct who w = {.name = ""};
	struct q *q = q_open(s->office->store, &Q_matter_applicant);
	q_int(q, "matter_id", matter_id);
	if (q_row(q, &none))
		w = (struct who){q_get_text(q, "name_key", s->arena), q_get_text(q, "identity_key", s->arena)};
	q_end(q);
	return w;
}

/* Two of one name are two people when their documents say so. */
static bool same_person(struct step *s, int64_t into, struct err *e)
{
	struct who one = applicant_of(s, s->c.matter.row), two = applicant_of(s, into);
	bool same = strcmp(one.name, two.name) == 0 && (!one.identity || !two.identity || strcmp(one.identity, two.identity) == 0);
	return same || err_set(e, ERR_RULE, _("申请人不同，不能合并：每件申请各有答复"));
}

/* The first arrival stays, for its date counts; what comes after the answer is asked again, not arrived twice. */
static bool same_arrival(struct step *s, int64_t into, struct err *e)
{
	struct matter_case c;
	struct decision d;
	bool decided;
	char iso[DAY_ISO];
	daynum received = s->c.matter.received;
	if (!matter_load(s->office, into, s->arena, &c, e) || !decision_load(s->office, into, s->arena, &d, &decided, e))
		return false;
	if (strcmp(c.matter.state, proc_state_name(STATE_VOID)) == 0)
		return err_field(e, "into", _("并入的那一件已经作废"));
	if (received != DAY_NONE && c.matter.received != DAY_NONE && received < c.matter.received)
		return err_field(e, "into", _("%s 先收到，应当保留：把 %s 并入它"), s->c.matter.number, c.matter.number);
	if (received != DAY_NONE && decided && d.decided_on < received)
		return err_field(e, "into", _("%s 已于 %s 作出决定，之后收到的是重复申请，应当另行答复"), c.matter.number, day_iso(d.decided_on, iso));
	return true;
}

/* What is asked for, fit to be compared; of a correction the record and what is wrong with it. */
struct asked {
	const char *keys[2];
};

static bool asked_of(struct step *s, int64_t matter_id, bool request, struct asked *out, struct err *e)
{
	struct correction_view v;
	*out = (struct asked){{"", ""}};
	if (!request) {
		if (!correction_load(s->office, matter_id, s->arena, &v, e))
			return false;
		*out = (struct asked){{text_key(s->arena, v.correction.record), text_key(s->arena, v.correction.claim)}};
		return true;
	}
	struct err none = {0};
	struct q *q = q_open(s->office->store, &Q_request_text_of);
	q_int(q, "id", matter_id);
	if (q_row(q, &none))
		out->keys[0] = q_get_text(q, "content_key", s->arena);
	q_end(q);
	return true;
}

/* Two things asked are two requests, each with an answer of its own. */
static bool same_words(struct step *s, int64_t into, struct err *e)
{
	const bool request = strcmp(s->c.matter.kind, "request") == 0;
	struct asked one, two;
	int share = 1000;
	if (!asked_of(s, s->c.matter.row, request, &one, e) || !asked_of(s, into, request, &two, e))
		return false;
	for (size_t i = 0; i < (request ? 1 : 2); i++) {
		int part = one.keys[i] && two.keys[i] ? text_similar(one.keys[i], two.keys[i]) : 0;
		share = part < share ? part : share;
	}
	return share >= SIMILAR_SHARE || err_field(e, "into", request ? _("所需信息不同（相似 %d%%），不能合并：每件申请各有答复") :
		_("信息记录或者更正请求不同（相似 %d%%），不能合并：每件申请各有答复"), share / 10);
}

/* Only the same application that arrived twice: two people, or two things asked, each keep an answer of their own. */
bool step_merge(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	int64_t into;
	if (!step_begin(call, &s, e) || !matter_find(s.office, s.c.matter.kind, a->into, &into, e))
		return false;
	if (into == s.c.matter.row)
		return err_field(e, "into", _("不能并入自己"));
	if (!same_person(&s, into, e) || !same_arrival(&s, into, e) || !same_words(&s, into, e))
		return false;
	struct event_row ev = EVENT_ROW;
	ev.day = desk_today(s.office->desk);
	struct q *q = q_open(s.office->store, &Q_matter_merge);
	q_int(q, "id", s.c.matter.row);
	q_int(q, "version", s.c.matter.version);
	q_int(q, "into", into);
	q_text(q, "reason", a->reason ? arena_printf(s.arena, _("并入 %s：%s"), a->into, a->reason) : arena_printf(s.arena, _("并入 %s"), a->into));
	bool done = q_run_one(q, e);
	q_end(q);
	s.c.matter.version++;
	if (!done || !step_end(&s, s.c.rules ? &ev : NULL, ev.day, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 已并入 %s"), s.c.matter.number, a->into);
	return true;
}

/* Not before the answer, nor before the order. */
static daynum earliest_reopening(struct step *s)
{
	daynum answered = step_event_day(s, EV_ANSWERED), ordered = DAY_NONE;
	struct err none = {0};
	struct q *q = q_open(s->office->store, &Q_reopen_ordered_on);
	q_int(q, "matter_id", s->c.matter.row);
	if (q_row(q, &none))
		ordered = q_get_day(q, "day");
	q_end(q);
	return ordered != DAY_NONE && (answered == DAY_NONE || ordered > answered) ? ordered : answered;
}

bool step_reopen(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, earliest_reopening(&s), e))
		return false;
	if (!s.c.rules)
		return err_set(e, ERR_RULE, _("%s 没有收到之日，不能重新办理"), s.c.matter.number);
	if (a->days != INT_NONE && a->until != DAY_NONE)
		return err_field(e, "days", _("重新答复的工作日数和期限只填一个"));
	if (a->days == INT_NONE && a->until == DAY_NONE)
		a->days = s.c.rules->answer_wd;
	if (a->days != INT_NONE && (a->days < 1 || a->days > 100))
		return err_field(e, "days", _("工作日数应为1至100"));
	ev.day = a->on;
	ev.until = a->until;
	ev.days = a->days == INT_NONE ? 0 : (int)a->days;
	ev.note = a->reason;
	struct q *q = q_open(s.office->store, &Q_decision_supersede);
	q_int(q, "matter_id", s.c.matter.row);
	q_day(q, "on", a->on);
	bool done = q_run(q, e);
	q_end(q);
	s.c.matter.outcome = NULL;
	s.c.matter.closed_on = DAY_NONE;
	if (!done || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已重新办理"));
	return true;
}

/* Each with the command that settles it: as screens call it, and as the command line does. */
static const char *open_list(const char *noun, const struct closeout *open, size_t n, struct arena *a)
{
	struct str out = str_new(a);
	for (size_t i = 0; i < n; i++) {
		const struct verb *v = verb_find(arena_printf(a, "%s.%s", strcmp(open[i].verb, "issue") ? noun : "letter", open[i].verb));
		str_printf(&out, i ? _("；%s（%s %s）") : _("%s（%s %s）"), open[i].text, v ? tr(v->label) : "", open[i].verb);
	}
	return out.s;
}

/* Where the file stands among the archives and for how long; no two files have one number. */
bool step_put_away(struct step *s, const struct step_args *a, struct err *e)
{
	struct matter *m = &s->c.matter;
	const char *number = text_is_blank(a->archive_number) ? NULL : a->archive_number;
	const char *retention = text_is_blank(a->retention) ? m->retention : a->retention;
	struct err none = {0};
	struct q *q = q_open(s->office->store, &Q_matter_shelved);
	q_text(q, "archive_number", number);
	q_int(q, "id", m->row);
	const char *other = number && q_row(q, &none) ? q_get_text(q, "number", s->arena) : NULL;
	q_end(q);
	if (other || none.code != ERR_NONE)
		return none.code ? err_set(e, none.code, "%s", none.text) : err_field(e, "archive_number", _("归档号“%s”已经用于 %s"), number, other);
	q = q_open(s->office->store, &Q_matter_shelve);
	q_int(q, "id", m->row);
	q_int(q, "version", m->version);
	q_text(q, "archive_number", number);
	q_text(q, "retention", retention);
	bool done = q_run_one(q, e);
	q_end(q);
	m->version++;
	return done;
}

/* The close-out check names what is open and the step that settles it; going over it needs a reason and the power to. */
bool step_archive(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct office *o = call->office;
	struct step s = {.call = call, .office = o, .arena = call->arena};
	struct closeout *open;
	size_t n;
	if (text_is_blank(a->retention))
		a->retention = setting_get(o, "retention", a->on, call->arena);
	if (!matter_load(o, call->subject_id, s.arena, &s.c, e) || !closeout_check(o, &s.c, s.arena, &open, &n, e))
		return false;
	if (n && text_is_blank(a->override))
		return err_set(e, ERR_RULE, _("%s 还有未办事项：%s"), s.c.matter.number, open_list(s.c.matter.kind, open, n, s.arena));
	if (!step_begin_as(call, "archive", FACT_CLOSE_OUT_CLEAN, &s, e) || !step_day(&s, "on", &a->on, step_event_day(&s, EV_ANSWERED), e) ||
		!step_put_away(&s, a, e) || !step_end(&s, NULL, a->on, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 已归档"), s.c.matter.number);
	if (n)
		call->warning = open_list(s.c.matter.kind, open, n, s.arena);
	return true;
}

/* The archives give their numbers later than the desk closes its files. */
bool step_shelve(struct verb_call *call, struct err *e)
{
	const struct step_args *a = call->args;
	struct step s;
	if (!step_begin(call, &s, e) || !step_put_away(&s, a, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 归档号 %s"), s.c.matter.number, a->archive_number);
	return true;
}
