-- Registers (台账) that are read from what the desk holds anyway. Common parameters: from, to (a day or NULL), unit (row), person (name or
-- login). Rows in the order of their numbers.

-- How long each register is, under the names of office/register_list.c.
-- name: register_counts
SELECT (SELECT count(*) FROM matter WHERE kind='request') AS requests,
	(SELECT count(*) FROM event WHERE kind='clarify_sent' AND voided_on IS NULL) AS clarification,
	(SELECT count(*) FROM consultation) AS consultation,
	(SELECT count(*) FROM event WHERE kind IN('extended','delayed') AND voided_on IS NULL) AS extension,
	(SELECT count(*) FROM fee) AS fees,
	(SELECT count(*) FROM task) AS tasks,
	(SELECT count(*) FROM letter) AS letters,
	(SELECT count(*) FROM delivery) AS deliveries,
	(SELECT count(*) FROM matter WHERE kind='correction') AS corrections,
	(SELECT count(*) FROM appeal) AS appeals,
	(SELECT count(*) FROM publication) AS publications,
	(SELECT count(*) FROM review) AS reviews,
	(SELECT count(*) FROM info WHERE disposition='withheld' AND state<>'void') AS withheld,
	(SELECT count(*) FROM matter WHERE state='archived') AS archive,
	(SELECT count(*) FROM register_entry WHERE register='complaints') AS complaints,
	(SELECT count(*) FROM register_entry WHERE register='calls') AS calls,
	(SELECT count(*) FROM register_entry WHERE register='exchanges') AS exchanges,
	(SELECT count(*) FROM register_entry WHERE register='opinions') AS opinions,
	(SELECT count(*) FROM register_entry WHERE register='mail') AS mail;

-- What is counted is the first answer, with its letter and its delivery (reopened by a review or a court: law of the annual report); the new
-- answer stands beside it.
-- name: register_requests
SELECT m.id AS row,m.id AS matter_id,m.number AS id,m.registered_on,m.channel,m.arrived,m.signed,m.confirmed,m.received,m.state,m.ruleset,
	m.void_reason,p.applicant_kind,p.name,p.id_kind,p.id_number,p.phone,p.email,p.address,r.content,coalesce(u.name,(SELECT v.name FROM task t JOIN unit v ON v.id=t.unit_id WHERE t.matter_id=m.id AND t.voided_on IS NULL ORDER BY t.id LIMIT 1)) AS unit,
	h.name AS person,(SELECT min(assigned_on) FROM task WHERE matter_id=m.id AND voided_on IS NULL) AS assigned_on,
	(SELECT max(day) FROM event WHERE matter_id=m.id AND kind='clarify_sent' AND voided_on IS NULL) AS clarify_sent,
	(SELECT max(day) FROM event WHERE matter_id=m.id AND kind='clarified' AND voided_on IS NULL) AS clarified,
	(SELECT min(sent) FROM consultation WHERE matter_id=m.id AND voided_on IS NULL) AS consult_sent,
	(SELECT max(answered) FROM consultation WHERE matter_id=m.id AND voided_on IS NULL) AS consult_answered,
	x.days,x.approved_by AS extension_by,coalesce(x.approved_on,x.day) AS extended_on,
	coalesce(c.outcome,m.outcome) AS outcome,c.ground,c.decided_on,c.approved_by,c.approved_on,
	coalesce((SELECT number FROM letter WHERE id=d.letter_id),c.number,(SELECT number FROM letter WHERE matter_id=m.id AND status='issued' AND kind IN(c.outcome,'stop_clarify','stop_fee','withdraw') ORDER BY id DESC LIMIT 1)) AS letter,
	o.day AS reopened_on,n.outcome AS redecided,n.decided_on AS redecided_on,
	(SELECT x.number FROM delivery y JOIN letter x ON x.id=y.letter_id WHERE o.id IS NOT NULL AND y.matter_id=m.id AND y.voided_on IS NULL AND y.id>coalesce(d.id,0) ORDER BY y.id DESC LIMIT 1) AS redecided_letter,
	(SELECT count(*) FROM search_log WHERE matter_id=m.id AND voided_on IS NULL) AS quantity,(SELECT sum(amount) FROM fee WHERE matter_id=m.id AND voided_on IS NULL) AS amount,
	d.method,d.sent_on AS delivered_on,d.served_on,d.waybill,
	(SELECT max(filed_on) FROM file_copy WHERE matter_id=m.id AND voided_on IS NULL) AS filed_on,
	m.archive_number AS archive,m.retention,
	(SELECT group_concat(number,'、') FROM appeal WHERE matter_id=m.id AND voided_on IS NULL) AS appeals
FROM matter m JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
	LEFT JOIN event x ON x.id=(SELECT max(id) FROM event WHERE matter_id=m.id AND kind='extended' AND voided_on IS NULL)
	LEFT JOIN event o ON o.id=(SELECT id FROM event WHERE matter_id=m.id AND kind='reopened' AND voided_on IS NULL ORDER BY ordinal LIMIT 1)
	LEFT JOIN decision c ON c.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS o.day)
	LEFT JOIN delivery d ON d.id=(SELECT min(id) FROM delivery WHERE matter_id=m.id AND voided_on IS NULL AND again IS NULL)
		AND (o.id IS NULL OR EXISTS(SELECT 1 FROM event WHERE matter_id=m.id AND kind='answered' AND voided_on IS NULL AND id<o.id))
	LEFT JOIN decision n ON o.id IS NOT NULL AND n.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS NULL)
WHERE m.kind='request' AND (:from IS NULL OR coalesce(m.received,m.arrived,m.registered_on)>=:from)
	AND (:to IS NULL OR coalesce(m.received,m.arrived,m.registered_on)<=:to)
	AND (:unit IS NULL OR m.unit_id=:unit OR EXISTS(SELECT 1 FROM task WHERE matter_id=m.id AND unit_id=:unit AND voided_on IS NULL)) AND (:person IS NULL OR :person IN(h.name,h.login,c.approved_by))
ORDER BY m.number;

-- name: register_corrections
SELECT m.id AS row,m.id AS matter_id,m.number AS id,m.registered_on,m.channel,m.arrived,m.received,m.state,m.void_reason,p.applicant_kind,p.name,
	p.id_kind,p.id_number,p.phone,k.record AS title,k.claim AS content,k.evidence AS reasons,u.name AS unit,h.name AS person,
	(SELECT max(day) FROM event WHERE matter_id=m.id AND kind='clarify_sent' AND voided_on IS NULL) AS clarify_sent,
	(SELECT max(day) FROM event WHERE matter_id=m.id AND kind='clarified' AND voided_on IS NULL) AS clarified,
	coalesce(c.outcome,m.outcome) AS outcome,c.decided_on,c.approved_by,k.transferred_to AS body,k.identity_checked_on AS "on",
	coalesce((SELECT number FROM letter WHERE id=d.letter_id),(SELECT number FROM letter WHERE id=(SELECT CASE WHEN o.id IS NULL THEN max(id) ELSE min(id) END FROM letter
		WHERE matter_id=m.id AND status='issued' AND kind IN('correction_result','correction_no_power')))) AS letter,
	o.day AS reopened_on,n.outcome AS redecided,n.decided_on AS redecided_on,
	(SELECT x.number FROM delivery y JOIN letter x ON x.id=y.letter_id WHERE o.id IS NOT NULL AND y.matter_id=m.id AND y.voided_on IS NULL AND y.id>coalesce(d.id,0) ORDER BY y.id DESC LIMIT 1) AS redecided_letter,
	d.method,d.sent_on AS delivered_on,d.waybill,
	(SELECT group_concat(number,'、') FROM appeal WHERE matter_id=m.id AND voided_on IS NULL) AS appeals
FROM matter m JOIN correction k ON k.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
	LEFT JOIN event o ON o.id=(SELECT id FROM event WHERE matter_id=m.id AND kind='reopened' AND voided_on IS NULL ORDER BY ordinal LIMIT 1)
	LEFT JOIN decision c ON c.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS o.day)
	LEFT JOIN delivery d ON d.id=(SELECT min(id) FROM delivery WHERE matter_id=m.id AND voided_on IS NULL AND again IS NULL)
		AND (o.id IS NULL OR EXISTS(SELECT 1 FROM event WHERE matter_id=m.id AND kind='answered' AND voided_on IS NULL AND id<o.id))
	LEFT JOIN decision n ON o.id IS NOT NULL AND n.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS NULL)
WHERE m.kind='correction' AND (:from IS NULL OR coalesce(m.received,m.arrived,m.registered_on)>=:from)
	AND (:to IS NULL OR coalesce(m.received,m.arrived,m.registered_on)<=:to)
	AND (:unit IS NULL OR m.unit_id=:unit) AND (:person IS NULL OR :person IN(h.name,h.login,c.approved_by))
ORDER BY m.number;

-- A clarification ends with the first answer, lapse or close that follows it.
-- name: register_clarification
SELECT e.id AS row,m.id AS matter_id,m.number AS id,p.name,r.content,e.day AS clarify_sent,e.note,
	coalesce(e.until,(SELECT due FROM deadline WHERE owner='request' AND owner_id=m.id AND clock='clarify_reply')) AS due,n.day AS clarified,n.kind AS result,
	m.state,u.name AS unit,h.name AS person
FROM event e JOIN matter m ON m.id=e.matter_id LEFT JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
	LEFT JOIN event n ON n.id=(SELECT id FROM event WHERE matter_id=m.id AND ordinal>e.ordinal AND voided_on IS NULL
		AND kind IN('clarified','lapsed','closed') ORDER BY ordinal LIMIT 1)
WHERE e.kind='clarify_sent' AND e.voided_on IS NULL AND (:from IS NULL OR e.day>=:from) AND (:to IS NULL OR e.day<=:to)
	AND (:unit IS NULL OR m.unit_id=:unit) AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY e.day,e.id;

-- name: register_consultation
SELECT c.id AS row,m.id AS matter_id,m.number AS id,c.kind,t.name AS body,t.phone,t.address,c.sent AS consult_sent,c.reached AS consult_reached,
	c.answered AS consult_answered,c.answer,c.reasons,c.voided_on,u.name AS unit,h.name AS person
FROM consultation c JOIN matter m ON m.id=c.matter_id JOIN party t ON t.id=c.party_id LEFT JOIN unit u ON u.id=m.unit_id
	LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR c.sent>=:from) AND (:to IS NULL OR c.sent<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY c.sent,c.id;

-- name: register_extension
SELECT e.id AS row,m.id AS matter_id,m.number AS id,p.name,e.kind,e.day AS "on",e.days,e.until,e.note AS reasons,e.approved_by,e.approved_on,
	e.approval_ref,(SELECT number FROM letter WHERE matter_id=m.id AND kind IN('extend','delay') AND status='issued' ORDER BY id DESC LIMIT 1) AS letter,
	u.name AS unit,h.name AS person
FROM event e JOIN matter m ON m.id=e.matter_id JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN unit u ON u.id=m.unit_id
	LEFT JOIN operator h ON h.id=m.handler_id
WHERE e.kind IN('extended','delayed') AND e.voided_on IS NULL AND (:from IS NULL OR e.day>=:from) AND (:to IS NULL OR e.day<=:to)
	AND (:unit IS NULL OR m.unit_id=:unit) AND (:person IS NULL OR :person IN(h.name,h.login,e.approved_by))
ORDER BY e.day,e.id;

-- name: register_fees
SELECT f.id AS row,m.id AS matter_id,m.number AS id,p.name,f.basis AS kind,f.quantity,f.amount,f.waived,f.notified AS "on",f.reached,f.paid_on,f.voided_on,
	CASE WHEN f.voided_on IS NOT NULL THEN 'void' WHEN f.paid_on IS NOT NULL THEN 'paid' WHEN f.waived>=f.amount THEN 'waived' WHEN m.outcome='lapsed_fee' THEN 'lapsed' ELSE 'waiting' END AS status,
	coalesce((SELECT until FROM event WHERE matter_id=m.id AND kind='fee_notified' AND day=coalesce(f.reached,f.notified) AND voided_on IS NULL ORDER BY id DESC LIMIT 1),
		(SELECT due FROM deadline WHERE owner='request' AND owner_id=m.id AND clock='fee_payment')) AS due,
	u.name AS unit,h.name AS person
FROM fee f JOIN matter m ON m.id=f.matter_id JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN unit u ON u.id=m.unit_id
	LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR f.notified>=:from) AND (:to IS NULL OR f.notified<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY f.notified,f.id;

-- name: register_tasks
SELECT t.id AS row,m.id AS matter_id,m.number AS id,u.name AS unit,t.ask AS content,t.assigned_on,t.until AS due,t.replied_on,t.reply AS answer,t.voided_on,
	h.name AS person
FROM task t JOIN matter m ON m.id=t.matter_id JOIN unit u ON u.id=t.unit_id LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR t.assigned_on>=:from) AND (:to IS NULL OR t.assigned_on<=:to) AND (:unit IS NULL OR t.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY t.assigned_on,t.id;

-- Every number of a year in its order; `before` is the one used before it.
-- name: register_letters
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number AS letter,l.kind,l.name AS kind_name,l.letter_date AS "on",m.number AS "case",p.name,
	l.status,l.revoked_on AS voided_on,l.revoke_reason AS void_reason,r.number AS replaces,l.printed AS serial,
	s.seal,s.sealed_on,s.sealed_by,s.approved_by,(SELECT sum(copies) FROM seal_use WHERE letter_id=l.id AND voided_on IS NULL) AS sealed,
	(SELECT max(printed) FROM letter WHERE year=l.year AND printed<l.printed) AS before,
	(SELECT count(*) FROM print WHERE letter_id=l.id AND state NOT IN('failed','void')) AS copies,
	(SELECT count(*) FROM print WHERE letter_id=l.id AND state='void') AS spoilt,u.name AS unit,h.name AS person
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id LEFT JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN seal_use s ON s.id=(SELECT max(id) FROM seal_use WHERE letter_id=l.id AND voided_on IS NULL)
	LEFT JOIN letter r ON r.id=l.replaces_id LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR l.letter_date>=:from) AND (:to IS NULL OR l.letter_date<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY l.series,l.year,l.serial;

-- name: register_deliveries
SELECT d.id AS row,m.id AS matter_id,m.number AS id,p.name,p.address,l.number AS letter,l.kind,l.name AS kind_name,d.method,d.sent_on AS delivered_on,d.carrier,d.waybill,d.signer,d.server,
	d.served_on,d.again AS reasons,d.voided_on,d.void_reason,(SELECT count(*) FROM material WHERE matter_id=m.id AND kind='proof' AND voided_on IS NULL) AS quantity,u.name AS unit,h.name AS person
FROM delivery d JOIN matter m ON m.id=d.matter_id JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN letter l ON l.id=d.letter_id
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR d.sent_on>=:from) AND (:to IS NULL OR d.sent_on<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY d.sent_on,d.id;

-- name: register_appeals
SELECT a.id AS row,a.matter_id,a.number AS id,a.kind,m.number AS "case",p.name,a.body,a.file_number,a.procedure,a.received,a.evidence_due AS due,
	a.answered_on AS replied_on,a.result,a.result_on,a.note,a.voided_on,a.void_reason,u.name AS unit,h.name AS person
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id LEFT JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN unit u ON u.id=m.unit_id
	LEFT JOIN operator h ON h.id=m.handler_id
WHERE (:from IS NULL OR a.received>=:from) AND (:to IS NULL OR a.received<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY a.number;

-- name: register_publications
SELECT p.id AS row,i.id AS info_id,i.number AS id,i.index_number,t.number AS item,i.title,i.document_number,i.formed,d.kind,p.channel,p.published_on AS "on",
	p.place,p.evidence,p.withdrawn_on AS voided_on,p.withdrawn_reason AS void_reason,u.name AS unit
FROM publication p JOIN info i ON i.id=p.info_id JOIN duty d ON d.id=p.duty_id JOIN element e ON e.id=i.element_id JOIN item t ON t.id=e.item_id
	LEFT JOIN unit u ON u.id=i.unit_id
WHERE (:from IS NULL OR p.published_on>=:from) AND (:to IS NULL OR p.published_on<=:to) AND (:unit IS NULL OR i.unit_id=:unit) AND :person IS NULL
ORDER BY p.published_on,p.id;

-- name: register_reviews
SELECT r.id AS row,i.id AS info_id,i.number AS id,i.title,i.disposition,i.ground,u.name AS unit,r.step,r.result,r.reviewer AS person,r.reviewed_on AS "on",
	r.reason AS reasons,r.approval_ref,r.origin
FROM review r JOIN info i ON i.id=r.info_id LEFT JOIN unit u ON u.id=i.unit_id
WHERE (:from IS NULL OR r.reviewed_on>=:from) AND (:to IS NULL OR r.reviewed_on<=:to) AND (:unit IS NULL OR i.unit_id=:unit)
	AND (:person IS NULL OR r.reviewer=:person)
ORDER BY r.reviewed_on,r.id;

-- `on`: when it was last looked at.
-- name: register_withheld
SELECT i.id AS row,i.id AS info_id,i.number AS id,i.index_number,t.number AS item,i.title,i.document_number,i.formed,i.ground,i.reason AS reasons,i.state,
	max(i.formed,coalesce(i.confirmed_on,''),coalesce((SELECT max(reviewed_on) FROM review WHERE info_id=i.id),'')) AS "on",u.name AS unit,
	(SELECT reviewer FROM review WHERE info_id=i.id ORDER BY id DESC LIMIT 1) AS person
FROM info i JOIN element e ON e.id=i.element_id JOIN item t ON t.id=e.item_id LEFT JOIN unit u ON u.id=i.unit_id
WHERE i.disposition='withheld' AND i.state<>'void' AND (:from IS NULL OR i.formed>=:from) AND (:to IS NULL OR i.formed<=:to)
	AND (:unit IS NULL OR i.unit_id=:unit) AND (:person IS NULL OR :person IN(SELECT reviewer FROM review WHERE info_id=i.id))
ORDER BY i.number;

-- name: register_archive
SELECT m.id AS row,m.id AS matter_id,m.number AS id,m.kind,p.name,coalesce(r.content,k.claim) AS content,coalesce(c.outcome,m.outcome) AS outcome,m.ruleset,m.received,m.closed_on,
	(SELECT count(*) FROM material WHERE matter_id=m.id AND voided_on IS NULL) AS quantity,
	(SELECT sum(pages) FROM material WHERE matter_id=m.id AND voided_on IS NULL) AS pages,
	(SELECT group_concat(place,'、') FROM (SELECT DISTINCT place FROM material WHERE matter_id=m.id AND place IS NOT NULL AND voided_on IS NULL)) AS place,
	m.archive_number AS archive,m.retention,u.name AS unit,h.name AS person
FROM matter m JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction k ON k.matter_id=m.id
	LEFT JOIN decision c ON c.id=(SELECT max(id) FROM decision WHERE matter_id=m.id AND superseded_on IS NULL)
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN operator h ON h.id=m.handler_id
WHERE m.state='archived' AND (:from IS NULL OR m.closed_on>=:from) AND (:to IS NULL OR m.closed_on<=:to) AND (:unit IS NULL OR m.unit_id=:unit)
	AND (:person IS NULL OR :person IN(h.name,h.login))
ORDER BY m.kind DESC,m.number;

-- Entries of a register of its own, by its name.
-- name: register_entries
SELECT e.id AS row,e.matter_id,e.number AS id,e.day AS received,e.day AS "on",e.time,e.channel,e.kind,e.name,e.phone,e.address,u.name AS unit,e.person,e.title,
	e.content,e.place,e.quantity,m.number AS "case",e.waybill,e.handed_on,e.handling,e.result,e.replied_on,e.approved_by,e.note,e.registered_on,e.closed_on,
	e.voided_on,e.void_reason,CASE WHEN e.voided_on IS NOT NULL THEN 'void' WHEN e.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END AS state,e.version
FROM register_entry e LEFT JOIN unit u ON u.id=e.unit_id LEFT JOIN matter m ON m.id=e.matter_id
WHERE e.register=:register AND (:from IS NULL OR e.day>=:from) AND (:to IS NULL OR e.day<=:to) AND (:unit IS NULL OR e.unit_id=:unit)
	AND (:person IS NULL OR :person IN(e.person,e.approved_by))
ORDER BY e.number;

-- name: register_entry_one
SELECT e.id AS row,e.register,e.matter_id,e.number AS id,e.day AS received,e.day AS "on",e.time,e.channel,e.kind,e.name,e.phone,e.address,u.name AS unit,e.person,
	e.title,e.content,e.place,e.quantity,m.number AS "case",e.waybill,e.handed_on,e.handling,e.result,e.replied_on,e.approved_by,e.note,e.registered_on,
	e.closed_on,e.voided_on,e.void_reason,CASE WHEN e.voided_on IS NOT NULL THEN 'void' WHEN e.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END AS state,
	e.version
FROM register_entry e LEFT JOIN unit u ON u.id=e.unit_id LEFT JOIN matter m ON m.id=e.matter_id WHERE e.id=:id;

-- name: register_entry_find
SELECT id FROM register_entry WHERE number=:number;

-- name: register_entry_insert
INSERT INTO register_entry(register,number,year,registered_on,day,time,channel,kind,name,phone,address,unit_id,person,title,content,place,quantity,matter_id,
	waybill,handed_on,handling,result,replied_on,approved_by,note)
VALUES(:register,:number,:year,:today,coalesce(:received,:on),:time,:channel,:kind,:name,:phone,:address,:unit_id,:person,:title,:content,:place,:quantity,
	:matter_id,:waybill,:handed_on,:handling,:result,:replied_on,:approved_by,:note);

-- name: register_entry_update
UPDATE register_entry SET day=coalesce(:received,:on),time=:time,channel=:channel,kind=:kind,name=:name,phone=:phone,address=:address,unit_id=:unit_id,
	person=:person,title=:title,content=:content,place=:place,quantity=:quantity,matter_id=:matter_id,waybill=:waybill,handed_on=:handed_on,
	handling=:handling,result=:result,replied_on=:replied_on,approved_by=:approved_by,note=:note,version=version+1
WHERE id=:row AND version=coalesce(:version,version);

-- name: register_entry_close
UPDATE register_entry SET closed_on=:closed_on,handling=coalesce(:handling,handling),result=coalesce(:result,result),replied_on=coalesce(:replied_on,replied_on),
	version=version+1 WHERE id=:row;

-- name: register_entry_void
UPDATE register_entry SET voided_on=:on,void_reason=:reason,version=version+1 WHERE id=:row;

-- name: register_entry_reopen
UPDATE register_entry SET closed_on=NULL,voided_on=NULL,void_reason=NULL,version=version+1 WHERE id=:row;
