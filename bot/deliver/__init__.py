"""From a change to the channels that want it."""
