/* From blocks to pieces (a line, a title, the signature with its date), and the whole. */
#include "paper/flow.h"

#include <string.h>

enum { SIGN_GAP = 2 * LINE_UNITS, TITLE_LINE_UNITS = 26, TITLE_GAP = 14, TITLE_LINES_MOST = 8 }; /* TITLE_GAP: at least, below a title */

struct piece *piece_add(struct flow *f, int height)
{
	f->pieces = arena_grow(f->arena, f->pieces, f->npieces, &f->cap_pieces, sizeof *f->pieces);
	struct piece *p = &f->pieces[f->npieces++];
	size_t at = f->npieces - 1;
	*p = (struct piece){.group = at, .block = f->block, .line = f->nlines, .height = height, .gap = f->gap, .break_before = f->break_before, .text = true,
		.snap = f->doc->blocks[f->block].kind != BLOCK_TABLE};
	f->gap = 0;
	f->break_before = false;
	return p;
}

struct placed *line_add(struct flow *f, struct piece *p, struct text_line text, enum face face)
{
	f->lines = arena_grow(f->arena, f->lines, f->nlines, &f->cap_lines, sizeof *f->lines);
	struct placed *l = &f->lines[f->nlines++];
	*l = (struct placed){.kind = f->doc->blocks[f->block].kind, .face = face, .text = text, .block = f->block,
		.height = LINE_UNITS};
	p->nlines++;
	return l;
}

/* --- blocks ----------------------------------------------------------------------------------------------------------- */

/* Lines of running text, each a piece of its own. */
static void put_text(struct flow *f, const char *s, enum face face, int indent, int hang)
{
	struct text_line *lines;
	size_t n;
	text_break(s, BODY_COLUMNS - indent, BODY_COLUMNS - hang, true, f->arena, &lines, &n);
	for (size_t i = 0; i < n; i++) {
		struct placed *l = line_add(f, piece_add(f, LINE_UNITS), lines[i], face);
		l->x = i ? hang : indent;
		l->limit = BODY_COLUMNS - l->x;
	}
}

/* A row of boxes: a box that begins a line stands under the first one, its words hang; the row is not parted from its last line. */
static void put_choice(struct flow *f, const char *s)
{
	size_t first = f->npieces;
	put_text(f, s, FACE_BODY, 4, 6);
	for (size_t i = first; i < f->npieces; i++) {
		struct placed *l = &f->lines[f->pieces[i].line];
		uint32_t cp = l->text.n ? l->text.atoms[0].first : 0;
		if (cp == 0x25A1 || cp == 0x2611 || cp == 0x2610)
			l->x = 4;
		f->pieces[i].keep = i + 1 < f->npieces;
	}
}

static struct text_line one_line(struct flow *f, const char *s)
{
	struct text_line *lines;
	size_t n;
	text_break(s, 1 << 20, 1 << 20, false, f->arena, &lines, &n);
	return lines[0];
}

static void put_para(struct flow *f, const struct block *b)
{
	size_t first = f->npieces;
	switch (b->level) {
	case PARA_HEI: put_text(f, b->text, FACE_HEI, 4, 0); break;
	case PARA_KAI: put_text(f, b->text, FACE_KAI, 4, 0); break;
	case PARA_FLUSH: put_text(f, b->text, FACE_BODY, 0, 0); break;
	case PARA_CENTRE: {
		struct text_line *lines;
		size_t n;
		text_break(b->text, BODY_COLUMNS, BODY_COLUMNS, true, f->arena, &lines, &n);
		for (size_t i = 0; i < n; i++)
			line_add(f, piece_add(f, LINE_UNITS), lines[i], FACE_BODY)->align = ALIGN_CENTRE;
		break;
	}
	default: put_text(f, b->text, FACE_BODY, 4, 0);
	}
	for (size_t i = first; i < f->npieces; i++)
		f->pieces[i].keep = b->level == PARA_HEI || b->level == PARA_KAI;
}

static void put_head(struct flow *f, const char *s)
{
	if (f->npieces == 0)
		f->letter_head = true;
	struct placed *l = line_add(f, piece_add(f, LINE_UNITS), one_line(f, s), FACE_HEAD);
	l->align = ALIGN_CENTRE;
}

/* Under the red rule the number stands at the right edge (GB/T 9704-2012 10.1); under a title it is centred. */
static void put_number(struct flow *f, const char *s)
{
	bool below_title = f->titled, envelope = f->size != paper_size_a4();
	struct text_line *lines;
	size_t n;
	f->gap = below_title ? f->gap : 0;
	text_break(s, BODY_COLUMNS, BODY_COLUMNS, false, f->arena, &lines, &n);
	for (size_t i = 0; i < n; i++)
		line_add(f, piece_add(f, LINE_UNITS), lines[i], FACE_BODY)->align = below_title ? ALIGN_CENTRE : envelope ? ALIGN_LEFT : ALIGN_RIGHT;
	f->gap = below_title || envelope ? LINE_UNITS : 0;
}

static void put_title(struct flow *f, const char *s)
{
	struct text_line *lines;
	size_t n;
	title_break(s, f->arena, &lines, &n);
	f->gap = !f->npieces ? 0 : f->size == paper_size_a4() ? 2 * LINE_UNITS : TITLE_GAP;
	/* One piece, unless it is as long as a page: then its lines go on overleaf. */
	size_t together = n > TITLE_LINES_MOST ? 1 : n;
	struct piece *p = NULL;
	for (size_t i = 0; i < n; i++) {
		if (i % together == 0)
			p = piece_add(f, (int)together * TITLE_LINE_UNITS);
		p->text = false;
		p->snap &= i < together;
		struct placed *l = line_add(f, p, lines[i], FACE_TITLE);
		l->align = ALIGN_CENTRE;
		l->y = (int)(i % together) * TITLE_LINE_UNITS;
		l->height = TITLE_LINE_UNITS;
	}
	f->titled = true;
	f->gap = TITLE_GAP;
}

/* The pieces from `first` on stand below text, and are nothing without it. */
static void is_tail(struct flow *f, size_t first)
{
	for (size_t i = first; i < f->npieces; i++) {
		f->pieces[i].tail = true;
		f->pieces[i].text = false;
	}
}

/* Office, seal and date are one piece: the office's name is centred on the date, which ends four characters from the right
 * edge (7.3.5.1). Without a date the name ends two characters from it. */
static void put_signature(struct flow *f, size_t from, size_t to)
{
	int centre = -1;
	bool envelope = f->size != paper_size_a4();
	f->gap = !f->npieces ? 0 : envelope ? TITLE_GAP : SIGN_GAP;
	struct piece *p = piece_add(f, 0);
	size_t at = (size_t)(p - f->pieces);
	p->foot = envelope;
	for (size_t i = from; i < to; i++) {
		const struct block *b = &f->doc->blocks[i];
		int columns = paper_columns(b->text, strlen(b->text));
		if (b->kind == BLOCK_DATE)
			centre = BODY_COLUMNS - 8 - columns / 2;
	}
	for (size_t i = from; i < to; i++) {
		const struct block *b = &f->doc->blocks[i];
		f->block = i;
		struct text_line *lines;
		size_t n;
		text_break(b->text, BODY_COLUMNS, BODY_COLUMNS, false, f->arena, &lines, &n);
		for (size_t k = 0; k < n; k++) {
			p = &f->pieces[at];
			struct placed *l = line_add(f, p, lines[k], FACE_BODY);
			int w = lines[k].columns;
			l->y = p->height;
			l->x = centre < 0 ? BODY_COLUMNS - 4 - w : centre - w / 2;
			if (l->x + w > BODY_COLUMNS)
				l->x = BODY_COLUMNS - w;
			if (l->x < 0)
				l->x = 0;
			p->height += LINE_UNITS;
		}
	}
	is_tail(f, at);
}

/* --- the whole ----------------------------------------------------------------------------------------------------------- */

static bool signs(const struct block *b)
{
	return b->kind == BLOCK_SIGN || b->kind == BLOCK_SEAL || b->kind == BLOCK_DATE;
}

/* "1." before the name of an attachment, in columns. */
static int serial_columns(const char *s)
{
	static const char *const wide = N_("．");
	size_t digits = strspn(s, "0123456789"), dot = s[digits] == '.' ? 1 : strncmp(s + digits, wide, strlen(wide)) == 0 ? strlen(wide) : 0;
	return digits && dot ? paper_columns(s, digits + dot) : 0;
}

/* 7.3.4: below a free line; what goes on in the next line stands under the first character of the name, a second attachment under the first. */
static void put_attachment(struct flow *f, const struct block *b, const struct block *before)
{
	static const char *const label = N_("附件：");
	size_t first = f->npieces;
	bool follows = before && before->kind == BLOCK_ATTACH, labelled = strncmp(b->text, label, strlen(label)) == 0;
	int name = 4 + paper_columns(label, strlen(label));
	f->gap = follows ? 0 : LINE_UNITS;
	put_text(f, b->text, FACE_BODY, labelled || !follows ? 4 : name, name + serial_columns(b->text + (labelled ? strlen(label) : 0)));
	is_tail(f, first);
}

/* 7.3.7: on the line below the date. */
static void put_note(struct flow *f, const struct block *b, const struct block *before)
{
	size_t first = f->npieces;
	f->gap = before && (before->kind == b->kind || signs(before)) ? 0 : LINE_UNITS;
	put_text(f, b->text, FACE_BODY, 4, 4);
	is_tail(f, first);
}

static void put_block(struct flow *f, const struct block *b, const struct block *before)
{
	size_t first = f->npieces;
	switch (b->kind) {
	case BLOCK_HEAD: put_head(f, b->text); break;
	case BLOCK_NUMBER: put_number(f, b->text); break;
	case BLOCK_TITLE: put_title(f, b->text); break;
	case BLOCK_ADDRESSEE: put_text(f, b->text, FACE_BODY, 0, 0); break;
	case BLOCK_PARA:
		put_para(f, b);
		/* 注：… under a table. */
		if (before && before->kind == BLOCK_TABLE && b->level == PARA_FLUSH)
			is_tail(f, first);
		break;
	case BLOCK_CHOICE: put_choice(f, b->text); break;
	case BLOCK_REMEDY: put_text(f, b->text, FACE_BODY, 4, 0); break;
	case BLOCK_TABLE: flow_table(f, b->table); break;
	case BLOCK_ATTACH: put_attachment(f, b, before); break;
	case BLOCK_NOTE: put_note(f, b, before); break;
	case BLOCK_PAGE:
		f->break_before = f->npieces > 0;
		f->gap = 0;
		f->titled = false;
		break;
	case BLOCK_PAPER: break;
	default: BUG("block %d", (int)b->kind);
	}
}

static void flow_doc(struct flow *f)
{
	const struct doc *d = f->doc;
	for (size_t i = 0; i < d->n; i++) {
		f->block = i;
		if (signs(&d->blocks[i])) {
			size_t to = i;
			while (to < d->n && signs(&d->blocks[to]))
				to++;
			put_signature(f, i, to);
			i = to - 1;
			continue;
		}
		put_block(f, &d->blocks[i], i ? &d->blocks[i - 1] : NULL);
	}
}

bool page_numbered(const struct layout *l, const struct page *p)
{
	return l->n > 1 && l->size == paper_size_a4() && !(l->letter_head && p->number == 1);
}

struct layout *layout_doc(const struct doc *d, struct arena *a)
{
	const struct block *sheet = doc_find(d, BLOCK_PAPER);
	const struct paper_size *size = sheet ? paper_size_find(sheet->text) : NULL;
	struct flow f = {.arena = a, .doc = d, .size = size ? size : paper_size_a4()};
	struct layout *l = arena_new(a, struct layout);
	int pages = 1;
	flow_doc(&f);
	l->doc = d;
	l->size = f.size;
	l->rows = flow_deal(&f, &pages);
	l->letter_head = f.letter_head;
	l->n = (size_t)pages;
	l->pages = arena_array(a, struct page, l->n);
	flow_fill(&f, l);
	return l;
}
