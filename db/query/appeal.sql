-- 复议 and 诉讼.

-- name: appeal_insert
INSERT INTO appeal(number,year,kind,matter_id,body,file_number,procedure,received,evidence_due,answered_on,note)
VALUES(:number,:year,:kind,:matter_id,:body,:file_number,:procedure,:received,:evidence_due,:answered_on,:note);

-- name: appeal_update
UPDATE appeal SET kind=:kind,matter_id=:matter_id,body=:body,file_number=:file_number,procedure=:procedure,received=:received,
	evidence_due=:evidence_due,answered_on=:answered_on,note=:note,version=version+1 WHERE id=:id;

-- name: appeal_set_result
UPDATE appeal SET result=:result,result_on=:on,note=coalesce(:note,note),version=version+1 WHERE id=:id;

-- name: appeal_void
UPDATE appeal SET voided_on=:on,void_reason=:reason,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- Was the case opened again on this very order? Then as many were opened as there are orders.
-- name: appeal_acted_on
SELECT a.result='corrected' AND a.matter_id IS NOT NULL AND (SELECT count(*) FROM event WHERE matter_id=a.matter_id AND kind='reopened' AND voided_on IS NULL)
	>=(SELECT count(*) FROM appeal WHERE matter_id=a.matter_id AND result='corrected' AND voided_on IS NULL)
FROM appeal a WHERE a.id=:id;

-- name: appeal_redate
UPDATE appeal SET evidence_due=:due,version=version+1 WHERE id=:id;

-- name: appeal_by_number
SELECT id FROM appeal WHERE number=:number;

-- name: appeal_by_id
SELECT a.id AS row,a.number AS id,a.kind,m.number AS "case",a.matter_id,a.body,a.file_number,a.procedure,a.received,a.evidence_due,
	a.answered_on,a.result,a.result_on,a.note,a.voided_on,a.void_reason,a.version
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id WHERE a.id=:id;

-- name: appeal_list
SELECT a.id AS row FROM appeal a WHERE a.received>='' AND (:pending IS NULL OR a.result='pending' AND a.voided_on IS NULL) ORDER BY a.id DESC;
