/* letter_out.h — letters as JSON and text, and where their bytes go. */
#ifndef CLI_LETTER_OUT_H
#define CLI_LETTER_OUT_H

#include "cli/cli.h"
#include "office/letter_send.h"

/* `full`: with its prints and its text. */
bool letter_out(struct cli *c, int64_t id, bool full, struct err *e) CHECKED;
bool letter_out_list(struct cli *c, int64_t matter_id, struct err *e) CHECKED;
bool letter_out_kinds(struct cli *c, struct err *e) CHECKED;
bool letter_out_check(struct cli *c, struct err *e) CHECKED;

/* The grid as it will be printed; as JSON {kind,text,grid}. */
void letter_out_preview(struct cli *c, const char *kind, struct doc *doc);
/* The code of a kind given by its title; the word itself otherwise, NULL with an error. */
const char *letter_kind_code(struct cli *c, const char *word, struct err *e) CHECKED;

/* To the file, or to standard output. */
bool letter_put(struct cli *c, const struct letter_output *made, const char *out, enum letter_target target, struct err *e) CHECKED;
/* --slot NAME=VALUE, as often as there are slots: of struct letter_slot. */
bool letter_slots_read(struct cli *c, struct cli_args *args, struct record_list *out, struct err *e) CHECKED;
/* --duplex yes|no and --tray NAME; what is not said is as usual. */
/* --copies, 1 to 99; 0 where nothing is said. */
bool letter_copies_read(struct cli_args *args, int *copies, struct err *e) CHECKED;
bool letter_sides_read(struct cli_args *args, enum letter_sides *sides, const char **tray, struct err *e) CHECKED;
/* Where it went, as which job (a printer past the print server has none) and how it stands; without a line end. 0 letters: no number. */
void letter_text_job(struct cli *c, const struct print_job *job, size_t letters);
/* To a printer, followed and recorded. */
bool letter_to_printer(struct cli *c, const int64_t *ids, size_t n, const struct letter_sending *how, struct err *e) CHECKED;
/* After letter_resume() and letter_follow(). */
bool letter_out_resumed(struct cli *c, const struct letter_resumed *r);
bool letter_out_followed(struct cli *c, const struct letter_followed *f);
/* Records what went out, each letter by the verb. */
bool letter_record(struct cli *c, const char *verb, const int64_t *ids, size_t n, const struct letter_output *made, struct err *e) CHECKED;

#endif
