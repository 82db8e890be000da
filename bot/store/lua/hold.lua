-- Keeps a delivery with its destination.
-- KEYS 1 queue, 2 held, 3 awaiting of the space    ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 delivery, 6 destination
-- Returns 1; 0 where it is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
redis.call('RPUSH', KEYS[2], ARGV[5])
redis.call('SADD', KEYS[3], ARGV[6])
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
