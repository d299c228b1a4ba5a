-- What the steps of the procedure leave behind.

-- name: consultation_insert
INSERT INTO consultation(matter_id,party_id,kind,sent,reached) VALUES(:matter_id,:party_id,:kind,:sent,:reached);

-- The consultation of a party that waits for its answer.
-- name: consultation_open
SELECT c.id,c.sent,c.reached,c.kind,c.party_id FROM consultation c JOIN party p ON p.id=c.party_id
WHERE c.matter_id=:matter_id AND p.name_key=:name_key AND c.answered IS NULL AND c.voided_on IS NULL
	AND (c.kind='third_party')=:third ORDER BY c.id DESC LIMIT 1;

-- name: consultation_reached
UPDATE consultation SET reached=:reached,version=version+1 WHERE id=:id;

-- name: consultation_answered
UPDATE consultation SET answered=:answered,answer=:answer,reasons=:reasons,version=version+1 WHERE id=:id;

-- name: task_insert
INSERT INTO task(matter_id,unit_id,ask,assigned_on,until) VALUES(:matter_id,:unit_id,:ask,:on,:until);

-- name: task_of_unit
SELECT id,assigned_on FROM task WHERE matter_id=:matter_id AND unit_id=:unit_id AND replied_on IS NULL AND voided_on IS NULL ORDER BY assigned_on,id LIMIT 1;

-- name: task_replied
UPDATE task SET replied_on=:on,reply=:reply,version=version+1 WHERE id=:id;

-- name: search_log_insert
INSERT INTO search_log(matter_id,place,words,searched_by,searched_on,result) VALUES(:matter_id,:where,:words,:by,:on,:result);

-- name: fee_insert
INSERT INTO fee(matter_id,basis,quantity,amount,search_fee,copy_fee,post_fee,notified)
VALUES(:matter_id,:basis,:quantity,:amount,:search_fee,:copy_fee,:post_fee,:notified);

-- name: fee_open
SELECT id,amount,coalesce(waived,0) AS waived,notified FROM fee
WHERE matter_id=:matter_id AND paid_on IS NULL AND voided_on IS NULL AND amount>coalesce(waived,0) ORDER BY id DESC LIMIT 1;

-- name: fee_paid
UPDATE fee SET paid_on=:on,version=version+1 WHERE id=:id;

-- name: fee_waived
UPDATE fee SET waived=:waived,hardship=:hardship,waive_reason=:reason,waive_applied=:applied_on,waived_by=:approved_by,
	waive_approved=:approved_on,waive_ref=:approval_ref,waived_on=:on,version=version+1 WHERE id=:id;

-- The how-manieth request of the applicant in the month of its receipt.
-- name: fee_nth
SELECT count(*) FROM matter m JOIN party p ON p.matter_id=m.id AND p.role='applicant'
WHERE m.kind='request' AND m.received BETWEEN :first AND :last AND m.state<>'void' AND (m.received<:received OR (m.received=:received AND m.id<=:id))
	AND ((:identity IS NOT NULL AND p.identity_key=:identity) OR (:identity IS NULL AND p.name_key=:name_key));

-- name: fee_pages
SELECT coalesce(sum(pages),0) FROM material WHERE matter_id=:id AND kind='provided' AND voided_on IS NULL;

-- name: decision_insert
INSERT INTO decision(matter_id,outcome,ground,reasons,body,decided_on,approved_by,approved_on,approval_ref,report_row,remedy,disclose_basis,
	disclose_reasons,confirmed_by,confirmed_on)
VALUES(:matter_id,:outcome,:ground,:reasons,:body,:on,:approved_by,:approved_on,:approval_ref,:report_row,:remedy,:disclose_basis,
	:disclose_reasons,:confirmed_by,:confirmed_on);

-- What an old ledger says of its answer.
-- name: decision_ledger
UPDATE decision SET number=:number,approved_by=:approved_by,approved_on=:approved_on,version=version+1 WHERE id=:id;

-- name: decision_part_insert
INSERT INTO decision_part(decision_id,ordinal,withheld,ground,reasons) VALUES(:decision_id,:ordinal,:withheld,:ground,:reasons);

-- name: decision_parts
SELECT ordinal,withheld,ground,reasons FROM decision_part WHERE decision_id=:id ORDER BY ordinal;

-- name: decision_confirm
UPDATE decision SET confirmed_by=:by,confirmed_on=:on,version=version+1 WHERE id=:id;

-- Third parties that said no.
-- name: consultation_objected
SELECT count(*) FROM consultation WHERE matter_id=:matter_id AND kind='third_party' AND answer='object' AND voided_on IS NULL;

-- name: decision_supersede
UPDATE decision SET superseded_on=:on,version=version+1 WHERE matter_id=:matter_id AND superseded_on IS NULL;

-- name: decision_current
SELECT id AS row,outcome,ground,reasons,body,decided_on,approved_by,approved_on,approval_ref,report_row,remedy,disclose_basis,disclose_reasons,confirmed_by,
	confirmed_on,coalesce(number,(SELECT l.number FROM letter l WHERE l.matter_id=d.matter_id AND l.kind=d.outcome AND l.status='issued' ORDER BY l.id DESC LIMIT 1)) AS letter
FROM decision d WHERE matter_id=:matter_id AND superseded_on IS NULL ORDER BY id DESC LIMIT 1;

-- name: search_log_count
SELECT count(*) FROM search_log WHERE matter_id=:matter_id AND voided_on IS NULL;

-- name: delivery_insert
INSERT INTO delivery(matter_id,letter_id,method,sent_on,carrier,waybill,signer,server,served_on,again)
VALUES(:matter_id,:letter_id,:method,:on,:carrier,:waybill,:signer,:server,:served_on,:again);

-- name: delivery_last
SELECT id,method,sent_on,carrier,waybill,signer,server,again FROM delivery WHERE matter_id=:matter_id AND voided_on IS NULL ORDER BY id DESC LIMIT 1;

-- name: delivery_void
UPDATE delivery SET voided_on=:on,void_reason=:reason,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- The day of the answer that goes with it.
-- name: delivery_unanswer
UPDATE event SET voided_on=:on,version=version+1
WHERE id=(SELECT max(id) FROM event WHERE matter_id=:matter_id AND kind='answered' AND voided_on IS NULL);

-- name: material_insert
INSERT INTO material(matter_id,kind,title,pages,original,place,file,sha256,size,added_on)
VALUES(:matter_id,:kind,:title,:pages,:original,:place,:file,:hash,:size,:on);

-- name: file_copy_insert
INSERT INTO file_copy(matter_id,filed_on) VALUES(:matter_id,:on);

-- name: matter_merge
UPDATE matter SET before_void=state,void_reason=:reason,parent_id=:into,version=version+1 WHERE id=:id AND version=:version;

-- name: matter_applicant
SELECT name_key,identity_key FROM party WHERE matter_id=:matter_id AND role='applicant' ORDER BY id LIMIT 1;

-- The day of the last order to answer anew.
-- name: reopen_ordered_on
SELECT max(result_on) AS day FROM appeal WHERE matter_id=:matter_id AND result='corrected' AND voided_on IS NULL;

-- Who is waited for. reached: only those whose receipt is not known.
-- name: steps_waiting
SELECT p.name FROM consultation c JOIN party p ON p.id=c.party_id
WHERE c.matter_id=:matter_id AND c.answered IS NULL AND c.voided_on IS NULL AND (c.kind='third_party')=:third AND (:unreached=0 OR c.reached IS NULL);

-- name: steps_waiting_unit
SELECT u.name FROM task t JOIN unit u ON u.id=t.unit_id WHERE t.matter_id=:matter_id AND t.replied_on IS NULL AND t.voided_on IS NULL;

-- name: joint_review_insert
INSERT INTO joint_review(matter_id,held_on,units,opinion,reported_to,reported_on,report_ref)
VALUES(:matter_id,:on,:units,:opinion,:reported_to,:reported_on,:report_ref);

-- The first opening again replaced, on its day, the decision that had been given.
-- name: decision_counted
SELECT d.outcome,d.report_row,d.decided_on FROM decision d
LEFT JOIN (SELECT day FROM event WHERE matter_id=:matter_id AND kind='reopened' AND voided_on IS NULL ORDER BY ordinal LIMIT 1) r ON TRUE
WHERE d.matter_id=:matter_id AND (CASE WHEN r.day IS NULL THEN d.superseded_on IS NULL ELSE d.superseded_on=r.day END) ORDER BY d.id DESC LIMIT 1;
