/* letter_trial.h — `gwgk letter check` of the templates: each that a step of the procedure can reach, filled from twenty hostile cases and
 * from every option of its choices, must give whole pages; a step whose letter has no template is a fault. Pure: no office file. */
#ifndef OFFICE_LETTER_TRIAL_H
#define OFFICE_LETTER_TRIAL_H

#include "office/letter.h"

struct letter_faults {
	size_t n, cap;
	struct letter_fault *rows; /* number: kind-family */
};

/* The first fault of each template. */
void letter_trial(const struct letter_kinds *kinds, struct arena *a, struct letter_faults *out);

#endif
