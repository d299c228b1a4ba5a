#include "paper/size.h"

#include <string.h>
#include <strings.h>

#include "paper/layout.h"

static const struct paper_size a4 = {.code = "a4", .media = "iso_a4_210x297mm", .width = 210, .height = 297, .left = 28, .top = 37, .lower = 35,
	.rows = PAGE_ROWS, .rows_max = PAGE_ROWS_MAX};

/* GB/T 1416-2003. */
static const struct paper_size envelopes[] = {
	{.code = "b6", .media = "iso_b6_125x176mm", .width = 176, .height = 125, .left = 10, .top = 10, .lower = 10, .rows = 10, .rows_max = 14},
	{.code = "dl", .media = "iso_dl_110x220mm", .width = 220, .height = 110, .left = 32, .top = 10, .lower = 8, .rows = 9, .rows_max = 13},
	{.code = "zl", .media = "prc_6_120x230mm", .width = 230, .height = 120, .left = 37, .top = 10, .lower = 10, .rows = 10, .rows_max = 14},
	{.code = "c5", .media = "iso_c5_162x229mm", .width = 229, .height = 162, .left = 36, .top = 10, .lower = 12, .rows = 14, .rows_max = 20},
	{.code = "c4", .media = "iso_c4_229x324mm", .width = 324, .height = 229, .left = 84, .top = 10, .lower = 15, .rows = 20, .rows_max = 28},
};

const struct paper_size *paper_size_a4(void)
{
	return &a4;
}

const struct paper_size *paper_size_find(const char *code)
{
	if (!strcasecmp(code, a4.code))
		return &a4;
	for (size_t i = 0; i < sizeof envelopes / sizeof *envelopes; i++)
		if (!strcasecmp(code, envelopes[i].code))
			return &envelopes[i];
	return NULL;
}
