#include "paper/helper/fonts.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

enum { FAMILIES_MAX = 9 };

/* The faces an office owns first, then free ones. Those from `stand_in` on are not what the role asks for. */
static const struct {
	const char *alias, *name;
	const char *families[FAMILIES_MAX];
	int stand_in;
	bool bold; /* of the stand-in */
} roles[ROLES] = {
	[ROLE_FANGSONG] = {.alias = "GW FangSong", .name = N_("仿宋"), .stand_in = 5,
		.families = {N_("仿宋_GB2312"), "FangSong_GB2312", N_("仿宋"), "FangSong", "FandolFang", "Noto Serif CJK SC", "BabelStone Han"}},
	[ROLE_XIAOBIAOSONG] = {.alias = "GW XiaoBiaoSong", .name = N_("小标宋"), .stand_in = 3, .bold = true,
		.families = {N_("方正小标宋简体"), "FZXiaoBiaoSong-B05S", N_("方正小标宋_GBK"), "Noto Serif CJK SC"}},
	[ROLE_HEI] = {.alias = "GW Hei", .name = N_("黑体"), .stand_in = 4,
		.families = {N_("黑体"), "SimHei", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"}},
	[ROLE_KAI] = {.alias = "GW Kai", .name = N_("楷体"), .stand_in = 7,
		.families = {N_("楷体_GB2312"), "KaiTi_GB2312", N_("楷体"), "KaiTi", "AR PL KaitiM GB", "AR PL UKai CN", "FandolKai",
			"Noto Serif CJK SC"}},
	[ROLE_SONG] = {.alias = "GW Song", .name = N_("宋体"), .stand_in = 4,
		.families = {N_("宋体"), "SimSun", "FandolSong", "Noto Serif CJK SC", "AR PL UMing CN"}},
	/* Both boxes from one face, so that the pair matches. */
	[ROLE_BOX] = {.alias = "GW Box", .name = N_("方框"), .stand_in = 2, .families = {"DejaVu Sans", "Segoe UI Symbol", "Noto Serif CJK SC"}},
};

const char *role_name(enum role role)
{
	return roles[role].name;
}

static void add_escaped(struct str *s, const char *text)
{
	for (; *text; text++) {
		if (*text == '&' || *text == '<' || *text == '>')
			str_printf(s, "&#%d;", *text);
		else
			str_char(s, *text);
	}
}

static void add_tag(struct str *s, const char *tag, const char *text)
{
	str_printf(s, "<%s>", tag);
	add_escaped(s, text);
	str_printf(s, "</%s>", tag);
}

static const char *config_text(const struct options *o)
{
	struct str s = str_new(o->arena);
	str_add(&s, "<?xml version=\"1.0\"?><fontconfig>");
	if (o->fonts && *o->fonts)
		add_tag(&s, "dir", o->fonts);
	add_tag(&s, "dir", "/usr/share/fonts");
	add_tag(&s, "dir", "/usr/local/share/fonts");
	add_tag(&s, "dir", "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol");
	if (o->cache && *o->cache)
		add_tag(&s, "cachedir", o->cache);
	add_tag(&s, "cachedir", "/var/cache/fontconfig");
	for (int r = 0; r < ROLES; r++) {
		str_add(&s, "<alias binding=\"same\">");
		add_tag(&s, "family", roles[r].alias);
		str_add(&s, "<prefer>");
		for (int i = 0; i < FAMILIES_MAX && roles[r].families[i]; i++)
			add_tag(&s, "family", roles[r].families[i]);
		/* A rare name falls back to a serif, not to a sans. */
		add_tag(&s, "family", "Noto Serif CJK SC");
		str_add(&s, "</prefer></alias>");
	}
	str_add(&s, "</fontconfig>");
	return s.s;
}

bool fonts_open(const struct options *o)
{
	FcConfig *config = FcConfigCreate();
	if (!config)
		return false;
	const char *text = config_text(o);
	if (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text, FcTrue) || !FcConfigBuildFonts(config) ||
		!FcConfigSetCurrent(config)) {
		FcConfigDestroy(config);
		return false;
	}
	FcConfigDestroy(config); /* the current one holds a reference of its own */
	return true;
}

void fonts_close(void)
{
	pango_cairo_font_map_set_default(NULL);
	FcFini();
}

static FcPattern *match(enum role role)
{
	FcResult result;
	FcPattern *want = FcPatternCreate();
	FcPatternAddString(want, FC_FAMILY, (const FcChar8 *)roles[role].alias);
	FcPatternAddString(want, FC_LANG, (const FcChar8 *)"zh-cn");
	if (role == ROLE_XIAOBIAOSONG)
		FcPatternAddInteger(want, FC_WEIGHT, FC_WEIGHT_BOLD);
	FcConfigSubstitute(NULL, want, FcMatchPattern);
	FcDefaultSubstitute(want);
	FcPattern *got = FcFontMatch(NULL, want, &result);
	FcPatternDestroy(want);
	return got;
}

/* Which of the role's families the font answers to; -1 none. A font has several names, in several languages. */
static int family_of(enum role role, const FcPattern *font, const char **name)
{
	*name = "";
	for (int i = 0; i < FAMILIES_MAX && roles[role].families[i]; i++) {
		FcChar8 *s;
		for (int k = 0; FcPatternGetString(font, FC_FAMILY, k, &s) == FcResultMatch; k++) {
			if (!**name)
				*name = (const char *)s;
			if (!strcasecmp((const char *)s, roles[role].families[i])) {
				*name = (const char *)s;
				return i;
			}
		}
	}
	return -1;
}

struct resolved font_resolve(enum role role, struct arena *a)
{
	struct resolved r = {.family = "", .file = ""};
	FcPattern *font = match(role);
	FcChar8 *file;
	FcCharSet *has;
	const char *name;
	if (!font)
		return r;
	r.usable = FcPatternGetCharSet(font, FC_CHARSET, 0, &has) == FcResultMatch && FcCharSetHasChar(has, role == ROLE_BOX ? 0x2611 : 0x56FD);
	int i = family_of(role, font, &name);
	r.own = i >= 0 && i < roles[role].stand_in;
	r.family = arena_strdup(a, name);
	if (FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch)
		r.file = arena_strdup(a, (const char *)file);
	FcPatternDestroy(font);
	return r;
}

PangoFontDescription *role_font(enum role role, double points)
{
	PangoFontDescription *d = pango_font_description_new();
	pango_font_description_set_family_static(d, roles[role].alias);
	pango_font_description_set_absolute_size(d, points * PANGO_SCALE);
	FcPattern *font = roles[role].bold ? match(role) : NULL;
	int weight;
	if (font && FcPatternGetInteger(font, FC_WEIGHT, 0, &weight) == FcResultMatch && weight >= FC_WEIGHT_DEMIBOLD)
		pango_font_description_set_weight(d, PANGO_WEIGHT_BOLD);
	if (font)
		FcPatternDestroy(font);
	return d;
}

bool fonts_report(const struct options *o)
{
	bool text = false;
	for (int r = 0; r < ROLES; r++) {
		struct resolved f = font_resolve((enum role)r, o->arena);
		text |= r == ROLE_FANGSONG && f.usable;
		STATUS("font", role_name((enum role)r), f.family, f.file, !f.usable ? "none" : f.own ? "own" : "stand-in");
	}
	return text;
}

int mode_fonts(const struct options *o)
{
	if (!fonts_open(o))
		return refuse("SYSTEM", _("字体配置不能用"));
	fonts_report(o);
	STATUS("done");
	fonts_close();
	return 0;
}
