-- Who handles what, and giving it to somebody else (core/office/handover.c).

-- The login first, then names.
-- name: handover_operator
SELECT id,login,name,disabled_on FROM operator WHERE login=:typed OR name=:typed ORDER BY login<>:typed,disabled_on IS NOT NULL,id;

-- name: handover_person_of
SELECT p.id AS id,p.name AS name,p.left_on AS gone FROM operator o JOIN person p ON p.id=o.person_id OR (o.person_id IS NULL AND p.name=o.name)
WHERE o.id=:id;

-- name: handover_operator_of
SELECT o.id AS id,o.name AS name,o.disabled_on AS gone FROM person p JOIN operator o ON o.person_id=p.id OR (o.person_id IS NULL AND o.name=p.name)
WHERE p.id=:id;

-- name: handover_name
SELECT name FROM operator WHERE id=:id;

-- name: handover_matters
SELECT m.id AS row,m.version AS version,m.number AS id,m.state AS state,m.handler_id AS handler_id,p.name AS name,coalesce(r.content,c.claim) AS content,d.due AS due
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
	LEFT JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN deadline d ON d.owner=m.kind AND d.owner_id=m.id AND d.clock=CASE m.kind WHEN 'request' THEN 'answer' ELSE 'correction' END
WHERE m.handler_id=:operator AND m.kind=:kind AND m.state NOT IN('archived','void') ORDER BY m.id;

-- name: handover_infos
SELECT i.id AS row,i.version AS version,i.number AS id,i.state AS state,i.title AS title,d.due AS due FROM info i
	LEFT JOIN deadline d ON d.owner='info' AND d.owner_id=i.id AND d.clock='publish'
WHERE i.handler_id=:operator AND i.state IN('draft','reviewing','refused','ready') ORDER BY i.id;

-- name: handover_tasks
SELECT m.number AS id,u.name AS unit,t.ask AS ask,t.until AS due FROM matter m JOIN task t ON t.matter_id=m.id JOIN unit u ON u.id=t.unit_id
WHERE m.handler_id=:operator AND m.state NOT IN('archived','void') AND t.replied_on IS NULL AND t.voided_on IS NULL ORDER BY t.until,t.id;

-- name: handover_items
SELECT id AS row,version,number,name,person_id,deputy_id FROM item WHERE valid_to IS NULL AND (person_id=:person OR deputy_id=:person)
ORDER BY number;

-- name: handover_insert
INSERT INTO handover(from_id,to_id,from_person_id,to_person_id,handed_on,reason)
VALUES(:from_id,:to_id,:from_person_id,:to_person_id,:handed_on,:reason);

-- name: handover_matter_set
UPDATE matter SET handler_id=:handler,version=version+1 WHERE id=:id AND version=:version;

-- name: handover_info_set
UPDATE info SET handler_id=:handler,version=version+1 WHERE id=:id AND version=:version;

-- name: handover_item_set
UPDATE item SET person_id=:person_id,deputy_id=:deputy_id,version=version+1 WHERE id=:id AND version=:version;

-- name: handover_matter
SELECT number AS id,version,handler_id,state FROM matter WHERE id=:id;

-- name: handover_info
SELECT number AS id,version,handler_id,state FROM info WHERE id=:id;

-- name: handover_history
SELECT h.handed_on AS day,f.name AS source,t.name AS target,h.reason AS reason
FROM audit_value v JOIN audit_row r ON r.seq=v.seq AND r.tbl='handover' JOIN handover h ON h.id=r.row_id
	LEFT JOIN operator f ON f.id=CAST(v.old AS INTEGER) JOIN operator t ON t.id=h.to_id
WHERE v.tbl=:tbl AND v.row_id=:row_id AND v.field='handler_id' ORDER BY v.seq;
