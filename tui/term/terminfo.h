/* terminfo.h — what the terminal's description says, before anything is sent to it. (<term.h> names a struct term of its own, so it
 * is included in terminfo.c alone.) */
#ifndef TUI_TERM_TERMINFO_H
#define TUI_TERM_TERMINFO_H

enum terminfo { TERMINFO_UNKNOWN, TERMINFO_CANNOT_MOVE, TERMINFO_GOOD };

/* Is $TERM described, and can it move the cursor? */
enum terminfo terminfo_check(int fd);

#endif
