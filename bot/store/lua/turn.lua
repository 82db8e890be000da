-- Takes the turn at a destination, unless somebody has it, or its space rests or has had its share.
-- KEYS 1 turn of the destination, 2 rest of its space, 3 share of its space: until when that is used up
-- ARGV 1 now, 2 seconds that the turn lasts, 3 seconds of the share that a message takes; those of one second come at once
-- Returns the seconds to wait, as text ("0": it is taken), and 1 where the whole space has to
local moment = now(ARGV[1])
local turn, rest, share = unpack(redis.call('MGET', unpack(KEYS)))
local whole = math.max(tonumber(rest or 0), tonumber(share or 0) - 1)
local free = math.max(tonumber(turn or 0), whole)
if free - moment > 0.001 then -- less is but rounding
  return {tostring(free - moment), free == whole and 1 or 0}
end
local used = math.max(tonumber(share or 0), moment) + ARGV[3]
redis.call('SET', KEYS[1], moment + ARGV[2], 'EX', math.ceil(ARGV[2]) + 60)
redis.call('SET', KEYS[3], used, 'EX', math.ceil(used - moment) + 60)
return {'0', 0}
