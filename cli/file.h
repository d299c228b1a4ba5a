/* file.h — files named on the command line, for the nouns that import. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include "cli/cli.h"

enum { IMPORT_MAX = 64 << 20 };

/* The text of an import file (UTF-8 or GB18030, found out by strict decoding), as UTF-8 in the command's arena. */
bool cli_file_text(struct cli *c, const char *path, char **text, struct err *e) CHECKED;
/* The i-th positional word, NULL past the last. */
const char *cli_word_at(const struct cli_args *args, size_t i);

#endif
