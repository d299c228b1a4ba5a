/* Words that a letter may not use: law that has ended, and reasons that say nothing of the case. */
#include "paper/template_parts.h"

#include <string.h>

#include "base/text.h"

/* 165号 ended with 215号, 215号 with 244号 (domain: timeline). The others are words of 条例492: a case of that rule set keeps them. */
static const struct {
	const char *phrase, *last; /* the last day of a letter that may say so */
	bool family_2008;
	bool texts;        /* not in the text of a template; what a clerk types of the case may speak of it */
	const char *but;   /* the kind that says so by law */
} past_law[] = {
	{.phrase = N_("海关关务公开办法"), .last = "2014-03-31"},
	{.phrase = N_("海关政府信息公开办法"), .last = "2020-12-20"},
	{.phrase = N_("免予公开"), .last = "2019-05-14", .family_2008 = true},
	{.phrase = N_("工作秘密"), .last = "2019-05-14", .family_2008 = true},
	{.phrase = N_("再行申请"), .last = "2019-05-14", .family_2008 = true},
	{.phrase = N_("国务院令第492号"), .last = "2019-05-14", .family_2008 = true, .texts = true},
	{.phrase = N_("予以受理"), .last = "2019-05-14", .family_2008 = true, .texts = true},
	{.phrase = N_("视为同意"), .last = "2019-05-14", .family_2008 = true, .texts = true, .but = "coagency"},
};

const char *past_law_in(const struct template *t, daynum on, const char *text, daynum *first)
{
	for (size_t i = 0; i < sizeof past_law / sizeof *past_law; i++) {
		daynum last;
		if (!day_parse(past_law[i].last, &last))
			BUG("date %s", past_law[i].last);
		daynum latest = on != DAY_NONE ? on : t->valid_to; /* a text is as good as the last letter made from it */
		bool free = (past_law[i].texts && on != DAY_NONE) || (past_law[i].but && !strcmp(past_law[i].but, t->kind));
		bool may = free || (past_law[i].family_2008 && t->family == 2008) || (latest != DAY_NONE && latest <= last);
		*first = last + 1;
		if (!may && strstr(text, past_law[i].phrase))
			return past_law[i].phrase;
	}
	return NULL;
}

/* Longer phrases before the shorter ones they contain. */
static const char *const stock[] = {
	N_("可能危及"), N_("国家安全"), N_("公共安全"), N_("经济安全"), N_("社会稳定"), N_("合法权益"), N_("造成损害"), N_("公开后"), N_("行政执法案卷"), N_("讨论记录"),
	N_("过程稿"), N_("磋商信函"), N_("请示报告"), N_("人事管理"), N_("后勤管理"), N_("内部工作流程"), N_("履行行政管理职能过程中形成"), N_("行政机关"), N_("法定情形"), N_("损害"),
	N_("中华人民共和国"), N_("政府信息公开条例"), N_("法律、行政法规"), N_("有关规定"), N_("相关规定"), N_("法律法规"), N_("依法确定"), N_("不予公开"), N_("不宜公开"),
	N_("不能公开"), N_("不得公开"), N_("予以公开"), N_("不公开"), N_("国家秘密"), N_("商业秘密"), N_("个人隐私"), N_("内部事务"), N_("过程性信息"), N_("内部信息"),
	N_("政府信息"), N_("信息"), N_("第三方"), N_("经审查"), N_("经研究"), N_("本机关"), N_("你单位"), N_("申请人"), N_("申请"), N_("内容"), N_("所以"), N_("因此"), N_("由于"), N_("根据"),
	N_("依据"), N_("按照"), N_("依照"), N_("依法"), N_("规定"), N_("条例"), N_("属于"), N_("涉及"), N_("范围"), N_("理由"), N_("公开"), N_("不存在"), N_("不属于"), N_("属"), N_("不"),
	N_("一"), N_("二"), N_("三"), N_("四"), N_("五"), N_("六"), N_("七"), N_("八"), N_("九"), N_("十"), N_("第"), N_("条"), N_("款"), N_("项"), N_("的"), N_("该"), N_("因"), N_("为"), N_("你"),
};

static void strike(char *text, const char *phrase)
{
	size_t n = strlen(phrase);
	for (char *at; (at = strstr(text, phrase));)
		memmove(at, at + n, strlen(at + n) + 1);
}

bool stock_only(const char *text, struct arena *a)
{
	enum { SPECIFIC_LEAST = 4 }; /* characters that are left of a reason when its stock phrases are struck out */
	char *key = text_key(a, text);
	int left = 0;
	for (size_t i = 0; i < sizeof stock / sizeof *stock; i++)
		strike(key, text_key(a, stock[i]));
	for (const char *s = key; *s; s++)
		left += ((unsigned char)*s & 0xC0) != 0x80;
	return left < SPECIFIC_LEAST;
}
