#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include "base/str.h"

static uint32_t fold(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		return cp - 0xFF01 + '!';
	switch (cp) {
	case 0x3000:
	case 0xA0:
		return ' ';
	case 0x3002: /* 。 */
	case 0xFF61:
		return '.';
	case 0x3014: /* 〔 */
	case 0x3010: /* 【 */
		return '[';
	case 0x3015:
	case 0x3011:
		return ']';
	case 0x2010: /* hyphens and dashes, the minus sign included */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
		return '-';
	default:
		return cp;
	}
}

char *text_fold(struct arena *a, const char *s)
{
	struct str b = str_new(a);
	size_t n = s ? strlen(s) : 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		char c[4];
		i += utf8_next(s + i, n - i, &cp);
		str_addn(&b, c, utf8_put(c, fold(cp)));
	}
	return b.s;
}

static bool is_key_part(uint32_t cp)
{
	const uint32_t none = UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf;
	return !uc_is_general_category_withtable(cp, none);
}

char *text_key(struct arena *a, const char *s)
{
	const char *folded = text_fold(a, text_clean(a, s, false));
	size_t n = strlen(folded), len = 0;
	struct str b = str_new(a);
	for (size_t i = 0, used; i < n; i += used) {
		uint32_t cp;
		used = utf8_next(folded + i, n - i, &cp);
		if (is_key_part(cp))
			str_addn(&b, folded + i, used);
	}
	uint8_t *lower = u8_tolower((const uint8_t *)b.s, b.len, NULL, UNINORM_NFC, NULL, &len);
	if (!lower && b.len)
		BUG("lower case of %zu bytes", b.len);
	char *key = arena_strndup(a, lower ? (char *)lower : "", len);
	free(lower);
	return key;
}

static int by_value(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

/* The neighbouring characters of s, sorted; a single character is paired with nothing. */
static uint64_t *pairs_of(struct arena *a, const char *s, size_t *count)
{
	size_t n = s ? strlen(s) : 0, k = 0;
	uint64_t *pairs = arena_array(a, uint64_t, n + 1);
	uint32_t cp = 0, before = 0;
	for (size_t i = 0, chars = 0; i < n; chars++, before = cp) {
		i += utf8_next(s + i, n - i, &cp);
		if (chars)
			pairs[k++] = (uint64_t)before << 32 | cp;
	}
	if (n && !k)
		pairs[k++] = cp;
	qsort(pairs, k, sizeof *pairs, by_value);
	*count = k;
	return pairs;
}

int text_similar(const char *key1, const char *key2)
{
	struct arena a = {0};
	size_t n, m, common = 0;
	const uint64_t *x = pairs_of(&a, key1, &n), *y = pairs_of(&a, key2, &m);
	for (size_t i = 0, j = 0; i < n && j < m;) {
		if (x[i] == y[j]) {
			common++;
			i++;
			j++;
		} else if (x[i] < y[j]) {
			i++;
		} else {
			j++;
		}
	}
	arena_free(&a);
	return n + m ? (int)(2000 * common / (n + m)) : 0;
}

static uint64_t mix(uint64_t x)
{
	x ^= x >> 30;
	x *= 0xbf58476d1ce4e5b9u;
	x ^= x >> 27;
	x *= 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

/* MinHash: the least of a random order over the pairs is the same in two texts with the odds of their overlap; three together are a mark. */
void text_marks(const char *key, uint64_t salt, int64_t out[TEXT_MARKS])
{
	enum { ROWS = 3 };
	const uint64_t bits48 = ((uint64_t)1 << 48) - 1; /* six bytes in the index */
	struct arena a = {0};
	size_t n;
	const uint64_t *pairs = pairs_of(&a, key, &n);
	for (unsigned m = 0; m < TEXT_MARKS; m++) {
		uint64_t mark = mix(salt + m);
		for (unsigned r = 0; r < ROWS; r++) {
			uint64_t seed = mix((m * ROWS + r + 1) * 0x9e3779b97f4a7c15u), least = UINT64_MAX;
			for (size_t i = 0; i < n; i++) {
				uint64_t h = mix(pairs[i] ^ seed);
				least = h < least ? h : least;
			}
			mark = mix(mark ^ least);
		}
		out[m] = (int64_t)(mark & bits48);
	}
	arena_free(&a);
}
