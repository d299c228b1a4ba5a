-- The index of computed deadlines.

-- name: deadline_put
INSERT INTO deadline(owner,owner_id,clock,due,provisional,state,left_days) VALUES(:owner,:owner_id,:clock,:due,:provisional,:state,:left_days)
ON CONFLICT(owner,owner_id,clock) DO UPDATE SET due=excluded.due,provisional=excluded.provisional,state=excluded.state,left_days=excluded.left_days;

-- name: deadline_clear
DELETE FROM deadline WHERE owner=:owner AND owner_id=:owner_id;

-- name: deadline_of
SELECT clock,due,provisional,state,left_days FROM deadline WHERE owner=:owner AND owner_id=:owner_id ORDER BY clock;
