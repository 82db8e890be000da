-- Notes whose a workspace is.
-- KEYS 1 orgs, 2 teams of the organisation
-- ARGV 1 workspace, 2 organisation
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return redis.call('SADD', KEYS[2], ARGV[1])
