-- Notes that we are in a space, and puts back the subscriptions kept of an earlier stay.
-- KEYS 1 subscriptions, 2 space, 3 kept, 4 spaces, 5 unwelcomed
-- ARGV 1 name of the space, 2 prefix of all keys, 3 whether it is to be welcomed ("1")
-- Returns the subscriptions put back; false where the space was known
if redis.call('SADD', KEYS[4], ARGV[1]) == 0 then return false end
if ARGV[3] == '1' then redis.call('SADD', KEYS[5], ARGV[1]) end
local back = {}
local kept = redis.call('HGETALL', KEYS[3])
for i = 1, #kept, 2 do
  local destination, subscription = kept[i], kept[i + 1]
  if redis.call('HSETNX', KEYS[1], destination, subscription) == 1 then
    redis.call('SADD', KEYS[2], destination)
    for _, target in ipairs(found_by(subscription)) do
      redis.call('SADD', ARGV[2] .. 'wants:' .. target, destination)
    end
    back[#back + 1] = subscription
  end
end
redis.call('DEL', KEYS[3])
return back
