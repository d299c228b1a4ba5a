-- Search everywhere. :key is the comparison form a text must hold, NULL when the text is read by its pinyin. Newest first.

-- name: search_requests
SELECT m.number AS id,r.content AS title,p.name AS text,m.state
FROM request r JOIN matter m ON m.id=r.matter_id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
WHERE :key IS NULL OR instr(r.content_key,:key)>0 OR instr(p.name_key,:key)>0 ORDER BY m.id DESC;

-- name: search_numbers
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,m.number AS text,m.state
FROM matter m LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE m.kind IN('request','correction') AND m.number=:number ORDER BY m.id DESC;

-- name: search_old_answers
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,d.number AS text,m.state
FROM decision d JOIN matter m ON m.id=d.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE d.number IN(:typed,:square,:round) ORDER BY m.id DESC;

-- name: search_phones
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,p.phone AS text,m.state
FROM party p JOIN matter m ON m.id=p.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE p.phone_key>=:digits AND p.phone_key<:digits||'9999999999999' AND p.phone_key IS NOT NULL ORDER BY m.id DESC;

-- name: search_identities
SELECT m.kind,m.number AS id,coalesce(r.content,c.claim) AS title,p.name AS text,m.state
FROM party p JOIN matter m ON m.id=p.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE p.identity_key=:digits ORDER BY m.id DESC;

-- name: search_infos
SELECT i.number AS id,i.title,i.title AS text,i.state FROM info i WHERE :key IS NULL OR instr(i.title_key,:key)>0 ORDER BY i.id DESC;

-- name: search_info_numbers
SELECT 'info' AS kind,i.number AS id,i.title,i.index_number AS text,i.state FROM info i WHERE i.number=:text OR i.index_number=:text;

-- name: search_items
SELECT CAST(i.number AS TEXT) AS id,i.name AS title,i.name AS text,CASE WHEN i.valid_to IS NULL THEN 'open' ELSE 'retired' END AS state
FROM item i WHERE i.valid_to IS NULL ORDER BY i.number;

-- name: search_elements
SELECT i.number||'.'||e.k AS id,i.name||'：'||e.text AS title,e.text,'open' AS state
FROM element e JOIN item i ON i.id=e.item_id WHERE i.valid_to IS NULL AND e.active=1 ORDER BY i.number,e.k;

-- name: search_persons
SELECT p.name AS id,p.name||' '||coalesce(u.name,'')||' '||coalesce(p.phone,'') AS title,p.name AS text,coalesce(p.phone,'') AS phone,
	CASE WHEN p.left_on IS NULL THEN 'open' ELSE 'left' END AS state
FROM person p LEFT JOIN unit u ON u.id=p.unit_id ORDER BY p.id;

-- name: search_units
SELECT u.name AS id,u.name||' '||coalesce(u.phone,'') AS title,u.name AS text,coalesce(u.phone,'') AS phone,
	CASE WHEN u.closed_on IS NULL THEN 'open' ELSE 'closed' END AS state FROM unit u ORDER BY u.id;

-- name: search_letters
SELECT 'letter' AS kind,printf('L%04d-%04d',l.year,l.serial) AS id,l.number||' '||l.kind AS title,l.number AS text,l.status AS state
FROM letter l WHERE l.number IN(:typed,:square,:round) OR (l.series='letter' AND l.year=:year AND l.serial=:serial) OR
	(l.series='letter' AND l.year=:tail_year AND (substr(l.number,-length(:square))=:square OR substr(l.number,-length(:round))=:round))
ORDER BY l.id DESC;

-- name: search_corrections
SELECT m.number AS id,c.claim AS title,p.name||' '||c.record AS text,m.state
FROM correction c JOIN matter m ON m.id=c.matter_id JOIN party p ON p.matter_id=m.id AND p.role='applicant' ORDER BY m.id DESC;

-- name: search_appeals
SELECT a.number AS id,coalesce(m.number||'：','')||coalesce(r.content,c.claim,a.note,'') AS title,
	a.number||' '||coalesce(a.body,'')||' '||coalesce(a.file_number,'') AS text,iif(a.voided_on IS NULL,a.result,'void') AS state
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
ORDER BY a.id DESC;

-- name: search_appeal_numbers
SELECT 'appeal' AS kind,a.number AS id,coalesce(m.number||'：','')||coalesce(r.content,c.claim,a.note,'') AS title,a.number AS text,iif(a.voided_on IS NULL,a.result,'void') AS state
FROM appeal a LEFT JOIN matter m ON m.id=a.matter_id LEFT JOIN request r ON r.matter_id=m.id LEFT JOIN correction c ON c.matter_id=m.id
WHERE a.number=:text OR a.file_number IN(:typed,:square,:round);

-- Entries of the registers kept by hand: by their words; by number, waybill or telephone.
-- name: search_entries
SELECT e.number AS id,coalesce(e.title,e.content,e.waybill,'') AS title,
	coalesce(e.name,'')||' '||coalesce(e.title,'')||' '||coalesce(e.content,'')||' '||coalesce(e.handling,'') AS text,
	CASE WHEN e.voided_on IS NOT NULL THEN 'void' WHEN e.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END AS state
FROM register_entry e ORDER BY e.id DESC;

-- name: search_entry_numbers
SELECT 'register' AS kind,e.number AS id,coalesce(e.title,e.content,e.waybill,'') AS title,e.number AS text,
	CASE WHEN e.voided_on IS NOT NULL THEN 'void' WHEN e.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END AS state
FROM register_entry e WHERE e.number IN(:text,:full) OR e.waybill=:text OR (:digits IS NOT NULL AND length(:digits)>=7 AND
	replace(replace(replace(e.phone,'-',''),' ',''),'+86','')=:digits) ORDER BY e.id DESC;
