/* request_views.h — the views of the list of requests: what a clerk chooses by F4, what a saved filter names, what `request list` shows. */
#ifndef OFFICE_REQUEST_VIEWS_H
#define OFFICE_REQUEST_VIEWS_H

#include "office/request.h"

enum request_view_kind { REQUEST_VIEW_ALL, REQUEST_VIEW_OPEN, REQUEST_VIEW_STATE, REQUEST_VIEW_QUEUE };

/* Codes and labels in their order; the first is everything. */
extern const struct choice request_views[];

struct request_view_of {
	enum request_view_kind kind;
	const char *state;         /* REQUEST_VIEW_STATE */
	bool mine;                 /* only what the operator handles */
	enum request_queue queue;  /* REQUEST_VIEW_QUEUE: a short list, in the order of its dates */
};
/* False: no such view. */
bool request_view_find(const char *code, struct request_view_of *out);
/* All rows of a view that hold the words (request.h: a screen's filter line). An unknown view is the first one. */
bool request_view_list(struct office *o, const char *code, const char *words, int64_t limit, struct arena *a, struct request_row **out, size_t *n,
	struct err *e) CHECKED;

#endif
