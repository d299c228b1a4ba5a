-- What was done in a case beside its events: one query a kind, oldest first. Column names are the fields of office/casework.c.

-- name: casework_consultations
SELECT c.id AS row,p.name AS party,c.kind,c.sent,c.reached,c.answered,c.answer,c.reasons
FROM consultation c JOIN party p ON p.id=c.party_id WHERE c.matter_id=:id AND c.voided_on IS NULL ORDER BY c.id;

-- name: casework_tasks
SELECT t.id AS row,u.name AS unit,t.ask,t.assigned_on,t.until,t.replied_on,t.reply
FROM task t JOIN unit u ON u.id=t.unit_id WHERE t.matter_id=:id AND t.voided_on IS NULL ORDER BY t.id;

-- name: casework_searches
SELECT id AS row,place AS "where",words,searched_by AS "by",searched_on AS "on",result FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_fees
SELECT id AS row,basis,quantity,amount,search_fee,copy_fee,post_fee,waived,hardship,waive_reason,waived_by,waived_on,notified,paid_on FROM fee WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_decisions
SELECT id AS row,outcome,ground,report_row,reasons,body,decided_on,approved_by,approved_on,approval_ref,disclose_basis,disclose_reasons,
	confirmed_by,confirmed_on,number,superseded_on FROM decision WHERE matter_id=:id ORDER BY id;

-- name: casework_deliveries
SELECT d.id AS row,l.number AS letter,d.method,d.sent_on AS "on",d.carrier,d.waybill,d.signer
FROM delivery d LEFT JOIN letter l ON l.id=d.letter_id WHERE d.matter_id=:id AND d.voided_on IS NULL ORDER BY d.id;

-- name: casework_materials
SELECT id AS row,kind,title,pages,original,place,file,nullif(lower(hex(sha256)),'') AS sha256,size,added_on
FROM material WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_appeals
SELECT id AS row,number AS id,kind,body,received,evidence_due,answered_on,result,result_on FROM appeal WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_file_copies
SELECT id AS row,filed_on AS "on" FROM file_copy WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_joint_reviews
SELECT id AS row,held_on AS "on",units,opinion,reported_to,reported_on,report_ref FROM joint_review WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casework_entries
SELECT id AS row,number AS id,register,kind,day AS received,content,handling,result,closed_on FROM register_entry
WHERE matter_id=:id AND register IN('complaints','calls','mail') AND voided_on IS NULL ORDER BY id;
