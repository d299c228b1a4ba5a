#include "base/embed.h"
#include "office/office.h"

const struct pinyin *office_pinyin(struct office *o)
{
	if (!o->pinyin)
		o->pinyin = pinyin_load(embedded_find(gen_seed, "pinyin.txt")->text, &o->arena);
	return o->pinyin;
}
