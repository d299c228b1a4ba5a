/* Frozen letters to bytes: PDF through gwgk-paper, text as UTF-8 or GB18030. Nothing here writes to the office file. */
#include <string.h>

#include "base/encoding.h"
#include "base/hash.h"
#include "base/str.h"
#include "base/text.h"
#include "office/letter_send.h"
#include "office/setting.h"
#include "paper/grid.h"
#include "paper/render.h"
#include "paper/serial.h"

enum paper_head letter_head(struct office *o, struct arena *a)
{
	const char *head = setting_get(o, "printer_head", DAY_NONE, a);
	if (head && strcmp(head, "red") == 0)
		return HEAD_RED;
	return head && strcmp(head, "none") == 0 ? HEAD_NONE : HEAD_BLACK;
}

struct paper_shift letter_shift(struct office *o, struct arena *a)
{
	struct paper_shift s;
	const char *set = setting_get(o, "printer_offset", DAY_NONE, a);
	return set && paper_shift_parse(set, &s) ? s : (struct paper_shift){0};
}

/* Noon in China of the letter's date: the same letter gives the same file. */
static int64_t created_on(daynum d)
{
	return (int64_t)d * 86400 + 4 * 3600;
}

static bool render_pdf(struct office *o, const char *const *docs, size_t n, daynum on, unsigned how, struct arena *a, struct letter_output *out,
	struct err *e)
{
	struct paper paper = {.progress = o->desk->progress};
	struct pdf_options opt = {.head = letter_head(o, a), .shift = letter_shift(o, a), .copy = how & LETTER_COPY, .duplex = (how & LETTER_DUPLEX) != 0,
		.created = created_on(on)};
	struct pdf_result r;
	char *bytes;
	if (!paper_pdf_bytes(&paper, docs, n, &opt, a, &bytes, &r, e))
		return false;
	out->bytes = bytes;
	out->len = r.bytes;
	out->record.renderer = r.renderer;
	out->record.pages = r.pages;
	out->ranges = r.docs;
	return true;
}

/* What the target cannot carry is told before a sheet is used. */
static bool encode(const char *text, enum letter_target target, const struct text_profile *profile, struct arena *a, struct letter_output *out, struct err *e)
{
	struct unmappable *bad;
	size_t nbad, len;
	char *bytes;
	if (target == LETTER_TEXT) {
		out->bytes = text;
		out->len = strlen(text);
		return true;
	}
	encoding_write(text, profile->charset, a, &bytes, &len, &bad, &nbad);
	if (nbad)
		return err_set(e, ERR_INPUT, _("第%d行有打印机字符集不能表示的字符 U+%04X：%s"), bad[0].line, (unsigned)bad[0].cp, bad[0].context);
	out->bytes = bytes;
	out->len = len;
	return true;
}

static bool render_text(struct office *o, const char *const *docs, size_t n, enum letter_target target, unsigned how, struct arena *a, struct letter_output *out,
	struct err *e)
{
	struct text_profile profile;
	struct str all = str_new(a);
	if (!letter_profile(o, a, &profile, e))
		return false;
	out->record.pages = 0;
	out->ranges = arena_array(a, struct page_range, n + 1);
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;
		struct doc *doc;
		if (!doc_parse(docs[i], strlen(docs[i]), &at, a, &doc, e))
			return false;
		struct layout *l = layout_doc(doc, a);
		out->ranges[i] = (struct page_range){.first = (int)out->record.pages + 1, .last = (int)out->record.pages + (int)l->n};
		out->record.pages += (int64_t)l->n;
		if (how & LETTER_COPY)
			str_printf(&all, "%s\r\n", _("【副本】"));
		str_add(&all, text_doc(l, &profile, a));
	}
	return encode(all.s, target, &profile, a, out, e);
}

static void finish(struct letter_output *out, enum letter_target target, struct arena *a)
{
	static const char *const names[] = {"pdf", "text", "gb18030"};
	unsigned char hash[HASH_LEN];
	char hex[HASH_HEX];
	hash_bytes(out->bytes, out->len, hash);
	out->record.target = names[target];
	out->record.output = arena_strdup(a, hash_hex(hash, hex));
	out->record.state = "done";
	if (target != LETTER_PDF)
		out->record.renderer = target == LETTER_GB18030 ? "gwgk text gb18030" : "gwgk text";
}

bool letter_render(struct office *o, const int64_t *ids, size_t n, enum letter_target target, unsigned how, struct arena *a,
	struct letter_output *out, struct err *e)
{
	const char **docs = arena_array(a, const char *, n + 1);
	daynum on = 0;
	*out = (struct letter_output){.record = {.pages = INT_NONE}};
	for (size_t i = 0; i < n; i++) {
		struct letter l;
		if (!letter_load(o, ids[i], a, &l, e))
			return false;
		docs[i] = l.doc;
		on = l.date > on ? l.date : on;
	}
	bool done = target == LETTER_PDF ? render_pdf(o, docs, n, on, how, a, out, e) : render_text(o, docs, n, target, how, a, out, e);
	if (done)
		finish(out, target, a);
	return done;
}

bool letter_render_docs(struct office *o, struct doc *const *docs, size_t n, enum letter_target target, unsigned how, struct arena *a,
	struct letter_output *out, struct err *e)
{
	const char **text = arena_array(a, const char *, n + 1);
	*out = (struct letter_output){.record = {.pages = INT_NONE}};
	for (size_t i = 0; i < n; i++)
		text[i] = doc_serial(docs[i], a, NULL);
	bool done = target == LETTER_PDF ? render_pdf(o, text, n, desk_today(o->desk), how, a, out, e) :
		render_text(o, text, n, target, how, a, out, e);
	if (done)
		finish(out, target, a);
	return done;
}

bool letter_render_doc(struct office *o, const struct doc *doc, enum letter_target target, struct arena *a, struct letter_output *out,
	struct err *e)
{
	struct doc *one = (void *)(uintptr_t)doc;
	return letter_render_docs(o, &one, 1, target, 0, a, out, e);
}
