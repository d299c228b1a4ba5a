/* A scanned paper on a page of its own. A JPEG goes into the PDF as it is; a PNG is decoded. */
#include "paper/helper/draw.h"

#include <cairo-pdf.h>
#include <string.h>

static const double page_left = 20 * MM, page_top = 25 * MM, page_width = 170 * MM, page_height = 250 * MM;

struct source {
	const char *bytes;
	size_t n, at;
};

static cairo_status_t take(void *from, unsigned char *to, unsigned int n)
{
	struct source *s = from;
	if (n > s->n - s->at)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, s->bytes + s->at, n);
	s->at += n;
	return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *surface_of(const struct picture *p)
{
	struct source s = {.bytes = p->bytes, .n = p->n};
	if (!p->jpeg)
		return cairo_image_surface_create_from_png_stream(take, &s);
	/* Its dots are never looked at. */
	cairo_surface_t *made = cairo_image_surface_create(CAIRO_FORMAT_RGB24, p->width, p->height);
	cairo_surface_set_mime_data(made, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)p->bytes, p->n, NULL, NULL);
	return made;
}

bool draw_picture(struct drawing *d, const struct picture *p)
{
	cairo_surface_t *surface = surface_of(p);
	bool good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	if (good) {
		double w = p->turn % 2 ? p->height : p->width, h = p->turn % 2 ? p->width : p->height;
		double scale = page_width / w < page_height / h ? page_width / w : page_height / h;
		scale = scale < 0.75 ? scale : 0.75; /* 96 dots an inch at least */
		draw_page_of_picture(d, p->caption);
		cairo_save(d->cr);
		cairo_translate(d->cr, page_left + page_width / 2, page_top + h * scale / 2);
		cairo_rotate(d->cr, p->turn * G_PI / 2);
		cairo_scale(d->cr, scale, scale);
		cairo_set_source_surface(d->cr, surface, -p->width / 2.0, -p->height / 2.0);
		cairo_paint(d->cr);
		cairo_restore(d->cr);
		cairo_show_page(d->cr);
	}
	cairo_surface_destroy(surface);
	return good;
}
