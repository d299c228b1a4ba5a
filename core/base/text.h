/* text.h — UTF-8 text, measured in cells.
 *
 * A cell is one column of a terminal: Latin 1, Hanzi 2, combining marks 0. Columns are never counted in bytes or
 * characters. Width lives in one place, cell_width(), from a table generated out of EastAsianWidth.txt; the characters of
 * ambiguous width (① □ √ “ ” — …) are narrow unless the terminal's probe said wide (tui/term calls width_set_ambiguous,
 * the only state in this folder, because wcwidth() — which ncurses calls — has no argument to carry it).
 *
 * Text inside the program is valid UTF-8, NFC, without NUL and without control characters other than \n and \t. What comes
 * from outside passes text_clean() first. An applicant's own words are kept byte for byte once they passed text_valid(). */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

/* Decodes one character of s (n bytes left, n > 0); returns bytes used (≥ 1). An invalid byte gives U+FFFD and 1. */
size_t utf8_next(const char *s, size_t n, uint32_t *cp);
/* Encodes cp into out (no NUL); returns 1..4. */
size_t utf8_put(char out[4], uint32_t cp);
/* Bytes before `at` that start the character ending there; 0 at the start. */
size_t utf8_back(const char *s, size_t at);

bool utf8_valid(const char *s, size_t n);
/* As strncpy should have been: NUL-terminated, cut at a character's end. */
void utf8_copy(char *to, size_t size, const char *s);

/* Valid UTF-8 without NUL, and no other control characters than \n \t \r. */
bool text_valid(const char *s, size_t n);
/* These accept NULL as "", and U+FFFD stands for a byte that is not UTF-8.
 * NFC; control characters (\r included), bidirectional and zero-width controls dropped; Kangxi radicals and CJK radical
 * supplements folded to their Hanzi (damage of PDF text); \t kept; \n kept only if `lines`, else it joins: Hanzi without
 * a gap, words with a space. */
char *text_clean(struct arena *a, const char *s, bool lines);
/* Leading and trailing white space, U+3000 included, cut off. */
char *text_trim(struct arena *a, const char *s);

int cell_width(uint32_t cp);
void width_set_ambiguous(int cells); /* 1 or 2 */
int width_ambiguous(void);
/* Cells of a whole string; a control character counts 1 (it is painted as ?). */
int text_cells(const char *s);
/* Bytes of the longest prefix that fits into `cells`; *used its width. Never cuts a character or its combining marks. */
size_t text_clip(const char *s, int cells, int *used);
/* Clipped with `..` when too long, padded with spaces to exactly `cells`. */
char *text_fit(struct arena *a, const char *s, int cells);

/* Full-width ASCII → ASCII, U+3000 → space, Chinese punctuation used in keys and dates (。，－／：；（） → ASCII, 〔〕【】 → [], dashes → -). For
 * commands, codes, dates and numbers; never applied to text a person wrote. */
char *text_fold(struct arena *a, const char *s);
/* The comparison form: NFC, folded, lower case, all white space and punctuation removed. For duplicates and search. */
char *text_key(struct arena *a, const char *s);
/* Share of common character pairs (Dice) of two text_key()s, 0..1000 per mille; 0 when both are empty. */
int text_similar(const char *key1, const char *key2);
/* Marks by which like texts find each other in an index: two text_key()s with a text_similar() of 800 share one of them in 996 cases of
 * 1,000, with 900 in all but a few of 100 million; equal texts share all. `salt` keeps the marks of different tables apart. */
enum { TEXT_MARKS = 16 };
void text_marks(const char *key, uint64_t salt, int64_t out[TEXT_MARKS]);
bool is_hanzi(uint32_t cp);
bool text_is_blank(const char *s); /* NULL, empty or white space only */

#endif
