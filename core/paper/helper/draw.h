/* draw.h — a laid-out document onto Cairo pages. Nothing here breaks a line: each atom is fitted into the columns it was given. */
#ifndef PAPER_HELPER_DRAW_H
#define PAPER_HELPER_DRAW_H

#include "paper/helper/fonts.h"
#include "paper/layout.h"
#include "paper/picture.h"

#define MM (72.0 / 25.4)
#define A4_WIDTH (210 * MM)
#define A4_HEIGHT (297 * MM)

struct glyph; /* one atom, shaped */

struct drawing {
	cairo_t *cr;
	PangoContext *context;
	const struct options *options;
	PangoFontDescription *fonts[ROLES][FACES]; /* made when first wanted */
	GHashTable *shaped;                        /* "role face text" → PangoLayout */
	double left, top, height;                  /* of the type area of the sheet being drawn, points */
	size_t missing;                            /* characters no font has, reported */
	size_t document;                           /* 1-based, for reports */
	bool envelope;                             /* the sheet is one */
	double below_rules;                        /* letter form: where its number stands, from the top of the sheet; 0 elsewhere */
	int pages;                                 /* drawn so far, of all documents */
};

void drawing_start(struct drawing *d, cairo_t *cr, const struct options *o);
void drawing_end(struct drawing *d);
/* All pages; each ends with cairo_show_page. On both sides of the sheets, a document that ends on a front leaves its back empty (`more`: another
 * one follows). */
void draw_layout(struct drawing *d, const struct layout *l, bool more);

/* picture.c: one page; false where it cannot be decoded. */
bool draw_picture(struct drawing *d, const struct picture *p);
/* draw.c: an A4 page with its caption and its number in the bundle. */
void draw_page_of_picture(struct drawing *d, const char *caption);

/* glyphs.c: shows one text in `width` points with its left edge at x; `fill`: a dash, stretched to all of it. */
void draw_fitted(struct drawing *d, enum role role, enum face face, double points, const char *s, size_t n, bool fill, double x,
	double baseline, double width);

#endif
