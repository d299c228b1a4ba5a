-- Units, persons, other bodies.

-- name: unit_list
SELECT u.id,u.version,u.parent_id,u.closed_on,u.name,p.name AS parent,u.code,u.phone,u.room
FROM unit u LEFT JOIN unit p ON p.id=u.parent_id ORDER BY u.id;

-- name: unit_of_id
SELECT u.id,u.version,u.parent_id,u.closed_on,u.name,p.name AS parent,u.code,u.phone,u.room
FROM unit u LEFT JOIN unit p ON p.id=u.parent_id WHERE u.id=:id;

-- name: unit_insert
INSERT INTO unit(name,code,parent_id,phone,room,closed_on) VALUES(:name,:code,:parent_id,:phone,:room,:closed_on);

-- name: unit_update
UPDATE unit SET name=:name,code=:code,parent_id=:parent_id,phone=:phone,room=:room,closed_on=:closed_on,version=version+1
WHERE id=:id AND version=:version;

-- name: person_list
SELECT p.id,p.version,p.unit_id AS parent_id,p.left_on AS closed_on,p.name,u.name AS parent,p.title,p.phone,p.room
FROM person p LEFT JOIN unit u ON u.id=p.unit_id ORDER BY p.id;

-- name: person_of_id
SELECT p.id,p.version,p.unit_id AS parent_id,p.left_on AS closed_on,p.name,u.name AS parent,p.title,p.phone,p.room
FROM person p LEFT JOIN unit u ON u.id=p.unit_id WHERE p.id=:id;

-- name: person_insert
INSERT INTO person(name,unit_id,title,phone,room,left_on) VALUES(:name,:parent_id,:title,:phone,:room,:left_on);

-- name: person_update
UPDATE person SET name=:name,unit_id=:parent_id,title=:title,phone=:phone,room=:room,left_on=:left_on,version=version+1
WHERE id=:id AND version=:version;

-- name: body_list
SELECT id,version,NULL AS parent_id,closed_on,name,kind,holds,items,phone,address,hours,contact FROM body ORDER BY id;

-- name: body_of_id
SELECT id,version,NULL AS parent_id,closed_on,name,kind,holds,items,phone,address,hours,contact FROM body WHERE id=:id;

-- name: body_insert
INSERT INTO body(name,kind,holds,items,phone,address,hours,contact,closed_on)
VALUES(:name,:kind,:holds,:items,:phone,:address,:hours,:contact,:closed_on);

-- name: body_update
UPDATE body SET name=:name,kind=:kind,holds=:holds,items=:items,phone=:phone,address=:address,hours=:hours,contact=:contact,closed_on=:closed_on,
	version=version+1
WHERE id=:id AND version=:version;

-- name: superior_name
SELECT value FROM setting WHERE key='superior' AND valid_from<=:on AND value<>'' ORDER BY valid_from DESC LIMIT 1;
