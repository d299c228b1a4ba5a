/* All of db/letters as files: each parses, checks clean, fills from every sort of case, and looks as its golden page says.
 * GWGK_GOLDEN=write writes the pages anew. Receipts and application forms are drawn in letters.c. */
#include "tests/paper/letters_sample.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/text.h"
#include "paper/grid.h"
#include "tests/test.h"

TEST(every_shipped_letter_checks_clean)
{
	for (size_t i = 0; gen_letters[i].name; i++) {
		struct template_fault *f;
		size_t n = template_check(gen_letters[i].text, gen_letters[i].text, t_arena, &f);
		if (n)
			fail_msg("%s line %d: %s", gen_letters[i].name, f[0].line, f[0].text);
	}
	assert_true(letters_shipped().n > 40);
}

TEST(every_letter_says_what_it_is_and_what_it_stands_on)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		const struct template *t = l.all[i];
		if (strncmp(l.file[i], t->kind, strlen(t->kind)) || !*t->articles || !*t->title || !*t->name)
			fail_msg("%s: kind %s, articles “%s”, title “%s”", l.file[i], t->kind, t->articles, t->title);
		for (size_t k = 0; k < i; k++)
			if (!strcmp(l.all[k]->kind, t->kind) && l.all[k]->family == t->family && l.all[k]->valid_from == t->valid_from)
				fail_msg("%s and %s are in force from the same day", l.file[i], l.file[k]);
	}
}

/* No value missing, no mark of a preview, no brace left over. */
static void assert_whole(const char *file, const char *text)
{
	static const char *const never[] = {"【", "】", "{{", "}}", "，，", "。。", "；。", "，。", "（）", "“”", "；；", "\t", "从略"};
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (strstr(text, never[i]))
			fail_msg("%s says “%s”:\n%s", file, never[i], text);
}

TEST(every_option_of_every_choice_can_be_issued)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		for (size_t k = 0; k < l.all[i]->nslots; k++) {
			const struct slot *slot = &l.all[i]->slots[k];
			for (size_t o = 0; o < slot->noptions; o++) {
				struct sample s = {.choice = slot, .code = slot->options[o].code};
				struct err e = {0};
				const char *text = sample_text(l.all[i], &s, FILL_ISSUE, &e);
				if (!text)
					fail_msg("%s, %s=%s: %s", l.file[i], slot->label, s.code, e.text);
				assert_whole(l.file[i], text);
			}
		}
	}
}

static void assert_whole_or_named(const struct letters *l, size_t i, const struct sample *s)
{
	struct err e = {0};
	const char *text = sample_text(l->all[i], s, FILL_ISSUE, &e);
	if (text)
		assert_whole(l->file[i], text);
	else if (!template_slot(l->all[i], e.field) || !strstr(e.text, "没有填写"))
		fail_msg("%s, %s: %s", l->file[i], s->code ? s->code : "", e.text);
}

/* A case without its optional fields: either the letter is whole, or the refusal names the field that this choice needs. */
TEST(empty_optional_fields_leave_no_hole)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		struct sample s = {.required_only = true};
		assert_whole_or_named(&l, i, &s);
		for (size_t k = 0; k < l.all[i]->nslots; k++) {
			for (size_t o = 0; o < l.all[i]->slots[k].noptions; o++) {
				s.choice = &l.all[i]->slots[k];
				s.code = s.choice->options[o].code;
				assert_whole_or_named(&l, i, &s);
			}
		}
	}
}

/* A row of boxes with none ticked says nothing: a letter that goes out leaves it out, or is refused naming the field. Forms to be filled in have such
 * rows; so have the forms of 2010 (S4), whose wording is fixed. */
TEST(no_letter_goes_out_with_a_row_of_empty_boxes)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		struct sample s = {.required_only = true};
		struct err e = {0};
		const char *text = sample_text(l.all[i], &s, FILL_ISSUE, &e);
		if (!text || !strstr(l.all[i]->text, "\n编号:") || strstr(l.file[i], "-s4"))
			continue;
		if (strstr(text, "□") && !strstr(text, "☑"))
			fail_msg("%s: no box is ticked", l.file[i]);
		for (const char *line = text; *line;) {
			size_t n = strcspn(line, "\n");
			const char *row = arena_strndup(t_arena, line, n);
			if (strstr(row, "□") && strstr(strstr(row, "□") + 1, "□") && !strstr(row, "☑"))
				fail_msg("%s: %s", l.file[i], row);
			line += n + (line[n] == '\n');
		}
	}
}

TEST(every_required_field_is_missed_by_name)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		struct sample s = {.none = true};
		struct err e = {0};
		bool wants = false;
		for (size_t k = 0; k < l.all[i]->nslots; k++)
			wants |= l.all[i]->slots[k].required;
		bool filled = sample_text(l.all[i], &s, FILL_ISSUE, &e) != NULL;
		if (filled && wants)
			fail_msg("%s is issued empty", l.file[i]);
		if (!filled && !template_slot(l.all[i], e.field))
			fail_msg("%s: %s", l.file[i], e.text);
		assert_non_null(sample_text(l.all[i], &s, FILL_PREVIEW, &e));
		assert_non_null(sample_text(l.all[i], &s, FILL_BLANK, &e));
	}
}

static const char *sixty(const char *hanzi)
{
	struct str s = str_new(t_arena);
	for (int i = 0; i < 60; i++)
		str_add(&s, hanzi);
	return s.s;
}

/* What applicants are called and what they write. No line may be wider than the page, no sign may be lost. */
TEST(hostile_values_render_without_a_defect)
{
	const struct sample cases[] = {
		{.text = "𠮷"}, {.text = "㐂"}, {.text = "䶮𠮷㐂"}, {.text = sixty("𠮷")}, {.text = "王&李<律师>"}, {.text = "甲\t乙\t丙"},
		{.text = "O'Neil Trading Co. Ltd."}, {.text = "“引号”（括号）《书名》"}, {.text = "——……"}, {.text = "□☑√×①"},
		{.text = "{{申请人}}"}, {.text = "| 甲 | 乙 |"}, {.text = "! 改写"}, {.text = "救济:"}, {.text = "a"}, {.text = "第一句。\n第二句。", .times = 20},
		{.text = "因情况复杂需要逐项核对，", .times = 150}, {.text = "https://example.cn/a?b=1#c", .times = 8},
		{.text = "١٢٣ عربي"}, {.text = "한국어 日本語"},
	};
	struct letters l = letters_shipped();
	for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
		for (size_t i = 0; i < l.n; i++) {
			struct err e = {0};
			struct doc *d;
			t_turn(true);
			if (!template_fill(l.all[i], sample_value, &cases[c], FILL_PREVIEW, t_arena, &d, &e))
				fail_msg("%s: %s", l.file[i], e.text);
			const struct layout *lay = layout_doc(d, t_arena);
			assert_true(lay->n > 0);
			for (size_t p = 0; p < lay->n; p++) {
				for (size_t k = 0; k < lay->pages[p].nlines; k++) {
					const struct placed *line = &lay->pages[p].lines[k];
					int limit = line->box_w ? line->box_w : BODY_COLUMNS;
					if (line->text.columns - line->text.squeeze > limit)
						fail_msg("%s, case %zu: a line of %d columns, %d are there", l.file[i], c, line->text.columns, limit);
				}
			}
			assert_null(strchr(doc_text(d, t_arena), '\t'));
		}
	}
	t_turn(false);
}

TEST(a_heading_never_ends_a_page)
{
	struct letters l = letters_shipped();
	size_t headings = 0;
	for (size_t i = 0; i < l.n; i++) {
		for (int times = 1; strcmp(l.all[i]->kind, "partial") == 0 && times < 60; times++) {
			struct sample s = {.text = "经逐项核对有关单证。", .times = times};
			struct err e = {0};
			struct doc *d;
			assert_done(template_fill(l.all[i], sample_value, &s, FILL_PREVIEW, t_arena, &d, &e));
			const struct layout *lay = layout_doc(d, t_arena);
			for (size_t p = 0; p < lay->n; p++) {
				const struct page *pg = &lay->pages[p];
				for (size_t k = 0; k < pg->nlines; k++)
					headings += pg->lines[k].face == FACE_HEI;
				assert_true(pg->lines[pg->nlines - 1].face != FACE_HEI);
			}
		}
	}
	assert_true(headings > 100);
}

static bool drawn_elsewhere(const struct template *t)
{
	return !strcmp(t->kind, "receipt") || !strcmp(t->kind, "application_form") || !strcmp(t->kind, "oral_form");
}

TEST(every_letter_looks_like_its_golden_page)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		struct sample s = {0};
		struct err e = {0};
		struct doc *d;
		char *want;
		size_t len;
		if (drawn_elsewhere(l.all[i]))
			continue;
		assert_done(template_fill(l.all[i], sample_value, &s, FILL_ISSUE, t_arena, &d, &e));
		const char *got = grid_text(grid_doc(layout_doc(d, t_arena), GRID_GB, t_arena), t_arena);
		const char *path = arena_printf(t_arena, "tests/paper/golden/%s.txt", l.file[i]);
		if (getenv("GWGK_GOLDEN"))
			assert_done(file_write(path, got, strlen(got), &e));
		assert_done(file_read(path, 1 << 20, t_arena, &want, &len, &e));
		if (strcmp(got, want))
			fail_msg("%s differs; now:\n%s", path, got);
	}
}
