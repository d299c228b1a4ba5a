/* gwgk: global options, then a noun of the command line, or the terminal program. */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/str.h"
#include "base/text.h"
#include "cli/nouns.h"
#include "office/merge.h"

enum { DONE = 0, REFUSED = 1, USAGE = 2 };
enum { WORD_MAX = 4096 }; /* bytes of a word that is no value: a number, a name, a path */

static int fail(struct cli *c, const struct err *e)
{
	if (c->format == CLI_JSON)
		cli_say(c, "error", err_code_name(e->code), *e->field ? e->field : NULL, e->text);
	else
		fprintf(stderr, "gwgk: %s\n", e->text);
	return REFUSED;
}

/* Wrong usage: what is wrong, where it is known, and the usage lines of the noun. */
static int wrong_usage(struct cli *c, const char *why, const char *usage)
{
	if (c->format == CLI_JSON) {
		cli_say(c, "error", "USAGE", NULL, why ? why : arena_printf(&c->arena, _("用法：%s"), usage));
		return USAGE;
	}
	if (why)
		fprintf(stderr, "gwgk: %s\n", why);
	if (usage)
		fprintf(stderr, _("用法：\n%s\n"), usage);
	return USAGE;
}

/* Before anything else that is said, and told from it by its first byte. */
static void say_progress(const char *doing, size_t done, size_t of)
{
	char line[128];
	int n = snprintf(line, sizeof line, "\x1e%s %zu/%zu\n", doing, done, of);
	if (n > 0 && (size_t)n < sizeof line && write(STDOUT_FILENO, line, (size_t)n) != n)
		return; /* nobody reads any more: what is done is done all the same */
}

/* Takes the global options out of argv, wherever they stand before `--`; returns the words left, -1 on wrong usage. */
static int global_options(struct cli *c, int argc, char **argv, bool trusted, struct err *e)
{
	int n = 0;
	bool open = true;
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (!strcmp(argv[i], "--json")) /* known first: every refusal below is in the asked form */
			c->format = CLI_JSON;
	for (int i = 0; i < argc; i++) {
		char *w = argv[i];
		const char **text = NULL, *today = NULL;
		open = open && strcmp(w, "--") != 0;
		if (open && !strcmp(w, "--json"))
			c->format = CLI_JSON;
		else if (open && !strcmp(w, "--progress")) /* for the desk, which runs us beside itself: tui/job.h */
			c->desk.progress = say_progress;
		else if (open && !strcmp(w, "--csv"))
			c->format = CLI_CSV;
		else if (open && !strcmp(w, "--db"))
			text = &c->db;
		else if (open && !strcmp(w, "--as"))
			text = &c->as;
		else if (open && !strcmp(w, "--cmd"))
			text = &c->cmd;
		else if (open && !strcmp(w, "--today"))
			text = &today;
		else
			argv[n++] = w;
		if (!text)
			continue;
		if (!trusted && text != &c->cmd) {
			err_set(e, ERR_DENIED, _("远程命令中不能使用 %s"), w);
			return -1;
		}
		if (++i == argc) {
			c->complaint = arena_printf(&c->arena, _("选项 %s 后面缺少内容"), w);
			return -1;
		}
		if (strlen(argv[i]) > WORD_MAX) {
			err_field(e, w + 2, _("%s 的内容太长，最多 %d 字节"), w, WORD_MAX);
			return -1;
		}
		*text = argv[i];
		if (!today)
			continue;
		if (!cli_day(c, "today", today, &c->desk.today, e))
			return -1;
		c->desk.today_fixed = c->today_given = true;
	}
	argv[n] = NULL;
	return n;
}

static bool today_from_environment(struct cli *c, struct err *e)
{
	const char *env = getenv("GWGK_TODAY");
	if (!env || !*env)
		return true;
	if (!day_parse(env, &c->desk.today))
		return err_field(e, "today", _("GWGK_TODAY：「%s」不是日期"), env);
	c->desk.today_fixed = c->today_given = true;
	return true;
}

/* The words a client asked for over SSH: split by us, never by a shell. Quotes group, a backslash takes the next character. */
static char **ssh_words(struct cli *c, const char *line, int *argc, struct err *e)
{
	size_t n = strlen(line);
	char **argv = arena_array(&c->arena, char *, n + 2);
	struct str w = str_new(&c->arena);
	bool any = false;
	char quote = '\0';
	*argc = 0;
	for (const char *p = line;; p++) {
		if (*p == '\0' && quote) {
			err_set(e, ERR_INPUT, _("远程命令的引号没有配对"));
			return NULL;
		}
		if (*p == '\0' || (!quote && (*p == ' ' || *p == '\t'))) {
			if (any)
				argv[(*argc)++] = arena_strdup(&c->arena, w.s);
			str_cut(&w, 0);
			any = false;
			if (!*p)
				break;
			continue;
		}
		any = true;
		if (quote ? *p == quote : *p == '"' || *p == '\'')
			quote = quote ? '\0' : *p;
		else if (*p == '\\' && quote != '\'' && p[1])
			str_char(&w, *++p);
		else
			str_char(&w, *p);
	}
	const char *base = *argc ? strrchr(argv[0], '/') : NULL;
	if (*argc && !strcmp(base ? base + 1 : argv[0], "gwgk")) {
		argv++;
		(*argc)--;
	}
	return argv;
}

/* The value of an option is a field, and the refusal names it. How long a value may be is for its field to say. */
static bool check_words(int argc, char **argv, struct err *e)
{
	for (int i = 0; i < argc; i++) {
		bool option = strncmp(argv[i], "--", 2) == 0, value = i > 0 && strncmp(argv[i - 1], "--", 2) == 0 && argv[i - 1][2];
		size_t n = strlen(argv[i]);
		if (!text_valid(argv[i], n))
			return value ? err_field(e, argv[i - 1] + 2, _("--%s 不是有效的 UTF-8 文字，或者含有控制字符"), argv[i - 1] + 2) :
				err_set(e, ERR_INPUT, _("第 %d 个参数不是有效的 UTF-8 文字，或者含有控制字符"), i + 1);
		if (n > WORD_MAX && !value && !option)
			return err_set(e, ERR_INPUT, _("第 %d 个参数太长，最多 %d 字节"), i + 1, WORD_MAX);
	}
	return true;
}

/* What the noun wrote; a JSON value ends with one line break. A list whose reader went away is no failure. */
static bool print_out(struct cli *c, struct err *e)
{
	if (c->format == CLI_JSON && c->out.len) {
		while (c->out.len && c->out.s[c->out.len - 1] == '\n')
			str_cut(&c->out, c->out.len - 1);
		str_char(&c->out, '\n');
	}
	errno = 0;
	fwrite(c->out.s, 1, c->out.len, stdout);
	bool failed = fflush(stdout) != 0 || ferror(stdout);
	if (failed && errno == EPIPE && !c->changed)
		return true; /* a reader that had enough, as in `gwgk today | head` */
	if (failed)
		return err_set(e, ERR_SYSTEM, c->changed ? _("已经办理，但结果没能全部写出：输出已关闭或磁盘已满") :
			_("结果没能全部写出：输出已关闭或磁盘已满"));
	return true;
}

/* `--help` or `-h`, alone, after a noun or after its verb: the same as `help` and `help NOUN`. Behind an option it is that option's value. */
static void asked_for_help(int *argc, char **argv)
{
	static char help[] = "help";
	for (int i = 0; i < *argc && strcmp(argv[i], "--") != 0; i++) {
		if ((strcmp(argv[i], "--help") != 0 && strcmp(argv[i], "-h") != 0) || (i && !strncmp(argv[i - 1], "--", 2)))
			continue;
		argv[1] = i ? argv[0] : NULL;
		*argc = i ? 2 : 1;
		argv[0] = help;
		return;
	}
}

/* Does a usage line, "request clarified|lapse ID …", name the verb? */
static bool names_verb(const char *line, const char *verb)
{
	const char *p = line + strcspn(line, " \n");
	size_t len = strlen(verb), n;
	for (p += *p == ' '; *p && *p != ' ' && *p != '\n'; p += n + (p[n] == '|')) {
		n = strcspn(p, "| \n");
		if (n == len && strncmp(p, verb, n) == 0)
			return true;
	}
	return false;
}

/* The usage lines of one verb; NULL where the noun has no such verb. */
static const char *usage_of_verb(struct cli *c, const char *usage, const char *verb)
{
	struct str s = str_new(&c->arena);
	for (const char *line = usage; *line; line += strcspn(line, "\n"), line += *line == '\n')
		if (names_verb(line, verb))
			str_printf(&s, "%s%.*s", s.len ? "\n" : "", (int)strcspn(line, "\n"), line);
	return s.len ? s.s : NULL;
}

/* Of a noun of many verbs only what concerns the verb that was typed. */
static int wrong_words(struct cli *c, const struct cli_noun *noun, int argc, char **argv)
{
	const char *usage = tr(noun->usage), *one = argc > 1 ? usage_of_verb(c, usage, argv[1]) : NULL;
	if (one || !strchr(usage, '\n'))
		return wrong_usage(c, c->complaint, one ? one : usage);
	if (!c->complaint)
		c->complaint = argc > 1 ? arena_printf(&c->arena, _("%s 没有「%s」这个动词，gwgk help %s 列出全部"), noun->name, cli_clip(c, argv[1]),
			noun->name) : arena_printf(&c->arena, _("%s 后面缺少动词，gwgk help %s 列出全部"), noun->name, noun->name);
	return wrong_usage(c, c->complaint, NULL);
}

static int run_noun(struct cli *c, int argc, char **argv, struct err *e)
{
	if (!check_words(argc, argv, e))
		return fail(c, e);
	asked_for_help(&argc, argv);
	for (const struct cli_noun *const *n = cli_nouns; *n; n++) {
		if (strcmp((*n)->name, argv[0]) != 0)
			continue;
		if ((*n)->run(c, argc - 1, argv + 1, e)) {
			return print_out(c, e) ? c->status : fail(c, e);
		}
		return e->code != ERR_NONE ? fail(c, e) : wrong_words(c, *n, argc, argv);
	}
	return wrong_usage(c, arena_printf(&c->arena, strncmp(argv[0], "--", 2) == 0 ? _("没有选项 %s") : _("没有「%s」这个名词，gwgk help 列出全部"),
		cli_clip(c, argv[0])), NULL);
}

static int command(struct cli *c, int argc, char **argv, struct err *e)
{
	struct err day = {0};
	bool known = today_from_environment(c, &day); /* told only once it is known in which form, and that no --today stands in its place */
	argc = global_options(c, argc, argv, true, e);
	if (argc < 0)
		return e->code ? fail(c, e) : wrong_usage(c, c->complaint, NULL);
	if (!known && !c->today_given) {
		*e = day;
		return fail(c, e);
	}
	const char *asked = getenv("SSH_ORIGINAL_COMMAND");
	c->over_ssh = asked || getenv("SSH_CONNECTION");
	if (!argc && asked && *asked) {
		argv = ssh_words(c, asked, &argc, e);
		argc = argv ? global_options(c, argc, argv, false, e) : -1;
		if (argc < 0)
			return e->code ? fail(c, e) : wrong_usage(c, c->complaint, NULL);
	}
	if (!argc) {
		int status;
		return cli_terminal(c, &status, e) ? status : fail(c, e);
	}
	return run_noun(c, argc, argv, e);
}

/* A file opened in the place of a closed stdin, stdout or stderr would be read or written by mistake. */
static bool standard_files(struct err *e)
{
	bool out = fcntl(STDOUT_FILENO, F_GETFD) >= 0;
	int fd;
	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
	return out || err_set(e, ERR_SYSTEM, _("输出已关闭，没有办理"));
}

int main(int argc, char **argv)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file too large is an error to be told, not an end */
	umask(077);
	struct cli c = {.format = CLI_TEXT};
	c.out = str_new(&c.arena);
	struct err e = {0};
	int status = standard_files(&e) ? command(&c, argc - 1, argv + 1, &e) : fail(&c, &e);
	if (c.office)
		office_close(c.office);
	arena_free(&c.arena);
	return status;
}
