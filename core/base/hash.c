#include "base/hash.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

_Static_assert(sizeof(struct hash) >= sizeof(crypto_hash_sha256_state), "the state fits");
_Static_assert(_Alignof(struct hash) >= _Alignof(crypto_hash_sha256_state), "the state is aligned");
_Static_assert(HASH_LEN == crypto_hash_sha256_BYTES, "one length");

void hash_bytes(const void *data, size_t n, unsigned char out[HASH_LEN])
{
	crypto_hash_sha256(out, data, n);
}

void hash_start(struct hash *h)
{
	crypto_hash_sha256_init((crypto_hash_sha256_state *)(void *)h);
}

void hash_add(struct hash *h, const void *data, size_t n)
{
	crypto_hash_sha256_update((crypto_hash_sha256_state *)(void *)h, data, n);
}

void hash_field_bytes(struct hash *h, const char *name, const void *value, size_t n)
{
	char lead[32];
	BUG_ON(strpbrk(name, "=;") != NULL);
	hash_add(h, name, strlen(name));
	hash_add(h, lead, (size_t)snprintf(lead, sizeof lead, "=%zu:", n));
	hash_add(h, value, n);
	hash_add(h, ";", 1);
}

void hash_field(struct hash *h, const char *name, const char *value)
{
	if (value)
		hash_field_bytes(h, name, value, strlen(value));
}

void hash_field_int(struct hash *h, const char *name, int64_t value)
{
	char digits[24];
	snprintf(digits, sizeof digits, "%" PRId64, value);
	hash_field(h, name, digits);
}

void hash_end(struct hash *h, unsigned char out[HASH_LEN])
{
	crypto_hash_sha256_final((crypto_hash_sha256_state *)(void *)h, out);
}

char *hash_hex(const unsigned char hash[HASH_LEN], char buf[HASH_HEX])
{
	return sodium_bin2hex(buf, HASH_HEX, hash, HASH_LEN);
}

bool hash_parse(const char *hex, unsigned char out[HASH_LEN])
{
	size_t len;
	return hex && strlen(hex) == HASH_HEX - 1 && !sodium_hex2bin(out, HASH_LEN, hex, HASH_HEX - 1, NULL, &len, NULL) &&
		len == HASH_LEN;
}
