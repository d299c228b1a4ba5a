-- What the papers of the office list (core/office/sheet.c).

-- name: sheet_recipient
SELECT m.number,p.name,p.contact,p.address,p.postcode FROM matter m JOIN party p ON p.matter_id=m.id AND p.role='applicant' WHERE m.id=:id;

-- Each piece of information once, with its first standing publication in the period.
-- name: sheet_published
SELECT f.index_number,f.title,f.document_number,f.formed,min(p.published_on) AS published_on,p.place
FROM publication p JOIN info f ON f.id=p.info_id
WHERE p.published_on BETWEEN :from AND :to AND p.withdrawn_on IS NULL AND f.state<>'void' GROUP BY f.id ORDER BY published_on,f.id;

-- Whom an envelope of a case may be for beside its applicant: a third party or agency of the case, else an office of the directory.
-- name: sheet_party
SELECT name,contact,phone,address,postcode FROM party WHERE matter_id=:id AND name_key=:key
UNION ALL
SELECT name,contact,phone,address,NULL FROM body WHERE name=:name AND closed_on IS NULL LIMIT 2;
