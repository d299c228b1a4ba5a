/* rule_words.h — the words that rule_read.c knows a time limit by. (lint: pure table: compared with text, never shown) */
#ifndef LAW_RULE_WORDS_H
#define LAW_RULE_WORDS_H

#include "law/rule.h"

#define W_WITHIN "内"
#define W_BEFORE "前"
#define W_ZHI "之"
#define W_YI "以"
#define W_END_OF "底"
#define W_CLOSE_OF "末"
#define W_DAY "日"
#define W_YEAR "年"
#define W_AHEAD "提前"
#define W_MONTH "月"
#define W_ORDINAL "第"
#define W_FROM "起"
#define W_AFTER "后"
#define W_NATURAL_DAY "自然日"
#define W_CALENDAR_DAY "日历日"
#define W_CALENDAR_DAY2 "日历天"
#define W_DAY2 "天"
#define W_MONTHS "个月"
#define W_HOURS "小时"
#define W_HOURS2 "个小时"
#define W_WEEK "周"
#define W_WEEKS "个星期"
#define W_QUARTERS "个季度"
#define W_PIECE "个"
#define W_WORKING_DAY "工作日"
#define W_WORKING_DAY2 "工作天"

static const struct {
	const char *word;
	int value; /* 10 and 100 multiply */
} rule_numerals[] = {
	{"〇", 0}, {"零", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3}, {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9},
	{"十", 10}, {"百", 100},
};

static const struct {
	const char *words;
	enum rule_kind kind;
} rule_asap[] = {
	{"及时更新", RULE_ASAP_U}, {"动态更新", RULE_ASAP_U}, {"实时更新", RULE_ASAP_U}, {"随时更新", RULE_ASAP_U},
	{"即时更新", RULE_ASAP_U}, {"适时更新", RULE_ASAP_U}, {"及时发布", RULE_ASAP_P}, {"及时公开", RULE_ASAP_P},
	{"及时公布", RULE_ASAP_P}, {"及时公示", RULE_ASAP_P}, {"即时发布", RULE_ASAP_P}, {"即时公开", RULE_ASAP_P},
	{"实时发布", RULE_ASAP_P}, {"实时公开", RULE_ASAP_P}, {"适时发布", RULE_ASAP_P}, {"适时公开", RULE_ASAP_P},
};

#endif
