-- Requests and corrections: their common head.

-- name: matter_insert
INSERT INTO matter(kind,number,year,registered_on,channel,arrived,signed,confirmed,confirmed_with,confirmed_by,received,ruleset,exclusion,handler_id,state,parent_id,source)
VALUES(:kind,:number,:year,:registered_on,:channel,:arrived,:signed,:confirmed,:confirmed_with,:confirmed_by,:received,:ruleset,:exclusion,:handler_id,:state,:parent_id,:source);

-- name: matter_by_id
SELECT id AS row,kind,number AS id,registered_on,channel,arrived,signed,confirmed,confirmed_with,confirmed_by,received,ruleset,exclusion,unit_id,
	handler_id,state,before_void,outcome,closed_on,parent_id,void_reason,source,version
FROM matter WHERE id=:id;

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

-- name: matter_set_unit
UPDATE matter SET unit_id=:unit_id,version=version+1 WHERE id=:id AND version=:version;
