-- Plans a delivery that was never queued before.
-- KEYS 1 seen, 2 later, 3 ahead of the destination, 4 awaiting of its space
-- ARGV 1 when, 2 seconds beyond that for which it is remembered, 3 now, 4 destination, 5 id, 6 delivery
-- Returns 1 where it is new
if not once(KEYS[1], ARGV[1] - now(ARGV[3]) + ARGV[2]) then return 0 end
return plan(KEYS[2], KEYS[3], KEYS[4], ARGV[4], ARGV[5], ARGV[6], ARGV[1])
