#include "office/register_entry.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_register.h"
#include "office/directory.h"
#include "office/entry.h"
#include "office/matter.h"
#include "office/register_private.h"
#include "office/sequence.h"

const struct register_book *register_book(const char *name)
{
	for (const struct register_book *b = register_books; b->name; b++)
		if (!strcmp(b->name, name))
			return b;
	return NULL;
}

bool register_entry_find(struct office *o, const char *number, int64_t *id, struct err *e)
{
	struct arena a = {0};
	struct err end = {0};
	const char *s = text_trim(&a, text_fold(&a, number)), letter = (char)toupper((unsigned char)*s);
	struct q *q = q_open(o->store, &Q_register_entry_find);
	q_text(q, "number", isalpha((unsigned char)letter) ? sequence_number(s, letter, &a) : s); /* the letter tells the register */
	bool found = q_one_int(q, id, &end);
	arena_free(&a);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有编号为“%s”的台账登记"), number);
}

bool register_entry_load(struct office *o, int64_t id, struct arena *a, struct register_row *out, const struct register_book **book, struct err *e)
{
	struct err end = {0};
	*out = REGISTER_ROW_NONE;
	*book = NULL;
	struct q *q = q_open(o->store, &Q_register_entry_one);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found) {
		*book = register_book(q_get_text(q, "register", a));
		q_read_record(q, (*book)->add->args, out, a);
	}
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这条台账登记"));
}

/* --- verbs --------------------------------------------------------------------------------------------------------------------- */

static const struct register_book *book_of(const struct verb *v)
{
	for (const struct register_book *b = register_books; b->name; b++)
		if (v == b->add || v == b->change || v == b->close)
			return b;
	BUG("%s is no register's verb", v->name);
}

static bool after(const char *field, const char *label, daynum day, daynum first, struct err *e)
{
	return day == DAY_NONE || day >= first || err_field(e, field, _("%s早于登记的日期"), label);
}

/* 9:30 or 09:30. */
static bool clock_time(const char *s)
{
	char *end;
	size_t hour = strspn(s, "0123456789");
	long h = strtol(s, &end, 10), m = *end == ':' ? strtol(end + 1, &end, 10) : -1;
	return hour && hour <= 2 && strspn(s + hour + 1, "0123456789") == 2 && !*end && h < 24 && m >= 0 && m < 60;
}

/* Names become rows; days stand in their order. */
static bool complete(struct office *o, const struct record_type *t, struct register_row *r, int64_t *unit_id, struct arena *a, struct err *e)
{
	*unit_id = r->matter_id = INT_NONE;
	if (!entry_check(t, r, desk_today(o->desk), e))
		return false;
	if (!text_is_blank(r->case_number) && !matter_find_any(o, r->case_number, &r->matter_id, e))
		return false;
	if (!text_is_blank(r->unit) && !directory_pick(o, &directory_unit, "unit", r->unit, a, unit_id, e))
		return false;
	if (!text_is_blank(r->time) && record_field(t, "time") && !clock_time(r->time))
		return err_field(e, "time", _("时间应写作 09:30"));
	if (r->quantity != INT_NONE && r->quantity < 0 && record_field(t, "quantity"))
		return err_field(e, "quantity", _("参加人数不能是负数"));
	if (text_is_blank(r->person) && *o->operator_name && record_field(t, "person"))
		r->person = arena_strdup(a, o->operator_name);
	return after("replied_on", _("答复日"), record_field(t, "replied_on") ? r->replied_on : DAY_NONE, r->on, e) &&
		after("handed_on", _("转交日"), record_field(t, "handed_on") ? r->handed_on : DAY_NONE, r->on, e);
}

bool register_run_add(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	const struct register_book *book = book_of(call->verb);
	struct register_row *r = call->args;
	int year = day_year(desk_today(o->desk));
	int64_t serial, unit_id;
	if (!complete(o, call->verb->args, r, &unit_id, call->arena, e) || !sequence_next(o, book->name, year, &serial, e))
		return false;
	r->id = arena_printf(call->arena, "%c%04d-%04d", book->letter, year, (int)serial);
	struct q *q = q_open(o->store, &Q_register_entry_insert);
	q_bind_record(q, call->verb->args, r);
	q_text(q, "register", book->name);
	q_text(q, "number", r->id);
	q_int(q, "year", year);
	q_day(q, "today", desk_today(o->desk));
	q_int(q, "unit_id", unit_id);
	q_int(q, "matter_id", r->matter_id);
	bool done = q_run_one(q, e);
	q_end(q);
	call->subject_id = store_last_id(o->store);
	call->result = arena_printf(call->arena, _("已登记 %s"), r->id);
	return done;
}

static bool still_open(struct office *o, int64_t id, struct arena *a, struct register_row *r, const struct register_book **book, struct err *e)
{
	if (!register_entry_load(o, id, a, r, book, e))
		return false;
	if (!strcmp(r->state, "void"))
		return err_set(e, ERR_RULE, _("%s 已作废"), r->id);
	return strcmp(r->state, "closed") != 0 || err_set(e, ERR_RULE, _("%s 已办结，先重新打开"), r->id);
}

bool register_can_change(struct office *o, int64_t id, struct err *why)
{
	struct arena a = {0};
	struct register_row r;
	const struct register_book *book;
	bool open = still_open(o, id, &a, &r, &book, why);
	arena_free(&a);
	return open;
}

static bool of_this(const struct verb_call *call, const struct register_book *book, const struct register_row *r, struct err *e)
{
	return book == book_of(call->verb) || err_set(e, ERR_RULE, _("%s 不属于这本台账"), r->id);
}

bool register_run_change(struct verb_call *call, struct err *e)
{
	struct register_change *args = call->args;
	struct register_row was;
	const struct register_book *book;
	int64_t unit_id;
	if (!still_open(call->office, call->subject_id, call->arena, &was, &book, e) || !of_this(call, book, &was, e) ||
		!complete(call->office, call->verb->args, &args->now, &unit_id, call->arena, e))
		return false;
	struct q *q = q_open(call->office->store, &Q_register_entry_update);
	q_bind_record(q, call->verb->args, args);
	q_int(q, "row", was.row);
	q_int(q, "unit_id", unit_id);
	q_int(q, "matter_id", args->now.matter_id);
	q_int(q, "version", args->now.version);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已更改：%s"), was.id, args->reason);
	return done;
}

bool register_run_close(struct verb_call *call, struct err *e)
{
	struct register_row *args = call->args, was;
	const struct register_book *book;
	struct office *o = call->office;
	if (!still_open(o, call->subject_id, call->arena, &was, &book, e) || !of_this(call, book, &was, e))
		return false;
	if (args->closed_on == DAY_NONE)
		args->closed_on = desk_today(o->desk);
	if (!entry_check(call->verb->args, args, desk_today(o->desk), e) || !after("on", _("办结日"), args->closed_on, was.on, e))
		return false;
	struct q *q = q_open(o->store, &Q_register_entry_close);
	bool replies = record_field(call->verb->args, "replied_on");
	if (replies && !after("replied_on", _("答复日"), args->replied_on, was.on, e)) {
		q_end(q);
		return false;
	}
	q_bind_record(q, call->verb->args, args);
	q_day(q, "closed_on", args->closed_on);
	q_int(q, "row", was.row);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已办结"), was.id);
	return done;
}

static bool run_void(struct verb_call *call, struct err *e)
{
	const struct register_reason *args = call->args;
	struct register_row was;
	const struct register_book *book;
	if (!register_entry_load(call->office, call->subject_id, call->arena, &was, &book, e))
		return false;
	if (was.voided_on != DAY_NONE)
		return err_set(e, ERR_RULE, _("%s 已作废"), was.id);
	struct q *q = q_open(call->office->store, &Q_register_entry_void);
	q_int(q, "row", was.row);
	q_day(q, "on", desk_today(call->office->desk));
	q_text(q, "reason", args->reason);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已作废：%s"), was.id, args->reason);
	return done;
}

static bool run_reopen(struct verb_call *call, struct err *e)
{
	const struct register_reason *args = call->args;
	struct register_row was;
	const struct register_book *book;
	if (!register_entry_load(call->office, call->subject_id, call->arena, &was, &book, e))
		return false;
	if (!strcmp(was.state, "open"))
		return err_set(e, ERR_RULE, _("%s 没有办结或作废"), was.id);
	struct q *q = q_open(call->office->store, &Q_register_entry_reopen);
	q_int(q, "row", was.row);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已重新打开：%s"), was.id, args->reason);
	return done;
}

static const struct field reason_fields[] = {
	{"reason", N_("原因"), FIELD_TEXT, FIELD_AT(register_reason, reason), FIELD_REQUIRED, .width = 40}, {0},
};
const struct record_type register_reason_type = {"register_reason", N_("原因"), sizeof(struct register_reason), reason_fields};

const struct verb register_void = {"register.void", N_("作废台账登记"), "register_entry", &register_reason_type, .run = run_void};
const struct verb register_reopen = {"register.reopen", N_("重新打开台账登记"), "register_entry", &register_reason_type, .run = run_reopen};
