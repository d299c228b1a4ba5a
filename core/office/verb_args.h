/* verb_args.h — one hash of what a command asks for, to tell a repeated command from another one. */
#ifndef OFFICE_VERB_ARGS_H
#define OFFICE_VERB_ARGS_H

#include "base/hash.h"
#include "office/verb.h"

/* Over the verb, the subject and every known input field; nested records and lists included. args may be NULL. */
void verb_args_hash(const struct verb *v, int64_t subject_id, const void *args, unsigned char out[HASH_LEN]);

#endif
