-- Stands before every script (bot/store/connect.py puts it there).

-- The time in seconds: the one given, or the server's own where "" was given.
local function now(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return time[1] + time[2] / 1000000
end

-- Whether an entry is still ours: nobody took it over, and nobody of the same name took it again.
local function mine(stream, group, consumer, entry, deaths)
  local row = redis.call('XPENDING', stream, group, entry, entry, 1)[1]
  return row ~= nil and row[2] == consumer and row[4] == deaths + 1
end

-- Takes an entry out of its stream for good: an acknowledged entry would otherwise stay and cost memory.
local function settle(stream, group, entry)
  redis.call('XACK', stream, group, entry)
  redis.call('XDEL', stream, entry)
end
