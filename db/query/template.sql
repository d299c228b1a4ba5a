-- Templates the office installed. See migrate/0001_base.sql.

-- scan: the few templates of an office.
-- name: template_installed
SELECT id,text,version FROM template WHERE retired_on IS NULL ORDER BY id;

-- name: template_insert
INSERT INTO template(kind,text) VALUES(:kind,:text);

-- name: template_retire
UPDATE template SET retired_on=:day,version=version+1 WHERE id=:id AND retired_on IS NULL;
