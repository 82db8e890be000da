-- Takes over entries that nobody has touched for the length of a lease. One over which too many died is put aside.
-- KEYS 1 stream, 2 dead letters    ARGV 1 group, 2 consumer, 3 lease in ms, 4 cursor, 5 limit, 6 deaths allowed, 7 now
-- Returns {cursor, {{entry, payload, deaths}, …}}
-- XAUTOCLAIM replies with two parts on Redis 6.2 and three later; an entry deleted while pending is nil on 6.2.
local reply = redis.call('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], 'COUNT', ARGV[5])
local taken = {}
for _, row in pairs(reply[2]) do
  if row then
    local entry, payload = row[1], row[2][2]
    local deaths = redis.call('XPENDING', KEYS[1], ARGV[1], entry, entry, 1)[1][4] - 1
    if deaths > tonumber(ARGV[6]) then
      local reason = deaths .. ' workers died over it'
      redis.call('XADD', KEYS[2], '*', 'payload', payload, 'reason', reason, 'at', string.format('%.0f', now(ARGV[7])))
      settle(KEYS[1], ARGV[1], entry)
    else
      taken[#taken + 1] = {entry, payload, deaths}
    end
  end
end
return {reply[1], taken}
