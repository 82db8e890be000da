"""A fake Discord that the real discord.py talks to: REST v10 and gateway v10 on 127.0.0.1, with Discord's limits."""

from .api import Interaction
from .fake import FakeDiscord
from .limits import COMPONENTS_V2, CROSSPOSTED, EPHEMERAL, Json
from .rest import Request
from .world import FORUM, NEWS, PERMISSIONS, TEXT, THREAD

__all__ = [
    "COMPONENTS_V2",
    "CROSSPOSTED",
    "EPHEMERAL",
    "FORUM",
    "NEWS",
    "PERMISSIONS",
    "TEXT",
    "THREAD",
    "FakeDiscord",
    "Interaction",
    "Json",
    "Request",
]
