-- Lists of values that have no noun of their own to load them.

-- name: choice_role
SELECT id,code,name,NULL AS note FROM role ORDER BY id;

-- name: choice_operator
SELECT id,login AS code,name,login AS note FROM operator WHERE disabled_on IS NULL ORDER BY id;
