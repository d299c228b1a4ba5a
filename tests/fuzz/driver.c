/* Feeds a fuzz target its seeds and ROUNDS deterministic mutations of them. driver [ROUNDS] · driver --seeds DIR writes them out. */
#include <string.h>
#include "tests/fuzz/fuzz.h"

enum { LONGEST = 4096 };

static uint64_t state = 0x9e3779b97f4a7c15u;

static size_t below(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return n ? (size_t)(state % n) : 0;
}

/* Pieces that parsers stumble over: broken and overlong UTF-8, surrogates, controls, full-width forms, quotes, long numbers. */
static const struct fuzz_seed pieces[] = {
	SEED("\xe6\x94"), SEED("\xc0\x80"), SEED("\xed\xa0\x80"), SEED("\xf4\x90\x80\x80"), SEED("\xff"), SEED("\0"), SEED("\n"),
	SEED("\r\n"), SEED("\t"), SEED("\""), SEED("\\"), SEED("，"), SEED("："), SEED("２０２６"), SEED("政"), SEED("e\xcc\x81"),
	SEED("\xe2\x80\xae"), SEED("\xef\xbb\xbf"), SEED("99999999999999999999"), SEED("-1"), SEED("{{"), SEED("}}"), SEED("|"), SEED("%s%n"),
	SEED("\x1b[2J"), SEED("\xf0\xa0\xae\xb7"),
};

static size_t insert(char *b, size_t n, size_t at, const char *from, size_t len)
{
	if (len > LONGEST - n)
		len = LONGEST - n;
	memmove(b + at + len, b + at, n - at);
	memcpy(b + at, from, len);
	return n + len;
}

static size_t mutate(char *b, size_t n, size_t nseeds)
{
	char copy[LONGEST];
	size_t at = below(n + 1), len = below(n - at + 1);
	const struct fuzz_seed *p = &pieces[below(sizeof pieces / sizeof *pieces)], *s = &fuzz_seeds[below(nseeds)];
	switch (below(6)) {
	case 0:
		if (at < n)
			b[at] = (char)(b[at] ^ (1 << below(8)));
		return n;
	case 1:
		memmove(b + at, b + at + len, n - at - len);
		return n - len;
	case 2:
		memcpy(copy, b + at, len);
		return insert(b, n, below(n + 1), copy, len);
	case 3:
		len = below(s->n + 1);
		return insert(b, n, at, s->data + (s->n - len), len);
	case 4:
		return at;
	default:
		return insert(b, n, at, p->data, p->n);
	}
}

static void run(const char *data, size_t n)
{
	uint8_t *exact = malloc(n ? n : 1); /* a block of exactly n bytes, so that a sanitizer sees one byte too far */
	if (!exact)
		abort();
	memcpy(exact, data, n);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
}

static int write_seeds(const char *dir)
{
	for (size_t i = 0; fuzz_seeds[i].data; i++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%zu", dir, i);
		FILE *f = fopen(path, "wb");
		if (!f || fwrite(fuzz_seeds[i].data, 1, fuzz_seeds[i].n, f) != fuzz_seeds[i].n || fclose(f))
			return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 3 && !strcmp(argv[1], "--seeds"))
		return write_seeds(argv[2]);
	long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 10000;
	size_t nseeds = 0;
	for (; fuzz_seeds[nseeds].data; nseeds++)
		run(fuzz_seeds[nseeds].data, fuzz_seeds[nseeds].n);
	static char b[LONGEST];
	for (long i = 0; i < rounds; i++) {
		const struct fuzz_seed *s = &fuzz_seeds[below(nseeds)];
		size_t n = s->n < LONGEST ? s->n : LONGEST;
		memcpy(b, s->data, n);
		for (size_t k = below(8) + 1; k; k--)
			n = mutate(b, n, nseeds);
		run(b, n);
	}
	printf("%zu seeds, %ld mutations\n", nseeds, rounds);
	return 0;
}
