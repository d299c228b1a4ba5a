/* sheet_out.h — documents that are no issued letters, to where the words say: --out FILE, --printer Q [--copies N], else the terminal. */
#ifndef CLI_SHEET_OUT_H
#define CLI_SHEET_OUT_H

#include "cli/cli.h"
#include "office/letter_send.h"

struct sheet_target {
	const char *out, *queue; /* NULL: not there */
	enum letter_target target;
	enum letter_sides sides;
	const char *tray;        /* NULL: the usual one */
	int copies;              /* 0 = what is usual for the kind */
};
/* Reads --out --printer --copies --to --duplex --tray. */
bool sheet_target_read(struct cli_args *args, struct sheet_target *to, struct err *e) CHECKED;
/* `usual`: how many copies of this kind are printed when nobody says. An existing file is not written over. */
bool sheet_put(struct cli *c, struct doc *const *docs, size_t n, const char *title, int usual, const struct sheet_target *to,
	struct err *e) CHECKED;

#endif
