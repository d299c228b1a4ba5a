/* Reading letters, and the kinds there are. */
#include "office/letter.h"
#include "office/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "gen/q_letter.h"
#include "office/letter_trial.h"
#include "paper/serial.h"

static const struct choice letter_states[] = {{"issued", N_("已出具")}, {"revoked", N_("已撤销")}, {0}};

static const struct field letter_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(letter, ref)},
	{"number", N_("文号"), FIELD_TEXT, FIELD_AT(letter, number)},
	{"kind", N_("文书"), FIELD_TEXT, FIELD_AT(letter, kind)},
	{"case", N_("办件"), FIELD_TEXT, FIELD_AT(letter, case_number)},
	{"date", N_("日期"), FIELD_DATE, FIELD_AT(letter, date)},
	{"ruleset", N_("规则"), FIELD_TEXT, FIELD_AT(letter, ruleset)},
	{"template", N_("模板"), FIELD_TEXT, FIELD_AT(letter, template_name)},
	{"sha256", N_("指纹"), FIELD_TEXT, FIELD_AT(letter, sha256)},
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(letter, state), .choices = letter_states},
	{"revoked_on", N_("撤销日期"), FIELD_DATE, FIELD_AT(letter, revoked_on)},
	{"revoke_reason", N_("撤销原因"), FIELD_TEXT, FIELD_AT(letter, revoke_reason)},
	{"doc", N_("正文"), FIELD_LINES, FIELD_AT(letter, doc), FIELD_HIDDEN},
	{"row", "", FIELD_ID, FIELD_AT(letter, id), FIELD_HIDDEN},
	{"matter_id", "", FIELD_ID, FIELD_AT(letter, matter_id), FIELD_HIDDEN},
	{"version", "", FIELD_INT, FIELD_AT(letter, version), FIELD_HIDDEN},
	{0},
};
const struct record_type letter_type = {"letter", N_("文书"), sizeof(struct letter), letter_fields};

static const struct field print_fields[] = {
	{"at", N_("时间"), FIELD_TEXT, FIELD_AT(print_row, at)},
	{"target", N_("去向"), FIELD_TEXT, FIELD_AT(print_row, target)},
	{"mark", N_("标记"), FIELD_TEXT, FIELD_AT(print_row, mark)},
	{"output", N_("输出指纹"), FIELD_TEXT, FIELD_AT(print_row, output)},
	{"renderer", N_("排版程序"), FIELD_TEXT, FIELD_AT(print_row, renderer)},
	{"job", N_("打印任务"), FIELD_TEXT, FIELD_AT(print_row, job)},
	{"pages", N_("页数"), FIELD_INT, FIELD_AT(print_row, pages)},
	{"state", N_("结果"), FIELD_TEXT, FIELD_AT(print_row, state)},
	{"note", N_("备注"), FIELD_TEXT, FIELD_AT(print_row, note)},
	{"batch", N_("同批"), FIELD_TEXT, FIELD_AT(print_row, batch)},
	{"place", N_("第几份"), FIELD_INT, FIELD_AT(print_row, place)},
	{"first_page", N_("首页"), FIELD_INT, FIELD_AT(print_row, first_page)},
	{0},
};
const struct record_type print_row_type = {"print", N_("打印"), sizeof(struct print_row), print_fields};

bool letter_newest(struct office *o, int64_t matter_id, const char *kind, int64_t *id, struct err *e)
{
	struct q *q = q_open(o->store, &Q_letter_newest);
	q_int(q, "matter_id", matter_id);
	q_text(q, "kind", kind);
	return q_one_int(q, id, e) || err_set(e, ERR_MISSING, _("没有这种文书"));
}

bool letter_load(struct office *o, int64_t id, struct arena *a, struct letter *out, struct err *e)
{
	struct err end = {0};
	record_clear(&letter_type, out);
	struct q *q = q_open(o->store, &Q_letter_by_id);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found)
		q_read_record(q, &letter_type, out, a);
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这份文书"));
}

static bool ids_of(struct office *o, int64_t matter_id, struct arena *a, int64_t **ids, size_t *n, struct err *e)
{
	size_t cap = 0;
	struct err end = {0};
	*ids = NULL;
	*n = 0;
	struct q *q = q_open(o->store, matter_id == INT_NONE ? &Q_letter_all : &Q_letter_of_matter);
	if (matter_id != INT_NONE)
		q_int(q, "matter_id", matter_id);
	while (q_row(q, &end)) {
		*ids = arena_grow(a, *ids, *n, &cap, sizeof **ids);
		(*ids)[(*n)++] = q_get_int(q, "id");
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool letter_list(struct office *o, int64_t matter_id, struct arena *a, struct letter **out, size_t *n, struct err *e)
{
	int64_t *ids;
	if (!ids_of(o, matter_id, a, &ids, n, e))
		return false;
	*out = arena_array(a, struct letter, *n + 1);
	for (size_t i = 0; i < *n; i++)
		if (!letter_load(o, ids[i], a, &(*out)[i], e))
			return false;
	return true;
}

bool letter_kinds(struct office *o, struct arena *a, struct letter_kinds *out, struct err *e)
{
	struct office_template *rows;
	if (!templates_load(o, a, &rows, &out->n, e))
		return false;
	out->all = arena_array(a, struct template *, out->n + 1);
	for (size_t i = 0; i < out->n; i++)
		out->all[i] = rows[i].t;
	return true;
}

bool letter_prints(struct office *o, int64_t id, struct arena *a, struct print_row **out, size_t *n, struct err *e)
{
	enum { MOST = 200 };
	struct err end = {0};
	*out = arena_array(a, struct print_row, MOST);
	*n = 0;
	struct q *q = q_open(o->store, &Q_print_of_letter);
	q_int(q, "letter_id", id);
	while (*n < MOST && q_row(q, &end)) {
		struct print_row *row = &(*out)[(*n)++];
		record_clear(&print_row_type, row);
		q_read_record(q, &print_row_type, row, a);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool letter_printed(struct office *o, int64_t id, bool *printed, struct err *e)
{
	int64_t v;
	struct q *q = q_open(o->store, &Q_print_on_paper);
	q_int(q, "letter_id", id);
	if (!q_one_int(q, &v, e))
		return false;
	*printed = v == 1;
	return true;
}

/* One letter's own faults. */
static const char *fault_of(const struct letter *l, struct arena *a)
{
	unsigned char hash[HASH_LEN];
	char hex[HASH_HEX];
	size_t at = 0;
	struct doc *doc;
	struct err why = {0};
	hash_bytes(l->doc, strlen(l->doc), hash);
	if (strcmp(hash_hex(hash, hex), l->sha256) != 0)
		return _("冻结的正文与指纹不符");
	if (!doc_parse(l->doc, strlen(l->doc), &at, a, &doc, &why))
		return arena_printf(a, _("冻结的正文不能读出：%s"), why.text);
	return NULL;
}

/* An upgrade may bring words of law that an office's own text lacks. */
static void office_texts(const struct letter_kinds *kinds, struct arena *a, struct letter_fault *rows, size_t *n)
{
	for (size_t i = 0; i < kinds->n; i++) {
		const struct template *t = kinds->all[i];
		struct template_fault *f;
		if (*t->file || !template_faults(t->text, a, &f))
			continue;
		rows[(*n)++] = (struct letter_fault){t->kind, f->line ? arena_printf(a, _("本单位的模板“%s”第%d行：%s"), t->name, f->line, f->text) :
			arena_printf(a, _("本单位的模板“%s”：%s"), t->name, f->text)};
	}
}

bool letter_check(struct office *o, struct arena *a, struct letter_fault **out, size_t *n, struct err *e)
{
	struct letter *all;
	size_t count;
	struct letter_kinds kinds;
	struct letter_faults tried;
	if (!letter_list(o, INT_NONE, a, &all, &count, e) || !letter_kinds(o, a, &kinds, e))
		return false;
	letter_trial(&kinds, a, &tried);
	*out = arena_array(a, struct letter_fault, count * 2 + tried.n + kinds.n + 1);
	*n = tried.n;
	if (tried.n)
		memcpy(*out, tried.rows, tried.n * sizeof **out);
	office_texts(&kinds, a, *out, n);
	for (size_t i = 0; i < count; i++) {
		const char *why = fault_of(&all[i], a);
		if (why)
			(*out)[(*n)++] = (struct letter_fault){all[i].ref, why};
		/* Newest first: the serials of a year come down to 1 one by one. */
		long long here = strtoll(all[i].ref + 6, NULL, 10);
		bool same_year = i + 1 < count && strncmp(all[i].ref, all[i + 1].ref, 5) == 0;
		long long below = same_year ? strtoll(all[i + 1].ref + 6, NULL, 10) : 0;
		if (here != below + 1)
			(*out)[(*n)++] = (struct letter_fault){all[i].ref, arena_printf(a, _("前面缺%lld个流水号"), here - below - 1)};
	}
	return true;
}
