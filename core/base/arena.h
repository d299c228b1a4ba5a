/* arena.h — memory with a lifetime instead of an owner.
 *
 * There is one arena per event (reset after each app_feed), per load (reset at reload), per screen, per command, per
 * test. What is allocated lives until the arena is reset or freed; nothing is freed by itself. State that outlives a load
 * keeps ids, never pointers into the load. Allocation never fails: out of memory is a BUG(). Memory is zeroed.
 * Under AddressSanitizer each allocation is its own malloc block, so overflows and use after reset are found. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include "base/err.h"

struct arena {
	struct arena_block *head;
	size_t block_size; /* bytes; 0 = the default of 8 KiB */
};

/* A zeroed struct arena is an empty arena. */
void *arena_alloc(struct arena *a, size_t size) __attribute__((returns_nonnull, malloc, warn_unused_result));
char *arena_strdup(struct arena *a, const char *s) __attribute__((nonnull(1, 2)));
char *arena_strndup(struct arena *a, const char *s, size_t n);
void *arena_memdup(struct arena *a, const void *p, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) PRINTF(2, 0);
/* Room for one more element at rows[n]: `rows` itself, or a copy twice as long. *cap starts at 0. */
void *arena_grow(struct arena *a, void *rows, size_t n, size_t *cap, size_t size) CHECKED;
/* The same without a *cap, for rows that are only ever added to: n itself says when the room is used up. */
void *arena_more(struct arena *a, void *rows, size_t n, size_t size) CHECKED;
/* Forgets everything but keeps one block for reuse. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

#endif
