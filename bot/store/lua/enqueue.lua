-- Queues deliveries that were never queued before.
-- KEYS 1 queue, 2… seen, one for each delivery    ARGV 1 seconds for which that is remembered, 2… deliveries
-- Returns how many are new
local new = 0
for i = 2, #KEYS do
  if redis.call('SET', KEYS[i], '', 'NX', 'EX', ARGV[1]) then
    redis.call('XADD', KEYS[1], '*', 'payload', ARGV[i])
    new = new + 1
  end
end
return new
