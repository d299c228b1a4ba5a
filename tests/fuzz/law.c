/* Time-limit texts, rule codes and holiday notices of any kind: a rule that prints and parses as itself, a calendar or one clear line. */
#include <string.h>
#include "law/rule.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("自信息形成或者变更之日起20个工作日内"), SEED("每年1月31日前"), SEED("依据实际情况及时更新"), SEED("批复后二十日内"), SEED("BEFORE(7,cd)"), SEED("WD(20)"),
	SEED("FIX(02-29)"), SEED("date\tkind\tname\tsource\n2027-01-01\tholiday\t元旦\t国办发明电〔2026〕1号\n2027-01-02\tholiday\t元旦\t国办发明电〔2026〕1号\n"),
	SEED("date,kind,name,source\n2027-01-03,workday,元旦,x\n"), {0},
};

static void rules(const char *s, const struct calendar *c, struct arena *a)
{
	struct rule r, again;
	struct err e = {0};
	char code[RULE_LEN], code2[RULE_LEN];
	struct rule_due due;
	struct rule_facts facts = RULE_NO_FACTS;
	facts.formed = day_make(2026, 2, 10);
	for (int way = 0; way < 2; way++) {
		if (way ? !rule_parse(s, &r, &e) : !rule_read(s, &r))
			continue;
		FUZZ_CHECK(rule_parse(rule_print(&r, code), &again, &e));
		FUZZ_CHECK(!strcmp(code, rule_print(&again, code2)));
		FUZZ_CHECK(*rule_text(&r, a));
		rule_due(c, &r, &facts, a, &due);
		FUZZ_CHECK(due.due == DAY_NONE || due.target <= due.due);
	}
}

static void notices(const char *s, const struct calendar *have, struct arena *a)
{
	struct calendar_rows rows;
	struct calendar *c;
	struct err e = {0};
	if (!calendar_parse(s, a, &rows, &e)) {
		FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n'));
		return;
	}
	if (calendar_check_import(have, &rows, &e))
		FUZZ_CHECK(calendar_build(rows.rows, rows.n, a, &c, &e));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena kept; /* building a calendar for every input would be most of the run */
	static struct calendar *c;
	struct arena a = {0};
	if (!c)
		c = calendar_embedded(&kept);
	char *s = arena_strndup(&a, (const char *)data, n);
	rules(s, c, &a);
	notices(s, c, &a);
	arena_free(&a);
	return 0;
}
