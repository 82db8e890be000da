-- Puts a delivery off.
-- KEYS 1 queue, 2 later    ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 delivery, 6 seconds, 7 now
-- Returns 1; 0 where it is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
redis.call('ZADD', KEYS[2], now(ARGV[7]) + ARGV[6], ARGV[5])
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
