/* host.h — what the app needs of the office (struct host in app.h), made from an open one; or, without, from the law alone. */
#ifndef TUI_HOST_H
#define TUI_HOST_H

#include "tui/app.h"

/* office may be NULL. All it makes lives in the arena. */
struct host host_make(struct office *office, struct arena *a);

#endif
