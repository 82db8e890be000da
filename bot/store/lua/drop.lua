-- Forgets what was held for a destination.
-- KEYS 1 held    Returns how many
local held = redis.call('LLEN', KEYS[1])
redis.call('DEL', KEYS[1])
return held
