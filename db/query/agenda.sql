-- The sections of today's desk. Every query gives kind, id, title, due, state, provisional; rows of one section in the order of their dates.

-- name: agenda_due
SELECT 'request' AS kind,m.number AS id,r.content AS title,d.due,m.state,d.provisional
FROM deadline d JOIN matter m ON m.id=d.owner_id JOIN request r ON r.matter_id=m.id
WHERE d.owner='request' AND d.clock='answer' AND d.state='running' AND d.due BETWEEN :from AND :to ORDER BY d.due,m.id;

-- name: agenda_due_corrections
SELECT 'correction' AS kind,m.number AS id,c.claim AS title,d.due,m.state,d.provisional
FROM deadline d JOIN matter m ON m.id=d.owner_id JOIN correction c ON c.matter_id=m.id
WHERE d.owner='correction' AND d.clock='correction' AND d.state='running' AND d.due BETWEEN :from AND :to ORDER BY d.due,m.id;

-- name: agenda_due_infos
SELECT 'info' AS kind,i.number AS id,i.title,d.due,i.state,d.provisional
FROM deadline d JOIN info i ON i.id=d.owner_id
WHERE d.owner='info' AND d.clock='publish' AND d.state='running' AND d.due BETWEEN :from AND :to ORDER BY d.due,i.id;

-- Our evidence against a review or a suit.
-- name: agenda_due_evidence
SELECT 'register' AS kind,a.number AS id,coalesce(m.number||'：','')||coalesce(r.content,c.claim,a.body,'') AS title,a.evidence_due AS due,
	'pending' AS state,0 AS provisional
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE a.result='pending' AND a.voided_on IS NULL AND a.answered_on IS NULL AND a.evidence_due BETWEEN :from AND :to ORDER BY a.evidence_due,a.id;

-- name: agenda_due_tasks
SELECT 'task' AS kind,m.number AS id,u.name||'：'||coalesce(t.ask,'') AS title,t.until AS due,m.state,0 AS provisional
FROM task t JOIN matter m ON m.id=t.matter_id JOIN unit u ON u.id=t.unit_id
WHERE t.replied_on IS NULL AND t.voided_on IS NULL AND m.state NOT IN('decided','delivered','archived','void') AND t.until BETWEEN :from AND :to ORDER BY t.until,t.id;

-- Open exclusions: their date grows every day, so the engine is asked for each.
-- name: agenda_moving
SELECT m.id AS row,'request' AS kind,m.number AS id,r.content AS title,NULL AS due,m.state,0 AS provisional
FROM deadline d INDEXED BY deadline_moving JOIN matter m ON m.id=d.owner_id JOIN request r ON r.matter_id=m.id
WHERE d.owner='request' AND d.clock='answer' AND d.state='moving' ORDER BY m.id;

-- name: agenda_unconfirmed
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,NULL AS due,m.state,0 AS provisional
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE m.kind IN('request','correction') AND m.state='unconfirmed' AND m.closed_on IS NULL ORDER BY m.id;

-- name: agenda_clarify
SELECT 'request' AS kind,m.number AS id,r.content AS title,d.due,m.state,d.provisional
FROM deadline d JOIN matter m ON m.id=d.owner_id JOIN request r ON r.matter_id=m.id
WHERE d.owner='request' AND d.clock='clarify_notice' AND d.state='running' AND d.due>=:today ORDER BY d.due,m.id;

-- name: agenda_applicant
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,d.due,m.state,d.provisional
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
	LEFT JOIN deadline d ON d.owner=m.kind AND d.owner_id=m.id AND d.clock=CASE m.state WHEN 'clarifying' THEN 'clarify_reply' ELSE 'fee_payment' END
WHERE m.kind IN('request','correction') AND m.state IN('clarifying','fee_pending') AND m.closed_on IS NULL ORDER BY d.due,m.id;

-- name: agenda_unit
SELECT 'task' AS kind,m.number AS id,u.name||'：'||coalesce(t.ask,'') AS title,t.until AS due,m.state,0 AS provisional
FROM task t JOIN matter m ON m.id=t.matter_id JOIN unit u ON u.id=t.unit_id
WHERE t.replied_on IS NULL AND t.voided_on IS NULL AND m.state NOT IN('decided','delivered','archived','void') ORDER BY t.until,t.id;

-- name: agenda_info_state
SELECT 'info' AS kind,i.number AS id,i.title,d.due,i.state,coalesce(d.provisional,0) AS provisional
FROM info i LEFT JOIN deadline d ON d.owner='info' AND d.owner_id=i.id AND d.clock='publish'
WHERE i.state=:state AND (i.state<>'ready' OR (i.disposition='open' AND i.origin NOT IN('superior','other_body'))) ORDER BY d.due,i.id;

-- name: agenda_matter_state
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,d.due,m.state,coalesce(d.provisional,0) AS provisional
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
	LEFT JOIN deadline d ON d.owner=m.kind AND d.owner_id=m.id AND d.clock IN('answer','correction') AND d.state<>'done'
WHERE m.kind=:kind AND m.state=:state ORDER BY d.due,m.id;

-- name: agenda_fixed
SELECT 'item' AS kind,i.number||'.'||e.k AS id,i.name||'：'||e.text AS title,e.rule,i.publishers
FROM item i JOIN element e ON e.item_id=i.id WHERE i.valid_to IS NULL AND e.active=1 AND e.rule GLOB 'FIX*' ORDER BY i.number,e.k;

-- What is withheld is looked at again every year (条例18); `on`: the last time.
-- name: agenda_withheld
SELECT 'register' AS kind,i.number AS id,i.title,'withheld' AS state,NULL AS due,0 AS provisional,
	max(i.formed,coalesce(i.confirmed_on,''),coalesce((SELECT max(reviewed_on) FROM review WHERE info_id=i.id),'')) AS "on"
FROM info i INDEXED BY info_withheld WHERE i.disposition='withheld' AND i.state<>'void' ORDER BY i.id;

-- name: agenda_provisional
SELECT d.owner AS kind,coalesce(m.number,i.number) AS id,coalesce(r.content,c.claim,i.title) AS title,d.due,coalesce(m.state,i.state) AS state,
	1 AS provisional
FROM deadline d LEFT JOIN matter m ON m.id=d.owner_id AND m.kind=d.owner LEFT JOIN request r ON r.matter_id=m.id
	LEFT JOIN correction c ON c.matter_id=m.id LEFT JOIN info i ON i.id=d.owner_id AND d.owner='info'
WHERE d.provisional=1 AND d.state<>'done' AND d.clock IN('answer','correction','publish') ORDER BY d.owner,d.owner_id;
