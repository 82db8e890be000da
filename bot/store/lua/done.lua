-- Records as which message a delivery was posted, and queues what comes after it, if that was never queued before.
-- KEYS 1 queue, 2 seen, 3… seen of what comes after
-- ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 message ("" for none), 6 seconds for which it is remembered, 7 those for
--      what comes after, 8… deliveries that come after
-- Returns 1; 0 where it is no longer ours. Said twice (an answer was lost on the way), it is answered 1 twice.
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then
  return ARGV[5] ~= '' and redis.call('GET', KEYS[2]) == ARGV[5] and 1 or 0
end
redis.call('SET', KEYS[2], ARGV[5] ~= '' and ARGV[5] or '-', 'EX', ARGV[6])
for i = 3, #KEYS do
  if once(KEYS[i], ARGV[7]) then redis.call('XADD', KEYS[1], '*', 'payload', ARGV[i + 5]) end
end
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
