-- Puts subjects into digests, each into one digest of a destination only, and plans the digests.
-- KEYS 1 later, then for each digest: seen of it, ahead of its destination, awaiting of its space, gathered for it, and
--      seen of each subject there
-- ARGV 1 when, 2 seconds for which a subject is remembered, 3 now, 4 seconds for which a digest is kept, 5 how many
--      subjects, then these; then for each digest: destination, id, day, delivery
-- Returns how many subjects were new, over all digests
local moment, subjects = now(ARGV[3]), tonumber(ARGV[5])
local new = 0
local text = 6 + subjects
for place = 2, #KEYS, 4 + subjects do
  local joined = 0
  for i = 1, subjects do
    if once(KEYS[place + 3 + i], ARGV[2]) then
      gather(KEYS[place + 3], ARGV[text + 2] .. ' ' .. ARGV[5 + i], moment, ARGV[4])
      joined = joined + 1
    end
  end
  if joined > 0 then
    if once(KEYS[place], ARGV[1] - moment + ARGV[2]) then
      plan(KEYS[1], KEYS[place + 1], KEYS[place + 2], ARGV[text], ARGV[text + 1], ARGV[text + 3], ARGV[1])
    end
    new = new + joined
  end
  text = text + 4
end
return new
