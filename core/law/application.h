/* application.h — what an application must hold beside name and description: 条例29(二) an identity document, a way to reach the applicant,
 * the form and route asked for; 条例(2008)20 the same without a document. What is missing is asked for, never a reason not to register. */
#ifndef LAW_APPLICATION_H
#define LAW_APPLICATION_H

#include <stdbool.h>

enum application_part { APPLICATION_IDENTITY = 1, APPLICATION_CONTACT = 2, APPLICATION_FORM = 4, APPLICATION_ROUTE = 8 };
/* A set of parts; ruleset NULL: today's. */
unsigned application_wants(const char *ruleset);

/* 关务公开规定20: under the old law whoever asks for what concerns itself shows who it is, when it asks or when it is handed over. `purpose`
 * is the form's 查验自身信息 ("own"), or says so in words. Since 2019 the document comes with the application. */
bool application_identity_at_supply(const char *ruleset, const char *purpose);

#endif
