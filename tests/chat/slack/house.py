"""Clausebell with its real desk, by either way to Slack, as a member of a workspace meets it."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

from bot.chat.slack.client import SlackChat
from bot.chat.slack.poster import SlackPoster
from bot.model.subscription import ChatName, Destination, Subscription
from bot.store.store import Store
from tests.fakes.slack import Delivery, FakeSlack, Team
from tests.fakes.slack.blockkit import Json, walk
from tests.fakes.world import HandClock

Until = Callable[[Callable[[], object]], Awaitable[None]]
Serving = Callable[..., AbstractAsyncContextManager[SlackChat]]


@dataclass
class House:
    """What a test needs at hand: Slack, the workspace, what is kept, and ways to look."""

    slack: FakeSlack
    team: Team
    store: Store
    clock: HandClock
    until: Until
    poster: SlackPoster
    seen: set[str] = field(default_factory=set)

    def here(self, channel: str = "C1") -> Destination:
        """A channel of the workspace."""
        return Destination(ChatName.SLACK, self.team.id, channel)

    async def kept(self, channel: str = "C1") -> Subscription | None:
        """What the channel has chosen."""
        return await self.store.subscriptions.get(self.here(channel))

    async def home(self, user: str = "U1") -> Json:
        """Someone's Home, once it is shown anew."""
        before = self.team.homes.get(user, {}).get("hash")
        await self.slack.open_home(self.team, user)
        await self.until(lambda: self.team.homes.get(user, {}).get("hash") != before)
        return self.team.homes[user]

    async def opened(self) -> Json:
        """The window that opens, once it shows what it is to show."""

        def filled() -> list[Json]:
            new = (view for name, view in self.slack.views.items() if name not in self.seen)
            return [v for v in new if v["type"] == "modal" and [b["type"] for b in v["blocks"]] != ["section"]]

        await self.until(filled)
        [window] = filled()
        self.seen.add(window["id"])
        return window

    async def settings(self, text: str = "settings", **who: str) -> Json:
        """The window that the command opens."""
        await self.slack.command(self.team, "/clausebell", text, **who)
        return await self.opened()

    async def submit(self, user: str = "U1") -> Delivery:
        """Send what stands in the window."""
        return await self.slack.submit(self.team, self.window, user)

    @property
    def window(self) -> Json:
        """The window that was opened last."""
        return [view for view in self.slack.views.values() if view["type"] == "modal"][-1]


def fields(view: Json) -> dict[str, Json]:
    """The fields of a window by their actions."""
    return {block["element"]["action_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


def buttons(view: Json) -> list[str]:
    """What can be pressed."""
    return [node["action_id"] for node in walk(view["blocks"]) if node.get("type") == "button"]


def words(view: Json) -> str:
    """Every word that is shown, of dates those for where Slack cannot write them."""
    said = (node.get("fallback") or node.get("text") for node in walk(view["blocks"]))
    return " ".join(text for text in said if isinstance(text, str))
