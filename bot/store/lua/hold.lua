-- Keeps a delivery with its destination, and queues what comes after it, if that was never queued before.
-- KEYS 1 queue, 2 held, 3 awaiting of the space, 4… seen of what comes after
-- ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 delivery, 6 destination, 7 seconds for which what comes after is
--      remembered, 8… deliveries that come after
-- Returns 1; 0 where it is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
redis.call('RPUSH', KEYS[2], ARGV[5])
redis.call('SADD', KEYS[3], ARGV[6])
for i = 4, #KEYS do
  if once(KEYS[i], ARGV[7]) then redis.call('XADD', KEYS[1], '*', 'payload', ARGV[i + 4]) end
end
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
