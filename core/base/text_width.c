#include "base/text.h"

#include <string.h>
#include "base/str.h"
#include "base/width_table.h"

static int ambiguous_cells = 1;

void width_set_ambiguous(int cells)
{
	BUG_ON(cells != 1 && cells != 2);
	ambiguous_cells = cells;
}

int width_ambiguous(void)
{
	return ambiguous_cells;
}

static bool in_ranges(uint32_t cp, const struct width_range *r, size_t n)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (cp > r[mid].last)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && cp >= r[low].first;
}

#define IN(cp, table) in_ranges((cp), (table), sizeof(table) / sizeof *(table))

int cell_width(uint32_t cp)
{
	if (cp < 0xA1)
		return 1;
	if (cp >= 0x4E00 && cp <= 0x9FFF)
		return 2;
	if (IN(cp, zero_width))
		return 0;
	if (IN(cp, wide))
		return 2;
	return IN(cp, ambiguous) ? ambiguous_cells : 1;
}

int text_cells(const char *s)
{
	int cells = 0;
	size_t n = s ? strlen(s) : 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		i += utf8_next(s + i, n - i, &cp);
		cells += cell_width(cp);
	}
	return cells;
}

size_t text_clip(const char *s, int cells, int *used)
{
	size_t n = s ? strlen(s) : 0, fits = 0;
	int width = 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		i += utf8_next(s + i, n - i, &cp);
		int w = cell_width(cp);
		if (width + w > cells)
			break;
		width += w;
		fits = i;
	}
	if (used)
		*used = width;
	return fits;
}

char *text_fit(struct arena *a, const char *s, int cells)
{
	struct str b = str_new(a);
	int used = 0, dots = 0;
	if (cells <= 0)
		return b.s;
	if (!s)
		s = "";
	size_t len = text_clip(s, cells, &used);
	if (s[len]) {
		dots = cells < 3 ? 0 : 2;
		len = text_clip(s, cells - dots, &used);
	}
	str_addn(&b, s, len);
	str_repeat(&b, '.', dots);
	str_repeat(&b, ' ', cells - used - dots);
	return b.s;
}
