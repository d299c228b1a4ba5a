-- What the steps of a case tell its letters, by the names of the slots.

-- Of several who were asked, the one that has no letter of this kind yet; then the last.
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
	(SELECT coalesce(printed,serial) FROM letter WHERE matter_id=:id AND kind IN('receipt','correction_receipt') AND status='issued' ORDER BY id DESC LIMIT 1) AS receipt_serial,
	(SELECT note FROM event WHERE matter_id=:id AND kind='delayed' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS delay_reason,
	(SELECT until FROM event WHERE matter_id=:id AND kind='reasons_asked' AND voided_on IS NULL ORDER BY day DESC,ordinal DESC LIMIT 1) AS explain_until,
	(SELECT year FROM letter WHERE matter_id=:id AND kind='consult' AND status='issued' AND instr(doc,char(10)||'addressee'||char(9)||char(9)||cp.name||'：')>0 ORDER BY id DESC LIMIT 1) AS consult_year,
	(SELECT coalesce(printed,serial) FROM letter WHERE matter_id=:id AND kind='consult' AND status='issued' AND instr(doc,char(10)||'addressee'||char(9)||char(9)||cp.name||'：')>0 ORDER BY id DESC LIMIT 1) AS consult_serial,
	x.number AS revoked_number,x.letter_date AS revoked_date,x.revoke_reason AS revoke_reasons,x.kind AS revoked_kind,x.doc AS revoked_doc,
	n.number AS notice_number,n.year AS notice_year,coalesce(n.printed,n.serial) AS notice_serial,n.letter_date AS notice_date,
	r.record,r.claim,r.evidence,r.transferred_to,r.transferred_on,
	coalesce(r.identity_checked_on,y.identity_checked_on) AS identity_on,coalesce(r.identity_checked_by,y.identity_checked_by) AS identity_by,
	b.contact AS body_person,b.address AS body_address,b.phone AS body_phone,
	d.outcome,d.ground AS grounds,coalesce(w1.reasons,d.reasons) AS reasons,d.body,d.decided_on AS withdrawn_on,d.disclose_basis,d.disclose_reasons,
	w1.withheld,w2.withheld AS withheld_2,w3.withheld AS withheld_3,w2.reasons AS reasons_2,w3.reasons AS reasons_3,
	c.sent AS consult_sent,c.answer AS opinion,c.reasons AS opinion_reasons,cp.name AS third_party,
	g.sent AS coagency_sent,g.kind AS coagency_kind,gp.name AS agency,
	u.name AS unit,t.ask,t.until AS task_until,t.assigned_on,t.reply,t.replied_on,
	(SELECT group_concat(place,'、') FROM (SELECT DISTINCT place FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id)) AS search_place,
	(SELECT group_concat(words,'、') FROM (SELECT DISTINCT words FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id)) AS search_words,
	(SELECT group_concat(searched_by,'、') FROM (SELECT DISTINCT searched_by FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id)) AS search_by,
	(SELECT group_concat(result,'；') FROM (SELECT DISTINCT result FROM search_log WHERE matter_id=:id AND voided_on IS NULL ORDER BY id)) AS search_result,
	(SELECT max(searched_on) FROM search_log WHERE matter_id=:id AND voided_on IS NULL) AS search_on,
	f.basis,f.quantity,f.amount,f.search_fee,f.copy_fee,f.post_fee,f.waived,f.waive_reason,f.notified AS fee_sent,
	m.archive_number,m.retention,v.method,v.carrier,v.waybill,v.signer,v.server,v.sent_on,v.served_on,vl.number AS letter_number
FROM matter m
	LEFT JOIN decision d ON d.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS NULL)
	LEFT JOIN decision_part w1 ON w1.decision_id=d.id AND w1.ordinal=1
	LEFT JOIN decision_part w2 ON w2.decision_id=d.id AND w2.ordinal=2
	LEFT JOIN decision_part w3 ON w3.decision_id=d.id AND w3.ordinal=3
	LEFT JOIN consultation c ON c.id=(SELECT x.id FROM consultation x JOIN party y ON y.id=x.party_id
		WHERE x.matter_id=m.id AND x.kind='third_party' AND x.voided_on IS NULL AND (:third_key IS NULL OR y.name_key=:third_key)
		ORDER BY EXISTS(SELECT 1 FROM letter WHERE matter_id=:id AND kind=:kind AND status='issued' AND instr(doc,char(10)||'addressee'||char(9)||char(9)||y.name||'：')>0),
			(:answer OR :kind='third_party_notice')*CASE x.answer WHEN 'object' THEN 0 WHEN 'consent' THEN 2 ELSE 1 END,x.id DESC LIMIT 1)
	LEFT JOIN party cp ON cp.id=c.party_id
	LEFT JOIN consultation g ON g.id=(SELECT x.id FROM consultation x JOIN party y ON y.id=x.party_id
		WHERE x.matter_id=m.id AND x.kind<>'third_party' AND x.voided_on IS NULL AND (:agency_key IS NULL OR y.name_key=:agency_key)
		ORDER BY EXISTS(SELECT 1 FROM letter WHERE matter_id=:id AND kind=:kind AND status='issued' AND instr(doc,char(10)||'addressee'||char(9)||char(9)||y.name||'：')>0),x.id DESC LIMIT 1)
	LEFT JOIN party gp ON gp.id=g.party_id
	LEFT JOIN task t ON t.id=(SELECT max(id) FROM task WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN unit u ON u.id=coalesce(t.unit_id,m.unit_id)
	LEFT JOIN fee f ON f.id=(SELECT max(id) FROM fee WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN delivery v ON v.id=(SELECT max(id) FROM delivery WHERE matter_id=m.id AND voided_on IS NULL)
	LEFT JOIN letter vl ON vl.id=v.letter_id
	LEFT JOIN letter n ON n.id=(SELECT max(id) FROM letter WHERE matter_id=m.id AND kind IN('granted','partial') AND status='issued')
	LEFT JOIN letter x ON x.id=(SELECT max(id) FROM letter WHERE matter_id=m.id AND CASE WHEN :revoked IS NULL THEN status='revoked' ELSE number=:revoked END)
	LEFT JOIN correction r ON r.matter_id=m.id
	LEFT JOIN request y ON y.matter_id=m.id
	LEFT JOIN body b ON b.name=coalesce(d.body,r.transferred_to)
WHERE m.id=:id;

-- A letter of this kind that stands and went to that addressee.
-- name: letter_standing_to
SELECT id FROM letter WHERE matter_id=:matter_id AND kind=:kind AND status='issued' AND instr(doc,char(10)||'addressee'||char(9)||char(9)||:addressee||'：')>0 ORDER BY id DESC LIMIT 1;

-- name: letter_materials
SELECT kind,title,pages,added_on FROM material WHERE matter_id=:id AND voided_on IS NULL ORDER BY id;
