-- Queues what was put off or planned and is due. One whose text was forgotten is passed over.
-- KEYS 1 later, 2 queue    ARGV 1 now, 2 limit, 3 prefix of all keys    Returns how many were due
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now(ARGV[1]), 'LIMIT', 0, ARGV[2])
for _, member in ipairs(due) do
  redis.call('ZREM', KEYS[1], member)
  local id, destination = string.match(member, '^(%x+) (.*)$')
  if id then
    local ahead = ARGV[3] .. 'ahead:' .. destination
    local delivery = redis.call('HGET', ahead, id)
    if delivery then redis.call('XADD', KEYS[2], '*', 'payload', delivery) end
    redis.call('HDEL', ahead, id)
    if redis.call('EXISTS', ahead, ARGV[3] .. 'held:' .. destination) == 0 then
      redis.call('SREM', ARGV[3] .. 'awaiting:' .. string.match(destination, '^[^:]*:[^:]*'), destination)
    end
  else -- an earlier program put the delivery itself here
    redis.call('XADD', KEYS[2], '*', 'payload', member)
  end
end
return #due
