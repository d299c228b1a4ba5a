#include "tui/term/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void decode_free(struct decode *d)
{
	free(d->paste);
	free(d->given);
	for (size_t i = 0; i < d->count; i++)
		free(d->queued[(d->head + i) % DECODE_QUEUE]);
	*d = (struct decode){0};
}

static char *copy(const char *s, size_t n)
{
	char *p = malloc(n + 1);
	if (!p)
		BUG("out of memory");
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

bool decode_full(const struct decode *d)
{
	return d->count >= DECODE_QUEUE - 4;
}

static void push(struct decode *d, enum event_kind kind, int key, char *text)
{
	if (d->count == DECODE_QUEUE) { /* the caller reads only while there is room */
		free(text);
		return;
	}
	size_t at = (d->head + d->count++) % DECODE_QUEUE;
	d->queue[at] = (struct event){.kind = kind, .key = key};
	d->queued[at] = text;
}

static void flush_text(struct decode *d)
{
	if (!d->ntext)
		return;
	push(d, EVENT_TEXT, 0, copy(d->text, d->ntext));
	d->ntext = 0;
}

static void add_paste(struct decode *d, const char *s, size_t n)
{
	if (d->npaste + n > DECODE_PASTE)
		return;
	if (d->npaste + n + 1 > d->paste_cap) {
		size_t cap = d->paste_cap ? d->paste_cap * 2 : 4096;
		char *p = realloc(d->paste, cap);
		if (!p)
			BUG("out of memory");
		d->paste = p;
		d->paste_cap = cap;
	}
	memcpy(d->paste + d->npaste, s, n);
	d->npaste += n;
}

static void add_character(struct decode *d, const char *s, size_t n)
{
	if (d->pasting) {
		add_paste(d, s, n);
		return;
	}
	if (d->ntext + n > DECODE_TEXT)
		flush_text(d);
	memcpy(d->text + d->ntext, s, n);
	d->ntext += n;
}

/* A byte that is no character: shown as the replacement sign, which the app takes out and speaks of. */
static void add_bad(struct decode *d)
{
	d->npart = 0;
	add_character(d, "\xef\xbf\xbd", 3);
}

static void take_text(struct decode *d, unsigned char byte)
{
	if (d->npart && (byte & 0xC0) != 0x80)
		add_bad(d);
	if (!d->npart) {
		d->need = byte < 0x80 ? 1 : byte >= 0xC2 && byte < 0xE0 ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
		if (!d->need) {
			add_bad(d);
			return;
		}
	}
	d->part[d->npart++] = byte;
	if (d->npart < d->need)
		return;
	uint32_t cp;
	size_t n = utf8_next((const char *)d->part, (size_t)d->npart, &cp);
	if (n == (size_t)d->npart && !(cp >= 0x80 && cp < 0xA0))
		add_character(d, (const char *)d->part, n);
	else
		add_bad(d);
	d->npart = 0;
}

void decode_key(struct decode *d, int key)
{
	if (d->npart)
		add_bad(d);
	d->state = PLAIN;
	if (d->pasting)
		return;
	flush_text(d);
	push(d, EVENT_KEY, key, NULL);
}

void decode_paste_begin(struct decode *d)
{
	flush_text(d);
	d->state = PLAIN;
	d->pasting = true;
	d->paste_cr = false;
	d->npaste = 0;
}

void decode_paste_end(struct decode *d)
{
	if (!d->pasting)
		return;
	if (d->npart)
		add_bad(d);
	d->pasting = false;
	if (d->npaste)
		push(d, EVENT_PASTE, 0, copy(d->paste, d->npaste));
	d->npaste = 0;
}

void decode_give_up(struct decode *d)
{
	decode_paste_end(d);
}

/* Line ends of a paste: \r, \r\n and \n are one \n. */
static bool paste_control(struct decode *d, unsigned char byte)
{
	bool after_cr = d->paste_cr;
	d->paste_cr = byte == '\r';
	if (byte == '\r' || (byte == '\n' && !after_cr))
		add_paste(d, "\n", 1);
	else if (byte == '\t')
		add_paste(d, "\t", 1);
	return true;
}

static int control_key(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n': return K_ENTER;
	case '\t': return K_TAB;
	case 8:
	case 127: return K_BACKSPACE;
	case 0: return K_NONE;
	default: return byte;
	}
}

/* The last byte of ESC [ params final, or ESC O final: keys that curses did not know, with modifiers taken off. */
static int sequence_key(const char *params, unsigned char final)
{
	static const struct {
		unsigned char final;
		int key;
	} letters[] = {
		{'A', K_UP}, {'B', K_DOWN}, {'C', K_RIGHT}, {'D', K_LEFT}, {'H', K_HOME}, {'F', K_END}, {'P', K_F1}, {'Q', K_F2}, {'R', K_F3},
		{'S', K_F4}, {'M', K_ENTER}, {'Z', K_BACKTAB},
	};
	static const struct {
		int number, key;
	} numbers[] = {
		{1, K_HOME}, {2, K_INSERT}, {3, K_DELETE}, {4, K_END}, {5, K_PGUP}, {6, K_PGDN}, {7, K_HOME}, {8, K_END}, {11, K_F1},
		{12, K_F2}, {13, K_F3}, {14, K_F4}, {15, K_F5}, {17, K_F6}, {18, K_F7}, {19, K_F8}, {20, K_F9}, {21, K_F10}, {23, K_F11},
		{24, K_F12},
	};
	/* ESC [ 1 ; 5 C: a modified arrow. Function keys with modifiers differ between terminals: not taken for the bare key. A cursor
	 * report ends in R and its first number may be 1, so nothing with numbers that ends in P–S is a key. */
	bool modified = strchr(params, ';') != NULL;
	if (final == '~') {
		char *end;
		long n = strtol(params, &end, 10);
		for (size_t i = 0; end > params && i < sizeof numbers / sizeof *numbers; i++)
			if (numbers[i].number == n && !(modified && numbers[i].key >= K_F1))
				return numbers[i].key;
		return K_NONE;
	}
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].final == final && (!*params || (modified && !strncmp(params, "1;", 2) && letters[i].key < K_F1)))
			return letters[i].key;
	return K_NONE;
}

static void end_sequence(struct decode *d, unsigned char final)
{
	d->params[d->nparams] = '\0';
	d->state = PLAIN;
	if (final == '~' && !strcmp(d->params, "200")) {
		decode_paste_begin(d);
		return;
	}
	if (final == '~' && !strcmp(d->params, "201")) {
		decode_paste_end(d);
		return;
	}
	int key = sequence_key(d->params, final);
	if (key)
		decode_key(d, key);
}

static void take_escape(struct decode *d, unsigned char byte)
{
	if (d->state == ESCAPE && (byte == '[' || byte == 'O')) {
		d->state = byte == '[' ? CSI : SS3;
		d->nparams = 0;
	} else if (d->state == ESCAPE) {
		decode_key(d, K_ESC);
		decode_byte(d, byte);
	} else if (d->state == CSI && d->nparams == 0 && byte == '[') { /* linux: ESC [ [ A … E */
		d->params[d->nparams++] = '[';
	} else if (d->state == CSI && d->nparams == 1 && d->params[0] == '[') {
		d->state = PLAIN;
		if (byte >= 'A' && byte <= 'E')
			decode_key(d, K_F1 + byte - 'A');
	} else if (byte >= 0x40 && byte < 0x7f) {
		end_sequence(d, byte);
	} else if (byte < 0x20 || byte >= 0x7f) { /* broken off */
		d->state = PLAIN;
		decode_byte(d, byte);
	} else if (d->nparams + 1 < sizeof d->params) {
		d->params[d->nparams++] = (char)byte;
	}
}

void decode_byte(struct decode *d, unsigned char byte)
{
	if (d->state != PLAIN) {
		take_escape(d, byte);
		return;
	}
	if (byte == 27) {
		if (d->npart)
			add_bad(d);
		if (!d->pasting)
			flush_text(d);
		d->state = ESCAPE;
		return;
	}
	if (byte >= 0x20 && byte != 0x7f) {
		d->paste_cr = false;
		take_text(d, byte);
		return;
	}
	if (d->npart)
		add_bad(d);
	if (d->pasting) {
		paste_control(d, byte);
		return;
	}
	int key = control_key(byte);
	if (key)
		decode_key(d, key);
}

void decode_idle(struct decode *d)
{
	if (d->state == ESCAPE)
		decode_key(d, K_ESC);
	if (!d->pasting)
		flush_text(d);
}

bool decode_next(struct decode *d, struct event *ev)
{
	if (!d->count)
		return false;
	free(d->given);
	d->given = d->queued[d->head];
	*ev = d->queue[d->head];
	ev->text = d->given;
	d->queued[d->head] = NULL;
	d->head = (d->head + 1) % DECODE_QUEUE;
	d->count--;
	return true;
}
