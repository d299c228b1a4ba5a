/* hash.h — SHA-256, the only digest of the desk: audit chain, row digests, frozen letters, stored evidence.
 *
 * The incremental form hashes named values as `name=length:value;`, so that no two different sets of values give the same
 * bytes. A NULL value adds nothing: a column added later and still empty leaves old digests as they were. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

enum { HASH_LEN = 32, HASH_HEX = 65 };

struct hash {
	uint64_t state[13];
};

void hash_bytes(const void *data, size_t n, unsigned char out[HASH_LEN]);

void hash_start(struct hash *h);
void hash_add(struct hash *h, const void *data, size_t n);
/* `name` holds neither = nor ; and callers keep one order of names. */
void hash_field(struct hash *h, const char *name, const char *value);
void hash_field_bytes(struct hash *h, const char *name, const void *value, size_t n);
void hash_field_int(struct hash *h, const char *name, int64_t value);
void hash_end(struct hash *h, unsigned char out[HASH_LEN]);

/* Lower case, NUL-terminated. Returns buf. */
char *hash_hex(const unsigned char hash[HASH_LEN], char buf[HASH_HEX]);
/* Exactly 64 hexadecimal digits, either case. */
bool hash_parse(const char *hex, unsigned char out[HASH_LEN]);

#endif
