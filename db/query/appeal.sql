-- 复议 and 诉讼.

-- name: appeal_insert
INSERT INTO appeal(number,year,kind,matter_id,body,file_number,procedure,received,evidence_due,answered_on,note)
VALUES(:number,:year,:kind,:matter_id,:body,:file_number,:procedure,:received,:evidence_due,:answered_on,:note);

-- name: appeal_update
UPDATE appeal SET kind=:kind,matter_id=:matter_id,body=:body,file_number=:file_number,procedure=:procedure,received=:received,
	evidence_due=:evidence_due,answered_on=:answered_on,note=:note,version=version+1 WHERE id=:id;

-- name: appeal_set_result
UPDATE appeal SET result=:result,result_on=:on,note=coalesce(:note,note),version=version+1 WHERE id=:id;

-- name: appeal_redate
UPDATE appeal SET evidence_due=:due,version=version+1 WHERE id=:id;

-- name: appeal_by_number
SELECT id FROM appeal WHERE number=:number;

-- name: appeal_by_id
SELECT a.id AS row,a.number AS id,a.kind,m.number AS "case",a.matter_id,a.body,a.file_number,a.procedure,a.received,a.evidence_due,
	a.answered_on,a.result,a.result_on,a.note,a.version
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id WHERE a.id=:id;

-- name: appeal_list
SELECT a.id AS row FROM appeal a WHERE a.received>='' AND (:pending IS NULL OR a.result='pending') ORDER BY a.id DESC;
