-- Queues again what was held for a destination, in its order.
-- KEYS 1 held, 2 queue    ARGV 1 limit    Returns how many
local held = redis.call('LRANGE', KEYS[1], 0, ARGV[1] - 1)
for _, delivery in ipairs(held) do redis.call('XADD', KEYS[2], '*', 'payload', delivery) end
redis.call('LTRIM', KEYS[1], #held, -1)
return #held
