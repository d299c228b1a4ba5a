/* prompt.h — the contexts of the prompt screens (ask.h), for the key map. */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/action.h"

extern const struct context pick_context, line_context, text_context, confirm_context;

#endif
