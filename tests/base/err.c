#include "tests/test.h"

#include <string.h>
#include "base/text.h"

TEST(the_first_cause_of_an_error_stays)
{
	struct err e = {0};
	assert_false(err_field(&e, "title", "%s", "一"));
	assert_false(err_set(&e, ERR_SYSTEM, "%s", "二"));
	assert_string_equal(e.text, "一");
	assert_string_equal(e.field, "title");
	assert_string_equal(err_code_name(e.code), "INPUT");
	err_clear(&e);
	assert_true(e.code == ERR_NONE && !e.text[0] && !e.field[0]);
	assert_false(err_set(NULL, ERR_RULE, "x"));
}

TEST(a_message_is_one_line_of_text_whatever_it_quotes)
{
	struct err e = {0};
	err_set(&e, ERR_INPUT, "「%s」", "a\n\033[31m\xFF\xC2\x9B海");
	assert_string_equal(e.text, "「a  [31m?  海」");
	/* Cut at every offset inside a character. */
	for (size_t pad = 0; pad < 4; pad++) {
		char *s = arena_alloc(t_arena, 2001);
		memset(s, 'x', pad);
		for (size_t i = pad; i + 3 <= 2000; i += 3)
			memcpy(s + i, "海", 3);
		err_clear(&e);
		err_set(&e, ERR_INPUT, "%s", s);
		assert_true(text_valid(e.text, strlen(e.text)));
		assert_in_range(strlen(e.text), sizeof e.text - 5, sizeof e.text - 1);
		assert_null(strchr(e.text, '?'));
	}
}
