-- Hands out one source under a new token, due or not; one that the schedule does not know stays unknown to it.
-- KEYS 1 due, 2 claims, 3 fence    ARGV 1 now, 2 source, 3 lease in seconds    Returns the token
local token = tostring(redis.call('INCR', KEYS[3]))
redis.call('HSET', KEYS[2], ARGV[2], token)
redis.call('ZADD', KEYS[1], 'XX', now(ARGV[1]) + ARGV[3], ARGV[2])
return token
