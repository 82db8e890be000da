-- Writes what one look at a feed leaves behind, if the claim still stands: stories, then what was met, then the state.
-- KEYS 1 claims, 2 due, 3 feeds, 4 met, 5 outbox, 6… a key for each story
-- ARGV 1 source, 2 token, 3 now, 4 due in seconds, 5 feed, 6 state, 7 seconds for which an identity is kept,
--      8 seconds for which a story is kept, then subject and story for each key from 6 on, then digests of identities
-- Returns 1, or 0 with nothing written where the claim was lost
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
local moment = now(ARGV[3])
local at = 9
for i = 6, #KEYS do
  if redis.call('SET', KEYS[i], ARGV[at + 1], 'NX', 'EX', ARGV[8]) then
    redis.call('XADD', KEYS[5], '*', 'payload', ARGV[at])
  end
  at = at + 2
end
for i = at, #ARGV do redis.call('ZADD', KEYS[4], moment, ARGV[i]) end
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', moment - ARGV[7])
redis.call('HSET', KEYS[3], ARGV[5], ARGV[6])
redis.call('ZADD', KEYS[2], 'XX', moment + ARGV[4], ARGV[1])
return 1
