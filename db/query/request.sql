-- Requests (依申请公开).

-- name: request_insert
INSERT INTO request(matter_id,content,content_key,document_number,index_number,purpose,form,route,accept_other,assistance,applied_on,waybill,
	co_applicants,anti_smuggling)
VALUES(:matter_id,:content,:content_key,:document_number,:index_number,:purpose,:form,:route,:accept_other,:assistance,:applied_on,
	:waybill,:co_applicants,:anti_smuggling);

-- name: request_update
UPDATE request SET content=:content,content_key=:content_key,document_number=:document_number,index_number=:index_number,
	purpose=:purpose,form=:form,route=:route,accept_other=:accept_other,assistance=:assistance,applied_on=:applied_on,waybill=:waybill,
	co_applicants=:co_applicants,anti_smuggling=:anti_smuggling,	version=version+1
WHERE matter_id=:matter_id;

-- Everything that was typed, by field names.
-- name: request_typed
SELECT m.channel,m.arrived,m.signed,m.confirmed,m.confirmed_with,r.content,r.document_number,r.index_number,r.purpose,r.form,r.route,r.accept_other,
	r.assistance,r.applied_on,r.waybill,r.co_applicants,r.anti_smuggling,p.applicant_kind,p.name,p.id_kind,p.id_number,p.contact,p.legal_rep,p.agent,p.phone,p.email,p.fax,
	p.address,p.postcode,p.employer,p.id AS party_id
FROM matter m JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant' WHERE m.id=:id;

-- part: page_columns
SELECT m.number AS id,m.state,m.received,d.due,p.name,p.applicant_kind,p.id_number,p.phone,r.content,m.channel,m.outcome,u.name AS unit,m.ruleset,m.registered_on,
	d.provisional,m.id AS row,m.version,d.state AS clock,d.left_days

-- part: page
{page_columns}
FROM matter m JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant' LEFT JOIN unit u ON u.id=m.unit_id
	LEFT JOIN deadline d ON d.owner='request' AND d.owner_id=m.id AND d.clock='answer'

-- A condition whose parameter is NULL is off. Words look in number, name and text.
-- part: page_filter
(:channel IS NULL OR m.channel=:channel) AND (:year IS NULL OR m.year=:year) AND (:open IS NULL OR m.closed_on IS NULL)
	AND (:handler IS NULL OR m.handler_id IN(SELECT id FROM operator WHERE login=:handler OR name=:handler))
	AND (:name_key IS NULL OR instr(p.name_key,:name_key)>0) AND (:text_key IS NULL OR instr(r.content_key,:text_key)>0)
-- part: page_words
	AND (:word1 IS NULL OR instr(replace(m.number,'-','')||' '||p.name_key||' '||r.content_key,:word1)>0)
	AND (:word2 IS NULL OR instr(replace(m.number,'-','')||' '||p.name_key||' '||r.content_key,:word2)>0)
	AND (:not_word IS NULL OR instr(replace(m.number,'-','')||' '||p.name_key||' '||r.content_key,:not_word)=0)

-- One page, newest first; each condition is off when its parameter is NULL. Words look in number, name and text.  (+m.kind: walk the rows by id
-- instead of sorting all of a kind.)
-- name: request_page
{page}
WHERE +m.kind='request' AND m.id<coalesce(:after_id,9223372036854775807) AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.id DESC LIMIT coalesce(:limit,-1);

-- The rows before: newer ones, nearest first.
-- name: request_page_back
{page}
WHERE +m.kind='request' AND m.id>coalesce(:before_id,0) AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.id LIMIT coalesce(:limit,-1);

-- The same by the index of states: one state may be rare among many rows.
-- name: request_page_state
{page}
WHERE m.kind='request' AND m.state=:state AND m.id<coalesce(:after_id,9223372036854775807)
	AND {page_filter} {page_words}
ORDER BY m.id DESC LIMIT coalesce(:limit,-1);

-- name: request_page_state_back
{page}
WHERE m.kind='request' AND m.state=:state AND m.id>coalesce(:before_id,0)
	AND {page_filter} {page_words}
ORDER BY m.id LIMIT coalesce(:limit,-1);

-- name: request_page_open
{page}
WHERE m.kind='request' AND m.closed_on IS NULL AND m.id<coalesce(:after_id,9223372036854775807) AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.id DESC LIMIT coalesce(:limit,-1);

-- name: request_page_open_back
{page}
WHERE m.kind='request' AND m.closed_on IS NULL AND m.id>coalesce(:before_id,0) AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.id LIMIT coalesce(:limit,-1);

-- By number, which is not the order of ids where an old ledger came in later.
-- name: request_page_number
{page}
WHERE m.kind='request' AND m.number>=coalesce(:number,'') AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.number LIMIT coalesce(:limit,-1);

-- name: request_page_number_down
{page}
WHERE m.kind='request' AND m.number<coalesce(:number,'~') AND (:state IS NULL OR m.state=:state)
	AND {page_filter} {page_words}
ORDER BY m.number DESC LIMIT coalesce(:limit,-1);

-- With words among many rows: the words first, in the narrow table.
-- name: request_page_words
{page_columns}
FROM request_key k CROSS JOIN matter m ON m.id=k.matter_id CROSS JOIN request r ON r.matter_id=m.id CROSS JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN deadline d ON d.owner='request' AND d.owner_id=m.id AND d.clock='answer'
WHERE k.matter_id<coalesce(:after_id,9223372036854775807)
	AND (:word1 IS NULL OR instr(k.key,:word1)>0) AND (:word2 IS NULL OR instr(k.key,:word2)>0) AND (:not_word IS NULL OR instr(k.key,:not_word)=0)
	AND (:state IS NULL OR m.state=:state) AND {page_filter}
ORDER BY k.matter_id DESC LIMIT coalesce(:limit,-1);

-- name: request_page_words_back
{page_columns}
FROM request_key k CROSS JOIN matter m ON m.id=k.matter_id CROSS JOIN request r ON r.matter_id=m.id CROSS JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id LEFT JOIN deadline d ON d.owner='request' AND d.owner_id=m.id AND d.clock='answer'
WHERE k.matter_id>coalesce(:before_id,0)
	AND (:word1 IS NULL OR instr(k.key,:word1)>0) AND (:word2 IS NULL OR instr(k.key,:word2)>0) AND (:not_word IS NULL OR instr(k.key,:not_word)=0)
	AND (:state IS NULL OR m.state=:state) AND {page_filter}
ORDER BY k.matter_id LIMIT coalesce(:limit,-1);

-- name: request_key_wrong
SELECT k.matter_id FROM request_key k LEFT JOIN request_key_true t ON t.matter_id=k.matter_id WHERE t.key IS NOT k.key
UNION SELECT t.matter_id FROM request_key_true t LEFT JOIN request_key k ON k.matter_id=t.matter_id WHERE k.key IS NULL LIMIT 1;

-- Short lists, nearest date first: what is due, what waits.
-- name: request_due
{page_columns}
FROM deadline d JOIN matter m ON m.id=d.owner_id JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id
WHERE d.owner='request' AND d.clock='answer' AND d.state='running' AND d.due BETWEEN :from AND :to ORDER BY d.due,m.id LIMIT :limit;

-- name: request_waiting_others
{page_columns}
FROM deadline d INDEXED BY deadline_moving JOIN matter m ON m.id=d.owner_id JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN unit u ON u.id=m.unit_id
WHERE d.owner='request' AND d.clock='answer' AND d.state='moving' ORDER BY m.id LIMIT :limit;

-- name: request_waiting_applicant
{page}
WHERE m.kind='request' AND m.state IN ('clarifying','fee_pending') ORDER BY m.id LIMIT :limit;

-- part: same
SELECT m.id,m.number FROM party p JOIN matter m ON m.id=p.matter_id
WHERE p.$=:key AND p.role='applicant' AND m.kind='request' AND m.id<>coalesce(:except,0) AND m.state<>'void' ORDER BY p.id DESC LIMIT :limit;

-- name: request_same_identity
{same identity_key}

-- name: request_same_phone
{same phone_key}

-- name: request_same_name
{same name_key}

-- name: text_mark_put
INSERT OR IGNORE INTO text_mark(mark,row_id) VALUES(:mark,:row_id);

-- Every text that has marks; the salts are those of office/similar.h.
-- name: text_keys
SELECT matter_id AS row_id,content_key AS key,1000 AS salt FROM request UNION ALL SELECT id,title_key,2000 FROM info;

-- name: text_mark_there
SELECT EXISTS(SELECT 1 FROM text_mark WHERE mark=:mark AND row_id=:row_id);

-- name: text_marked
SELECT row_id AS id FROM text_mark WHERE mark=:mark AND row_id<>coalesce(:except,0) ORDER BY row_id DESC LIMIT :limit;

-- name: request_text_of
SELECT m.number,r.content_key FROM request r JOIN matter m ON m.id=r.matter_id WHERE r.matter_id=:id AND m.state<>'void';

-- Information that stands in public: where it can be read.
-- name: request_public
SELECT i.number,i.title,i.title_key,i.index_number,i.document_number,t.number AS item,t.name AS item_name,p.channel,p.published_on,p.place
FROM info i JOIN element e ON e.id=i.element_id JOIN item t ON t.id=e.item_id JOIN publication p ON p.info_id=i.id
WHERE i.id=:id AND i.state='published' AND p.withdrawn_on IS NULL ORDER BY p.place IS NULL,p.published_on LIMIT 1;

-- name: request_public_by_index
SELECT id FROM info WHERE index_number=:key;

-- name: request_public_by_document
SELECT id FROM info WHERE document_number IS NOT NULL AND
	replace(replace(replace(replace(replace(replace(replace(document_number,' ',''),'〔','['),'〕',']'),'（','['),'）',']'),'(','['),')',']')=:key ORDER BY id DESC LIMIT :limit;

-- name: request_public_by_title
SELECT id FROM info WHERE title_key=:key ORDER BY id DESC LIMIT :limit;

-- part: repeats
SELECT count(*) AS year,coalesce(sum(m.received BETWEEN :first AND :last),0) AS month FROM party p CROSS JOIN matter m ON m.id=p.matter_id
WHERE p.$=:key AND p.role='applicant' AND m.kind='request' AND m.state<>'void' AND m.received BETWEEN :new_year AND :year_end;

-- Of one applicant, by identity or, without one, by name: requests received in the month and in the year.
-- name: request_repeat_identity
{repeats identity_key}

-- name: request_repeat_name
{repeats name_key}
