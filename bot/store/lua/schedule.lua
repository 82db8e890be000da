-- Plans deliveries that were never queued before.
-- KEYS 1 later, then for each delivery: seen, ahead of its destination, awaiting of its space
-- ARGV 1 when, 2 seconds beyond that for which they are remembered, 3 now, then for each: destination, id, delivery
-- Returns how many are new
local seconds = ARGV[1] - now(ARGV[3]) + ARGV[2]
local new = 0
for i = 1, #KEYS - 1, 3 do
  if once(KEYS[i + 1], seconds) then
    new = new + plan(KEYS[1], KEYS[i + 2], KEYS[i + 3], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5], ARGV[1])
  end
end
return new
