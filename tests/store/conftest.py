"""The fixtures of the store."""

from tests.store.places import brief, clock, opening, other, redis, server, store

__all__ = ["brief", "clock", "opening", "other", "redis", "server", "store"]
