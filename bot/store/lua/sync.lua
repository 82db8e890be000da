-- Makes exactly the sources given the schedule: new ones fall due evenly over the spread, others keep their time.
-- KEYS 1 due, 2 claims    ARGV 1 now, 2 spread in seconds, 3… sources    Returns how many are new
local wanted, new = {}, {}
for i = 3, #ARGV do
  wanted[ARGV[i]] = true
  if not redis.call('ZSCORE', KEYS[1], ARGV[i]) then new[#new + 1] = ARGV[i] end
end
for _, source in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if not wanted[source] then
    redis.call('ZREM', KEYS[1], source)
    redis.call('HDEL', KEYS[2], source)
  end
end
local moment = now(ARGV[1])
for i, source in ipairs(new) do
  redis.call('ZADD', KEYS[1], moment + ARGV[2] * (i - 1) / #new, source)
end
return #new
