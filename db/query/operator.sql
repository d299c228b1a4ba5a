-- Operators and their roles (core/office/operator.c).

-- name: operator_insert
INSERT INTO operator(login,name,person_id,unit_id,ssh_key) VALUES(:login,:name,:person_id,:unit_id,:ssh_key);

-- name: operator_role_all
INSERT INTO operator_role(operator_id,role) SELECT :operator, code FROM role ORDER BY id;

-- name: operator_list
SELECT o.id AS id, o.login AS login, o.name AS name, u.name AS unit, o.unit_id AS unit_id, o.person_id AS person_id, o.ssh_key AS ssh_key,
	o.disabled_on AS disabled_on, o.version AS version,
	(SELECT group_concat(role,',') FROM (SELECT r.role AS role FROM operator_role AS r JOIN role AS x ON x.code=r.role
		WHERE r.operator_id=o.id AND r.active=1 ORDER BY x.id)) AS roles
FROM operator AS o LEFT JOIN unit AS u ON u.id=o.unit_id ORDER BY o.id;

-- name: operator_by_login
SELECT o.id AS id, o.login AS login, o.name AS name, u.name AS unit, o.unit_id AS unit_id, o.person_id AS person_id, o.ssh_key AS ssh_key,
	o.disabled_on AS disabled_on, o.version AS version,
	(SELECT group_concat(role,',') FROM (SELECT r.role AS role FROM operator_role AS r JOIN role AS x ON x.code=r.role
		WHERE r.operator_id=o.id AND r.active=1 ORDER BY x.id)) AS roles
FROM operator AS o LEFT JOIN unit AS u ON u.id=o.unit_id WHERE o.login=:login;

-- name: operator_disable
UPDATE operator SET disabled_on=:disabled_on, version=version+1 WHERE id=:id;

-- name: operator_change
UPDATE operator SET name=coalesce(:name,name), unit_id=coalesce(:unit_id,unit_id), ssh_key=coalesce(:ssh_key,ssh_key), version=version+1
WHERE id=:id;

-- name: operator_role_set
INSERT INTO operator_role(operator_id,role,active) VALUES(:operator,:role,:active)
ON CONFLICT(operator_id,role) DO UPDATE SET active=excluded.active, version=version+1 WHERE active<>excluded.active;

-- name: operator_role_clear
UPDATE operator_role SET active=0, version=version+1 WHERE operator_id=:operator AND active=1;

-- name: role_find
SELECT code FROM role WHERE code=:typed OR name=:typed;

-- How many enabled operators could still manage operators.
-- name: operator_admins
SELECT count(DISTINCT o.id) AS n FROM operator AS o JOIN operator_role AS r ON r.operator_id=o.id AND r.active=1
WHERE o.disabled_on IS NULL AND r.role='admin' AND o.id<>:except;

-- Unfinished cases that an operator handles.
-- name: operator_open_work
SELECT (SELECT count(*) FROM matter WHERE handler_id=:operator AND kind IN('request','correction') AND state NOT IN('archived','void'))
	+(SELECT count(*) FROM info WHERE handler_id=:operator AND state IN('draft','reviewing','refused','ready')) AS n;
