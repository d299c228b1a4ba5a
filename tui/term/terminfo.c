#include "tui/term/terminfo.h"

#include <curses.h>
#include <term.h>

enum terminfo terminfo_check(int fd)
{
	static char name[] = "cup";
	int status = 0;
	if (setupterm(NULL, fd, &status) != OK)
		return TERMINFO_UNKNOWN;
	const char *cup = tigetstr(name);
	enum terminfo answer = cup && cup != (char *)-1 ? TERMINFO_GOOD : TERMINFO_CANNOT_MOVE;
	del_curterm(set_curterm(NULL)); /* newterm() makes its own */
	return answer;
}
