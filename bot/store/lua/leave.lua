-- Hands back what a consumer still has, to be taken at once and without counting as a death; then strikes it off.
-- KEYS 1 stream    ARGV 1 group, 2 consumer, 3 lease in ms    Returns how many entries were handed back
local rows = redis.call('XPENDING', KEYS[1], ARGV[1], '-', '+', 10000, ARGV[2])
for _, row in ipairs(rows) do
  redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, row[1], 'IDLE', ARGV[3], 'RETRYCOUNT', row[4] - 1, 'JUSTID')
end
if #rows == 0 then redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], ARGV[2]) end
return #rows
