#include "office/verb.h"

/* Each noun's table; its owner adds one declaration and one line. */
extern const struct verb *const catalogue_verbs[];
extern const struct verb *const directory_verbs[];
extern const struct verb *const handover_verbs[];
extern const struct verb *const info_verbs[];
extern const struct verb *const office_verbs[];
extern const struct verb *const calendar_verbs[];
extern const struct verb *const setting_verbs[];
extern const struct verb *const operator_verbs[];
extern const struct verb *const request_verbs[];
extern const struct verb *const step_verbs[];
extern const struct verb *const correction_verbs[];
extern const struct verb *const appeal_verbs[];
extern const struct verb *const correction_step_verbs[];
extern const struct verb *const letter_verbs[];
extern const struct verb *const casefile_verbs[];
extern const struct verb *const letter_print_verbs[];
extern const struct verb *const letter_seal_verbs[];
extern const struct verb *const register_verbs[];
extern const struct verb *const register_entry_verbs[];
extern const struct verb *const template_verbs[];

const struct verb *const *const verb_tables[] = {
	office_verbs,
	calendar_verbs,
	catalogue_verbs,
	directory_verbs,
	handover_verbs,
	info_verbs,
	setting_verbs,
	operator_verbs,
	request_verbs,
	step_verbs,
	correction_verbs,
	correction_step_verbs,
	appeal_verbs,
	letter_verbs,
	casefile_verbs,
	letter_print_verbs,
	letter_seal_verbs,
	template_verbs,
	register_verbs,
	register_entry_verbs,
	NULL,
};
