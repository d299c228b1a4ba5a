#include "base/pinyin.h"

#include <string.h>
#include "base/text.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF, RANGE = LAST - FIRST + 2, ZERO = 0x3007, SYLLABLES = 512 };

struct more {
	uint16_t syllable, next; /* next: 1-based into the pool; 0 ends */
};

struct pinyin {
	const char *name[SYLLABLES]; /* syllable 0 is none */
	uint8_t length[SYLLABLES];
	uint16_t syllables;
	uint16_t first[RANGE]; /* a character's first reading */
	uint16_t rest[RANGE];  /* its others, 1-based into the pool */
	struct more *pool;
	uint16_t used, cap;
};

static int slot(uint32_t cp)
{
	if (cp == ZERO)
		return RANGE - 1;
	return cp >= FIRST && cp <= LAST ? (int)(cp - FIRST) : -1;
}

static void add_reading(struct pinyin *p, struct arena *a, uint32_t cp, uint16_t syllable)
{
	int s = slot(cp);
	if (s < 0)
		return;
	if (!p->first[s]) {
		p->first[s] = syllable;
		return;
	}
	if (p->used == p->cap) {
		uint16_t cap = (uint16_t)(p->cap ? p->cap * 2 : 1024);
		if (cap < p->cap)
			return;
		struct more *pool = arena_array(a, struct more, cap);
		if (p->used)
			memcpy(pool, p->pool, sizeof *pool * p->used);
		p->pool = pool;
		p->cap = cap;
	}
	p->pool[p->used] = (struct more){syllable, p->rest[s]};
	p->rest[s] = ++p->used;
}

static void load_line(struct pinyin *p, struct arena *a, const char *line, const char *end)
{
	const char *sp = line;
	while (sp < end && *sp >= 'a' && *sp <= 'z')
		sp++;
	if (sp == line || sp == end || *sp != ' ' || p->syllables + 1 >= SYLLABLES)
		return;
	uint16_t syllable = ++p->syllables;
	p->name[syllable] = line;
	p->length[syllable] = (uint8_t)(sp - line > 6 ? 6 : sp - line);
	for (const char *s = sp + 1; s < end;) {
		uint32_t cp;
		s += utf8_next(s, (size_t)(end - s), &cp);
		add_reading(p, a, cp, syllable);
	}
}

struct pinyin *pinyin_load(const char *text, struct arena *a)
{
	struct pinyin *p = arena_new(a, struct pinyin);
	for (const char *line = text; *line;) {
		const char *end = strchr(line, '\n');
		if (!end)
			end = line + strlen(line);
		load_line(p, a, line, end);
		line = *end ? end + 1 : end;
	}
	return p;
}

const char *pinyin_reading(const struct pinyin *p, uint32_t cp, size_t i, size_t *len)
{
	int s = slot(cp);
	uint16_t syllable = s < 0 ? 0 : p->first[s];
	for (uint16_t at = s < 0 ? 0 : p->rest[s]; syllable && i; i--) {
		syllable = at ? p->pool[at - 1].syllable : 0;
		at = at ? p->pool[at - 1].next : 0;
	}
	*len = p->length[syllable];
	return syllable ? p->name[syllable] : NULL;
}

/* One character as compared: full-width and upper-case Latin folded; 0 for what a query does not carry. */
static uint32_t folded(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFEE0;
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	if ((cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') || is_hanzi(cp))
		return cp;
	if (cp == 0xFC || cp == 0xDC) /* ü */
		return 'v';
	/* Letters and circled numbers of other kinds stay; punctuation and spaces go. */
	return (cp >= 0x2460 && cp <= 0x24FF) || cp == ZERO || (cp > 0xBF && cp < 0x2000) ? cp : 0;
}

bool pinyin_prepare(const char *text, struct pinyin_query *out)
{
	*out = (struct pinyin_query){0};
	for (size_t n = strlen(text); n;) {
		uint32_t cp;
		size_t used = utf8_next(text, n, &cp);
		text += used;
		n -= used;
		cp = folded(cp);
		if (!cp)
			continue;
		if (out->n == PINYIN_QUERY_MAX)
			return false;
		out->cp[out->n++] = cp;
		out->hanzi = out->hanzi || is_hanzi(cp);
		out->latin = out->latin || (cp >= 'a' && cp <= 'z');
	}
	return out->n > 0;
}

/* Does the reading, or its initial (z or zh), or — at the query's end — a part of it stand at `at`? Adds the places after it. */
static uint64_t step_reading(const struct pinyin_query *q, size_t at, const char *reading, size_t len)
{
	size_t same = 0;
	while (same < len && at + same < q->n && q->cp[at + same] == (uint32_t)(unsigned char)reading[same])
		same++;
	uint64_t to = 0;
	if (same >= 1)
		to |= UINT64_C(1) << (at + 1);
	if (same >= 2 && reading[1] == 'h')
		to |= UINT64_C(1) << (at + 2);
	if (same == len || at + same == q->n)
		to |= same ? UINT64_C(1) << (at + same) : 0;
	return to;
}

/* The places in the query that may follow after this character, from each place of `from`. */
static uint64_t step(const struct pinyin *p, const struct pinyin_query *q, uint64_t from, uint32_t cp)
{
	uint64_t to = 0;
	for (size_t at = 0; at < q->n; at++) {
		if (!(from >> at & 1))
			continue;
		if (q->cp[at] == cp)
			to |= UINT64_C(1) << (at + 1);
		if (q->cp[at] < 'a' || q->cp[at] > 'z')
			continue;
		size_t len;
		const char *r;
		for (size_t i = 0; (r = pinyin_reading(p, cp, i, &len)); i++)
			to |= step_reading(q, at, r, len);
	}
	return to;
}

enum pinyin_rank pinyin_rank(const struct pinyin *p, const struct pinyin_query *q, const char *text)
{
	enum pinyin_rank best = PINYIN_NONE;
	const uint64_t done = UINT64_C(1) << q->n;
	uint64_t at_start = 1, at_word = 0, inside = 0, scattered = 1;
	bool word = true, any = false;
	for (size_t n = strlen(text); n;) {
		uint32_t cp;
		size_t used = utf8_next(text, n, &cp);
		text += used;
		n -= used;
		cp = folded(cp);
		if (!cp) {
			word = true;
			continue;
		}
		at_start = step(p, q, at_start, cp);
		at_word = step(p, q, at_word | (word ? 1 : 0), cp);
		inside = step(p, q, inside | 1, cp);
		scattered |= step(p, q, scattered, cp);
		word = false;
		any = true;
		enum pinyin_rank now = at_start & done ? PINYIN_START : at_word & done ? PINYIN_WORD
			: inside & done ? PINYIN_INSIDE : PINYIN_NONE;
		best = now > best ? now : best;
	}
	if (any && at_start & done)
		return PINYIN_WHOLE;
	if (!best && q->n > 1 && scattered & done)
		best = PINYIN_SCATTERED;
	return best;
}

enum pinyin_rank pinyin_match(const struct pinyin *p, const char *query, const char *text)
{
	struct pinyin_query q;
	return text && pinyin_prepare(query, &q) ? pinyin_rank(p, &q, text) : PINYIN_NONE;
}
