#include "paper/test_page.h"

static void add_table(struct doc *d)
{
	static const int width[] = {20, 30, 20, 30};
	struct block *t = doc_add_table(d, width, 4);
	doc_add_row(d, t, (struct doc_cell[]){{.text = _("登记编号"), .span = 1, .centre = true}, {.text = "2026-0017", .span = 1},
		{.text = _("收到日期"), .span = 1, .centre = true}, {.text = _("2026年3月2日"), .span = 1}}, 4, 1);
	doc_add_row(d, t, (struct doc_cell[]){{.text = _("备注"), .span = 1, .centre = true},
		{.text = _("表格四边的线应当完整，文字不出格。"), .span = 3}}, 2, 2);
}

struct doc *test_page(struct arena *a, const char *office, daynum today)
{
	char date[DAY_ZH];
	struct doc *d = doc_new(a, "test_page");
	doc_add(d, BLOCK_HEAD, office);
	doc_add(d, BLOCK_NUMBER, _("测试〔2026〕17号"));
	doc_add(d, BLOCK_TITLE, _("打印测试页"));
	doc_add(d, BLOCK_ADDRESSEE, _("经办人："));
	doc_add(d, BLOCK_PARA, _("下面一行正好28个字，左右两边都应当印全，没有被缩小："));
	doc_add(d, BLOCK_PARA, _("一二三四五六七八九十一二三四五六七八九十一二三四五六七八"))->level = PARA_FLUSH;
	doc_add(d, BLOCK_PARA, _("一、黑体：海关政务公开"))->level = PARA_HEI;
	doc_add(d, BLOCK_PARA, _("（一）楷体：海关政务公开"))->level = PARA_KAI;
	doc_add(d, BLOCK_PARA, _("人民币符号应当是￥100.00，不是美元；人名用字：王𠮷祥、李䶮、赵㐂；引号“”、省略号……、破折号——，序号①②③。"));
	doc_add(d, BLOCK_CHOICE, _("☑ 已选　□ 未选"));
	doc_add(d, BLOCK_PARA, _("四角的十字离纸边都是20毫米；偏右1毫米、偏下2毫米，就把打印位置修正（printer_offset）填成-1,-2。"));
	add_table(d);
	doc_add(d, BLOCK_SIGN, office);
	doc_add(d, BLOCK_DATE, day_zh(today, date));
	return d;
}
