/* office_fixture.h — a ready-made office for a test: made once a run, copied into t_dir. Closed when the test ends. */
#ifndef TESTS_OFFICE_FIXTURE_H
#define TESTS_OFFICE_FIXTURE_H

#include "office/office.h"
#include "office/verb.h"

/* A copy of the master at t_path("office.db"), opened as its first operator `tester`, on the day given ("2026-03-09"), with
 * fixed instants and dice. */
struct office *t_office(const char *today);
/* The path of a fresh copy, not opened. */
const char *t_office_file(const char *leaf);
/* Copies a file that nobody has open. */
void t_copy(const char *from, const char *to);
/* Opens a file as an operator; fails the test where that fails. Not closed by itself. */
struct office *t_office_open(const char *path, const char *login, struct desk *desk);
/* The same, closed when the test ends; one a test, instead of t_office. */
struct office *t_office_keep(const char *path, const char *login, struct desk *desk);
/* Runs a verb with a fresh command id. */
bool t_do(struct office *o, const struct verb *v, int64_t subject_id, void *args, struct verb_call *call, struct err *e);
/* request.register by letter, in person or however `words` say: {"channel", "in_person"}, …, {NULL}. NULL: a complete request handed in on
 * the office's day. False with e set where it is refused; `call` may be NULL. */
bool t_request(struct office *o, const char *const (*words)[2], const unsigned char *cmd, struct arena *a, struct err *e);
/* Chain, values and digests of the file are right; fails the test otherwise. */
void t_verify(struct office *o);
/* Called after each test (tests/main.c). */
void t_office_end(void);

#endif
