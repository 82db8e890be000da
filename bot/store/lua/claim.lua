-- Hands out due sources, earliest first, each under a new token, and moves them to the end of their lease.
-- KEYS 1 due, 2 claims, 3 fence    ARGV 1 now, 2 limit, 3 lease in seconds    Returns {source, token, …}
local moment = now(ARGV[1])
local claimed = {}
for _, source in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', moment, 'LIMIT', 0, ARGV[2])) do
  local token = tostring(redis.call('INCR', KEYS[3]))
  redis.call('HSET', KEYS[2], source, token)
  redis.call('ZADD', KEYS[1], moment + ARGV[3], source)
  claimed[#claimed + 1] = source
  claimed[#claimed + 1] = token
end
return claimed
