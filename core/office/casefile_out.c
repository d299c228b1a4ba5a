/* A case file as a folder of numbered files, or as one PDF. */
#include <string.h>

#include "base/csv.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/text.h"
#include "office/casefile_private.h"
#include "paper/render.h"

/* Noon in China of the day: the same case on the same day gives the same pages. */
static struct pdf_options options(const struct casefile *f)
{
	return (struct pdf_options){.head = HEAD_BLACK, .stand_in = true, .created = (int64_t)desk_today(f->office->desk) * 86400 + 4 * 3600};
}

/* An applicant may write what no font can print: that must not keep the evidence from going out. Drawn as 〓, told on the cover. */
bool casefile_unprintable(struct casefile *f, const char **which, struct err *e)
{
	struct paper paper = {0};
	struct pdf_options opt = options(f);
	struct pdf_result r;
	struct arena own = {0};
	const char **docs = arena_array(f->arena, const char *, f->n);
	char *bytes;
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		if (f->parts[i].gwdoc)
			docs[n++] = f->parts[i].gwdoc;
	bool done = paper_pdf_bytes(&paper, docs, n, &opt, &own, &bytes, &r, e);
	*which = done && r.missing ? arena_strdup(f->arena, r.missing) : NULL;
	arena_free(&own);
	return done;
}

/* --- one PDF --------------------------------------------------------------------------------------------------------------------------- */

/* The paper program breaks pages as the index did; that it really did is looked at. */
static bool as_indexed(const struct casefile *f, const struct pdf_result *r, struct err *e)
{
	size_t k = 0;
	for (size_t i = 0; i < f->n; i++) {
		if (!f->parts[i].gwdoc && !f->parts[i].picture)
			continue;
		if (k == r->ndocs || r->docs[k].first != f->parts[i].first)
			return err_set(e, ERR_SYSTEM, _("排出的页号与目录不符，没有导出：%s"), f->parts[i].title);
		k++;
	}
	return true;
}

bool casefile_to_pdf(struct casefile *f, struct err *e)
{
	struct paper paper = {0};
	struct pdf_options opt = options(f);
	struct pdf_result r;
	char *bytes, *marks = arena_alloc(f->arena, f->n + 1);
	const char **docs = arena_array(f->arena, const char *, f->n);
	size_t n = 0, *lengths = arena_array(f->arena, size_t, f->n);
	if (!casefile_front(f, e))
		return false;
	for (size_t i = 0; i < f->n; i++) {
		const struct casefile_part *p = &f->parts[i];
		if (!p->gwdoc && !p->picture)
			continue;
		marks[n] = p->copy ? '1' : '0';
		docs[n] = p->gwdoc ? p->gwdoc : p->picture;
		lengths[n++] = p->gwdoc ? strlen(p->gwdoc) : p->picture_len;
	}
	opt.marks = marks;
	opt.lengths = lengths;
	opt.folio = true;
	if (!paper_pdf_bytes(&paper, docs, n, &opt, f->arena, &bytes, &r, e) || !as_indexed(f, &r, e))
		return false;
	f->record.sha256 = arena_strdup(f->arena, r.sha256);
	return file_stage(f->wish->path, bytes, r.bytes, f->arena, &f->tmp, e);
}

/* --- a folder --------------------------------------------------------------------------------------------------------------------------- */

/* What no file system and no clerk trips over. */
static const char *file_name(struct casefile *f, size_t i, const char *ending)
{
	enum { NAME_BYTES = 120 };
	struct str s = str_new(f->arena);
	const char *title = text_clean(f->arena, f->parts[i].title, false);
	size_t used = 0;
	str_printf(&s, "%03zu-", i + 1);
	for (size_t n = strlen(title), at = 0; at < n && used < NAME_BYTES;) {
		uint32_t cp;
		size_t len = utf8_next(title + at, n - at, &cp);
		bool plain = cp > ' ' && cp != 0x3000 && cp != 0x7F && !(cp < 0x80 && strchr("/\\:*?\"<>|'`$", (int)cp));
		if (plain)
			str_addn(&s, title + at, len);
		else
			str_char(&s, '_');
		used += len;
		at += len;
	}
	str_printf(&s, ".%s", ending);
	return s.s;
}

/* The ending of an attached file's own name, when it is a plain one. */
static const char *ending_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
	size_t n = dot ? strlen(dot + 1) : 0;
	bool plain = n > 0 && n < 8 && strspn(dot + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == n;
	return plain ? dot + 1 : "bin";
}

static void name_all(struct casefile *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct casefile_part *p = &f->parts[i];
		if (i <= PART_INDEX || p->gwdoc)
			p->file = file_name(f, i, "pdf");
		else if (p->bytes)
			p->file = file_name(f, i, p->ending);
		else if (p->source && !p->fault)
			p->file = file_name(f, i, ending_of(p->source));
	}
}

struct listing {
	struct str csv, text, sums;
};

static void list(struct listing *l, struct casefile *f, size_t i, const unsigned char *hash, int64_t size)
{
	const struct casefile_part *p = &f->parts[i];
	char hex[HASH_HEX] = "";
	const char *bytes = p->file ? arena_printf(f->arena, "%lld", (long long)size) : "";
	const char *pages = p->pages == INT_NONE ? "" : arena_printf(f->arena, "%lld", (long long)p->pages);
	if (p->file)
		hash_hex(hash, hex);
	const char *const cells[] = {arena_printf(f->arena, "%zu", i + 1), p->title, p->number, p->day, pages, p->original, p->file, p->place, bytes,
		hex, p->fault};
	for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
		csv_cell(&l->csv, cells[c] ? cells[c] : "", c == 0, true);
	csv_end(&l->csv);
	str_printf(&l->text, "%3zu  %s%s%s%s%s\n", i + 1, p->title, p->number ? "  " : "", p->number ? p->number : "", p->day ? "  " : "",
		p->day ? p->day : "");
	if (p->file) {
		str_printf(&l->text, _("     %s，%s字节，SHA-256 %s\n"), p->file, bytes, hex);
		str_printf(&l->sums, "%s  %s\n", hex, p->file);
	} else {
		str_printf(&l->text, "     %s\n", p->fault ? p->fault : p->place ? p->place : _("没有登记存放处"));
	}
}

/* One part into the folder; says what it is there. */
static bool put(struct casefile *f, struct casefile_part *p, unsigned char hash[HASH_LEN], int64_t *size, struct err *e)
{
	struct paper paper = {0};
	struct pdf_options opt = options(f);
	struct pdf_result r;
	char *pdf;
	*size = 0;
	if (!p->file)
		return true;
	if (p->bytes) {
		hash_bytes(p->bytes, p->len, hash);
		*size = (int64_t)p->len;
		return folder_write(&f->folder, p->file, p->bytes, p->len, e);
	}
	if (p->source) {
		if (!folder_copy(&f->folder, p->file, p->source, hash, size, e))
			return false;
		return !memcmp(hash, p->hash, HASH_LEN) || err_set(e, ERR_SYSTEM, _("拷贝时文件变了，没有导出：%s"), p->title);
	}
	opt.copy = p->copy;
	if (!paper_pdf_bytes(&paper, &p->gwdoc, 1, &opt, f->arena, &pdf, &r, e))
		return false;
	if (r.pages != p->pages)
		return err_set(e, ERR_SYSTEM, _("排出的页数与目录不符，没有导出：%s"), p->title);
	hash_bytes(pdf, r.bytes, hash);
	*size = (int64_t)r.bytes;
	return folder_write(&f->folder, p->file, pdf, r.bytes, e);
}

static void head_lines(struct listing *l, const struct casefile *f)
{
	char iso[DAY_ISO];
	static const char *const names[] = {"no", "title", "number", "date", "pages", "original", "file", "place", "bytes", "sha256", "fault"};
	str_add(&l->csv, "\xEF\xBB\xBF"); /* a spreadsheet takes it for UTF-8 only so */
	for (size_t c = 0; c < sizeof names / sizeof *names; c++)
		csv_cell(&l->csv, names[c], c == 0, false);
	csv_end(&l->csv);
	str_printf(&l->text, _("案卷 %s，%s，%s 由 %s 导出\n理由：%s\n日志链头：%s\n核对：sha256sum -c SHA256SUMS\n\n"), f->c.matter.number, f->office->name,
		day_iso(desk_today(f->office->desk), iso), f->office->operator_name, f->wish->reason, f->head);
}

bool casefile_to_folder(struct casefile *f, struct err *e)
{
	struct listing l = {str_new(f->arena), str_new(f->arena), str_new(f->arena)};
	unsigned char hash[HASH_LEN];
	char hex[HASH_HEX];
	int64_t size;
	name_all(f);
	if (!casefile_front(f, e) || !folder_begin(f->wish->path, f->arena, &f->folder, e))
		return false;
	head_lines(&l, f);
	for (size_t i = 0; i < f->n; i++) {
		if (!put(f, &f->parts[i], hash, &size, e))
			return false;
		list(&l, f, i, hash, size);
	}
	hash_bytes(l.csv.s, l.csv.len, hash);
	str_printf(&l.sums, "%s  index.csv\n", hash_hex(hash, hex));
	hash_bytes(l.text.s, l.text.len, hash);
	str_printf(&l.sums, "%s  index.txt\n", hash_hex(hash, hex));
	hash_bytes(l.sums.s, l.sums.len, hash);
	f->record.sha256 = arena_strdup(f->arena, hash_hex(hash, hex));
	return folder_write(&f->folder, "index.csv", l.csv.s, l.csv.len, e) && folder_write(&f->folder, "index.txt", l.text.s, l.text.len, e) &&
		folder_write(&f->folder, "SHA256SUMS", l.sums.s, l.sums.len, e);
}
