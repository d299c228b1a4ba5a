/* reader.h — looks into JSON that the program printed. A value is a pointer to its first character; NULL stands for none. */
#ifndef TESTS_CLI_READER_H
#define TESTS_CLI_READER_H

#include <stdbool.h>
#include <stddef.h>

const char *json_field(const char *object, const char *key);
const char *json_item(const char *array, size_t i);
/* A text, or a number as it stands, in t_arena; NULL for null and none. */
const char *json_word(const char *object, const char *key);
bool json_yes(const char *object, const char *key); /* true */

#endif
