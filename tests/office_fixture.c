#include "tests/office_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/init.h"
#include "tests/test.h"

static char master[4096];
static struct desk desk;
static struct office *open_office;

static void remove_master(void)
{
	store_remove(master);
}

/* Made by the process that runs the tests; a forked child must not remove it. */
static pid_t owner;
static void at_end(void)
{
	if (getpid() == owner)
		remove_master();
}

static void make_master(void)
{
	const char *tmp = getenv("TMPDIR");
	struct desk d = {.today_fixed = true, .today = day_make(2026, 1, 5), .now_fixed = true, .seed = 7};
	struct err e = {0};
	struct office_setup setup;
	record_clear(&OFFICE_SETUP, &setup);
	setup.office = "中华人民共和国清江海关";
	setup.superior = "中华人民共和国南岭海关";
	setup.court = "清江市中级人民法院";
	setup.prefix = "清关公开";
	setup.purpose = "test";
	setup.login = "tester";
	snprintf(master, sizeof master, "%s/gwgk-master-%d.db", tmp ? tmp : "/tmp", (int)getpid());
	remove_master();
	if (!office_init(master, &setup, &d, &e))
		fail_msg("office_init: %s %s", err_code_name(e.code), e.text);
	owner = getpid();
	atexit(at_end);
}

void t_copy(const char *from, const char *to)
{
	char buf[1 << 16];
	FILE *in = fopen(from, "rbe"), *out = fopen(to, "wbe");
	assert_non_null(in);
	assert_non_null(out);
	for (size_t n; (n = fread(buf, 1, sizeof buf, in)) > 0;)
		assert_int_equal(fwrite(buf, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

const char *t_office_file(const char *leaf)
{
	const char *path = t_path(leaf);
	if (!*master)
		make_master();
	t_copy(master, path);
	return path;
}

struct office *t_office_open(const char *path, const char *login, struct desk *d)
{
	struct office *o;
	struct err e = {0};
	if (!office_open(path, login, d, &o, &e))
		fail_msg("office_open: %s %s", err_code_name(e.code), e.text);
	o->over_ssh = false;
	return o;
}

struct office *t_office_keep(const char *path, const char *login, struct desk *d)
{
	t_office_end();
	open_office = t_office_open(path, login, d);
	return open_office;
}

struct office *t_office(const char *today)
{
	desk = (struct desk){.today_fixed = true, .now_fixed = true, .seed = 11};
	assert_true(day_parse(today, &desk.today));
	open_office = t_office_open(t_office_file("office.db"), "tester", &desk);
	return open_office;
}

void t_office_end(void)
{
	office_close(open_office);
	open_office = NULL;
}

bool t_do(struct office *o, const struct verb *v, int64_t subject_id, void *args, struct verb_call *call, struct err *e)
{
	struct verb_call own;
	unsigned char cmd[CMD_ID_LEN];
	if (!call)
		call = &own;
	*call = (struct verb_call){.office = o, .verb = v, .subject_id = subject_id, .args = args, .arena = t_arena};
	cmd_id_new(o->desk, cmd);
	return verb_do(call, cmd, e);
}

bool t_request(struct office *o, const char *const (*words)[2], const unsigned char *cmd, struct arena *a, struct err *e)
{
	static const char *const usual[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", "张三"},
		{"content", "二〇二六年政府采购合同清单"}, {"arrived", "."}, {"phone", "13800000000"}, {"address", "清江市"}, {NULL, NULL}};
	const struct verb *v = verb_find("request.register");
	struct input in = office_input(o);
	unsigned char fresh[CMD_ID_LEN];
	void *args = arena_alloc(a, v->args->size);
	record_clear(v->args, args);
	for (const char *const(*w)[2] = words ? words : usual; (*w)[0]; w++)
		if (!record_set(v->args, args, record_field(v->args, (*w)[0]), (*w)[1], &in, a, e))
			return false;
	struct verb_call call = {.office = o, .verb = v, .subject_id = INT_NONE, .args = args, .arena = a};
	cmd_id_new(o->desk, fresh);
	return verb_do(&call, cmd ? cmd : fresh, e);
}

void t_verify(struct office *o)
{
	struct audit_fault *faults;
	size_t n;
	struct err e = {0};
	if (!audit_verify(o->store, NULL, t_arena, &faults, &n, &e))
		fail_msg("audit_verify: %s", e.text);
	if (n)
		fail_msg("audit: line %lld %s %lld: %s", (long long)faults[0].seq, faults[0].table ? faults[0].table : "",
			(long long)faults[0].row_id, faults[0].text);
}
