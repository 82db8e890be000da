-- Takes the turn at a destination, unless somebody has it or its space rests.
-- KEYS 1 turn of the destination, 2 rest of its space    ARGV 1 now, 2 seconds that the turn lasts
-- Returns the seconds to wait, as text; "0" where it is taken
local moment, free = now(ARGV[1]), 0
for _, key in ipairs(KEYS) do free = math.max(free, tonumber(redis.call('GET', key) or 0)) end
if free > moment then return tostring(free - moment) end
redis.call('SET', KEYS[1], moment + ARGV[2], 'EX', math.ceil(ARGV[2]) + 60)
return '0'
