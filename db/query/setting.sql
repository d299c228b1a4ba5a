-- Settings of the office (core/office/setting.c): dated values.

-- name: setting_on
SELECT value,version FROM setting WHERE key=:key AND valid_from<=:day ORDER BY valid_from DESC LIMIT 1;

-- name: setting_put
INSERT INTO setting(key,valid_from,value) VALUES(:key,:valid_from,:value)
ON CONFLICT(key,valid_from) DO UPDATE SET value=excluded.value, version=version+1 WHERE value<>excluded.value;
