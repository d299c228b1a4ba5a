#include "tui/term/terminfo.h"

#include <curses.h>
#include <term.h>

bool terminfo_known(int fd)
{
	int status = 0;
	return setupterm(NULL, fd, &status) == OK;
}

bool terminfo_moves(void)
{
	static char name[] = "cup";
	const char *cup = tigetstr(name);
	return cup && cup != (char *)-1;
}
