/* The documents of a case file. */
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/text.h"
#include "office/casefile_private.h"
#include "office/correction.h"
#include "office/letter_remedy.h"
#include "office/request.h"
#include "office/sheet.h"
#include "paper/layout.h"
#include "paper/serial.h"

bool casefile_sheet(struct casefile *f, const char *title, const struct letter_slot *slots, size_t nslots, const struct case_table *tables,
	size_t ntables, const char *kind, struct casefile_part *out, struct err *e)
{
	const struct sheet what = {.kind = kind, .matter_id = f->c.matter.row, .on = DAY_NONE, .slots = slots, .nslots = nslots, .tables = tables,
		.ntables = ntables};
	struct doc *doc;
	if (!sheet_make(f->office, &what, f->arena, &doc, e))
		return false;
	*out = (struct casefile_part){.title = title, .original = _("打印"), .gwdoc = doc_serial(doc, f->arena, NULL),
		.pages = (int64_t)layout_doc(doc, f->arena)->n, .first = INT_NONE};
	return true;
}

static bool add_sheet(struct casefile *f, const char *title, const char *kind, struct err *e)
{
	struct casefile_part part;
	if (!casefile_sheet(f, title, NULL, 0, NULL, 0, kind, &part, e))
		return false;
	casefile_add(f, &part);
	return true;
}

/* --- the applicant's words ------------------------------------------------------------------------------------------------------- */

struct words {
	const char *what, *text;
};

static bool words_of(struct casefile *f, struct words out[4], size_t *n, struct err *e)
{
	struct request_view r;
	struct correction_view c;
	*n = 0;
	if (!strcmp(f->c.matter.kind, "request")) {
		if (!request_load(f->office, f->c.matter.row, f->arena, &r, e))
			return false;
		out[(*n)++] = (struct words){_("所需信息"), r.request.content};
		return true;
	}
	if (!correction_load(f->office, f->c.matter.row, f->arena, &c, e))
		return false;
	const struct words all[] = {{_("信息记录"), c.correction.record}, {_("更正请求"), c.correction.claim}, {_("理由"), c.correction.reasons},
		{_("证据材料"), c.correction.evidence}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!text_is_blank(all[i].text))
			out[(*n)++] = all[i];
	return true;
}

/* On paper as they read, beside it the very bytes. */
static bool add_words(struct casefile *f, struct err *e)
{
	struct words words[4];
	struct casefile_part part;
	struct case_table rows = case_table_new("words", "what text bytes sha256", f->arena);
	char hex[HASH_HEX];
	unsigned char hash[HASH_LEN];
	size_t n;
	if (!words_of(f, words, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(words[i].text);
		hash_bytes(words[i].text, len, hash);
		case_table_add(&rows, f->arena, (const char *const[]){words[i].what, words[i].text, arena_printf(f->arena, "%zu", len),
			hash_hex(hash, hex) ? arena_strdup(f->arena, hex) : NULL});
	}
	if (!casefile_sheet(f, _("申请人原文"), NULL, 0, &rows, 1, "applicant_words", &part, e))
		return false;
	casefile_add(f, &part);
	for (size_t i = 0; i < n && !f->pdf; i++)
		casefile_add(f, &(struct casefile_part){.title = arena_printf(f->arena, _("申请人原文（%s，逐字节）"), words[i].what),
			.original = _("原文"), .bytes = words[i].text, .len = strlen(words[i].text), .ending = "txt", .pages = INT_NONE, .first = INT_NONE});
	return true;
}

/* --- letters ---------------------------------------------------------------------------------------------------------------------- */

static bool add_letters(struct casefile *f, struct err *e)
{
	struct case_table t;
	const char *decision = letter_of_outcome(f->office, &f->c.matter);
	if (!case_table_load(f->office, &f->c, "letters", f->arena, &t, e))
		return false;
	for (size_t i = 0; i < t.n; i++) {
		const char *state = case_table_cell(&t, i, "state"), *title = case_table_cell(&t, i, "title"), *pages = case_table_cell(&t, i, "pages");
		if (!pages)
			return err_set(e, ERR_SYSTEM, _("%s 冻结的正文不能读出，不能导出；先运行 gwgk check"), case_table_cell(&t, i, "ref"));
		if (decision && !strcmp(case_table_cell(&t, i, "kind"), decision) && !state)
			f->decision = case_table_cell(&t, i, "number");
		casefile_add(f, &(struct casefile_part){.title = state ? arena_printf(f->arena, _("%s（%s）"), title, state) : title,
			.number = case_table_cell(&t, i, "number"), .day = case_table_cell(&t, i, "day"), .original = _("副本"), .copy = true,
			.gwdoc = case_table_cell(&t, i, "doc"), .pages = strtoll(pages, NULL, 10), .first = INT_NONE});
	}
	return true;
}

/* --- what was done ---------------------------------------------------------------------------------------------------------------- */

/* One sheet each, where one of its tables has a row. */
static const struct {
	const char *part, *title, *tables;
} records[] = {
	{"confirm", N_("收到和确认记录"), ""}, {"clarify", N_("补正记录"), "clarifications"}, {"consult", N_("征求意见记录"), "consultations"},
	{"task", N_("交办记录"), "tasks"}, {"search", N_("检索记录"), "searches"}, {"joint", N_("多部门共商记录"), "joint_reviews"},
	{"approve", N_("审批和决定记录"), "decisions approvals"},
	{"fee", N_("收费记录"), "fees"}, {"deliver", N_("送达和印制记录"), "deliveries prints copies"}, {"appeal", N_("复议诉讼记录"), "appeals"}, {"entry", N_("投诉来电收件记录"), "entries"},
};

static bool any_row(struct casefile *f, const char *names, bool *any, struct err *e)
{
	char *copy = arena_strdup(f->arena, names), *save = NULL;
	struct case_table t;
	*any = !*names;
	for (char *name = strtok_r(copy, " ", &save); name && !*any; name = strtok_r(NULL, " ", &save)) {
		if (!case_table_load(f->office, &f->c, name, f->arena, &t, e))
			return false;
		*any = t.n > 0;
	}
	return true;
}

static bool add_record(struct casefile *f, const char *part_code, const char *title, struct err *e)
{
	const struct letter_slot slots[] = {{"part", part_code}, {"audit_head", f->head}};
	struct casefile_part part;
	if (!casefile_sheet(f, title, slots, sizeof slots / sizeof *slots, NULL, 0, "case_record", &part, e))
		return false;
	casefile_add(f, &part);
	return true;
}

static bool add_records(struct casefile *f, struct err *e)
{
	for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
		bool any;
		if (!any_row(f, records[i].tables, &any, e) || (any && !add_record(f, records[i].part, tr(records[i].title), e)))
			return false;
	}
	return true;
}

/* --- for those who count again -------------------------------------------------------------------------------------------------- */

/* A table of the case as CSV, with codes of columns in the first line. */
static const char *csv_of(const struct case_table *t, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t c = 0; c < t->ncolumns; c++)
		csv_cell(&s, t->columns[c], c == 0, false);
	csv_end(&s);
	for (size_t r = 0; r < t->n; r++) {
		for (size_t c = 0; c < t->ncolumns; c++)
			csv_cell(&s, t->rows[r][c] ? t->rows[r][c] : "", c == 0, true);
		csv_end(&s);
	}
	return s.s;
}

static bool add_csv(struct casefile *f, const char *table, const char *title, struct err *e)
{
	struct case_table t;
	if (f->pdf)
		return true;
	if (!case_table_load(f->office, &f->c, table, f->arena, &t, e))
		return false;
	const char *csv = csv_of(&t, f->arena);
	casefile_add(f, &(struct casefile_part){.title = title, .original = _("数据"), .bytes = csv, .len = strlen(csv), .ending = "csv",
		.pages = INT_NONE, .first = INT_NONE});
	return true;
}

bool casefile_documents(struct casefile *f, struct err *e)
{
	bool received = f->c.rules != NULL;
	return add_sheet(f, _("申请登记表"), "registration_sheet", e) && add_words(f, e) && add_letters(f, e) && add_records(f, e) &&
		(!received || (add_sheet(f, _("答复期限计算明细表"), "deadline_sheet", e) && add_csv(f, "ledger", _("答复期限逐日数据"), e))) &&
		add_record(f, "audit", _("操作日志摘录"), e) && add_csv(f, "audit", _("操作日志数据"), e) &&
		add_sheet(f, _("卷内文件目录"), "file_index", e);
}
