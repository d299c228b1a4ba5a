-- Requests and corrections: their common head.

-- name: matter_insert
INSERT INTO matter(kind,number,year,registered_on,channel,arrived,signed,confirmed,confirmed_with,confirmed_by,received,ruleset,exclusion,handler_id,state,parent_id,source)
VALUES(:kind,:number,:year,:registered_on,:channel,:arrived,:signed,:confirmed,:confirmed_with,:confirmed_by,:received,:ruleset,:exclusion,:handler_id,:state,:parent_id,:source);

-- name: matter_by_id
SELECT id AS row,kind,number AS id,registered_on,channel,arrived,signed,confirmed,confirmed_with,confirmed_by,received,ruleset,exclusion,unit_id,
	handler_id,state,before_void,outcome,closed_on,parent_id,void_reason,archive_number,retention,source,version
FROM matter WHERE id=:id;

-- The year and the serial of its number: what came first has the smaller one.
-- name: matter_turn
SELECT year*10000000+CAST(substr(number,instr(number,'-')+1) AS INTEGER) AS turn FROM matter WHERE id=:id;

-- name: matter_by_number
SELECT id FROM matter WHERE kind=:kind AND number=:number;

-- The dates of receipt and what follows from them.
-- name: matter_set_receipt
UPDATE matter SET channel=:channel,arrived=:arrived,signed=:signed,confirmed=:confirmed,confirmed_with=:confirmed_with,
	confirmed_by=:confirmed_by,received=:received,ruleset=:ruleset,exclusion=:exclusion,state=:state,version=version+1
WHERE id=:id AND version=:version;

-- name: matter_set_state
UPDATE matter SET state=:state,outcome=:outcome,closed_on=:closed_on,version=version+1 WHERE id=:id AND version=:version;

-- name: matter_void
UPDATE matter SET before_void=state,state='void',void_reason=:reason,closed_on=:closed_on,version=version+1 WHERE id=:id AND version=:version;

-- name: matter_shelve
UPDATE matter SET archive_number=:archive_number,retention=:retention,version=version+1 WHERE id=:id AND version=:version;

-- name: matter_shelved
SELECT number FROM matter WHERE archive_number=:archive_number AND id<>:id;

-- name: matter_set_unit
UPDATE matter SET unit_id=:unit_id,version=version+1 WHERE id=:id AND version=:version;

-- Who looked at the applicant's papers, and when.
-- name: matter_identity
SELECT coalesce(r.identity_checked_on,c.identity_checked_on) AS "on",coalesce(r.identity_checked_by,c.identity_checked_by) AS "by"
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id WHERE m.id=:id;

-- name: matter_identity_request
UPDATE request SET identity_checked_on=:on,identity_checked_by=:by,version=version+1 WHERE matter_id=:id;

-- name: matter_identity_correction
UPDATE correction SET identity_checked_on=:on,identity_checked_by=:by,version=version+1 WHERE matter_id=:id;

-- What was last served, by which letter, with which decision; the day of the newest finished review.
-- name: matter_served
SELECT d.sent_on AS "on",l.letter_date,l.kind,x.outcome,x.ground,
	(SELECT max(result_on) FROM appeal WHERE matter_id=:id AND kind='review' AND result<>'pending' AND voided_on IS NULL) AS reviewed
FROM delivery d JOIN letter l ON l.id=d.letter_id LEFT JOIN decision x ON x.matter_id=d.matter_id AND x.superseded_on IS NULL
WHERE d.matter_id=:id AND d.voided_on IS NULL ORDER BY d.id DESC LIMIT 1;
