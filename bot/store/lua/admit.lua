-- Lets a delivery be posted by itself, or puts what it tells into the digest of all that comes beyond.
-- KEYS 1 queue, 2 burst of the destination, 3 later, 4 ahead of the destination, 5 awaiting of its space, 6 gathered for
--      it, 7 seen of the digest that the delivery would begin
-- ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 id, 6 how many are posted by themselves, 7 seconds within which, 8 now,
--      9 seconds for which a digest is kept, 10 subject, 11 destination, then of the digest that it would begin: 12 id,
--      13 name, 14 delivery
-- Returns 1 where it is to be posted; 0 where it waits in the digest, or is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
local moment = now(ARGV[8])
local ends = tonumber(redis.call('HGET', KEYS[2], 'ends') or 0)
if ends <= moment then
  ends = moment + ARGV[7]
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[2], 'ends', string.format('%.6f', ends))
  redis.call('PEXPIRE', KEYS[2], math.ceil(ARGV[7] * 1000))
end
local name, id = unpack(redis.call('HMGET', KEYS[2], 'name', 'digest'))
local posted = redis.call('HLEN', KEYS[2]) - 1 -- beside the end; with a digest there are enough of them anyway
local died = tonumber(ARGV[4]) > 0 -- over it, and perhaps after the post
if died or posted < tonumber(ARGV[6]) or redis.call('HEXISTS', KEYS[2], ARGV[5]) == 1 then
  redis.call('HSET', KEYS[2], ARGV[5], '')
  return 1
end
if not id or redis.call('HEXISTS', KEYS[4], id) == 0 then
  if not once(KEYS[7], ARGV[7] + ARGV[9]) then return 1 end -- that digest was told
  name = ARGV[13]
  redis.call('HSET', KEYS[2], 'name', name, 'digest', ARGV[12])
  plan(KEYS[3], KEYS[4], KEYS[5], ARGV[11], ARGV[12], ARGV[14], ends)
end
gather(KEYS[6], name .. ' ' .. ARGV[10], moment, ARGV[9])
settle(KEYS[1], ARGV[1], ARGV[3])
return 0
