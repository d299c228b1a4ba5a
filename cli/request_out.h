/* request_out.h — a request as JSON and as text (the shapes of the command line contract). */
#ifndef CLI_REQUEST_OUT_H
#define CLI_REQUEST_OUT_H

#include "cli/cli.h"
#include "office/request.h"

/* Loads and prints the whole record. */
bool request_out(struct cli *c, int64_t id, struct err *e) CHECKED;
bool request_out_list(struct cli *c, const struct request_row *rows, size_t n, bool mask);
/* What the records of requests and corrections begin with, from "id" to "left", in an open object; and what they end with, which closes it. */
void matter_json_head(struct json *j, const struct matter_case *c);
bool matter_json_end(struct cli *c, struct json *j, const struct matter_case *v, struct err *e) CHECKED;
/* Of a request or a correction: where its clocks stand, its events, the ledger of its due date. */
bool matter_out_clock(struct cli *c, int64_t id, struct err *e) CHECKED;

#endif
