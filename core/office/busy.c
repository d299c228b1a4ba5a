#include "office/busy.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum { NAME_BYTES = 8, NAME_LEN = 2 * NAME_BYTES, NOUN_MAX = 32, WHO_MAX = 64, MARK_MAX = 512, TRIES = 4 };

struct mark {
	char file[NAME_LEN + 1], noun[NOUN_MAX], who[WHO_MAX];
	int64_t id, since, seen; /* seen: when its maker last pressed a key */
};

struct busy {
	struct office *office;
	const char *folder;
	struct mark marks[BUSY_MAX]; /* the others', first come first */
	size_t n;
	struct timespec moved;       /* the folder's time at the last reading */
	bool fresh;                  /* it was so new then that a later change may bear the same time */
	int64_t now, swept;          /* of the last look; of the last reading */
	struct mark own;
	int fd;                      /* holds the own mark; -1: none */
};

/* A look leaves a fixed clock and seeded dice as they were: what is recorded does not depend on who looked. */
static int64_t time_of(const struct busy *b)
{
	struct desk desk = *b->office->desk;
	return desk_now(&desk);
}

struct busy *busy_new(struct office *o, struct arena *a)
{
	struct busy *b = arena_new(a, struct busy);
	b->office = o;
	b->folder = arena_printf(a, "%s-busy", store_path(o->store));
	b->fd = -1;
	return b;
}

/* --- the own mark ----------------------------------------------------------------------------------------------------------- */

/* "The clerk still types" is the file's time, by the desk's clock. */
static void touch(struct busy *b, int64_t now)
{
	struct timespec t[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = now}};
	if (!futimens(b->fd, t))
		b->own.seen = now;
}

static void take_down(struct busy *b)
{
	struct arena a = {0};
	if (b->fd < 0)
		return;
	unlink(arena_printf(&a, "%s/%s", b->folder, b->own.file));
	close(b->fd);
	b->fd = -1;
	arena_free(&a);
}

/* Locked and written before it gets its name: whoever finds it finds it whole and held. */
static bool put_up(struct busy *b, struct desk *desk, int64_t now, struct arena *a)
{
	unsigned char dice[NAME_BYTES];
	struct mark *m = &b->own;
	desk_random(desk, dice, sizeof dice);
	for (size_t i = 0; i < sizeof dice; i++)
		snprintf(m->file + 2 * i, 3, "%02x", dice[i]);
	const char *text = arena_printf(a, "%s\n%lld\n%lld\n%s\n", m->noun, (long long)m->id, (long long)m->since, m->who);
	const char *path = arena_printf(a, "%s/%s", b->folder, m->file), *made = arena_printf(a, "%s/.%s", b->folder, m->file);
	b->fd = open(made, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	if (b->fd < 0)
		return false;
	bool whole = !flock(b->fd, LOCK_EX | LOCK_NB) && write(b->fd, text, strlen(text)) == (ssize_t)strlen(text);
	if (whole)
		touch(b, now);
	bool named = whole && !link(made, path);
	unlink(made);
	if (!named) {
		close(b->fd);
		b->fd = -1;
	}
	return named;
}

void busy_mark(struct busy *b, const char *noun, int64_t id)
{
	struct arena a = {0};
	if (!noun || strlen(noun) >= NOUN_MAX) {
		take_down(b);
		return;
	}
	int64_t now = time_of(b);
	if (b->fd >= 0 && b->own.id == id && !strcmp(b->own.noun, noun)) {
		if (now - b->own.seen >= BUSY_TOUCH)
			touch(b, now);
		return;
	}
	take_down(b);
	const char *who = *b->office->operator_name ? b->office->operator_name : b->office->login;
	b->own = (struct mark){.id = id, .since = now};
	utf8_copy(b->own.noun, NOUN_MAX, noun);
	utf8_copy(b->own.who, WHO_MAX, text_clean(&a, who, false));
	struct desk desk = *b->office->desk;
	bool up = !mkdir(b->folder, 0700) || errno == EEXIST;
	for (int i = 0; up && i < TRIES && !put_up(b, &desk, now, &a); i++)
		;
	arena_free(&a);
}

/* --- the others' ------------------------------------------------------------------------------------------------------------ */

static char *take_line(char **s)
{
	char *line = *s ? strsep(s, "\n") : NULL;
	return line ? line : "";
}

/* False: not a mark, or one whose maker is gone; that one is removed on the way. */
static bool read_mark(const char *folder, const char *name, struct arena *a, struct mark *m)
{
	const char *path = arena_printf(a, "%s/%s", folder, name);
	char text[MARK_MAX + 1], *rest = text;
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return false;
	bool dead = !flock(fd, LOCK_EX | LOCK_NB);
	if (dead)
		unlink(path);
	ssize_t n = dead || fstat(fd, &st) ? -1 : read(fd, text, MARK_MAX);
	close(fd);
	if (n <= 0 || !text_valid(text, (size_t)n))
		return false;
	text[n] = '\0';
	*m = (struct mark){.seen = st.st_mtim.tv_sec};
	utf8_copy(m->file, sizeof m->file, name);
	utf8_copy(m->noun, sizeof m->noun, take_line(&rest));
	m->id = strtoll(take_line(&rest), NULL, 10);
	m->since = strtoll(take_line(&rest), NULL, 10);
	utf8_copy(m->who, sizeof m->who, text_clean(a, take_line(&rest), false));
	return m->who[0];
}

static int first_come(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;
	return a->since != b->since ? (a->since < b->since ? -1 : 1) : strcmp(a->file, b->file);
}

/* A name with a dot in front is not yet one, or its maker died before it was. */
static void read_folder(struct busy *b)
{
	struct arena a = {0};
	DIR *d = opendir(b->folder);
	b->n = 0;
	for (struct dirent *f; d && (f = readdir(d)) && b->n < BUSY_MAX;) {
		const char *name = f->d_name;
		bool half = name[0] == '.';
		if (strlen(name) != (size_t)NAME_LEN + half || (b->fd >= 0 && !strcmp(name, b->own.file)))
			continue;
		if (read_mark(b->folder, name, &a, &b->marks[b->n]) && !half)
			b->n++;
	}
	if (d)
		closedir(d);
	qsort(b->marks, b->n, sizeof *b->marks, first_come);
	arena_free(&a);
}

void busy_look(struct busy *b)
{
	struct stat st;
	bool there = !stat(b->folder, &st);
	b->now = time_of(b);
	if (!there) {
		b->n = 0;
		return;
	}
	bool moved = st.st_mtim.tv_sec != b->moved.tv_sec || st.st_mtim.tv_nsec != b->moved.tv_nsec;
	if (!moved && !b->fresh && b->now - b->swept < BUSY_SWEEP)
		return;
	struct desk real = {0}; /* the folder's time is the system's, whatever day the desk plays */
	b->fresh = desk_now(&real) - st.st_mtim.tv_sec <= 1;
	read_folder(b);
	b->moved = st.st_mtim;
	b->swept = b->now;
}

/* 10:32; the day before it where that is not today. */
static const char *clock_time(int64_t since, int64_t now, struct arena *a)
{
	char at[INSTANT_LEN], today[INSTANT_LEN]; /* 2026-03-09 09:02:03 */
	instant_local(since, at);
	instant_local(now, today);
	return !strncmp(at, today, 10) ? arena_strndup(a, at + 11, 5) : arena_strndup(a, at + 5, 11);
}

const char *busy_by(const struct busy *b, const char *noun, int64_t id, struct arena *a)
{
	const struct mark *first = NULL;
	size_t more = 0;
	for (size_t i = 0; i < b->n; i++) {
		const struct mark *m = &b->marks[i];
		if (m->id != id || strcmp(m->noun, noun) || b->now - m->seen >= BUSY_LIMIT)
			continue;
		more += first != NULL;
		first = first ? first : m;
	}
	if (!first)
		return NULL;
	const char *since = clock_time(first->since, b->now, a);
	return more ? arena_printf(a, _("%s %s 起在办，另有 %zu 人"), first->who, since, more) : arena_printf(a, _("%s %s 起在办"), first->who, since);
}
