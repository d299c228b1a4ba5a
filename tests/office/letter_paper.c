/* Letters on paper: three hundred in one job, a jam at the 117th, printers that fail. The printer is a file that takes bytes. */
#include "tests/office_fixture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/file.h"
#include "base/str.h"
#include "office/letter_send.h"
#include "office/setting.h"
#include "tests/test.h"

enum { LETTERS = 300, JAM = 117 };

static struct office *office_with(int64_t *ids, size_t n)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct verb_call call = {0};
	struct setting_args set = {.key = "phone", .value = "0532-80001000", .valid_from = DAY_NONE};
	assert_done(t_do(o, verb_find("setting.set"), INT_NONE, &set, &call, &e));
	for (size_t i = 0; i < n; i++) {
		struct letter_issue receipt = {.kind = "receipt", .on = DAY_NONE, .letter_id = INT_NONE};
		const char *const words[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", "张三"}, {"phone", "13800000000"},
			{"content", arena_printf(t_arena, "第%zu号单证", i + 1)}, {"arrived", "."}, {NULL, NULL}};
		assert_done(t_request(o, words, NULL, t_arena, &e));
		assert_done(t_do(o, verb_find("letter.issue"), (int64_t)i + 1, &receipt, &call, &e));
		ids[i] = receipt.letter_id;
	}
	return o;
}

/* An empty printer: what is printed next stands there alone. */
static const char *printer(void)
{
	struct err e = {0};
	const char *path = t_path("lp0");
	unlink(path);
	assert_done(file_write(path, "", 0, &e));
	return arena_printf(t_arena, "file:%s", path);
}

/* What lies in the tray, as UTF-8. */
static const char *tray(void)
{
	struct err e = {0};
	char *bytes, *text;
	size_t n;
	enum charset from;
	assert_done(file_read(t_path("lp0"), 1 << 26, t_arena, &bytes, &n, &e));
	assert_done(encoding_read(bytes, n, t_arena, &text, &from, &e));
	return text;
}

static size_t count(const char *text, const char *what)
{
	size_t n = 0;
	for (const char *s = text; (s = strstr(s, what)); s += strlen(what))
		n++;
	return n;
}

static bool send(struct office *o, const int64_t *ids, size_t n, bool copy, const char *queue, struct err *e)
{
	struct letter_sending how = {.queue = queue, .target = LETTER_GB18030, .copy = copy, .copies = 1};
	struct print_job job;
	return letter_send(o, ids, n, &how, t_arena, &job, e);
}

static bool resume(struct office *o, int64_t id, const char *reason, const char *queue, struct letter_resumed *r, struct err *e)
{
	struct letter_sending how = {.queue = queue, .copies = 1};
	return letter_resume(o, id, reason, &how, t_arena, r, e);
}

/* state and note of each sheet of a letter, oldest first: "void 卡纸|done " */
static const char *sheets(struct office *o, int64_t id)
{
	struct print_row *rows;
	struct err e = {0};
	struct str s = str_new(t_arena);
	size_t n;
	assert_done(letter_prints(o, id, t_arena, &rows, &n, &e));
	for (size_t i = 0; i < n; i++)
		str_printf(&s, "%s%s%s%s", i ? "|" : "", rows[i].state, rows[i].note ? " " : "", rows[i].note ? rows[i].note : "");
	return s.s;
}

TEST(three_hundred_letters_survive_a_jam_at_the_117th)
{
	int64_t ids[LETTERS];
	struct office *o = office_with(ids, LETTERS);
	struct err e = {0};
	struct letter_resumed r;
	struct print_row *rows;
	size_t n;
	const char *lp = printer();
	assert_done(send(o, ids, LETTERS, false, lp, &e));
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), LETTERS);
	assert_done(letter_prints(o, ids[JAM - 1], t_arena, &rows, &n, &e));
	assert_int_equal(rows[0].place, JAM);
	assert_int_equal(rows[0].first_page, (JAM - 1) * rows[0].pages + 1);

	/* Without a reason nothing happens. */
	assert_false(resume(o, ids[JAM - 1], "", NULL, &r, &e));
	assert_string_equal(sheets(o, ids[JAM - 1]), "done");

	lp = printer();
	assert_done(resume(o, ids[JAM - 1], "卡纸", NULL, &r, &e));
	assert_int_equal(r.place, JAM);
	assert_int_equal(r.before, JAM - 1);
	assert_int_equal(r.letters, LETTERS - JAM + 1);
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), LETTERS - JAM + 1);
	assert_int_equal(count(tray(), "副本"), 0);
	assert_null(strstr(tray(), "第116号单证"));
	const char *all = tray(), *first = strstr(all, "第117号单证");
	assert_true(first && first < strchr(all, '\f'));
	assert_non_null(strstr(tray(), "第300号单证"));
	assert_string_equal(sheets(o, ids[JAM - 2]), "done");
	assert_string_equal(sheets(o, ids[JAM - 1]), "void 第117份卡纸|done");
	assert_string_equal(sheets(o, ids[LETTERS - 1]), "void 第117份卡纸，其后没有印好|done");

	/* Nothing goes out a second time without the mark. */
	for (int i = 0; i < LETTERS; i += 50) {
		e = (struct err){0};
		assert_false(send(o, &ids[i], 1, false, lp, &e));
		if (!strstr(e.text, "已打印过"))
			fail_msg("%s", e.text);
	}

	/* It jams once more, later. */
	lp = printer();
	assert_done(resume(o, ids[199], "缺墨", NULL, &r, &e));
	assert_int_equal(r.place, 200 - JAM + 1);
	assert_int_equal(r.before, 200 - JAM);
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), LETTERS - 199);
	assert_string_equal(sheets(o, ids[0]), "done");
	t_verify(o);
}

/* What a desk that was killed while it went on from letter ids[at] leaves: the rest made void, the first few written down anew. */
static void cut_off(struct office *o, const int64_t *ids, size_t at, size_t n, size_t written, const char *batch)
{
	struct err e = {0};
	struct verb_call call = {0};
	for (size_t i = at; i < n; i++) {
		struct letter_revoke why = {.reason = "断电"};
		assert_done(t_do(o, verb_find("letter.jam"), ids[i], &why, &call, &e));
	}
	for (size_t i = 0; i < written; i++) {
		struct letter_print sending = {.target = arena_printf(t_arena, "printer:file:%s", t_path("lp0")), .state = "sending", .pages = 1,
			.renderer = "gwgk text gb18030", .batch = batch, .place = (int64_t)i + 1, .first_page = (int64_t)i + 1};
		assert_done(t_do(o, verb_find("letter.print"), ids[at + i], &sending, &call, &e));
	}
}

/* Cut off twice while it goes on: every letter that was made void for it comes out, in the order of the first job, and only once. */
TEST(going_on_that_was_cut_off_leaves_no_letter_behind)
{
	int64_t ids[9];
	struct office *o = office_with(ids, 9);
	struct err e = {0};
	struct letter_resumed r;
	assert_done(send(o, ids, 9, false, printer(), &e));
	cut_off(o, ids, 2, 9, 4, "first cut");
	cut_off(o, ids, 2, 6, 2, "second cut"); /* of the four of the first */
	printer();
	assert_done(resume(o, ids[2], "断电", NULL, &r, &e));
	assert_int_equal(r.letters, 7);
	const char *at = tray();
	for (int i = 3; i <= 9; i++) {
		at = strstr(at, arena_printf(t_arena, "第%d号单证", i));
		assert_non_null(at);
	}
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), 7);
	assert_string_equal(sheets(o, ids[1]), "done");
	for (int i = 2; i < 9; i++) {
		const char *last = strrchr(sheets(o, ids[i]), '|');
		assert_string_equal(last, "|done");
	}
	t_verify(o);
}

TEST(a_printer_that_is_not_there_loses_nothing)
{
	int64_t ids[3];
	struct office *o = office_with(ids, 3);
	struct err e = {0};
	const char *nowhere = arena_printf(t_arena, "file:%s", t_path("nowhere"));
	assert_false(send(o, ids, 3, false, nowhere, &e));
	assert_non_null(strstr(e.text, "没有这个设备"));
	assert_true(strncmp(sheets(o, ids[2]), "failed ", 7) == 0);
	/* The letters are still to be printed, unmarked. */
	assert_done(send(o, ids, 3, false, printer(), &e));
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), 3);
	t_verify(o);
}

/* The desk was killed while it handed a letter over: nobody knows, so it is not printed again unasked. */
TEST(a_letter_being_sent_when_the_desk_died_waits_for_somebody_to_look)
{
	int64_t ids[2];
	struct office *o = office_with(ids, 2);
	struct err e = {0};
	struct verb_call call = {0};
	struct letter_print sending = {.target = "printer:office", .state = "sending", .pages = 1, .place = INT_NONE, .first_page = INT_NONE};
	struct letter_revoke why = {.reason = "没有出纸"};
	struct letter_fate seen = {.note = "纸在出纸口"};
	assert_done(t_do(o, verb_find("letter.print"), ids[0], &sending, &call, &e));
	assert_done(t_do(o, verb_find("letter.print"), ids[1], &sending, &call, &e));
	assert_false(send(o, ids, 1, false, printer(), &e));
	assert_done(t_do(o, verb_find("letter.jam"), ids[0], &why, &call, &e));
	assert_done(send(o, ids, 1, false, printer(), &e));
	assert_done(t_do(o, verb_find("letter.printed"), ids[1], &seen, &call, &e));
	assert_string_equal(sheets(o, ids[1]), "done 纸在出纸口");
	t_verify(o);
}

/* A reprint that fails does not make the first sheet undone. */
TEST(a_failed_copy_leaves_the_original_printed)
{
	int64_t id;
	struct office *o = office_with(&id, 1);
	struct err e = {0};
	struct verb_call call = {0};
	struct letter_revoke why = {.reason = "卡纸"};
	assert_done(send(o, &id, 1, false, printer(), &e));
	assert_false(send(o, &id, 1, true, arena_printf(t_arena, "file:%s", t_path("nowhere")), &e));
	assert_false(send(o, &id, 1, false, printer(), &e));
	assert_done(send(o, &id, 1, true, printer(), &e));
	assert_int_equal(count(tray(), "副本"), 1);
	assert_done(t_do(o, verb_find("letter.jam"), id, &why, &call, &e)); /* the copy */
	assert_false(send(o, &id, 1, false, printer(), &e));
	assert_false(t_do(o, verb_find("letter.jam"), id, &why, &call, &e));
	t_verify(o);
}

TEST(one_printed_letter_stops_the_batch_before_anything_is_sent)
{
	int64_t ids[3];
	struct office *o = office_with(ids, 3);
	struct err e = {0};
	assert_done(send(o, &ids[1], 1, false, printer(), &e));
	e = (struct err){0};
	assert_false(send(o, ids, 3, false, printer(), &e));
	assert_non_null(strstr(e.text, "2号"));
	assert_string_equal(tray(), "");
	assert_string_equal(sheets(o, ids[0]), "");
	t_verify(o);
}

/* --- asked for again under its id, as over a line that breaks ------------------------------------------------------------------- */

static const unsigned char command[CMD_ID_LEN] = {0xAB, 1}, other_command[CMD_ID_LEN] = {0xAB, 2};

static bool send_under(struct office *o, const unsigned char *cmd, const int64_t *ids, size_t n, const char *queue, struct print_job *job, struct err *e)
{
	struct letter_sending how = {.queue = queue, .target = LETTER_GB18030, .copies = 1, .cmd = cmd};
	*e = (struct err){0};
	return letter_send(o, ids, n, &how, t_arena, job, e);
}

TEST(a_job_asked_for_again_under_its_id_goes_out_once)
{
	int64_t ids[3];
	struct office *o = office_with(ids, 3);
	struct err e = {0};
	struct print_job job;
	const char *lp = printer();
	assert_done(send_under(o, command, ids, 2, lp, &job, &e));
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), 2);
	lp = printer();
	assert_done(send_under(o, command, ids, 2, lp, &job, &e));
	assert_string_equal(tray(), "");
	assert_string_equal(job.queue, lp);
	assert_int_equal(job.state, JOB_DONE);
	assert_string_equal(sheets(o, ids[0]), "done");
	/* Other letters, or another command's id, are another thing. */
	assert_false(send_under(o, command, ids, 3, lp, &job, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_false(send_under(o, command, &ids[1], 1, lp, &job, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_false(send_under(o, other_command, ids, 2, lp, &job, &e));
	assert_non_null(strstr(e.text, "已打印过"));
	struct verb_call call = {.office = o, .verb = verb_find("letter.jam"), .subject_id = ids[1], .args = &(struct letter_revoke){.reason = "皱了"}, .arena = t_arena};
	assert_done(verb_do(&call, other_command, &e));
	assert_false(send_under(o, other_command, &ids[2], 1, lp, &job, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(tray(), "");
	t_verify(o);
}

TEST(a_job_that_never_left_is_tried_anew_under_its_id)
{
	int64_t ids[2];
	struct office *o = office_with(ids, 2);
	struct err e = {0};
	struct print_job job;
	struct letter_print sending = {.target = "printer:office", .state = "sending", .pages = 1, .place = 1, .first_page = 1,
		.batch = "ab010000000000000000000000000000"};
	struct verb_call call = {0};
	const char *nowhere = arena_printf(t_arena, "file:%s", t_path("nowhere"));
	assert_false(send_under(o, other_command, ids, 2, nowhere, &job, &e));
	assert_false(send_under(o, other_command, ids, 2, nowhere, &job, &e));
	assert_string_equal(sheets(o, ids[0]), sheets(o, ids[1]));
	assert_non_null(strstr(sheets(o, ids[0]), "|failed"));
	/* Killed while it was written down: the second letter had no line yet, so no byte had left. */
	assert_done(t_do(o, verb_find("letter.print"), ids[0], &sending, &call, &e));
	assert_done(send_under(o, command, ids, 2, printer(), &job, &e));
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), 2);
	/* Killed while the bytes went over: nobody knows, and somebody has to look. */
	assert_done(t_do(o, verb_find("letter.reprint"), ids[0], &sending, &call, &e));
	sending.batch = "ab020000000000000000000000000000-9";
	assert_done(t_do(o, verb_find("letter.reprint"), ids[0], &sending, &call, &e));
	assert_false(send_under(o, other_command, ids, 1, printer(), &job, &e));
	assert_non_null(strstr(e.text, "请看纸"));
	assert_string_equal(tray(), "");
	t_verify(o);
}

TEST(going_on_after_a_jam_asked_for_again_goes_on_once)
{
	int64_t ids[4];
	struct office *o = office_with(ids, 4);
	struct err e = {0};
	struct letter_resumed r;
	const struct letter_sending how = {.copies = 1, .cmd = command};
	assert_done(send(o, ids, 4, false, printer(), &e));
	const char *lp = printer();
	assert_done(letter_resume(o, ids[2], "卡纸", &how, t_arena, &r, &e));
	assert_int_equal(count(tray(), "政府信息公开申请登记回执"), 2);
	lp = printer();
	assert_done(letter_resume(o, ids[2], "卡纸", &how, t_arena, &r, &e));
	assert_string_equal(tray(), "");
	assert_int_equal(r.place, 3);
	assert_int_equal(r.before, 2);
	assert_int_equal(r.letters, 2);
	assert_string_equal(r.job.queue, lp);
	assert_string_equal(sheets(o, ids[3]), "void 第3份卡纸，其后没有印好|done");
	assert_false(letter_resume(o, ids[1], "卡纸", &how, t_arena, &r, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	t_verify(o);
}
