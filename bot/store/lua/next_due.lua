-- KEYS 1 due    ARGV 1 now    Returns seconds until the first source is due, as text; false without sources
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return first[2] and string.format('%.6f', first[2] - now(ARGV[1]))
