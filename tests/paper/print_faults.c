/* A print server that asks for a password, refuses PDF, forgets, hangs or talks nonsense: what the clerk reads, in time. */
#include "tests/paper/print_server.h"

#include <string.h>
#include <time.h>

#include "tests/test.h"

enum { PRINT_JOB = 0x02, CREATE_JOB = 0x05, SEND_DOCUMENT = 0x06, CANCEL_JOB = 0x08, GET_JOB = 0x09, GET_PRINTER = 0x0b };
enum { FORMAT_NOT_SUPPORTED = 0x040a, NOT_FOUND = 0x0406, NOT_AUTHENTICATED = 0x0402, PENDING = 3, CANCELED = 7, ABORTED = 8, COMPLETED = 9 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct print_job job;

/* Prints on such a server and gives its error, "" where there is none. */
static const char *printed(const struct print_manner *m)
{
	bool hangs = false;
	for (const struct print_answer *a = m->answers; a && a->operation; a++)
		hangs |= a->hangs;
	/* One that answers may be as slow as a busy machine makes it. */
	struct paper p = {.cups_server = print_server(m), .server_ms = hangs ? 200 : 3000};
	struct print_options opt = {.queue = "office", .title = "回执", .wait_ms = 300};
	struct err e = {0};
	double start = now();
	bool done = paper_print(&p, "%PDF-1.5\n", 9, &opt, t_arena, &job, &e);
	if (now() - start > 30) /* a busy machine is slow; without limits of ours a hanging server takes a minute and more */
		fail_msg("%.1f s: %s", now() - start, e.text);
	assert_int_equal(done, !*e.text);
	return arena_strdup(t_arena, e.text);
}

static const char *printed_when(int operation, int http, int status, bool hangs)
{
	const struct print_answer a[] = {{.operation = operation, .http = http, .status = status, .hangs = hangs}, {0}};
	const char *text = printed(&(struct print_manner){.answers = a, .job_state = COMPLETED});
	return text;
}

TEST(a_server_that_is_well_takes_the_job)
{
	assert_string_equal(printed(&(struct print_manner){.job_state = COMPLETED}), "");
	assert_int_equal(job.id, 7);
	assert_int_equal(job.state, JOB_DONE);
	assert_int_equal(print_server_asked(CREATE_JOB), 1);
	assert_int_equal(print_server_asked(CANCEL_JOB), 0);
	assert_string_equal(printed(&(struct print_manner){.job_state = PENDING}), "");
	assert_int_equal(job.state, JOB_WAITING);
	print_server_stop();
}

/* Never a question on the terminal: there is none. */
TEST(a_password_is_never_asked_for)
{
	assert_non_null(strstr(printed_when(CREATE_JOB, 401, 0, false), "打印服务要求口令，请管理员允许本机打印"));
	assert_int_equal(print_server_asked(CREATE_JOB), 1);
	assert_false(job.doubtful);
	assert_non_null(strstr(printed_when(CREATE_JOB, 0, NOT_AUTHENTICATED, false), "打印服务要求口令"));
	assert_non_null(strstr(printed_when(GET_PRINTER, 401, 0, false), "打印服务要求口令"));
	assert_non_null(strstr(printed_when(CREATE_JOB, 403, 0, false), "打印服务要求口令"));
	print_server_stop();
}

TEST(a_queue_that_takes_no_pdf_is_named_and_its_job_is_cancelled)
{
	assert_non_null(strstr(printed_when(SEND_DOCUMENT, 0, FORMAT_NOT_SUPPORTED, false), "这台打印机不能打印这种格式"));
	assert_int_equal(print_server_asked(CANCEL_JOB), 1);
	assert_false(job.doubtful);
	print_server_stop();
}

TEST(a_job_that_ends_badly_is_said_in_the_printers_words)
{
	assert_string_equal(printed(&(struct print_manner){.job_state = CANCELED, .job_message = "Printer cannot print with supplied options."}),
		"打印被取消：打印机不支持所要的纸张、纸盒、双面或者份数");
	assert_string_equal(job.message, "打印机不支持所要的纸张、纸盒、双面或者份数");
	assert_string_equal(printed(&(struct print_manner){.job_state = ABORTED, .job_message = "The printer is not responding."}),
		"打印失败：打印机没有回应，可能没有开机");
	assert_string_equal(printed(&(struct print_manner){.job_state = ABORTED, .job_message = "Fuser 0x1F"}), "打印失败：Fuser 0x1F");
	assert_int_equal(job.id, 7);
	assert_string_equal(printed(&(struct print_manner){.job_state = ABORTED, .job_message = "卡纸"}), "打印失败：卡纸");
	/* Completed, and yet nothing was printed. */
	assert_non_null(strstr(printed(&(struct print_manner){.job_state = COMPLETED, .job_message = "Unable to add document to print job."}), "打印失败"));
	print_server_stop();
}

TEST(a_server_that_forgot_the_job_sends_the_clerk_to_the_paper)
{
	assert_string_equal(printed_when(GET_JOB, 0, NOT_FOUND, false), "打印服务不再知道这个任务，请看纸上有没有印出");
	assert_true(job.doubtful);
	print_server_stop();
}

TEST(a_server_that_hangs_at_any_step_is_given_up_in_time)
{
	static const int steps[] = {GET_PRINTER, CREATE_JOB, GET_JOB};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		assert_true(*printed_when(steps[i], 0, 0, true));
	const struct print_answer silent[] = {{.operation = SEND_DOCUMENT, .hangs = true}, {.operation = CANCEL_JOB, .hangs = true}, {0}};
	assert_string_equal(printed(&(struct print_manner){.answers = silent, .job_state = PENDING}), "交打印任务：打印服务没有回应");
	assert_true(job.doubtful);
	print_server_stop();
}

TEST(a_server_that_talks_nonsense_is_refused)
{
	const struct print_answer a[] = {{.operation = CREATE_JOB, .garbage = true}, {0}};
	assert_true(*printed(&(struct print_manner){.answers = a, .job_state = COMPLETED}));
	print_server_stop();
}
