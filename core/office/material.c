#include "office/material.h"

#include <stdlib.h>

#include "base/folder.h"
#include "base/hash.h"
#include "base/text.h"
#include "office/place.h"
#include "office/steps.h"

bool material_measure(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	unsigned char hash[HASH_LEN];
	char hex[HASH_HEX];
	struct err why = {0};
	if (text_is_blank(a->file)) {
		a->file = a->sha256 = NULL;
		return true;
	}
	if (!(a->file = place_in(call->office, a->file, call->arena, e)))
		return false;
	if (!file_hash(a->file, hash, &a->size, &why))
		return err_field(e, "file", _("没有文件“%s”，或者读不了：%s"), a->file, why.text);
	char *whole = realpath(a->file, NULL); /* found again from any folder */
	if (whole)
		a->file = arena_strdup(call->arena, whole);
	free(whole);
	a->sha256 = arena_strdup(call->arena, hash_hex(hash, hex));
	return true;
}
