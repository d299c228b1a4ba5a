#include "paper/helper/program.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

bool read_input(struct arena *a, char **data, size_t *n)
{
	struct str s = str_new(a);
	char buf[1 << 16];
	for (;;) {
		ssize_t k = read(0, buf, sizeof buf);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return false;
		if (k == 0)
			break;
		str_addn(&s, buf, (size_t)k);
	}
	*data = s.s;
	*n = s.len;
	return true;
}

int number_of(const char *s)
{
	char *end;
	long v = strtol(s, &end, 10);
	return *end || end == s || v < 0 || v > INT_MAX ? -1 : (int)v;
}

void status(const char *const *words, size_t n)
{
	char line[2048];
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		if (i && len < sizeof line - 2)
			line[len++] = '\t';
		for (const char *c = words[i] ? words[i] : ""; *c && len < sizeof line - 2; c++)
			line[len++] = (unsigned char)*c < ' ' ? ' ' : *c;
	}
	line[len++] = '\n';
	/* Nobody listening is not an error: the exit status still tells. */
	if (!file_write_all(3, line, len))
		errno = 0;
}

int refuse(const char *code, const char *text)
{
	STATUS("error", code, text);
	return 1;
}

#ifdef __SANITIZE_ADDRESS__
/* Their caches live as long as the process. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libcairo\nleak:libpango\nleak:libglib\n";
}
#endif

static const struct {
	const char *name;
	int (*run)(const struct options *);
	int words; /* after the mode, at least */
} modes[] = {
	{"pdf", mode_pdf, 0},	    {"fonts", mode_fonts, 0}, {"print", mode_print, 0},   {"send", mode_send, 1},
	{"printers", mode_printers, 0}, {"jobs", mode_jobs, 0},   {"job", mode_job, 3},       {"cancel", mode_cancel, 2},
	{"xlsx", mode_xlsx, 1},
};

/* Hundredths of a millimetre to the right and down. */
static bool read_shift(struct options *o, const char *s)
{
	char *comma, *end;
	long right = strtol(s, &comma, 10), down = *comma == ',' ? strtol(comma + 1, &end, 10) : 0;
	o->shift_x = (double)right / 100 * 72 / 25.4;
	o->shift_y = (double)down / 100 * 72 / 25.4;
	return *comma == ',' && !*end && labs(right) <= 2000 && labs(down) <= 2000;
}

static bool take_option(struct options *o, const char *name, const char *value, bool *took_value)
{
	const struct {
		const char *name;
		const char **text;
		int *number;
		bool *flag;
	} known[] = {
		{.name = "--fonts", .text = &o->fonts},   {.name = "--cache", .text = &o->cache},
		{.name = "--head", .text = &o->head},     {.name = "--title", .text = &o->title},
		{.name = "--tray", .text = &o->tray},     {.name = "--copies", .number = &o->copies},
		{.name = "--wait", .number = &o->wait_ms}, {.name = "--patience", .number = &o->patience_ms}, {.name = "--copy", .flag = &o->copy},
		{.name = "--ring", .flag = &o->ring},     {.name = "--rulers", .flag = &o->rulers},
		     {.name = "--raw", .flag = &o->raw},
		{.name = "--duplex", .flag = &o->duplex}, {.name = "--folio", .flag = &o->folio}, {.name = "--stand-in", .flag = &o->stand_in},
		{.name = "--marks", .text = &o->marks},   {.name = "--media", .text = &o->media},
	};
	*took_value = false;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strcmp(known[i].name, name))
			continue;
		if (known[i].flag)
			return *known[i].flag = true;
		*took_value = true;
		if (!value)
			return false;
		if (known[i].text)
			*known[i].text = value;
		else
			*known[i].number = number_of(value);
		return true;
	}
	*took_value = true;
	if (!strcmp(name, "--shift") && value)
		return read_shift(o, value);
	if (strcmp(name, "--created") || !value)
		return false;
	o->created = strtoll(value, NULL, 10);
	return true;
}

static bool read_options(struct options *o, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		bool took;
		if (strncmp(argv[i], "--", 2)) {
			if (!o->mode)
				o->mode = argv[i];
			else if (o->nwords < 4)
				o->words[o->nwords++] = argv[i];
			else
				return false;
			continue;
		}
		if (!take_option(o, argv[i], i + 1 < argc ? argv[i + 1] : NULL, &took))
			return false;
		i += took;
	}
	return o->mode != NULL;
}

int main(int argc, char **argv)
{
	struct arena arena = {0};
	struct options o = {.arena = &arena, .head = "red", .copies = 1};
	if (!read_options(&o, argc, argv))
		return 2;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		if (strcmp(modes[i].name, o.mode) || o.nwords < modes[i].words)
			continue;
		int rc = modes[i].run(&o);
		arena_free(&arena);
		return rc;
	}
	return 2;
}
