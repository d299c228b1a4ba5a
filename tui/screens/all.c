/* Every screen of the desk, in the order of its menu: by code. A new screen adds a line here and a file beside it. */
#include "tui/screen.h"

extern const struct screen_type desk_screen, agenda_screen, wizard_screen;
extern const struct screen_type request_entry_screen, requests_screen, request_screen, request_import_screen, letter_screen, letters_screen;
extern const struct screen_type corrections_screen, correction_screen, correction_entry_screen, appeals_screen, appeal_screen, appeal_entry_screen;
extern const struct screen_type infos_screen, info_screen, info_entry_screen, catalogue_screen, item_screen;
extern const struct screen_type who_screen, search_screen, units_screen, persons_screen, bodies_screen, registers_screen, register_screen;
extern const struct screen_type calendar_screen, due_screen, ledger_screen, audit_screen, drafts_screen;
extern const struct screen_type settings_screen, operators_screen, printers_screen, sheets_screen;

const struct screen_type *const screen_types[] = {
	&desk_screen,
	&request_entry_screen,
	&requests_screen,
	&request_screen,
	&letter_screen,
	&letters_screen,
	&request_import_screen,
	&corrections_screen,
	&correction_entry_screen,
	&correction_screen,
	&infos_screen,
	&info_entry_screen,
	&info_screen,
	&appeals_screen,
	&appeal_entry_screen,
	&appeal_screen,
	&catalogue_screen,
	&item_screen,
	&who_screen,
	&search_screen,
	&units_screen,
	&persons_screen,
	&bodies_screen,
	&registers_screen,
	&register_screen,
	&calendar_screen,
	&due_screen,
	&ledger_screen,
	&wizard_screen,
	&audit_screen,
	&agenda_screen,
	&drafts_screen,
	&settings_screen,
	&operators_screen,
	&printers_screen,
	&sheets_screen,
	NULL,
};
