/* The situations of tests/law/NAME.case once more, told to the program as a clerk tells them: each event is a command, and `request clock
 * --json` must show what the file expects of the bare engine. */
#include "cli/nouns.h"
#include "tests/office_fixture.h"
#include "tests/cli/reader.h"
#include "tests/test.h"
#include "base/file.h"
#include "law/ledger.h"
#include "office/matter.h"

#include <dirent.h>
#include <string.h>

enum { WORDS = 16, ARGS = 40 };

struct play {
	const char *file, *title;
	int line, cases, checked, skipped;
	struct cli cli;       /* its desk is the office's */
	struct office *office;
	daynum today, last;   /* as the file says, of the last event */
	const char *noun, *id, *appeal;
	const char *refused;  /* the case ends here: why its next event cannot be told */
	bool plain;           /* a bare period or an element's rule: no case */
};

#define WRONG(p, ...) fail_msg("%s:%d: %s: %s", (p)->file, (p)->line, (p)->title, arena_printf(t_arena, __VA_ARGS__))

/* What the engine can be told and the desk refuses, with the words of its refusal. */
static const struct { const char *title, *says; } unspeakable[] = {
	{"没有要求过补正，补来的材料不影响期限", "办件在办，不能登记补正材料"},
	{"停止期间登记的延期不起作用", "办件待补正，不能延期答复"},
	{"征求意见期间答复", "第三方尚未答复，征求意见期限未满"},
	{"确定合理延迟期限后又延期：日期不动", "已经确定合理延迟期限（条例35），延期不起作用"},
	{"延迟的期限不能早于作出之日", "延迟期限应当晚于答复期限"},
};

static daynum day_of(struct play *p, const char *text)
{
	daynum d = DAY_NONE;
	if (strcmp(text, "-") && !day_parse(text, &d))
		WRONG(p, "no day: %s", text);
	return d;
}

static const char *value(char **w, const char *key)
{
	size_t n = strlen(key);
	for (; *w; w++)
		if (!strncmp(*w, key, n) && (*w)[n] == '=')
			return *w + n + 1;
	return NULL;
}

static bool has(char **w, const char *word)
{
	for (; *w; w++)
		if (!strcmp(*w, word))
			return true;
	return false;
}

static size_t split(char *line, char **w, size_t most)
{
	size_t n = 0;
	for (char *p = line, *next; *p && n < most; p = next) {
		p += strspn(p, " \t\r");
		next = p + strcspn(p, " \t\r");
		if (*next)
			*next++ = '\0';
		if (*p)
			w[n++] = p;
	}
	w[n] = NULL;
	return n;
}

/* --- the command line ----------------------------------------------------------------------------------------------------------- */

/* One command; what it printed is in p->cli.out. */
static bool try(struct play *p, struct err *e, const char *fmt, ...)
{
	char *w[ARGS + 1];
	va_list ap;
	va_start(ap, fmt);
	size_t n = split(arena_vprintf(t_arena, fmt, ap), w, ARGS);
	va_end(ap);
	str_cut(&p->cli.out, 0);
	for (const struct cli_noun *const *noun = cli_nouns; *noun; noun++)
		if (!strcmp((*noun)->name, w[0])) {
			bool done = (*noun)->run(&p->cli, (int)n - 1, w + 1, e);
			if (!done && e->code == ERR_NONE)
				WRONG(p, "wrong usage: %s %s: %s", w[0], w[1], p->cli.complaint ? p->cli.complaint : "");
			return done;
		}
	WRONG(p, "no noun %s", w[0]);
	return false;
}

static const char *why_unspeakable(const struct play *p)
{
	for (size_t i = 0; i < sizeof unspeakable / sizeof *unspeakable; i++)
		if (!strcmp(unspeakable[i].title, p->title))
			return unspeakable[i].says;
	return NULL;
}

/* The command must be done; in a case of the list above it is refused as expected, and the case is over. */
#define say(p, ...)                                                                                                    \
	do {                                                                                                           \
		struct err said = {0};                                                                                 \
		if (!try(p, &said, __VA_ARGS__))                                                                       \
			refusal(p, &said);                                                                             \
	} while (0)

static void refusal(struct play *p, const struct err *e)
{
	const char *says = why_unspeakable(p);
	if (!says || !strstr(e->text, says))
		WRONG(p, "refused: %s", e->text);
	p->refused = says;
}

/* --- what happens, as commands ------------------------------------------------------------------------------------------------------ */

static const char *opt(const char *name, const char *v)
{
	return v ? arena_printf(t_arena, " --%s %s", name, v) : "";
}

/* Whom a consultation or task concerns; several are told apart by their span. */
static const char *whom(char **w)
{
	const char *name = value(w, "name"), *span = value(w, "span");
	return name ? name : arena_printf(t_arena, "甲%s", span ? span : "");
}

static void registered(struct play *p, const char *noun, const char *dates)
{
	const char *words = !strcmp(noun, "request") ? "--content" : "--claim";
	p->noun = noun;
	say(p, "%s register --applicant_kind natural --name 申请人 %s 第%d件%s%s", noun, words, p->cases,
		!strcmp(noun, "request") ? "" : " --record 企业信用信息", dates);
	p->id = json_word(p->cli.out.s, "id");
}

static void on_received(struct play *p, const char *day, char **w)
{
	(void)w;
	registered(p, "request", arena_printf(t_arena, " --channel in_person --arrived %s", day));
}

static void on_correction(struct play *p, const char *day, char **w)
{
	(void)w;
	registered(p, "correction", arena_printf(t_arena, " --channel in_person --arrived %s", day));
}

static void on_clarify_sent(struct play *p, const char *day, char **w)
{
	say(p, "%s clarify %s --items 身份证明 --on %s%s", p->noun, p->id, day, opt("until", value(w, "until")));
}

static void on_consult_sent(struct play *p, const char *day, char **w)
{
	say(p, "request consult %s --party %s --sent %s%s", p->id, whom(w), day, opt("until", value(w, "until")));
}

static void on_consult_reached(struct play *p, const char *day, char **w)
{
	say(p, "request consult %s --party %s --reached %s", p->id, whom(w), day);
}

static void on_consult_answered(struct play *p, const char *day, char **w)
{
	say(p, "request opinion %s --party %s --answer consent --on %s", p->id, whom(w), day);
}

static void on_coagency_sent(struct play *p, const char *day, char **w)
{
	say(p, "request coagency %s --body %s --kind co_maker --sent %s", p->id, whom(w), day);
}

static void on_coagency_answered(struct play *p, const char *day, char **w)
{
	say(p, "request coagency_reply %s --body %s --answer consent --on %s", p->id, whom(w), day);
}

static void on_extended(struct play *p, const char *day, char **w)
{
	say(p, "request extend %s --days %s --reason 案情复杂 --approved_by 负责人 --notified %s", p->id, value(w, "days"), day);
}

static void on_reasons_asked(struct play *p, const char *day, char **w)
{
	(void)w;
	say(p, "request ask_reasons %s --on %s", p->id, day);
}

static void on_delayed(struct play *p, const char *day, char **w)
{
	say(p, "request delay %s --on %s --until %s --reason 申请量大", p->id, day, value(w, "until"));
}

static void on_fee_notified(struct play *p, const char *day, char **w)
{
	(void)w;
	bool old = p->last < day_make(2019, 5, 15);
	say(p, "request fee %s --basis %s --notified %s", p->id, old ? "cost --copy_fee 12.50" : "pages --quantity 300", day);
}

static void on_task_given(struct play *p, const char *day, char **w)
{
	struct err e = {0};
	(void)!try(p, &e, "unit add --name %s", whom(w)); /* it may be there from an earlier case */
	say(p, "%s assign %s --unit %s --on %s --until %s", p->noun, p->id, whom(w), day, value(w, "until"));
}

static void on_task_done(struct play *p, const char *day, char **w)
{
	say(p, "%s reply %s --unit %s --on %s", p->noun, p->id, whom(w), day);
}

/* The answer leaves: decided, its letter issued, handed over. */
static void on_answered(struct play *p, const char *day, char **w)
{
	bool request = !strcmp(p->noun, "request");
	(void)w;
	say(p, "%s decide %s --on %s --outcome %s", p->noun, p->id, day, request ? "granted" : "corrected");
	if (!p->refused)
		say(p, "letter issue %s %s --on %s", p->id, request ? "granted --slot given=材料" : "correction_result --slot corrected=已更正", day);
	if (!p->refused)
		say(p, "%s deliver %s --method direct --signer 申请人 --on %s", p->noun, p->id, day);
}

static void on_evidence_asked(struct play *p, const char *day, char **w)
{
	bool court = has(w, "calendar");
	const char *days = value(w, "days");
	if (!p->id)
		on_received(p, day, w);
	say(p, "appeal add --kind %s --case %s --received %s%s", court ? "suit_direct" : "review", p->id, day,
		court ? "" : opt("procedure", !strcmp(days, "5") ? "simple" : "ordinary"));
	p->appeal = json_word(p->cli.out.s, "id");
}

static void on_evidence_filed(struct play *p, const char *day, char **w)
{
	(void)w;
	say(p, "appeal change %s --answered_on %s --reason 提交答复", p->appeal, day);
}

/* A review sets the answer aside and orders a new one. */
static void on_reopened(struct play *p, const char *day, char **w)
{
	struct err answered = {0};
	(void)!try(p, &answered, "request transfer %s --on %s", p->id, day); /* not answered: it was passed on */
	say(p, "appeal add --kind review --case %s --received %s", p->id, day);
	say(p, "appeal result %s --result corrected --on %s", json_word(p->cli.out.s, "id"), day);
	say(p, "request reopen %s --on %s%s%s", p->id, day, opt("days", value(w, "days")), opt("until", value(w, "until")));
}

static const struct { const char *event; void (*run)(struct play *, const char *day, char **w); const char *verb; } tellings[] = {
	{"received", on_received}, {"correction", on_correction}, {"clarify_sent", on_clarify_sent}, {"clarified", .verb = "clarified"},
	{"lapsed", .verb = "lapse"}, {"consult_sent", on_consult_sent}, {"consult_reached", on_consult_reached},
	{"consult_answered", on_consult_answered}, {"coagency_sent", on_coagency_sent}, {"coagency_answered", on_coagency_answered},
	{"extended", on_extended}, {"reasons_asked", on_reasons_asked}, {"delayed", on_delayed}, {"fee_notified", on_fee_notified},
	{"fee_paid", .verb = "paid"}, {"task_given", on_task_given}, {"task_done", on_task_done}, {"evidence_asked", on_evidence_asked},
	{"evidence_filed", on_evidence_filed}, {"answered", on_answered}, {"closed", .verb = "withdraw"}, {"reopened", on_reopened},
};

static void stand_on(struct play *p, daynum day)
{
	p->cli.desk.today = day;
}

static void happen(struct play *p, char **w)
{
	p->last = day_of(p, w[0]);
	stand_on(p, p->last);
	for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++) {
		if (strcmp(tellings[i].event, w[1]))
			continue;
		if (tellings[i].run)
			tellings[i].run(p, w[0], w);
		else
			say(p, "%s %s %s --on %s", p->noun, tellings[i].verb, p->id, w[0]);
		return;
	}
	WRONG(p, "no command for %s", w[1]);
}

/* `receipt CHANNEL arrived= signed= confirmed=`: registered on arrival, confirmed when the law waits for it. */
static void on_receipt(struct play *p, char **w)
{
	const char *arrived = value(w, "arrived"), *confirmed = value(w, "confirmed"), *signed_on = value(w, "signed");
	p->last = day_of(p, signed_on ? signed_on : arrived);
	stand_on(p, p->last);
	registered(p, "request", arena_printf(t_arena, " --channel %s --arrived %s%s", w[1], arrived, opt("signed", signed_on)));
	bool waits = !strcmp(json_word(p->cli.out.s, "state"), "unconfirmed");
	if (!confirmed || !waits)
		return;
	p->last = day_of(p, confirmed);
	stand_on(p, p->last);
	say(p, "request confirm %s --on %s --with 电话 --by 经办人", p->id, confirmed);
}

/* --- what is expected ----------------------------------------------------------------------------------------------------------------- */

static void same_word(struct play *p, const char *what, const char *is, const char *wanted)
{
	if (strcmp(is ? is : "-", wanted))
		WRONG(p, "%s is %s, not %s", what, is ? is : "-", wanted);
}

static void same_flag(struct play *p, const char *j, const char *what, char **w)
{
	if (json_yes(j, what) != has(w, what))
		WRONG(p, "%s%s", has(w, what) ? "not " : "", what);
}

static void expect_due(struct play *p, const char *j, char **w)
{
	same_word(p, "due", json_word(j, "due"), w[2]);
	same_flag(p, j, "provisional", w);
	same_flag(p, j, "moving", w);
	const char *ledger = json_field(j, "ledger"), *last = NULL;
	for (size_t i = 0; json_item(ledger, i); i++)
		last = json_word(json_item(ledger, i), "date");
	bool open = json_word(j, "due") && !strcmp(json_word(j, "state"), "open");
	if (open && strcmp(last, json_word(j, "due")))
		WRONG(p, "the ledger ends on %s", last);
}

static const char *answer_clock(const char *j)
{
	return json_item(json_field(j, "clocks"), 0);
}

static void expect_state(struct play *p, const char *j, const char *wanted)
{
	const char *k = answer_clock(j);
	const char *state = json_word(j, "state");
	bool waits = !strcmp(state, "clarifying") || !strcmp(state, "fee_pending");
	const char *is = !k ? "idle" : json_yes(k, "running") ? "running" : waits ? "stopped" : "done";
	if (strcmp(is, wanted))
		WRONG(p, "the clock is %s, the case %s, not %s", is, state, wanted);
}

static void expect_ledger(struct play *p, const char *j, char **w)
{
	const char *ledger = json_field(j, "ledger");
	daynum day;
	bool one = day_parse(w[2], &day);
	int many = 0;
	for (size_t i = 0; json_item(ledger, i); i++) {
		const char *l = json_item(ledger, i), *counted = json_word(l, "counted");
		const char *kind = json_word(l, "kind");
		if (!one) {
			many += !strcmp(kind, w[2]);
			continue;
		}
		if (strcmp(json_word(l, "date"), w[2]) || !strcmp(kind, "start"))
			continue;
		many++;
		if (strcmp(kind, w[3]))
			WRONG(p, "%s is %s, not %s", w[2], kind, w[3]);
		if (w[4] && strcmp(counted ? counted : "0", w[4]))
			WRONG(p, "%s does not count %s", w[2], w[4]);
	}
	if (strcmp(arena_printf(t_arena, "%d", many), one ? "1" : w[3]))
		WRONG(p, "%s: %d in the ledger", w[2], many);
}

/* `= third_party 2026-04-01 running`, told apart by span= as whom() names them. */
static void expect_clock(struct play *p, const char *j, char **w)
{
	const char *clocks = json_field(j, "clocks");
	for (size_t i = 0; json_item(clocks, i); i++) {
		const char *k = json_item(clocks, i);
		const char *name = json_word(k, "name");
		if (strcmp(json_word(k, "key"), w[1]) || (value(w, "span") && (!name || strcmp(name, whom(w)))))
			continue;
		same_word(p, w[1], json_word(k, "due"), w[2]);
		same_flag(p, k, "provisional", w);
		same_flag(p, k, "running", w);
		return;
	}
	if (!has(w, "none"))
		WRONG(p, "there is no clock %s", w[1]);
}

static void expect_badge(struct play *p, char **w)
{
	struct matter_case c;
	struct err e = {0};
	int64_t id;
	assert_done(matter_find(p->office, p->noun, p->id, &id, &e));
	assert_done(matter_load(p->office, id, t_arena, &c, &e));
	const char *wanted = arena_printf(t_arena, "%s%s%s%s%s", w[2], w[3] ? " " : "", w[3] ? w[3] : "", w[3] && w[4] ? " " : "",
		w[3] && w[4] ? w[4] : "");
	if (strcmp(c.badge.text, wanted))
		WRONG(p, "badge is %s, not %s", c.badge.text, wanted);
}

static void expect(struct play *p, char **w)
{
	stand_on(p, p->today != DAY_NONE ? p->today : p->last);
	say(p, "%s clock %s", p->noun, p->id);
	const char *j = p->cli.out.s;
	p->checked++;
	if (!strcmp(w[1], "due"))
		expect_due(p, j, w);
	else if (!strcmp(w[1], "state"))
		expect_state(p, j, w[2]);
	else if (!strcmp(w[1], "ledger"))
		expect_ledger(p, j, w);
	else if (!strcmp(w[1], "left"))
		same_word(p, w[1], json_word(answer_clock(j), "left"), w[2]);
	else if (!strcmp(w[1], "projected") || !strcmp(w[1], "received"))
		same_word(p, w[1], json_word(j, w[1]), w[2]);
	else if (!strcmp(w[1], "late"))
		assert_int_equal(json_yes(j, "late"), !strcmp(w[2], "yes"));
	else if (!strcmp(w[1], "rules"))
		assert_string_equal(json_word(j, "ruleset"), w[2]);
	else if (!strcmp(w[1], "badge"))
		expect_badge(p, w);
	else if (!strcmp(w[1], "confirmed_late") || !strcmp(w[1], "used"))
		p->checked--; /* the entry screen says it, the register; no clock does */
	else
		expect_clock(p, j, w);
}

/* --- the file --------------------------------------------------------------------------------------------------------------------------- */

static void end_case(struct play *p)
{
	if (p->title && why_unspeakable(p) && !p->refused)
		WRONG(p, "it can be told after all: take it off the list");
}

static void begin(struct play *p, const char *title)
{
	end_case(p);
	p->title = title;
	p->today = p->last = DAY_NONE;
	p->id = NULL;
	p->noun = "request";
	p->refused = NULL;
	p->plain = false;
	p->cases++;
	say(p, "setting set exclusion_boundary (sent,received]");
}

static void take(struct play *p, char *line)
{
	char *w[WORDS + 1] = {0};
	daynum d;
	split(line, w, WORDS);
	if (!strcmp(w[0], "period") || !strcmp(w[0], "rule"))
		p->plain = true;
	if (p->plain || p->refused)
		p->skipped++;
	else if (day_parse(w[0], &d))
		happen(p, w);
	else if (!strcmp(w[0], "="))
		expect(p, w);
	else if (!strcmp(w[0], "today"))
		p->today = day_of(p, w[1]);
	else if (!strcmp(w[0], "receipt"))
		on_receipt(p, w);
	else if (!strcmp(w[0], "boundary"))
		say(p, "setting set exclusion_boundary %s", w[1]);
	else if (strcmp(w[0], "rules")) /* the day of receipt says which rules hold */
		WRONG(p, "not understood: %s", w[0]);
}

static void play_file(struct play *p, const char *name)
{
	struct err e = {0};
	char *text;
	size_t len;
	int line = 0;
	assert_done(file_read(arena_printf(t_arena, "tests/law/%s", name), 1 << 20, t_arena, &text, &len, &e));
	p->file = arena_strdup(t_arena, name);
	p->title = NULL;
	for (char *at = text, *next; at && *at; at = next) {
		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		p->line = ++line;
		if (!at[strspn(at, " \t")] || *at == '#')
			continue;
		if (!strncmp(at, "case ", 5))
			begin(p, at + 5);
		else
			take(p, at);
	}
	end_case(p);
}

static void furnish(struct play *p)
{
	p->title = "settings";
	say(p, "setting set phone 0532-1");
	say(p, "setting set address 某路1号");
	say(p, "setting set online_review https://fy.example");
	say(p, "setting set fee_account 某银行1");
}

TEST(request_clock_shows_what_every_case_file_says)
{
	struct play p = {.cli = {.format = CLI_JSON, .desk = {.today_fixed = true, .today = day_make(2026, 1, 5), .now_fixed = true, .seed = 5}}};
	DIR *d = opendir("tests/law");
	assert_non_null(d);
	p.cli.out = str_new(&p.cli.arena);
	p.cli.office = p.office = t_office_open(t_office_file("cases.db"), "tester", &p.cli.desk);
	furnish(&p);
	for (struct dirent *f; (f = readdir(d));)
		if (strstr(f->d_name, ".case"))
			play_file(&p, f->d_name);
	closedir(d);
	assert_true(p.cases > 120 && p.checked > 150);
	t_verify(p.office);
	office_close(p.office);
	arena_free(&p.cli.arena);
}
