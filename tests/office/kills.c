/* kill -9 in the middle of every verb of requests, corrections and letters, at any of its operations on disk: afterwards the whole verb is
 * there with its line in the log, or nothing of it. And a disk that is full or broken at any of them: one clear line, nothing changed. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/backup.h"
#include "office/letter.h"
#include "tests/office/teller.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

/* A verb and what went before it, in teller_short() words; @ marks teller_other() steps, ! a case not yet confirmed. */
static const struct act { const char *verb, *before; } acts[] = {
	{"request.register", ""}, {"request.change", ""}, {"request.confirm", "!"}, {"request.void", ""}, {"request.clarify", ""},
	{"request.clarified", "clarify"}, {"request.lapse", "clarify @wait"}, {"request.consult", ""}, {"request.opinion", "consult"},
	{"request.coagency", ""}, {"request.coagency_reply", "coagency"}, {"request.assign", ""}, {"request.reply", "assign"},
	{"request.search", ""}, {"request.extend", ""}, {"request.ask_reasons", ""}, {"request.delay", "ask_reasons"}, {"request.fee", ""},
	{"request.paid", "fee"}, {"request.decide", ""}, {"request.answer_now", ""}, {"request.deliver", "decide @letter"},
	{"request.withdraw", ""}, {"request.transfer", ""}, {"request.reopen", "decide @letter deliver @order"}, {"request.material", ""},
	{"request.file_copy", "decide"}, {"request.archive", "decide @letter deliver"}, {"request.archive_override", "assign decide @letter deliver"},
	{"request.undo", "extend"}, {"request.deliver_again", "decide @letter deliver"}, {"request.deliver_fix", "decide @letter deliver"},
	{"request.shelve", "decide @letter deliver archive"}, {"letter.issue", "decide"}, {"letter.revoke", "decide @letter"}, {"letter.print", "decide @letter"},
	{"correction.register", ""}, {"correction.confirm", "!"}, {"correction.void", ""}, {"correction.clarify", ""}, {"correction.clarified", "clarify"},
	{"correction.assign", ""}, {"correction.reply", "assign"}, {"correction.search", ""}, {"correction.decide", ""}, {"correction.identity", ""},
	{"correction.deliver", "decide @letter"}, {"correction.withdraw", ""}, {"correction.transfer", ""}, {"correction.material", ""},
	{"correction.archive", "decide identity @letter deliver"}, {"correction.undo", "decide"},
};

struct scene {
	const struct act *act;
	struct desk desk;
	struct teller t;
	char clean[512], file[512];
	int64_t seq;          /* last line before the verb */
	const char *before, *after;
	int64_t ops;
	int kills;
};

/* What can be seen of the case from outside. */
static const char *looks(struct scene *s)
{
	struct matter_case c = teller_load(&s->t);
	return arena_printf(t_arena, "%s v%lld %zu %s %d %d", c.matter.state, (long long)c.matter.version, c.nevents,
		c.matter.outcome ? c.matter.outcome : "", (int)c.due, (int)c.matter.closed_on);
}

static int64_t head(struct office *o)
{
	struct audit_head h;
	struct err e = {0};
	assert_done(audit_head(o->store, &h, &e));
	return h.seq;
}

static bool act(struct scene *s, const char *verb, struct err *e)
{
	struct letter_revoke revoke = {"有误"};
	struct letter_print print = {.target = "pdf", .state = "done", .pages = 1};
	int64_t letter = INT_NONE;
	const struct verb *v = verb_find(verb);
	if (!strcmp(verb, "letter.issue")) {
		struct letter_slot slot = {"given", "材料"};
		struct letter_issue what = {.kind = "granted", .on = DAY_NONE, .slots = {1, &slot}};
		return t_do(s->t.o, v, s->t.id, &what, NULL, e);
	}
	if (strstr(verb, ".register"))
		return teller_try_register(&s->t, true, "李四", &letter, e);
	if (strncmp(verb, "letter.", 7) != 0)
		return t_do(s->t.o, v, s->t.id, teller_args(&s->t, v), NULL, e);
	if (!letter_newest(s->t.o, s->t.id, "granted", &letter, e))
		return false;
	return t_do(s->t.o, v, letter, strcmp(verb, "letter.revoke") ? (void *)&print : (void *)&revoke, NULL, e);
}

/* Through the shim, without waiting for the disk: a process that is killed loses nothing it has written. */
static void through_shim(void)
{
	shim_forget();
	shim.lazy = true;
	shim_on();
}

static void open_scene(struct scene *s, const char *path)
{
	s->desk.ticks = 0;
	s->t.o = t_office_open(path, "tester", &s->desk);
}

static void one_before(struct scene *s, const char *word)
{
	static const char *const others[] = {"@wait", "@letter", "@order"};
	struct err e = {0};
	for (int i = 0; i < TELL_OTHERS; i++)
		if (!strcmp(word, others[i])) {
			assert_true(teller_other(&s->t, (enum teller_other)i));
			return;
		}
	if (!act(s, arena_printf(t_arena, "%s.%s", s->t.noun, word), &e))
		fail_msg("%s: %s before it: %s", s->act->verb, word, e.text);
}

/* The file as it is just before the verb, closed; then the verb once, undisturbed, to know what it leaves and how often it goes to disk. */
static void set_scene(struct scene *s, const struct act *a)
{
	struct err e = {0};
	char *words = arena_strdup(t_arena, a->before), *word;
	bool waits = *words == '!';
	s->act = a;
	s->desk = (struct desk){.today_fixed = true, .today = day_make(2026, 3, 2), .now_fixed = true, .seed = 9};
	snprintf(s->clean, sizeof s->clean, "%s", t_office_file("clean.db"));
	snprintf(s->file, sizeof s->file, "%s", t_path("kill.db"));
	s->t = (struct teller){.noun = strncmp(a->verb, "correction", 10) ? "request" : "correction"};
	through_shim();
	open_scene(s, s->clean);
	teller_furnish(s->t.o);
	s->t.first = teller_register(&s->t, true, "张三");
	s->t.ncases = 1;
	s->t.id = teller_register(&s->t, !waits, "张三");
	s->t.ncases = 2;
	while (!waits && (word = strsep(&words, " ")))
		if (*word)
			one_before(s, word);
	s->seq = head(s->t.o);
	s->before = looks(s);
	assert_done(store_settle(s->t.o->store, &e));
	office_close(s->t.o);
	t_copy(s->clean, s->file);
	through_shim();
	open_scene(s, s->file);
	shim.ops = 0;
	if (!act(s, a->verb, &e))
		fail_msg("%s: %s", a->verb, e.text);
	s->ops = shim.ops;
	shim_off();
	shim_forget();
	assert_int_equal(head(s->t.o), s->seq + 1);
	s->after = looks(s);
	office_close(s->t.o);
	store_remove(s->file);
	assert_true(s->ops > 5);
}

/* The whole verb or nothing. */
static void judge(struct scene *s, bool acknowledged, const char *what, int64_t at)
{
	struct err e = {0};
	struct check_report report;
	through_shim();
	open_scene(s, s->file);
	int64_t seq = head(s->t.o);
	const char *is = looks(s);
	if (seq != s->seq && seq != s->seq + 1)
		fail_msg("%s, %s %lld: %lld lines too many", s->act->verb, what, (long long)at, (long long)(seq - s->seq));
	if (acknowledged && seq == s->seq)
		fail_msg("%s, %s %lld: acknowledged and gone", s->act->verb, what, (long long)at);
	if (strcmp(is, seq == s->seq ? s->before : s->after) != 0)
		fail_msg("%s, %s %lld: “%s” after %s", s->act->verb, what, (long long)at, is, seq == s->seq ? "nothing" : "the whole verb");
	if (++s->kills % 5 == 0 || getenv("GWGK_SOAK"))
		t_verify(s->t.o); /* reads every row of the office */
	if (s->kills % 25 == 0) {
		assert_done(office_check(s->t.o, t_arena, &report, &e));
		for (size_t i = 0; i < report.n; i++)
			if (!report.lines[i].ok && !report.lines[i].warning)
				fail_msg("%s, %s %lld: %s: %s", s->act->verb, what, (long long)at, report.lines[i].name, report.lines[i].text);
	}
	office_close(s->t.o);
	store_remove(s->file);
	shim_off();
	shim_forget();
}

static _Noreturn void child(struct scene *s, int64_t at, int pipe)
{
	struct err e = {0};
	through_shim();
	open_scene(s, s->file);
	shim.ops = 0;
	shim.kill_at = at;
	bool done = act(s, s->act->verb, &e);
	if (write(pipe, done ? "y" : "n", 1) != 1)
		_exit(2);
	_exit(done ? 0 : 3);
}

/* True when it was killed, false when the verb was over before. */
static bool kill_at(struct scene *s, int64_t at)
{
	int fd[2], status;
	char said = 0;
	t_copy(s->clean, s->file);
	assert_int_equal(pipe(fd), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (!pid)
		child(s, at, fd[1]);
	close(fd[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	(void)!read(fd[0], &said, 1);
	close(fd[0]);
	if (said == 'n')
		fail_msg("%s at %lld: the child was refused", s->act->verb, (long long)at);
	bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
	if (!killed && said != 'y')
		fail_msg("%s at %lld: the child ended with %d", s->act->verb, (long long)at, status);
	judge(s, said == 'y', "killed at", at);
	return killed;
}

TEST(every_verb_killed_anywhere_is_whole_or_not_there)
{
	enum { EACH = 10 };
	struct scene s = {0};
	int total = 0;
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		set_scene(&s, &acts[i]);
		int64_t step = getenv("GWGK_SOAK") || s.ops <= EACH ? 1 : s.ops / EACH;
		for (int64_t at = 1 + (int64_t)i % step; at <= s.ops; at += step)
			total += kill_at(&s, at);
		store_remove(s.clean);
		arena_reset(t_arena);
	}
	print_message("# %d kills\n", total);
	assert_true(total >= 500);
}

/* --- a disk that fails ----------------------------------------------------------------------------------------------------------------- */

static bool fault_at(struct scene *s, int64_t at, bool sticky, int rc)
{
	struct err e = {0};
	t_copy(s->clean, s->file);
	through_shim();
	open_scene(s, s->file);
	shim.ops = 0;
	shim.fail_at = at;
	shim.sticky = sticky;
	shim.rc = rc;
	bool done = act(s, s->act->verb, &e), hit = shim.hit;
	shim.fail_at = 0;
	office_close(s->t.o);
	shim_off();
	shim_forget();
	if (!done && (e.code != ERR_SYSTEM || !*e.text || strchr(e.text, '\n')))
		fail_msg("%s at %lld: %s “%s”", s->act->verb, (long long)at, err_code_name(e.code), e.text);
	judge(s, done, rc ? "full at" : "broken at", at);
	return hit;
}

TEST(a_full_or_broken_disk_at_any_point_of_a_verb_changes_nothing_and_says_so)
{
	static const char *const verbs[] = {"request.register", "request.decide", "letter.issue", "request.archive", "request.undo"};
	struct scene s = {0};
	int total = 0;
	for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
		for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
			if (strcmp(acts[i].verb, verbs[v]) != 0)
				continue;
			set_scene(&s, &acts[i]);
			int64_t step = getenv("GWGK_SOAK") ? 1 : 5;
			for (int64_t at = 1; at <= s.ops; at += step)
				for (int kind = 0; kind < 4; kind++)
					if ((at / step + kind) % 2 == 0 || step == 1)
						total += fault_at(&s, at, kind & 1, kind & 2 ? SQLITE_FULL : 0);
			store_remove(s.clean);
			arena_reset(t_arena);
		}
	assert_true(total > 40);
}
