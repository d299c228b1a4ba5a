-- What is still open in a case.

-- name: closeout_facts
SELECT (SELECT count(*) FROM consultation WHERE matter_id=:id AND answered IS NULL AND voided_on IS NULL AND kind='third_party') AS third_open,
	(SELECT count(*) FROM consultation WHERE matter_id=:id AND answered IS NULL AND voided_on IS NULL AND kind<>'third_party') AS agency_open,
	(SELECT count(*) FROM task WHERE matter_id=:id AND replied_on IS NULL AND voided_on IS NULL) AS tasks_open,
	(SELECT count(*) FROM fee WHERE matter_id=:id AND paid_on IS NULL AND voided_on IS NULL AND amount>coalesce(waived,0)) AS fees_open,
	(SELECT count(*) FROM search_log WHERE matter_id=:id AND voided_on IS NULL) AS searches,
	(SELECT count(*) FROM delivery d JOIN audit_row r ON r.tbl='delivery' AND r.row_id=d.id AND r.version=1
		WHERE d.matter_id=:id AND d.voided_on IS NULL AND r.seq>coalesce((SELECT seq FROM reopening WHERE matter_id=:id),0)) AS deliveries,
	(SELECT count(*) FROM delivery d JOIN audit_row r ON r.tbl='delivery' AND r.row_id=d.id AND r.version=1 WHERE d.matter_id=:id AND d.voided_on IS NULL
		AND coalesce(d.waybill,d.signer,'')<>'' AND r.seq>coalesce((SELECT seq FROM reopening WHERE matter_id=:id),0)) AS proven,
	(SELECT count(*) FROM material WHERE matter_id=:id AND kind='proof' AND voided_on IS NULL) AS proofs,
	(SELECT count(*) FROM file_copy WHERE matter_id=:id AND voided_on IS NULL) AS copies,
	(SELECT count(*) FROM consultation c JOIN decision d ON d.matter_id=c.matter_id AND d.superseded_on IS NULL AND d.disclose_basis IS NOT NULL
		WHERE c.matter_id=:id AND c.kind='third_party' AND c.answer='object' AND c.voided_on IS NULL) AS objected,
	(SELECT purpose FROM request WHERE matter_id=:id) AS purpose,
	(SELECT identity_checked_on IS NOT NULL FROM request WHERE matter_id=:id) AS shown,
	(SELECT count(*) FROM letter WHERE matter_id=:id AND kind='third_party_notice' AND status='issued') AS told,
	(SELECT ground FROM decision WHERE matter_id=:id AND superseded_on IS NULL ORDER BY id DESC LIMIT 1) AS ground,
	(SELECT confirmed_by IS NOT NULL FROM decision WHERE matter_id=:id AND superseded_on IS NULL ORDER BY id DESC LIMIT 1) AS confirmed;
