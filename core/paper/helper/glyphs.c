/* Shaping and fitting of one atom. */
#include "paper/helper/draw.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"

enum { KEY_MAX = 128, SHAPED_MAX = 20000 }; /* layouts kept; then the cache starts anew */

static PangoFontDescription *font_of(struct drawing *d, enum role role, enum face face, double points)
{
	/* A face comes in several sizes: the head follows the length of the office's name, page numbers are not of one size. */
	if (d->fonts[role][face])
		pango_font_description_set_absolute_size(d->fonts[role][face], points * PANGO_SCALE);
	if (!d->fonts[role][face])
		d->fonts[role][face] = role_font(role, points);
	return d->fonts[role][face];
}

/* The characters of the text that its layout could not find a glyph for. With --stand-in each is drawn as 〓, else the text stays: nothing of it
 * will be delivered. */
static void report_missing(struct drawing *d, PangoLayout *layout, const char *s, size_t n)
{
	struct arena a = {0};
	struct str instead = str_new(&a);
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		pango_layout_set_text(layout, s + i, (int)len);
		if (pango_layout_get_unknown_glyphs_count(layout) > 0) {
			char doc[32], code[16], text[8] = {0};
			snprintf(doc, sizeof doc, "%zu", d->document);
			snprintf(code, sizeof code, "U+%04X", cp);
			memcpy(text, s + i, len);
			STATUS("missing", doc, code, text);
			d->missing++;
			str_add(&instead, N_("〓"));
		} else {
			str_addn(&instead, s + i, len);
		}
		i += len;
	}
	if (d->options->stand_in)
		pango_layout_set_text(layout, instead.s, (int)instead.len);
	else
		pango_layout_set_text(layout, s, (int)n);
	arena_free(&a);
}

static PangoLayout *shaped(struct drawing *d, enum role role, enum face face, double points, const char *s, size_t n)
{
	char key[KEY_MAX];
	int quarters = (int)(points * 4);
	/* Role, face and size in three bytes that are never 0, then the text; a text too long for the key is not kept. */
	bool keep = n + 4 < sizeof key;
	key[0] = (char)('A' + role);
	key[1] = (char)('A' + face);
	key[2] = (char)(quarters % 200 + 1);
	memcpy(key + 3, s, keep ? n : 0);
	key[keep ? n + 3 : 0] = '\0';
	PangoLayout *layout = keep ? g_hash_table_lookup(d->shaped, key) : NULL;
	if (layout)
		return g_object_ref(layout);
	if (g_hash_table_size(d->shaped) >= SHAPED_MAX)
		g_hash_table_remove_all(d->shaped);
	layout = pango_layout_new(d->context);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_font_description(layout, font_of(d, role, face, points));
	pango_layout_set_text(layout, s, (int)n);
	if (pango_layout_get_unknown_glyphs_count(layout) > 0)
		report_missing(d, layout, s, n);
	if (keep)
		g_hash_table_insert(d->shaped, g_strdup(key), g_object_ref(layout));
	return layout;
}

void draw_fitted(struct drawing *d, enum role role, enum face face, double points, const char *s, size_t n, bool fill, double x,
	double baseline, double width)
{
	PangoLayout *layout = shaped(d, role, face, points, s, n);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
	PangoRectangle box;
	pango_layout_line_get_extents(line, NULL, &box);
	double natural = (double)box.width / PANGO_SCALE;
	cairo_save(d->cr);
	if (natural > 0 && (natural > width * 1.001 || fill)) {
		cairo_translate(d->cr, x, baseline);
		cairo_scale(d->cr, width / natural, 1);
	} else {
		/* A short number stands in the middle of its columns; so does a mark that the font made narrow. */
		cairo_translate(d->cr, x + (width - natural) / 2, baseline);
	}
	cairo_move_to(d->cr, 0, 0);
	pango_cairo_show_layout_line(d->cr, line);
	cairo_restore(d->cr);
	g_object_unref(layout);
}
