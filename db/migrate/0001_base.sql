-- 0001: the first schema. Editable until the first release.
--
-- Rules (core/store/README.md): every table STRICT; days TEXT YYYY-MM-DD, instants TEXT UTC, money INTEGER in 分, flags INTEGER 0/1.
-- A table with an INTEGER PRIMARY KEY is a table of records: every change of a row is audited (digest, old and new values), and
-- the store adds a trigger that refuses DELETE. A table WITHOUT ROWID is an index that may be rewritten: not audited, deletable.
-- Optimistic locking needs `version INTEGER NOT NULL DEFAULT 1`. A column added later must be nullable.
PRAGMA application_id=0x67776767;

-- --- the office, its people and their powers -----------------------------------------------------------------------------------
CREATE TABLE office(
	id INTEGER PRIMARY KEY CHECK(id=1),
	uuid TEXT NOT NULL UNIQUE,
	epoch INTEGER NOT NULL DEFAULT 1,
	name TEXT NOT NULL,
	purpose TEXT NOT NULL DEFAULT 'live' CHECK(purpose IN('live','demo','test')),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Dated: the value in force on a day is the one with the latest valid_from not after it.
CREATE TABLE setting(
	id INTEGER PRIMARY KEY,
	key TEXT NOT NULL,
	valid_from TEXT NOT NULL DEFAULT '2000-01-01',
	value TEXT NOT NULL,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(key,valid_from)
) STRICT;

-- The next serial of a series and year; only ever raised.
CREATE TABLE sequence(
	id INTEGER PRIMARY KEY,
	series TEXT NOT NULL,
	year INTEGER NOT NULL,
	next INTEGER NOT NULL,
	UNIQUE(series,year)
) STRICT;

CREATE TABLE unit(
	id INTEGER PRIMARY KEY,
	code TEXT UNIQUE,
	name TEXT NOT NULL,
	parent_id INTEGER REFERENCES unit,
	phone TEXT, room TEXT,
	closed_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE person(
	id INTEGER PRIMARY KEY,
	unit_id INTEGER REFERENCES unit,
	name TEXT NOT NULL,
	title TEXT, phone TEXT, room TEXT,
	left_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX person_unit ON person(unit_id);

CREATE TABLE operator(
	id INTEGER PRIMARY KEY,
	login TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	person_id INTEGER REFERENCES person,
	unit_id INTEGER REFERENCES unit,
	ssh_key TEXT,
	disabled_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE role(
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL
) STRICT;

CREATE TABLE role_capability(
	id INTEGER PRIMARY KEY,
	role TEXT NOT NULL REFERENCES role(code),
	capability TEXT NOT NULL,
	scope TEXT NOT NULL DEFAULT 'office' CHECK(scope IN('office','unit')),
	active INTEGER NOT NULL DEFAULT 1 CHECK(active IN(0,1)),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(role,capability)
) STRICT;
CREATE INDEX role_capability_by_capability ON role_capability(capability,role);

CREATE TABLE operator_role(
	id INTEGER PRIMARY KEY,
	operator_id INTEGER NOT NULL REFERENCES operator,
	role TEXT NOT NULL REFERENCES role(code),
	active INTEGER NOT NULL DEFAULT 1 CHECK(active IN(0,1)),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(operator_id,role)
) STRICT;

-- --- the audit log -----------------------------------------------------------------------------------------------------------
-- One line a command; hash = SHA-256 over the length-prefixed fields, the digests of audit_row, the commitments of audit_value and
-- prev. Nothing here is ever changed, except that erasing personal data empties old, new and salt of audit_value.
CREATE TABLE audit(
	seq INTEGER PRIMARY KEY,
	cmd BLOB NOT NULL UNIQUE,
	at TEXT NOT NULL,
	as_of TEXT,
	operator_id INTEGER REFERENCES operator,
	os_uid INTEGER NOT NULL,
	verb TEXT NOT NULL,
	subject TEXT,
	subject_id INTEGER,
	outcome TEXT NOT NULL CHECK(outcome IN('done','refused')),
	args_hash BLOB NOT NULL,
	result TEXT,
	prev BLOB NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit(subject,subject_id,seq);

-- Which records the line changed: version and digest of each as it was left.
CREATE TABLE audit_row(
	tbl TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	seq INTEGER NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
	version INTEGER NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY(tbl,row_id,seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_row_seq ON audit_row(seq);

-- What a changed field held before and after. A new record has no values here: they are in the record, or in the `old` of its first change.
CREATE TABLE audit_value(
	seq INTEGER NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
	tbl TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	old TEXT, new TEXT,
	salt BLOB,
	erased_by INTEGER REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
	commitment BLOB NOT NULL,
	PRIMARY KEY(seq,tbl,row_id,field)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_value_row ON audit_value(tbl,row_id,seq);
-- A line goes in last, and the foreign key looks for the children that wait for it: without this it reads every value there is.
CREATE INDEX audit_value_erased ON audit_value(erased_by) WHERE erased_by IS NOT NULL;

CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM audit)
BEGIN SELECT RAISE(ABORT,'audit_no_gap'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT,'audit_no_update'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT,'audit_no_delete'); END;
CREATE TRIGGER audit_row_no_update BEFORE UPDATE ON audit_row BEGIN SELECT RAISE(ABORT,'audit_row_no_update'); END;
CREATE TRIGGER audit_row_no_delete BEFORE DELETE ON audit_row BEGIN SELECT RAISE(ABORT,'audit_row_no_delete'); END;
CREATE TRIGGER audit_value_no_delete BEFORE DELETE ON audit_value BEGIN SELECT RAISE(ABORT,'audit_value_no_delete'); END;
CREATE TRIGGER audit_value_erase_only BEFORE UPDATE ON audit_value
WHEN OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL OR NEW.old IS NOT NULL OR NEW.new IS NOT NULL OR NEW.salt IS NOT NULL
	OR NEW.commitment IS NOT OLD.commitment OR NEW.seq IS NOT OLD.seq OR NEW.tbl IS NOT OLD.tbl OR NEW.row_id IS NOT OLD.row_id
	OR NEW.field IS NOT OLD.field
BEGIN SELECT RAISE(ABORT,'audit_value_erase_only'); END;

CREATE TABLE schema_migration(
	version INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	applied_at TEXT NOT NULL
) STRICT;

-- --- law and calendar as dated data -------------------------------------------------------------------------------------------
CREATE TABLE ruleset(
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	family TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	valid_to TEXT,
	basis TEXT NOT NULL,
	origin TEXT NOT NULL DEFAULT 'shipped' CHECK(origin IN('shipped','office'))
) STRICT;

CREATE TABLE rule_param(
	id INTEGER PRIMARY KEY,
	ruleset TEXT NOT NULL REFERENCES ruleset(code),
	key TEXT NOT NULL,
	value TEXT NOT NULL,
	article TEXT, certainty TEXT,
	UNIQUE(ruleset,key)
) STRICT;

CREATE TABLE notice(
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	dated TEXT
) STRICT;

-- The exceptional days; superseded_by names the later notice that took the day back.
CREATE TABLE calendar_day(
	id INTEGER PRIMARY KEY,
	date TEXT NOT NULL,
	kind TEXT NOT NULL CHECK(kind IN('holiday','workday')),
	name TEXT NOT NULL,
	notice TEXT NOT NULL REFERENCES notice(number),
	superseded_by TEXT REFERENCES notice(number),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(date,notice)
) STRICT;

-- --- matters: requests, corrections and all that hangs on them (issue: 依申请公开 from arrival to archive) -----------------
-- What requests, corrections and appeals share: a number, the dates their receipt follows from, a state. `received` and `ruleset`
-- are both null until the channel's date exists; the rule set is frozen in the moment `received` becomes known.
CREATE TABLE matter(
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK(kind IN('request','correction')),
	number TEXT NOT NULL,
	year INTEGER NOT NULL,
	registered_on TEXT NOT NULL,
	channel TEXT NOT NULL,
	arrived TEXT, signed TEXT, confirmed TEXT, confirmed_with TEXT, confirmed_by TEXT,
	received TEXT,
	ruleset TEXT,
	exclusion TEXT,
	unit_id INTEGER REFERENCES unit,
	handler_id INTEGER REFERENCES operator,
	state TEXT NOT NULL,
	before_void TEXT,
	outcome TEXT,
	closed_on TEXT,
	parent_id INTEGER REFERENCES matter,
	void_reason TEXT,
	archive_number TEXT, retention TEXT,
	source TEXT NOT NULL DEFAULT 'desk' CHECK(source IN('desk','import')),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(kind,number),
	CHECK((received IS NULL)=(ruleset IS NULL))
) STRICT;
CREATE INDEX matter_state ON matter(kind,state,id);
CREATE INDEX matter_open ON matter(kind,id) WHERE closed_on IS NULL;
CREATE INDEX matter_year ON matter(kind,year,id);
CREATE INDEX matter_received ON matter(kind,received,id);
CREATE INDEX matter_handler ON matter(handler_id,kind,state);
CREATE INDEX matter_parent ON matter(parent_id) WHERE parent_id IS NOT NULL;
CREATE UNIQUE INDEX matter_archive_number ON matter(archive_number) WHERE archive_number IS NOT NULL;

-- The applicant's words are kept byte for byte; content_key is their comparison form, pairs of it are compared at entry.
CREATE TABLE request(
	matter_id INTEGER PRIMARY KEY REFERENCES matter,
	content TEXT NOT NULL,
	content_key TEXT NOT NULL,
	document_number TEXT, index_number TEXT, purpose TEXT, form TEXT, route TEXT,
	accept_other INTEGER, assistance TEXT, applied_on TEXT, waybill TEXT,
	co_applicants TEXT, anti_smuggling INTEGER,
	identity_checked_on TEXT, identity_checked_by TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX request_content ON request(content_key);

CREATE TABLE correction(
	matter_id INTEGER PRIMARY KEY REFERENCES matter,
	record TEXT NOT NULL,
	claim TEXT NOT NULL,
	reasons TEXT,
	evidence TEXT,
	identity_checked_on TEXT, identity_checked_by TEXT,
	transferred_to TEXT, transferred_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The applicant, third parties, co-making and other agencies of a matter. identity_key and phone_key are comparison forms.
CREATE TABLE party(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	role TEXT NOT NULL CHECK(role IN('applicant','third_party','agency')),
	applicant_kind TEXT,
	name TEXT NOT NULL, name_key TEXT NOT NULL,
	id_kind TEXT, id_number TEXT, identity_key TEXT,
	contact TEXT, legal_rep TEXT, agent TEXT,
	phone TEXT, phone_key TEXT, email TEXT, fax TEXT, address TEXT, postcode TEXT, employer TEXT,
	erased_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX party_matter ON party(matter_id,role);
CREATE INDEX party_identity ON party(identity_key) WHERE identity_key IS NOT NULL;
CREATE INDEX party_phone ON party(phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX party_name ON party(name_key);

-- What happened, in the words of the clock (law/clock.h): append only, voided with a reason, never changed. `span` ties the end of
-- an exclusion to its start.
CREATE TABLE event(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	ordinal INTEGER NOT NULL,
	kind TEXT NOT NULL,
	day TEXT NOT NULL,
	days INTEGER, calendar_days INTEGER,
	until TEXT,
	span INTEGER,
	party_id INTEGER REFERENCES party,
	letter_id INTEGER REFERENCES letter,
	note TEXT,
	approved_by TEXT, approved_on TEXT, approval_ref TEXT,
	voided_on TEXT, void_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(matter_id,ordinal)
) STRICT;

-- An index of what the engine computes, for lists: rewritten on every write and on a calendar import, neither versioned, digested nor
-- audited; `gwgk check` proves that it equals the engine. state: running | moving (an exclusion is open: the date grows) | stopped | done.
CREATE TABLE deadline(
	owner TEXT NOT NULL,
	owner_id INTEGER NOT NULL,
	clock TEXT NOT NULL,
	due TEXT,
	provisional INTEGER NOT NULL,
	state TEXT NOT NULL CHECK(state IN('running','moving','stopped','done')),
	left_days INTEGER,
	PRIMARY KEY(owner,owner_id,clock)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_due ON deadline(owner,clock,due) WHERE state='running';
CREATE INDEX deadline_moving ON deadline(owner,clock,owner_id) WHERE state='moving';
CREATE INDEX deadline_provisional ON deadline(owner,owner_id) WHERE provisional=1 AND state<>'done';

-- Art. 32 third parties, art. 34 co-makers, art. 33(3) other agencies: each its own record with its own limit.
CREATE TABLE consultation(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	party_id INTEGER NOT NULL REFERENCES party,
	kind TEXT NOT NULL CHECK(kind IN('third_party','co_maker','other')),
	sent TEXT NOT NULL, reached TEXT, answered TEXT, answer TEXT, reasons TEXT,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consultation_matter ON consultation(matter_id);

CREATE TABLE task(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	unit_id INTEGER NOT NULL REFERENCES unit,
	ask TEXT, assigned_on TEXT NOT NULL, until TEXT NOT NULL, replied_on TEXT, reply TEXT,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX task_matter ON task(matter_id);
CREATE INDEX task_open ON task(unit_id,until) WHERE replied_on IS NULL AND voided_on IS NULL;

CREATE TABLE search_log(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	place TEXT NOT NULL, words TEXT NOT NULL, searched_by TEXT NOT NULL, searched_on TEXT NOT NULL, result TEXT NOT NULL,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX search_log_matter ON search_log(matter_id);

-- Fees (money in 分). basis: count (requests of the applicant in the month) | pages, never both; cost: searching, copying, posting of the
-- old law, without a quantity. `waived` of it is not collected.
CREATE TABLE fee(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	basis TEXT NOT NULL CHECK(basis IN('count','pages','cost')),
	quantity INTEGER, amount INTEGER NOT NULL,
	search_fee INTEGER, copy_fee INTEGER, post_fee INTEGER,
	notified TEXT NOT NULL, reached TEXT, paid_on TEXT,
	waived INTEGER, hardship TEXT, waive_reason TEXT, waive_applied TEXT, waived_by TEXT, waive_approved TEXT, waive_ref TEXT, waived_on TEXT,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK((quantity IS NULL)=(basis='cost')),
	CHECK(waived IS NULL OR waived BETWEEN 1 AND amount)
) STRICT;
CREATE INDEX fee_matter ON fee(matter_id);

CREATE TABLE decision(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	outcome TEXT NOT NULL, ground TEXT, reasons TEXT, body TEXT, decided_on TEXT NOT NULL,
	approved_by TEXT, approved_on TEXT, approval_ref TEXT,
	report_row TEXT, remedy TEXT,
	disclose_basis TEXT, disclose_reasons TEXT,
	confirmed_by TEXT, confirmed_on TEXT,
	number TEXT, -- of an answer that was given before this program: it has no letter here
	superseded_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX decision_matter ON decision(matter_id);
CREATE INDEX decision_number ON decision(number) WHERE number IS NOT NULL;

CREATE TABLE delivery(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	letter_id INTEGER REFERENCES letter,
	method TEXT NOT NULL, sent_on TEXT NOT NULL, carrier TEXT, waybill TEXT, signer TEXT, server TEXT, served_on TEXT,
	-- Why it was sent once more; NULL: it is the answer.
	again TEXT,
	voided_on TEXT, void_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX delivery_matter ON delivery(matter_id);

-- 报直属海关备案.
CREATE TABLE file_copy(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	filed_on TEXT NOT NULL,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX file_copy_matter ON file_copy(matter_id);

CREATE TABLE material(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	kind TEXT NOT NULL, title TEXT NOT NULL, pages INTEGER, original INTEGER, place TEXT,
	file TEXT, sha256 BLOB, size INTEGER, added_on TEXT NOT NULL,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX material_matter ON material(matter_id);

-- 复议 and 诉讼 against what the desk did.
CREATE TABLE appeal(
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	year INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK(kind IN('review','suit_direct','suit_after_review')),
	matter_id INTEGER REFERENCES matter,
	body TEXT, file_number TEXT, procedure TEXT,
	received TEXT NOT NULL, evidence_due TEXT, answered_on TEXT,
	result TEXT NOT NULL DEFAULT 'pending' CHECK(result IN('upheld','corrected','other','pending')),
	result_on TEXT, note TEXT,
	voided_on TEXT, void_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX appeal_matter ON appeal(matter_id);
CREATE INDEX appeal_open ON appeal(received) WHERE result='pending';

-- Templates the office installed beside those that came with the program; of two for the same kind, rule set and day the later wins.
CREATE TABLE template(
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	retired_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A letter is frozen when it is issued: template, canonical document text and its SHA-256. status: issued | revoked.
CREATE TABLE letter(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER REFERENCES matter,
	kind TEXT NOT NULL, name TEXT NOT NULL,
	template TEXT NOT NULL, template_sha256 BLOB,
	series TEXT NOT NULL, year INTEGER NOT NULL, serial INTEGER NOT NULL, number TEXT NOT NULL UNIQUE,
	-- The serial in its number; NULL: a sheet of the file, or a kind that counts for itself.
	printed INTEGER,
	ruleset TEXT,
	letter_date TEXT NOT NULL,
	doc TEXT NOT NULL, sha256 BLOB NOT NULL,
	status TEXT NOT NULL DEFAULT 'issued' CHECK(status IN('issued','revoked')),
	revoked_on TEXT, revoke_reason TEXT,
	replaces_id INTEGER REFERENCES letter,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(series,year,serial), UNIQUE(year,printed)
) STRICT;
CREATE INDEX letter_matter ON letter(matter_id,kind);

-- Each time a letter went to paper or a file. mark: NULL the first time, 副本 afterwards.
CREATE TABLE print(
	id INTEGER PRIMARY KEY,
	letter_id INTEGER NOT NULL REFERENCES letter,
	at TEXT NOT NULL,
	target TEXT NOT NULL,
	mark TEXT,
	output_sha256 BLOB,
	renderer TEXT, job TEXT, pages INTEGER,
	state TEXT NOT NULL CHECK(state IN('sending','queued','done','failed','void')), note TEXT,
	-- Letters that went out as one job: its name, which of them this is, its first page.
	batch TEXT, place INTEGER, first_page INTEGER,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX print_letter ON print(letter_id);
CREATE INDEX print_job ON print(job,id) WHERE job IS NOT NULL;
CREATE INDEX print_batch ON print(batch) WHERE batch IS NOT NULL;
CREATE INDEX print_open ON print(state) WHERE state IN('sending','queued');

-- --- catalogue, directory and information --------------------------------------------------------------------------------------
-- Other offices: the superior, sister customs, 12360, petitions, local departments; what they hold and how to reach them.
CREATE TABLE body(
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL CHECK(kind IN('superior','sister','hotline','petition','local','other')),
	holds TEXT, items TEXT,
	phone TEXT, address TEXT, hours TEXT, contact TEXT,
	closed_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The texts behind the marks ①–⑪ of an item's basis.
CREATE TABLE basis(
	id INTEGER PRIMARY KEY,
	mark TEXT NOT NULL UNIQUE,
	text TEXT NOT NULL,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A row is one version of an item, in force from valid_from to valid_to (both included). Lists are comma-separated in the order of
-- the document: basis marks, publishers by name, all channels offered, the recommended ones of them.
CREATE TABLE item(
	id INTEGER PRIMARY KEY,
	number INTEGER NOT NULL CHECK(number>0),
	valid_from TEXT NOT NULL, valid_to TEXT,
	source TEXT NOT NULL,
	origin TEXT NOT NULL DEFAULT 'shipped' CHECK(origin IN('shipped','office')),
	grp TEXT NOT NULL,
	name TEXT NOT NULL,
	content TEXT,
	basis TEXT, publishers TEXT NOT NULL, channels TEXT, other TEXT,
	audience TEXT, mode TEXT, note TEXT, raw TEXT,
	unit_id INTEGER REFERENCES unit,
	person_id INTEGER REFERENCES person,
	deputy_id INTEGER REFERENCES person,
	retired_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(number,valid_from),
	CHECK(valid_to IS NULL OR valid_to>=valid_from)
) STRICT;

-- A deadline belongs to an element. rule: WD(20) CD(20) FIX(01-31) ASAP-U ASAP-P BEFORE(30,cd) EXT.
CREATE TABLE element(
	id INTEGER PRIMARY KEY,
	item_id INTEGER NOT NULL REFERENCES item,
	k INTEGER NOT NULL CHECK(k>0),
	text TEXT NOT NULL,
	deadline TEXT NOT NULL,
	rule TEXT NOT NULL,
	active INTEGER NOT NULL DEFAULT 1 CHECK(active IN(0,1)),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(item_id,k)
) STRICT;

-- state is what the newest duty's reviews and publications make of it, rewritten by every verb that touches them.
CREATE TABLE info(
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	index_number TEXT NOT NULL UNIQUE,
	element_id INTEGER NOT NULL REFERENCES element,
	title TEXT NOT NULL,
	title_key TEXT NOT NULL,
	document_number TEXT, summary TEXT,
	origin TEXT NOT NULL DEFAULT 'own' CHECK(origin IN('own','superior','other_body','from_public','joint')),
	made_by TEXT,
	unit_id INTEGER REFERENCES unit,
	handler_id INTEGER REFERENCES operator,
	formed TEXT NOT NULL, event_date TEXT,
	due_typed TEXT, due_basis TEXT,
	disposition TEXT NOT NULL CHECK(disposition IN('open','on_request','withheld')),
	ground TEXT, reason TEXT,
	confirm_with TEXT, confirmed_on TEXT, confirmed_ref TEXT,
	state TEXT NOT NULL CHECK(state IN('draft','reviewing','refused','ready','published','withdrawn','void')),
	void_reason TEXT,
	source TEXT NOT NULL DEFAULT 'desk' CHECK(source IN('desk','import')),
	registered_on TEXT NOT NULL,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX info_element ON info(element_id,state,id);
CREATE INDEX info_state ON info(state,id);
CREATE INDEX info_title ON info(title_key);
CREATE INDEX info_unit ON info(unit_id,id);
CREATE INDEX info_handler ON info(handler_id,state);
CREATE INDEX info_withheld ON info(id) WHERE disposition='withheld' AND state<>'void';

-- The duty to publish: one at formation, another at every change; an old publication never meets a new duty.
CREATE TABLE duty(
	id INTEGER PRIMARY KEY,
	info_id INTEGER NOT NULL REFERENCES info,
	kind TEXT NOT NULL CHECK(kind IN('initial','revise')),
	start TEXT NOT NULL,
	element_id INTEGER NOT NULL REFERENCES element,
	reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX duty_info ON duty(info_id,id);

-- Who signed, when and on which sheet, apart from the operator who recorded it (audit).
CREATE TABLE review(
	id INTEGER PRIMARY KEY,
	info_id INTEGER NOT NULL REFERENCES info,
	duty_id INTEGER NOT NULL REFERENCES duty,
	step TEXT NOT NULL CHECK(step IN('unit','office','superior')),
	result TEXT NOT NULL CHECK(result IN('pass','partial','refuse','escalate')),
	reviewer TEXT NOT NULL,
	reviewed_on TEXT NOT NULL,
	reason TEXT,
	approval_ref TEXT,
	origin TEXT NOT NULL DEFAULT 'desk' CHECK(origin IN('desk','before_adoption')),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX review_info ON review(info_id,id);

-- duty_id: the newest duty when the publication was recorded; it and the older ones are met.
CREATE TABLE publication(
	id INTEGER PRIMARY KEY,
	info_id INTEGER NOT NULL REFERENCES info,
	duty_id INTEGER NOT NULL REFERENCES duty,
	channel TEXT NOT NULL,
	published_on TEXT NOT NULL,
	place TEXT, evidence TEXT,
	withdrawn_on TEXT, withdrawn_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX publication_info ON publication(info_id,published_on);
CREATE INDEX publication_standing ON publication(info_id,published_on) WHERE withdrawn_on IS NULL;
CREATE INDEX publication_day ON publication(published_on);

-- An index of what each element has published, so that today's desk does not count a million rows: kept by the triggers below, not
-- audited; `gwgk check` proves it. Publishing only raises `last`; withdrawing, voiding and moving to another element count anew.
CREATE TABLE element_use(
	element_id INTEGER PRIMARY KEY REFERENCES element,
	infos INTEGER NOT NULL,
	last TEXT
) STRICT, WITHOUT ROWID;
CREATE VIEW element_use_true AS
SELECT f.element_id AS element_id, count(DISTINCT f.id) AS infos, max(CASE WHEN p.withdrawn_on IS NULL THEN p.published_on END) AS last
FROM info AS f LEFT JOIN publication AS p ON p.info_id=f.id WHERE f.state<>'void' GROUP BY f.element_id;
CREATE TRIGGER info_used AFTER INSERT ON info WHEN NEW.state<>'void' BEGIN
	INSERT INTO element_use(element_id,infos) VALUES(NEW.element_id,1) ON CONFLICT(element_id) DO UPDATE SET infos=infos+1;
END;
CREATE TRIGGER publication_used AFTER INSERT ON publication BEGIN
	UPDATE element_use SET last=NEW.published_on
	WHERE element_id=(SELECT element_id FROM info WHERE id=NEW.info_id AND state<>'void') AND coalesce(last,'')<NEW.published_on;
END;
CREATE TRIGGER publication_reused AFTER UPDATE OF withdrawn_on,published_on,info_id ON publication BEGIN
	UPDATE element_use SET last=(SELECT v.last FROM element_use_true AS v WHERE v.element_id=element_use.element_id)
	WHERE element_id=(SELECT element_id FROM info WHERE id=NEW.info_id);
END;
CREATE TRIGGER info_reused AFTER UPDATE OF element_id,state ON info
WHEN NEW.element_id IS NOT OLD.element_id OR (NEW.state='void')<>(OLD.state='void') BEGIN
	DELETE FROM element_use WHERE element_id IN(OLD.element_id,NEW.element_id);
	INSERT INTO element_use(element_id,infos,last) SELECT element_id,infos,last FROM element_use_true
	WHERE element_id IN(OLD.element_id,NEW.element_id);
END;

-- Marks of texts (base/text.h, text_marks) by which requests and titles of information that are alike find each other; the salt tells the
-- tables apart. Never taken away: a mark only proposes, the texts themselves are compared.
CREATE TABLE text_mark(
	mark INTEGER NOT NULL,
	row_id INTEGER NOT NULL,
	PRIMARY KEY(mark,row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX info_document ON info(
	replace(replace(replace(replace(replace(replace(replace(document_number,' ',''),'〔','['),'〕',']'),'（','['),'）',']'),'(','['),')',']')) WHERE document_number IS NOT NULL; -- 〔2026〕 [2026] （2026）

-- What a decision withholds, part by part: each with its own ground and reasons (条例 37).
CREATE TABLE decision_part(
	id INTEGER PRIMARY KEY,
	decision_id INTEGER NOT NULL REFERENCES decision,
	ordinal INTEGER NOT NULL,
	withheld TEXT, ground TEXT NOT NULL, reasons TEXT NOT NULL,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE(decision_id,ordinal)
) STRICT;
-- Registers with entries of their own (台账): complaints, calls, exchanges with the public, replies to public opinion, incoming mail.
-- What a column means in which register says core/office/register_entry_list.c. Nothing is deleted: an entry is voided with a reason.
CREATE TABLE register_entry(
	id INTEGER PRIMARY KEY,
	register TEXT NOT NULL CHECK(register IN('complaints','calls','exchanges','opinions','mail')),
	number TEXT NOT NULL UNIQUE,
	year INTEGER NOT NULL,
	registered_on TEXT NOT NULL,
	day TEXT NOT NULL, time TEXT,
	channel TEXT, kind TEXT,
	name TEXT, phone TEXT, address TEXT,
	unit_id INTEGER REFERENCES unit,
	person TEXT,
	title TEXT, content TEXT, place TEXT, quantity INTEGER,
	matter_id INTEGER REFERENCES matter,
	waybill TEXT, handed_on TEXT,
	handling TEXT, result TEXT, replied_on TEXT, approved_by TEXT,
	note TEXT,
	closed_on TEXT,
	voided_on TEXT, void_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX register_entry_register ON register_entry(register,day,id);
CREATE INDEX register_entry_matter ON register_entry(matter_id) WHERE matter_id IS NOT NULL;

-- What a typed filter looks for in requests, number, name and text in one narrow table: a word that is found nowhere is not found in a tenth of
-- the time. Derived, kept by triggers, proven by the check.
CREATE TABLE request_key(
	matter_id INTEGER NOT NULL PRIMARY KEY,
	key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW request_key_true AS
SELECT m.id AS matter_id,replace(m.number,'-','')||' '||p.name_key||' '||r.content_key AS key
FROM matter m JOIN request r ON r.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant' WHERE m.kind='request';
CREATE TRIGGER request_keyed AFTER INSERT ON request BEGIN
	INSERT OR REPLACE INTO request_key(matter_id,key) SELECT matter_id,key FROM request_key_true WHERE matter_id=NEW.matter_id;
END;
CREATE TRIGGER request_rekeyed AFTER UPDATE OF content_key ON request BEGIN
	INSERT OR REPLACE INTO request_key(matter_id,key) SELECT matter_id,key FROM request_key_true WHERE matter_id=NEW.matter_id;
END;
CREATE TRIGGER applicant_keyed AFTER INSERT ON party WHEN NEW.role='applicant' BEGIN
	INSERT OR REPLACE INTO request_key(matter_id,key) SELECT matter_id,key FROM request_key_true WHERE matter_id=NEW.matter_id;
END;
CREATE TRIGGER applicant_rekeyed AFTER UPDATE OF name_key ON party WHEN NEW.role='applicant' BEGIN
	INSERT OR REPLACE INTO request_key(matter_id,key) SELECT matter_id,key FROM request_key_true WHERE matter_id=NEW.matter_id;
END;
-- --- handing over ------------------------------------------------------------------------------------------------------------
-- Work that went from one to another: the day and the reason; what went is in the audit line's child rows (office/handover.h).
CREATE TABLE handover(
	id INTEGER PRIMARY KEY,
	from_id INTEGER REFERENCES operator,
	to_id INTEGER REFERENCES operator,
	from_person_id INTEGER REFERENCES person,
	to_person_id INTEGER REFERENCES person,
	handed_on TEXT NOT NULL,
	reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- 多部门共商 of a hard, complex or sensitive request, and the report upward (署办发〔2021〕23号 十).
CREATE TABLE joint_review(
	id INTEGER PRIMARY KEY,
	matter_id INTEGER NOT NULL REFERENCES matter,
	held_on TEXT NOT NULL, units TEXT NOT NULL, opinion TEXT NOT NULL,
	reported_to TEXT, reported_on TEXT, report_ref TEXT,
	voided_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX joint_review_matter ON joint_review(matter_id);

-- 用印: each time the seal was pressed on sheets of a letter. A wrong entry is voided with its reason.
CREATE TABLE seal_use(
	id INTEGER PRIMARY KEY,
	letter_id INTEGER NOT NULL REFERENCES letter,
	sealed_on TEXT NOT NULL,
	seal TEXT NOT NULL, sealed_by TEXT NOT NULL, approved_by TEXT,
	copies INTEGER NOT NULL CHECK(copies>0),
	voided_on TEXT, void_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX seal_use_letter ON seal_use(letter_id);

-- The audit line of a case's last reopening: letters and deliveries before it belong to the earlier answer.
CREATE VIEW reopening AS
SELECT v.matter_id,max(r.seq) AS seq FROM event v JOIN audit_row r ON r.tbl='event' AND r.row_id=v.id AND r.version=1
WHERE v.kind='reopened' AND v.voided_on IS NULL GROUP BY v.matter_id;
