/* terminfo.h — what the terminal's description says, before anything is sent to it. (<term.h> names a struct term of its own, so it
 * is included in terminfo.c alone.) */
#ifndef TUI_TERM_TERMINFO_H
#define TUI_TERM_TERMINFO_H

#include <stdbool.h>

bool terminfo_known(int fd); /* is $TERM described? */
bool terminfo_moves(void);   /* can it move the cursor? After terminfo_known. */

#endif
