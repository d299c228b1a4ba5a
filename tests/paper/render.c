/* PDFs through the real gwgk-paper: what is in them, what is refused, what happens when the program misbehaves. */
#include "tests/paper/probe.h"
#include "tests/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/embed.h"
#include "base/file.h"
#include "base/str.h"
#include "base/text.h"
#include "paper/layout.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "paper/template.h"
#include "paper/test_page.h"

static const struct pdf_options plain = {.head = HEAD_RED, .created = 1767225600};

TEST(fonts_are_embedded_and_subset_and_none_is_made_up)
{
	struct err e = {0};
	struct paper p = {0};
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL), *path = t_path("fonts.pdf");
	assert_done(paper_pdf(&p, &frozen, 1, &plain, path, t_arena, NULL, &e));
	assert_true(probe_fonts(path) >= 3);
}

TEST(the_same_document_gives_the_same_bytes)
{
	struct err e = {0};
	struct paper p = {0};
	char *one, *two;
	struct pdf_result r1, r2;
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL);
	assert_done(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &one, &r1, &e));
	assert_done(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &two, &r2, &e));
	assert_int_equal(r1.bytes, r2.bytes);
	assert_memory_equal(one, two, r1.bytes);
	assert_string_equal(r1.sha256, r2.sha256);
	assert_non_null(strstr(r1.renderer, "cairo"));
	assert_non_null(strstr(r1.fonts, "仿宋="));
}

/* A line is stretched between its characters, not between a mark and what it closes. */
TEST(a_stretched_line_keeps_its_marks_where_they_belong)
{
	static const char *const s = "本机关决定予以公开，并以纸质形式邮寄提供；联系电话：0532-82955000，网址http://www.customs.gov.cn/qingdao_customs/index.html。";
	struct err e = {0};
	struct paper p = {0};
	struct str text = str_new(t_arena);
	struct doc *d = doc_new(t_arena, "");
	size_t n;
	for (int i = 0; i < 5; i++)
		str_add(&text, s);
	doc_add(d, BLOCK_PARA, text.s);
	const char *frozen = doc_serial(d, t_arena, NULL), *path = t_path("stretched.pdf");
	assert_done(paper_pdf(&p, &frozen, 1, &plain, path, t_arena, NULL, &e));
	char *got = probe_output((const char *const[]){"pdftotext", "-raw", path, "-", NULL}, &n);
	assert_non_null(strstr(got, "网 址")); /* one line at least is stretched so far */
	assert_null(strstr(got, " ，"));
	assert_null(strstr(got, " ；"));
	assert_null(strstr(got, " 。"));
}

/* The dots around a cross at x, y mm: its arms are black, between them it is white. */
static bool cross_at(const struct raster *r, double x, double y)
{
	int at = probe_mm(4);
	return probe_ink(r, probe_mm(x) - 1, probe_mm(x) + 2, probe_mm(y) - at, probe_mm(y) - at + 1) &&
	       probe_ink(r, probe_mm(x) + at, probe_mm(x) + at + 1, probe_mm(y) - 1, probe_mm(y) + 2) &&
	       !probe_ink(r, probe_mm(x) + 3, probe_mm(x) + at, probe_mm(y) - at, probe_mm(y) - 2);
}

TEST(the_test_page_measures_a_printer_and_the_offset_moves_every_page)
{
	struct err e = {0};
	struct paper p = {0};
	struct raster r;
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL);
	struct pdf_options opt = {.head = HEAD_NONE, .rulers = true};
	assert_int_equal(layout_doc(test_page(t_arena, "样例海关", 20000), t_arena)->n, 1);
	assert_done(paper_pdf(&p, &frozen, 1, &opt, t_path("a.pdf"), t_arena, NULL, &e));
	probe_pages(t_path("a.pdf"), 1, 1, &r);
	assert_true(cross_at(&r, 20, 20) && cross_at(&r, 190, 20) && cross_at(&r, 20, 277) && cross_at(&r, 190, 277));
	/* Every millimetre from the edge, longer at ten. */
	assert_true(probe_ink(&r, probe_mm(9), probe_mm(9.7), probe_mm(100) - 1, probe_mm(100) + 1));
	assert_false(probe_ink(&r, probe_mm(9), probe_mm(9.7), probe_mm(104) - 1, probe_mm(104) + 1));
	assert_true(paper_shift_parse("3,-2", &opt.shift));
	assert_done(paper_pdf(&p, &frozen, 1, &opt, t_path("a.pdf"), t_arena, NULL, &e));
	probe_pages(t_path("a.pdf"), 1, 1, &r);
	assert_true(cross_at(&r, 23, 18) && cross_at(&r, 193, 275));
	assert_false(cross_at(&r, 20, 20));
}

TEST(an_offset_is_two_numbers_of_millimetres)
{
	static const char *const bad[] = {"", "1", "1,", ",1", "1;2", "a,b", "21,0", "0,20.01", "1,2,3", "1 2", "--1,2", "1.,2"};
	struct paper_shift s;
	assert_true(paper_shift_parse("1.5,-2", &s) && s.right == 150 && s.down == -200);
	assert_true(paper_shift_parse(" -0.25 ， 20 ", &s) && s.right == -25 && s.down == 2000);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (paper_shift_parse(bad[i], &s))
			fail_msg("“%s” is taken", bad[i]);
}

TEST(a_copy_is_marked_and_a_head_can_be_left_to_the_paper)
{
	struct err e = {0};
	struct paper p = {0};
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL), *path = t_path("copy.pdf");
	struct pdf_options opt = {.head = HEAD_NONE, .copy = true, .seal_ring = true};
	assert_done(paper_pdf(&p, &frozen, 1, &opt, path, t_arena, NULL, &e));
	char *text = probe_text(path, 1, 1);
	assert_non_null(strstr(text, "副本"));
	assert_int_equal(strncmp(text, "测试〔2026〕17号", strlen("测试〔2026〕17号")), 0);
}

/* Below the head, above the page number: 28 mm of white on the left, 26 mm on the right (GB/T 9704-2012 5.2). */
static bool margins_white(const struct raster *r)
{
	return !probe_ink(r, 0, probe_mm(27.2), probe_mm(60), probe_mm(262)) && !probe_ink(r, probe_mm(185), r->width, probe_mm(60), probe_mm(262));
}

/* Lines with squeezed marks, with slack, with a number that was moved to the next line: all end at the same edge. */
TEST(full_lines_end_at_the_right_edge)
{
	static const char *const paras[] = {
		"根据《中华人民共和国政府信息公开条例》第二十条的规定，请你（单位）在收到本告知书之日起十五个工作日内，将有关材料送交本机关办公室。",
		"你于二〇二六年三月二日提出的申请收悉，现就申请公开的abcdefghijklmnop@customs.gov.cn信息答复如下，请查收后予以确认并回复我们。",
		"（一）“甲”（二）“乙”（三）“丙”（四）“丁”（五）“戊”（六）“己”（七）“庚”（八）“辛”（九）“壬”（十）“癸”，以上各项。",
	};
	struct err e = {0};
	struct paper p = {0};
	for (size_t i = 0; i < sizeof paras / sizeof *paras; i++) {
		struct doc *d = doc_new(t_arena, "");
		doc_add(d, BLOCK_PARA, paras[i])->level = PARA_FLUSH;
		const struct layout *l = layout_doc(d, t_arena);
		const char *frozen = doc_serial(d, t_arena, NULL);
		assert_done(paper_pdf(&p, &frozen, 1, &plain, t_path("a.pdf"), t_arena, NULL, &e));
		struct raster page;
		probe_pages(t_path("a.pdf"), 1, 1, &page);
		assert_true(l->pages[0].nlines >= 2);
		for (size_t k = 0; k + 1 < l->pages[0].nlines; k++) {
			int y = probe_mm(37 + 225.0 * l->pages[0].lines[k].y / (l->rows * LINE_UNITS)), y2 = y + probe_mm(10);
			assert_true(probe_ink(&page, probe_mm(28), probe_mm(33.5), y, y2));
			assert_true(probe_ink(&page, probe_mm(178.5), probe_mm(184.5), y, y2));
		}
		assert_true(margins_white(&page));
	}
}

TEST(three_hundred_letters_are_one_pdf_with_their_page_ranges)
{
	enum { N = 300 };
	struct err e = {0};
	struct paper p = {0};
	struct pdf_result r;
	const char *frozen[N];
	for (int i = 0; i < N; i++) {
		struct doc *d = doc_new(t_arena, "receipt");
		doc_add(d, BLOCK_TITLE, arena_printf(t_arena, "第%d份", i + 1));
		for (int k = 0; k < (i % 3) * 20; k++)
			doc_add(d, BLOCK_PARA, "正文。");
		frozen[i] = doc_serial(d, t_arena, NULL);
	}
	assert_done(paper_pdf(&p, frozen, N, &plain, t_path("batch.pdf"), t_arena, &r, &e));
	assert_int_equal(r.ndocs, N);
	assert_int_equal(r.docs[N - 1].last, r.pages);
	assert_non_null(strstr(probe_text(t_path("batch.pdf"), r.docs[116].first, r.docs[116].last), "第117份"));
	assert_true(r.bytes < 2 << 20);
}

static size_t files_in(const char *folder)
{
	size_t n = 0;
	DIR *d = opendir(folder);
	for (struct dirent *f; (f = readdir(d));)
		n += f->d_name[0] != '.';
	closedir(d);
	return n;
}

TEST(a_character_no_font_has_is_named_and_nothing_is_written)
{
	struct err e = {0};
	struct paper p = {0};
	struct doc *d = doc_new(t_arena, "receipt");
	doc_add(d, BLOCK_TITLE, "回执");
	doc_add(d, BLOCK_ADDRESSEE, "王\xF4\x80\x80\x80祥：");
	const char *frozen = doc_serial(d, t_arena, NULL);
	assert_false(paper_pdf(&p, &frozen, 1, &plain, t_path("a.pdf"), t_arena, NULL, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_non_null(strstr(e.text, "U+100000"));
	assert_int_equal(files_in(t_dir), 0);
}

TEST(a_damaged_document_is_refused_by_the_program_too)
{
	struct err e = {0};
	struct paper p = {0};
	char *pdf;
	const char *frozen = "gwdoc 1\t\nblob\t\tx\nend\n";
	assert_false(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &pdf, NULL, &e));
	assert_string_equal(e.text, "文书数据第2行有误：不认识的内容");
}

TEST(a_disk_that_is_full_leaves_no_file)
{
	struct err e = {0};
	struct paper p = {0};
	struct rlimit old, small;
	char *pdf;
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL);
	/* The font cache is made before the limit. */
	assert_done(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &pdf, NULL, &e));
	getrlimit(RLIMIT_FSIZE, &old);
	small = (struct rlimit){.rlim_cur = 1000, .rlim_max = old.rlim_max};
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	bool done = paper_pdf(&p, &frozen, 1, &plain, t_path("a.pdf"), t_arena, NULL, &e);
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, handler);
	assert_false(done);
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_int_equal(files_in(t_dir), 0);
}

static const char *script(const char *text)
{
	struct err e = {0};
	const char *path = t_path("program");
	assert_done(file_write(path, text, strlen(text), &e));
	assert_int_equal(chmod(path, 0700), 0);
	return path;
}

static int64_t seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* Given up after so many milliseconds: few for one that hangs; for the others more than a busy machine needs. */
static const char *fault_in(const char *program, int ms)
{
	int64_t start = seconds();
	struct err e = {0};
	struct paper p = {.program = program, .render_ms = ms};
	char *pdf;
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL);
	assert_false(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &pdf, NULL, &e));
	assert_true(seconds() - start < 20);
	return arena_strdup(t_arena, e.text);
}

static const char *fault_with(const char *program)
{
	return fault_in(program, 20000);
}

TEST(a_program_that_misbehaves_is_an_error_in_time)
{
	assert_string_equal(fault_with(t_path("nowhere")), "找不到排版打印程序gwgk-paper，请重新安装");
	assert_string_equal(fault_in(script("#!/bin/sh\nexec sleep 30\n"), 300), "排版超过1秒没有完成，已停下");
	assert_string_equal(fault_in(script("#!/bin/sh\nexec >&- 3>&-\nexec sleep 30\n"), 300), "排版超过1秒没有完成，已停下");
	assert_string_equal(fault_with(script("#!/bin/sh\nexit 0\n")), "排好的文书没有收完整，请再试一次");
	assert_string_equal(fault_with(script("#!/bin/sh\necho x\nprintf 'page\\t1\\t1\\t1\\ndone\\tabc\\n' >&3\n")),
		"排好的文书没有收完整，请再试一次");
	assert_string_equal(fault_with(script("#!/bin/sh\nexit 7\n")), "排版没有完成：排版打印程序意外退出（7）");
	assert_string_equal(fault_with(script("#!/bin/sh\nkill -9 $$\n")), "排版没有完成：排版打印程序意外退出（-1）");
	assert_string_equal(fault_with(script("#!/bin/sh\nprintf 'error\\tSYSTEM\\t字体坏了\\n' >&3\nexit 1\n")), "字体坏了");
}

TEST(the_program_gets_a_clean_environment_and_no_stray_files)
{
	struct err e = {0};
	struct paper p = {.program = script("#!/bin/sh\nenv > \"$HOME/env\"\nls /proc/self/fd > \"$HOME/fds\"\nexit 1\n")};
	char *pdf, *text, *home = arena_strdup(t_arena, getenv("HOME") ? getenv("HOME") : "");
	size_t n;
	const char *frozen = "gwdoc 1\t\nend\n";
	setenv("HOME", t_dir, 1);
	setenv("GWGK_SECRET_TEST", "x", 1);
	int stray = open("/dev/null", O_RDONLY);
	bool done = paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &pdf, NULL, &e);
	close(stray);
	unsetenv("GWGK_SECRET_TEST");
	setenv("HOME", home, 1);
	assert_false(done);
	struct err none = {0};
	assert_true(file_read(t_path("env"), 1 << 16, t_arena, &text, &n, &none));
	assert_null(strstr(text, "GWGK_SECRET_TEST"));
	assert_non_null(strstr(text, "LC_ALL=C.UTF-8"));
	assert_true(file_read(t_path("fds"), 1 << 16, t_arena, &text, &n, &none));
	assert_null(strstr(text, arena_printf(t_arena, "%d\n", stray > 9 ? stray : 10)));
}

TEST(every_role_of_type_resolves_to_a_font)
{
	struct err e = {0};
	struct paper p = {0};
	struct font_role *f;
	size_t n;
	assert_done(paper_fonts(&p, t_arena, &f, &n, &e));
	assert_int_equal(n, 6);
	for (size_t i = 0; i < n; i++) {
		assert_true(*f[i].role && *f[i].family && f[i].usable);
		assert_int_equal(access(f[i].file, R_OK), 0);
	}
}

TEST(a_table_becomes_a_spreadsheet)
{
	struct err e = {0};
	struct paper p = {0};
	char *bytes;
	size_t n;
	assert_done(paper_xlsx(&p, "编号\t姓名\t证件\n1\t王𠮷祥\t037020219900101123\n2\t李䶮\t=1+1\n", "登记台账", t_path("a.xlsx"), &e));
	assert_done(file_read(t_path("a.xlsx"), 1 << 20, t_arena, &bytes, &n, &e));
	assert_memory_equal(bytes, "PK\3\4", 4);
}

TEST(raw_bytes_reach_a_printer_on_the_network)
{
	struct err e = {0};
	struct paper p = {0};
	struct print_job job;
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t len = sizeof at;
	char got[64];
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(fd, 4), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	struct print_options opt = {.queue = arena_printf(t_arena, "tcp:127.0.0.1:%d", ntohs(at.sin_port)), .raw = true};
	assert_done(paper_print(&p, "\x1B@\xB9\xD8\f", 5, &opt, t_arena, &job, &e));
	assert_int_equal(job.state, JOB_DONE);
	int in = accept(fd, NULL, NULL);
	assert_int_equal(recv(in, got, sizeof got, MSG_WAITALL), 5);
	assert_memory_equal(got, "\x1B@\xB9\xD8\f", 5);
	close(in);
	close(fd);
}

/* A dot-matrix printer with room for a page: takes some, prints, and takes the rest; one that is stuck takes nothing more. */
static int slow_printer(bool stuck, size_t wanted, pid_t *pid)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t len = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), room = 4096;
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room), 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(fd, 4), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	*pid = fork();
	assert_true(*pid >= 0);
	if (*pid == 0) {
		static char paper[1 << 16];
		const struct timespec page = {.tv_nsec = 500000000};
		int in = accept(fd, NULL, NULL);
		size_t got = 0;
		nanosleep(&page, NULL);
		while (stuck)
			pause();
		for (ssize_t k; (k = recv(in, paper, sizeof paper, 0)) > 0;)
			got += (size_t)k;
		_exit(got == wanted ? 0 : 1);
	}
	close(fd);
	return ntohs(at.sin_port);
}

TEST(a_slow_printer_is_waited_for_and_a_stuck_one_given_up)
{
	enum { BYTES = 8 << 20 }; /* more than the system keeps for a connection */
	static char bytes[BYTES];
	struct paper p = {.server_ms = 50};
	struct print_job job;
	struct err e = {0};
	int ended;
	pid_t pid;
	struct print_options opt = {.queue = arena_printf(t_arena, "tcp:127.0.0.1:%d", slow_printer(false, BYTES, &pid)), .raw = true};
	assert_done(paper_print(&p, bytes, BYTES, &opt, t_arena, &job, &e));
	assert_int_equal(job.state, JOB_DONE);
	assert_int_equal(waitpid(pid, &ended, 0), pid);
	assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
	opt.queue = arena_printf(t_arena, "tcp:127.0.0.1:%d", slow_printer(true, BYTES, &pid));
	assert_false(paper_print(&p, bytes, BYTES, &opt, t_arena, &job, &e));
	kill(pid, SIGKILL);
	waitpid(pid, &ended, 0);
	assert_non_null(strstr(e.text, "没有回应"));
	/* What it holds back when all is written counts too. */
	err_clear(&e);
	opt.queue = arena_printf(t_arena, "tcp:127.0.0.1:%d", slow_printer(true, BYTES, &pid));
	assert_false(paper_print(&p, bytes, 100000, &opt, t_arena, &job, &e));
	kill(pid, SIGKILL);
	waitpid(pid, &ended, 0);
	assert_non_null(strstr(e.text, "没有回应"));
}
