/* reminders.h — the office's ladder of reminders: the setting `reminders`, as of today. */
#ifndef OFFICE_REMINDERS_H
#define OFFICE_REMINDERS_H

#include "law/reminder.h"
#include "office/office.h"

struct reminders reminders_of(struct office *o);

#endif
