/* PDFs through the real gwgk-paper: what is in them, what is refused, what happens when the program misbehaves. */
#include "tests/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
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
#include "base/encoding.h"
#include "base/str.h"
#include "base/text.h"
#include "paper/layout.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "paper/template.h"
#include "paper/test_page.h"

extern char **environ;

static const struct pdf_options plain = {.head = HEAD_RED, .created = 1767225600};

/* Standard output of a program of the system. */
static char *output_of(const char *const *argv)
{
	char *text;
	size_t n;
	pid_t pid;
	int state;
	struct err e = {0};
	const char *path = t_path("output");
	posix_spawn_file_actions_t fa;
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addopen(&fa, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(posix_spawnp(&pid, argv[0], &fa, NULL, (char *const *)(uintptr_t)argv, environ), 0);
	posix_spawn_file_actions_destroy(&fa);
	assert_int_equal(waitpid(pid, &state, 0), pid);
	assert_int_equal(state, 0);
	assert_done(file_read(path, 1 << 26, t_arena, &text, &n, &e));
	return text;
}

static char *without_space(const char *s)
{
	struct str out = str_new(t_arena);
	for (size_t i = 0, n = strlen(s); i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		if (cp > ' ' && cp != 0x3000)
			str_addn(&out, s + i, len);
		i += len;
	}
	return out.s;
}

static int by_byte(const void *a, const void *b)
{
	return memcmp(a, b, 4);
}

/* The characters in order of their codes: for tables, whose cells a page shows side by side. */
static char *sorted(const char *s)
{
	size_t n = strlen(s), k = 0;
	char(*cps)[4] = arena_alloc(t_arena, (n + 1) * 4);
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		memcpy(cps[k++], s + i, len);
		i += len;
	}
	qsort(cps, k, 4, by_byte);
	struct str out = str_new(t_arena);
	for (size_t i = 0; i < k; i++)
		str_addn(&out, cps[i], strnlen(cps[i], 4));
	return out.s;
}

static char *pdf_text(const char *pdf, int first, int last)
{
	const char *f = arena_printf(t_arena, "%d", first), *l = arena_printf(t_arena, "%d", last);
	return without_space(output_of((const char *const[]){"pdftotext", "-raw", "-f", f, "-l", l, pdf, "-", NULL}));
}

/* Takes the page numbers out. */
static void drop_numbers(char *s, int pages)
{
	for (int i = 1; i <= pages; i++) {
		const char *mark = arena_printf(t_arena, "—%d—", i);
		char *at = strstr(s, mark);
		if (at)
			memmove(at, at + strlen(mark), strlen(at + strlen(mark)) + 1);
	}
}

TEST(the_text_of_the_pdf_is_the_text_of_the_document)
{
	struct err e = {0};
	struct paper p = {0};
	struct template **all;
	size_t n;
	struct pdf_result r;
	const char *path = t_path("all.pdf");
	template_load(gen_letters, t_arena, &all, &n);
	struct doc **docs = arena_array(t_arena, struct doc *, n + 1);
	const char **frozen = arena_array(t_arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++) {
		assert_done(template_fill(all[i], template_sample, NULL, FILL_PREVIEW, t_arena, &docs[i], &e));
		frozen[i] = doc_serial(docs[i], t_arena, NULL);
	}
	docs[n] = test_page(t_arena, "样例海关", 20000);
	frozen[n] = doc_serial(docs[n], t_arena, NULL);
	n++;
	assert_done(paper_pdf(&p, frozen, n, &plain, path, t_arena, &r, &e));
	assert_int_equal(r.ndocs, n);
	for (size_t i = 0; i < n; i++) {
		char *want = without_space(doc_text(docs[i], t_arena)), *got = pdf_text(path, r.docs[i].first, r.docs[i].last);
		assert_int_equal(r.docs[i].first, i ? r.docs[i - 1].last + 1 : 1);
		assert_int_equal(r.docs[i].last - r.docs[i].first + 1, (int)layout_doc(docs[i], t_arena)->n);
		drop_numbers(got, r.docs[i].last - r.docs[i].first + 1);
		if (doc_find(docs[i], BLOCK_TABLE))
			assert_string_equal(sorted(got), sorted(want));
		else
			assert_string_equal(got, want);
	}
}

TEST(fonts_are_embedded_and_subset_and_none_is_made_up)
{
	struct err e = {0};
	struct paper p = {0};
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL), *path = t_path("fonts.pdf");
	assert_done(paper_pdf(&p, &frozen, 1, &plain, path, t_arena, NULL, &e));
	char *list = output_of((const char *const[]){"pdffonts", path, NULL});
	size_t fonts = 0;
	assert_null(strstr(list, "Type 3"));
	for (char *line = strchr(strchr(list, '\n') + 1, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
		char *end = strchr(line, '\n');
		*end = '\0';
		assert_non_null(strstr(line, " yes yes yes "));
		*end = '\n';
		fonts++;
	}
	assert_true(fonts >= 3);
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

TEST(a_copy_is_marked_and_a_head_can_be_left_to_the_paper)
{
	struct err e = {0};
	struct paper p = {0};
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL), *path = t_path("copy.pdf");
	struct pdf_options opt = {.head = HEAD_NONE, .copy = true, .seal_ring = true};
	assert_done(paper_pdf(&p, &frozen, 1, &opt, path, t_arena, NULL, &e));
	char *text = pdf_text(path, 1, 1);
	assert_non_null(strstr(text, "副本"));
	assert_int_equal(strncmp(text, "测试〔2026〕17号", strlen("测试〔2026〕17号")), 0);
}

/* One page as grey pixels, DPI dots an inch. */
enum { DPI = 72 };
struct raster {
	int width, height;
	const unsigned char *grey;
};

static struct raster raster_of(const char *pdf, int page)
{
	struct raster r;
	struct err e = {0};
	char *bytes;
	size_t n;
	int used = 0;
	const char *p = arena_printf(t_arena, "%d", page), *dpi = arena_printf(t_arena, "%d", DPI);
	output_of((const char *const[]){"pdftoppm", "-gray", "-r", dpi, "-f", p, "-l", p, "-singlefile", pdf, t_path("page"), NULL});
	assert_done(file_read(t_path("page.pgm"), 1 << 24, t_arena, &bytes, &n, &e));
	assert_int_equal(sscanf(bytes, "P5 %d %d 255%n", &r.width, &r.height, &used), 2);
	r.grey = (const unsigned char *)bytes + used + 1;
	assert_int_equal(n, (size_t)used + 1 + (size_t)(r.width * r.height));
	return r;
}

static int mm(double v)
{
	return (int)(v * DPI / 25.4);
}

/* Is there ink in columns [x1, x2) of rows [y1, y2)? */
static bool ink(const struct raster *r, int x1, int x2, int y1, int y2)
{
	for (int y = y1; y < y2 && y < r->height; y++) {
		for (int x = x1; x < x2 && x < r->width; x++) {
			if (r->grey[y * r->width + x] < 200)
				return true;
		}
	}
	return false;
}

/* Below the head, above the page number: 28 mm of white on the left, 26 mm on the right (GB/T 9704-2012 5.2). */
static bool margins_white(const struct raster *r)
{
	return !ink(r, 0, mm(27.2), mm(60), mm(262)) && !ink(r, mm(185), r->width, mm(60), mm(262));
}

TEST(no_letter_puts_ink_outside_the_type_area)
{
	struct err e = {0};
	struct paper p = {0};
	struct template **all;
	size_t n;
	struct pdf_result r;
	const char *path = t_path("ink.pdf");
	template_load(gen_letters, t_arena, &all, &n);
	const char **frozen = arena_array(t_arena, const char *, n);
	for (size_t i = 0; i < n; i++) {
		struct doc *d;
		assert_done(template_fill(all[i], template_sample, NULL, FILL_PREVIEW, t_arena, &d, &e));
		frozen[i] = doc_serial(d, t_arena, NULL);
	}
	assert_done(paper_pdf(&p, frozen, n, &plain, path, t_arena, &r, &e));
	for (size_t i = 0; i < n; i += 3) {
		struct raster page = raster_of(path, r.docs[i].first);
		assert_true(ink(&page, mm(28), mm(184), mm(60), mm(262)));
		if (!margins_white(&page))
			fail_msg("%s: ink in the margin of its first page", all[i]->kind);
	}
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
		struct raster page = raster_of(t_path("a.pdf"), 1);
		assert_true(l->pages[0].nlines >= 2);
		for (size_t k = 0; k + 1 < l->pages[0].nlines; k++) {
			int y = mm(37 + 225.0 * l->pages[0].lines[k].y / (l->rows * LINE_UNITS)), y2 = y + mm(10);
			assert_true(ink(&page, mm(28), mm(33.5), y, y2));
			assert_true(ink(&page, mm(178.5), mm(184.5), y, y2));
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
	assert_non_null(strstr(pdf_text(t_path("batch.pdf"), r.docs[116].first, r.docs[116].last), "第117份"));
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

static const char *fault_with(const char *program)
{
	int64_t start = seconds();
	struct err e = {0};
	struct paper p = {.program = program, .render_ms = 300};
	char *pdf;
	const char *frozen = doc_serial(test_page(t_arena, "样例海关", 20000), t_arena, NULL);
	assert_false(paper_pdf_bytes(&p, &frozen, 1, &plain, t_arena, &pdf, NULL, &e));
	assert_true(seconds() - start < 10);
	return arena_strdup(t_arena, e.text);
}

TEST(a_program_that_misbehaves_is_an_error_in_time)
{
	assert_string_equal(fault_with(t_path("nowhere")), "找不到排版打印程序gwgk-paper，请重新安装");
	assert_string_equal(fault_with(script("#!/bin/sh\nexec sleep 30\n")), "排版超过1秒没有完成，已停下");
	assert_string_equal(fault_with(script("#!/bin/sh\nexec >&- 3>&-\nexec sleep 30\n")), "排版超过1秒没有完成，已停下");
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
		assert_true(*f[i].role && *f[i].family);
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
