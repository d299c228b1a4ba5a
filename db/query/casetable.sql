-- What a case holds in several rows, for its papers (core/office/case_table.c): the columns are named as in the templates.

-- name: casetable_events
SELECT e.kind,e.day,e.days,e.until,p.name AS party,e.note,e.approved_by,e.approved_on,e.approval_ref
FROM event e LEFT JOIN party p ON p.id=e.party_id WHERE e.matter_id=:id AND e.voided_on IS NULL ORDER BY e.day,e.ordinal;

-- name: casetable_clarifications
SELECT e.kind,e.day,e.until,e.note FROM event e
WHERE e.matter_id=:id AND e.voided_on IS NULL AND e.kind IN('clarify_sent','clarified','lapsed') ORDER BY e.day,e.ordinal;

-- name: casetable_consultations
SELECT c.kind,p.name AS party,c.sent,c.reached,c.answered,c.answer,c.reasons
FROM consultation c JOIN party p ON p.id=c.party_id WHERE c.matter_id=:id AND c.voided_on IS NULL ORDER BY c.id;

-- name: casetable_tasks
SELECT u.name AS unit,t.ask,t.assigned_on,t.until,t.replied_on,t.reply
FROM task t JOIN unit u ON u.id=t.unit_id WHERE t.matter_id=:id AND t.voided_on IS NULL ORDER BY t.id;

-- name: casetable_searches
SELECT place,words,searched_by,searched_on,result FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- The decision and every step that somebody had to agree to.
-- name: casetable_approvals
SELECT 'decision' AS what,outcome AS detail,approved_by,approved_on,approval_ref,decided_on AS day,reasons,id FROM decision
WHERE matter_id=:id AND approved_by IS NOT NULL
UNION ALL
SELECT kind,CAST(days AS TEXT),approved_by,approved_on,approval_ref,day,note,id FROM event
WHERE matter_id=:id AND voided_on IS NULL AND approved_by IS NOT NULL ORDER BY day,id;

-- name: casetable_decisions
SELECT outcome,ground,reasons,body,decided_on,approved_by,superseded_on FROM decision WHERE matter_id=:id ORDER BY id;

-- name: casetable_fees
SELECT basis,quantity,amount,notified,paid_on FROM fee WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casetable_deliveries
SELECT l.number AS letter,v.method,v.sent_on,v.carrier,v.waybill,v.signer,v.server,v.served_on
FROM delivery v LEFT JOIN letter l ON l.id=v.letter_id WHERE v.matter_id=:id AND v.voided_on IS NULL ORDER BY v.id;

-- name: casetable_prints
SELECT l.number AS letter,p.at,p.target,coalesce(p.mark,'') AS mark,p.pages,p.state
FROM letter l JOIN print p ON p.letter_id=l.id WHERE l.matter_id=:id ORDER BY p.id;

-- name: casetable_copies
SELECT filed_on FROM file_copy WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casetable_appeals
SELECT number,kind,body,file_number AS case_number,received,evidence_due,answered_on,result,result_on,note FROM appeal WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- name: casetable_joint_reviews
SELECT held_on,units,opinion,reported_to,reported_on,report_ref FROM joint_review WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- What stands in the registers written by hand about this case: complaints, calls, envelopes; one that was voided too, for its number is gone.
-- name: casetable_entries
SELECT number,register,kind,day,name,content,handling,result,replied_on,closed_on,voided_on FROM register_entry WHERE matter_id=:id ORDER BY day,id;

-- name: casetable_materials
SELECT kind,title,pages,original,place,file,lower(hex(sha256)) AS sha256,size,added_on FROM material WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;

-- Everything the log has of a case, its letters, its appeals and its entries in registers, as it was written.
-- name: casetable_audit
SELECT a.seq,a.at,a.as_of,coalesce(o.name,'') AS operator,a.verb,a.verb AS action,a.outcome,a.result,lower(hex(a.hash)) AS hash,
	substr(lower(hex(a.hash)),1,16) AS short
FROM audit a LEFT JOIN operator o ON o.id=a.operator_id
WHERE (a.subject IN('request','correction') AND a.subject_id=:id)
	OR (a.subject='letter' AND a.subject_id IN(SELECT id FROM letter WHERE matter_id=:id))
	OR (a.subject='appeal' AND a.subject_id IN(SELECT id FROM appeal WHERE matter_id=:id))
	OR (a.subject='register_entry' AND a.subject_id IN(SELECT id FROM register_entry WHERE matter_id=:id))
ORDER BY a.seq;

-- Who may sign in that role.
-- name: casetable_role
SELECT p.name FROM operator_role r JOIN operator p ON p.id=r.operator_id
WHERE r.role=:role AND r.active=1 AND p.disabled_on IS NULL ORDER BY p.id;

-- name: casetable_handler
SELECT name FROM operator WHERE id=:id;

-- Letters in the order of their dates, with the frozen text whose pages are counted.
-- name: casetable_letters
SELECT id,printf('L%04d-%04d',year,serial) AS ref,number,kind,letter_date,status,revoked_on,revoke_reason,doc,lower(hex(sha256)) AS sha256
FROM letter WHERE matter_id=:id ORDER BY letter_date,id;
