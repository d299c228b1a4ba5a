-- Taking a step back: what its audit line says it changed. A row it inserted is voided; a row it filled in gets its old values back.

-- A column of that row: as it was before the audit line changed it, or else as it is.
-- part: was
$=CASE WHEN '$' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='$') ELSE $ END

-- part: filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='$' AND row_id=:id)
UPDATE $ SET

-- name: undo_rows
SELECT tbl,row_id,version FROM audit_row WHERE seq=:seq;

-- name: undo_event
UPDATE event SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_consultation
UPDATE consultation SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_task
UPDATE task SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_fee
UPDATE fee SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_material
UPDATE material SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_search_log
UPDATE search_log SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_file_copy
UPDATE file_copy SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_decision
UPDATE decision SET superseded_on=:on,version=version+1 WHERE id=:id;

-- name: undo_matter_filled
{filled matter}
	{was state}, {was outcome}, {was closed_on}, {was received}, {was ruleset}, {was exclusion}, {was confirmed},
	{was confirmed_with}, {was confirmed_by}, {was before_void}, {was void_reason}, {was archive_number},
	{was retention}, {was parent_id}, {was unit_id},
	version=version+1 WHERE id=:id;

-- name: undo_correction_filled
{filled correction}
	{was transferred_to}, {was transferred_on}, {was identity_checked_on}, {was identity_checked_by},
	version=version+1 WHERE matter_id=:id;

-- name: undo_request_filled
{filled request}
	{was identity_checked_on}, {was identity_checked_by},
	version=version+1 WHERE matter_id=:id;

-- name: undo_consultation_filled
{filled consultation}
	{was reached}, {was answered}, {was answer}, {was reasons},
	version=version+1 WHERE id=:id;

-- name: undo_task_filled
{filled task}
	{was replied_on}, {was reply},
	version=version+1 WHERE id=:id;

-- name: undo_fee_filled
{filled fee}
	{was paid_on}, {was reached},
	waived=CASE WHEN 'waived' IN(SELECT field FROM was) THEN (SELECT CAST(old AS INTEGER) FROM was WHERE field='waived') ELSE waived END,
	{was hardship}, {was waive_reason}, {was waive_applied}, {was waived_by}, {was waive_approved}, {was waive_ref},
	{was waived_on},
	version=version+1 WHERE id=:id;

-- name: undo_decision_filled
{filled decision}
	{was superseded_on}, {was confirmed_by}, {was confirmed_on},
	version=version+1 WHERE id=:id;

-- name: undo_joint_review
UPDATE joint_review SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

