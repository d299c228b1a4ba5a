/* Runs the legal situations written down in tests/law/NAME.case. The format is explained in tests/law/README.md. */
#include "tests/test.h"
#include "base/file.h"
#include "law/badge.h"
#include "law/ledger.h"
#include "law/rule.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { EVENTS = 64, WORDS = 16 };

struct situation {
	const char *file, *title;
	int line;
	struct calendar *c;
	struct law *law;
	struct ruleset rules;
	struct clock_event ev[EVENTS];
	size_t n;
	daynum today;
	/* what the lines so far gave; recomputed at each expectation */
	bool plain; /* a period or an element's rule instead of a case */
	struct rule_due due;
	struct clock_ledger ledger;
	struct clock clock;
	struct receipt receipt;
	int expectations;
};

#define WRONG(s, ...) fail_msg("%s:%d: %s: %s", (s)->file, (s)->line, (s)->title, arena_printf(t_arena, __VA_ARGS__))

static daynum day_of(struct situation *s, const char *iso)
{
	daynum d = DAY_NONE;
	if (strcmp(iso, "-") && !day_parse(iso, &d))
		WRONG(s, "no day: %s", iso);
	return d;
}

static const char *show(daynum d)
{
	char *iso = arena_alloc(t_arena, DAY_ISO);
	return d == DAY_NONE ? "-" : day_iso(d, iso);
}

/* key=value among the words; NULL when absent. */
static const char *value(char **w, const char *key)
{
	size_t n = strlen(key);
	for (; *w; w++)
		if (!strncmp(*w, key, n) && (*w)[n] == '=')
			return *w + n + 1;
	return NULL;
}

static daynum day_value(struct situation *s, char **w, const char *key)
{
	const char *v = value(w, key);
	return v ? day_of(s, v) : DAY_NONE;
}

static int number(const char *s)
{
	char *end;
	long v = strtol(s, &end, 10);
	if (!*s || *end)
		fail_msg("no number: %s", s);
	return (int)v;
}

static int int_value(char **w, const char *key, int absent)
{
	const char *v = value(w, key);
	return v ? number(v) : absent;
}

static bool has(char **w, const char *word)
{
	for (; *w; w++)
		if (!strcmp(*w, word))
			return true;
	return false;
}

/* --- what happens ------------------------------------------------------------------------------------------------------------- */

static void set_rules(struct situation *s, const char *code)
{
	const struct ruleset *r = ruleset_find(s->law, code);
	if (!r)
		WRONG(s, "no rule set %s", code);
	s->rules = *r;
}

static void on_event(struct situation *s, char **w)
{
	struct clock_event *e = &s->ev[s->n];
	*e = CLOCK_NO_EVENT;
	e->day = day_of(s, w[0]);
	if (s->n + 1 == EVENTS || !w[1] || !clock_event_parse(w[1], &e->kind))
		WRONG(s, "no event: %s", w[1] ? w[1] : "");
	e->until = day_value(s, w, "until");
	e->days = int_value(w, "days", 0);
	e->span = int_value(w, "span", 0);
	e->calendar_days = has(w, "calendar");
	e->name = value(w, "name");
	s->n++;
}

static void on_receipt(struct situation *s, char **w)
{
	struct receipt_dates d = {day_value(s, w, "arrived"), day_value(s, w, "signed"), day_value(s, w, "confirmed")};
	struct err e = {0};
	if (!receipt_derive(s->law, s->c, w[1], &d, t_arena, &s->receipt, &e))
		WRONG(s, "%s", e.text);
	if (!s->receipt.rules)
		return;
	s->rules = *s->receipt.rules;
	s->ev[s->n] = CLOCK_NO_EVENT;
	s->ev[s->n].kind = EV_RECEIVED;
	s->ev[s->n++].day = s->receipt.received;
}

static void on_period(struct situation *s, char **w)
{
	daynum start = day_of(s, w[1]);
	int n = number(w[2]);
	bool calendar = has(w, "calendar");
	s->plain = true;
	clock_explain_period(s->c, start, n, calendar, !has(w, "no-roll"), t_arena, &s->ledger);
	daynum due = rule_period(s->c, start, n, calendar ? UNIT_CALENDAR : UNIT_WORKING, !has(w, "no-roll"));
	if (due != s->ledger.due)
		WRONG(s, "the ledger ends on %s, the rule on %s", show(s->ledger.due), show(due));
	s->due = (struct rule_due){.due = due, .provisional = calendar_provisional(s->c, start, due)};
}

static void on_rule(struct situation *s, char **w)
{
	struct rule r;
	struct err e = {0};
	struct rule_facts f = RULE_NO_FACTS;
	if (!rule_parse(w[1], &r, &e) && !(rule_read(w[1], &r)))
		WRONG(s, "no rule: %s", w[1]);
	f.formed = day_value(s, w, "formed");
	f.changed = day_value(s, w, "changed");
	f.event = day_value(s, w, "event");
	f.typed = day_value(s, w, "typed");
	f.asap_wd = int_value(w, "standard", 0);
	s->plain = true;
	rule_due(s->c, &r, &f, t_arena, &s->due);
}

/* --- what is expected ------------------------------------------------------------------------------------------------------------- */

static void same_day(struct situation *s, const char *what, daynum is, const char *wanted)
{
	if (is != day_of(s, wanted))
		WRONG(s, "%s is %s, not %s", what, show(is), wanted);
}

static void same_flag(struct situation *s, const char *what, bool is, char **w)
{
	if (is != has(w, what))
		WRONG(s, "%s%s", is ? "" : "not ", what);
}

static void expect_due(struct situation *s, char **w)
{
	same_day(s, "due", s->plain ? s->due.due : s->clock.due, w[2]);
	same_flag(s, "provisional", s->plain ? s->due.provisional : s->clock.provisional, w);
	same_flag(s, "moving", !s->plain && s->clock.moving, w);
	same_flag(s, "capped", s->plain && s->due.capped, w);
	if (!s->plain && s->clock.due != s->ledger.due)
		WRONG(s, "the ledger ends on %s", show(s->ledger.due));
}

static void expect_text(struct situation *s, const char *what, const char *is, const char *wanted)
{
	if (strcmp(is, wanted))
		WRONG(s, "%s is %s, not %s", what, is, wanted);
}

static void expect_int(struct situation *s, const char *what, int is, const char *wanted)
{
	if (is != number(wanted))
		WRONG(s, "%s is %d, not %s", what, is, wanted);
}

/* `ledger DATE kind [counted]` one line; `ledger kind N` how many there are; the last counted number is checked always. */
static void expect_ledger(struct situation *s, char **w)
{
	int many = 0;
	daynum d;
	bool one = day_parse(w[2], &d);
	for (size_t i = 0; i < s->ledger.n; i++) {
		const struct clock_line *l = &s->ledger.lines[i];
		if (!one) {
			many += !strcmp(line_kind_name(l->kind), w[2]);
		} else if (l->date == d && l->kind != LINE_START) {
			expect_text(s, "kind", line_kind_name(l->kind), w[3]);
			if (w[4])
				expect_int(s, "count", l->counted, w[4]);
			many = 1;
		}
	}
	if (!one)
		expect_int(s, w[2], many, w[3]);
	else if (!many)
		WRONG(s, "the ledger has no %s", w[2]);
}

static const char *state_name(enum clock_state st)
{
	static const char *const names[] = {
		[CLOCK_IDLE] = "idle", [CLOCK_RUNNING] = "running", [CLOCK_STOPPED] = "stopped", [CLOCK_DONE] = "done",
	};
	return names[st];
}

/* `= third_party 2026-04-01 running`, with span=2 when there are several. */
static void expect_sub(struct situation *s, char **w)
{
	struct clock_sub subs[EVENTS];
	size_t n = clock_subs(s->c, &s->rules, s->ev, s->n, s->today, subs, EVENTS);
	int span = int_value(w, "span", -1);
	assert_true(n <= s->n + 2);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(clock_key_name(subs[i].key), w[1]) || (span >= 0 && subs[i].span != span))
			continue;
		same_day(s, w[1], subs[i].due, w[2]);
		same_flag(s, "provisional", subs[i].provisional, w);
		if (has(w, "running") != subs[i].running)
			WRONG(s, "%s %s", w[1], subs[i].running ? "runs" : "does not run");
		return;
	}
	if (!has(w, "none"))
		WRONG(s, "there is no clock %s", w[1]);
}

static void refresh(struct situation *s)
{
	if (s->plain)
		return;
	clock_run_on(s->c, &s->rules, s->ev, s->n, s->today, &s->clock);
	clock_explain(s->c, &s->rules, s->ev, s->n, s->today, t_arena, &s->ledger);
	if (s->clock.state == CLOCK_RUNNING && s->clock.due == DAY_NONE)
		WRONG(s, "it runs without a due date");
	if (s->clock.state == CLOCK_STOPPED && s->clock.counter_due == DAY_NONE)
		WRONG(s, "it stopped without a counter-clock");
}

static void expect(struct situation *s, char **w)
{
	const char *what = w[1];
	refresh(s);
	s->expectations++;
	if (!w[1] || !w[2])
		WRONG(s, "an expectation needs a value");
	if (!strcmp(what, "due"))
		expect_due(s, w);
	else if (!strcmp(what, "state"))
		expect_text(s, what, state_name(s->clock.state), w[2]);
	else if (!strcmp(what, "ledger"))
		expect_ledger(s, w);
	else if (!strcmp(what, "left"))
		expect_int(s, what, s->clock.left, w[2]);
	else if (!strcmp(what, "projected"))
		same_day(s, what, s->clock.projected, w[2]);
	else if (!strcmp(what, "used"))
		expect_int(s, what, clock_used(s->c, &s->rules, s->ev, s->n, s->today), w[2]);
	else if (!strcmp(what, "late"))
		expect_text(s, what, s->clock.late ? "yes" : "no", w[2]);
	else if (!strcmp(what, "badge"))
		expect_text(s, what, clock_badge(s->c, &s->clock, s->today, BADGE_STEPS).text, value(w, "text") ? value(w, "text") :
			arena_printf(t_arena, "%s%s%s%s%s", w[2], w[3] ? " " : "", w[3] ? w[3] : "", w[3] && w[4] ? " " : "", w[3] && w[4] ? w[4] : ""));
	else if (!strcmp(what, "target"))
		same_day(s, what, s->due.target, w[2]);
	else if (!strcmp(what, "received"))
		same_day(s, what, s->receipt.received, w[2]);
	else if (!strcmp(what, "rules"))
		expect_text(s, what, s->receipt.rules ? s->receipt.rules->code : "-", w[2]);
	else if (!strcmp(what, "confirmed_late"))
		expect_int(s, what, s->receipt.late_wd, w[2]);
	else
		expect_sub(s, w);
}

/* --- the file --------------------------------------------------------------------------------------------------------------------- */

static void begin(struct situation *s, const char *title)
{
	struct situation fresh = {.file = s->file, .title = title, .line = s->line, .c = s->c, .law = s->law};
	fresh.today = DAY_NONE;
	*s = fresh;
	set_rules(s, "2019");
}

static void take(struct situation *s, char *line)
{
	char *w[WORDS + 1] = {0};
	size_t n = 0;
	for (char *p = line, *next; *p && n < WORDS; p = next) {
		p += strspn(p, " \t\r");
		next = p + strcspn(p, " \t\r");
		if (*next)
			*next++ = '\0';
		if (*p)
			w[n++] = p;
	}
	daynum d;
	if (day_parse(w[0], &d))
		on_event(s, w);
	else if (!strcmp(w[0], "="))
		expect(s, w);
	else if (!strcmp(w[0], "rules"))
		set_rules(s, w[1]);
	else if (!strcmp(w[0], "today"))
		s->today = day_of(s, w[1]);
	else if (!strcmp(w[0], "receipt"))
		on_receipt(s, w);
	else if (!strcmp(w[0], "period"))
		on_period(s, w);
	else if (!strcmp(w[0], "rule"))
		on_rule(s, w);
	else if (strcmp(w[0], "boundary") || !boundary_parse(w[1], &s->rules.boundary))
		WRONG(s, "not understood: %s", w[0]);
}

static void run_cases(const char *name)
{
	struct situation s = {.file = name, .c = calendar_embedded(t_arena), .law = law_embedded(t_arena)};
	struct err e = {0};
	char *text;
	size_t len;
	int cases = 0, line = 0;
	assert_done(file_read(arena_printf(t_arena, "tests/law/%s", name), 1 << 20, t_arena, &text, &len, &e));
	for (char *p = text, *next; p && *p; p = next) {
		next = strchr(p, '\n');
		if (next)
			*next++ = '\0';
		s.line = ++line;
		if (!p[strspn(p, " \t")] || *p == '#')
			continue;
		if (!strncmp(p, "case ", 5)) {
			if (!s.expectations && cases)
				WRONG(&s, "the case before expects nothing");
			begin(&s, p + 5);
			cases++;
			continue;
		}
		take(&s, p);
	}
	if (!cases || !s.expectations)
		fail_msg("%s holds no case", name);
}

static const char *const files[] = {
	"golden.case", "annex-b.case", "receipt.case", "clarification.case", "consultation.case", "extension.case", "fee.case", "delay.case",
	"old-law.case", "proactive.case", "late-december.case", "correction.case", "afterwards.case", "close.case",
	"festival.case",
};

TEST(case_file_golden_dates_of_the_dossier) { run_cases(files[0]); }
TEST(case_file_golden_dates_of_the_peers) { run_cases(files[1]); }
TEST(case_file_receipt_by_channel) { run_cases(files[2]); }
TEST(case_file_clarification) { run_cases(files[3]); }
TEST(case_file_consultation) { run_cases(files[4]); }
TEST(case_file_extension) { run_cases(files[5]); }
TEST(case_file_fee) { run_cases(files[6]); }
TEST(case_file_reasonable_delay) { run_cases(files[7]); }
TEST(case_file_law_of_2008) { run_cases(files[8]); }
TEST(case_file_proactive_disclosure) { run_cases(files[9]); }
TEST(case_file_late_december) { run_cases(files[10]); }
TEST(case_file_correction) { run_cases(files[11]); }
TEST(case_file_review_and_suit) { run_cases(files[12]); }
TEST(case_file_answer_and_close) { run_cases(files[13]); }
TEST(case_file_festivals_and_year_ends) { run_cases(files[14]); }

TEST(no_case_file_is_forgotten)
{
	DIR *d = opendir("tests/law");
	size_t found = 0;
	assert_non_null(d);
	for (struct dirent *f; (f = readdir(d));) {
		if (!strstr(f->d_name, ".case"))
			continue;
		bool known = false;
		for (size_t i = 0; i < sizeof files / sizeof *files; i++)
			known |= !strcmp(files[i], f->d_name);
		if (!known)
			fail_msg("%s is run by no test", f->d_name);
		found++;
	}
	closedir(d);
	assert_int_equal(found, sizeof files / sizeof *files);
}
