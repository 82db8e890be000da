"""Someone's Home page: drawn, and shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ask.commands import Command, Reply, by_verb
from bot.chat import Desk
from bot.chat.slack.answers import outcome
from bot.chat.slack.people import People
from bot.chat.slack.render import Json
from bot.chat.slack.views import drawn
from bot.chat.slack.windows import Windows
from bot.model.message import Message

MOST_BLOCKS = 100
HOME = "home"
OF_HOME = frozenset({HOME, "reserve"})
"""Commands whose buttons change the page that they stand on."""


@dataclass(frozen=True, slots=True)
class Homes:
    """Shows people their Home."""

    desk: Desk
    people: People
    windows: Windows

    async def show(self, team: str, user: str, *, page: str = "", known: str | None = None) -> None:
        """A page of it as it is now, unless Slack shows something newer than `known`. Raises `DeliveryError`."""
        language = await self.people.language(team, user)
        reply = await outcome(self._asked(team, user, page), HOME, language)
        await self.windows.publish(team, user, page_of(reply, self.desk.commands), known)

    async def _asked(self, team: str, user: str, page: str) -> Reply:
        asked = await self.people.asking(team, user, "")
        channels = await self.people.channels(team, user)
        given = replace(asked, channels=channels, options={"page": page} if page else {})
        return await self.desk.answer(by_verb(self.desk.commands)[HOME], given)


def page_of(reply: Reply, commands: Sequence[Command]) -> Json:
    """The answer to `home` as a view: each of its messages a section of the page."""
    sections = [block for message in (reply.message, *reply.more) for block in _section(message, commands)]
    return {"type": "home", "blocks": sections[:MOST_BLOCKS]}


def _section(message: Message, commands: Sequence[Command]) -> Iterator[Json]:
    """A section without a headline goes on with the one above it."""
    _, made = drawn(message, commands)
    yield from made if message.headline else made[1:]
