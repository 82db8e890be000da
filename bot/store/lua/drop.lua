-- Forgets what was held, planned and gathered for a destination.
-- KEYS 1 held    ARGV 1 prefix of all keys, 2 destination    Returns how many deliveries that were
return forget(ARGV[1], ARGV[2])
