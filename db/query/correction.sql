-- Corrections (更正).

-- name: correction_insert
INSERT INTO correction(matter_id,record,claim,reasons,evidence) VALUES(:matter_id,:record,:claim,:reasons,:evidence);

-- name: correction_update
UPDATE correction SET record=:record,claim=:claim,reasons=:reasons,evidence=:evidence,version=version+1 WHERE matter_id=:matter_id;

-- name: correction_typed
SELECT m.channel,m.arrived,m.signed,m.confirmed,m.confirmed_with,c.record,c.claim,c.reasons,c.evidence,c.identity_checked_on,c.identity_checked_by,
	c.transferred_to,c.transferred_on,p.applicant_kind,p.name,p.id_kind,p.id_number,p.contact,p.legal_rep,p.agent,p.phone,p.email,p.fax,p.address,
	p.postcode,p.employer,p.id AS party_id
FROM matter m JOIN correction c ON c.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant' WHERE m.id=:id;

-- name: correction_list
SELECT m.id AS row,m.number AS id,m.state,p.name,p.applicant_kind,c.record,c.claim,m.outcome,m.received,d.due
FROM matter m JOIN correction c ON c.matter_id=m.id JOIN party p ON p.matter_id=m.id AND p.role='applicant'
	LEFT JOIN deadline d ON d.owner='correction' AND d.owner_id=m.id AND d.clock='correction'
WHERE m.kind='correction' AND (:state IS NULL OR m.state=:state) AND (:channel IS NULL OR m.channel=:channel)
	AND (:year IS NULL OR m.year=:year) AND (:open IS NULL OR m.closed_on IS NULL) ORDER BY m.id DESC;

-- name: correction_transferred
UPDATE correction SET transferred_to=:body,transferred_on=:on,version=version+1 WHERE matter_id=:id;
