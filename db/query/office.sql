-- The office record. See migrate/0001_base.sql.

-- name: office_purpose
SELECT purpose FROM office WHERE id=1;
