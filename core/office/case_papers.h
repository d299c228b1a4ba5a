/* case_papers.h — three tables of a case that no single query gives (office/case_table.h names the others): its letters with their pages,
 * all papers of its file in order and paged through, and who has to sign for it. */
#ifndef OFFICE_CASE_PAPERS_H
#define OFFICE_CASE_PAPERS_H

#include "office/case_table.h"

/* "letters": row ref number kind title day state pages sha256 doc */
bool case_letters(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e) CHECKED;
/* "files": no title number day pages first last original place sha256. What came in first, then all by its day. Where a paper's pages are
 * not counted, it and those behind it have no page numbers. */
bool case_files(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e) CHECKED;
/* "signers": step choice who why, in the order in which the sheet goes round: 承办人, 承办部门, 保密审查 (条例17), 办公室, 机关负责人, and, where
 * a ground of 条例16 leaves a choice, the approver once more. */
bool case_signers(struct office *o, const struct matter_case *c, struct arena *a, struct case_table *out, struct err *e) CHECKED;
#endif
