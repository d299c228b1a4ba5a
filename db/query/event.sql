-- What happened to a matter, in order.

-- name: event_insert
INSERT INTO event(matter_id,ordinal,kind,day,days,calendar_days,until,span,party_id,letter_id,note,approved_by,approved_on,approval_ref)
SELECT :matter_id,coalesce(max(ordinal),0)+1,:kind,:day,:days,:calendar_days,:until,:span,:party_id,:letter_id,:note,:approved_by,:approved_on,:approval_ref FROM event WHERE matter_id=:matter_id;

-- name: event_of_matter
SELECT e.id,e.ordinal,e.kind,e.day,e.days,e.until,e.span,e.calendar_days,e.party_id,e.letter_id,e.note,p.name
FROM event e LEFT JOIN party p ON p.id=e.party_id WHERE e.matter_id=:matter_id AND e.voided_on IS NULL ORDER BY e.day,e.ordinal;

-- name: event_count
SELECT count(*) FROM event WHERE matter_id=:matter_id AND voided_on IS NULL;
