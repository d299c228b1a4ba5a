#include "office/init.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gen/q_office.h"
#include "gen/q_operator.h"
#include "office/seed.h"
#include "office/setting.h"

static const struct choice purposes[] = {
	{"live", N_("正式"), NULL}, {"demo", N_("演示"), NULL}, {"test", N_("测试"), NULL}, {NULL, NULL, NULL},
};

static const struct field setup_fields[] = {
	{.name = "office", .label = N_("机关名称"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, office)},
	{.name = "superior", .label = N_("直属海关"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, superior)},
	{.name = "court", .label = N_("人民法院"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, court)},
	{.name = "prefix", .label = N_("机关代字"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, prefix)},
	{.name = "purpose", .label = N_("用途"), .type = FIELD_CODE, .offset = FIELD_AT(office_setup, purpose), .choices = purposes},
	{.name = "login", .label = N_("首个操作员"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, login)},
	{.name = "uuid", .label = N_("标识"), .type = FIELD_TEXT, .offset = FIELD_AT(office_setup, uuid), .flags = FIELD_HIDDEN},
	{0},
};
const struct record_type OFFICE_SETUP = {"office_setup", N_("建立办公文件"), sizeof(struct office_setup), setup_fields};

static const char *fresh_uuid(struct desk *desk, struct arena *a)
{
	unsigned char b[16];
	desk_random(desk, b, sizeof b);
	b[6] = (unsigned char)((b[6] & 0x0f) | 0x40); /* version 4 */
	b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
	return arena_printf(a, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2], b[3], b[4], b[5],
		b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

static bool insert_office(struct office *o, const struct office_setup *in, struct arena *a, struct err *e)
{
	o->uuid = arena_strdup(&o->arena, in->uuid ? in->uuid : fresh_uuid(o->desk, a));
	o->name = arena_strdup(&o->arena, in->office ? in->office : "");
	o->purpose = arena_strdup(&o->arena, in->purpose ? in->purpose : "live");
	struct q *q = q_open(o->store, &Q_office_insert);
	q_text(q, "uuid", o->uuid);
	q_text(q, "name", o->name);
	q_text(q, "purpose", o->purpose);
	bool ok = q_run(q, e);
	q_end(q);
	return ok;
}

static bool insert_first_operator(struct office *o, const char *login, struct err *e)
{
	struct q *q = q_open(o->store, &Q_operator_insert);
	q_text(q, "login", login);
	q_text(q, "name", login);
	bool ok = q_run(q, e);
	int64_t id = store_last_id(o->store);
	q_end(q);
	if (!ok)
		return false;
	q = q_open(o->store, &Q_operator_role_all);
	q_int(q, "operator", id);
	ok = q_run(q, e);
	q_end(q);
	return ok;
}

static bool init_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	const struct office_setup *in = call->args;
	const struct { const char *key, *value; } given[] = {
		{"office", in->office}, {"superior", in->superior}, {"court", in->court}, {"prefix", in->prefix},
	};
	if (!insert_office(o, in, call->arena, e) || !seed_run(o, e) ||
		!insert_first_operator(o, in->login ? in->login : office_os_login(call->arena), e))
		return false;
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		if (given[i].value && !setting_put(o, given[i].key, given[i].value, DAY_NONE, e))
			return false;
	call->subject_id = 1;
	call->result = _("已建立办公文件；双人制：否（批准人与经办人可以是同一人）");
	return true;
}

static bool upgrade_run(struct verb_call *call, struct err *e)
{
	if (!seed_run(call->office, e))
		return false;
	call->result = _("已补入新版本自带的资料");
	return true;
}

static const struct verb init_verb = {
	.name = "office.init", .label = N_("建立办公文件"), .subject = "office", .args = &OFFICE_SETUP, .capability = "", .run = init_run,
	.creates = true,
};
const struct verb office_upgrade_verb = {
	.name = "office.upgrade", .label = N_("补入新版资料"), .subject = "office", .capability = "", .run = upgrade_run,
};
extern const struct verb office_restore_verb, office_reindex_verb;
const struct verb *const office_verbs[] = {&init_verb, &office_upgrade_verb, &office_restore_verb, &office_reindex_verb, NULL};

static bool build(const char *path, struct office_setup *setup, struct desk *desk, struct err *e)
{
	struct office *o = office_new(desk);
	struct arena a = {0};
	unsigned char cmd[CMD_ID_LEN];
	bool ok = store_create(path, &o->store, e);
	if (ok) {
		struct verb_call call = {.office = o, .verb = &init_verb, .subject_id = INT_NONE, .args = setup, .arena = &a};
		cmd_id_new(desk, cmd);
		ok = verb_do(&call, cmd, e) && store_settle(o->store, e);
	}
	bool made = o->store != NULL;
	office_close(o);
	arena_free(&a);
	if (made && !ok)
		store_remove(path);
	return ok;
}

bool office_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e)
{
	struct arena a = {0};
	unsigned char r[4];
	if (!record_check(&OFFICE_SETUP, setup, e))
		return false;
	if (!store_place(path, e))
		return false;
	desk_random(desk, r, sizeof r);
	const char *temporary = arena_printf(&a, "%s.new-%02x%02x%02x%02x", path, r[0], r[1], r[2], r[3]);
	bool ok = build(temporary, setup, desk, e);
	if (ok && !store_publish(temporary, path, e)) {
		store_remove(temporary);
		ok = false;
	}
	arena_free(&a);
	return ok;
}
