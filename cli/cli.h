/* cli.h — the command line (cli.md is the contract): one file per noun, one table row each in cli/nouns.c.
 *
 * A noun's run() gets the words after the noun. It returns true when done; false with e set = refused (exit 1, one line on
 * stderr or {"error":…} with --json); false with e->code ERR_NONE = wrong usage (exit 2, its usage is printed). A check that ran
 * and found faults prints them and calls cli_faulty(). Output is collected in cli->out and written at the end, so that a
 * refusal prints nothing on stdout. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/desk.h"
#include "base/record.h"
#include "office/office.h"
#include "office/verb.h"

enum cli_format { CLI_TEXT, CLI_CSV, CLI_JSON };

struct cli {
	struct desk desk;
	const char *db;      /* --db, $GWGK_DB, else the per-user data folder */
	const char *as;      /* --as; NULL = the OS user */
	const char *cmd;     /* --cmd: 32 hex digits; NULL = fresh */
	int64_t verbs;       /* run so far: each after the first has an id of its own, derived from --cmd, so that a command cut off goes on */
	bool today_given;    /* --today or $GWGK_TODAY */
	bool over_ssh;
	enum cli_format format;
	int status;          /* exit status of a run that returned true */
	bool changed;        /* a verb was done: a later failure is a failure to say so */
	const struct merge *conflict; /* of a refusal with CONFLICT: the fields both changed, for --json; NULL = none known */
	const char *complaint; /* what is wrong with the words, shown above the usage; NULL = unknown */
	struct arena arena;  /* lives to the end of the command */
	struct str out;
	struct office *office; /* NULL until cli_office() */
};

struct cli_noun {
	const char *name, *label, *usage; /* usage: one line per verb, without "gwgk " */
	bool (*run)(struct cli *c, int argc, char **argv, struct err *e);
};
extern const struct cli_noun *const cli_nouns[];

/* Opens the office file once. */
bool cli_office(struct cli *c, struct err *e) CHECKED;
/* The office file this command is about. */
const char *cli_db(struct cli *c);

/* --- words ------------------------------------------------------------------------------------------------------------ */
struct cli_word {
	const char *name, *value; /* value "" for a switch */
	bool used, bare;          /* bare: no value was given; yes where a flag is meant */
};
struct cli_args {
	size_t npos, nopt;
	const char **pos; /* positional words; pos[0] is the verb if the caller passed argv whole */
	struct cli_word *opt;
};
/* Splits words. `switches` lists the options without a value, space-separated ("dry-run demo"); `--name value` and `--name=value`.
 * `--` ends options. Option names match with - and _ alike. A switch may be followed by yes or no; a flag of a record may stand
 * without its yes. */
bool cli_parse(struct cli *c, int argc, char **argv, const char *switches, struct cli_args *out, struct err *e) CHECKED;
/* The value of the last one given, NULL when absent. Marks it used. */
const char *cli_opt(struct cli_args *args, const char *name);
/* i-th of several with this name, NULL past the end. */
const char *cli_opt_n(struct cli_args *args, const char *name, size_t i);
/* Every option was used and at most `npos` words given; else wrong usage with cli->complaint. Call before acting. */
bool cli_all_used(struct cli *c, struct cli_args *args, size_t npos) CHECKED;
/* The start of a word, fit for a message. */
const char *cli_clip(struct cli *c, const char *word);
/* Reads one option as an int / a day (forms accepted as in date_input; needs no office unless working days are asked). */
bool cli_int(struct cli_args *args, const char *name, int64_t absent, int64_t *out, struct err *e) CHECKED;
/* As cli_int(), for what is counted: at least 1 where it is given. */
bool cli_count(struct cli_args *args, const char *name, int64_t absent, int64_t *out, struct err *e) CHECKED;
bool cli_day(struct cli *c, const char *field, const char *text, daynum *out, struct err *e) CHECKED;
/* Fills every field of the record that an option names; leaves the others as they are. */
bool cli_record(struct cli *c, struct cli_args *args, const struct record_type *t, void *rec, struct err *e) CHECKED;

/* `--version N`, for a record with a hidden field `version`: what the caller saw. A field changed since and given here otherwise is a conflict. */
bool cli_version(struct cli_args *args, const struct record_type *t, void *rec, struct err *e) CHECKED;

/* Runs a verb as this command: rec filled from options, verb_do, result line printed on stdout in text mode unless `quiet`.
 * call_out may be NULL. */
bool cli_verb(struct cli *c, const struct verb *v, int64_t subject_id, void *rec, struct verb_call *call_out, struct err *e) CHECKED;

/* The id of this command for what is more than one verb; NULL: --cmd was not given. */
bool cli_cmd(struct cli *c, const unsigned char **cmd, struct err *e) CHECKED;

/* One line of JSON on stderr, {"error":{"code":…,"field":…,"text":…}} or {"warning":{"text":…}} (no code). */
void cli_say(struct cli *c, const char *what, const char *code, const char *field, const char *text);
/* A check that ran and found faults: exit 1 and the first one on stderr; the others stand in what the check prints. */
void cli_faulty(struct cli *c, const char *text);
/* Done, but the clerk should know: one line on stderr, with --json {"warning":{"text":…}}. */
void cli_warn(struct cli *c, const char *text);

/* --- output ------------------------------------------------------------------------------------------------------------ */
struct cli_table {
	struct cli *c;
	size_t columns;
	const char **names; /* identifiers, the CSV header */
	const char **labels;/* Chinese, the text header */
	struct csv_row *rows;
	size_t n, cap;
	bool whole; /* numbers of people stand in it as they are: the office's own telephones, one case that a clerk works on */
};
/* "id=编号 title=标题 due=期限" */
struct cli_table cli_table_new(struct cli *c, const char *columns);
/* Exactly as many strings as columns (NULL prints empty). */
void cli_row(struct cli_table *t, ...);
/* Text (aligned by cells) or CSV by cli->format; each cell through text_mask_inside() unless `whole`. */
void cli_table_print(struct cli_table *t);
/* One record as `label：value` lines, or CSV header + row. JSON is written by the noun. */
void cli_show(struct cli *c, const struct record_type *t, const void *rec);

#endif
