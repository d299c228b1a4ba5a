/* An empty ncurses program: paints one word, waits for a key, leaves. The floor of a terminal program's start. */
#include <curses.h>
#include <locale.h>

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	initscr();
	raw();
	noecho();
	mvaddstr(LINES - 1, 0, "F12");
	refresh();
	getch();
	endwin();
	return 0;
}
