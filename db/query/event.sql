-- What happened to a matter, in order.

-- name: event_insert
INSERT INTO event(matter_id,ordinal,kind,day,days,calendar_days,until,span,party_id,letter_id,note,approved_by,approved_on,approval_ref)
SELECT :matter_id,coalesce(max(ordinal),0)+1,:kind,:day,:days,:calendar_days,:until,:span,:party_id,:letter_id,:note,:approved_by,:approved_on,:approval_ref FROM event WHERE matter_id=:matter_id;

-- Reviews and suits stand in their own register; what they ask of the desk has a clock here. A result ends it whatever was filed.
-- name: event_of_matter
SELECT e.id,e.ordinal,e.kind,e.day,e.days,e.until,e.span,e.calendar_days,e.party_id,e.letter_id,e.note,
	CASE WHEN e.kind GLOB 'task_*' THEN (SELECT u.name FROM task t JOIN unit u ON u.id=t.unit_id WHERE t.id=e.span) ELSE p.name END AS name
FROM event e LEFT JOIN party p ON p.id=e.party_id WHERE e.matter_id=:matter_id AND e.voided_on IS NULL
UNION ALL SELECT NULL,1000000,'evidence_asked',received,NULL,evidence_due,id,NULL,NULL,NULL,body,number FROM appeal WHERE matter_id=:matter_id AND voided_on IS NULL
UNION ALL SELECT NULL,1000001,'evidence_filed',coalesce(answered_on,result_on),NULL,NULL,id,NULL,NULL,NULL,NULL,number FROM appeal
	WHERE matter_id=:matter_id AND voided_on IS NULL AND coalesce(answered_on,result_on) IS NOT NULL
ORDER BY 4,2;

-- name: event_count
SELECT (SELECT count(*) FROM event WHERE matter_id=:matter_id AND voided_on IS NULL)+2*(SELECT count(*) FROM appeal WHERE matter_id=:matter_id);
