/* folder.h — what is exported: a folder or a file that appears whole, under a name that was free, or not at all.
 *
 * It is made under a name of its own beside the one wanted (folder 0700, files 0600), synced, and renamed without replacing anything. Until
 * then folder_discard() takes every trace away; a process that is killed leaves only the name with the random end. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/hash.h"

struct folder {
	const char *path, *tmp; /* as wanted; as it is being made */
	struct arena *arena;
	size_t n, cap;
	const char **files;     /* made so far, inside tmp */
};

/* ERR_RULE when the name is taken, ERR_MISSING when its parent is not there. */
bool folder_begin(const char *path, struct arena *a, struct folder *out, struct err *e) CHECKED;
/* `name` has no slash and is new. */
bool folder_write(struct folder *f, const char *name, const void *bytes, size_t n, struct err *e) CHECKED;
/* Copies a regular file piece by piece and says what was copied. */
bool folder_copy(struct folder *f, const char *name, const char *from, unsigned char hash[HASH_LEN], int64_t *size, struct err *e) CHECKED;
bool folder_publish(struct folder *f, struct err *e) CHECKED;
void folder_discard(struct folder *f);

/* The same for one file: written under *tmp (from the arena); then published or discarded. */
bool file_stage(const char *path, const void *bytes, size_t n, struct arena *a, const char **tmp, struct err *e) CHECKED;
bool file_publish(const char *tmp, const char *path, struct err *e) CHECKED;
void file_discard(const char *tmp);

/* Hash and size of a regular file, read piece by piece. */
bool file_hash(const char *path, unsigned char hash[HASH_LEN], int64_t *size, struct err *e) CHECKED;

#endif
