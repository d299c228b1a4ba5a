/* pdf PAGES < TEXT: the lines of TEXT on each of so many pages, one Pango layout a line, straight to a PDF on standard output that is
 * thrown away. The floor of drawing letters. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

static cairo_status_t drop(void *closure, const unsigned char *data, unsigned n)
{
	(void)closure, (void)data, (void)n;
	return CAIRO_STATUS_SUCCESS;
}

int main(int argc, char **argv)
{
	static char text[1 << 16];
	int pages = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 1;
	text[fread(text, 1, sizeof text - 1, stdin)] = '\0';
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(drop, NULL, 595, 842);
	cairo_t *cr = cairo_create(s);
	PangoLayout *layout = pango_cairo_create_layout(cr);
	PangoFontDescription *font = pango_font_description_from_string("Noto Serif CJK SC 16");
	pango_layout_set_font_description(layout, font);
	for (int page = 0; page < pages; page++) {
		double y = 105;
		for (const char *line = text; *line; y += 28.95) {
			size_t n = strcspn(line, "\n");
			pango_layout_set_text(layout, line, (int)n);
			cairo_move_to(cr, 79, y);
			pango_cairo_show_layout(cr, layout);
			line += n + (line[n] == '\n');
		}
		cairo_show_page(cr);
	}
	g_object_unref(layout);
	pango_font_description_free(font);
	cairo_destroy(cr);
	cairo_surface_finish(s);
	cairo_surface_destroy(s);
	return 0;
}
