/* identity.h — what a typed identity number or telephone number tells, and its form for comparing.
 *
 * A doubt is a warning, never a wall (the desk takes the application as it came; 条例 29 asks for proof of identity, not for a
 * number that pleases a program). A doubt is one line of Chinese in the arena or static, NULL = nothing to say. */
#ifndef OFFICE_IDENTITY_H
#define OFFICE_IDENTITY_H

#include "base/arena.h"
#include "base/day.h"

/* `kind` is a code of id_kinds (office/party.h): id_card: length, area, birthday not after `today`, check digit (GB 11643);
 * uscc: alphabet and check character (GB 32100); passports and travel permits: their shape. Other kinds are not checked. */
const char *identity_doubt(const char *kind, const char *number, daynum today, struct arena *a);
/* Mobile, land line with or without area code, 400/800, five-digit service numbers; an extension is allowed. */
const char *phone_doubt(const char *phone, struct arena *a);
/* Something, an at sign, a host with a dot. */
const char *email_doubt(const char *email, struct arena *a);
/* Six digits. */
const char *postcode_doubt(const char *postcode, struct arena *a);

/* Comparison forms; NULL where the text holds nothing to compare. A 15-digit card equals its 18-digit successor; +86, spaces,
 * hyphens and an extension do not distinguish telephones. */
const char *identity_key(const char *number, struct arena *a);
const char *phone_key(const char *phone, struct arena *a);

#endif
