-- Applicants, third parties, agencies.

-- name: party_insert
INSERT INTO party(matter_id,role,applicant_kind,name,name_key,id_kind,id_number,identity_key,contact,legal_rep,agent,phone,phone_key,email,fax,
	address,postcode,employer)
VALUES(:matter_id,:role,:applicant_kind,:name,:name_key,:id_kind,:id_number,:identity_key,:contact,:legal_rep,:agent,:phone,:phone_key,:email,
	:fax,:address,:postcode,:employer);

-- name: party_update
UPDATE party SET applicant_kind=:applicant_kind,name=:name,name_key=:name_key,id_kind=:id_kind,id_number=:id_number,
	identity_key=:identity_key,contact=:contact,legal_rep=:legal_rep,agent=:agent,phone=:phone,phone_key=:phone_key,email=:email,fax=:fax,
	address=:address,postcode=:postcode,employer=:employer,version=version+1
WHERE id=:id;
