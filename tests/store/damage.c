/* What happens to the bytes on the disk: power cuts between any two operations, and bits that flip. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/backup.h"
#include "office/operator.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

static uint32_t dice_state;
static uint32_t dice(uint32_t n)
{
	dice_state = dice_state * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)dice_state * n) >> 32);
}

static bool soak(void)
{
	return getenv("GWGK_SOAK") != NULL;
}

/* --- power cuts ------------------------------------------------------------------------------------------------------------------ */

enum { SECTOR = 512, IMAGES = 3, IMAGE_MAX = 8 << 20 };

/* What a disk holds of one file: the bytes, whether it exists. */
struct image {
	unsigned char *bytes;
	int64_t size;
	bool there;
};

static void image_write(struct image *m, int64_t at, const unsigned char *data, int64_t n)
{
	assert_true(at + n <= IMAGE_MAX);
	if (at > m->size)
		memset(m->bytes + m->size, 0, (size_t)(at - m->size));
	memcpy(m->bytes + at, data, (size_t)n);
	if (at + n > m->size)
		m->size = at + n;
}

/* One operation reaches the disk. */
static void land(struct image *m, const struct shim_entry *e)
{
	if (e->op == SHIM_WRITE) {
		m->there = true;
		image_write(m, e->at, e->data, e->n);
	} else if (e->op == SHIM_TRUNCATE) {
		m->size = e->at < m->size ? e->at : m->size;
	} else if (e->op == SHIM_CREATE) {
		m->there = true;
	} else if (e->op == SHIM_DELETE) {
		m->there = false;
		m->size = 0;
	}
}

/* A write of which only some sectors reached the disk. */
static void land_partly(struct image *m, const struct shim_entry *e)
{
	if (e->op != SHIM_WRITE) {
		if (dice(2))
			land(m, e);
		return;
	}
	m->there = true;
	for (int64_t done = 0; done < e->n; done += SECTOR) {
		int64_t n = e->n - done < SECTOR ? e->n - done : SECTOR;
		if (dice(2))
			image_write(m, e->at + done, e->data + done, n);
	}
}

enum survival { ALL, SYNCED_ONLY, SOME_SECTORS, SURVIVALS };

/* The disk after a cut before entry `cut`: everything up to a file's last sync is there; what came later as `how` says. */
static void disk_after(const struct image *start, struct image *out, size_t cut, enum survival how)
{
	size_t synced[SHIM_FILES] = {0};
	for (int f = 0; f < IMAGES; f++) {
		memcpy(out[f].bytes, start[f].bytes, (size_t)start[f].size);
		out[f].size = start[f].size;
		out[f].there = start[f].there;
	}
	for (size_t i = 0; i < cut; i++)
		if (shim.entries[i].op == SHIM_SYNC || shim.entries[i].op == SHIM_DELETE)
			synced[shim.entries[i].file] = i + 1;
	for (size_t i = 0; i < cut; i++) {
		const struct shim_entry *e = &shim.entries[i];
		if (e->op == SHIM_MARK || e->op == SHIM_SYNC)
			continue;
		assert_true(e->file >= 0 && e->file < IMAGES);
		if (how == ALL || i < synced[e->file])
			land(&out[e->file], e);
		else if (how == SOME_SECTORS)
			land_partly(&out[e->file], e);
	}
}

static void spill(const char *path, const struct image *m)
{
	unlink(path);
	if (!m->there)
		return;
	FILE *f = fopen(path, "wbe");
	assert_non_null(f);
	assert_int_equal(fwrite(m->bytes, 1, (size_t)m->size, f), m->size);
	assert_int_equal(fclose(f), 0);
}

/* Highest line that was acknowledged before the cut. */
static int64_t acknowledged(size_t cut)
{
	int64_t seq = 0;
	for (size_t i = 0; i < cut; i++)
		if (shim.entries[i].op == SHIM_MARK)
			seq = shim.entries[i].n;
	return seq;
}

static const char *extension(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && !strcmp(name + n - 4, "-wal") ? "-wal" : n > 8 && !strcmp(name + n - 8, "-journal") ? "-journal" : "";
}

static void judge(size_t cut, enum survival how, const struct image *disk, bool thorough)
{
	struct store *s;
	struct audit_head head;
	struct err e = {0};
	const char *path = t_path("cut.db");
	store_remove(path);
	for (int f = 0; f < IMAGES && shim.names[f][0]; f++)
		spill(arena_printf(t_arena, "%s%s", path, extension(shim.names[f])), &disk[f]);
	if (!store_open(path, 0, &s, &e) || !audit_head(s, &head, &e))
		fail_msg("cut %zu/%d: %s", cut, (int)how, e.text);
	if (head.seq < acknowledged(cut))
		fail_msg("cut %zu/%d: line %lld was acknowledged, the file ends at %lld", cut, (int)how, (long long)acknowledged(cut),
			(long long)head.seq);
	if (thorough) {
		struct store_findings found;
		struct audit_fault *faults;
		size_t n;
		assert_done(store_check(s, t_arena, &found, &e));
		assert_done(audit_verify(s, NULL, t_arena, &faults, &n, &e));
		if (found.n || n)
			fail_msg("cut %zu/%d: %s", cut, (int)how, found.n ? found.lines[0] : faults[0].text);
	}
	store_close(s);
	arena_reset(t_arena);
}

static void mark_head(struct office *o)
{
	struct audit_head head;
	struct err e = {0};
	assert_done(audit_head(o->store, &head, &e));
	shim_mark(head.seq);
}

/* A morning's work with the log kept, checkpoints in between. */
static void record_work(const char *path)
{
	struct desk desk = {.seed = 9, .today_fixed = true, .today = 20500, .now_fixed = true};
	struct err e = {0};
	shim_forget();
	shim.log = true;
	shim_on();
	struct office *o = t_office_open(path, "tester", &desk);
	for (int i = 0; i < 14; i++) {
		struct setting_args in = {.key = i % 3 ? "phone" : "address", .value = arena_printf(t_arena, "%d", i), .valid_from = DAY_NONE};
		assert_true(i % 4 == 1 ? t_request(o, NULL, NULL, t_arena, &e) : t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
		mark_head(o);
		if (i % 5 == 3)
			assert_done(store_checkpoint(o->store, &e));
	}
	struct operator_args wang = {.login = "wang", .roles = "clerk", .on = DAY_NONE};
	assert_done(t_do(o, &operator_add, INT_NONE, &wang, NULL, &e));
	mark_head(o);
	office_close(o);
	shim_off();
}

static struct image *images(void)
{
	struct image *m = calloc(IMAGES, sizeof *m);
	for (int f = 0; f < IMAGES; f++)
		m[f].bytes = malloc(IMAGE_MAX);
	return m;
}

static void images_free(struct image *m)
{
	for (int f = 0; f < IMAGES; f++)
		free(m[f].bytes);
	free(m);
}

TEST(a_power_cut_between_any_two_operations_loses_nothing_acknowledged)
{
	const char *path = t_office_file("p.db");
	struct image *start = images(), *disk = images();
	FILE *f = fopen(path, "rbe");
	assert_non_null(f);
	start[0].there = true;
	start[0].size = (int64_t)fread(start[0].bytes, 1, IMAGE_MAX, f);
	fclose(f);
	record_work(path);
	assert_string_equal(extension(shim.names[0]), ""); /* the database is opened first */
	assert_true(shim.n > 100);
	dice_state = 42;
	size_t states = 0, wanted = soak() ? 20000 : 1000, step = soak() ? 1 : shim.n * SURVIVALS / wanted + 1;
	while (states < wanted)
		for (size_t cut = 1 + (soak() ? 0 : dice((uint32_t)step)); cut <= shim.n && states < wanted; cut += step)
			for (int how = 0; how < SURVIVALS; how++, states++) {
				disk_after(start, disk, cut, (enum survival)how);
				judge(cut, (enum survival)how, disk, states % 20 == 0 || soak());
			}
	shim_forget();
	images_free(start);
	images_free(disk);
}

/* --- flipped bits ----------------------------------------------------------------------------------------------------------------- */

static void add_rows(struct str *out, sqlite3 *db, const char *table)
{
	sqlite3_stmt *st;
	if (sqlite3_prepare_v2(db, arena_printf(t_arena, "SELECT * FROM \"%s\" NOT INDEXED", table), -1, &st, NULL) != SQLITE_OK) {
		str_add(out, "broken");
		return;
	}
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int k = 0; k < sqlite3_column_count(st); k++) {
			const unsigned char *b = sqlite3_column_blob(st, k);
			str_printf(out, "%d:", sqlite3_column_bytes(st, k));
			for (int x = 0; b && x < sqlite3_column_bytes(st, k); x++)
				str_printf(out, "%02x", b[x]);
		}
	sqlite3_finalize(st);
}

/* All rows of all tables, as text: what a reader could see. schema_migration is a note of the program to itself; nothing reads it. */
static char *content(const char *path)
{
	struct str out = str_new(t_arena);
	sqlite3 *db;
	sqlite3_stmt *st;
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE CAST(type AS TEXT)='table' AND name<>'schema_migration' ORDER BY CAST(name AS TEXT)", -1, &st, NULL) == SQLITE_OK) {
		while (sqlite3_step(st) == SQLITE_ROW)
			add_rows(&out, db, (const char *)sqlite3_column_text(st, 0));
		sqlite3_finalize(st);
	}
	sqlite3_close(db);
	return out.s;
}

/* Does the desk notice: refuse to open, report a fault, or mend it with a line in the log (the digest of db/seed)? `lines` there were. */
static bool noticed(const char *path, int64_t lines)
{
	struct desk desk = {0};
	struct check_report report;
	struct office *o;
	struct err e = {0};
	if (!office_open(path, "tester", &desk, &o, &e))
		return true;
	bool bad = o->seen != lines || !office_check(o, t_arena, &report, &e) || report.faults;
	office_close(o);
	return bad;
}

static void flip(const char *path, off_t at, unsigned char bit)
{
	unsigned char byte;
	int fd = open(path, O_RDWR | O_CLOEXEC);
	assert_int_equal(pread(fd, &byte, 1, at), 1);
	byte ^= bit;
	assert_int_equal(pwrite(fd, &byte, 1, at), 1);
	close(fd);
}

TEST(every_flipped_bit_that_changes_content_is_noticed)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct image clean = {.bytes = malloc(IMAGE_MAX), .there = true};
	for (int i = 0; i < 6; i++) {
		struct setting_args in = {.key = "phone", .value = arena_printf(t_arena, "%d", i), .valid_from = DAY_NONE};
		assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	}
	t_office_end();
	char *right = strdup(content(t_path("office.db")));
	FILE *f = fopen(t_path("office.db"), "rbe");
	clean.size = (int64_t)fread(clean.bytes, 1, IMAGE_MAX, f);
	fclose(f);
	dice_state = 7;
	int changed = 0, flips = soak() ? 5000 : 60;
	for (int i = 0; i < flips; i++) {
		const char *path = t_path("flip.db");
		off_t at;
		do /* where there is something: most pages of a young file are empty */
			at = (off_t)dice((uint32_t)clean.size);
		while (!clean.bytes[at]);
		spill(path, &clean);
		flip(path, at, (unsigned char)(1u << dice(8)));
		bool differs = strcmp(content(path), right) != 0;
		changed += differs;
		if (differs && !noticed(path, 7))
			fail_msg("flip %d at byte %lld changes content unseen", i, (long long)at);
		store_remove(t_path("flip.db"));
		arena_reset(t_arena);
	}
	assert_true(changed > flips / 3);
	free(right);
	free(clean.bytes);
}

/* The first page holds the header and the schema: whatever stands there, the desk refuses in one line, finds a fault or is right. */
TEST(a_damaged_first_page_never_crashes_and_never_passes_with_other_content)
{
	struct image clean = {.bytes = malloc(IMAGE_MAX), .there = true};
	FILE *f = fopen(t_office_file("clean.db"), "rbe");
	assert_non_null(f);
	clean.size = (int64_t)fread(clean.bytes, 1, IMAGE_MAX, f);
	fclose(f);
	char *right = strdup(content(t_path("clean.db")));
	dice_state = 99;
	int rounds = soak() ? 3000 : 60, found = 0;
	for (int i = 0; i < rounds; i++) {
		const char *path = t_path("page.db");
		spill(path, &clean);
		for (uint32_t k = 0; k <= dice(4); k++)
			flip(path, i % 3 ? (off_t)dice(4096) : (off_t)dice(100), (unsigned char)(1 + dice(255)));
		bool differs = strcmp(content(path), right) != 0, seen = noticed(path, 1);
		found += seen;
		if (differs && !seen)
			fail_msg("round %d: other content passed", i);
		store_remove(t_path("page.db"));
		arena_reset(t_arena);
	}
	assert_true(found > rounds / 10);
	free(right);
	free(clean.bytes);
}
