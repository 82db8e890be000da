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

-- Whether this is the first time; remembered for so many seconds.
local function once(seen, seconds)
  return redis.call('SET', seen, '', 'NX', 'EX', math.max(math.ceil(seconds), 1)) and true or false
end

-- Plans a delivery: its time in `later`, its text with its destination, and the destination with its space.
local function plan(later, ahead, awaiting, destination, id, delivery, when)
  redis.call('ZADD', later, when, id .. ' ' .. destination)
  redis.call('HSET', ahead, id, delivery)
  redis.call('SADD', awaiting, destination)
  return 1
end

-- Puts a subject into a digest, behind what is in it; that is kept for so many seconds.
local function gather(gathered, row, moment, kept)
  redis.call('ZREMRANGEBYSCORE', gathered, '-inf', moment - kept)
  local last = redis.call('ZRANGE', gathered, -1, -1, 'WITHSCORES')[2] or 0
  redis.call('ZADD', gathered, 'NX', string.format('%.6f', math.max(moment, last + 0.000001)), row)
  redis.call('EXPIRE', gathered, kept)
end

-- Forgets what is held, planned and gathered for a destination; what was planned may be planned again.
-- Returns how many deliveries that were.
local function forget(prefix, destination)
  local held, ahead = prefix .. 'held:' .. destination, prefix .. 'ahead:' .. destination
  local count = redis.call('LLEN', held) + redis.call('HLEN', ahead)
  for _, id in ipairs(redis.call('HKEYS', ahead)) do
    redis.call('ZREM', prefix .. 'later', id .. ' ' .. destination)
    redis.call('DEL', prefix .. 'seen:' .. id)
  end
  redis.call('DEL', held, ahead, prefix .. 'gathered:' .. destination, prefix .. 'burst:' .. destination)
  redis.call('SREM', prefix .. 'awaiting:' .. string.match(destination, '^[^:]*:[^:]*'), destination)
  return count
end

-- By what a subscription is found: the targets of its lines, and whether it is blocked (as in subscriptions.py).
local function found_by(subscription)
  local read = cjson.decode(subscription)
  local targets = {}
  for _, watch in ipairs(read.watches) do targets[#targets + 1] = watch.target end
  if type(read.blocked) == 'string' and read.blocked ~= '' then targets[#targets + 1] = '!blocked' end
  return targets
end

-- Forgets the versions of a document that its state does not name, except those on either side of a told change.
local function prune(versions, told, state, new)
  local read = cjson.decode(state)
  local keep = {[read.fingerprint] = true, [new] = true}
  for _, adopted in ipairs(read.recent) do keep[adopted[1]] = true end
  if type(read.candidate) == 'table' then keep[read.candidate.fingerprint] = true end
  for _, kept in ipairs(redis.call('HKEYS', versions)) do
    if not keep[kept] and redis.call('SISMEMBER', told, kept) == 0 then redis.call('HDEL', versions, kept) end
  end
end
