/* Acts of several verbs, or of a verb and files, killed at any write: each verb is whole or not there (kills.c), the act is not. What a clerk does
 * after the desk was started again must bring it to its end: nothing lost, nothing done twice. GWGK_SOAK=1: at every write. */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "office/audit_list.h"
#include "office/backup.h"
#include "office/batch.h"
#include "office/calendar_import.h"
#include "office/casefile.h"
#include "office/casework.h"
#include "office/init.h"
#include "office/letter_send.h"
#include "office/request_import.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office/teller.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { CASES = 6, FROM = 2, EACH = 8 };

struct cut {
	struct desk desk;
	struct office *o;
	const char *file;
	bool late; /* after the kill */
};

struct act {
	const char *name;
	void (*before)(struct cut *c); /* in the file it begins with */
	bool (*run)(struct cut *c, struct err *e);
	void (*after)(struct cut *c);  /* killed, opened and run again: what must hold */
};

/* Ids are those of the order of making: the cases 1…CASES, and so their receipts. */
static const int64_t ids[CASES] = {1, 2, 3, 4, 5, 6};

static int64_t lines(struct cut *c, const char *verb)
{
	struct audit_filter f = {.verb = verb, .subject_id = INT_NONE, .before = INT_NONE, .limit = 1000};
	struct audit_entries rows;
	struct err e = {0};
	int64_t n = 0;
	assert_done(audit_list(c->o, &f, false, t_arena, &rows, &e));
	for (size_t i = 0; i < rows.n; i++)
		n += !strcmp(rows.rows[i].outcome, "done");
	return n;
}

static void fixed_cmd(unsigned char cmd[CMD_ID_LEN], int nth)
{
	memset(cmd, 0x70 + nth, CMD_ID_LEN);
}

/* --- letters to a printer ----------------------------------------------------------------------------------------------------------------- */

static const char *printer(void)
{
	return arena_printf(t_arena, "file:%s", t_path("lp0"));
}

static void empty_tray(void)
{
	struct err e = {0};
	unlink(t_path("lp0"));
	assert_done(file_write(t_path("lp0"), "", 0, &e));
}

static size_t times(const char *what)
{
	struct err e = {0};
	char *text;
	size_t len, n = 0;
	assert_done(file_read(t_path("lp0"), 1 << 22, t_arena, &text, &len, &e));
	for (const char *s = text; (s = strstr(s, what)); s += strlen(what))
		n++;
	return n;
}

static void issue(struct cut *c)
{
	struct err e = {0};
	for (int i = 0; i < CASES; i++) {
		struct letter_issue receipt = {.kind = "receipt", .on = DAY_NONE, .letter_id = INT_NONE};
		assert_done(t_do(c->o, verb_find("letter.issue"), ids[i], &receipt, NULL, &e));
		assert_int_equal(receipt.letter_id, ids[i]);
	}
	empty_tray();
}

/* State of the newest sheet, "" where there is none; how many are not void. */
static const char *newest(struct cut *c, int64_t letter, int *valid)
{
	struct print_row *rows;
	struct err e = {0};
	size_t n;
	assert_done(letter_prints(c->o, letter, t_arena, &rows, &n, &e));
	*valid = 0;
	for (size_t i = 0; i < n; i++)
		*valid += strcmp(rows[i].state, "void") != 0 && strcmp(rows[i].state, "failed") != 0;
	return n ? rows[n - 1].state : "";
}

static bool send(struct cut *c, const int64_t *letters, size_t n, struct err *e)
{
	struct letter_sending how = {.queue = printer(), .target = LETTER_TEXT, .copies = 1};
	struct print_job job;
	return letter_send(c->o, letters, n, &how, t_arena, &job, e);
}

static bool resume(struct cut *c, int64_t letter, struct err *e)
{
	struct letter_sending how = {.copies = 1};
	struct letter_resumed r;
	return letter_resume(c->o, letter, "断电", &how, t_arena, &r, e);
}

/* The clerk goes on from the first sheet whose end nobody knows, then prints what was never sent. */
static bool send_all(struct cut *c, struct err *e)
{
	int64_t rest[CASES];
	size_t n = 0;
	int valid;
	for (int i = 0; c->late && i < CASES; i++)
		if (!strcmp(newest(c, ids[i], &valid), "sending")) {
			empty_tray();
			if (!resume(c, ids[i], e))
				return false;
			break;
		}
	for (int i = 0; i < CASES; i++) {
		const char *state = newest(c, ids[i], &valid);
		if (!*state || !strcmp(state, "void"))
			rest[n++] = ids[i];
	}
	return !n || send(c, rest, n, e);
}

static void each_printed_once(struct cut *c)
{
	int valid;
	for (int i = 0; i < CASES; i++) {
		assert_string_equal(newest(c, ids[i], &valid), "done");
		assert_int_equal(valid, 1);
	}
}

static void issue_and_send(struct cut *c)
{
	struct err e = {0};
	issue(c);
	assert_done(send(c, ids, CASES, &e));
	empty_tray();
}

static bool go_on(struct cut *c, struct err *e)
{
	if (c->late)
		empty_tray();
	return resume(c, ids[FROM], e);
}

static void rest_came_out(struct cut *c)
{
	each_printed_once(c);
	for (int i = 0; i < CASES; i++)
		assert_int_equal(times(arena_printf(t_arena, "第%d号单证", i + 1)), i >= FROM);
}

/* --- a batch of the option column: its rows keep their commands ---------------------------------------------------------------------------- */

static bool search_all(struct cut *c, struct err *e)
{
	struct step_args args;
	struct batch b;
	const struct batch_act act = {.verb = verb_find("request.search"), .args = &args};
	record_clear(act.verb->args, &args);
	args.where = "系统";
	args.words = "拍卖";
	args.result = "无";
	batch_open(&b, c->o);
	for (int i = 0; i < CASES; i++) {
		unsigned char cmd[CMD_ID_LEN];
		fixed_cmd(cmd, i);
		batch_add(&b, ids[i], &act, cmd);
	}
	while (batch_step(&b))
		;
	bool done = b.done == CASES || err_set(e, ERR_RULE, "%s", b.fault ? b.fault : "refused");
	batch_close(&b);
	return done;
}

static void each_searched_once(struct cut *c)
{
	struct work *rows;
	struct err e = {0};
	size_t n;
	assert_int_equal(lines(c, "request.search"), CASES);
	for (int i = 0; i < CASES; i++) {
		assert_done(work_load(c->o, WORK_SEARCHES, ids[i], t_arena, &rows, &n, &e));
		assert_int_equal(n, 1);
	}
}

/* --- one verb that touches many cases --------------------------------------------------------------------------------------------------------- */

static bool once(struct cut *c, const char *name, void *args, struct err *e)
{
	unsigned char cmd[CMD_ID_LEN];
	struct verb_call call = {.office = c->o, .verb = verb_find(name), .subject_id = INT_NONE, .args = args, .arena = t_arena};
	fixed_cmd(cmd, 0);
	return verb_do(&call, cmd, e);
}

static bool import(struct cut *c, struct err *e)
{
	struct ledger_import in = {.text = "编号,收到渠道,收到日期,申请人类别,姓名或名称,所需信息,联系电话\n"
		"2025-0007,当面,2025-12-05,natural,甲,合同,1\n2025-0008,当面,2025-12-05,natural,乙,账册,2\n2025-0009,当面,2025-12-05,natural,丙,清单,3\n"};
	return once(c, "request.import", &in, e);
}

static void imported_once(struct cut *c)
{
	int64_t id;
	struct err e = {0};
	assert_int_equal(lines(c, "request.import"), 1);
	for (int i = 7; i <= 9; i++)
		assert_done(matter_find(c->o, "request", arena_printf(t_arena, "2025-%04d", i), &id, &e));
}

static bool take_notice(struct cut *c, struct err *e)
{
	struct calendar_import in = {.file = "x.tsv", .text = "date\tkind\tname\tsource\n2026-03-16\tholiday\t纪念日\t国办发明电〔2026〕1号\n"};
	return once(c, "calendar.import", &in, e);
}

static void moved_once(struct cut *c)
{
	struct err e = {0};
	assert_int_equal(lines(c, "calendar.import"), 1);
	assert_done(office_refresh(c->o, &e)); /* counts by the new notice from here on */
	for (int i = 0; i < CASES; i++) {
		struct matter_case m;
		assert_done(matter_load(c->o, ids[i], t_arena, &m, &e));
		assert_int_equal(m.due, day_make(2026, 4, 8)); /* received 9 March: 20 working days, Qingming, and the new day */
	}
}

/* --- files beside the office's ------------------------------------------------------------------------------------------------------------------ */

static void set_phone(struct office *o, const char *value)
{
	struct setting_args in = {.key = "phone", .value = value, .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

static const char *phone_in(struct cut *c, const char *path)
{
	struct desk desk = c->desk;
	struct office *o = t_office_open(path, "tester", &desk);
	const char *v = setting_get(o, "phone", DAY_NONE, t_arena);
	t_verify(o);
	office_close(o);
	return v ? v : "";
}

static void back_up_then_change(struct cut *c)
{
	struct backup_report r;
	struct err e = {0};
	set_phone(c->o, "old");
	assert_done(office_backup(c->o, t_path("old.db"), t_arena, &r, &e));
	set_phone(c->o, "new");
}

static bool restore(struct cut *c, struct err *e)
{
	struct backup_report r;
	return office_restore(c->file, t_path("old.db"), "tester", &c->desk, t_arena, &r, e);
}

/* What was replaced is kept, whichever of the two runs replaced it. */
static void restored(struct cut *c)
{
	DIR *d = opendir(t_dir);
	int kept = 0;
	assert_string_equal(phone_in(c, c->file), "old");
	for (struct dirent *f; (f = readdir(d));)
		if (strstr(f->d_name, ".before-restore-") && !strstr(f->d_name, ".tmp-") && !strchr(strstr(f->d_name, ".before-"), 'k'))
			kept += !strcmp(phone_in(c, t_path(f->d_name)), "new");
	closedir(d);
	assert_true(kept >= 1);
}

static bool back_up(struct cut *c, struct err *e)
{
	struct backup_report r;
	return (c->late && !access(t_path("b.db"), F_OK)) || office_backup(c->o, t_path("b.db"), t_arena, &r, e);
}

static void backed_up(struct cut *c)
{
	assert_string_equal(phone_in(c, t_path("b.db")), phone_in(c, c->file));
}

static bool export(struct cut *c, struct err *e)
{
	struct casefile_wish wish = {.path = t_path("case.pdf"), .reason = "举证"};
	struct casefile f;
	if (c->late && !access(wish.path, F_OK))
		return true;
	return casefile_make(c->o, ids[0], &wish, t_arena, &f, e) && t_do(c->o, casefile_verb(&f), ids[0], &f.record, NULL, e) &&
		casefile_publish(&f, e);
}

/* Never out without its line. */
static void exported(struct cut *c)
{
	assert_int_equal(access(t_path("case.pdf"), F_OK), 0);
	assert_in_range(lines(c, "request.export"), 1, 2);
}

static bool found_office(struct cut *c, struct err *e)
{
	struct office_setup setup;
	record_clear(&OFFICE_SETUP, &setup);
	setup.office = "清江海关";
	setup.superior = "南岭海关";
	setup.login = "tester";
	return (c->late && !access(t_path("fresh.db"), F_OK)) || office_init(t_path("fresh.db"), &setup, &c->desk, e);
}

static void founded(struct cut *c)
{
	assert_string_equal(phone_in(c, t_path("fresh.db")), "");
}

static const struct act acts[] = {
	{"letters sent", issue, send_all, each_printed_once},
	{"gone on after a jam", issue_and_send, go_on, rest_came_out},
	{"a batch", NULL, search_all, each_searched_once},
	{"a ledger imported", NULL, import, imported_once},
	{"a notice taken in", NULL, take_notice, moved_once},
	{"a backup brought back", back_up_then_change, restore, restored},
	{"a backup", NULL, back_up, backed_up},
	{"a case file", NULL, export, exported},
	{"an office founded", NULL, found_office, founded},
};

/* --- the walk ---------------------------------------------------------------------------------------------------------------------------------- */

static void through_shim(void)
{
	shim_forget();
	shim.lazy = true;
	shim_on();
}

static void open_it(struct cut *c, const char *path)
{
	through_shim();
	c->desk.ticks = 0;
	c->o = t_office_open(path, "tester", &c->desk);
}

static void close_it(struct cut *c)
{
	office_close(c->o);
	shim_off();
	shim_forget();
}

/* Whatever an act may have made, so that the next one begins as the first. */
static void sweep(void)
{
	static const char *const keep[] = {".", "..", "clean.db", "old.db", "lp0"};
	DIR *d = opendir(t_dir);
	for (struct dirent *f; (f = readdir(d));) {
		bool kept = false;
		for (size_t i = 0; i < sizeof keep / sizeof *keep; i++)
			kept |= !strcmp(f->d_name, keep[i]);
		if (!kept)
			remove(t_path(f->d_name));
	}
	closedir(d);
}

static void begin(struct cut *c, const struct act *a, const char *clean)
{
	struct err e = {0};
	open_it(c, clean);
	teller_furnish(c->o);
	for (int i = 0; i < CASES; i++) {
		const char *const words[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", arena_printf(t_arena, "申请人%d", i)},
			{"phone", "1"}, {"content", arena_printf(t_arena, "第%d号单证", i + 1)}, {"arrived", "."}, {NULL, NULL}};
		assert_done(t_request(c->o, words, NULL, t_arena, &e));
	}
	if (a->before)
		a->before(c);
	assert_done(store_settle(c->o->store, &e));
	close_it(c);
}

/* How many writes there are when nothing disturbs it. */
static int64_t undisturbed(struct cut *c, const struct act *a)
{
	struct err e = {0};
	open_it(c, c->file);
	shim.ops = 0;
	if (!a->run(c, &e))
		fail_msg("%s: %s", a->name, e.text);
	int64_t ops = shim.ops;
	a->after(c);
	close_it(c);
	return ops;
}

static bool killed(struct cut *c, const struct act *a, int64_t at)
{
	int status;
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		struct err e = {0};
		open_it(c, c->file);
		shim.ops = 0;
		shim.kill_at = at;
		_exit(a->run(c, &e) ? 0 : 3);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
		fail_msg("%s, write %lld: refused", a->name, (long long)at);
	return WIFSIGNALED(status);
}

static void whole(struct cut *c, const struct act *a, int64_t at)
{
	struct check_report report;
	struct err e = {0};
	t_verify(c->o);
	assert_done(office_check(c->o, t_arena, &report, &e));
	for (size_t i = 0; i < report.n; i++)
		if (!report.lines[i].ok && !report.lines[i].warning)
			fail_msg("%s, write %lld: %s: %s", a->name, (long long)at, report.lines[i].name, report.lines[i].text);
}

static int walk(const struct act *a)
{
	struct cut c = {.desk = {.today_fixed = true, .today = day_make(2026, 3, 9), .now_fixed = true, .seed = 9}, .file = t_path("cut.db")};
	const char *clean = t_office_file("clean.db");
	int kills = 0;
	begin(&c, a, clean);
	t_copy(clean, c.file);
	int64_t ops = undisturbed(&c, a), step = getenv("GWGK_SOAK") || ops <= EACH ? 1 : ops / EACH;
	for (int64_t at = 1 + ops % step; at <= ops; at += step) {
		struct err e = {0};
		sweep();
		empty_tray();
		t_copy(clean, c.file);
		kills += killed(&c, a, at);
		c.late = true;
		c.desk.seed++; /* another run throws other dice */
		open_it(&c, c.file);
		whole(&c, a, at);
		if (!a->run(&c, &e))
			fail_msg("%s, write %lld, done again: %s", a->name, (long long)at, e.text);
		a->after(&c);
		whole(&c, a, at);
		close_it(&c);
		c.late = false;
	}
	sweep();
	print_message("# %s: %d kills at %lld writes\n", a->name, kills, (long long)ops);
	return kills;
}

TEST(an_act_cut_off_at_any_write_is_brought_to_its_end)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		assert_true(walk(&acts[i]) >= EACH / 2);
		store_remove(t_path("clean.db"));
		unlink(t_path("old.db"));
		arena_reset(t_arena);
	}
}
