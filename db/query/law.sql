-- The office's own rows of the law's tables: they take the place of the program's.

-- name: law_rulesets
SELECT code, family, valid_from, valid_to, basis FROM ruleset ORDER BY valid_from;

-- name: law_params
SELECT ruleset, key, value, article, certainty FROM rule_param ORDER BY id;
