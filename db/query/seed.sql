-- Rows the program brings: inserted when their key is missing, never changed.

-- name: seed_role
INSERT INTO role(code,name) VALUES(:code,:name) ON CONFLICT(code) DO NOTHING;

-- name: seed_role_capability
INSERT INTO role_capability(role,capability,scope) VALUES(:role,:capability,:scope) ON CONFLICT(role,capability) DO NOTHING;

-- name: seed_notice
INSERT INTO notice(number) VALUES(:source) ON CONFLICT(number) DO NOTHING;

-- A day the office already has from any notice is left alone.
-- name: seed_calendar_day
INSERT INTO calendar_day(date,kind,name,notice) SELECT :date, :kind, :name, :source
WHERE NOT EXISTS(SELECT 1 FROM calendar_day WHERE date=:date);

-- name: seed_ruleset
INSERT INTO ruleset(code,family,valid_from,valid_to,basis) VALUES(:code,:family,:valid_from,:valid_to,:basis) ON CONFLICT(code) DO NOTHING;

-- name: seed_rule_param
INSERT INTO rule_param(ruleset,key,value,article,certainty) VALUES(:ruleset,:key,:value,:article,:certainty) ON CONFLICT(ruleset,key) DO NOTHING;
