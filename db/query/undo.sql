-- Taking a step back: what its audit line says it changed. A row it inserted is voided; a row it filled in gets its old values back.

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
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='matter' AND row_id=:id)
UPDATE matter SET
	state=CASE WHEN 'state' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='state') ELSE state END,
	outcome=CASE WHEN 'outcome' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='outcome') ELSE outcome END,
	closed_on=CASE WHEN 'closed_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='closed_on') ELSE closed_on END,
	received=CASE WHEN 'received' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='received') ELSE received END,
	ruleset=CASE WHEN 'ruleset' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='ruleset') ELSE ruleset END,
	exclusion=CASE WHEN 'exclusion' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='exclusion') ELSE exclusion END,
	confirmed=CASE WHEN 'confirmed' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='confirmed') ELSE confirmed END,
	confirmed_with=CASE WHEN 'confirmed_with' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='confirmed_with') ELSE confirmed_with END,
	confirmed_by=CASE WHEN 'confirmed_by' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='confirmed_by') ELSE confirmed_by END,
	before_void=CASE WHEN 'before_void' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='before_void') ELSE before_void END,
	void_reason=CASE WHEN 'void_reason' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='void_reason') ELSE void_reason END,
	archive_number=CASE WHEN 'archive_number' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='archive_number') ELSE archive_number END,
	retention=CASE WHEN 'retention' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='retention') ELSE retention END,
	parent_id=CASE WHEN 'parent_id' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='parent_id') ELSE parent_id END,
	unit_id=CASE WHEN 'unit_id' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='unit_id') ELSE unit_id END,
	version=version+1 WHERE id=:id;

-- name: undo_correction_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='correction' AND row_id=:id)
UPDATE correction SET
	transferred_to=CASE WHEN 'transferred_to' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='transferred_to') ELSE transferred_to END,
	transferred_on=CASE WHEN 'transferred_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='transferred_on') ELSE transferred_on END,
	identity_checked_on=CASE WHEN 'identity_checked_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='identity_checked_on') ELSE identity_checked_on END,
	identity_checked_by=CASE WHEN 'identity_checked_by' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='identity_checked_by') ELSE identity_checked_by END,
	version=version+1 WHERE matter_id=:id;

-- name: undo_request_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='request' AND row_id=:id)
UPDATE request SET
	identity_checked_on=CASE WHEN 'identity_checked_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='identity_checked_on') ELSE identity_checked_on END,
	identity_checked_by=CASE WHEN 'identity_checked_by' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='identity_checked_by') ELSE identity_checked_by END,
	version=version+1 WHERE matter_id=:id;

-- name: undo_consultation_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='consultation' AND row_id=:id)
UPDATE consultation SET
	reached=CASE WHEN 'reached' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='reached') ELSE reached END,
	answered=CASE WHEN 'answered' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='answered') ELSE answered END,
	answer=CASE WHEN 'answer' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='answer') ELSE answer END,
	reasons=CASE WHEN 'reasons' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='reasons') ELSE reasons END,
	version=version+1 WHERE id=:id;

-- name: undo_task_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='task' AND row_id=:id)
UPDATE task SET
	replied_on=CASE WHEN 'replied_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='replied_on') ELSE replied_on END,
	reply=CASE WHEN 'reply' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='reply') ELSE reply END,
	version=version+1 WHERE id=:id;

-- name: undo_fee_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='fee' AND row_id=:id)
UPDATE fee SET
	paid_on=CASE WHEN 'paid_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='paid_on') ELSE paid_on END,
	reached=CASE WHEN 'reached' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='reached') ELSE reached END,
	waived=CASE WHEN 'waived' IN(SELECT field FROM was) THEN (SELECT CAST(old AS INTEGER) FROM was WHERE field='waived') ELSE waived END,
	hardship=CASE WHEN 'hardship' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='hardship') ELSE hardship END,
	waive_reason=CASE WHEN 'waive_reason' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waive_reason') ELSE waive_reason END,
	waive_applied=CASE WHEN 'waive_applied' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waive_applied') ELSE waive_applied END,
	waived_by=CASE WHEN 'waived_by' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waived_by') ELSE waived_by END,
	waive_approved=CASE WHEN 'waive_approved' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waive_approved') ELSE waive_approved END,
	waive_ref=CASE WHEN 'waive_ref' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waive_ref') ELSE waive_ref END,
	waived_on=CASE WHEN 'waived_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='waived_on') ELSE waived_on END,
	version=version+1 WHERE id=:id;

-- name: undo_decision_filled
WITH was AS (SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='decision' AND row_id=:id)
UPDATE decision SET
	superseded_on=CASE WHEN 'superseded_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='superseded_on') ELSE superseded_on END,
	confirmed_by=CASE WHEN 'confirmed_by' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='confirmed_by') ELSE confirmed_by END,
	confirmed_on=CASE WHEN 'confirmed_on' IN(SELECT field FROM was) THEN (SELECT old FROM was WHERE field='confirmed_on') ELSE confirmed_on END,
	version=version+1 WHERE id=:id;

-- name: undo_joint_review
UPDATE joint_review SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

