#include "office/casefile_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/text.h"
#include "law/outcome.h"
#include "office/audit.h"
#include "office/correction.h"
#include "office/letter.h"
#include "paper/picture.h"
#include "paper/render.h"

static const struct field record_fields[] = {
	{"to", N_("去向"), FIELD_TEXT, FIELD_AT(casefile_record, to), FIELD_REQUIRED},
	{"reason", N_("理由"), FIELD_TEXT, FIELD_AT(casefile_record, reason), FIELD_REQUIRED, .width = 40,
		.help = N_("为什么把个人信息带出去：哪件复议、哪件诉讼、谁要")},
	{"sha256", N_("指纹"), FIELD_TEXT, FIELD_AT(casefile_record, sha256)},
	{"parts", N_("件数"), FIELD_INT, FIELD_AT(casefile_record, parts)},
	{"pages", N_("页数"), FIELD_INT, FIELD_AT(casefile_record, pages)},
	{"missing", N_("缺失的材料"), FIELD_INT, FIELD_AT(casefile_record, missing)},
	{0},
};
const struct record_type casefile_record_type = {"export", N_("导出案卷"), sizeof(struct casefile_record), record_fields};

static bool run_export(struct verb_call *call, struct err *e)
{
	const struct casefile_record *r = call->args;
	struct matter_case c;
	if (!matter_load(call->office, call->subject_id, call->arena, &c, e))
		return false;
	call->result = arena_printf(call->arena, _("已导出 %s 的案卷，%lld件，到 %s（%.16s）：%s"), c.matter.number, (long long)r->parts, r->to,
		r->sha256 ? r->sha256 : "", r->reason);
	if (r->missing > 0)
		call->warning = arena_printf(call->arena, _("有%lld件材料的文件缺失或者被改动，目录里已注明"), (long long)r->missing);
	return true;
}

static const struct verb request_export = {"request.export", N_("导出案卷"), "request", &casefile_record_type, .capability = "personal.show",
	.run = run_export, .leaves_office = true};
static const struct verb correction_export = {"correction.export", N_("导出案卷"), "correction", &casefile_record_type,
	.capability = "personal.show", .run = run_export, .leaves_office = true};
const struct verb *const casefile_verbs[] = {&request_export, &correction_export, NULL};

const struct verb *casefile_verb(const struct casefile *f)
{
	return strcmp(f->c.matter.kind, "correction") ? &request_export : &correction_export;
}

struct casefile_part *casefile_add(struct casefile *f, const struct casefile_part *part)
{
	f->parts = arena_grow(f->arena, f->parts, f->n, &f->cap, sizeof *f->parts);
	f->parts[f->n] = *part;
	return &f->parts[f->n++];
}

/* --- materials -------------------------------------------------------------------------------------------------------------------- */

/* Is the attached file still what was registered? */
static void check_file(struct casefile *f, struct casefile_part *p, const char *registered)
{
	unsigned char now[HASH_LEN], then[HASH_LEN];
	struct err why = {0};
	if (!file_hash(p->source, now, &p->size, &why))
		p->fault = arena_strdup(f->arena, why.text);
	else if (!registered || !hash_parse(registered, then) || memcmp(now, then, HASH_LEN) != 0)
		p->fault = arena_printf(f->arena, _("文件与登记时的指纹不符：%s"), text_clean(f->arena, p->source, false));
	else
		p->hash = arena_memdup(f->arena, then, HASH_LEN);
}

/* A scan is a page of the PDF; what cannot be one goes beside it. */
static void take_picture(struct casefile *f, struct casefile_part *p)
{
	enum { PICTURE_MOST = 64 << 20 };
	struct arena own = {0};
	struct paper paper = {0};
	struct picture picture = {0};
	struct pdf_result r;
	struct err why = {0};
	unsigned char hash[HASH_LEN];
	char *bytes, *pdf, *serial;
	size_t n;
	const struct pdf_options opt = {.lengths = &n, .stand_in = true};
	if (!file_read(p->source, PICTURE_MOST, &own, &bytes, &n, &why) || !picture_read(bytes, n, &picture)) {
		arena_free(&own);
		return;
	}
	hash_bytes(bytes, n, hash);
	serial = picture_serial(bytes, n, arena_printf(&own, _("材料：%s"), p->title), &own, &n);
	if (!memcmp(hash, p->hash, HASH_LEN) && paper_pdf_bytes(&paper, (const char *const *)&serial, 1, &opt, &own, &pdf, &r, &why)) {
		p->picture = arena_memdup(f->arena, serial, n);
		p->picture_len = n;
	}
	arena_free(&own);
}

static bool add_materials(struct casefile *f, struct str *faults, struct err *e)
{
	struct case_table t;
	if (!case_table_load(f->office, &f->c, "materials", f->arena, &t, e))
		return false;
	for (size_t i = 0; i < t.n; i++) {
		const char *pages = case_table_cell(&t, i, "pages");
		struct casefile_part *p = casefile_add(f, &(struct casefile_part){.title = case_table_cell(&t, i, "title"),
			.day = case_table_cell(&t, i, "added_on"), .original = case_table_cell(&t, i, "original"), .place = case_table_cell(&t, i, "place"),
			.source = case_table_cell(&t, i, "file"), .pages = pages ? strtoll(pages, NULL, 10) : INT_NONE, .first = INT_NONE});
		if (!p->source)
			continue;
		check_file(f, p, case_table_cell(&t, i, "sha256"));
		if (p->fault) {
			f->record.missing++;
			str_printf(faults, faults->len ? _("；%s：%s") : _("%s：%s"), p->title, p->fault);
		} else if (f->pdf) {
			take_picture(f, p);
		}
	}
	return true;
}

/* --- cover and index ---------------------------------------------------------------------------------------------------------------- */

static const char *outcome_text(const struct casefile *f)
{
	const struct matter *m = &f->c.matter;
	if (!m->outcome)
		return NULL;
	if (!strcmp(m->kind, "correction"))
		return tr(choice_label(correction_outcomes, m->outcome));
	const struct outcome *known = m->ruleset ? outcome_find(f->office->law, m->ruleset, m->outcome) : NULL;
	return known ? tr(known->label) : m->outcome;
}

static const char *number_text(struct casefile *f, int64_t n)
{
	return n == INT_NONE ? NULL : arena_printf(f->arena, "%lld", (long long)n);
}

static const char *where(struct casefile *f, const struct casefile_part *p)
{
	if (p->fault)
		return arena_printf(f->arena, _("缺：%s"), p->fault);
	if (p->picture)
		return p->place;
	if (p->file)
		return arena_strndup(f->arena, p->file, strcspn(p->file, "-"));
	if (p->source)
		return _("文件另附");
	return p->place;
}

static bool make_index(struct casefile *f, struct casefile_part *out, struct err *e)
{
	struct case_table rows = case_table_new("parts", "no title number day pages first original place", f->arena);
	for (size_t i = 0; i < f->n; i++) {
		const struct casefile_part *p = &f->parts[i];
		case_table_add(&rows, f->arena, (const char *const[]){arena_printf(f->arena, "%zu", i + 1), p->title, p->number, p->day,
			number_text(f, p->pages), number_text(f, p->first), p->original, where(f, p)});
	}
	return casefile_sheet(f, _("目录"), NULL, 0, &rows, 1, "evidence_index", out, e);
}

/* Pages of the bundle; a paper of several may have been registered with one picture. */
static int64_t pages_here(const struct casefile_part *p)
{
	return p->gwdoc ? p->pages : p->picture != NULL;
}

static bool make_cover(struct casefile *f, struct casefile_part *out, struct err *e)
{
	int64_t pages = 0;
	for (size_t i = 0; i < f->n; i++)
		pages += pages_here(&f->parts[i]);
	f->record.pages = pages;
	const struct letter_slot slots[] = {{"outcome_text", outcome_text(f)}, {"decision_number", f->decision}, {"parts_count", arena_printf(f->arena, "%zu", f->n)},
		{"parts_pages", arena_printf(f->arena, "%lld", (long long)pages)}, {"export_reason", f->wish->reason},
		{"exported_by", f->office->operator_name}, {"audit_head", f->head}, {"parts_note", f->warning}};
	return casefile_sheet(f, _("封面"), slots, sizeof slots / sizeof *slots, NULL, 0, "evidence_cover", out, e);
}

/* Where each part begins in the bundle. */
static void paginate(struct casefile *f)
{
	int64_t page = 1;
	for (size_t i = 0; f->pdf && i < f->n; i++) {
		if (!pages_here(&f->parts[i]))
			continue;
		f->parts[i].first = page;
		page += pages_here(&f->parts[i]);
	}
}

bool casefile_front(struct casefile *f, struct err *e)
{
	enum { ROUNDS = 5 };
	for (int round = 0; round < ROUNDS; round++) {
		struct casefile_part cover, index;
		int64_t before = f->parts[PART_COVER].pages + f->parts[PART_INDEX].pages;
		paginate(f);
		if (!make_index(f, &index, e) || !make_cover(f, &cover, e))
			return false;
		cover.file = f->parts[PART_COVER].file;
		index.file = f->parts[PART_INDEX].file;
		f->parts[PART_COVER] = cover;
		f->parts[PART_INDEX] = index;
		paginate(f);
		if (round && before == cover.pages + index.pages)
			return true;
	}
	BUG("the index of a case file does not settle");
}

/* --- all of it ------------------------------------------------------------------------------------------------------------------------ */

static const char *warning_of(struct casefile *f, const char *faults, const char *unprintable)
{
	struct str s = str_new(f->arena);
	size_t apart = 0;
	for (size_t i = 0; i < f->n; i++)
		apart += f->pdf && f->parts[i].source && !f->parts[i].fault && !f->parts[i].picture;
	if (apart)
		str_printf(&s, _("有%zu件材料的文件不是图片（JPEG、PNG），不能并入这份PDF，导出到文件夹时一并拷贝"), apart);
	if (*faults)
		str_printf(&s, s.len ? _("；缺失或者被改动：%s") : _("缺失或者被改动：%s"), faults);
	if (unprintable)
		str_printf(&s, _("%s没有字体能印出、印作“〓”的字：%s%s"), s.len ? _("；") : "", unprintable, f->pdf ? "" : _("，原文的字节在申请人原文的文本文件里"));
	return s.len ? s.s : NULL;
}

static bool gather(struct casefile *f, struct err *e)
{
	const struct casefile_part cover = {.title = _("封面"), .pages = 1, .first = INT_NONE}, index = {.title = _("目录"), .pages = 1, .first = INT_NONE};
	struct str faults = str_new(f->arena);
	struct audit_head head;
	if (!audit_head(f->office->store, &head, e))
		return false;
	f->head = audit_head_text(&head, f->arena);
	casefile_add(f, &cover);
	casefile_add(f, &index);
	if (!casefile_documents(f, e) || !add_materials(f, &faults, e))
		return false;
	if (faults.len && !f->wish->incomplete)
		return err_set(e, ERR_RULE, _("材料的文件缺失或者被改动，没有导出：%s；要照样导出并在目录里注明，加 --incomplete"), faults.s);
	const char *unprintable;
	if (!casefile_unprintable(f, &unprintable, e))
		return false;
	f->warning = warning_of(f, faults.s, unprintable);
	f->record.parts = (int64_t)f->n;
	return true;
}

bool casefile_make(struct office *o, int64_t matter_id, const struct casefile_wish *wish, struct arena *a, struct casefile *out, struct err *e)
{
	size_t n = strlen(wish->path);
	*out = (struct casefile){.office = o, .arena = a, .wish = wish, .pdf = n > 4 && !strcmp(wish->path + n - 4, ".pdf"),
		.record = {.to = wish->path, .reason = wish->reason, .parts = 0, .pages = 0, .missing = 0}};
	if (text_is_blank(wish->reason))
		return err_field(e, "reason", _("导出案卷含个人信息，要写明理由"));
	if (!matter_load(o, matter_id, a, &out->c, e) || !gather(out, e))
		return false;
	if (out->pdf ? casefile_to_pdf(out, e) : casefile_to_folder(out, e))
		return true;
	casefile_discard(out);
	return false;
}

bool casefile_publish(struct casefile *f, struct err *e)
{
	bool done = f->pdf ? file_publish(f->tmp, f->wish->path, e) : folder_publish(&f->folder, e);
	if (!done)
		casefile_discard(f);
	f->tmp = NULL;
	return done;
}

void casefile_discard(struct casefile *f)
{
	folder_discard(&f->folder);
	file_discard(f->tmp);
	f->tmp = NULL;
}
