-- What the steps of a case tell its letters, by the names of the slots.

-- name: letter_facts
SELECT
	(SELECT day FROM event WHERE matter_id=:id AND kind='clarified' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS clarified_on,
	(SELECT day FROM event WHERE matter_id=:id AND kind='clarify_sent' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS clarify_sent,
	(SELECT note FROM event WHERE matter_id=:id AND kind='clarify_sent' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS items,
	(SELECT days FROM event WHERE matter_id=:id AND kind='extended' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS extend_days,
	(SELECT note FROM event WHERE matter_id=:id AND kind='extended' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS extend_reason,
	(SELECT until FROM event WHERE matter_id=:id AND kind='delayed' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS delay_until,
	(SELECT day FROM event WHERE matter_id=:id AND kind='reasons_asked' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS reasons_asked,
	(SELECT note FROM event WHERE matter_id=:id AND kind='reasons_asked' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS explain,
	(SELECT number FROM letter WHERE matter_id=:id AND kind='clarify' AND status='issued' ORDER BY id DESC LIMIT 1) AS clarify_number,
	(SELECT number FROM letter WHERE matter_id=:id AND kind='fee' AND status='issued' ORDER BY id DESC LIMIT 1) AS fee_number,
	(SELECT number FROM letter WHERE matter_id=:id AND kind IN('receipt','correction_receipt') AND status='issued' ORDER BY id DESC LIMIT 1) AS receipt_number,
	(SELECT year FROM letter WHERE matter_id=:id AND kind IN('receipt','correction_receipt') AND status='issued' ORDER BY id DESC LIMIT 1) AS receipt_year,
	(SELECT serial FROM letter WHERE matter_id=:id AND kind IN('receipt','correction_receipt') AND status='issued' ORDER BY id DESC LIMIT 1) AS receipt_serial,
	d.outcome,d.ground AS grounds,d.reasons,d.body,d.decided_on AS withdrawn_on,
	c.sent AS consult_sent,c.answer AS opinion,c.reasons AS opinion_reasons,cp.name AS third_party,
	g.sent AS coagency_sent,g.kind AS coagency_kind,gp.name AS agency,
	u.name AS unit,t.ask,t.until AS task_until,t.assigned_on,t.reply,t.replied_on,
	s.place AS search_place,s.words AS search_words,s.searched_by AS search_by,s.searched_on AS search_on,s.result AS search_result,
	f.basis,f.quantity,f.amount,f.notified AS fee_sent,
	v.method,v.carrier,v.waybill,v.signer,v.sent_on,v.served_on,vl.number AS letter_number
FROM matter m
	LEFT JOIN decision d ON d.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS NULL)
	LEFT JOIN consultation c ON c.id=(SELECT max(id) FROM consultation WHERE matter_id=m.id AND kind='third_party' AND voided_on IS NULL)
	LEFT JOIN party cp ON cp.id=c.party_id
	LEFT JOIN consultation g ON g.id=(SELECT max(id) FROM consultation WHERE matter_id=m.id AND kind<>'third_party' AND voided_on IS NULL)
	LEFT JOIN party gp ON gp.id=g.party_id
	LEFT JOIN task t ON t.id=(SELECT max(id) FROM task WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN unit u ON u.id=coalesce(t.unit_id,m.unit_id)
	LEFT JOIN search_log s ON s.id=(SELECT max(id) FROM search_log WHERE matter_id=m.id)
	LEFT JOIN fee f ON f.id=(SELECT max(id) FROM fee WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN delivery v ON v.id=(SELECT max(id) FROM delivery WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN letter vl ON vl.id=v.letter_id
WHERE m.id=:id;

-- name: letter_materials
SELECT kind,title,pages,added_on FROM material WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;
