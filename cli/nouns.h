/* nouns.h — the nouns of the command line, each defined in cli/NOUN.c. A new noun: one line here, one in nouns.c. */
#ifndef CLI_NOUNS_H
#define CLI_NOUNS_H

#include "cli/cli.h"

extern const struct cli_noun cli_doc;
extern const struct cli_noun cli_help;

#endif
