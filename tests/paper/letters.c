/* The shipped receipts and forms, line by line as they will stand on paper. GWGK_GOLDEN=write writes the pictures anew. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"
#include "paper/grid.h"
#include "paper/template.h"

static const char content[] = "2025年度青岛海关隶属海关对进口食品“未标明𠮷标签”作出的行政处罚决定书（含附件），以及有关的统计数据。";

static const struct {
	const char *name;
	struct slot_value value;
} values[] = {
	{"office", {.text = "中华人民共和国样例海关"}},
	{"prefix", {.text = "样关公开"}},
	{"year", {.text = "2026"}},
	{"serial", {.text = "17"}},
	{"date", {.text = "2026年3月9日"}},
	{"seal", {.text = "样例海关关务公开专用章"}},
	{"office_phone", {.text = "0532-82955555"}},
	{"id", {.text = "2026-0017"}},
	{"name", {.text = "王𠮷祥"}},
	{"contact", {.text = "王𠮷祥"}},
	{"applicant_kind", {.code = "natural"}},
	{"id_kind", {.code = "id_card"}},
	{"id_number", {.text = "370202********1234"}},
	{"phone", {.text = "13800000000"}},
	{"email", {.text = "wang.jixiang@example.cn"}},
	{"address", {.text = "山东省青岛市市南区香港西路70号𠮷祥花园甲3号楼2单元1501室"}},
	{"postcode", {.text = "266002"}},
	{"content", {.text = content}},
	{"applied_on", {.text = "2026年3月1日"}},
	{"arrived", {.text = "2026年3月2日"}},
	{"received", {.text = "2026年3月2日"}},
	{"due", {.text = "2026年3月30日"}},
	{"channel", {.code = "post_plain"}},
	{"form", {.code = "paper,email"}},
	{"route", {.code = "post"}},
};

static struct slot_value look(const void *ctx, const struct slot *slot)
{
	(void)ctx;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		if (!strcmp(values[i].name, slot->name))
			return values[i].value;
	}
	return (struct slot_value){0};
}

static struct slot_value nothing(const void *ctx, const struct slot *slot)
{
	(void)ctx;
	return !strcmp(slot->name, "office") ? (struct slot_value){.text = "样例海关"} : (struct slot_value){0};
}

static struct doc *filled(const char *file, slot_lookup with, enum fill_mode mode)
{
	struct err e = {0};
	struct template *t;
	struct doc *d;
	const struct embedded *f = embedded_find(gen_letters, arena_printf(t_arena, "%s.letter", file));
	assert_non_null(f);
	assert_done(template_parse(f->text, t_arena, &t, &e));
	assert_done(template_fill(t, with, NULL, mode, t_arena, &d, &e));
	return d;
}

static void same_as_golden(const char *name, const char *text)
{
	struct err e = {0};
	char *want;
	size_t n;
	const char *path = arena_printf(t_arena, "tests/paper/golden/%s.txt", name);
	if (getenv("GWGK_GOLDEN"))
		assert_done(file_write(path, text, strlen(text), &e));
	assert_done(file_read(path, 1 << 20, t_arena, &want, &n, &e));
	assert_string_equal(text, want);
}

static const char *pictured(const struct doc *d)
{
	return grid_text(grid_doc(layout_doc(d, t_arena), GRID_GB, t_arena), t_arena);
}

TEST(receipts_of_three_times_stand_as_drawn)
{
	static const char *const files[] = {"receipt-2008-s4", "receipt-2008", "receipt-2019"};
	for (size_t i = 0; i < 3; i++)
		same_as_golden(files[i], pictured(filled(files[i], look, FILL_ISSUE)));
}

TEST(forms_stand_as_drawn_blank_and_filled)
{
	static const char *const files[] = {"application_form", "application_form-2008", "oral_form"};
	for (size_t i = 0; i < 3; i++) {
		same_as_golden(arena_printf(t_arena, "%s-filled", files[i]), pictured(filled(files[i], look, FILL_ISSUE)));
		same_as_golden(arena_printf(t_arena, "%s-blank", files[i]), pictured(filled(files[i], nothing, FILL_BLANK)));
	}
}

TEST(a_blank_form_is_one_sheet)
{
	assert_int_equal(layout_doc(filled("application_form", nothing, FILL_BLANK), t_arena)->n, 1);
	assert_int_equal(layout_doc(filled("oral_form", nothing, FILL_BLANK), t_arena)->n, 1);
}

/* What the receipt of seed 004 says, in full-width punctuation. */
TEST(the_receipt_of_2008_says_what_the_regulation_printed)
{
	static const char *const says[] = {
		"方式提出海关信息公开申请，申请获得",
		"经审查，你（单位）的申请行为符合《中华人民共和国海关关务公开办法》第十一条的规定，本机关予以受理。",
		"根据《中华人民共和国海关关务公开办法》第二十条的规定，对你（单位）的申请，本机关将：",
		"□ 当场予以答复；", "☑ 于2026年3月30日前予以答复。", "海关信息公开申请登记回执", "（中华人民共和国样例海关关务公开专用章）",
	};
	const char *text = doc_text(filled("receipt-2008-s4", look, FILL_ISSUE), t_arena);
	for (size_t i = 0; i < sizeof says / sizeof *says; i++)
		assert_non_null(strstr(text, says[i]));
}

/* Receipt date, channel, due date under article 33; no admission stage and no old regulation (domain: form 2). */
TEST(the_receipt_of_2019_states_date_channel_and_limit)
{
	const char *text = doc_text(filled("receipt-2019", look, FILL_ISSUE), t_arena);
	static const char *const says[] = {"通过平常信函方式", "第三十一条第二项", "本机关收到之日为2026年3月2日", "第三十三条", "20个工作日",
		"即于2026年3月30日前（含当日）予以答复", "2026-0017"};
	for (size_t i = 0; i < sizeof says / sizeof *says; i++)
		assert_non_null(strstr(text, says[i]));
	assert_null(strstr(text, "受理了"));
	assert_null(strstr(text, "予以受理"));
	assert_null(strstr(text, "关务公开办法"));
}

TEST(a_signature_never_stands_alone_on_a_page)
{
	for (int lines = 1; lines < 90; lines++) {
		struct arena a = {0};
		struct doc *d = doc_new(&a, "");
		doc_add(d, BLOCK_HEAD, "样例海关");
		doc_add(d, BLOCK_TITLE, "告知书");
		for (int i = 0; i < lines; i++)
			doc_add(d, BLOCK_PARA, "一行。");
		doc_add(d, BLOCK_SIGN, "样例海关");
		doc_add(d, BLOCK_DATE, "2026年3月9日");
		struct layout *l = layout_doc(d, &a);
		const struct page *last = &l->pages[l->n - 1];
		int text = 0, sign = 0;
		for (size_t i = 0; i < last->nlines; i++) {
			text += last->lines[i].kind == BLOCK_PARA;
			sign += last->lines[i].kind == BLOCK_SIGN || last->lines[i].kind == BLOCK_DATE;
			assert_true(last->lines[i].y + last->lines[i].height <= l->rows * LINE_UNITS);
		}
		assert_int_equal(sign, 2);
		assert_true(text >= (l->n > 1 ? 1 : 0));
		arena_free(&a);
	}
}

/* An attachment line is not the text a signature belongs to; a note below a table takes two rows along. */
TEST(attachments_signature_and_notes_have_text_above_them_on_their_page)
{
	static const int width[] = {20, 80};
	for (int lines = 1; lines < 120; lines++) {
		struct arena a = {0};
		struct doc *letter = doc_new(&a, ""), *form = doc_new(&a, "");
		doc_add(letter, BLOCK_HEAD, "样例海关");
		for (int i = 0; i < lines; i++)
			doc_add(letter, BLOCK_PARA, "一行。");
		doc_add(letter, BLOCK_ATTACH, "附件：1.第三方意见回执");
		doc_add(letter, BLOCK_ATTACH, "2.清单");
		doc_add(letter, BLOCK_SIGN, "样例海关");
		doc_add(letter, BLOCK_DATE, "2026年3月9日");
		doc_add(form, BLOCK_TITLE, "明细表");
		struct block *t = doc_add_table(form, width, 2);
		for (int i = 0; i < lines; i++)
			doc_add_row(form, t, (struct doc_cell[]){{.text = "标签", .span = 1}, {.text = "值", .span = 1}}, 2, 1);
		doc_add(form, BLOCK_PARA, "注：收到申请之日不计算在内，自下一工作日起算；法定节假日和休息日不计算，调休上班日计算。")->level = PARA_FLUSH;
		doc_add(form, BLOCK_NOTE, "（计算日期：2026年3月9日）");
		const struct layout *of[] = {layout_doc(letter, &a), layout_doc(form, &a)};
		for (size_t k = 0; k < 2; k++) {
			const struct page *last = &of[k]->pages[of[k]->n - 1];
			size_t text = last->nboxes;
			for (size_t i = 0; k == 0 && i < last->nlines; i++)
				text += last->lines[i].kind == BLOCK_PARA;
			assert_true(text >= (of[k]->n > 1 ? 2 : 1));
		}
		arena_free(&a);
	}
}

/* 7.3.4, 7.3.7 */
TEST(attachments_stand_under_one_another_and_a_note_below_the_date)
{
	struct doc *d = doc_new(t_arena, "");
	doc_add(d, BLOCK_PARA, "一行。");
	doc_add(d, BLOCK_ATTACH, "附件：1.进口冻品查验记录及其随附的原产地证书、卫生证书和其他单证的复印件清单");
	doc_add(d, BLOCK_ATTACH, "2.清单");
	doc_add(d, BLOCK_SIGN, "样例海关");
	doc_add(d, BLOCK_DATE, "2026年3月9日");
	doc_add(d, BLOCK_NOTE, "（此件依申请公开）");
	const struct page *p = layout_doc(d, t_arena)->pages;
	int serial = 4 + paper_columns("附件：", strlen("附件：")), name = serial + 2;
	const struct {
		int x, line;
	} want[] = {{4, 0}, {4, 2}, {name, 3}, {serial, 4}, {-1, 7}, {-1, 8}, {4, 9}};
	assert_int_equal(p->nlines, sizeof want / sizeof *want);
	for (size_t i = 0; i < p->nlines; i++) {
		assert_int_equal(p->lines[i].y, want[i].line * LINE_UNITS);
		assert_true(want[i].x < 0 || p->lines[i].x == want[i].x);
	}
}

/* A setting or a template may make a title or a number of any length. */
TEST(no_title_and_no_number_is_too_long_for_its_page)
{
	for (int many = 1; many <= 1200; many += 37) {
		struct arena a = {0};
		struct str text = str_new(&a);
		int columns = 0;
		for (int i = 0; i < many; i++)
			str_add(&text, "关");
		struct doc *d = doc_new(&a, "");
		doc_add(d, BLOCK_HEAD, "样例海关");
		doc_add(d, BLOCK_NUMBER, text.s);
		doc_add(d, BLOCK_TITLE, text.s);
		const struct layout *l = layout_doc(d, &a);
		for (size_t i = 0; i < l->n; i++) {
			for (size_t k = 0; k < l->pages[i].nlines; k++) {
				const struct placed *line = &l->pages[i].lines[k];
				assert_true(line->y + line->height <= l->rows * LINE_UNITS);
				assert_true(line->text.columns <= (line->face == FACE_TITLE ? TITLE_COLUMNS : BODY_COLUMNS));
				columns += line->text.columns;
			}
		}
		assert_int_equal(columns, 8 + 4 * many);
		arena_free(&a);
	}
}

TEST(no_piece_of_a_long_table_leaves_its_page)
{
	static const int width[] = {20, 80};
	char *text = arena_alloc(t_arena, 8000);
	for (int i = 0; i < 2600; i++)
		memcpy(text + i * 3, "关", 3);
	struct doc *d = doc_new(t_arena, "");
	struct block *t = doc_add_table(d, width, 2);
	for (int i = 0; i < 60; i++)
		doc_add_row(d, t, (struct doc_cell[]){{.text = "标签", .span = 1, .centre = true}, {.text = i == 30 ? text : "值", .span = 1}}, 2, 1);
	struct layout *l = layout_doc(d, t_arena);
	size_t cells = 0;
	assert_true(l->n >= 4);
	for (size_t i = 0; i < l->n; i++) {
		const struct page *p = &l->pages[i];
		for (size_t k = 0; k < p->nboxes; k++) {
			assert_true(p->boxes[k].y + p->boxes[k].height <= l->rows * LINE_UNITS);
			assert_true(k == 0 || p->boxes[k].y >= p->boxes[k - 1].y + p->boxes[k - 1].height);
		}
		assert_true(p->boxes[0].top && p->boxes[p->nboxes - 1].bottom);
		cells += p->nlines;
	}
	assert_true(cells > 119);
}

TEST(dot_matrix_text_keeps_to_its_columns_and_pages)
{
	struct text_profile p;
	struct err e = {0};
	size_t len, bytes_n, nbad;
	char *bytes;
	struct unmappable *bad;
	assert_done(text_profile_parse("# LQ\nstart: 1B 40 1C 26\npage: 0C\nend: 1B 40\ncolumns: 80\nlines: 0\n", &p, &e));
	char *text = text_doc(layout_doc(filled("receipt-2019", look, FILL_ISSUE), t_arena), &p, t_arena);
	encoding_write(text, CHARSET_GB18030, t_arena, &bytes, &bytes_n, &bad, &nbad);
	assert_int_equal(nbad, 0);
	for (char *line = text, *end; (end = strstr(line, "\r\n")); line = end + 2) {
		*end = '\0';
		assert_true(paper_columns(line, strlen(line)) <= 80);
	}
	char *out = text_codes(bytes, bytes_n, &p, t_arena, &len);
	assert_memory_equal(out, "\x1B@\x1C&", 4);
	assert_memory_equal(out + len - 3, "\f\x1B@", 3);
	assert_false(text_profile_parse("start: 1B ZZ\n", &p, &e));
	assert_string_equal(e.text, "打印机配置第1行的“start”不对");
}

TEST(the_preview_is_as_wide_on_a_terminal_with_narrow_quotes)
{
	const struct layout *l = layout_doc(filled("receipt-2019", look, FILL_ISSUE), t_arena);
	const struct grid *wide = grid_doc(l, GRID_GB, t_arena), *narrow = grid_doc(l, GRID_TERMINAL, t_arena);
	for (size_t i = 0; i < wide->n; i++) {
		assert_int_equal(wide->pages[i].n, narrow->pages[i].n);
		for (size_t k = 0; k < wide->pages[i].n; k++) {
			const char *line = narrow->pages[i].lines[k];
			int cells = text_cells(line), paper = paper_columns(wide->pages[i].lines[k], strlen(wide->pages[i].lines[k]));
			assert_true(cells <= 58);
			assert_true(cells == paper || cells == paper - 1); /* a trailing pad is cut */
		}
	}
}
