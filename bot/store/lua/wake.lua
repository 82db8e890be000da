-- Queues again what was put off and is due.
-- KEYS 1 later, 2 queue    ARGV 1 now, 2 limit    Returns how many
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now(ARGV[1]), 'LIMIT', 0, ARGV[2])
for _, delivery in ipairs(due) do
  redis.call('XADD', KEYS[2], '*', 'payload', delivery)
  redis.call('ZREM', KEYS[1], delivery)
end
return #due
