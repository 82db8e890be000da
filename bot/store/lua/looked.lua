-- Writes what looks leave behind that found nothing new, each if its claim still stands.
-- KEYS 1 claims, 2 due, 3 states, then versions and told of each
-- ARGV 1 now, then source, token, due in seconds, document and state of each
-- Returns for each 1, or 0 with nothing written where the claim was lost
local moment = now(ARGV[1])
local stood = {}
for i = 1, (#ARGV - 1) / 5 do
  local source, token, due_in, document, state = unpack(ARGV, i * 5 - 3, i * 5 + 1)
  stood[i] = redis.call('HGET', KEYS[1], source) == token and 1 or 0
  if stood[i] == 1 then
    redis.call('ZADD', KEYS[2], 'XX', moment + due_in, source)
    redis.call('HSET', KEYS[3], document, state)
    prune(KEYS[i * 2 + 2], KEYS[i * 2 + 3], state, '')
  end
end
return stood
