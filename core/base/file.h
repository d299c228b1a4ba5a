/* file.h — whole files, read and written so that a cut leaves the old one or the new one. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

/* Reads a whole file, at most `limit` bytes; ERR_MISSING or ERR_SYSTEM. *out is NUL-terminated. */
bool file_read(const char *path, size_t limit, struct arena *a, char **out, size_t *len, struct err *e) CHECKED;
/* An errno about a file in the clerk's words; always false. */
bool file_error(struct err *e, const char *path, int reason);
/* tmp + fsync + rename + fsync of the folder, mode 0600: the old file or the new one, never half. What is there and is no file (a device, a pipe)
 * is written to as it is. ERR_RULE for a database or its companions (-wal, -lock): a result never replaces an office file. */
bool file_write(const char *path, const void *data, size_t len, struct err *e) CHECKED;
/* All of it, going on where a signal interrupted; false with errno. */
bool file_write_all(int fd, const void *data, size_t n) CHECKED;
/* Makes a rename inside the folder last over a power cut; false with errno. */
bool file_sync_folder(const char *path) CHECKED;
/* The same for the folder that `path` stands in. */
bool file_sync_parent(const char *path) CHECKED;

#endif
