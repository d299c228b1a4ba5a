-- Information, its duties, reviews and publications (主动公开).

-- part: columns
SELECT i.id AS row,i.number AS id,i.version,i.element_id,i.unit_id,i.state,i.title,i.formed,i.origin,i.made_by,i.disposition,i.ground,
	i.reason,i.document_number,i.summary,i.event_date,i.due_typed,i.due_basis,i.confirm_with,i.index_number,i.registered_on,
	i.confirmed_on,i.confirmed_ref,i.void_reason,i.source,t.number AS item,t.name AS item_name,t.publishers,e.k AS element,
	e.text AS element_text,u.name AS unit

-- part: info
{columns}
FROM info i JOIN element e ON e.id=i.element_id JOIN item t ON t.id=e.item_id LEFT JOIN unit u ON u.id=i.unit_id

-- A condition whose parameter is NULL is off.
-- part: filter
(:disposition IS NULL OR i.disposition=:disposition)
	AND (:item IS NULL OR t.number=:item) AND (:unit_id IS NULL OR i.unit_id=:unit_id)
	AND (:key IS NULL OR instr(i.title_key,:key)>0 OR instr(i.index_number,:text)>0 OR instr(coalesce(i.document_number,''),:text)>0)

-- name: info_one
{info} WHERE i.id=:id;

-- One page, newest first.
-- name: info_page
{info}
WHERE i.id<=coalesce(:from,9223372036854775807) AND (:state IS NULL OR i.state=:state) AND {filter}
ORDER BY i.id DESC LIMIT coalesce(:limit,-1);

-- The rows before such a page, nearest first.
-- name: info_page_back
{info}
WHERE i.id>coalesce(:from,0) AND (:state IS NULL OR i.state=:state) AND {filter}
ORDER BY i.id LIMIT coalesce(:limit,-1);

-- By number, either way.
-- name: info_page_number
{info}
WHERE i.number>=coalesce(:number,'') AND (:state IS NULL OR i.state=:state) AND {filter}
ORDER BY i.number LIMIT coalesce(:limit,-1);

-- name: info_page_number_down
{info}
WHERE i.number<coalesce(:number,'~') AND (:state IS NULL OR i.state=:state) AND {filter}
ORDER BY i.number DESC LIMIT coalesce(:limit,-1);

-- Unmet duties whose day has passed, oldest due first, by the index of deadlines.
-- name: info_late
{columns}
FROM deadline d JOIN info i ON i.id=d.owner_id JOIN element e ON e.id=i.element_id JOIN item t ON t.id=e.item_id
	LEFT JOIN unit u ON u.id=i.unit_id
WHERE d.owner='info' AND d.clock='publish' AND d.state='running' AND d.due<:today
	AND (:item IS NULL OR t.number=:item) AND (:unit_id IS NULL OR i.unit_id=:unit_id)
ORDER BY d.due,i.id LIMIT coalesce(:limit,-1);

-- name: info_by_number
SELECT id FROM info WHERE number=:number;

-- name: info_by_index
SELECT id FROM info WHERE index_number=:number;

-- The same document entered before: same element, title and day.
-- name: info_twin
SELECT id FROM info WHERE title_key=:title_key AND element_id=:element_id AND formed=:formed AND state<>'void' ORDER BY id LIMIT 1;

-- name: info_ids
SELECT id FROM info ORDER BY id;

-- name: info_insert
INSERT INTO info(number,index_number,element_id,title,title_key,document_number,summary,origin,made_by,unit_id,formed,event_date,due_typed,
	due_basis,disposition,ground,reason,confirm_with,handler_id,state,source,registered_on)
VALUES(:id,:index_number,:element_id,:title,:title_key,:document_number,:summary,:origin,:made_by,:unit_id,:formed,:event_date,:due_typed,
	:due_basis,:disposition,:ground,:reason,:confirm_with,:handler_id,'draft',:source,:registered_on);

-- name: info_update
UPDATE info SET element_id=:element_id,title=:title,title_key=:title_key,document_number=:document_number,summary=:summary,origin=:origin,
	made_by=:made_by,unit_id=:unit_id,formed=:formed,event_date=:event_date,due_typed=:due_typed,due_basis=:due_basis,
	disposition=:disposition,ground=:ground,reason=:reason,confirm_with=:confirm_with,state=:state,version=version+1
WHERE id=:row AND version=:version;

-- name: info_state
UPDATE info SET state=:state,version=version+1 WHERE id=:row AND version=:version;

-- name: info_void
UPDATE info SET state='void',void_reason=:reason,version=version+1 WHERE id=:row AND version=:version;

-- name: info_confirmed
UPDATE info SET confirmed_on=:on,confirmed_ref=:ref,version=version+1 WHERE id=:row AND version=:version;

-- The element of an item as it stood on a day; before its first version, the first.
-- name: info_element
SELECT e.id,e.k,e.rule,t.name,t.publishers,t.id AS item_id FROM element e JOIN item t ON t.id=e.item_id
WHERE t.number=:item AND e.active=1 AND (:element IS NULL OR e.k=:element)
	AND t.id=(SELECT v.id FROM item v WHERE v.number=:item ORDER BY (v.valid_from<=:on AND (v.valid_to IS NULL OR v.valid_to>=:on)) DESC,
		v.valid_from<=:on,CASE WHEN v.valid_from<=:on THEN -julianday(v.valid_from) ELSE julianday(v.valid_from) END LIMIT 1)
ORDER BY e.k;

-- name: info_item_in_force
SELECT count(*) FROM item WHERE number=:item AND valid_from<=:on AND (valid_to IS NULL OR valid_to>=:on);

-- name: info_duties
SELECT d.id AS row,d.kind,d.start,e.rule FROM duty d JOIN element e ON e.id=d.element_id WHERE d.info_id=:id ORDER BY d.id;

-- name: info_reviews
SELECT r.step,r.result,r.reviewer,r.reviewed_on AS "on",r.reason,r.approval_ref,r.origin,r.duty_id AS duty FROM review r WHERE r.info_id=:id ORDER BY r.id;

-- name: info_publications
SELECT p.duty_id AS duty,p.channel,p.place,p.evidence,p.published_on AS "on",p.withdrawn_on,p.withdrawn_reason
FROM publication p WHERE p.info_id=:id ORDER BY p.id;

-- name: info_reviews_of_duty
SELECT step,result,reviewer,reviewed_on AS "on" FROM review WHERE info_id=:id AND duty_id=:duty ORDER BY id;

-- name: duty_insert
INSERT INTO duty(info_id,kind,start,element_id,reason) VALUES(:info_id,:kind,:start,:element_id,:reason);

-- name: duty_move
UPDATE duty SET start=:start,element_id=:element_id,version=version+1 WHERE id=:id;

-- name: review_insert
INSERT INTO review(info_id,duty_id,step,result,reviewer,reviewed_on,reason,approval_ref,origin)
VALUES(:info_id,:duty_id,:step,:result,:reviewer,:on,:reason,:approval_ref,:origin);

-- name: publication_insert
INSERT INTO publication(info_id,duty_id,channel,published_on,place,evidence) VALUES(:info_id,:duty_id,:channel,:on,:place,:evidence);

-- name: publication_twin
SELECT count(*) FROM publication WHERE info_id=:info_id AND channel=:channel AND published_on=:on;

-- name: publication_withdraw
UPDATE publication SET withdrawn_on=:on,withdrawn_reason=:reason,version=version+1
WHERE info_id=:info_id AND withdrawn_on IS NULL AND (:channel IS NULL OR channel=:channel);

-- name: publication_active
SELECT count(*) FROM publication WHERE info_id=:info_id AND withdrawn_on IS NULL AND (:channel IS NULL OR channel=:channel);

-- name: publication_last_day
SELECT max(published_on) AS "on" FROM publication WHERE info_id=:info_id AND withdrawn_on IS NULL AND (:channel IS NULL OR channel=:channel);
