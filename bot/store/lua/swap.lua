-- Puts a new value in place of the one that is there; 0, with nothing changed, where it is another by now, or gone.
-- KEYS 1 hash
-- ARGV 1 field, 2 the value that is there, 3 the new one
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
