#include "tests/test.h"

#include <string.h>
#include "base/hash.h"

static const char *hex_of(const void *data, size_t n)
{
	static char hex[HASH_HEX];
	unsigned char h[HASH_LEN];
	hash_bytes(data, n, h);
	return hash_hex(h, hex);
}

TEST(sha256_gives_the_published_values)
{
	assert_string_equal(hex_of("", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_string_equal(hex_of("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(named_values_are_hashed_without_ambiguity)
{
	struct hash h;
	unsigned char x[HASH_LEN], y[HASH_LEN];
	hash_start(&h);
	hash_field(&h, "name", "王");
	hash_field(&h, "later", NULL);
	hash_field_int(&h, "n", -5);
	hash_end(&h, x);
	const char *flat = "name=3:王;n=2:-5;";
	hash_bytes(flat, strlen(flat), y);
	assert_memory_equal(x, y, HASH_LEN);
	hash_start(&h);
	hash_field(&h, "name", "王;n=2:-5");
	hash_end(&h, y);
	assert_memory_not_equal(x, y, HASH_LEN);
}

TEST(a_digest_is_read_back_from_hexadecimal)
{
	unsigned char h[HASH_LEN], back[HASH_LEN];
	char hex[HASH_HEX];
	hash_bytes("x", 1, h);
	assert_true(hash_parse(hash_hex(h, hex), back));
	assert_memory_equal(h, back, HASH_LEN);
	hex[3] = 'g';
	assert_false(hash_parse(hex, back));
	assert_false(hash_parse("ab", back));
	assert_false(hash_parse(NULL, back));
}
