/* Anything a clerk may type into a date field: a day of the calendar, or a refusal in one line. */
#include <string.h>
#include "base/record.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("2026-03-02"), SEED("2026.3.2"), SEED("2026年3月2日"), SEED("20260302"), SEED("0302"), SEED("3.2"), SEED("今天"), SEED("."),
	SEED("+20"), SEED("++20"), SEED("２０２６－０２－２９"), SEED("2026-02-30"), SEED("-5"), {0},
};

static bool working_days(const void *ctx, daynum from, int n, daynum *out)
{
	(void)ctx;
	*out = from + n;
	return n < 1000;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const unsigned flags[] = {0, FIELD_PAST, FIELD_FUTURE};
	struct arena a = {0};
	char *s = arena_strndup(&a, (const char *)data, n);
	struct input in = {.today = day_make(2026, 3, 2), .working_days = working_days};
	for (size_t i = 0; i < 3; i++) {
		struct err e = {0};
		daynum d = DAY_NONE, again = DAY_NONE;
		char iso[DAY_ISO];
		if (!date_input(s, &in, flags[i], &d, &e)) {
			FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n') && text_valid(e.text, strlen(e.text)));
			continue;
		}
		if (d == DAY_NONE)
			continue;
		FUZZ_CHECK(day_year(d) >= 1900 && day_year(d) <= 2999);
		FUZZ_CHECK(day_parse(day_iso(d, iso), &again) && again == d);
	}
	arena_free(&a);
	return 0;
}
