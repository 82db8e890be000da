-- Puts a delivery aside for the operator.
-- KEYS 1 queue, 2 dead letters, 3 seen
-- ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 delivery, 6 reason, 7 now, 8 seconds for which it is remembered
-- Returns 1; 0 where it is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
redis.call('XADD', KEYS[2], '*', 'payload', ARGV[5], 'reason', ARGV[6], 'at', string.format('%.0f', now(ARGV[7])))
redis.call('SET', KEYS[3], '-', 'EX', ARGV[8])
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
