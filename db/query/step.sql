-- What the office knows about a matter when the procedure asks.

-- ordered: an order to answer anew that nobody obeyed yet; each opens the case once.
-- left_office: something was printed since the last step, or the last step was a delivery.
-- name: step_facts
SELECT EXISTS(SELECT 1 FROM task WHERE matter_id=:id AND replied_on IS NULL AND voided_on IS NULL) AS task_open,
	EXISTS(SELECT 1 FROM consultation WHERE matter_id=:id AND kind='third_party' AND answered IS NULL AND voided_on IS NULL) AS opinion_wanted,
	EXISTS(SELECT 1 FROM consultation WHERE matter_id=:id AND kind<>'third_party' AND answered IS NULL AND voided_on IS NULL) AS agency_wanted,
	EXISTS(SELECT 1 FROM print p JOIN letter l ON l.id=p.letter_id JOIN audit_row r ON r.tbl='print' AND r.row_id=p.id
		WHERE l.matter_id=:id AND r.seq>(SELECT max(seq) FROM audit WHERE subject=:kind AND subject_id=:id AND outcome='done' AND verb NOT GLOB '*.export'))
		OR EXISTS(SELECT 1 FROM delivery d JOIN audit_row r ON r.tbl='delivery' AND r.row_id=d.id
		WHERE d.matter_id=:id AND r.seq=(SELECT max(seq) FROM audit WHERE subject=:kind AND subject_id=:id AND outcome='done' AND verb NOT GLOB '*.export')) AS left_office,
	EXISTS(SELECT 1 FROM delivery d JOIN audit_row r ON r.tbl='delivery' AND r.row_id=d.id AND r.version=1
		WHERE d.matter_id=:id AND d.voided_on IS NULL AND r.seq>coalesce((SELECT seq FROM reopening WHERE matter_id=:id),0)) AS delivered,
	(SELECT count(*) FROM appeal WHERE matter_id=:id AND result='corrected' AND voided_on IS NULL)
		>(SELECT count(*) FROM event WHERE matter_id=:id AND kind='reopened' AND voided_on IS NULL) AS ordered,
	EXISTS(SELECT 1 FROM letter l JOIN audit_row r ON r.tbl='letter' AND r.row_id=l.id AND r.version=1
		WHERE l.matter_id=:id AND l.revoked_on IS NOT NULL AND r.seq>(SELECT max(x.seq) FROM decision d
		JOIN audit_row x ON x.tbl='decision' AND x.row_id=d.id AND x.version=1 WHERE d.matter_id=:id AND d.superseded_on IS NULL)) AS letter_revoked,
	EXISTS(SELECT 1 FROM fee WHERE matter_id=:id AND voided_on IS NULL) AS fee_used,
	EXISTS(SELECT 1 FROM fee WHERE matter_id=:id AND paid_on IS NULL AND voided_on IS NULL AND amount>coalesce(waived,0)) AS fee_open,
	(SELECT ground FROM decision WHERE matter_id=:id AND superseded_on IS NULL ORDER BY id DESC LIMIT 1) AS ground,
	(SELECT confirmed_by IS NOT NULL FROM decision WHERE matter_id=:id AND superseded_on IS NULL ORDER BY id DESC LIMIT 1) AS confirmed;

-- The verb and the operator of the last thing done to it.
-- A letter that was revoked before it was on paper is passed over: what it told can be taken back.
-- name: step_last
SELECT seq,verb,operator_id FROM audit a WHERE subject=:kind AND subject_id=:id AND outcome='done' AND verb NOT GLOB '*.export'
	AND NOT(verb='letter.issue' AND EXISTS(SELECT 1 FROM audit_row r JOIN letter l ON l.id=r.row_id WHERE r.seq=a.seq AND r.tbl='letter'
		AND l.revoked_on IS NOT NULL AND NOT EXISTS(SELECT 1 FROM print p WHERE p.letter_id=l.id)))
ORDER BY seq DESC LIMIT 1;
