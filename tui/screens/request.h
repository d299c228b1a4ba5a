/* request.h — what the screens of requests share. */
#ifndef TUI_SCREENS_REQUEST_H
#define TUI_SCREENS_REQUEST_H

#include "office/request.h"
#include "tui/app.h"

extern const struct screen_type request_screen;
/* The form that registers. */
void request_form_open(struct app *app);
/* One case in full; its continuation is nothing. */
void request_page_open(struct app *app, int64_t id);
/* request.change with what is registered filled in. */
void request_change_open(struct app *app, int64_t id);

/* The whole procedure as rows of actions[]; palette and F10 say of each why it cannot be done now. */
#define REQUEST_VERBS                                                                                                  \
	{.name = "request.confirm"}, {.name = "request.assign"}, {.name = "request.reply"}, {.name = "request.search"},            \
	{.name = "request.clarify"}, {.name = "request.clarified"}, {.name = "request.consult"}, {.name = "request.opinion"},        \
	{.name = "request.coagency"}, {.name = "request.coagency_reply"}, {.name = "request.extend"}, {.name = "request.ask_reasons"}, \
	{.name = "request.delay"}, {.name = "request.fee"}, {.name = "request.paid"}, {.name = "request.waive"}, {.name = "request.joint_review"}, {.name = "request.identity"}, {.name = "request.decide"}, {.name = "request.confirm_ground"}, \
	{.name = "request.answer_now"}, {.name = "request.deliver"}, {.name = "request.archive"},                               \
	{.name = "request.archive_override"}, {.name = "request.withdraw"}, {.name = "request.transfer"}, {.name = "request.merge"}, \
	{.name = "request.lapse"}, {.name = "request.reopen"}, {.name = "request.material"}, {.name = "request.file_copy"},         \
	{.name = "request.handover"}, {.name = "request.void"}, {.name = "request.undo"}

#endif
