"""Pure values: what the stages hand to each other. No I/O, no clock, no randomness."""
