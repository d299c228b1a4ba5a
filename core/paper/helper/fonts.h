/* fonts.h — the roles of type and what they resolve to on this machine. */
#ifndef PAPER_HELPER_FONTS_H
#define PAPER_HELPER_FONTS_H

#include <pango/pangocairo.h>
#include "paper/helper/program.h"

enum role { ROLE_FANGSONG, ROLE_XIAOBIAOSONG, ROLE_HEI, ROLE_KAI, ROLE_SONG, ROLE_BOX, ROLES };

struct resolved {
	const char *family, *file;
	bool own;    /* a face the role asks for, not a stand-in */
	bool usable; /* it has Hanzi at all (a box for the boxes): a machine without Chinese fonts still resolves to something */
};

/* Makes a fontconfig of our own the current one: the office's fonts first, then the system's; no rules of the system apply. */
bool fonts_open(const struct options *o);
void fonts_close(void);
struct resolved font_resolve(enum role role, struct arena *a);
const char *role_name(enum role role);
/* Says what every role resolves to; false where running text has no Hanzi. */
bool fonts_report(const struct options *o);
/* Family name for Pango, and whether Bold exists for it (a made-up bold would become a Type 3 font). */
PangoFontDescription *role_font(enum role role, double points);

#endif
