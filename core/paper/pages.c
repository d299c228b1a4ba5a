/* Pieces onto pages. */
#include "paper/flow.h"

/* Deals the pieces onto pages of `rows` lines. `forced` begins a page. Returns the first signature that stands on a page
 * without any text above it, or npieces. */
static size_t deal(struct flow *f, int rows, const bool *forced, int *pages)
{
	int y = 0, page = 0, room = rows * LINE_UNITS;
	bool empty = true;
	size_t lonely = f->npieces;
	for (size_t i = 0; i < f->npieces; i++) {
		struct piece *p = &f->pieces[i];
		int gap = empty ? 0 : p->gap, height = p->height;
		if (p->keep && i + 1 < f->npieces)
			height += p[1].gap + p[1].height;
		if (!empty && (p->break_before || forced[i] || y + gap + height > room)) {
			page++;
			y = gap = 0;
			empty = true;
		}
		if (p->sign && empty && i > 0 && !p->break_before && lonely == f->npieces)
			lonely = i;
		p->page = page;
		p->y = y + gap;
		y = p->y + p->height;
		empty = false;
	}
	*pages = page + 1;
	return lonely;
}

/* Up to two more lines are put on each page (7.3.5.5 allows it) where that saves the only second page or keeps a signature from
 * standing alone; else two lines of text go with the signature. */
int flow_deal(struct flow *f, int *pages)
{
	bool *forced = arena_array(f->arena, bool, f->npieces + 1);
	bool lone = deal(f, PAGE_ROWS, forced, pages) < f->npieces;
	int usual = *pages;
	for (int rows = PAGE_ROWS + 1; rows <= PAGE_ROWS_MAX && (lone || usual == 2); rows++) {
		bool good = deal(f, rows, forced, pages) == f->npieces;
		if (good && (lone || *pages == 1))
			return rows;
	}
	size_t lonely;
	while ((lonely = deal(f, PAGE_ROWS, forced, pages)) < f->npieces) {
		size_t from = lonely >= 3 ? lonely - 2 : 1;
		if (lonely < 2 || forced[from])
			break;
		forced[from] = true;
	}
	return PAGE_ROWS;
}

void flow_fill(struct flow *f, struct layout *l)
{
	for (size_t i = 0; i < f->npieces; i++) {
		struct page *pg = &l->pages[f->pieces[i].page];
		pg->nlines += f->pieces[i].nlines;
		pg->nboxes += f->pieces[i].box.n > 0;
	}
	for (size_t i = 0; i < l->n; i++) {
		l->pages[i].lines = arena_array(f->arena, struct placed, l->pages[i].nlines + 1);
		l->pages[i].boxes = arena_array(f->arena, struct row_box, l->pages[i].nboxes + 1);
		l->pages[i].number = (int)i + 1;
		l->pages[i].nlines = l->pages[i].nboxes = 0;
	}
	for (size_t i = 0; i < f->npieces; i++) {
		const struct piece *p = &f->pieces[i];
		struct page *pg = &l->pages[p->page];
		for (size_t k = 0; k < p->nlines; k++) {
			struct placed *line = &pg->lines[pg->nlines++];
			*line = f->lines[p->line + k];
			line->y += p->y;
		}
		if (!p->box.n)
			continue;
		struct row_box *box = &pg->boxes[pg->nboxes++];
		*box = p->box;
		box->y = p->y;
		bool first = i == 0 || f->pieces[i - 1].page != p->page;
		box->top = p->row_first || first;
		if (first)
			box->open = NULL;
		/* The next row draws the rule between the two. */
		const struct piece *next = i + 1 < f->npieces ? &f->pieces[i + 1] : NULL;
		box->bottom = !next || next->page != p->page || !next->box.n || next->block != p->block;
	}
}
