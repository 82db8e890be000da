-- Takes an entry out of its stream, whoever holds it by now.
-- KEYS 1 stream    ARGV 1 group, 2 entry
settle(KEYS[1], ARGV[1], ARGV[2])
