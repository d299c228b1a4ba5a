-- The office record, its operators and their powers. See migrate/0001_base.sql.

-- name: office_get
SELECT uuid, epoch, name, purpose FROM office WHERE id=1;

-- name: office_insert
INSERT INTO office(id,uuid,name,purpose) VALUES(1,:uuid,:name,:purpose);

-- name: office_epoch_set
UPDATE office SET epoch=:epoch, version=version+1 WHERE id=1;

-- name: office_name_set
UPDATE office SET name=:name, version=version+1 WHERE id=1 AND name<>:name;

-- name: office_operator_by_login
SELECT id, login, name, unit_id, disabled_on FROM operator WHERE login=:login;

-- name: office_operator_by_id
SELECT id, login, name, unit_id, disabled_on FROM operator WHERE id=:id;

-- 2: for the whole office, 1: for the operator's unit, NULL: not at all.
-- name: office_scope
SELECT max(CASE c.scope WHEN 'office' THEN 2 ELSE 1 END) AS scope
FROM operator_role AS r JOIN role_capability AS c ON c.role=r.role AND c.capability=:capability AND c.active=1
WHERE r.operator_id=:operator AND r.active=1;

-- Who could: the names of the roles.
-- name: office_roles_with
SELECT group_concat(name,'、') AS names FROM
(SELECT o.name AS name FROM role_capability AS c JOIN role AS o ON o.code=c.role WHERE c.capability=:capability AND c.active=1 ORDER BY o.id);

-- name: calendar_rows_all
SELECT d.date AS date, d.kind AS kind, d.name AS name, d.notice AS notice, d.superseded_by IS NOT NULL AS superseded
FROM calendar_day AS d JOIN notice AS n ON n.number=d.notice ORDER BY n.id, d.date;

-- name: sequence_get
SELECT next FROM sequence WHERE series=:series AND year=:year;

-- name: sequence_add
INSERT INTO sequence(series,year,next) VALUES(:series,:year,:next);

-- name: sequence_set
UPDATE sequence SET next=:next WHERE series=:series AND year=:year;

-- Everything that has deadlines, in the order of its kinds.
-- name: office_deadline_owners
SELECT id, kind, number FROM matter UNION ALL SELECT id, 'info', number FROM info;
