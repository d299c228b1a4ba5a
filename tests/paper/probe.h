/* probe.h — what a PDF really holds: its text, its fonts and its ink, asked of programs that are not ours (poppler). */
#ifndef TESTS_PAPER_PROBE_H
#define TESTS_PAPER_PROBE_H

#include <stdbool.h>
#include <stddef.h>

/* Standard output of a program of the system, NUL-terminated; *n may be NULL. It must succeed. */
char *probe_output(const char *const *argv, size_t *n);
/* Without white space of any width. */
char *probe_squeezed(const char *s);
/* Its characters in order of their codes: for tables, whose cells a page shows side by side. */
char *probe_sorted(const char *s);
/* The text of some pages, white space taken out. */
char *probe_text(const char *pdf, int first, int last);

enum { PROBE_DPI = 72 }; /* one dot is one point */

/* One page as grey dots, 0 black. */
struct raster {
	int width, height;
	const unsigned char *grey;
};

/* Pages first … last, in order. */
void probe_pages(const char *pdf, int first, int last, struct raster *out);
/* Millimetres from the left or the upper edge as dots. */
int probe_mm(double mm);
/* Is there ink in columns [x1, x2) of rows [y1, y2)? */
bool probe_ink(const struct raster *r, int x1, int x2, int y1, int y2);
/* Every subset of a font is embedded, none is made up by the renderer; returns how many there are. */
size_t probe_fonts(const char *pdf);

#endif
