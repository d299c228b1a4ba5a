-- The audit log (core/office/audit.c).

-- name: audit_last
SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1;

-- name: audit_add
INSERT INTO audit(seq,cmd,at,as_of,operator_id,os_uid,verb,subject,subject_id,outcome,args_hash,result,prev,hash)
VALUES(:seq,:cmd,:at,:as_of,:operator,:os_uid,:verb,:subject,:subject_id,:outcome,:args_hash,:result,:prev,:hash);

-- name: audit_row_add
INSERT INTO audit_row(tbl,row_id,seq,version,digest) VALUES(:tbl,:row_id,:seq,:version,:digest);

-- name: audit_value_add
INSERT INTO audit_value(seq,tbl,row_id,field,old,new,salt,erased_by,commitment)
VALUES(:seq,:tbl,:row_id,:field,:old,:new,:salt,:erased_by,:commitment);

-- name: audit_value_erase
UPDATE audit_value SET old=NULL, new=NULL, salt=NULL, erased_by=:seq
WHERE tbl=:tbl AND row_id=:row_id AND field=:field AND erased_by IS NULL;

-- name: audit_by_cmd
SELECT seq, verb, subject_id, args_hash, result FROM audit WHERE cmd=:cmd;

-- name: audit_lines
SELECT seq, cmd, at, as_of, operator_id, os_uid, verb, subject, subject_id, outcome, args_hash, result, prev, hash
FROM audit WHERE seq>:after ORDER BY seq;

-- name: audit_rows_by_seq
SELECT seq, tbl, row_id, version, digest FROM audit_row WHERE seq=:seq ORDER BY seq, tbl, row_id;

-- name: audit_values_by_seq
SELECT seq, tbl, row_id, field, old, new, salt, erased_by, commitment FROM audit_value WHERE seq=:seq ORDER BY tbl, row_id, field;

-- The digest each record was left with: the last line that touched it.
-- name: audit_rows_last
SELECT r.row_id AS row_id, max(r.seq) AS seq, r.version AS version, r.digest AS digest FROM audit_row AS r WHERE r.tbl=:tbl GROUP BY r.row_id ORDER BY r.row_id;

-- name: audit_moved
SELECT EXISTS(SELECT 1 FROM audit_row WHERE seq>:after AND tbl IN('calendar_day','ruleset','rule_param','receipt_rule','outcome','ground','remedy','fee_tariff')) AS moved;

-- Newest first; each filter is off when NULL.
-- name: audit_list
SELECT a.seq AS seq, a.at AS at, a.as_of AS as_of, o.login AS login, o.name AS operator, a.os_uid AS os_uid, a.verb AS verb,
	a.subject AS subject, a.subject_id AS subject_id, a.outcome AS outcome, a.result AS result
FROM audit AS a LEFT JOIN operator AS o ON o.id=a.operator_id
WHERE a.seq<:before AND (:subject IS NULL OR a.subject=:subject) AND (:verb IS NULL OR a.verb=:verb) AND (:login IS NULL OR o.login=:login)
	AND (:outcome IS NULL OR a.outcome=:outcome)
ORDER BY a.seq DESC LIMIT :limit;

-- name: audit_list_subject
SELECT a.seq AS seq, a.at AS at, a.as_of AS as_of, o.login AS login, o.name AS operator, a.os_uid AS os_uid, a.verb AS verb,
	a.subject AS subject, a.subject_id AS subject_id, a.outcome AS outcome, a.result AS result
FROM audit AS a LEFT JOIN operator AS o ON o.id=a.operator_id
WHERE a.subject=:subject AND a.subject_id=:subject_id AND a.seq<:before AND (:verb IS NULL OR a.verb=:verb)
	AND (:login IS NULL OR o.login=:login) AND (:outcome IS NULL OR a.outcome=:outcome)
ORDER BY a.seq DESC LIMIT :limit;

-- The line that left a row at a version, and what changed in it since.
-- name: audit_version
SELECT seq FROM audit_row WHERE tbl=:tbl AND row_id=:row_id AND version=:version ORDER BY seq DESC LIMIT 1;

-- name: audit_values_since
SELECT v.field AS field, v.old AS old, v.erased_by AS erased_by, a.at AS at, coalesce(o.name,o.login,'') AS who
FROM audit_value AS v JOIN audit AS a ON a.seq=v.seq LEFT JOIN operator AS o ON o.id=a.operator_id
WHERE v.tbl=:tbl AND v.row_id=:row_id AND v.seq>:after ORDER BY v.seq;
