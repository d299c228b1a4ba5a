#include <string.h>

#include "tests/test.h"
#include "base/text.h"
#include "office/identity.h"

static daynum today(void)
{
	return day_make(2026, 3, 2);
}

TEST(an_identity_card_is_checked_by_length_area_birthday_and_check_digit)
{
	static const struct { const char *number, *part; } cases[] = {
		{"11010519491231002X", NULL},
		{"11010519491231002x", NULL},
		{"１１０１０５１９４９１２３１００２Ｘ", NULL},
		{"110105 19491231 002X", NULL},
		{"440524188001010014", "出生"}, /* 1880: before the calendar */
		{"110105194912310021", "校验码"},
		{"11010519491331002X", "出生"},
		{"99010519491231002X", "地区码"},
		{"1101051949123100", "18位"},
		{"110105491231002", "15位"},
		{"身份证", "18位"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *d = identity_doubt("id_card", cases[i].number, today(), t_arena);
		if (!cases[i].part)
			assert_null(d);
		else if (!d || !strstr(d, cases[i].part))
			fail_msg("%s: %s", cases[i].number, d ? d : "no doubt");
	}
}

TEST(every_wrong_check_digit_of_a_card_is_found)
{
	char s[] = "11010519491231002X";
	int accepted = 0;
	for (const char *c = "0123456789X"; *c; c++) {
		s[17] = *c;
		accepted += !identity_doubt("id_card", s, today(), t_arena);
	}
	assert_int_equal(accepted, 1);
}

TEST(a_credit_code_is_checked_by_alphabet_and_check_character)
{
	assert_null(identity_doubt("uscc", "91350100M000100Y43", today(), t_arena));
	assert_null(identity_doubt("uscc", "91350100m000100y43", today(), t_arena));
	assert_non_null(identity_doubt("uscc", "91350100M000100Y44", today(), t_arena));
	assert_non_null(identity_doubt("uscc", "91350100I000100Y43", today(), t_arena));
	assert_non_null(identity_doubt("uscc", "91350100M000100Y4", today(), t_arena));
	char s[] = "91350100M000100Y43";
	int accepted = 0;
	for (const char *c = "0123456789ABCDEFGHJKLMNPQRTUWXY"; *c; c++) {
		s[17] = *c;
		accepted += !identity_doubt("uscc", s, today(), t_arena);
	}
	assert_int_equal(accepted, 1);
}

TEST(telephones_of_every_usual_kind_pass_and_broken_ones_warn)
{
	static const char *const good[] = {"13800138000", "+86 138-0013-8000", "0532-82955000", "(0532)82955000转8012", "82955000",
		"400-800-1234", "12360", "010 65194114", "１３８００１３８０００"};
	static const char *const bad[] = {"1380013800", "12800138000", "000", "abc", "138001380001"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (phone_doubt(good[i], t_arena))
			fail_msg("%s: %s", good[i], phone_doubt(good[i], t_arena));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!phone_doubt(bad[i], t_arena))
			fail_msg("%s passed", bad[i]);
	assert_null(phone_doubt(NULL, t_arena));
	assert_null(phone_doubt("　", t_arena));

	static const char *const right[] = {"a@b.cn", "ｗａｎｇ＠customs.gov.cn", "x.y-z@mail.example.com", ""};
	static const char *const wrong[] = {"nomail", "@b.cn", "a@", "a@b", "a@.cn", "a@b.", "a b@c.cn", "a@b@c.cn", "a@b.cn;c@d.cn"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		assert_null(email_doubt(right[i], t_arena));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (!email_doubt(wrong[i], t_arena))
			fail_msg("%s", wrong[i]);
	assert_null(postcode_doubt("２６６０００", t_arena));
	assert_non_null(postcode_doubt("26600", t_arena));
	assert_non_null(postcode_doubt("26600a", t_arena));
}

TEST(keys_forget_how_a_number_was_typed)
{
	assert_string_equal(identity_key("110105491231002", t_arena), "11010519491231002X");
	assert_string_equal(identity_key(" 11010519491231002x", t_arena), "11010519491231002X");
	assert_null(identity_key("——", t_arena));
	assert_string_equal(phone_key("+86 138-0013-8000", t_arena), "13800138000");
	assert_string_equal(phone_key("（0532）82955000转12", t_arena), "053282955000");
	assert_null(phone_key("无", t_arena));
}
