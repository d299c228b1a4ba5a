#include "base/desk.h"

#include "tests/test.h"

TEST(an_instant_is_read_back_as_it_was_written_and_nothing_else_is_read)
{
	static const char *const wrong[] = {"", "2026-03-09", "2026-03-09T01:02:03", "2026-03-09 01:02:03Z", "2026-02-30T01:02:03Z",
		"2026-03-09T24:00:00Z", "2026-03-09T01:60:00Z", "2026-03-09T01:02:03Zx", "2026-03-09T-1:02:03Z", "2026-03-09T01:02: 3Z"};
	char text[INSTANT_LEN];
	int64_t t;
	for (int64_t at = 0; at < INT64_C(4000000000); at += 98765431) {
		assert_true(instant_parse(instant_utc(at, text), &t));
		assert_int_equal(t, at);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (instant_parse(wrong[i], &t))
			fail_msg("read: %s", wrong[i]);
}
