/* err.h — an error is a value.
 *
 * A function that can fail for a reason the clerk must hear returns bool and takes `struct err *e` last:
 *
 *	return err_set(e, ERR_RULE, _("该事项已停用"));
 *
 * err_set() always returns false, so refusing is one line. The text is one line of Chinese in the clerk's words, without
 * a full stop, and sits in the value itself: nothing to free, no global last error. A NULL `e` is allowed. A lower
 * error is passed up as it is; it is never overwritten with a vaguer one.
 *
 * Two things are not errors but our own faults: BUG() (an impossible state) and our own out-of-memory. Both put the
 * terminal back in order through the hook and abort. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_code {
	ERR_NONE,
	ERR_INPUT,    /* a field is wrong: `field` names it. Writes nothing, not even to the audit log */
	ERR_RULE,     /* the law or the procedure forbids it now. Audited as refused */
	ERR_DENIED,   /* this operator may not. Audited as refused */
	ERR_MISSING,  /* no such record, file or setting */
	ERR_CONFLICT, /* another clerk changed it first, or the command id was used for something else */
	ERR_BUSY,     /* the office file is held by another process for too long */
	ERR_SYSTEM    /* disk, memory, encoding of a file, another program */
};

struct err {
	enum err_code code;
	char field[64];  /* the record field (its identifier) for ERR_INPUT, else "" */
	char text[1024]; /* UTF-8, cut at a character boundary */
};

#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define CHECKED __attribute__((warn_unused_result))

/* Sets code and text; returns false. Line breaks, controls and bytes that are not UTF-8, quoted from outside, are made harmless.
 * Never overwrites an error already set (the first cause wins). */
bool err_set(struct err *e, enum err_code code, const char *fmt, ...) PRINTF(3, 4);
/* As err_set(ERR_INPUT) and names the field. */
bool err_field(struct err *e, const char *field, const char *fmt, ...) PRINTF(3, 4);
void err_clear(struct err *e);
/* "INPUT", "RULE", … : the code as cli.md prints it in JSON. */
const char *err_code_name(enum err_code code);

/* Called once before an abort, to leave the alternate screen. Set by tui/term. */
void bug_hook_set(void (*restore)(void));
_Noreturn void bug_at(const char *file, int line, const char *fmt, ...) PRINTF(3, 4);
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
#define BUG_ON(c) do { if (c) BUG("%s", #c); } while (0)

/* Chinese is the source text. _() marks what a clerk reads in an expression, N_() in a table. */
const char *tr(const char *zh) __attribute__((format_arg(1)));
#define _(s) tr(s)
#define N_(s) (s)

#endif
