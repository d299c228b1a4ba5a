#include "cli/request_out.h"

#include "base/text.h"
#include "law/outcome.h"
#include "office/casework.h"
#include "office/decision.h"
#include "office/identity_check.h"
#include "office/handover.h"
#include "office/similar.h"

void matter_json_head(struct json *j, const struct matter_case *c)
{
	const struct matter *m = &c->matter;
	json_text(j, "id", m->number);
	json_text(j, "state", m->state);
	json_text(j, "ruleset", m->ruleset);
	json_day(j, "received", m->received);
	json_day(j, "due", c->due);
	json_bool(j, "provisional", c->provisional);
	if (c->clock.state == CLOCK_RUNNING || c->clock.state == CLOCK_STOPPED)
		json_int(j, "left", c->badge.left);
	else
		json_null(j, "left");
}

bool matter_json_end(struct cli *c, struct json *j, const struct matter_case *v, struct err *e)
{
	const struct matter *m = &v->matter;
	json_day(j, "closed_on", m->closed_on);
	json_text(j, "void_reason", m->void_reason);
	json_text(j, "archive_number", m->archive_number);
	json_text(j, "retention", m->retention);
	if (!work_json(c->office, m->row, j, &c->arena, e))
		return false;
	json_int(j, "version", m->version);
	json_close(j);
	str_char(&c->out, '\n');
	return true;
}

static void json_head(struct json *j, const struct request_view *v)
{
	matter_json_head(j, &v->c);
	json_open(j, "missing", '[');
	for (size_t i = 0; i < v->nmissing; i++)
		json_text(j, NULL, v->missing[i]);
	json_close(j);
	json_open(j, "similar", '[');
	for (size_t i = 0; i < v->nsimilar; i++) {
		json_open(j, NULL, '{');
		json_text(j, "id", v->similar[i].number);
		json_text(j, "why", v->similar[i].why);
		json_close(j);
	}
	json_close(j);
}

/* What is known beside the record itself. */
struct around {
	const struct public_info *public;
	size_t npublic;
	struct repeat repeat;
	struct decision_counted counted;
};

static void json_around(struct json *j, const struct around *r)
{
	json_open(j, "public", '[');
	for (size_t i = 0; i < r->npublic; i++) {
		const struct public_info *p = &r->public[i];
		json_open(j, NULL, '{');
		json_text(j, "id", p->number);
		json_int(j, "item", p->item);
		json_text(j, "title", p->title);
		json_day(j, "on", p->on);
		json_text(j, "channel", p->channel);
		json_text(j, "place", p->place);
		json_text(j, "why", p->why);
		json_close(j);
	}
	json_close(j);
	json_open(j, "counted", '{');
	json_text(j, "outcome", r->counted.outcome);
	json_text(j, "report_row", r->counted.report_row);
	json_close(j);
	json_open(j, "repeat", '{');
	json_int(j, "month", r->repeat.month);
	json_int(j, "year", r->repeat.year);
	json_close(j);
}

static bool json_request(struct cli *c, const struct request_view *v, const struct decision *d, const struct around *r, struct err *e)
{
	const struct matter *m = &v->c.matter;
	struct identity_check seen;
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_head(&j, v);
	json_record_fields(&j, &request_type, &v->request, false);
	json_text(&j, "confirmed_by", m->confirmed_by);
	json_text(&j, "handler", handler_name(c->office, m->handler_id, &c->arena));
	json_day(&j, "registered_on", m->registered_on);
	if (!identity_check_load(c->office, m->row, &c->arena, &seen, e))
		return false;
	json_day(&j, "identity_checked_on", seen.on);
	json_text(&j, "identity_checked_by", seen.by);
	json_bool(&j, "moving", v->c.moving);
	json_text(&j, "outcome", m->outcome);
	json_text(&j, "ground", d ? d->ground : NULL);
	json_text(&j, "report_row", d ? d->report_row : NULL);
	if (d)
		json_record(&j, "decision", &decision_type, d, false);
	else
		json_null(&j, "decision");
	json_around(&j, r);
	return matter_json_end(c, &j, &v->c, e);
}

static void text_line(struct cli *c, const char *label, const char *value)
{
	if (value && *value)
		str_printf(&c->out, "%s%s\n", text_fit(&c->arena, label, 16), value);
}

static const char *names_of(struct cli *c, const struct request_view *v)
{
	struct str s = str_new(&c->arena);
	for (size_t i = 0; i < v->nmissing; i++) {
		const struct field *f = record_field(&request_type, v->missing[i]);
		str_printf(&s, i ? _("、%s") : "%s", tr(f->label));
	}
	return s.s;
}

static void text_around(struct cli *c, const struct around *r)
{
	for (size_t i = 0; i < r->npublic; i++)
		text_line(c, _("可能已公开"), arena_printf(&c->arena, _("%s（%s）"), public_line(&r->public[i], &c->arena), r->public[i].why));
	if (r->repeat.year > 1)
		text_line(c, _("申请次数"), arena_printf(&c->arena, _("同一申请人本月%lld件、本年%lld件"), (long long)r->repeat.month,
			(long long)r->repeat.year));
}

static void text_request(struct cli *c, const struct request_view *v, const struct around *r)
{
	const struct matter *m = &v->c.matter;
	char iso[DAY_ISO];
	text_line(c, _("编号"), m->number);
	text_line(c, _("状态"), tr(choice_label(matter_states, m->state)));
	text_line(c, _("收到日期"), m->received == DAY_NONE ? _("未定") : day_iso(m->received, iso));
	text_line(c, _("规则"), m->ruleset);
	if (v->c.due != DAY_NONE)
		text_line(c, _("答复期限"), arena_printf(&c->arena, "%s%s  %s", day_iso(v->c.due, iso), v->c.provisional ? "*" : "", v->c.badge.text));
	else
		text_line(c, _("答复期限"), v->c.badge.text);
	for (const struct field *f = request_type.fields; f->name; f++)
		if (record_known(f, &v->request))
			text_line(c, tr(f->label), record_shown(f, &v->request, &c->arena));
	text_line(c, _("确认人"), m->confirmed_by);
	text_line(c, _("承办人"), handler_name(c->office, m->handler_id, &c->arena));
	text_line(c, _("缺少"), names_of(c, v));
	for (size_t i = 0; i < v->nsimilar; i++)
		text_line(c, _("相似"), arena_printf(&c->arena, "%s %s", v->similar[i].number, v->similar[i].why));
	text_around(c, r);
	const struct outcome *o = m->outcome && m->ruleset ? outcome_find(c->office->law, m->ruleset, m->outcome) : NULL;
	text_line(c, _("结果"), o ? o->label : m->outcome);
	text_line(c, _("作废原因"), m->void_reason);
}

/* Header and row: what is known of the case, then what was typed. */
static void csv_request(struct cli *c, const struct request_view *v)
{
	const struct matter *m = &v->c.matter;
	char received[DAY_ISO], due[DAY_ISO];
	const char *left = v->c.clock.state == CLOCK_RUNNING || v->c.clock.state == CLOCK_STOPPED ?
		arena_printf(&c->arena, "%d", v->c.badge.left) : "";
	const char *const names[] = {"id", "state", "ruleset", "received", "due", "provisional", "left", "outcome", "version"};
	const char *const values[] = {m->number, m->state, m->ruleset, day_iso(m->received, received), day_iso(v->c.due, due),
		v->c.provisional ? "yes" : "no", left, m->outcome, arena_printf(&c->arena, "%lld", (long long)m->version)};
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			csv_cell(&c->out, pass ? (values[i] ? values[i] : "") : names[i], i == 0, pass == 1);
		for (const struct field *f = request_type.fields; f->name; f++) {
			const char *typed = pass ? record_stored(f, &v->request, &c->arena) : f->name;
			csv_cell(&c->out, typed ? typed : "", false, pass == 1);
		}
		csv_end(&c->out);
	}
}

bool request_out(struct cli *c, int64_t id, struct err *e)
{
	struct request_view v;
	struct decision d;
	struct around r;
	bool decided;
	if (!request_load(c->office, id, &c->arena, &v, e) || !decision_load(c->office, id, &c->arena, &d, &decided, e) ||
		!request_similar(c->office, &v.request, id, &c->arena, &v.similar, &v.nsimilar, e) ||
		!request_public(c->office, &v.request, &c->arena, &r.public, &r.npublic, e) ||
		!decision_counted(c->office, id, &c->arena, &r.counted, e) ||
		!request_repeat(c->office, &v.request.applicant, v.c.matter.received, &c->arena, &r.repeat, e))
		return false;
	if (c->format == CLI_JSON)
		return json_request(c, &v, decided ? &d : NULL, &r, e);
	if (c->format == CLI_CSV) {
		csv_request(c, &v);
		return true;
	}
	text_request(c, &v, &r);
	return work_text(c->office, &v.c.matter, &c->out, &c->arena, e);
}

static void json_rows(struct cli *c, const struct request_row *rows, size_t n, bool mask)
{
	struct json j = json_new(&c->out);
	j.mask = mask;
	json_open(&j, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(&j, NULL, '{');
		json_record_fields(&j, &request_row_type, &rows[i], mask);
		if (rows[i].left == INT_NONE)
			json_null(&j, "left");
		else
			json_int(&j, "left", rows[i].left);
		json_int(&j, "version", rows[i].version);
		json_close(&j);
	}
	json_close(&j);
	str_char(&c->out, '\n');
}

/* In a table a text is one line, cut where people read it and whole in CSV. */
static const char *one_line(struct cli *c, const char *s, int cells, bool mask)
{
	char *line = arena_strdup(&c->arena, !s ? "" : mask ? text_mask_inside(s, &c->arena) : s);
	for (char *p = line; *p; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return c->format == CLI_CSV || text_cells(line) <= cells ? line : text_fit(&c->arena, line, cells);
}

bool request_out_list(struct cli *c, const struct request_row *rows, size_t n, bool mask)
{
	if (c->format == CLI_JSON) {
		json_rows(c, rows, n, mask);
		return true;
	}
	bool csv = c->format == CLI_CSV;
	struct cli_table t = cli_table_new(c, csv ?
		_("id=编号 state=状态 channel=渠道 received=收到日期 due=期限 provisional=待定 left=剩余 name=申请人 applicant_kind=类别 id_number=证件号码 phone=联系电话 content=内容 unit=承办 outcome=结果 ruleset=规则 registered_on=登记日期") :
		_("id=编号 state=状态 received=收到 due=期限 left=剩余 name=申请人 content=内容"));
	t.whole = !mask;
	for (size_t i = 0; i < n; i++) {
		const struct request_row *r = &rows[i];
		char received[DAY_ISO], due[DAY_ISO], on[DAY_ISO];
		day_iso(r->received, received);
		day_iso(r->due, due);
		const char *state = csv ? r->state : tr(choice_label(matter_states, r->state));
		if (csv)
			cli_row(&t, r->number, state, r->channel, received, due, r->provisional == 1 ? "yes" : "no",
				r->left == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)r->left), r->name, r->applicant_kind,
				mask ? text_mask(r->id_number, &c->arena) : r->id_number, mask ? text_mask(r->phone, &c->arena) : r->phone,
				one_line(c, r->content, 0, mask), r->unit, r->outcome, r->ruleset, day_iso(r->registered_on, on));
		else
			cli_row(&t, r->number, state, received, arena_printf(&c->arena, "%s%s", due, r->provisional == 1 ? "*" : ""), r->badge,
				one_line(c, r->name, 16, mask), one_line(c, r->content, 36, mask));
	}
	cli_table_print(&t);
	return true;
}
