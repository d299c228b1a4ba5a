/* Stands in until the office and its verbs land; weak, so that they replace it by being there. */
#include "office/office.h"
#include "office/verb.h"

#define WEAK __attribute__((weak))

WEAK const struct verb *const *const verb_tables[] = {NULL};

WEAK bool office_open(const char *path, const char *as, struct desk *desk, struct office **out, struct err *e)
{
	(void)path, (void)as, (void)desk, (void)out;
	return err_set(e, ERR_SYSTEM, "no office");
}

WEAK void office_close(struct office *o)
{
	(void)o;
}

WEAK struct input office_input(const struct office *o)
{
	return (struct input){.today = desk_today(o->desk)};
}

WEAK bool verb_do(struct verb_call *call, const unsigned char cmd[CMD_ID_LEN], struct err *e)
{
	(void)call, (void)cmd;
	return err_set(e, ERR_SYSTEM, "no verbs");
}

WEAK void cmd_id_new(struct desk *desk, unsigned char cmd[CMD_ID_LEN])
{
	desk_random(desk, cmd, CMD_ID_LEN);
}
