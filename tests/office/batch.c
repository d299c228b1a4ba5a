/* One confirmation, many verbs: what is done stays done whatever the next row says, and each row has its own line in the log. */
#include <string.h>

#include "gen/q_audit.h"
#include "gen/q_office.h"
#include "office/batch.h"
#include "office/letter_view.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

enum { ROWS = 12 };

static int64_t lines(struct office *o)
{
	int64_t seq;
	struct err e = {0};
	assert_done(office_head(o, &seq, &e));
	return seq;
}

/* ROWS requests; every third is void, so that it can no longer be passed on. */
static struct office *cases(int64_t ids[ROWS])
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	for (int i = 0; i < ROWS; i++) {
		struct request_row *rows;
		struct request_filter f;
		size_t n;
		assert_done(t_request(o, NULL, NULL, t_arena, &e));
		record_clear(&request_filter_type, &f);
		f.limit = 1;
		assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
		ids[i] = rows[0].id;
		struct request_void why = {.reason = "重复登记"};
		struct verb_call call = {0};
		if (i % 3 == 2)
			assert_done(t_do(o, verb_find("request.void"), ids[i], &why, &call, &e));
	}
	return o;
}

static const struct batch_act *transfer(struct step_args *args)
{
	static struct batch_act act;
	act = (struct batch_act){.verb = verb_find("request.transfer"), .args = args};
	record_clear(act.verb->args, args);
	args->body = "信访办";
	return &act;
}

static const char *state_of(struct office *o, int64_t id)
{
	struct request_view v;
	struct err e = {0};
	assert_done(request_load(o, id, t_arena, &v, &e));
	return v.c.matter.state;
}

TEST(a_refused_row_keeps_its_reason_and_the_others_are_done_each_with_its_line)
{
	int64_t ids[ROWS];
	struct office *o = cases(ids);
	struct step_args args;
	struct batch b;
	const struct batch_act *act = transfer(&args);
	int64_t before = lines(o);
	batch_open(&b, o);
	for (int i = 0; i < ROWS; i++) {
		unsigned char cmd[CMD_ID_LEN];
		cmd_id_new(o->desk, cmd);
		batch_add(&b, ids[i], act, cmd);
	}
	size_t steps = 1;
	while (batch_step(&b))
		steps++;
	assert_int_equal(steps, ROWS);
	assert_int_equal(b.done, ROWS - ROWS / 3);
	assert_int_equal(b.refused, ROWS / 3);
	for (int i = 0; i < ROWS; i++) {
		assert_int_equal(b.rows[i].state, i % 3 == 2 ? BATCH_REFUSED : BATCH_DONE);
		assert_non_null(strstr(b.rows[i].text, i % 3 == 2 ? "作废" : "2026-"));
		assert_string_equal(state_of(o, ids[i]), i % 3 == 2 ? "void" : "decided");
	}
	assert_int_equal(lines(o) - before, ROWS); /* done or refused, a line each */
	batch_close(&b);
	t_verify(o);
}

/* Esc between two rows: nothing is undone, nothing more is done. The same commands again do only what is missing. */
TEST(a_batch_stopped_midway_and_run_again_does_each_row_once)
{
	int64_t ids[ROWS];
	struct office *o = cases(ids);
	struct step_args args;
	const struct batch_act *act = transfer(&args);
	unsigned char cmd[ROWS][CMD_ID_LEN];
	int64_t before = 0;
	for (int i = 0; i < ROWS; i++)
		cmd_id_new(o->desk, cmd[i]);
	for (int round = 0; round < 3; round++) {
		struct batch b;
		batch_open(&b, o);
		for (int i = 0; i < ROWS; i++)
			if (i % 3 != 2)
				batch_add(&b, ids[i], act, cmd[i]);
		for (int i = 0; i < (round ? ROWS : 3); i++)
			batch_step(&b);
		assert_int_equal(b.done, round ? b.n : 3);
		assert_string_equal(state_of(o, ids[10]), round ? "decided" : "open");
		if (round == 2)
			assert_int_equal(lines(o), before);
		before = lines(o);
		batch_close(&b);
	}
	t_verify(o);
}

static bool not_the_second(struct office *o, int64_t id, void *args, struct arena *a, struct err *e)
{
	(void)a;
	((struct step_args *)args)->body = "咨询窗口";
	(void)o;
	return id != 2 || err_set(e, ERR_RULE, "不办第二件");
}

TEST(what_a_row_needs_is_completed_in_its_own_copy)
{
	int64_t ids[ROWS];
	struct office *o = cases(ids);
	struct step_args args;
	struct batch_act act = *transfer(&args);
	struct batch b;
	unsigned char cmd[2][CMD_ID_LEN];
	act.prepare = not_the_second;
	batch_open(&b, o);
	for (int i = 0; i < 2; i++) {
		cmd_id_new(o->desk, cmd[i]);
		batch_add(&b, ids[i], &act, cmd[i]);
	}
	while (batch_step(&b))
		;
	assert_int_equal(b.done, 1);
	assert_string_equal(b.rows[1].text, "不办第二件");
	assert_string_equal(args.body, "信访办");
	batch_close(&b);
}

/* The file itself refuses: another row would meet the same. Here another process holds the turnstile. */
TEST(a_fault_of_the_file_ends_the_batch_and_leaves_the_rest_waiting)
{
	int64_t ids[ROWS];
	struct office *o = cases(ids);
	struct step_args args;
	const struct batch_act *act = transfer(&args);
	struct err e = {0};
	struct batch b;
	batch_open(&b, o);
	for (int i = 0; i < 2; i++) {
		unsigned char cmd[CMD_ID_LEN];
		cmd_id_new(o->desk, cmd);
		batch_add(&b, ids[i], act, cmd);
	}
	assert_true(batch_step(&b));
	struct desk desk = *o->desk;
	struct office *other = t_office_open(t_path("office.db"), "tester", &desk);
	store_limits(o->store, 50, 0);
	assert_done(store_begin(other->store, &e));
	assert_false(batch_step(&b));
	assert_non_null(b.fault);
	assert_int_equal(b.rows[1].state, BATCH_WAITS);
	assert_int_equal(b.next, 1);
	assert_false(batch_step(&b));
	store_rollback(other->store);
	office_close(other);
	batch_close(&b);
	assert_string_equal(state_of(o, ids[1]), "open");
}

static const char *due(struct office *o, int64_t id)
{
	const char *kind;
	struct err e = {0};
	return letter_due(o, id, t_arena, &kind, &e) ? kind : arena_strdup(t_arena, e.text);
}

/* First the receipt, then the letter of each step, last the decision; then none. */
TEST(the_letter_a_case_owes_is_that_of_the_first_step_without_one)
{
	int64_t ids[ROWS];
	struct office *o = cases(ids);
	struct err e = {0};
	struct verb_call call = {0};
	static const char *const settings[][2] = {{"court", "青岛铁路运输法院"}, {"address", "1号"}, {"postcode", "266500"}, {"phone", "0532-80001000"},
		{"email", "a@b.cn"}, {"hours", "8:30"}, {"fax", "1"}, {"office", "黄岛海关"}, {"superior", "青岛海关"}, {"prefix", "黄关"}};
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		struct setting_args set = {.key = settings[i][0], .value = settings[i][1], .valid_from = DAY_NONE};
		assert_done(t_do(o, &setting_set, INT_NONE, &set, &call, &e));
	}
	assert_string_equal(due(o, ids[0]), "receipt");
	struct step_args args;
	record_clear(verb_find("request.clarify")->args, &args);
	args.items = "补身份证明";
	assert_done(t_do(o, verb_find("request.clarify"), ids[0], &args, &call, &e));
	assert_string_equal(due(o, ids[0]), "clarify");
	struct letter_issue receipt = {.kind = "receipt", .on = DAY_NONE, .letter_id = INT_NONE};
	record_clear(verb_find("request.transfer")->args, &args);
	args.body = "信访办";
	assert_done(t_do(o, verb_find("letter.issue"), ids[1], &receipt, &call, &e));
	assert_true(strncmp(due(o, ids[1]), "2026-", 5) == 0); /* nothing, while it is worked on */
	assert_done(t_do(o, verb_find("request.transfer"), ids[1], &args, &call, &e));
	const char *outcome = due(o, ids[1]);
	assert_string_equal(outcome, "petition");
	assert_non_null(strstr(due(o, ids[2]), "没有到期要出的文书")); /* void */
}
