/* Documents in, one PDF out. The PDF is made in memory: Cairo tells of a full disk only at the end, and leaves half a file. */
#include "paper/helper/draw.h"

#include <cairo-pdf.h>

#include "base/desk.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "paper/serial.h"

static cairo_status_t append(void *to, const unsigned char *data, unsigned int n)
{
	str_addn(to, (const char *)data, n);
	return CAIRO_STATUS_SUCCESS;
}

void drawing_start(struct drawing *d, cairo_t *cr, const struct options *o)
{
	*d = (struct drawing){.cr = cr, .options = o};
	cairo_font_options_t *fo = cairo_font_options_create();
	cairo_font_options_set_hint_style(fo, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(fo, CAIRO_HINT_METRICS_OFF);
	d->context = pango_cairo_create_context(cr);
	pango_cairo_context_set_font_options(d->context, fo);
	pango_cairo_context_set_resolution(d->context, 72);
	pango_context_set_round_glyph_positions(d->context, FALSE);
	/* Without the language Han characters may come out in Japanese shapes. */
	pango_context_set_language(d->context, pango_language_from_string("zh-cn"));
	pango_context_set_base_dir(d->context, PANGO_DIRECTION_LTR);
	cairo_font_options_destroy(fo);
	d->shaped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
}

void drawing_end(struct drawing *d)
{
	g_hash_table_destroy(d->shaped);
	g_object_unref(d->context);
	for (int r = 0; r < ROLES; r++) {
		for (int f = 0; f < FACES; f++) {
			if (d->fonts[r][f])
				pango_font_description_free(d->fonts[r][f]);
		}
	}
}

static void set_metadata(cairo_surface_t *surface, const struct options *o)
{
	char when[INSTANT_LEN];
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant_utc(o->created, when));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "gwgk");
}

/* The document or picture at *at; *pages: how many it takes. */
static bool draw_one(struct drawing *d, const char *data, size_t n, size_t *at, int *pages, struct err *why)
{
	struct arena arena = {0};
	struct picture picture;
	struct doc *doc;
	bool done;
	if (picture_next(data, n, at, &arena, &picture)) {
		*pages = 1;
		done = draw_picture(d, &picture) || err_set(why, ERR_INPUT, _("图像读不出来：%s"), picture.caption);
	} else if ((done = doc_parse(data, n, at, &arena, &doc, why))) {
		const struct layout *l = layout_doc(doc, &arena);
		*pages = (int)l->n;
		draw_layout(d, l, *at < n);
	}
	arena_free(&arena);
	return done;
}

/* Draws all of the input; false with `why` where a part cannot be read. */
static bool draw_all(struct drawing *d, const char *data, size_t n, struct err *why)
{
	for (size_t at = 0; at < n;) {
		char first[16], last[16], number[32];
		int page = d->pages, pages;
		d->document++;
		if (!draw_one(d, data, n, &at, &pages, why))
			return false;
		snprintf(number, sizeof number, "%zu", d->document);
		snprintf(first, sizeof first, "%d", page + 1);
		snprintf(last, sizeof last, "%d", page + pages);
		STATUS("page", number, first, last);
	}
	return d->pages > 0 || err_set(why, ERR_SYSTEM, _("没有要排版的文书"));
}

static bool report_fonts(const struct options *o)
{
	char renderer[128];
	snprintf(renderer, sizeof renderer, "gwgk-paper 1 cairo %s pango %s", cairo_version_string(), pango_version_string());
	STATUS("renderer", renderer);
	return fonts_report(o);
}

static int deliver(const struct str *pdf)
{
	unsigned char digest[HASH_LEN];
	char hex[HASH_HEX], size[32];
	hash_bytes(pdf->s, pdf->len, digest);
	snprintf(size, sizeof size, "%zu", pdf->len);
	if (!file_write_all(1, pdf->s, pdf->len))
		return refuse("SYSTEM", _("排好的文书送不出去"));
	STATUS("done", hash_hex(digest, hex), size);
	return 0;
}

int mode_pdf(const struct options *o)
{
	char *data;
	size_t n;
	struct err why = {0};
	struct str pdf = str_new(o->arena);
	if (!read_input(o->arena, &data, &n))
		return refuse("SYSTEM", _("读不到要排版的文书"));
	if (!fonts_open(o))
		return refuse("SYSTEM", _("字体配置不能用"));
	if (!report_fonts(o)) {
		fonts_close();
		return refuse("NO_FONT", _("这台机器没有能印汉字的字体，请安装中文字体（如 fonts-noto-cjk），或者把仿宋等字体放进字体文件夹"));
	}
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, &pdf, A4_WIDTH, A4_HEIGHT);
	set_metadata(surface, o);
	cairo_t *cr = cairo_create(surface);
	struct drawing d;
	drawing_start(&d, cr, o);
	bool drawn = draw_all(&d, data, n, &why);
	drawing_end(&d);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	cairo_status_t state = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	fonts_close();
	if (!drawn)
		return refuse("INPUT", why.text);
	if (state != CAIRO_STATUS_SUCCESS)
		return refuse("SYSTEM", cairo_status_to_string(state));
	if (d.missing && !o->stand_in)
		return refuse("MISSING_GLYPH", _("有的字没有字体能印出"));
	return deliver(&pdf);
}
