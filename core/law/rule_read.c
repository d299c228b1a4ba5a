/* Reads the time-limit text of a catalogue. The text is folded first (numbers in any script become digits, blanks go), then every number with
 * a unit behind it is a limit; exactly one limit makes a rule. Without any, 及时更新 and 及时发布 are looked for. */
#include "law/rule.h"
#include "law/rule_words.h"

#include <string.h>

enum { READ_MAX = 1024 };

/* --- folding ----------------------------------------------------------------------------------------------------------------- */

/* Value of a Hanzi numeral at s: 0–9, or 10 and 100 as multipliers; -1 for anything else. All are three bytes long. */
static int hanzi_number(const char *s)
{
	for (size_t i = 0; i < sizeof rule_numerals / sizeof *rule_numerals; i++)
		if (!strncmp(s, rule_numerals[i].word, 3))
			return rule_numerals[i].value;
	return -1;
}

/* A whole run of them: 二十 一百二十 十五 一〇. Returns the end of the run. */
static const char *hanzi_run(const char *s, int *out)
{
	int total = 0, digit = 0;
	bool have = false;
	for (int v; (v = hanzi_number(s)) >= 0 && total < 10000; s += 3) {
		if (v < 10) {
			digit = have ? digit * 10 + v : v;
			have = true;
			if (digit > 9999)
				digit = 9999;
		} else {
			total += (have ? digit : 1) * v;
			digit = 0;
			have = false;
		}
	}
	*out = total + digit;
	return s;
}

/* False when the text is too long to be a time limit. */
static bool fold(const char *s, char *out)
{
	size_t n = 0;
	while (*s) {
		int value;
		if (n + 16 > READ_MAX)
			return false;
		if (hanzi_number(s) >= 0) {
			s = hanzi_run(s, &value);
			char digits[8];
			size_t k = 0;
			do
				digits[k++] = (char)('0' + value % 10);
			while ((value /= 10));
			while (k)
				out[n++] = digits[--k];
		} else if (!strncmp(s, "\xEF\xBC", 2) && (unsigned char)s[2] >= 0x90 && (unsigned char)s[2] <= 0x99) {
			out[n++] = (char)('0' + (unsigned char)s[2] - 0x90);
			s += 3;
		} else if (!strncmp(s, "\xE3\x80\x80", 3)) {
			s += 3;
		} else if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r') {
			s++;
		} else {
			out[n++] = *s++;
		}
	}
	out[n] = '\0';
	return true;
}

/* --- limits ------------------------------------------------------------------------------------------------------------------- */

static bool starts(const char *s, const char *word)
{
	return !strncmp(s, word, strlen(word));
}

static bool ends(const char *from, const char *at, const char *word)
{
	size_t n = strlen(word);
	return (size_t)(at - from) >= n && !strncmp(at - n, word, n);
}

static const char *skip(const char *s, const char *word)
{
	return starts(s, word) ? s + strlen(word) : s;
}

static const char *digits(const char *s, int *out)
{
	*out = 0;
	while (*s >= '0' && *s <= '9') {
		if (*out < 10000)
			*out = *out * 10 + (*s - '0');
		s++;
	}
	return s;
}

/* 内 前 or neither, after 之 以. */
static const char *bound(const char *s, char *which)
{
	s = skip(skip(s, W_ZHI), W_YI);
	*which = starts(s, W_WITHIN) ? 'i' : starts(s, W_BEFORE) ? 'b' : '-';
	return s;
}

enum found { FOUND_NOTHING, FOUND_RULE, FOUND_UNKNOWN };

/* M月D日前, M月底前. A full date with its year is one day, not a rule; a day of every month has no kind. */
static enum found read_month(const char *text, const char *at, int month, const char *s, struct rule *out)
{
	static const int last[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int day;
	char which;
	const char *rest = digits(s, &day);
	if (month < 1 || month > 12)
		return FOUND_UNKNOWN;
	if (rest == s && (starts(s, W_END_OF) || starts(s, W_CLOSE_OF))) {
		day = last[month - 1];
		rest = s + 3;
	} else if (rest == s || !starts(rest, W_DAY)) {
		return FOUND_UNKNOWN;
	} else {
		rest += 3;
	}
	bound(rest, &which);
	bool one_day = ends(text, at, W_YEAR) && at - text >= 4 && at[-4] >= '0' && at[-4] <= '9';
	if (which != 'b' || one_day || day < 1 || day > last[month - 1])
		return FOUND_UNKNOWN;
	*out = (struct rule){.kind = RULE_FIX, .month = month, .day = day};
	return FOUND_RULE;
}

static enum found read_days(const char *text, const char *at, int n, bool working, const char *s, struct rule *out)
{
	char which;
	bound(s, &which);
	bool ahead = ends(text, at, W_BEFORE) || ends(text, at, W_AHEAD);
	if (n < 1 || n > CALENDAR_N_MAX || ends(text, at, W_MONTH) || ends(text, at, W_ORDINAL))
		return FOUND_UNKNOWN;
	if ((which == 'b' && !ahead) || (which == '-' && ahead)) {
		*out = (struct rule){.kind = RULE_BEFORE, .n = n, .unit = working ? UNIT_WORKING : UNIT_CALENDAR};
		return FOUND_RULE;
	}
	if (ahead || (which == '-' && !working && !ends(text, at, W_FROM) && !ends(text, at, W_AFTER)))
		return FOUND_UNKNOWN;
	*out = (struct rule){.kind = working ? RULE_WD : RULE_CD, .n = n};
	return FOUND_RULE;
}

/* What stands at a number; *end is where to go on. */
static enum found read_limit(const char *text, const char *at, const char **end, struct rule *out)
{
	static const char *const calendar[] = {W_NATURAL_DAY, W_CALENDAR_DAY, W_CALENDAR_DAY2, W_DAY2, W_DAY};
	int n;
	const char *s = digits(at, &n);
	*end = s;
	if (starts(s, W_MONTH)) {
		int ignored;
		*end = digits(s + 3, &ignored);
		return read_month(text, at, n, s + 3, out);
	}
	if (starts(s, W_MONTHS) || starts(s, W_HOURS) || starts(s, W_HOURS2) || starts(s, W_WEEK) || starts(s, W_WEEKS) || starts(s, W_QUARTERS))
		return FOUND_UNKNOWN;
	s = skip(s, W_PIECE);
	if (starts(s, W_WORKING_DAY) || starts(s, W_WORKING_DAY2))
		return read_days(text, at, n, true, s + 9, out);
	for (size_t i = 0; i < sizeof calendar / sizeof *calendar; i++)
		if (starts(s, calendar[i]))
			return read_days(text, at, n, false, s + strlen(calendar[i]), out);
	return FOUND_NOTHING;
}

static bool same(const struct rule *a, const struct rule *b)
{
	return a->kind == b->kind && a->n == b->n && a->unit == b->unit && a->month == b->month && a->day == b->day;
}

static enum found read_limits(const char *text, struct rule *out)
{
	enum found all = FOUND_NOTHING;
	const char *end;
	for (const char *s = text; *s; s = end) {
		struct rule r;
		end = s + 1;
		if (*s < '0' || *s > '9')
			continue;
		enum found f = read_limit(text, s, &end, &r);
		if (f == FOUND_UNKNOWN || (f == FOUND_RULE && all == FOUND_RULE && !same(&r, out)))
			return FOUND_UNKNOWN;
		if (f == FOUND_RULE) {
			*out = r;
			all = f;
		}
	}
	return all;
}

static bool read_asap(const char *text, struct rule *out)
{
	const char *first = NULL;
	for (size_t i = 0; i < sizeof rule_asap / sizeof *rule_asap; i++) {
		const char *at = strstr(text, rule_asap[i].words);
		if (at && (!first || at < first)) {
			first = at;
			out->kind = rule_asap[i].kind;
		}
	}
	return first != NULL;
}

bool rule_read(const char *text, struct rule *out)
{
	char folded[READ_MAX];
	static const struct rule ext = {.kind = RULE_EXT};
	*out = ext;
	if (!fold(text, folded))
		return false;
	enum found f = read_limits(folded, out);
	if (f == FOUND_RULE || (f == FOUND_NOTHING && read_asap(folded, out)))
		return true;
	*out = ext;
	return false;
}
