-- Taking a step back: what its audit line says it changed.

-- name: undo_last
SELECT seq,verb FROM audit WHERE subject=:kind AND subject_id=:id AND outcome='done' ORDER BY seq DESC LIMIT 1;

-- name: undo_rows
SELECT tbl,row_id,version FROM audit_row WHERE seq=:seq;

-- name: undo_values
SELECT field,old FROM audit_value WHERE seq=:seq AND tbl='matter' AND row_id=:row_id;

-- name: undo_event
UPDATE event SET voided_on=:on,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: undo_consultation
UPDATE consultation SET voided_on=:on,version=version+1 WHERE id=:id;

-- A row is undone in the order it was filled in: the answer before the receipt.
-- name: undo_consultation_answer
UPDATE consultation SET reached=CASE WHEN answered IS NULL AND :on IS NOT NULL THEN NULL ELSE reached END,answered=NULL,answer=NULL,reasons=NULL,
	version=version+1 WHERE id=:id;

-- name: undo_task
UPDATE task SET voided_on=:on,version=version+1 WHERE id=:id;

-- name: undo_task_reply
UPDATE task SET replied_on=NULL,reply=NULL,version=version+1 WHERE id=:id AND :on IS NOT NULL;

-- name: undo_fee
UPDATE fee SET voided_on=:on,version=version+1 WHERE id=:id;

-- name: undo_fee_payment
UPDATE fee SET paid_on=NULL,version=version+1 WHERE id=:id AND :on IS NOT NULL;

-- name: undo_decision
UPDATE decision SET superseded_on=:on,version=version+1 WHERE id=:id;
