-- The catalogue: items by version, their elements, the texts of their bases.

-- name: item_in_force
SELECT i.id,i.number,i.valid_from,i.valid_to,i.source,i.origin,i.grp AS "group",i.name,i.content,i.basis,i.publishers,i.channels,i.other,
	i.audience,i.mode,i.note,i.raw,i.unit_id,i.person_id,i.deputy_id,i.version,u.name AS unit,p.name AS person,d.name AS deputy,
	coalesce(p.phone,u.phone) AS phone,coalesce(p.room,u.room) AS room,u.phone AS unit_phone
FROM item i LEFT JOIN unit u ON u.id=i.unit_id LEFT JOIN person p ON p.id=i.person_id LEFT JOIN person d ON d.id=i.deputy_id
WHERE i.valid_from<=:on AND (i.valid_to IS NULL OR i.valid_to>=:on)
ORDER BY i.number;

-- name: element_in_force
SELECT e.id,e.item_id,e.k AS element,e.text,e.deadline,e.rule
FROM item i JOIN element e ON e.item_id=i.id
WHERE i.valid_from<=:on AND (i.valid_to IS NULL OR i.valid_to>=:on) AND e.active=1
ORDER BY i.number,e.k;

-- name: item_history
SELECT i.id,i.number,i.valid_from,i.valid_to,i.source,i.origin,i.grp AS "group",i.name,i.content,i.basis,i.publishers,i.channels,i.other,
	i.audience,i.mode,i.note,i.raw,i.unit_id,i.person_id,i.deputy_id,i.version,u.name AS unit,p.name AS person,d.name AS deputy,
	coalesce(p.phone,u.phone) AS phone,coalesce(p.room,u.room) AS room,u.phone AS unit_phone
FROM item i LEFT JOIN unit u ON u.id=i.unit_id LEFT JOIN person p ON p.id=i.person_id LEFT JOIN person d ON d.id=i.deputy_id
WHERE :number IS NULL OR i.number=:number
ORDER BY i.number,i.valid_from;

-- name: element_history
SELECT e.id,e.item_id,e.k AS element,e.text,e.deadline,e.rule
FROM item i JOIN element e ON e.item_id=i.id
WHERE (:number IS NULL OR i.number=:number) AND e.active=1
ORDER BY i.number,i.valid_from,e.k;

-- name: item_insert
INSERT INTO item(number,valid_from,valid_to,source,origin,grp,name,content,basis,publishers,channels,other,audience,mode,note,raw,unit_id,
	person_id,deputy_id)
VALUES(:number,:valid_from,NULL,:source,:origin,:group,:name,:content,:basis,:publishers,:channels,:other,:audience,:mode,:note,:raw,:unit_id,
	:person_id,:deputy_id);

-- name: item_update
UPDATE item SET source=:source,origin=:origin,grp=:group,name=:name,content=:content,basis=:basis,publishers=:publishers,channels=:channels,
	other=:other,audience=:audience,mode=:mode,note=:note,raw=:raw,version=version+1
WHERE id=:id AND version=:version;

-- name: item_close
UPDATE item SET valid_to=:valid_to,retired_reason=:reason,version=version+1 WHERE id=:id AND version=:version;

-- name: item_assign
UPDATE item SET unit_id=:unit_id,person_id=:person_id,deputy_id=:deputy_id,version=version+1 WHERE id=:id AND version=:version;

-- name: element_insert
INSERT INTO element(item_id,k,text,deadline,rule) VALUES(:item_id,:element,:text,:deadline,:rule);

-- name: element_update
UPDATE element SET text=:text,deadline=:deadline,rule=:rule,active=1,version=version+1 WHERE item_id=:item_id AND k=:element;

-- name: element_drop
UPDATE element SET active=0,version=version+1 WHERE item_id=:item_id AND k=:element;

-- name: element_exists
SELECT count(*) FROM element WHERE item_id=:item_id AND k=:element;

-- name: item_any
SELECT count(*) FROM item WHERE number=:number;

-- name: item_next_number
SELECT coalesce(max(number),0)+1 FROM item;

-- name: basis_insert
INSERT INTO basis(mark,text) VALUES(:mark,:text);

-- name: basis_has
SELECT count(*) FROM basis WHERE mark=:mark;

-- name: element_published
SELECT infos,last FROM element_use WHERE element_id=:element_id;

-- Elements whose index is not what their infos and publications say.
-- name: element_use_wrong
SELECT e.id AS element_id FROM element AS e LEFT JOIN element_use AS u ON u.element_id=e.id LEFT JOIN element_use_true AS v ON v.element_id=e.id
WHERE coalesce(u.infos,0)<>coalesce(v.infos,0) OR u.last IS NOT v.last;

-- name: element_due
SELECT i.number,d.due,d.provisional
FROM deadline d JOIN info f ON f.id=d.owner_id JOIN element e ON e.id=f.element_id JOIN item i ON i.id=e.item_id
WHERE d.owner='info' AND d.clock='publish' AND d.state='running'
ORDER BY d.due;
