/* The measure and the breaker. */
#include "paper/layout.h"

#include <string.h>

#include "base/text.h"

static const char *const not_start = N_("，。、；：？！）》」』】〕”’…—·％‰℃〉〗～々,.;:?!)]}%");
static const char *const not_end = N_("□☑☐（《「『【〔“‘￥〈〖([{$");
/* Half of their square is empty: they can be set half as wide. */
static const char *const airy = N_("，。、；：？！）》」』】〕”’（《「『【〔“‘〈〉〖〗");

/* What is counted by the number before it. */
static const char *const units = N_("年月日号条款项元件页份个次");

enum { LONG_RUN = 24, PART_LEAST = 4, LOOK_AHEAD = 16 }; /* columns, columns, bytes */

static bool among(const char *set, uint32_t cp)
{
	char u[5] = {0};
	utf8_put(u, cp);
	return cp && strstr(set, u) != NULL;
}

bool paper_full(uint32_t cp)
{
	if (cp == 0xB7 || cp == 0xD7)
		return true;
	if (cp >= 0xFF61 && cp <= 0xFFDC)
		return false;
	if (cp >= 0x2010 && cp < 0x2E80)
		return cp != 0x2011 && cp != 0x2013;
	return cp >= 0x2E80;
}

bool paper_not_start(uint32_t cp)
{
	return among(not_start, cp);
}

bool paper_not_end(uint32_t cp)
{
	return among(not_end, cp);
}

/* Combining marks, joiners and variation selectors belong to the character before them. */
static bool attached(uint32_t cp)
{
	return (cp >= 0x300 && cp <= 0x36F) || cp == 0x200D || (cp >= 0x20D0 && cp <= 0x20F0) || (cp >= 0xFE00 && cp <= 0xFE0F) ||
	       (cp >= 0xE0100 && cp <= 0xE01EF);
}

static int columns_of(uint32_t cp)
{
	return attached(cp) ? 0 : paper_full(cp) ? 2 : 1;
}

int paper_columns(const char *s, size_t n)
{
	int columns = 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		i += utf8_next(s + i, n - i, &cp);
		columns += columns_of(cp);
	}
	return columns;
}

/* --- atoms ------------------------------------------------------------------------------------------------------------ */

/* Does `cp` go on the atom `a`? */
static bool joins(const struct atom *a, uint32_t cp, bool cut)
{
	if (attached(cp))
		return true;
	if (a->space || cp == ' ' || cut)
		return false;
	if ((cp == 0x2014 || cp == 0x2026) && a->last == cp)
		return a->columns < 4;
	return !paper_full(cp) && !paper_full(a->last);
}

/* Columns of the run of characters that starts here, if it were one atom. */
static int run_columns(const char *s, size_t n)
{
	int columns = 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		if (cp == ' ' || paper_full(cp))
			break;
		columns += columns_of(cp);
		i += len;
	}
	return columns;
}

/* After these a web address or a file number may be parted. */
static bool delimiter(uint32_t cp)
{
	return cp && cp < 0x80 && strchr("/?&=_.-:@#,", (int)cp);
}

static bool letter_or_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp >= 0x80;
}

/* Bytes of the part of a run that starts here: up to behind a delimiter, no part too short to stand at the end of a line. */
static size_t part_len(const char *s, size_t n, int *columns)
{
	size_t i = 0;
	uint32_t cp, before = 0;
	*columns = 0;
	for (size_t len; i < n; i += len, before = cp) {
		len = utf8_next(s + i, n - i, &cp);
		if (cp == ' ' || paper_full(cp))
			break;
		size_t left = n - i < LOOK_AHEAD ? n - i : LOOK_AHEAD;
		if (*columns >= PART_LEAST && delimiter(before) && letter_or_digit(cp) && run_columns(s + i, left) >= PART_LEAST)
			break;
		*columns += columns_of(cp);
	}
	return i;
}

/* A long run is parted behind its delimiters; what is still wider than `widest` is cut into its characters. */
static struct atom *atoms_of(const char *s, int widest, struct arena *a, size_t *count)
{
	size_t n = strlen(s), k = 0, part_end = 0;
	struct atom *atoms = arena_array(a, struct atom, n + 1);
	bool cut = false, parted = false;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		bool run = !paper_full(cp) && cp != ' ';
		bool starts = k == 0 || !run || atoms[k - 1].space || paper_full(atoms[k - 1].last), ends = parted && i == part_end && !attached(cp);
		if (starts) {
			int whole = run ? run_columns(s + i, n - i) : 0;
			parted = whole > LONG_RUN || whole > widest;
			cut = false;
		}
		if (run && parted && (starts || ends)) {
			int columns;
			part_end = i + part_len(s + i, n - i, &columns);
			cut = columns > widest;
		}
		if (k && !ends && joins(&atoms[k - 1], cp, cut && run)) {
			struct atom *p = &atoms[k - 1];
			p->len += len;
			p->columns += columns_of(cp);
			p->last = attached(cp) ? p->last : cp;
		} else {
			atoms[k++] = (struct atom){.s = s + i, .len = len, .columns = columns_of(cp), .space = cp == ' ',
				.first = cp, .last = cp};
		}
		i += len;
	}
	*count = k;
	return atoms;
}

/* --- lines ------------------------------------------------------------------------------------------------------------ */

struct breaker {
	struct atom *atoms;
	size_t n;
	bool squeeze;
};

static bool digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* 6. before what it numbers. */
static bool ordinal(const struct atom *a)
{
	return a->len >= 2 && a->len <= 3 && a->last == '.' && digit(a->first) && digit((unsigned char)a->s[a->len - 2]);
}

/* 3月, 17号, 第492号: a number keeps what counts it. */
static bool counted(const struct atom *a, const struct atom *next)
{
	return ordinal(a) || (digit(a->last) && among(units, next->first)) || (a->last == 0x7B2C && digit(next->first));
}

/* May a line end before atom `i`, as far as marks go? Spaces stay on the line before. */
static bool allowed(const struct breaker *b, size_t i)
{
	if (b->atoms[i].space)
		return false;
	size_t p = i;
	while (p > 0 && b->atoms[p - 1].space)
		p--;
	if (p == 0)
		return false;
	return !paper_not_start(b->atoms[i].first) && !paper_not_end(b->atoms[p - 1].last);
}

static bool legal(const struct breaker *b, size_t i)
{
	return allowed(b, i) && !counted(&b->atoms[i - 1], &b->atoms[i]);
}

static bool is_box(const struct atom *a)
{
	return a->first == 0x25A1 || a->first == 0x2611 || a->first == 0x2610;
}

/* □ 当场阅读、抄录 goes to the next line whole where it fits there: the end of a line that starts at `from` and is full before `end`, else 0. */
static size_t before_box(const struct breaker *b, size_t from, size_t end, int limit)
{
	size_t box = end, next = end;
	int columns = 0;
	while (box > from && !is_box(&b->atoms[box]))
		box--;
	if (box == from || !is_box(&b->atoms[box]) || !legal(b, box))
		return 0;
	while (next < b->n && (next == box || !is_box(&b->atoms[next])))
		next++;
	for (size_t i = box; i < next; i++)
		columns += b->atoms[i].first == 0x3000 ? 0 : b->atoms[i].columns;
	return columns <= limit ? box : 0;
}

static bool can_squeeze(const struct atom *a)
{
	return a->columns == 2 && a->first == a->last && among(airy, a->first);
}

/* Atom `i` does not fit behind [from, i) which is `columns` wide. Can it and the closing marks after it be taken in by squeezing
 * the punctuation of the line? Gives the end of the line then, else 0. The text grid cannot squeeze: it lets the line hang over,
 * hence at most two columns. */
static size_t take_in(const struct breaker *b, size_t from, size_t i, int columns, int limit)
{
	if (!b->squeeze)
		return 0;
	int room = 0;
	for (size_t k = from; k < i; k++)
		room += can_squeeze(&b->atoms[k]);
	for (; i < b->n && can_squeeze(&b->atoms[i]) && paper_not_start(b->atoms[i].first); i++) {
		columns += b->atoms[i].columns;
		room++;
		if (columns - limit > 2)
			return 0;
		if (i + 1 == b->n || legal(b, i + 1))
			return columns - limit <= room ? i + 1 : 0;
	}
	return 0;
}

/* End of the line that starts at `from`. */
static size_t line_end(const struct breaker *b, size_t from, int limit)
{
	int columns = 0;
	size_t good = 0, fair = 0;
	for (size_t i = from; i < b->n; i++) {
		if (i > from && allowed(b, i))
			fair = i;
		if (i > from && legal(b, i))
			good = i;
		if (!b->atoms[i].space && columns + b->atoms[i].columns > limit && i > from) {
			size_t taken = take_in(b, from, i, columns, limit), box = taken ? 0 : before_box(b, from, i, limit);
			size_t end = taken ? taken : box ? box : good ? good : fair ? fair : i;
			while (end < b->n && b->atoms[end].space)
				end++;
			return end;
		}
		columns += b->atoms[i].columns;
	}
	return b->n;
}

/* Natural width without trailing spaces, and which marks give way, the last ones first. */
static struct text_line measured(struct atom *atoms, size_t n, int limit)
{
	struct text_line line = {.n = n, .atoms = atoms};
	size_t end = n;
	while (end > 0 && atoms[end - 1].space)
		end--;
	for (size_t i = 0; i < end; i++)
		line.columns += atoms[i].columns;
	for (size_t i = end; i-- > 0 && line.columns - line.squeeze > limit;) {
		if (can_squeeze(&atoms[i])) {
			atoms[i].squeezed = true;
			line.squeeze++;
		}
	}
	return line;
}

void text_break(const char *s, int first, int rest, bool squeeze, struct arena *a, struct text_line **lines, size_t *n)
{
	struct breaker b = {.squeeze = squeeze};
	b.atoms = atoms_of(s, rest < first ? rest : first, a, &b.n);
	*n = 0;
	size_t cap = 0;
	for (size_t at = 0; at < b.n || *n == 0;) {
		*lines = arena_grow(a, *lines, *n, &cap, sizeof **lines);
		int limit = *n ? rest : first;
		size_t end = line_end(&b, at, limit);
		(*lines)[*n] = measured(b.atoms + at, end - at, limit);
		(*lines)[(*n)++].last = end == b.n || is_box(&b.atoms[end]);
		at = end;
	}
}

/* --- titles and labels ---------------------------------------------------------------------------------------------------- */

/* Not broken inside where two lines are enough. */
static const char *const whole_words[] = {
	N_("政府"), N_("信息"), N_("公开"), N_("申请"), N_("登记"), N_("回执"), N_("告知"), N_("通知"), N_("答复"), N_("延期"), N_("补正"), N_("征求"),
	N_("意见"), N_("第三方"), N_("部分"), N_("不予"), N_("予以"), N_("不存在"), N_("更正"), N_("结果"), N_("办理"), N_("处理"), N_("重复"), N_("信访"),
	N_("投诉"), N_("举报"), N_("出版物"), N_("收费"), N_("送达"), N_("撤回"), N_("撤销"), N_("说明"), N_("理由"), N_("海关"), N_("本海关"), N_("行政"),
	N_("事项"), N_("材料"), N_("确认"), N_("渠道"), N_("主动"), N_("协助"), N_("审查"), N_("审批"), N_("告知书"), N_("答复书"), N_("通知书"), N_("征询函"),
	N_("部门"), N_("负责人"), N_("承办"), N_("收到"), N_("内容"), N_("清单"), N_("证据"), N_("属性"), N_("建议"), N_("签名"), N_("盖章"), N_("或者"),
	N_("代收"), N_("受送达人"), N_("描述"), N_("特征"), N_("名称"), N_("姓名"), N_("联系人"), N_("联系电话"), N_("之日"), N_("日期"), N_("口述"), N_("记录"),
	N_("公司"), N_("有限公司"), N_("企业"), N_("进口"), N_("出口"), N_("检验"), N_("检疫"), N_("查验"), N_("年度"), N_("有关"), N_("情况"),
	N_("单位"), N_("机关"), N_("不同意"), N_("附送"), N_("书面"), N_("准确"),
};

static bool inside_word(const char *text, const char *at)
{
	for (size_t i = 0; i < sizeof whole_words / sizeof *whole_words; i++) {
		size_t n = strlen(whole_words[i]);
		for (const char *w = text; (w = strstr(w, whole_words[i])) && w < at; w++) {
			if (at < w + n)
				return true;
		}
	}
	return false;
}

/* Where two lines are most equal without parting a word; 0 where two lines are not enough. */
static size_t best_cut(const struct breaker *b, const char *text, int columns, int most)
{
	size_t best = 0;
	int least = 0, left = 0;
	for (size_t i = 1; i < b->n; i++) {
		left += b->atoms[i - 1].columns;
		int right = columns - left;
		if (!legal(b, i) || left > most || right > most)
			continue;
		int cost = (left > right ? left - right : right - left + 1) + (inside_word(text, b->atoms[i].s) ? most : 0);
		if (!best || cost < least) {
			best = i;
			least = cost;
		}
	}
	return best;
}

static bool in_two(const char *s, int columns, int most, struct arena *a, struct text_line **lines)
{
	struct breaker b = {0};
	b.atoms = atoms_of(s, most, a, &b.n);
	size_t cut = best_cut(&b, s, columns, most);
	if (!cut)
		return false;
	*lines = arena_array(a, struct text_line, 2);
	(*lines)[0] = measured(b.atoms, cut, most);
	(*lines)[1] = measured(b.atoms + cut, b.n - cut, most);
	(*lines)[1].last = true;
	return true;
}

void text_even(const char *s, int most, struct arena *a, struct text_line **lines, size_t *n)
{
	int columns = paper_columns(s, strlen(s));
	*n = 2;
	if (columns > most && columns <= 2 * most && in_two(s, columns, most, a, lines))
		return;
	size_t wanted;
	text_break(s, most, most, false, a, lines, &wanted);
	*n = wanted;
	for (int limit = wanted > 1 ? columns / (int)wanted : most; limit < most; limit++) {
		text_break(s, limit, limit, false, a, lines, n);
		if (*n <= wanted)
			return;
	}
	if (*n > wanted)
		text_break(s, most, most, false, a, lines, n);
}

/* A title of three lines and more is a rhombus (7.3.1): its first and its last line are three characters shorter than those between. */
enum { RHOMBUS_ATOMS = 240, RHOMBUS_LINES = 8, RHOMBUS_NARROW = 6, PARTED_WORD = 100 };

struct rhombus {
	const struct breaker *b;
	const char *text;
	size_t lines;
	int upto[RHOMBUS_ATOMS + 1];                      /* columns before each atom */
	int cost[RHOMBUS_LINES + 1][RHOMBUS_ATOMS + 1];   /* least, of the first i atoms in k lines; -1: not possible */
	size_t from[RHOMBUS_LINES + 1][RHOMBUS_ATOMS + 1]; /* where the last of those lines begins */
};

/* What it costs to end line k (1-based) of atoms [from, to) there; -1: it may not. */
static int line_cost(const struct rhombus *r, size_t k, size_t from, size_t to)
{
	const struct breaker *b = r->b;
	int columns = r->upto[to] - r->upto[from], widest = (r->upto[b->n] + 2 * RHOMBUS_NARROW) / (int)r->lines;
	int off = columns - (k == 1 || k == r->lines ? widest - RHOMBUS_NARROW : widest);
	if (columns > TITLE_COLUMNS || (to < b->n && !legal(b, to)))
		return -1;
	return off * off + (to < b->n && (inside_word(r->text, b->atoms[to].s) || among(N_("的"), b->atoms[to].first)) ? PARTED_WORD : 0);
}

static bool rhombus_fill(struct rhombus *r)
{
	memset(r->cost, -1, sizeof r->cost);
	r->cost[0][0] = 0;
	for (size_t k = 1; k <= r->lines; k++) {
		for (size_t to = k; to <= r->b->n; to++) {
			for (size_t from = k - 1; from < to; from++) {
				int before = r->cost[k - 1][from], here = before < 0 ? -1 : line_cost(r, k, from, to);
				if (here < 0 || (r->cost[k][to] >= 0 && r->cost[k][to] <= before + here))
					continue;
				r->cost[k][to] = before + here;
				r->from[k][to] = from;
			}
		}
	}
	return r->cost[r->lines][r->b->n] >= 0;
}

static bool in_rhombus(const char *s, struct arena *a, struct text_line **lines, size_t *n)
{
	struct breaker b = {0};
	b.atoms = atoms_of(s, TITLE_COLUMNS, a, &b.n);
	if (b.n > RHOMBUS_ATOMS)
		return false;
	struct rhombus *r = arena_new(a, struct rhombus);
	r->b = &b;
	r->text = s;
	for (size_t i = 0; i < b.n; i++)
		r->upto[i + 1] = r->upto[i] + b.atoms[i].columns;
	r->lines = (size_t)((r->upto[b.n] + 2 * RHOMBUS_NARROW + TITLE_COLUMNS - 1) / TITLE_COLUMNS);
	while (r->lines <= RHOMBUS_LINES && !rhombus_fill(r))
		r->lines++;
	if (r->lines > RHOMBUS_LINES)
		return false;
	*n = r->lines;
	*lines = arena_array(a, struct text_line, *n);
	for (size_t k = *n, to = b.n; k > 0; k--) {
		size_t from = r->from[k][to];
		(*lines)[k - 1] = measured(b.atoms + from, to - from, TITLE_COLUMNS);
		to = from;
	}
	(*lines)[*n - 1].last = true;
	return true;
}

void title_break(const char *s, struct arena *a, struct text_line **lines, size_t *n)
{
	if (paper_columns(s, strlen(s)) <= 2 * TITLE_COLUMNS || !in_rhombus(s, a, lines, n))
		text_even(s, TITLE_COLUMNS, a, lines, n);
}
