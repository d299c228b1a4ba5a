#include "paper/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "paper/child.h"

enum { RENDER_MS = 20000, RENDER_MS_EACH = 100 };

static const char *head_word(enum paper_head h)
{
	return h == HEAD_NONE ? "none" : h == HEAD_BLACK ? "black" : "red";
}

/* What the program said about its pages and fonts. */
static bool read_result(const struct child *c, size_t ndocs, struct arena *a, struct pdf_result *r, struct err *e)
{
	struct status_line l;
	struct str fonts = str_new(a), missing = str_new(a);
	char sum[HASH_HEX];
	unsigned char digest[HASH_LEN];
	bool done = false;
	*r = (struct pdf_result){.renderer = "", .docs = arena_array(a, struct page_range, ndocs), .bytes = c->out.len};
	hash_bytes(c->out.s, c->out.len, digest);
	memcpy(r->sha256, hash_hex(digest, sum), HASH_HEX);
	for (size_t at = 0; status_next(c, &at, &l);) {
		if (!strcmp(l.word[0], "page") && r->ndocs < ndocs) {
			r->docs[r->ndocs++] = (struct page_range){.first = status_int(&l, 2), .last = status_int(&l, 3)};
			r->pages = status_int(&l, 3);
		} else if (!strcmp(l.word[0], "renderer")) {
			r->renderer = arena_strdup(a, l.word[1]);
		} else if (!strcmp(l.word[0], "font")) {
			str_printf(&fonts, "%s%s=%s", fonts.len ? "; " : "", l.word[1], l.word[2]);
		} else if (!strcmp(l.word[0], "missing") && !strstr(missing.s, l.word[2])) {
			str_printf(&missing, missing.len ? _("、%s %s") : "%s %s", l.word[3], l.word[2]);
		} else if (!strcmp(l.word[0], "done")) {
			done = !strcmp(l.word[1], r->sha256);
		}
	}
	r->fonts = fonts.s;
	r->missing = missing.len ? missing.s : NULL;
	return (done && r->ndocs == ndocs) || err_set(e, ERR_SYSTEM, _("排好的文书没有收完整，请再试一次"));
}

static bool millimetres(const char **s, int *out)
{
	const char *p = *s + strspn(*s, " ");
	bool minus = *p == '-';
	p += *p == '-' || *p == '+';
	int value = 0, digits = 0;
	for (; *p >= '0' && *p <= '9' && digits < 3; p++, digits++)
		value = value * 10 + (*p - '0');
	value *= 100;
	if (*p == '.' && p[1] >= '0' && p[1] <= '9') {
		value += (p[1] - '0') * 10;
		p += 2;
		if (*p >= '0' && *p <= '9')
			value += *p++ - '0';
	}
	*out = minus ? -value : value;
	*s = p + strspn(p, " ");
	return digits > 0 && value <= 2000;
}

bool paper_shift_parse(const char *text, struct paper_shift *out)
{
	static const char *const wide = N_("，");
	*out = (struct paper_shift){0};
	if (!millimetres(&text, &out->right))
		return false;
	size_t comma = *text == ',' ? 1 : strncmp(text, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
	text += comma;
	return comma && millimetres(&text, &out->down) && !*text;
}

bool paper_pdf_bytes(const struct paper *p, const char *const *gwdocs, size_t n, const struct pdf_options *opt, struct arena *a, char **pdf,
	struct pdf_result *out, struct err *e)
{
	const char *args[24] = {"pdf", "--head", head_word(opt->head), "--created", arena_printf(a, "%lld", (long long)opt->created)};
	size_t nargs = 5;
	struct pdf_result unwanted;
	if (opt->copy)
		args[nargs++] = "--copy";
	if (opt->seal_ring)
		args[nargs++] = "--ring";
	if (opt->stand_in)
		args[nargs++] = "--stand-in";
	if (opt->folio)
		args[nargs++] = "--folio";
	if (opt->marks) {
		args[nargs++] = "--marks";
		args[nargs++] = opt->marks;
	}
	if (opt->shift.right || opt->shift.down) {
		args[nargs++] = "--shift";
		args[nargs++] = arena_printf(a, "%d,%d", opt->shift.right, opt->shift.down);
	}
	if (opt->duplex)
		args[nargs++] = "--duplex";
	if (opt->rulers)
		args[nargs++] = "--rulers";
	child_common(p, a, args, &nargs);
	size_t *lengths = arena_array(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++)
		lengths[i] = opt->lengths ? opt->lengths[i] : strlen(gwdocs[i]);
	struct child c = {.args = args, .in = gwdocs, .inlen = lengths, .nin = n, .docs = n, .arena = a};
	c.timeout_ms = p->render_ms ? p->render_ms : RENDER_MS + RENDER_MS_EACH * (int)(n < 100000 ? n : 100000);
	if (!child_run(p, &c, e) || !child_check(&c, _("排版"), e))
		return false;
	*pdf = c.out.s;
	return read_result(&c, n, a, out ? out : &unwanted, e);
}

bool paper_pdf(const struct paper *p, const char *const *gwdocs, size_t n, const struct pdf_options *opt, const char *path,
	struct arena *a, struct pdf_result *out, struct err *e)
{
	struct arena own = {0};
	char *pdf;
	struct pdf_result unwanted;
	/* The PDF itself is not kept in the caller's arena. */
	bool done = paper_pdf_bytes(p, gwdocs, n, opt, &own, &pdf, out ? out : &unwanted, e) && file_write(path, pdf, out ? out->bytes : unwanted.bytes, e);
	if (done && out) {
		out->docs = arena_memdup(a, out->docs, (n ? n : 1) * sizeof *out->docs);
		out->renderer = arena_strdup(a, out->renderer);
		out->fonts = arena_strdup(a, out->fonts);
	}
	arena_free(&own);
	return done;
}

bool paper_fonts(const struct paper *p, struct arena *a, struct font_role **out, size_t *n, struct err *e)
{
	const char *args[8] = {"fonts"};
	size_t nargs = 1, at = 0;
	struct status_line l;
	child_common(p, a, args, &nargs);
	struct child c = {.args = args, .arena = a, .timeout_ms = p->render_ms ? p->render_ms : RENDER_MS};
	if (!child_run(p, &c, e) || !child_check(&c, _("检查字体"), e))
		return false;
	*out = arena_array(a, struct font_role, 16);
	for (*n = 0; *n < 16 && status_next(&c, &at, &l);) {
		if (!strcmp(l.word[0], "font"))
			(*out)[(*n)++] = (struct font_role){.role = l.word[1], .family = l.word[2], .file = l.word[3],
				.own = !strcmp(l.word[4], "own"), .usable = strcmp(l.word[4], "none") != 0};
	}
	return true;
}

bool paper_xlsx(const struct paper *p, const char *tsv, const char *sheet, const char *path, struct err *e)
{
	struct arena a = {0};
	const char *args[] = {"xlsx", sheet, NULL};
	const char *in[] = {tsv};
	size_t length[] = {strlen(tsv)};
	struct child c = {.args = args, .in = in, .inlen = length, .nin = 1, .arena = &a};
	c.timeout_ms = p->render_ms ? p->render_ms : RENDER_MS * 3;
	bool done = child_run(p, &c, e) && child_check(&c, _("写电子表格"), e) && file_write(path, c.out.s, c.out.len, e);
	arena_free(&a);
	return done;
}
