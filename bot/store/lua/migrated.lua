-- Notes the layout that a step of the migration reached, if whoever took it still holds the lease, and renews that.
-- KEYS 1 migrating, 2 schema    ARGV 1 who, 2 layout, 3 lease in ms    Returns 1; 0 where the lease was lost
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[2], 'layout', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
