"""An installation of the app in Slack."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Install:
    """The app in one workspace or, where `team` is empty, in all that an organisation (`enterprise`) grants it.

    `token` speaks for the bot. Where tokens are rotated, it ends at `expires_at`, and `refresh_token` buys the next
    one, once. Neither is shown by `repr`.
    """

    app: str
    enterprise: str
    team: str
    name: str
    bot: str
    """Id of the bot."""
    user: str
    """Id of the bot as a user, by which it is a member of channels."""
    scopes: tuple[str, ...]
    by: str
    """Whoever installed it."""
    at: datetime
    token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    expires_at: datetime | None = None

    @property
    def id(self) -> str:
        """The workspace's id, or the organisation's; Slack gives no id twice."""
        return self.team or self.enterprise
