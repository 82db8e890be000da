-- Starts the lease of our entries anew; the count of deliveries stays as it is (JUSTID).
-- KEYS 1 stream    ARGV 1 group, 2 consumer, 3… entry and deaths of each    Returns how many are still ours
local ours = 0
for i = 3, #ARGV, 2 do
  if mine(KEYS[1], ARGV[1], ARGV[2], ARGV[i], ARGV[i + 1]) then
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[i], 'JUSTID')
    ours = ours + 1
  end
end
return ours
