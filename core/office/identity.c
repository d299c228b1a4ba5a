#include "office/identity.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"

/* Letters and digits only, upper case, full-width folded. */
static char *bare(const char *s, struct arena *a)
{
	struct str out = str_new(a);
	for (const char *p = text_fold(a, s ? s : ""); *p; p++)
		if (isalnum((unsigned char)*p))
			str_char(&out, (char)toupper((unsigned char)*p));
	return out.s;
}

static bool digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isdigit((unsigned char)s[i]))
			return false;
	return true;
}

static int number_at(const char *s, int n)
{
	int v = 0;
	for (int i = 0; i < n; i++)
		v = v * 10 + (s[i] - '0');
	return v;
}

/* GB 11643-1999, annex: ISO 7064 MOD 11-2 over 17 digits. */
static char card_check(const char *s)
{
	static const int weight[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int sum = 0;
	for (int i = 0; i < 17; i++)
		sum += (s[i] - '0') * weight[i];
	return "10X98765432"[sum % 11];
}

static const char *card_doubt(const char *s, daynum today)
{
	static const char areas[] = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
	size_t n = strlen(s);
	if (n == 15 && digits(s, 15))
		return _("是15位旧身份证号，请核对");
	if (n != 18 || !digits(s, 17) || !(isdigit((unsigned char)s[17]) || s[17] == 'X'))
		return _("身份证号应为18位");
	char area[4] = {s[0], s[1], ' ', 0};
	if (!strstr(areas, area))
		return _("身份证号的地区码不存在");
	daynum born = day_make(number_at(s + 6, 4), number_at(s + 10, 2), number_at(s + 12, 2));
	if (born == DAY_NONE || born > today)
		return _("身份证号中的出生日期不成立");
	if (card_check(s) != s[17])
		return _("身份证号校验码不符");
	return NULL;
}

/* GB 32100-2015: 31 characters without I O S V Z, weights 3^i mod 31. */
static const char *uscc_doubt(const char *s)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	if (strlen(s) != 18)
		return _("统一社会信用代码应为18位");
	int sum = 0, weight = 1;
	for (int i = 0; i < 18; i++) {
		const char *at = strchr(alphabet, s[i]);
		if (!at)
			return _("统一社会信用代码含有不使用的字母");
		if (i < 17)
			sum += (int)(at - alphabet) * weight;
		weight = weight * 3 % 31;
	}
	return alphabet[(31 - sum % 31) % 31] == s[17] ? NULL : _("统一社会信用代码校验码不符");
}

const char *identity_doubt(const char *kind, const char *number, daynum today, struct arena *a)
{
	if (!kind || text_is_blank(number))
		return NULL;
	const char *s = bare(number, a);
	size_t n = strlen(s);
	if (strcmp(kind, "id_card") == 0)
		return card_doubt(s, today);
	if (strcmp(kind, "uscc") == 0)
		return uscc_doubt(s);
	if (strcmp(kind, "passport") == 0 && (n < 6 || n > 12))
		return _("护照号应为6至12位字母和数字");
	if (strcmp(kind, "hk_macao") == 0 && !((n == 9 || n == 11) && strchr("HM", s[0]) && digits(s + 1, n - 1)))
		return _("港澳通行证号应为H或M加8位（或10位）数字");
	if (strcmp(kind, "taiwan") == 0 && !(n >= 8 && n <= 10))
		return _("台胞证号应为8至10位");
	return NULL;
}

const char *identity_key(const char *number, struct arena *a)
{
	if (text_is_blank(number))
		return NULL;
	char *s = bare(number, a);
	if (!*s)
		return NULL;
	if (strlen(s) != 15 || !digits(s, 15))
		return s;
	char *card = arena_printf(a, "%.6s19%.9sX", s, s + 6);
	card[17] = card_check(card);
	return card;
}

/* Digits of the number itself: country code off, extension off. */
static char *phone_digits(const char *phone, struct arena *a)
{
	struct str out = str_new(a);
	const char *s = text_trim(a, text_fold(a, phone));
	const char *ext = strstr(s, _("转"));
	if (strncmp(s, "+86", 3) == 0)
		s += 3;
	else if (strncmp(s, "0086", 4) == 0)
		s += 4;
	for (; *s && s != ext; s++)
		if (isdigit((unsigned char)*s))
			str_char(&out, *s);
		else if (!strchr(" -()", *s))
			break;
	return out.s;
}

const char *phone_key(const char *phone, struct arena *a)
{
	if (text_is_blank(phone))
		return NULL;
	char *s = phone_digits(phone, a);
	return strlen(s) >= 5 ? s : NULL;
}

const char *phone_doubt(const char *phone, struct arena *a)
{
	if (text_is_blank(phone))
		return NULL;
	const char *s = phone_digits(phone, a);
	size_t n = strlen(s);
	bool mobile = n == 11 && s[0] == '1' && s[1] >= '3';
	bool area = s[0] == '0' && s[1] != '0' && n >= 10 && n <= 12;
	bool local = (n == 7 || n == 8) && s[0] >= '2';
	bool service = n == 5 && s[0] == '1';
	bool free_call = n == 10 && (strncmp(s, "400", 3) == 0 || strncmp(s, "800", 3) == 0);
	if (mobile || area || local || service || free_call)
		return NULL;
	return n == 11 ? _("手机号码不成立") : _("电话号码位数不成立");
}

const char *email_doubt(const char *email, struct arena *a)
{
	if (text_is_blank(email))
		return NULL;
	const char *s = text_trim(a, text_fold(a, email)), *at = strchr(s, '@'), *dot = at ? strchr(at, '.') : NULL;
	return at && at > s && dot && dot > at + 1 && dot[1] && !strchr(at + 1, '@') && !strpbrk(s, " ,;") ? NULL : _("电子邮箱不成立");
}

const char *postcode_doubt(const char *postcode, struct arena *a)
{
	if (text_is_blank(postcode))
		return NULL;
	const char *s = text_trim(a, text_fold(a, postcode));
	return strlen(s) == 6 && strspn(s, "0123456789") == 6 ? NULL : _("邮政编码应为6位数字");
}
