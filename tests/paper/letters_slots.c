/* docs/howto/letter-slots.md lists every slot that a shipped letter uses, under every label it has, and no other. */
#include "tests/paper/letters_sample.h"

#include <string.h>

#include "base/file.h"
#include "tests/test.h"

static char *page(void)
{
	struct err e = {0};
	char *text;
	size_t len;
	assert_done(file_read("docs/howto/letter-slots.md", 1 << 20, t_arena, &text, &len, &e));
	return text;
}

/* The row of a slot, NULL when the page has none. */
static const char *row_of(const char *text, const char *name)
{
	const char *row = strstr(text, arena_printf(t_arena, "\n| `%s` | ", name));
	return row ? arena_strndup(t_arena, row + 1, strcspn(row + 1, "\n")) : NULL;
}

/* Is `label` one of 甲、乙 in the second column? A label may hold 、 itself. */
static bool labelled(const char *row, const char *label)
{
	const char *from = strstr(row, "` | ") + strlen("` | "), *to = strstr(from, " | ");
	const char *cell = arena_printf(t_arena, "、%s、", arena_strndup(t_arena, from, (size_t)(to - from)));
	return strstr(cell, arena_printf(t_arena, "、%s、", label)) != NULL;
}

TEST(every_slot_of_a_letter_is_explained)
{
	struct letters l = letters_shipped();
	const char *text = page();
	for (size_t i = 0; i < l.n; i++) {
		for (size_t k = 0; k < l.all[i]->nslots; k++) {
			const struct slot *s = &l.all[i]->slots[k];
			const char *row = row_of(text, s->name);
			if (!row || !labelled(row, s->label))
				fail_msg("%s: slot %s %s is not in docs/howto/letter-slots.md", l.file[i], s->name, s->label);
		}
	}
}

TEST(no_slot_is_explained_that_no_letter_has)
{
	struct letters l = letters_shipped();
	char *save = NULL;
	size_t rows = 0;
	for (char *line = strtok_r(page(), "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		bool used = false;
		if (strncmp(line, "| `", 3))
			continue;
		rows++;
		const char *name = arena_strndup(t_arena, line + 3, strcspn(line + 3, "`"));
		for (size_t i = 0; i < l.n && !used; i++)
			used = template_slot(l.all[i], name) != NULL;
		if (!used)
			fail_msg("no letter has the slot %s", name);
	}
	assert_true(rows > 150);
}
