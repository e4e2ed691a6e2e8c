-- A copy of a database keeps its id and keys: without these it signs nothing, and nobody signs in by its API key.
DELETE FROM ir_config_parameter WHERE key IN ('backroom.private_key', 'backroom.account', 'backroom.url', 'backroom.address');
DELETE FROM res_users_apikeys WHERE name = 'Backroom' AND user_id IN (SELECT id FROM res_users WHERE login = 'backroom');
