#include "office/backup.h"

#include <string.h>
#include <sys/stat.h>

#include "gen/q_catalogue.h"
#include "gen/q_request.h"
#include "office/deadlines.h"
#include "office/similar.h"

/* What a noun's owner proves about its rows; returns false only when it could not run. */
struct check {
	const char *name;
	bool (*run)(struct office *o, struct check_report *r, struct err *e);
};
static bool check_elements(struct office *o, struct check_report *r, struct err *e);
static bool check_request_keys(struct office *o, struct check_report *r, struct err *e);
static bool check_text_marks(struct office *o, struct check_report *r, struct err *e);
static const struct check checks[] = {
	{"deadlines", deadlines_check},
	{"elements", check_elements},
	{"request_keys", check_request_keys},
	{"text_marks", check_text_marks},
	{NULL, NULL},
};

void check_add(struct check_report *r, bool ok, const char *name, const char *text)
{
	if (r->n % 16 == 0) {
		struct check_line *more = arena_array(r->arena, struct check_line, r->n + 16);
		if (r->n)
			memcpy(more, r->lines, r->n * sizeof *more);
		r->lines = more;
	}
	r->lines[r->n++] = (struct check_line){.ok = ok, .name = name, .text = arena_strdup(r->arena, text)};
	r->faults += !ok;
}

static bool check_file(struct office *o, struct check_report *r, struct err *e)
{
	struct store_findings found, schema;
	if (!store_check(o->store, r->arena, &found, e) || !store_check_schema(o->store, r->arena, &schema, e))
		return false;
	for (size_t i = 0; i < found.n && i < STORE_FINDINGS; i++)
		check_add(r, false, "integrity", found.lines[i]);
	if (!found.n)
		check_add(r, true, "integrity", _("文件结构与外键完好"));
	for (size_t i = 0; i < schema.n && i < STORE_FINDINGS; i++)
		check_add(r, false, "schema", schema.lines[i]);
	if (!schema.n)
		check_add(r, true, "schema", _("表、索引与保护规则和本程序一致"));
	return true;
}

static bool check_audit(struct office *o, struct check_report *r, struct err *e)
{
	struct audit_fault *faults;
	struct audit_head head;
	size_t n;
	if (!audit_verify(o->store, NULL, r->arena, &faults, &n, e) || !audit_head(o->store, &head, e))
		return false;
	for (size_t i = 0; i < n && i < 20; i++)
		check_add(r, false, "audit", arena_printf(r->arena, "%s %lld: %s", faults[i].table ? faults[i].table : "audit",
			(long long)(faults[i].table ? faults[i].row_id : faults[i].seq), faults[i].text));
	if (!n)
		check_add(r, true, "audit", arena_printf(r->arena, _("审计链与记录摘要完好，共 %lld 行"), (long long)head.seq));
	return true;
}

/* The index of publications by element against what it stands for. */
static bool check_elements(struct office *o, struct check_report *r, struct err *e)
{
	struct err own = {0};
	size_t wrong = 0;
	struct q *q = q_open(o->store, &Q_element_use_wrong);
	while (q_row(q, &own))
		wrong++;
	q_end(q);
	if (own.code != ERR_NONE)
		return err_set(e, own.code, "%s", own.text);
	check_add(r, !wrong, "elements", wrong ? arena_printf(r->arena, _("%zu 个内容要素的公开索引与记录不符"), wrong) : _("内容要素的公开索引与记录相同"));
	return true;
}

/* The words by which requests are found against what was typed. */
static bool check_request_keys(struct office *o, struct check_report *r, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(o->store, &Q_request_key_wrong);
	bool wrong = q_row(q, &own);
	q_end(q);
	if (own.code != ERR_NONE)
		return err_set(e, own.code, "%s", own.text);
	check_add(r, !wrong, "request_keys", wrong ? _("申请的筛选索引与记录不符") : _("申请的筛选索引与记录相同"));
	return true;
}

/* The index of like texts: a text without its marks would never be named as similar. */
static bool check_text_marks(struct office *o, struct check_report *r, struct err *e)
{
	size_t missing;
	if (!text_marks_walk(o, false, &missing, e))
		return false;
	check_add(r, !missing, "text_marks", missing ? arena_printf(r->arena, _("%zu 件申请或者信息不在相似文字索引里；gwgk check --fix 补全"), missing) :
		_("相似文字索引齐全"));
	return true;
}

static void check_library(struct check_report *r)
{
	bool affected;
	const char *version = store_library(&affected);
	check_add(r, true, "sqlite", arena_printf(r->arena, affected ?
		_("SQLite %s 有 WAL 重置缺陷：本程序以闸门避开，请勿用其他程序写入或检查点办公文件") : _("SQLite %s"), version));
	r->lines[r->n - 1].warning = affected;
}

/* The file holds people's identity numbers: nobody but the account may read it. */
static void check_mode(struct office *o, struct check_report *r)
{
	struct stat st;
	const char *path = store_path(o->store);
	if (stat(path, &st) || !(st.st_mode & 077))
		return;
	check_add(r, true, "mode", arena_printf(r->arena, _("别人也能打开办公文件（权限 %04o），请改：chmod 600 %s"), (unsigned)(st.st_mode & 07777), path));
	r->lines[r->n - 1].warning = true;
}

bool office_check(struct office *o, struct arena *a, struct check_report *out, struct err *e)
{
	*out = (struct check_report){.arena = a};
	if (!check_file(o, out, e) || !check_audit(o, out, e))
		return false;
	for (const struct check *c = checks; c->name; c++)
		if (!c->run(o, out, e))
			return false;
	check_mode(o, out);
	check_library(out);
	return true;
}
