-- The holiday notices (core/office/calendar_import.c).

-- name: calendar_notice_add
INSERT INTO notice(number) VALUES(:number) ON CONFLICT(number) DO NOTHING;

-- A later notice takes the day over from whichever had it.
-- name: calendar_day_supersede
UPDATE calendar_day SET superseded_by=:notice, version=version+1 WHERE date=:date AND notice<>:notice AND superseded_by IS NULL;

-- The notice says nothing of the day any more.
-- name: calendar_day_take_back
UPDATE calendar_day SET superseded_by=:notice, version=version+1 WHERE date=:date AND superseded_by IS NULL;

-- name: calendar_day_put
INSERT INTO calendar_day(date,kind,name,notice) VALUES(:date,:kind,:name,:notice)
ON CONFLICT(date,notice) DO UPDATE SET kind=excluded.kind, name=excluded.name, superseded_by=NULL, version=version+1
WHERE kind<>excluded.kind OR name<>excluded.name OR superseded_by IS NOT NULL;
