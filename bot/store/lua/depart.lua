-- Ends the subscriptions of a space, and forgets what waited for its destinations.
-- KEYS 1 subscriptions, 2 space, 3 kept, 4 spaces, 5 unwelcomed, 6 awaiting, 7 reserved
-- ARGV 1 name of the space, 2 seconds for which they are kept aside (0: not even what was kept), 3 prefix of all keys
for _, names in ipairs({KEYS[4], KEYS[5], KEYS[7]}) do redis.call('SREM', names, ARGV[1]) end
local keep = tonumber(ARGV[2])
if keep == 0 then redis.call('DEL', KEYS[3]) end
for _, destination in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  local subscription = redis.call('HGET', KEYS[1], destination)
  if subscription then
    if keep > 0 then
      redis.call('HSET', KEYS[3], destination, subscription)
      redis.call('PEXPIRE', KEYS[3], math.ceil(keep * 1000))
    end
    for _, target in ipairs(found_by(subscription)) do
      redis.call('SREM', ARGV[3] .. 'wants:' .. target, destination)
    end
    redis.call('HDEL', KEYS[1], destination)
  end
  forget(ARGV[3], destination)
end
for _, destination in ipairs(redis.call('SMEMBERS', KEYS[6])) do forget(ARGV[3], destination) end
redis.call('DEL', KEYS[2], KEYS[6])
