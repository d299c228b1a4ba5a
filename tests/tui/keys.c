#include "tests/test.h"

#include <string.h>

#include "base/embed.h"
#include "tui/keys.h"

static struct keymap map;
static struct key_faults faults;

static void parse(const char *text)
{
	keymap_parse("test.keys", text, t_arena, &map, &faults);
}

static bool has_fault(int line, const char *part)
{
	for (size_t i = 0; i < faults.n; i++)
		if (faults.list[i].line == line && strstr(faults.list[i].text, part))
			return true;
	return false;
}

TEST(every_built_in_key_map_is_free_of_faults)
{
	for (const struct embedded *e = gen_keymaps; e->name; e++) {
		keymap_parse(e->name, e->text, t_arena, &map, &faults);
		for (size_t i = 0; i < faults.n; i++)
			print_error("%s:%d: %s\n", e->name, faults.list[i].line, faults.list[i].text);
		assert_int_equal(faults.n, 0);
		assert_true(map.n > 20);
	}
}

TEST(every_mistake_in_a_file_is_found_with_its_line)
{
	parse("# comment\n"
	      "nowhere <F2> confirm\n"      /* 2 */
	      "list <F2> nosuch\n"          /* 3 */
	      "list <F99> enter\n"          /* 4 */
	      "list <Enter> enter\n"
	      "list <Enter> mark\n"         /* 6 */
	      "list g cursor-first\n"
	      "list g g cursor-last\n"      /* 8 */
	      "list ^M enter\n"             /* 9 */
	      "list ^I enter\n"             /* 10 */
	      "list ^[ enter\n"             /* 11 */
	      "list ^H enter\n"             /* 12 */
	      "global <Ctrl-Space> help\n"  /* 13 */
	      "global ^. help\n"            /* 14 */
	      "global <Shift-Space> help\n" /* 15 */
	      "global <S-F1> help\n"        /* 16 */
	      "list enter\n"                /* 17 */
	      "list \xe6\x94\xbf enter\n"   /* 18 */
	      "list a b c d e enter\n"      /* 19 */
	      "bad <F0> worse\n");          /* 20 */
	assert_true(has_fault(2, "nowhere"));
	assert_true(has_fault(3, "nosuch"));
	assert_true(has_fault(4, "<F99>"));
	assert_true(has_fault(6, "5"));
	assert_true(has_fault(8, "7"));
	for (int line = 9; line <= 19; line++)
		if (!has_fault(line, ""))
			fail_msg("line %d has no fault", line);
	assert_true(has_fault(13, "输入法"));
	assert_true(has_fault(14, "输入法"));
	assert_true(has_fault(15, "输入法"));
	assert_true(has_fault(20, "bad") && has_fault(20, "<F0>"));
	assert_true(has_fault(0, "palette"));
	for (size_t i = 1; i < faults.n; i++)
		assert_true(faults.list[i].line == 0 || faults.list[i - 1].line <= faults.list[i].line);
}

TEST(a_required_action_without_a_key_is_a_fault_of_the_file)
{
	const char *all = embedded_find(gen_keymaps, "default.keys")->text;
	char *text = arena_strdup(t_arena, all);
	char *line = strstr(text, "list    <Tab>        filter");
	assert_non_null(line);
	*line = '#';
	parse(text);
	assert_int_equal(faults.n, 0);
	line = strstr(text, "filter  <Tab>");
	*line = '#';
	parse(text);
	assert_int_equal(faults.n, 0); /* <Esc> still ends the filter */
	line = strstr(text, "filter  <Esc>");
	*line = '#';
	parse(text);
	assert_int_equal(faults.n, 1);
	assert_true(has_fault(0, "filter-done"));
}

TEST(sequences_are_looked_up_key_by_key)
{
	parse("list g g cursor-first\nlist g e cursor-last\nlist x mark\n");
	const char *action = NULL;
	int g[] = {'g', 'g'}, ge[] = {'g', 'e'}, x[] = {'x'}, gx[] = {'g', 'x'};
	assert_int_equal(keymap_find(&map, "list", g, 1, &action), KEY_PREFIX);
	assert_int_equal(keymap_find(&map, "list", g, 2, &action), KEY_FULL);
	assert_string_equal(action, "cursor-first");
	assert_int_equal(keymap_find(&map, "list", ge, 2, &action), KEY_FULL);
	assert_string_equal(action, "cursor-last");
	assert_int_equal(keymap_find(&map, "list", x, 1, &action), KEY_FULL);
	assert_int_equal(keymap_find(&map, "list", gx, 2, &action), KEY_NO);
	assert_int_equal(keymap_find(&map, "pane", x, 1, &action), KEY_NO);
}

TEST(key_names_are_read_and_written_alike)
{
	static const char *const words[] = {"<Enter>", "<esc>", "<PAGEUP>", "<F12>", "^S", "^]", "j", "<Space>", "<Hash>", "/"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *why;
		int key = key_parse(words[i], &why);
		assert_true(key);
		const char *name = key_name(key, t_arena);
		const char *word = strlen(name) > 1 && name[0] != '^' ? arena_printf(t_arena, "<%s>", name) : name;
		if (key != '#')
			assert_int_equal(key_parse(word, &why), key);
	}
}

TEST(full_width_keys_and_chinese_marks_fold_to_the_keyboard)
{
	assert_int_equal(key_fold(0xff4a), 'j');
	assert_int_equal(key_fold(0xff11), '1');
	assert_int_equal(key_fold(0xff0c), ',');
	assert_int_equal(key_fold(0x3002), '.');
	assert_int_equal(key_fold(0x3001), '\\');
	assert_int_equal(key_fold(0x3000), ' ');
	assert_int_equal(key_fold(0xff1f), '?');
	assert_int_equal(key_fold(0x653f), 0x653f);
	assert_int_equal(key_fold('j'), 'j');
}
