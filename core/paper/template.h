/* template.h — the text of a letter, kept in db/letters/NAME.letter and editable by an office. docs/howto/write-a-template.md is
 * the manual for the people who write them.
 *
 *	种类: receipt
 *	名称: 登记回执
 *	规则: 2019
 *	启用: 2019-05-15
 *	依据: 条例29、31、33
 *	救济: 无
 *	字段: applicant 申请人 文字60 必填
 *	字段: due 答复期限 日期 必填
 *	字段: channel 提交方式 选项 必填 in_person=当面 post_signed=信函
 *	字段: reasons 理由 长文 必填 手填 具体
 *	字段: answer 答复方式 选项 on_spot=当场 by_due=限期 缺省=by_due
 *	字段: files 卷内文件 清单 no=序号 title=题名           rows that the office knows; 必填: at least one
 *	----
 *	版头: {{机关}}
 *	编号: {{字头}}〔{{年份}}〕{{流水号}}号
 *	标题: 政府信息公开申请登记回执
 *	称谓: {{申请人}}
 *	你（单位）于{{申请日期}}通过{{提交方式}}提出……
 *	[提供方式=paper] 纸质 [提供方式=email] 电子邮件      boxes: ☑ or □
 *	【提交方式=post_plain|fax】只在条件成立时印出的段落
 *	! 法律规定的文字                                   locked: an office may not change it
 *	表格: 17 33 17 33
 *	| 受理编号 | {{受理编号}} | 备注 | {{备注|空=8}} |   a cell without slot or box is a centred label
 *	>3 | 内容 | {{内容}} | < | < |                     `>3`: at least 3 lines; `<` joins with the cell before, `^` above
 *	每行: 卷内文件 空=3 | {{序号}} | {{题名}} |            one row for each of a list's rows; its columns are slots of this line only
 *	纸张: c5                                           an envelope of that size (paper/size.h) instead of A4; the first line
 *	救济:                                             the remedy the caller assembled (slot `remedy`)
 *	落款: {{机关}}
 *	日期: {{出具日期}}
 *
 * Structure is parsed first and values are put into finished blocks: a value can never become structure. A slot is named by
 * its identifier or its label. Files may be UTF-8 (BOM allowed) or GB18030, with CR LF, with full-width ： ｜ ［ ］. */
#ifndef PAPER_TEMPLATE_H
#define PAPER_TEMPLATE_H

#include "base/day.h"
#include "base/embed.h"
#include "paper/doc.h"

enum slot_type { SLOT_TEXT, SLOT_LONG, SLOT_DATE, SLOT_NUMBER, SLOT_CHOICE, SLOT_PERSON, SLOT_LIST };

struct slot_option {
	const char *code, *label;
};

struct slot {
	const char *name, *label; /* identifier; what a clerk calls it */
	enum slot_type type;
	int max;                  /* characters; 0 = no limit */
	bool required;
	bool multi;               /* 多选: `code` and `text` hold several, comma-separated */
	bool typed;               /* 手填: the clerk types it when issuing (`--slot`); otherwise the case knows it */
	bool specific;            /* 具体: the facts of this case; a text of stock phrases alone is refused */
	const char *fallback;     /* 缺省=code: taken where the case knows none; NULL */
	size_t noptions;
	const struct slot_option *options; /* SLOT_CHOICE; of a SLOT_LIST its columns */
	int line;
};

enum template_remedy { TEMPLATE_REMEDY_NONE, TEMPLATE_REMEDY_EITHER, TEMPLATE_REMEDY_REVIEW_FIRST };

struct template {
	const char *kind, *name, *title; /* code; what the list calls it; the letter's own title, "" without one */
	int family;                      /* 2008 | 2019: the rule set of the case; 0 = any */
	daynum valid_from, valid_to;     /* of the letter's date, both included; valid_to DAY_NONE = open */
	const char *articles;            /* as shown: 条例29、31、33 */
	enum template_remedy remedy;
	bool remedy_if_told;             /* 【救济告知=yes】救济: it tells a remedy where the letter it names told one */
	bool inside;                     /* 用途: 内部: a sheet of the office, printed without a number and never issued */
	bool numbered;                   /* it has an 编号 line: a letter; without one it is a form or a sheet */
	int copies;                      /* 份数 printed by default: applicant and file */
	const char *file;                /* receipt-2019; "" where the text did not come with the program */
	const char *text;                /* the whole file, as parsed */
	size_t nslots;
	struct slot *slots;
	struct template_body *body;      /* opaque */
};

/* One defect of a template file: `line` 1-based, 0 = the whole file. */
struct template_fault {
	int line;
	const char *text;
};

/* Parses; the first fault becomes ERR_INPUT 模板第N行：…. The text is copied. */
bool template_parse(const char *text, struct arena *a, struct template **out, struct err *e) CHECKED;
/* Every fault, in order of lines; returns their number. `shipped` (may be NULL) is the text whose locked lines must all be
 * there unchanged. */
size_t template_check(const char *text, const char *shipped, struct arena *a, struct template_fault **out);

/* A value of a slot. text NULL or "" = empty. `code` is compared by conditions and boxes beside the text; may be NULL. */
struct slot_value {
	const char *text, *code;
	const struct slot_rows *rows; /* of a SLOT_LIST; NULL = none */
};
/* Rows of a list: cells[row][column], columns in the order of slot->options; a NULL cell is empty. */
struct slot_rows {
	size_t n;
	const char *const *const *cells;
};
/* What the case knows under `slot->name`; the slot tells the type wanted: a date comes as 2026年3月9日 in `text`. Standard
 * slots need no 字段 line: office 机关, prefix 字头, year 年份, serial 流水号, date 出具日期 (its code: YYYY-MM-DD), remedy 救济, seal 印章, superior
 * 上级机关, court 法院, office_address 机关地址, office_postcode 机关邮编, office_phone 机关电话, office_fax 机关传真,
 * office_email 机关邮箱, office_hours 办公时间. */
typedef struct slot_value (*slot_lookup)(const void *ctx, const struct slot *slot);

enum fill_mode {
	FILL_ISSUE,   /* an empty required slot is ERR_INPUT naming the field (all of them in the text); so are too long a text, an unknown choice and ASCII
	               * punctuation beside Hanzi in what the clerk typed */
	FILL_PREVIEW, /* an empty slot shows as 【答复期限】, the number as 〔2026〕　号 */
	FILL_BLANK    /* a blank form: every empty slot is a space to write in */
};

bool template_fill(const struct template *t, slot_lookup look, const void *ctx, enum fill_mode mode, struct arena *a, struct doc **out,
	struct err *e) CHECKED;
/* One sample value per type, for previews of a template without a case. */
struct slot_value template_sample(const void *ctx, const struct slot *slot);

const struct slot *template_slot(const struct template *t, const char *name_or_label);
const char *slot_type_name(enum slot_type type);     /* text long date number choice person list */
const char *template_remedy_name(enum template_remedy c);  /* NONE ALT PRE */

/* Parses every template of an embedded table; a fault in a shipped file is a BUG(). */
void template_load(const struct embedded *table, struct arena *a, struct template ***out, size_t *n);
/* The newest template of `kind` for this rule set and letter date, of two equally new the later in the list; NULL: none. */
const struct template *template_pick(struct template *const *all, size_t n, const char *kind, int family, daynum date);

#endif
