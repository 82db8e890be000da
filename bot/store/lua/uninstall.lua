-- Erases an installation; returns the workspaces that it served.
-- KEYS 1 installs, 2 orgs, 3 teams of it (were it an organisation), 4 prefix of the teams of any
-- ARGV 1 id of the workspace or organisation
redis.call('HDEL', KEYS[1], ARGV[1])
local organisation = redis.call('HGET', KEYS[2], ARGV[1])
if organisation then
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('SREM', KEYS[4] .. organisation, ARGV[1])
end
local members = redis.call('SMEMBERS', KEYS[3])
redis.call('DEL', KEYS[3])
local served = {}
for _, team in ipairs(members) do
  redis.call('HDEL', KEYS[2], team)
  if redis.call('HEXISTS', KEYS[1], team) == 0 then served[#served + 1] = team end
end
if #members == 0 then return {ARGV[1]} end
return served
