#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
enum { DEFAULT_BLOCK = 1 };
#else
enum { DEFAULT_BLOCK = 8192 };
#endif

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	alignas(max_align_t) unsigned char data[];
};

static struct arena_block *block_new(size_t size)
{
	struct arena_block *b = malloc(sizeof *b + size);
	if (!b)
		BUG("out of memory (%zu bytes)", size);
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	if (size > SIZE_MAX / 2)
		BUG("allocation of %zu bytes", size);
	size_t need = (size + align - 1) / align * align;
	if (!need)
		need = align;
	if (DEFAULT_BLOCK == 1)
		need = size ? size : 1;
	struct arena_block *b = a->head;
	if (!b || b->size - b->used < need) {
		size_t block = a->block_size ? a->block_size : DEFAULT_BLOCK;
		struct arena_block *fresh = block_new(need > block ? need : block);
		if (DEFAULT_BLOCK != 1 && b && need > block) { /* a big one does not end the current block */
			fresh->next = b->next;
			b->next = fresh;
		} else {
			fresh->next = b;
			a->head = fresh;
		}
		b = fresh;
	}
	void *p = b->data + b->used;
	b->used += need;
	return memset(p, 0, size);
}

void *arena_memdup(struct arena *a, const void *p, size_t n)
{
	void *copy = arena_alloc(a, n);
	if (n)
		memcpy(copy, p, n);
	return copy;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = arena_alloc(a, len + 1);
	memcpy(copy, s, len);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_memdup(a, s, strlen(s) + 1);
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		BUG("bad format %s", fmt);
	char *s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	return s;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

void *arena_grow(struct arena *a, void *rows, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return rows;
	*cap = *cap ? *cap * 2 : 16;
	void *more = arena_alloc(a, *cap * size);
	if (n)
		memcpy(more, rows, n * size);
	return more;
}

void *arena_more(struct arena *a, void *rows, size_t n, size_t size)
{
	size_t cap = n && (n < 16 || (n & (n - 1))) ? n + 1 : n;
	return arena_grow(a, rows, n, &cap, size);
}

void arena_free(struct arena *a)
{
	while (a->head) {
		struct arena_block *next = a->head->next;
		free(a->head);
		a->head = next;
	}
}

void arena_reset(struct arena *a)
{
	struct arena_block *keep = a->head;
	if (DEFAULT_BLOCK == 1 || !keep || keep->size > 1 << 16) {
		arena_free(a);
		return;
	}
	struct arena rest = {.head = keep->next};
	arena_free(&rest);
	keep->next = NULL;
	keep->used = 0;
}
