#include "office/case_table.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_casetable.h"
#include "law/ledger.h"
#include "law/outcome.h"
#include "office/appeal.h"
#include "office/case_papers.h"
#include "office/correction.h"
#include "office/letter_remedy.h"
#include "office/register_entry.h"
#include "office/steps.h"

/* How a column of a query is said. */
enum how { TEXT, DAY, NUMBER, MONEY, COPY, EVENT, OUTCOME, GROUND, LOCAL_TIME, VERB, SUPERSEDED, VOIDED };
struct column {
	const char *name;
	enum how how;
	const struct choice *choices; /* TEXT: codes to labels; NULL */
};

static const struct choice agencies[] = {{"third_party", N_("第三方")}, {"co_maker", N_("共同制作机关")}, {"other", N_("其他机关")}, {0}};
static const struct choice audit_outcomes[] = {{"done", N_("已办")}, {"refused", N_("被拒绝")}, {0}};
static const struct choice print_states[] = {{"done", N_("已印")}, {"queued", N_("已送出")}, {"failed", N_("未印成")}, {"void", N_("作废")}, {0}};
static const struct choice approved[] = {{"decision", N_("作出决定")}, {0}};

static const struct {
	const char *name;
	const struct query *query;
	struct column columns[CASE_COLUMNS];
} tables[] = {
	{"events", &Q_casetable_events, {{"kind", EVENT}, {"day", DAY}, {"days", NUMBER}, {"until", DAY}, {"party", TEXT}, {"note", TEXT},
		{"approved_by", TEXT}, {"approved_on", DAY}, {"approval_ref", TEXT}}},
	{"clarifications", &Q_casetable_clarifications, {{"kind", EVENT}, {"day", DAY}, {"until", DAY}, {"note", TEXT}}},
	{"consultations", &Q_casetable_consultations, {{"kind", TEXT, agencies}, {"party", TEXT}, {"sent", DAY}, {"reached", DAY},
		{"answered", DAY}, {"answer", TEXT, opinion_answers}, {"reasons", TEXT}}},
	{"tasks", &Q_casetable_tasks, {{"unit", TEXT}, {"ask", TEXT}, {"assigned_on", DAY}, {"until", DAY}, {"replied_on", DAY}, {"reply", TEXT}}},
	{"searches", &Q_casetable_searches, {{"place", TEXT}, {"words", TEXT}, {"searched_by", TEXT}, {"searched_on", DAY}, {"result", TEXT}}},
	{"approvals", &Q_casetable_approvals, {{"what", EVENT, approved}, {"detail", OUTCOME}, {"approved_by", TEXT}, {"approved_on", DAY},
		{"approval_ref", TEXT}, {"day", DAY}, {"reasons", TEXT}}},
	{"decisions", &Q_casetable_decisions, {{"outcome", OUTCOME}, {"ground", GROUND}, {"reasons", TEXT}, {"body", TEXT}, {"decided_on", DAY},
		{"approved_by", TEXT}, {"superseded_on", SUPERSEDED}}},
	{"fees", &Q_casetable_fees, {{"basis", TEXT, fee_bases}, {"quantity", NUMBER}, {"amount", MONEY}, {"notified", DAY}, {"paid_on", DAY}}},
	{"deliveries", &Q_casetable_deliveries, {{"letter", TEXT}, {"method", TEXT, delivery_methods}, {"sent_on", DAY},
		{"carrier", TEXT, delivery_carriers}, {"waybill", TEXT}, {"signer", TEXT}, {"server", TEXT}, {"served_on", DAY}}},
	{"prints", &Q_casetable_prints, {{"letter", TEXT}, {"at", LOCAL_TIME}, {"target", TEXT}, {"mark", TEXT}, {"pages", NUMBER},
		{"state", TEXT, print_states}}},
	{"copies", &Q_casetable_copies, {{"filed_on", DAY}}},
	{"appeals", &Q_casetable_appeals, {{"number", TEXT}, {"kind", TEXT, appeal_kinds}, {"body", TEXT}, {"case_number", TEXT}, {"received", DAY},
		{"evidence_due", DAY}, {"answered_on", DAY}, {"result", TEXT, appeal_results}, {"result_on", DAY}, {"note", TEXT}}},
	{"joint_reviews", &Q_casetable_joint_reviews, {{"held_on", DAY}, {"units", TEXT}, {"opinion", TEXT}, {"reported_to", TEXT},
		{"reported_on", DAY}, {"report_ref", TEXT}}},
	{"entries", &Q_casetable_entries, {{"number", TEXT}, {"register", TEXT, register_entry_registers}, {"kind", TEXT, register_entry_kinds},
		{"day", DAY}, {"name", TEXT}, {"content", TEXT}, {"handling", TEXT}, {"result", TEXT, register_entry_results}, {"replied_on", DAY},
		{"closed_on", DAY}, {"voided_on", VOIDED}}},
	{"materials", &Q_casetable_materials, {{"kind", TEXT, material_kinds}, {"title", TEXT}, {"pages", NUMBER}, {"original", COPY},
		{"place", TEXT}, {"file", TEXT}, {"sha256", TEXT}, {"size", NUMBER}, {"added_on", DAY}}},
	{"audit", &Q_casetable_audit, {{"seq", NUMBER}, {"at", LOCAL_TIME}, {"as_of", TEXT}, {"operator", TEXT}, {"verb", TEXT}, {"action", VERB},
		{"outcome", TEXT, audit_outcomes}, {"result", TEXT}, {"hash", TEXT}, {"short", TEXT}}},
};

struct case_table case_table_new(const char *name, const char *columns, struct arena *a)
{
	struct case_table t = {.name = name};
	char *copy = arena_strdup(a, columns), *save = NULL;
	for (char *w = strtok_r(copy, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
		BUG_ON(t.ncolumns == CASE_COLUMNS);
		t.columns[t.ncolumns++] = w;
	}
	return t;
}

void case_table_add(struct case_table *t, struct arena *a, const char *const *cells)
{
	t->rows = arena_grow(a, (void *)(uintptr_t)t->rows, t->n, &t->cap, sizeof *t->rows);
	t->rows[t->n++] = arena_memdup(a, cells, t->ncolumns * sizeof *cells);
}

const char *case_table_cell(const struct case_table *t, size_t row, const char *column)
{
	for (size_t i = 0; i < t->ncolumns; i++)
		if (!strcmp(t->columns[i], column))
			return t->rows[row][i];
	return NULL;
}

const struct slot_rows *case_table_slot(const struct case_table *t, const struct slot *slot, struct arena *a)
{
	struct slot_rows *out = arena_new(a, struct slot_rows);
	const char *const **rows = arena_array(a, const char *const *, t->n + 1);
	for (size_t r = 0; r < t->n; r++) {
		const char **cells = arena_array(a, const char *, slot->noptions);
		for (size_t c = 0; c < slot->noptions; c++) {
			cells[c] = case_table_cell(t, r, slot->options[c].code);
			if (!cells[c] && !strcmp(slot->options[c].code, "no"))
				cells[c] = arena_printf(a, "%zu", r + 1);
		}
		rows[r] = cells;
	}
	*out = (struct slot_rows){t->n, rows};
	return out;
}

/* --- from the file ---------------------------------------------------------------------------------------------------------- */

static const char *outcome_label(struct office *o, const struct matter *m, const char *code)
{
	const struct outcome *known = m->ruleset ? outcome_find(o->law, m->ruleset, code) : NULL;
	return known && strcmp(m->kind, "request") == 0 ? tr(known->label) : tr(choice_label(correction_outcomes, code));
}

static const char *event_words(const struct column *k, const char *code)
{
	enum clock_event_kind kind;
	if (k->choices && choice_find(k->choices, code))
		return tr(choice_label(k->choices, code));
	return clock_event_parse(code, &kind) ? clock_event_label(kind) : code;
}

static const char *cell_of(struct office *o, const struct matter *m, const struct column *k, struct q *q, struct arena *a)
{
	char at[INSTANT_LEN];
	int64_t n;
	if (k->how == NUMBER || k->how == MONEY || k->how == COPY) {
		n = q_get_int(q, k->name);
		if (n == INT_NONE)
			return NULL;
		return k->how == COPY ? n ? _("原件") : _("复印件") : k->how == NUMBER ? arena_printf(a, "%lld", (long long)n) :
			arena_printf(a, "%lld.%02lld", (long long)(n / 100), (long long)(n % 100));
	}
	const char *s = q_get_text(q, k->name, a);
	if (!s || !*s)
		return NULL;
	switch (k->how) {
	case EVENT: return event_words(k, s);
	case OUTCOME: return s[strspn(s, "0123456789")] ? outcome_label(o, m, s) : arena_printf(a, _("%s个工作日"), s);
	case GROUND: return letter_ground_text(o, m, s, a);
	case VERB: return verb_find(s) ? tr(verb_find(s)->label) : s;
	case SUPERSEDED: return arena_printf(a, _("（%s起被取代）"), s);
	case VOIDED: return arena_printf(a, _("（%s作废）"), s);
	case LOCAL_TIME: return instant_parse(s, &n) ? arena_strdup(a, instant_local(n, at)) : s;
	default: return k->choices ? tr(choice_label(k->choices, s)) : s;
	}
}

static bool from_query(struct office *o, const struct matter_case *c, size_t which, struct arena *a, struct case_table *out, struct err *e)
{
	const struct column *columns = tables[which].columns;
	struct err end = {0};
	struct q *q = q_open(o->store, tables[which].query);
	*out = (struct case_table){.name = tables[which].name};
	while (out->ncolumns < CASE_COLUMNS && columns[out->ncolumns].name) {
		out->columns[out->ncolumns] = columns[out->ncolumns].name;
		out->ncolumns++;
	}
	q_int(q, "id", c->matter.row);
	while (q_row(q, &end)) {
		const char *cells[CASE_COLUMNS];
		for (size_t i = 0; i < out->ncolumns; i++)
			cells[i] = cell_of(o, &c->matter, &columns[i], q, a);
		case_table_add(out, a, cells);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* --- from the clock ----------------------------------------------------------------------------------------------------------- */

static struct case_table ledger(struct office *o, const struct matter_case *c, struct arena *a)
{
	struct case_table t = case_table_new("ledger", "day weekday counted kind name", a);
	struct clock_ledger book = {0};
	char iso[DAY_ISO];
	if (c->rules)
		clock_explain(o->calendar, c->rules, c->events, c->nevents, desk_today(o->desk), a, &book);
	for (size_t i = 0; i < book.n; i++) {
		const struct clock_line *l = &book.lines[i];
		const char *name = clock_line_note(l, a);
		if (l->provisional)
			name = arena_printf(a, name ? _("%s（待定）") : _("%s待定"), name ? name : "");
		case_table_add(&t, a, (const char *const[]){arena_strdup(a, day_iso(l->date, iso)), day_weekday_zh(l->date),
			l->counted ? arena_printf(a, "%d/%d", l->counted, l->limit) : NULL, tr(line_kind_label(l->kind)), name});
	}
	return t;
}

/* Every limit that runs or ran beside the answer's. */
static struct case_table clocks(const struct matter_case *c, struct arena *a)
{
	struct case_table t = case_table_new("clocks", "clock name start due state", a);
	char start[DAY_ISO], due[DAY_ISO], ended[DAY_ISO];
	for (size_t i = 0; i < c->nsubs; i++) {
		const struct clock_sub *s = &c->subs[i];
		case_table_add(&t, a, (const char *const[]){clock_key_label(s->key), s->name, arena_strdup(a, day_iso(s->start, start)),
			arena_printf(a, "%s%s", day_iso(s->due, due), s->provisional ? "*" : ""),
			s->running ? _("在计") : arena_printf(a, _("已结 %s"), day_iso(s->ended, ended))});
	}
	return t;
}

bool case_table_load(struct office *o, const struct matter_case *c, const char *name, struct arena *a, struct case_table *out, struct err *e)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(tables[i].name, name))
			return from_query(o, c, i, a, out, e);
	if (!strcmp(name, "ledger"))
		*out = ledger(o, c, a);
	else if (!strcmp(name, "clocks"))
		*out = clocks(c, a);
	else if (!strcmp(name, "files"))
		return case_files(o, c, a, out, e);
	else if (!strcmp(name, "letters"))
		return case_letters(o, c, a, out, e);
	else if (!strcmp(name, "signers"))
		return case_signers(o, c, a, out, e);
	else
		return err_set(e, ERR_MISSING, _("办件没有“%s”这种清单"), name);
	return true;
}
