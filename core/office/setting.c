#include "office/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "gen/q_office.h"
#include "gen/q_setting.h"
#include "law/reminder.h"
#include "office/seed.h"
#include "paper/grid.h"
#include "paper/render.h"

static const struct choice boundaries[] = {
	{"(sent,received]", N_("发出次日起至收到当日不计"), NULL},
	{"(sent,received)", N_("发出次日起至收到前一日不计"), NULL},
	{"[sent,received]", N_("发出当日起至收到当日不计"), NULL},
	{NULL, NULL, NULL},
};

static const struct choice heads[] = {
	{"none", N_("预印红头纸"), NULL},
	{"black", N_("黑色"), NULL},
	{"red", N_("红色"), NULL},
	{NULL, NULL, NULL},
};

static const struct choice envelopes[] = {
	{"a4", N_("A4，剪下来贴"), NULL},
	{"b6", N_("B6（3号，176×125毫米）"), NULL},
	{"dl", N_("DL（5号，220×110毫米）"), NULL},
	{"zl", N_("ZL（6号，230×120毫米）"), NULL},
	{"c5", N_("C5（7号，229×162毫米）"), NULL},
	{"c4", N_("C4（9号，324×229毫米）"), NULL},
	{NULL, NULL, NULL},
};

const struct setting_key setting_keys[] = {
	{"office", N_("机关名称"), NULL, FIELD_TEXT, NULL, N_("文书落款与抬头")},
	{"prefix", N_("机关代字"), NULL, FIELD_TEXT, NULL, N_("发文字号中的代字")},
	{"superior", N_("直属海关"), NULL, FIELD_TEXT, NULL, N_("行政复议机关（上一级）")},
	{"court", N_("人民法院"), NULL, FIELD_TEXT, NULL, N_("行政诉讼的管辖法院")},
	{"address", N_("地址"), NULL, FIELD_TEXT, NULL, N_("受理与邮寄地址")},
	{"postcode", N_("邮政编码"), NULL, FIELD_TEXT, NULL, NULL},
	{"contact", N_("联系人"), NULL, FIELD_TEXT, NULL, NULL},
	{"phone", N_("联系电话"), NULL, FIELD_TEXT, NULL, NULL},
	{"fax", N_("传真"), NULL, FIELD_TEXT, NULL, NULL},
	{"email", N_("电子邮箱"), NULL, FIELD_TEXT, NULL, NULL},
	{"hours", N_("办公时间"), NULL, FIELD_TEXT, NULL, NULL},
	{"website", N_("网站"), NULL, FIELD_TEXT, NULL, N_("主动公开的网站地址")},
	{"superior_address", N_("直属海关地址"), NULL, FIELD_TEXT, NULL, N_("复议申请寄送地址")},
	{"court_address", N_("法院地址"), NULL, FIELD_TEXT, NULL, NULL},
	{"online_review", N_("网上复议渠道"), NULL, FIELD_TEXT, NULL, N_("网上送达时一并告知")},
	{"fee_account", N_("收费账户"), NULL, FIELD_LINES, NULL, N_("信息处理费缴纳方式")},
	{"seal", N_("印章位置"), "yes", FIELD_FLAG, NULL, N_("落款处留出盖章位置")},
	{"exclusion_boundary", N_("征询期间的起止"), "(sent,received]", FIELD_CODE, boundaries, N_("法规没有规定，印在期限明细上；只用于以后的办件")},
	{"extension_spent", N_("重新起算前用过的延期"), "yes", FIELD_FLAG, NULL, N_("是：补正或缴费重新起算后不得再延期")},
	{"two_person", N_("双人制"), "no", FIELD_FLAG, NULL, N_("批准人与经办人不得为同一人")},
	{"retention", N_("案卷保管期限"), NULL, FIELD_TEXT, NULL, N_("归档时没有填写的，照此；如 30年")},
	{"file_copy", N_("抄送上级备案"), "no", FIELD_FLAG, NULL, N_("归档前须登记备案")},
	{"name_applicant", N_("征询函写明申请人"), "no", FIELD_FLAG, NULL, N_("第三方征询函是否写出申请人姓名")},
	{"reminders", N_("提醒天数"), "5,3,1,0", FIELD_LINES, NULL, N_("到期前第几个工作日提醒，逗号分隔；可另起一行写某一种期限，如 third_party=3,1,0")},
	{"number_patterns", N_("文号格式"), N_("{prefix}〔{year}〕{serial}号"), FIELD_LINES, NULL, N_("每行一种：文书=格式；第一行不写文书者为通用；{serial} 共用流水号，{own} 本类文书自己的；不印文号的内部用纸另编“内”字号")},
	{"asap_days", N_("“及时”按几个工作日"), "20", FIELD_INT, NULL, N_("上限 20 个工作日（条例26）")},
	{"verify_days", N_("“及时更新”复核天数"), "90", FIELD_INT, NULL, N_("及时更新的事项超过这些天没有公开或复核，目录检查提示")},
	{"index_prefix", N_("索引号前段码"), NULL, FIELD_TEXT, NULL, N_("发布机构的9位机构代码；空则索引号只有后段码")},
	{"printer", N_("打印机"), NULL, FIELD_TEXT, NULL, N_("默认打印队列")},
	{"printer_duplex", N_("双面打印"), "no", FIELD_FLAG, NULL, N_("成批打印时每份文书仍从正面起")},
	{"printer_tray", N_("纸盒"), NULL, FIELD_TEXT, NULL, N_("打印机说的纸盒名称，如 tray-1、manual；空则由打印机定")},
	{"printer_head", N_("文头"), "black", FIELD_CODE, heads, N_("预印红头纸选 none：文头和红线不印，位置不变")},
	{"printer_offset", N_("打印位置修正"), NULL, FIELD_TEXT, NULL, N_("向右、向下移动的毫米数，如 1.5,-2；照测试页上的十字量")},
	{"envelope", N_("信封"), "a4", FIELD_CODE, envelopes, N_("印信封用的尺寸（GB/T 1416）；A4 是剪下来贴的")},
	{"text_profile", N_("针式打印机"), NULL, FIELD_LINES, NULL, N_("每行一项：start、page、end（十六进制代码），charset、columns、lines")},
	{"copies", N_("打印套数"), NULL, FIELD_LINES, NULL, N_("每行一种：文书=套数；不写文书的一行用于其余各种；空则按模板的份数")},
	{"seed", N_("自带资料"), NULL, FIELD_TEXT, NULL, NULL}, /* digest of db/seed, see office/seed.h; not shown */
	{0},
};

const struct setting_key *setting_key_find(const char *key)
{
	for (const struct setting_key *k = setting_keys; k->key; k++)
		if (!strcmp(k->key, key))
			return k;
	return NULL;
}

const char *setting_get(struct office *o, const char *key, daynum day, struct arena *a)
{
	const struct setting_key *k = setting_key_find(key);
	struct err ignored = {0};
	if (!k)
		BUG("no setting %s", key);
	struct q *q = q_open(o->store, &Q_setting_on);
	q_text(q, "key", key);
	q_day(q, "day", day == DAY_NONE ? desk_today(o->desk) : day);
	const char *v = q_row(q, &ignored) ? q_get_text(q, "value", a) : k->fallback;
	q_end(q);
	return v && *v ? v : NULL;
}

int64_t setting_version(struct office *o, const char *key, daynum day)
{
	struct err ignored = {0};
	struct q *q = q_open(o->store, &Q_setting_on);
	q_text(q, "key", key);
	q_day(q, "day", day == DAY_NONE ? desk_today(o->desk) : day);
	int64_t version = q_row(q, &ignored) ? q_get_int(q, "version") : 0;
	q_end(q);
	return version;
}

int64_t setting_int(struct office *o, const char *key, daynum day)
{
	struct arena a = {0};
	const char *v = setting_get(o, key, day, &a);
	int64_t n = v ? strtoll(v, NULL, 10) : INT_NONE;
	arena_free(&a);
	return n;
}

bool setting_flag(struct office *o, const char *key, daynum day)
{
	struct arena a = {0};
	const char *v = setting_get(o, key, day, &a);
	bool on = v && !strcmp(v, "yes");
	arena_free(&a);
	return on;
}

const char *setting_need(struct office *o, const char *key, daynum day, struct arena *a, struct err *e)
{
	const char *v = setting_get(o, key, day, a);
	if (!v)
		err_set(e, ERR_RULE, _("请先填写设置“%s”（%s）"), tr(setting_key_find(key)->label), key);
	return v;
}

bool setting_put(struct office *o, const char *key, const char *value, daynum valid_from, struct err *e)
{
	struct q *q = q_open(o->store, &Q_setting_put);
	q_text(q, "key", key);
	q_text(q, "value", value);
	if (valid_from == DAY_NONE)
		q_text(q, "valid_from", "2000-01-01");
	else
		q_day(q, "valid_from", valid_from);
	bool ok = q_run(q, e);
	q_end(q);
	if (!ok || strcmp(key, "office") != 0)
		return ok;
	q = q_open(o->store, &Q_office_name_set);
	q_text(q, "name", value);
	ok = q_run(q, e);
	q_end(q);
	return ok;
}

bool seed_settings(struct office *o, struct err *e)
{
	(void)o, (void)e;
	return true; /* a key without a row has its default */
}

/* --- the verb ---------------------------------------------------------------------------------------------------------- */

static const struct field setting_fields[] = {
	{.name = "key", .label = N_("设置"), .type = FIELD_TEXT, .offset = FIELD_AT(setting_args, key), .flags = FIELD_REQUIRED},
	{.name = "value", .label = N_("值"), .type = FIELD_LINES, .offset = FIELD_AT(setting_args, value)},
	{.name = "valid_from", .label = N_("起用日期"), .type = FIELD_DATE, .offset = FIELD_AT(setting_args, valid_from)},
	{0},
};
const struct record_type SETTING_ARGS = {"setting", N_("设置"), sizeof(struct setting_args), setting_fields};

/* One value, parsed by the field type of its key, as the record layer parses it. */
struct value {
	const char *text;
	int64_t number;
	int8_t flag;
};

static const char *normalise(struct verb_call *call, const struct setting_key *k, const char *text, struct err *e)
{
	struct field field[] = {
		{.name = k->key, .label = k->label, .type = k->type, .choices = k->choices, .offset = FIELD_AT(value, text)},
		{0},
	};
	struct record_type type = {"setting", k->label, sizeof(struct value), field};
	struct value v;
	struct input in = office_input(call->office);
	if (k->type == FIELD_INT)
		field[0].offset = FIELD_AT(value, number);
	if (k->type == FIELD_FLAG)
		field[0].offset = FIELD_AT(value, flag);
	record_clear(&type, &v);
	if (!record_set(&type, &v, field, text, &in, call->arena, e))
		return NULL;
	const char *stored = record_stored(field, &v, call->arena);
	return stored ? stored : "";
}

/* Is there a letter of that kind? Shipped files are named by it: receipt-2019.letter. */
static bool letter_kind_known(const char *kind, size_t n)
{
	for (const struct embedded *f = gen_letters; f->name; f++)
		if (!strncmp(f->name, kind, n) && (f->name[n] == '-' || f->name[n] == '.'))
			return true;
	return false;
}

/* One pattern: a serial and the year, else two letters would bear one number; no other braces, which would be printed as they stand. */
static bool pattern_good(const char *p, int line, struct err *e)
{
	static const char *const names[] = {"{prefix}", "{year}", "{serial}", "{own}"};
	enum { NAMES = sizeof names / sizeof *names };
	size_t kind = strcspn(p, "=");
	bool own = strstr(p, "{own}") != NULL, serial = own || strstr(p, "{serial}");
	if (p[kind] && (!kind || !letter_kind_known(p, kind)))
		return err_field(e, "number_patterns", _("文号格式第%d行：没有“%.*s”这种文书"), line, (int)kind, p);
	for (const char *s = strpbrk(p, "{}"); s; s = strpbrk(s, "{}")) {
		size_t i = 0;
		while (i < NAMES && strncmp(s, names[i], strlen(names[i])))
			i++;
		if (i == NAMES)
			return err_field(e, "number_patterns", _("文号格式第%d行：大括号里只能是 {prefix}、{year}、{serial}、{own}"), line);
		s += strlen(names[i]);
	}
	if (own && !p[kind])
		return err_field(e, "number_patterns", _("文号格式第%d行：{own} 是一种文书自己的流水号，这一行要写 文书=格式"), line);
	return (strstr(p, "{year}") && serial) || err_field(e, "number_patterns", _("文号格式第%d行须有 {year}，并有 {serial} 或 {own}"), line);
}

/* What two lines have in common if they could give one number to two letters: what stands behind the kind, one serial for the other. */
static const char *pattern_shape(const char *p, struct arena *a)
{
	const char *eq = strchr(p, '='), *own;
	p = eq ? eq + 1 : p;
	own = strstr(p, "{own}");
	return own ? arena_printf(a, "%.*s{serial}%s", (int)(own - p), p, own + 5) : p;
}

static bool patterns_good(const char *text, struct err *e)
{
	enum { MOST = 64 };
	struct arena a = {0};
	const char *line[MOST];
	int lines = 0;
	bool good = true;
	while (good && *text && lines < MOST) {
		size_t n = strcspn(text, "\n");
		line[lines] = arena_strndup(&a, text, n);
		good = !n || pattern_good(line[lines], lines + 1, e);
		text += n + (text[n] == '\n');
		lines++;
	}
	for (int i = 0; good && i < lines; i++)
		for (int k = 0; good && k < i; k++)
			if (*line[i] && (strstr(line[i], "{own}") || strstr(line[k], "{own}")) && !strcmp(pattern_shape(line[i], &a), pattern_shape(line[k], &a)))
				good = err_field(e, "number_patterns", _("文号格式第%d行和第%d行会给两份文书同一个文号"), k + 1, i + 1);
	arena_free(&a);
	return good;
}

/* 2, receipt=1: a number of 1 to 99 on every line. */
static bool copies_good(const char *text, struct err *e)
{
	for (const char *p = text; *p; p += strcspn(p, "\n"), p += *p == '\n') {
		size_t len = strcspn(p, "\n"), kind = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789_");
		bool named = kind && kind < len && p[kind] == '=';
		const char *digits = named ? p + kind + 1 : p;
		char *end;
		long n = strtol(digits, &end, 10);
		if (len && (end == digits || end != p + len || n < 1 || n > 99))
			return err_field(e, "copies", _("打印套数每行写一个1至99的数，或者 文书代码=套数，如 receipt=1"));
		if (named && !letter_kind_known(p, kind))
			return err_field(e, "copies", _("打印套数：没有“%.*s”这种文书，代码见 gwgk letter kinds"), (int)kind, p);
	}
	return true;
}

/* What a type cannot say of a value. */
static bool check_value(const struct setting_key *k, const char *value, struct err *e)
{
	long n = strtol(value, NULL, 10);
	if (!*value)
		return true;
	if (!strcmp(k->key, "asap_days") && (n < 1 || n > 20))
		return err_field(e, "asap_days", _("“及时”须在 1 至 20 个工作日之间"));
	if (!strcmp(k->key, "verify_days") && (n < 1 || n > 3660))
		return err_field(e, "verify_days", _("复核天数须在 1 至 3660 之间"));
	struct reminders ladder;
	if (!strcmp(k->key, "reminders") && !reminders_parse(value, &ladder, e))
		return false;
	struct paper_shift shift;
	struct text_profile profile;
	if (!strcmp(k->key, "printer_offset") && !paper_shift_parse(value, &shift))
		return err_field(e, "printer_offset", _("打印位置修正应为向右、向下的毫米数，如 1.5,-2，最多20毫米"));
	if (!strcmp(k->key, "text_profile"))
		return text_profile_parse(value, &profile, e);
	if (!strcmp(k->key, "copies"))
		return copies_good(value, e);
	return strcmp(k->key, "number_patterns") || patterns_good(value, e);
}

static bool set_run(struct verb_call *call, struct err *e)
{
	const struct setting_args *in = call->args;
	const struct setting_key *k = setting_key_find(in->key);
	if (!k || !strcmp(k->key, "seed"))
		return err_field(e, "key", _("没有设置 %s"), in->key);
	const char *value = normalise(call, k, in->value ? in->value : "", e);
	if (!value)
		return false;
	if (!check_value(k, value, e) || !setting_put(call->office, k->key, value, in->valid_from, e))
		return false;
	call->result = arena_printf(call->arena, _("%s：%s"), tr(k->label), *value ? value : _("（空）"));
	return true;
}

const struct verb setting_set = {
	.name = "setting.set", .label = N_("修改设置"), .args = &SETTING_ARGS, .run = set_run,
};
const struct verb *const setting_verbs[] = {&setting_set, NULL};
