-- Puts a subscription in place of the one that was read, and keeps the indexes in step with it.
-- KEYS 1 subscriptions, 2 space, 3… wants, first of the lines that go, then of those that come
-- ARGV 1 destination, 2 the subscription that was read, 3 the new one ("" for none), 4 how many lines go
-- Returns 1; 0 with nothing written where another came in between
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
for i = 3, 2 + ARGV[4] do redis.call('SREM', KEYS[i], ARGV[1]) end
for i = 3 + ARGV[4], #KEYS do redis.call('SADD', KEYS[i], ARGV[1]) end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
  redis.call('SREM', KEYS[2], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  redis.call('SADD', KEYS[2], ARGV[1])
end
return 1
