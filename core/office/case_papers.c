#include "office/case_papers.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_casetable.h"
#include "law/outcome.h"
#include "office/decision.h"
#include "office/setting.h"
#include "paper/layout.h"
#include "paper/serial.h"

/* Title and pages of a frozen letter: its own words, whatever the templates say today. */
static const char *pages_of(const char *text, const char **title, struct arena *a)
{
	size_t at = 0;
	struct doc *doc;
	struct err bad = {0};
	if (!doc_parse(text, strlen(text), &at, a, &doc, &bad))
		return NULL;
	const struct block *b = doc_find(doc, BLOCK_TITLE);
	*title = b ? b->text : NULL;
	return arena_printf(a, "%zu", layout_doc(doc, a)->n);
}

bool case_letters(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_casetable_letters);
	*out = case_table_new("letters", "row ref number kind title day state pages sha256 doc", a);
	q_int(q, "id", c->matter.row);
	while (q_row(q, &end)) {
		const char *kind = q_get_text(q, "kind", a), *doc = q_get_text(q, "doc", a), *title = NULL, *revoked = q_get_text(q, "revoked_on", a);
		const char *pages = pages_of(doc, &title, a);
		case_table_add(out, a, (const char *const[]){arena_printf(a, "%lld", (long long)q_get_int(q, "id")), q_get_text(q, "ref", a),
			q_get_text(q, "number", a), kind, title ? title : kind, q_get_text(q, "letter_date", a),
			revoked ? arena_printf(a, _("已于 %s 撤销"), revoked) : NULL, pages, q_get_text(q, "sha256", a), doc});
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* --- the file, paged through --------------------------------------------------------------------------------------------------- */

struct paper_row {
	const char *title, *number, *day, *pages, *original, *place, *sha256;
	bool intake; /* came with the application */
	size_t order;
};

static int by_day(const void *x, const void *y)
{
	const struct paper_row *a = x, *b = y;
	if (a->intake != b->intake)
		return a->intake ? -1 : 1;
	int day = a->intake ? 0 : strcmp(a->day, b->day);
	return day ? day : (a->order > b->order) - (a->order < b->order);
}

static bool is_intake(const char *kind)
{
	static const char *const kinds[] = {N_("申请表"), N_("身份证明复印件"), N_("信封"), N_("确认记录")};
	for (size_t i = 0; kind && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kind, tr(kinds[i])))
			return true;
	return false;
}

/* Where the paper is: its place, else the name of its file without the folders. */
static const char *where(const struct case_table *materials, size_t i)
{
	const char *place = case_table_cell(materials, i, "place"), *file = case_table_cell(materials, i, "file");
	const char *slash = file ? strrchr(file, '/') : NULL;
	return place ? place : slash ? slash + 1 : file;
}

static size_t gather(const struct case_table *letters, const struct case_table *materials, struct arena *a, struct paper_row *rows)
{
	size_t n = 0;
	for (size_t i = 0; i < letters->n; i++) {
		const char *state = case_table_cell(letters, i, "state"), *title = case_table_cell(letters, i, "title");
		rows[n] = (struct paper_row){.title = state ? arena_printf(a, _("%s（%s）"), title, state) : title,
			.number = case_table_cell(letters, i, "number"), .day = case_table_cell(letters, i, "day"),
			.pages = case_table_cell(letters, i, "pages"), .original = _("存档"), .sha256 = case_table_cell(letters, i, "sha256"), .order = n};
		n++;
	}
	for (size_t i = 0; i < materials->n; i++) {
		rows[n] = (struct paper_row){.title = case_table_cell(materials, i, "title"), .day = case_table_cell(materials, i, "added_on"),
			.pages = case_table_cell(materials, i, "pages"), .original = case_table_cell(materials, i, "original"),
			.place = where(materials, i), .sha256 = case_table_cell(materials, i, "sha256"),
			.intake = is_intake(case_table_cell(materials, i, "kind")), .order = n};
		n++;
	}
	return n;
}

bool case_files(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e)
{
	struct case_table letters, materials;
	if (!case_letters(o, c, a, &letters, e) || !case_table_load(o, c, "materials", a, &materials, e))
		return false;
	struct paper_row *rows = arena_array(a, struct paper_row, letters.n + materials.n + 1);
	size_t n = gather(&letters, &materials, a, rows);
	long page = 1; /* 0: a paper was not counted, the rest cannot be numbered */
	if (n)
		qsort(rows, n, sizeof *rows, by_day);
	*out = case_table_new("files", "no title number day pages first last original place sha256", a);
	for (size_t i = 0; i < n; i++) {
		const struct paper_row *r = &rows[i];
		long pages = r->pages ? strtol(r->pages, NULL, 10) : 0;
		const char *first = NULL, *last = NULL;
		if (page && pages > 0) {
			first = arena_printf(a, "%ld", page);
			last = arena_printf(a, "%ld", page + pages - 1);
		}
		page = page && pages > 0 ? page + pages : 0;
		case_table_add(out, a, (const char *const[]){arena_printf(a, "%zu", i + 1), r->title, r->number, r->day, r->pages, first, last,
			r->original, r->place, r->sha256});
	}
	return true;
}

/* --- who signs ------------------------------------------------------------------------------------------------------------------ */

static const char *names_of(struct q *q, struct arena *a)
{
	struct err none = {0};
	struct str s = str_new(a);
	while (q_row(q, &none))
		str_printf(&s, s.len ? _("、%s") : "%s", q_get_text(q, "name", a));
	q_end(q);
	return s.len ? s.s : NULL;
}

static const char *role(struct office *o, const char *code, struct arena *a)
{
	struct q *q = q_open(o->store, &Q_casetable_role);
	q_text(q, "role", code);
	return names_of(q, a);
}

static const char *handler(struct office *o, const struct matter *m, struct arena *a)
{
	if (m->handler_id == INT_NONE)
		return NULL;
	struct q *q = q_open(o->store, &Q_casetable_handler);
	q_int(q, "id", m->handler_id);
	return names_of(q, a);
}

/* The units that have or had a part of it. */
static const char *units(const struct case_table *tasks, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < tasks->n; i++) {
		const char *unit = case_table_cell(tasks, i, "unit");
		if (unit && !strstr(s.s, unit))
			str_printf(&s, s.len ? _("、%s") : "%s", unit);
	}
	return s.len ? s.s : NULL;
}

/* A ground that the law leaves to the office. */
static bool discretionary(struct office *o, const struct matter *m, const struct decision *d, struct arena *a)
{
	for (const char *p = d->ground && m->ruleset ? d->ground : ""; *p;) {
		size_t n = strcspn(p, ",");
		const struct ground *g = ground_find(o->law, m->ruleset, arena_strndup(a, p, n));
		if (g && g->discretionary)
			return true;
		p += n + (p[n] == ',');
	}
	return false;
}

/* The approval that is recorded already; NULL before. */
static const char *approval(const struct decision *d, struct arena *a)
{
	char iso[DAY_ISO];
	if (text_is_blank(d->approved_by))
		return NULL;
	return d->approved_on == DAY_NONE ? d->approved_by : arena_printf(a, _("%s，%s 已批准"), d->approved_by, day_iso(d->approved_on, iso));
}

bool case_signers(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e)
{
	struct decision d;
	struct case_table tasks;
	bool decided;
	record_clear(&decision_type, &d);
	if (!decision_load(o, c->matter.row, a, &d, &decided, e) || !case_table_load(o, c, "tasks", a, &tasks, e))
		return false;
	const char *agree = _("□ 同意　□ 不同意"), *open = _("□ 可以公开　□ 部分公开\n□ 不予公开　□ 报请确定");
	const char *leaders = role(o, "approver", a), *two = setting_flag(o, "two_person", DAY_NONE) ? _("双人制：与经办人不得为同一人") : NULL;
	leaders = leaders ? leaders : role(o, "leader", a);
	const char *approved = decided ? approval(&d, a) : NULL;
	*out = case_table_new("signers", "step choice who why", a);
	case_table_add(out, a, (const char *const[]){_("承办人"), agree, handler(o, &c->matter, a), NULL});
	case_table_add(out, a, (const char *const[]){_("承办部门负责人"), agree, units(&tasks, a), NULL});
	case_table_add(out, a, (const char *const[]){_("保密审查"), open, role(o, "unit_reviewer", a), _("条例17：先审查、后公开")});
	case_table_add(out, a, (const char *const[]){_("办公室审核"), agree, role(o, "office_reviewer", a), NULL});
	case_table_add(out, a, (const char *const[]){_("机关负责人"), agree, approved ? approved : leaders, two});
	if (decided && discretionary(o, &c->matter, &d, a))
		case_table_add(out, a, (const char *const[]){_("批准人再次确认"), _("□ 确认不予公开　□ 改为公开"), leaders, _("条例16：可以不予公开的情形")});
	return true;
}
