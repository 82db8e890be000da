-- Lets a space rest, unless it rests for longer already.
-- KEYS 1 rest of the space    ARGV 1 now, 2 seconds
local moment = now(ARGV[1])
local till = math.max(moment + ARGV[2], tonumber(redis.call('GET', KEYS[1]) or 0))
redis.call('SET', KEYS[1], till, 'EX', math.ceil(till - moment) + 60)
