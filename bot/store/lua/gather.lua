-- Puts subjects into a digest, each into one digest only, and plans the digest.
-- KEYS 1 seen of the digest, 2 later, 3 ahead of the destination, 4 awaiting of its space, 5 gathered for it,
--      6… seen of each subject
-- ARGV 1 when, 2 seconds for which a subject is remembered, 3 now, 4 destination, 5 id, 6 delivery, 7 seconds for which
--      a digest is kept, 8… members for the subjects
local moment = now(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', moment - ARGV[7])
local last = redis.call('ZRANGE', KEYS[5], -1, -1, 'WITHSCORES')[2] or 0
local new = 0
for i = 6, #KEYS do
  if once(KEYS[i], ARGV[2]) then
    last = math.max(moment, last + 0.000001)
    redis.call('ZADD', KEYS[5], 'NX', string.format('%.6f', last), ARGV[i + 2])
    new = new + 1
  end
end
if new > 0 then
  redis.call('EXPIRE', KEYS[5], ARGV[7])
  if once(KEYS[1], ARGV[1] - moment + ARGV[2]) then
    plan(KEYS[2], KEYS[3], KEYS[4], ARGV[4], ARGV[5], ARGV[6], ARGV[1])
  end
end
return new
