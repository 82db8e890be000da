-- Writes what one look at a document leaves behind, if the claim still stands.
-- KEYS 1 claims, 2 due, 3 states, 4 versions, 5 told, 6 raw, 7 sentences, 8 change, 9 outbox, 10 latest, 11 latest of
--      the platform
-- ARGV 1 source, 2 token, 3 now, 4 due in seconds, 5 document, 6 state, 7 fingerprint and 8 version, 9 meta and
--      10 body of the raw, 11 packed digests, 12 subject, 13 change, 14 change id, 15 observed at, 16 fingerprint
--      before and 17 after, 18 packed digests to forget; "" where a part is absent
-- Returns 1, or 0 with nothing written where the claim was lost
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('ZADD', KEYS[2], 'XX', now(ARGV[3]) + ARGV[4], ARGV[1])
redis.call('HSET', KEYS[3], ARGV[5], ARGV[6])
if ARGV[8] ~= '' then redis.call('HSET', KEYS[4], ARGV[7], ARGV[8]) end
if ARGV[9] ~= '' then redis.call('HSET', KEYS[6], 'meta', ARGV[9], 'body', ARGV[10]) end

local function holds(packed, digest)
  local at = 0
  repeat at = string.find(packed, digest, at + 1, true) until not at or at % 8 == 1
  return at
end

local buckets = {}
local function each(digests, change)
  for at = 1, #digests, 8 do
    local digest = string.sub(digests, at, at + 7)
    local field = tostring(string.byte(digest) % 32)
    local packed = buckets[field] or redis.call('HGET', KEYS[7], field) or ''
    buckets[field] = change(packed, digest, holds(packed, digest))
  end
end
each(ARGV[11], function(packed, digest, at) return at and packed or packed .. digest end)
each(ARGV[18], function(packed, _, at)
  return at and string.sub(packed, 1, at - 1) .. string.sub(packed, at + 8) or packed
end)
for field, packed in pairs(buckets) do redis.call('HSET', KEYS[7], field, packed) end

if ARGV[12] ~= '' and redis.call('SET', KEYS[8], ARGV[13], 'NX') then
  redis.call('XADD', KEYS[9], '*', 'payload', ARGV[12])
  redis.call('ZADD', KEYS[10], ARGV[15], ARGV[14])
  redis.call('ZADD', KEYS[11], ARGV[15], ARGV[14])
  redis.call('SADD', KEYS[5], ARGV[16], ARGV[17])
end
prune(KEYS[4], KEYS[5], ARGV[6], ARGV[7])
return 1
