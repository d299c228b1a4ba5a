/* file.h — files named on the command line. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include "cli/cli.h"

enum { IMPORT_MAX = 64 << 20 };

/* The text of a file (UTF-8 or GB18030, found out by strict decoding), as UTF-8 in the command's arena; "-" is standard input. */
bool cli_file_text(struct cli *c, const char *path, char **text, struct err *e) CHECKED;
/* Where a result goes that was named with --out (office/place.h: over SSH into one folder). *path NULL stays NULL. */
bool cli_out_place(struct cli *c, const char **path, struct err *e) CHECKED;
/* cli_faulty() for a file that was checked: its first fault, of n. Line 0 is the file as a whole. */
void cli_faulty_file(struct cli *c, const char *path, int line, const char *text, size_t n);
/* Says that a file was made: a line of text, with --json or --csv the path (and `rows`, unless INT_NONE) as one record. */
void cli_written(struct cli *c, const char *path, int64_t rows, const char *text);
/* The i-th positional word, NULL past the last. */
const char *cli_word_at(const struct cli_args *args, size_t i);

#endif
