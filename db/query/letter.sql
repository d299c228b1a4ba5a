-- Letters and their prints.

-- name: letter_insert
INSERT INTO letter(matter_id,kind,name,template,template_sha256,series,year,serial,number,ruleset,letter_date,doc,sha256,replaces_id)
VALUES(:matter_id,:kind,:name,:template,:template_sha256,'letter',:year,:serial,:number,:ruleset,:letter_date,:doc,:sha256,:replaces_id);

-- name: letter_by_id
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,m.number AS "case",l.ruleset,l.template,l.status AS state,
	l.letter_date AS date,l.revoked_on,l.revoke_reason,l.doc,lower(hex(l.sha256)) AS sha256,l.version
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id WHERE l.id=:id;

-- name: letter_by_number
SELECT id FROM letter WHERE number=:number;

-- name: letter_by_serial
SELECT id FROM letter WHERE series='letter' AND year=:year AND serial=:serial;

-- name: letter_of_matter
SELECT id FROM letter WHERE matter_id=:matter_id ORDER BY id DESC;

-- scan: every letter is listed or checked.
-- name: letter_all
SELECT id FROM letter ORDER BY year DESC,serial DESC;

-- name: letter_revoke
UPDATE letter SET status='revoked',revoked_on=:revoked_on,revoke_reason=:reason,version=version+1 WHERE id=:id AND status='issued';

-- name: print_insert
INSERT INTO print(letter_id,at,target,mark,output_sha256,renderer,job,pages,state,note)
VALUES(:letter_id,:at,:target,:mark,:output_sha256,:renderer,:job,:pages,:state,:note);

-- name: print_of_letter
SELECT at,target,mark,lower(hex(output_sha256)) AS output,renderer,job,state,note,pages FROM print WHERE letter_id=:letter_id ORDER BY id;

-- name: print_on_paper
SELECT EXISTS(SELECT 1 FROM (SELECT state FROM print WHERE letter_id=:letter_id AND target GLOB 'printer:*' ORDER BY id DESC LIMIT 1)
WHERE state NOT IN('failed','void'));

-- name: print_last_printer
SELECT target FROM print WHERE letter_id=:letter_id AND target GLOB 'printer:*' ORDER BY id DESC LIMIT 1;

-- name: print_last_job
SELECT job,mark,renderer,target FROM print WHERE letter_id=:letter_id AND job IS NOT NULL ORDER BY id DESC LIMIT 1;

-- The letters of one job in their order.
-- name: print_of_job
SELECT letter_id FROM print WHERE job=:job ORDER BY id;

-- name: letter_newest
SELECT id FROM letter WHERE matter_id=:matter_id AND kind=:kind ORDER BY id DESC LIMIT 1;

-- name: letter_standing
SELECT id FROM letter WHERE matter_id=:matter_id AND kind=:kind AND status='issued' ORDER BY id DESC LIMIT 1;

-- Letters for a screen, newest first: without their texts.
-- name: letter_page
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,l.name,m.number AS "case",l.letter_date AS date,l.status
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id
WHERE l.id<=coalesce(:from,9223372036854775807) AND (:word IS NULL OR instr(l.number||' '||printf('L%04d-%04d',l.year,l.serial)||' '||coalesce(m.number,''),:word)>0) ORDER BY l.id DESC LIMIT :limit;

-- name: letter_page_back
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,l.name,m.number AS "case",l.letter_date AS date,l.status
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id
WHERE l.id>coalesce(:from,0) AND (:word IS NULL OR instr(l.number||' '||printf('L%04d-%04d',l.year,l.serial)||' '||coalesce(m.number,''),:word)>0) ORDER BY l.id LIMIT :limit;

-- name: letter_page_matter
SELECT l.id AS row,l.matter_id,printf('L%04d-%04d',l.year,l.serial) AS id,l.number,l.kind,l.name,m.number AS "case",l.letter_date AS date,l.status
FROM letter l LEFT JOIN matter m ON m.id=l.matter_id
WHERE l.matter_id=:matter_id ORDER BY l.id DESC LIMIT :limit;
