/* The annex of seed 004 against the letters of its time: every word that the regulation printed stands in the letter of that
 * form, whatever the punctuation. What was a blank there is a slot here. */
#include "tests/paper/letters_sample.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/text.h"
#include "tests/test.h"

/* The forms in the order of the annex. The receipt's title was printed behind its text, the table of 申请表 is lost, and
 * 更正申请表 carried the name of the office. */
static const struct {
	const char *title, *file;
} forms[] = {
	{"海关信息公开申请表", "receipt-2008-s4"},
	{"海关信息公开申请延期答复告知书", "extend-2008-s4"},
	{"海关信息公开告知书", "granted-2008-s4"},
	{"海关信息部分公开告知书", "partial-2008-s4"},
	{"海关信息不予公开告知书", "refused-2008-s4"},
	{"非本海关信息告知书", "not_held-2008-s4"},
	{"海关信息不存在告知书", "not_existing-2008-s4"},
	{"海关信息公开申请补正通知书", "clarify-2008-s4"},
	{"海关信息提供日期告知书", "supply_date-2008-s4"},
	{"海关信息公开第三方意见征询函", "consult-2008-s4"},
	{"海关信息公开第三方告知书", "third_party_notice-2008-s4"},
	{"青岛海关信息更正申请表", "correction_form-2008-s4"},
	{"海关信息更正申请登记回执", "correction_receipt-2008-s4"},
	{"海关信息更正申请办理结果告知书", "correction_result-2008-s4"},
	{"海关信息无更正权告知书", "correction_no_power-2008-s4"},
};
enum { FORMS = sizeof forms / sizeof *forms };

/* Names of blanks; no part of the wording. 青岛 is the office's own name. */
static const char *const blanks[] = {"(申请人姓名或者名称)", "(第三方姓名或者名称)", "(机关名称)", "年号", "流水号", "年 月 日", "年月日", "青岛", "□", "/"};

static struct slot_value blank_form(const void *ctx, const struct slot *slot)
{
	const struct sample *s = ctx;
	if (s->choice && !strcmp(s->choice->name, slot->name))
		return sample_value(ctx, slot);
	/* What a blank says on paper is no word of the form; but the letter cites only what there is. */
	if (!strcmp(slot->name, "receipt_serial") || !strcmp(slot->name, "consult_serial"))
		return (struct slot_value){.text = "／"};
	return (struct slot_value){.text = strcmp(slot->name, "office") ? NULL : "海关"};
}

/* What the form says under any of its choices, blanks left empty. */
static const char *wording(const struct letters *l, const char *file)
{
	struct str out = str_new(t_arena);
	struct err e = {0};
	size_t i = 0;
	while (i < l->n && strcmp(l->file[i], file))
		i++;
	if (i == l->n)
		fail_msg("no letter %s", file);
	const struct template *t = l->all[i];
	for (size_t k = 0; k < t->nslots; k++) {
		for (size_t o = 0; o < t->slots[k].noptions; o++) {
			struct sample s = {.choice = &t->slots[k], .code = t->slots[k].options[o].code};
			struct doc *d;
			assert_done(template_fill(t, blank_form, &s, FILL_BLANK, t_arena, &d, &e));
			str_printf(&out, "%s|", sample_key(doc_text(d, t_arena)));
		}
	}
	struct doc *d;
	assert_done(template_fill(t, blank_form, &(struct sample){0}, FILL_BLANK, t_arena, &d, &e));
	str_add(&out, sample_key(doc_text(d, t_arena)));
	return out.s;
}

static void unblank(char *line)
{
	for (size_t b = 0; b < sizeof blanks / sizeof *blanks; b++)
		for (char *at; (at = strstr(line, blanks[b]));)
			memset(at, ' ', strlen(blanks[b]));
}

static size_t form_titled(const char *line)
{
	size_t i = 0;
	while (i < FORMS && strcmp(forms[i].title, line))
		i++;
	return i;
}

/* The annex, with its lines cut; *n of them. */
static char **annex(size_t *n)
{
	struct err e = {0};
	char *text;
	size_t len;
	assert_done(file_read(t_fixture("seed-004.txt"), 1 << 20, t_arena, &text, &len, &e));
	char *from = strstr(text, "附表:"), **lines = arena_array(t_arena, char *, 2000), *save = NULL;
	assert_non_null(from);
	*n = 0;
	for (char *s = strtok_r(from, "\r\n", &save); s && *n < 2000; s = strtok_r(NULL, "\r\n", &save)) {
		s = text_trim(t_arena, s);
		if (!strcmp(s, "青岛海关关务公开规定"))
			break;
		lines[(*n)++] = s;
	}
	return lines;
}

TEST(every_word_of_the_annex_stands_in_the_letter_of_its_form)
{
	struct letters l = letters_shipped();
	size_t n, form = FORMS, seen = 0, words = 0;
	char **lines = annex(&n);
	const char *have = "";
	for (size_t i = 1; i < n; i++) {
		char *save = NULL;
		size_t titled = form_titled(lines[i]);
		if (titled < FORMS) {
			have = wording(&l, forms[titled].file);
			form = titled;
			seen++;
			if (!titled)
				continue; /* the title of the lost table */
		}
		assert_true(form < FORMS);
		unblank(lines[i]);
		for (char *w = strtok_r(lines[i], " ", &save); w; w = strtok_r(NULL, " ", &save)) {
			const char *key = sample_key(w);
			words += *key != '\0';
			if (!strstr(have, key))
				fail_msg("%s does not say “%s”", forms[form].file, w);
		}
	}
	assert_int_equal(seen, FORMS);
	assert_true(words > 150);
}

/* The table of the application form is rebuilt; its title is the annex's. */
TEST(the_application_form_of_2008_has_the_title_of_the_annex)
{
	struct letters l = letters_shipped();
	daynum d = day_make(2010, 3, 1);
	assert_string_equal(template_pick(l.all, l.n, "application_form", 2008, d)->title, "海关信息公开申请表");
}

/* Remedies, reasons and other lines that the annex lacks are marked in the file as ours. */
TEST(what_is_not_of_the_annex_is_marked)
{
	struct letters l = letters_shipped();
	for (size_t i = 1; i < FORMS; i++) {
		const struct embedded *f = embedded_find(gen_letters, arena_printf(t_arena, "%s.letter", forms[i].file));
		const char *remedy = strstr(f->text, "\n救济:\n");
		if (remedy)
			assert_memory_equal(remedy - strlen("救济告知由本系统按文书日期的法律加上"), "救济告知由本系统按文书日期的法律加上", strlen("救济告知由本系统按文书日期的法律加上"));
		for (size_t k = 0; k < l.n; k++)
			if (!strcmp(l.file[k], forms[i].file))
				assert_int_equal(remedy != NULL, l.all[k]->remedy != TEMPLATE_REMEDY_NONE);
	}
}
