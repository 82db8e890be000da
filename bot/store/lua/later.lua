-- Puts a delivery off.
-- KEYS 1 queue, 2 later, 3 ahead of the destination, 4 awaiting of its space
-- ARGV 1 group, 2 consumer, 3 entry, 4 deaths, 5 delivery, 6 seconds, 7 now, 8 destination, 9 id
-- Returns 1; 0 where it is no longer ours
if not mine(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) then return 0 end
plan(KEYS[2], KEYS[3], KEYS[4], ARGV[8], ARGV[9], ARGV[5], now(ARGV[7]) + ARGV[6])
settle(KEYS[1], ARGV[1], ARGV[3])
return 1
