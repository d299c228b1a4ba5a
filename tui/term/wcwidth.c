/* ncurses asks the C library how wide a character is. The program answers instead: the linker exports this function because
 * libncursesw refers to it, so that curses, the canvas and the terminal always agree, on ambiguous characters too. */
#include "base/text.h"

int wcwidth(wchar_t c);

__attribute__((visibility("default"))) int wcwidth(wchar_t c)
{
	uint32_t cp = (uint32_t)c;
	if (cp == 0)
		return 0;
	if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
		return -1;
	return cell_width(cp);
}
