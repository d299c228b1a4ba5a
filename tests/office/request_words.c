/* The filter line of the requests: whatever is registered, changed, imported, each way of asking finds exactly what a slow look finds. */
#include <string.h>

#include "base/text.h"
#include "office/backup.h"
#include "office/request.h"
#include "tests/tui/dice.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static const char *const names[] = {"王伟", "李四光", "清江远洋贸易有限公司", "Ａｂｃ公司"}, *const goods[] = {"进口冷冻水产品", "拍卖公告", "处罚 决定书", "查验率"};

static void register_some(struct office *o, uint64_t *seed, int n)
{
	struct err e = {0};
	for (int i = 0; i < n; i++) {
		const char *const words[][2] = {{"channel", dice(seed, 3) ? "in_person" : "post_plain"}, {"applicant_kind", "natural"},
			{"name", names[dice(seed, 4)]}, {"content", goods[dice(seed, 4)]}, {NULL, NULL}};
		assert_done(t_request(o, words, NULL, t_arena, &e));
	}
}

static void list(struct office *o, const struct request_filter *f, struct request_row **rows, size_t *n)
{
	struct err e = {0};
	assert_done(request_list(o, f, t_arena, rows, n, &e));
}

static struct request_filter none(void)
{
	struct request_filter f;
	record_clear(&request_filter_type, &f);
	return f;
}

/* A name or a text typed anew. */
static void change_one(struct office *o, uint64_t *seed)
{
	struct request_filter f = none();
	struct request_row *rows;
	struct request_change now;
	struct err e = {0};
	size_t n;
	list(o, &f, &rows, &n);
	int64_t id = rows[dice(seed, (int)n)].id;
	record_clear(&request_change_type, &now);
	assert_done(request_typed(o, id, t_arena, &now.now, NULL, &e));
	now.reason = "录错";
	now.version = INT_NONE;
	if (dice(seed, 2))
		now.now.applicant.name = names[dice(seed, 4)];
	else
		now.now.content = goods[dice(seed, 4)];
	(void)!t_do(o, verb_find("request.change"), id, &now, NULL, &e); /* the same again is refused */
}

static bool holds(const struct request_row *r, const char *words)
{
	const char *text = text_key(t_arena, arena_printf(t_arena, "%s %s %s", r->number, r->name, r->content));
	char *copy = arena_strdup(t_arena, words), *word;
	while ((word = strsep(&copy, " "))) {
		bool out = *word == '-' && word[1];
		const char *key = text_key(t_arena, word + out);
		if (*key && (strstr(text, key) != NULL) == out)
			return false;
	}
	return true;
}

static void assert_finds(struct office *o, const char *words, const char *state, bool open)
{
	struct request_filter f = none();
	struct request_row *all, *found;
	size_t n, k, at = 0;
	f.state = state;
	f.open = open;
	list(o, &f, &all, &n);
	f.words = words;
	for (int backward = 0; backward < 2; backward++) {
		f.backward = backward == 1;
		f.before_id = 0;
		list(o, &f, &found, &k);
		at = 0;
		for (size_t i = 0; i < n; i++) {
			const struct request_row *want = &all[backward ? n - 1 - i : i];
			if (!holds(want, words))
				continue;
			if (at >= k || found[at].id != want->id)
				fail_msg("“%s” %s %s: row %zu", words, state ? state : "", backward ? "backward" : "", at);
			at++;
		}
		assert_int_equal(at, k);
	}
}

TEST(every_way_of_asking_finds_what_a_slow_look_finds)
{
	static const char *const words[] = {"王伟", "冷冻", "处罚", "处罚决定", "李四 拍卖", "拍卖 -王伟", "-清江", "2026-0003", "abc", "ABC 查验", "没有", ""};
	uint64_t seed = 9;
	struct office *o = t_office("2026-03-09");
	for (int round = 0; round < 4; round++) {
		register_some(o, &seed, 8);
		for (int i = 0; i < 6; i++)
			change_one(o, &seed);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			assert_finds(o, words[i], NULL, false);
			assert_finds(o, words[i], NULL, true);
			assert_finds(o, words[i], "open", false);
			assert_finds(o, words[i], "archived", false);
		}
	}
	struct check_report report;
	struct err e = {0};
	assert_done(office_check(o, t_arena, &report, &e));
	bool checked = false;
	for (size_t i = 0; i < report.n; i++)
		if (!strcmp(report.lines[i].name, "request_keys"))
			checked = report.lines[i].ok;
	assert_true(checked);
}
