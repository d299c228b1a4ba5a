-- What the papers of the office list (core/office/sheet.c).

-- name: sheet_recipient
SELECT m.number,p.name,p.contact,p.address,p.postcode FROM matter m JOIN party p ON p.matter_id=m.id AND p.role='applicant' WHERE m.id=:id;

-- Each piece of information once, with its first standing publication in the period.
-- name: sheet_published
SELECT f.index_number,f.title,f.document_number,f.formed,min(p.published_on) AS published_on,p.place
FROM publication p JOIN info f ON f.id=p.info_id
WHERE p.published_on BETWEEN :from AND :to AND p.withdrawn_on IS NULL AND f.state<>'void' GROUP BY f.id ORDER BY published_on,f.id;
