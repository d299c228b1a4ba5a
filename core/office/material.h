/* material.h — the papers of a case. A paper is an original in a box, or a file: the file stays where it is, and its size and SHA-256 are
 * kept with its whole path, so that it can be proven to be the same. */
#ifndef OFFICE_MATERIAL_H
#define OFFICE_MATERIAL_H

#include "office/verb.h"

/* verb.before of request.material and correction.material: measures the file named in the arguments (struct step_args). ERR_INPUT names
 * the field: not there, not a file, not to be read. */
bool material_measure(struct verb_call *call, struct err *e) CHECKED;

#endif
