-- Letters and their prints.

-- name: letter_insert
INSERT INTO letter(matter_id,kind,name,template,template_sha256,series,year,serial,printed,number,ruleset,letter_date,doc,sha256,replaces_id)
VALUES(:matter_id,:kind,:name,:template,:template_sha256,'letter',:year,:serial,:printed,:number,:ruleset,:letter_date,:doc,:sha256,:replaces_id);

-- name: letter_by_id
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,m.number AS "case",l.ruleset,l.template,l.status AS state,
	l.letter_date AS date,l.revoked_on,l.revoke_reason,l.doc,lower(hex(l.sha256)) AS sha256,l.version
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id WHERE l.id=:id;

-- name: letter_by_number
SELECT id FROM letter WHERE number IN(:typed,:square,:round) OR (series='letter' AND year=:year AND serial=:serial);

-- name: letter_by_tail
SELECT id FROM letter WHERE series='letter' AND year=:year AND
	(substr(number,-length(:square))=:square OR substr(number,-length(:round))=:round) GROUP BY year HAVING count(*)=1;

-- name: letter_of_matter
SELECT id FROM letter WHERE matter_id=:matter_id ORDER BY id DESC;

-- scan: every letter is listed or checked.
-- name: letter_all
SELECT id FROM letter ORDER BY year DESC,serial DESC;

-- name: letter_revoke
UPDATE letter SET status='revoked',revoked_on=:revoked_on,revoke_reason=:reason,version=version+1 WHERE id=:id AND status='issued';

-- name: print_insert
INSERT INTO print(letter_id,at,target,mark,output_sha256,renderer,job,pages,state,note,batch,place,first_page)
VALUES(:letter_id,:at,:target,:mark,:output_sha256,:renderer,:job,:pages,:state,:note,:batch,:place,:first_page);

-- name: print_of_letter
SELECT at,target,mark,lower(hex(output_sha256)) AS output,renderer,job,state,note,pages,batch,place,first_page FROM print
WHERE letter_id=:letter_id ORDER BY id;

-- Is there an unmarked sheet of it that was not spoilt?
-- name: print_on_paper
SELECT EXISTS(SELECT 1 FROM print WHERE letter_id=:letter_id AND target GLOB 'printer:*' AND mark IS NULL AND state NOT IN('failed','void'));

-- The newest sheet from a printer.
-- name: print_newest
SELECT id,target,mark,job,state,note,renderer,batch,place FROM print WHERE letter_id=:letter_id AND target GLOB 'printer:*' ORDER BY id DESC LIMIT 1;

-- name: print_settle
UPDATE print SET state=:state,job=coalesce(:job,job),note=coalesce(:note,note),version=version+1 WHERE id=:id;

-- The letters of a job whose newest sheet is still that one, in the job's order; then those of the jobs it went on from that were made void
-- and never came out, because the going on was itself cut off.
-- name: print_of_run
SELECT p.letter_id,p.place,p.state,p.job,p.target,p.mark,p.renderer,l.status
FROM print own JOIN print p ON p.batch=own.batch JOIN letter l ON l.id=p.letter_id
WHERE own.letter_id=:letter_id AND own.target GLOB 'printer:*'
AND NOT EXISTS(SELECT 1 FROM print q WHERE q.letter_id=p.letter_id AND q.id>p.id AND q.target GLOB 'printer:*')
AND (own.batch=:batch OR p.state='void' AND p.place>own.place AND (p.mark IS NULL)=:unmarked)
ORDER BY own.id DESC,p.place;

-- What a command has sent: its last job, in order. The first is named after the command, one that was tried anew after it with a number behind.
-- name: print_of_command
SELECT letter_id,batch,target,job,state,note FROM print WHERE batch=(
	SELECT batch FROM print WHERE batch BETWEEN :command AND :command||'-~' ORDER BY id DESC LIMIT 1) ORDER BY place;

-- Where a letter's job was when it jammed, before a later one took it on.
-- name: print_resumed
SELECT v.place,(SELECT count(*) FROM print b WHERE b.batch=v.batch AND b.place<v.place AND b.state<>'void') AS before
FROM print v WHERE v.letter_id=:letter_id AND v.state='void' AND v.batch IS NOT NULL
	AND v.id<(SELECT max(id) FROM print WHERE letter_id=:letter_id AND batch BETWEEN :command AND :command||'-~') ORDER BY v.id DESC LIMIT 1;

-- Sheets whose fate is not known yet.
-- name: print_unsettled
SELECT p.letter_id,p.job,p.target,p.state FROM print p WHERE p.state IN('sending','queued') ORDER BY p.id;

-- name: letter_newest
SELECT id FROM letter WHERE matter_id=:matter_id AND kind=:kind ORDER BY id DESC LIMIT 1;

-- Of this answer: since the case was reopened. A receipt stands for all of them. What this very command wrote has no audit line yet.
-- name: letter_standing
SELECT l.id FROM letter l LEFT JOIN audit_row w ON w.tbl='letter' AND w.row_id=l.id AND w.version=1
WHERE l.matter_id=:matter_id AND l.kind=:kind AND l.status='issued'
	AND (l.kind IN('receipt','correction_receipt') OR coalesce(w.seq,9223372036854775807)>coalesce((SELECT seq FROM reopening WHERE matter_id=:matter_id),0))
ORDER BY l.id DESC LIMIT 1;

-- What a new letter stands in for: the one a revocation names, else the newest revoked one of its kind.
-- name: letter_replaced
SELECT id FROM letter WHERE matter_id=:matter_id AND CASE WHEN :named IS NULL THEN kind=:kind AND status='revoked' ELSE number=:named END
ORDER BY id DESC LIMIT 1;

-- part: listed
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,l.name,m.number AS "case",l.letter_date AS date,l.status
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id

-- part: word
(:word IS NULL OR instr(l.number||' '||printf('L%04d-%04d',l.year,l.serial)||' '||coalesce(m.number,''),:word)>0)

-- The letter that told of a revocation: written after it.
-- name: letter_revoked_by
SELECT l.id FROM audit_row was JOIN letter old ON old.id=was.row_id JOIN letter l ON l.matter_id=old.matter_id AND l.kind='revoke'
JOIN audit_row w ON w.tbl='letter' AND w.row_id=l.id AND w.version=1
WHERE was.tbl='letter' AND was.row_id=:id AND was.version=2 AND l.replaces_id=:id AND l.status='issued' AND w.seq>was.seq
ORDER BY l.id DESC LIMIT 1;

-- Letters for a screen, newest first: without their texts.
-- name: letter_page
{listed}
WHERE l.id<=coalesce(:from,9223372036854775807) AND {word} ORDER BY l.id DESC LIMIT :limit;

-- name: letter_page_back
{listed}
WHERE l.id>coalesce(:from,0) AND {word} ORDER BY l.id LIMIT :limit;

-- name: letter_page_matter
{listed}
WHERE l.matter_id=:matter_id ORDER BY l.id DESC LIMIT :limit;

-- name: seal_insert
INSERT INTO seal_use(letter_id,sealed_on,seal,sealed_by,approved_by,copies) VALUES(:letter_id,:on,:seal,:by,:approved_by,:copies);

-- name: seal_newest
SELECT id FROM seal_use WHERE letter_id=:letter_id AND voided_on IS NULL ORDER BY id DESC LIMIT 1;

-- name: seal_void
UPDATE seal_use SET voided_on=:voided_on,void_reason=:reason,version=version+1 WHERE id=:id AND voided_on IS NULL;

-- name: seal_of_letter
SELECT sealed_on AS "on",seal,sealed_by AS "by",approved_by,copies FROM seal_use WHERE letter_id=:letter_id AND voided_on IS NULL ORDER BY id;
