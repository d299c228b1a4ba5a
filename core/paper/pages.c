/* Pieces onto pages. */
#include "paper/flow.h"

enum { BOND_MOST = 3, SIGN_TEXT = 2 }; /* joined rows of a third of a page stay together; lines of text that go with a signature */
enum { WASTE_MOST = 4 };               /* a quarter of a page may stay empty rather than a row that fits the next one be parted */

struct dealing {
	struct flow *f;
	int room, y, page;
	size_t on_page, texts; /* pieces and lines of text on this page */
};

static int lines_up(int y)
{
	return (y + LINE_UNITS - 1) / LINE_UNITS * LINE_UNITS;
}

static int head_height(const struct flow *f, const struct piece *p)
{
	int height = 0;
	for (size_t i = 0; i < p->nhead; i++)
		height += f->pieces[p->head + i].height;
	return height;
}

static int place_of(const struct dealing *d, const struct piece *p)
{
	int y = d->on_page ? d->y + p->gap : 0;
	return p->snap ? lines_up(y) : y;
}

/* A part of a row that is not its first. */
static bool goes_on(const struct piece *p)
{
	return p->box.n > 0 && !p->row_first;
}

/* How much must fit below `y` for piece `i` to stand on this page. A long row is parted where much of the page would stay empty without it. */
static int wanted(const struct dealing *d, size_t i, int y)
{
	const struct piece *p = &d->f->pieces[i];
	int height = p->height;
	if (p->keep && i + 1 < d->f->npieces)
		height += p[1].gap + p[1].height;
	if (i + 1 < d->f->npieces && goes_on(&p[1]))
		height += CELL_PAD_UNITS / 2;
	if (p->bond > height && p->bond <= d->room / BOND_MOST)
		height = p->bond;
	if (p->whole > height && p->whole <= d->room - head_height(d->f, p) && d->room - y < d->room / WASTE_MOST)
		height = p->whole;
	return height;
}

static void new_page(struct dealing *d, struct piece *p)
{
	d->page++;
	d->y = 0;
	d->on_page = d->texts = 0;
	p->repeat = p->nhead > 0;
	if (p->repeat)
		d->y = head_height(d->f, p);
	if (goes_on(p))
		d->y += CELL_PAD_UNITS / 2;
}

/* Deals the pieces onto pages of `rows` lines. `forced` begins a page. Returns the first signature, attachment or note that stands
 * on a page with less than two lines of text (or of a table) above it, or npieces. */
static size_t deal(struct flow *f, int rows, const bool *forced, int *pages)
{
	struct dealing d = {.f = f, .room = rows * LINE_UNITS};
	size_t lonely = f->npieces;
	for (size_t i = 0; i < f->npieces; i++) {
		struct piece *p = &f->pieces[i];
		p->repeat = false;
		int y = place_of(&d, p);
		if (d.on_page && (p->break_before || forced[i] || y + wanted(&d, i, y) > d.room)) {
			new_page(&d, p);
			y = d.y;
		}
		if (p->tail && d.texts < SIGN_TEXT && d.page > 0 && !p->break_before && lonely == f->npieces)
			lonely = i;
		if (p->foot && y + p->height < d.room)
			y = d.room - p->height;
		p->page = d.page;
		p->y = y;
		d.y = y + p->height;
		d.on_page++;
		d.texts += p->text;
	}
	*pages = d.page + 1;
	return lonely;
}

static bool is_form(const struct flow *f)
{
	for (size_t i = 0; i < f->doc->n; i++)
		if (f->doc->blocks[i].kind == BLOCK_TABLE)
			return !f->letter_head;
	return false;
}

/* Where the signature's page begins, so that two lines of text stand on it. A paragraph's first line is not left behind alone, nor are
 * joined rows parted that would stay together elsewhere. 0: there is no such place. */
static size_t page_start(const struct flow *f, size_t sign)
{
	size_t from = sign, texts = 0;
	while (from > 0 && texts < SIGN_TEXT)
		texts += f->pieces[--from].text;
	while (from > 0 && f->pieces[from].group != from && f->pieces[f->pieces[from].group].bond <= PAGE_ROWS * LINE_UNITS / BOND_MOST)
		from = f->pieces[from].group;
	if (from >= 2 && f->pieces[from].snap && f->pieces[from - 1].block == f->pieces[from].block && f->pieces[from - 2].block != f->pieces[from].block)
		from--;
	return from;
}

/* One page, the lines closer together where the words need it. */
static int deal_envelope(struct flow *f, const bool *forced, int *pages)
{
	for (int rows = f->size->rows; rows < f->size->rows_max; rows++) {
		deal(f, rows, forced, pages);
		if (*pages == 1)
			return rows;
	}
	deal(f, f->size->rows_max, forced, pages);
	return f->size->rows_max;
}

/* Up to two more lines are put on each page (7.3.5.5 allows it) where that saves the only second page or keeps a signature from
 * standing alone; else two lines of text go with the signature. */
int flow_deal(struct flow *f, int *pages)
{
	bool *forced = arena_array(f->arena, bool, f->npieces + 1);
	if (f->size != paper_size_a4())
		return deal_envelope(f, forced, pages);
	bool lone = deal(f, PAGE_ROWS, forced, pages) < f->npieces;
	int usual = *pages, most = is_form(f) ? FORM_ROWS_MAX : PAGE_ROWS_MAX;
	for (int rows = PAGE_ROWS + 1; rows <= most && (lone || usual == 2); rows++) {
		bool good = deal(f, rows, forced, pages) == f->npieces;
		if (good && (*pages == 1 || (lone && rows <= PAGE_ROWS_MAX)))
			return rows;
	}
	size_t lonely;
	while ((lonely = deal(f, PAGE_ROWS, forced, pages)) < f->npieces) {
		size_t from = page_start(f, lonely);
		if (from == 0 || forced[from])
			break;
		forced[from] = true;
	}
	return PAGE_ROWS;
}

/* --- onto the pages ------------------------------------------------------------------------------------------------------- */

static void put_lines(const struct flow *f, const struct piece *p, int y, struct page *pg)
{
	bool whole = f->pieces[p->group].page == f->pieces[p->group_end ? p->group_end - 1 : p->group].page;
	for (size_t k = 0; k < p->nlines; k++) {
		struct placed *line = &pg->lines[pg->nlines++];
		*line = f->lines[p->line + k];
		line->y += y;
		if (!whole)
			line->drop = 0;
	}
}

/* The heading of a table once more, above the rows that go on here. */
static void put_heading(const struct flow *f, const struct piece *p, struct page *pg)
{
	int y = 0;
	for (size_t i = 0; i < p->nhead; i++) {
		const struct piece *h = &f->pieces[p->head + i];
		put_lines(f, h, y, pg);
		struct row_box *box = &pg->boxes[pg->nboxes++];
		*box = h->box;
		box->y = y;
		box->top = true;
		y += h->height;
	}
}

static void put_box(const struct flow *f, size_t i, struct page *pg)
{
	const struct piece *p = &f->pieces[i], *next = i + 1 < f->npieces ? p + 1 : NULL;
	struct row_box *box = &pg->boxes[pg->nboxes++];
	bool first = i == 0 || p[-1].page != p->page;
	*box = p->box;
	box->y = p->y;
	box->top = p->row_first || first;
	if (first)
		box->open = NULL;
	/* A row that a page break parts has room above and below its lines there too. */
	int pad = CELL_PAD_UNITS / 2;
	if (first && goes_on(p)) {
		box->y -= pad;
		box->pad += pad;
		box->height += pad;
	}
	if (next && goes_on(next) && next->page != p->page)
		box->height += pad;
	/* The next row draws the rule between the two. */
	box->bottom = !next || next->page != p->page || !next->box.n || next->block != p->block;
}

static void count_piece(const struct flow *f, const struct piece *p, struct layout *l)
{
	struct page *pg = &l->pages[p->page];
	pg->nlines += p->nlines;
	pg->nboxes += p->box.n > 0;
	for (size_t i = 0; p->repeat && i < p->nhead; i++) {
		pg->nlines += f->pieces[p->head + i].nlines;
		pg->nboxes++;
	}
}

void flow_fill(struct flow *f, struct layout *l)
{
	for (size_t i = 0; i < f->npieces; i++)
		count_piece(f, &f->pieces[i], l);
	for (size_t i = 0; i < l->n; i++) {
		l->pages[i].lines = arena_array(f->arena, struct placed, l->pages[i].nlines + 1);
		l->pages[i].boxes = arena_array(f->arena, struct row_box, l->pages[i].nboxes + 1);
		l->pages[i].number = (int)i + 1;
		l->pages[i].nlines = l->pages[i].nboxes = 0;
	}
	for (size_t i = 0; i < f->npieces; i++) {
		const struct piece *p = &f->pieces[i];
		struct page *pg = &l->pages[p->page];
		if (p->repeat)
			put_heading(f, p, pg);
		put_lines(f, p, p->y, pg);
		if (p->box.n)
			put_box(f, i, pg);
	}
}
