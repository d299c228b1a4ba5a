/* Letters on paper, written down: sent, printed, failed, spoilt. The bytes are made and handed over outside any transaction. */
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "gen/q_letter.h"
#include "office/letter.h"

static const struct field print_fields[] = {
	{"target", N_("去向"), FIELD_TEXT, FIELD_AT(letter_print, target), FIELD_REQUIRED},
	{"output", N_("输出指纹"), FIELD_TEXT, FIELD_AT(letter_print, output)},
	{"renderer", N_("排版程序"), FIELD_TEXT, FIELD_AT(letter_print, renderer)},
	{"job", N_("打印任务"), FIELD_TEXT, FIELD_AT(letter_print, job)},
	{"pages", N_("页数"), FIELD_INT, FIELD_AT(letter_print, pages)},
	{"state", N_("结果"), FIELD_TEXT, FIELD_AT(letter_print, state)},
	{"note", N_("备注"), FIELD_TEXT, FIELD_AT(letter_print, note)},
	{"batch", N_("同批"), FIELD_TEXT, FIELD_AT(letter_print, batch)},
	{"place", N_("第几份"), FIELD_INT, FIELD_AT(letter_print, place)},
	{"first_page", N_("首页"), FIELD_INT, FIELD_AT(letter_print, first_page)},
	{0},
};
const struct record_type letter_print_type = {"letter_print", N_("打印"), sizeof(struct letter_print), print_fields};

static const struct field printed_fields[] = {
	{"state", N_("结果"), FIELD_TEXT, FIELD_AT(letter_fate, state)},
	{"job", N_("打印任务"), FIELD_TEXT, FIELD_AT(letter_fate, job)},
	{"note", N_("备注"), FIELD_TEXT, FIELD_AT(letter_fate, note), .width = 40},
	{0},
};
const struct record_type letter_fate_type = {"letter_fate", N_("打印结果"), sizeof(struct letter_fate), printed_fields};

static const struct field jam_fields[] = {
	{"reason", N_("印坏原因"), FIELD_TEXT, FIELD_AT(letter_revoke, reason), FIELD_REQUIRED, .width = 40},
	{0},
};
static const struct record_type jam_type = {"letter_jam", N_("印坏作废"), sizeof(struct letter_revoke), jam_fields};

static bool insert(struct verb_call *call, const struct letter *l, const char *mark, struct err *e)
{
	const struct letter_print *p = call->args;
	unsigned char hash[HASH_LEN];
	char at[INSTANT_LEN];
	struct q *q = q_open(call->office->store, &Q_print_insert);
	q_int(q, "letter_id", l->id);
	q_text(q, "at", instant_utc(desk_now(call->office->desk), at));
	q_text(q, "target", p->target);
	q_text(q, "mark", mark);
	if (p->output && hash_parse(p->output, hash))
		q_blob(q, "output_sha256", hash, HASH_LEN);
	q_text(q, "renderer", p->renderer);
	q_text(q, "job", p->job);
	q_int(q, "pages", p->pages);
	q_text(q, "state", p->state ? p->state : "done");
	q_text(q, "note", p->note);
	q_text(q, "batch", p->batch);
	q_int(q, "place", p->place);
	q_int(q, "first_page", p->first_page);
	bool done = q_run(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, mark ? _("%s 已重印（副本）到 %s") : _("%s 已打印到 %s"), l->number, p->target);
	return done;
}

static bool on_printer(const struct letter_print *p)
{
	return strncmp(p->target, "printer:", 8) == 0;
}

static bool run_print(struct verb_call *call, struct err *e)
{
	const struct letter_print *p = call->args;
	struct letter l;
	bool printed;
	if (!letter_load(call->office, call->subject_id, call->arena, &l, e) || !letter_printed(call->office, l.id, &printed, e))
		return false;
	if (strcmp(l.state, "revoked") == 0)
		return err_set(e, ERR_RULE, _("%s 已撤销，不能打印"), l.number);
	if (printed && on_printer(p))
		return err_set(e, ERR_RULE, _("%s 已打印过，请用重印，重印标明“副本”"), l.number);
	return insert(call, &l, NULL, e);
}

static bool run_reprint(struct verb_call *call, struct err *e)
{
	struct letter l;
	return letter_load(call->office, call->subject_id, call->arena, &l, e) && insert(call, &l, _("副本"), e);
}

/* The newest sheet from a printer; false with e where there is none. */
static bool newest(struct verb_call *call, struct letter *l, int64_t *id, const char **state, struct err *e)
{
	struct err end = {0};
	if (!letter_load(call->office, call->subject_id, call->arena, l, e))
		return false;
	struct q *q = q_open(call->office->store, &Q_print_newest);
	q_int(q, "letter_id", l->id);
	bool found = q_row(q, &end);
	if (found) {
		*id = q_get_int(q, "id");
		*state = q_get_text(q, "state", call->arena);
	}
	q_end(q);
	if (found)
		return true;
	return end.code != ERR_NONE ? err_set(e, end.code, "%s", end.text) :
				      err_set(e, ERR_RULE, _("%s 还没有在打印机上印过"), l->number);
}

static bool settle(struct verb_call *call, int64_t id, const struct letter_fate *to, struct err *e)
{
	struct q *q = q_open(call->office->store, &Q_print_settle);
	q_int(q, "id", id);
	q_text(q, "state", to->state);
	q_text(q, "job", to->job);
	q_text(q, "note", to->note);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

/* A printer's answer, or a person who has looked. A spoilt sheet stays spoilt. */
static bool run_printed(struct verb_call *call, struct err *e)
{
	static const char *const states[] = {"queued", "done", "failed"};
	struct letter_fate to = *(const struct letter_fate *)call->args;
	struct letter l;
	int64_t id;
	const char *state;
	bool known = false;
	to.state = to.state ? to.state : "done";
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		known |= strcmp(to.state, states[i]) == 0;
	if (!known)
		return err_field(e, "state", _("结果只能是 queued、done 或 failed"));
	if (!newest(call, &l, &id, &state, e))
		return false;
	if (strcmp(state, "void") == 0)
		return err_set(e, ERR_RULE, _("%s 印坏的纸已经作废，请重新打印"), l.number);
	call->result = arena_printf(call->arena, _("%s 打印结果：%s"), l.number, print_state_zh(to.state));
	return settle(call, id, &to, e);
}

/* The sheet jammed or was spoilt: the letter may be printed again, unmarked; the number stays explained. */
static bool run_jam(struct verb_call *call, struct err *e)
{
	const struct letter_revoke *args = call->args;
	struct letter l;
	int64_t id;
	const char *state;
	if (!newest(call, &l, &id, &state, e))
		return false;
	if (strcmp(state, "void") == 0)
		return err_set(e, ERR_RULE, _("%s 印坏的纸已经作废，请重新打印"), l.number);
	call->result = arena_printf(call->arena, _("%s 印坏的纸已作废：%s；可以重新打印"), l.number, args->reason);
	return settle(call, id, &(struct letter_fate){.state = "void", .note = args->reason}, e);
}

const char *print_state_zh(const char *state)
{
	static const char *const words[][2] = {
		{"sending", N_("正在送打印机")}, {"queued", N_("已排队")}, {"done", N_("已印出")}, {"failed", N_("没有印成")}, {"void", N_("印坏作废")},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (state && strcmp(words[i][0], state) == 0)
			return tr(words[i][1]);
	return "";
}

static const struct verb verb_print = {"letter.print", N_("打印文书"), "letter", &letter_print_type, .run = run_print, .leaves_office = true};
static const struct verb verb_reprint = {"letter.reprint", N_("重印文书"), "letter", &letter_print_type, .run = run_reprint, .leaves_office = true};
static const struct verb verb_printed = {"letter.printed", N_("打印结果"), "letter", &letter_fate_type, .run = run_printed};
static const struct verb verb_jam = {"letter.jam", N_("印坏作废"), "letter", &jam_type, .run = run_jam};

const struct verb *const letter_print_verbs[] = {&verb_print, &verb_reprint, &verb_printed, &verb_jam, NULL};
