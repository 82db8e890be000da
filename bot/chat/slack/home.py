"""Someone's Home page: drawn, and shown."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.ask.commands import Command, Reply, by_verb
from bot.chat import Desk
from bot.chat.slack.answers import outcome
from bot.chat.slack.patience import TRIES, Patience
from bot.chat.slack.people import People
from bot.chat.slack.render import Json
from bot.chat.slack.views import drawn
from bot.chat.slack.windows import Windows
from bot.errors import Later
from bot.model.message import Message
from bot.wording import errors

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
    patience: Patience
    _latest: dict[tuple[str, str], object] = field(default_factory=dict)

    async def show(
        self, team: str, user: str, *, page: str = "", known: str | None = None, first: bool = False
    ) -> None:
        """A page of it as it is now, unless Slack shows something newer than `known`. Raises `DeliveryError`.

        What cannot be shown at the moment is shown when Slack takes it, and of several pages only the one that was
        asked for last. A person who sees nothing yet (`first`) sees a word in the meantime.
        """
        with self._asked_for(team, user) as is_latest:
            for left in reversed(range(TRIES)):
                try:
                    view = await self._drawn(team, user, page)
                    if is_latest():
                        await self.windows.publish(team, user, view, known)
                except Later as error:
                    if first and is_latest():
                        await self._meanwhile(team, user, None if left else error)
                    if not left:
                        raise
                    if not await self.patience.rest(error.seconds) or not is_latest():
                        return
                else:
                    return

    @contextlib.contextmanager
    def _asked_for(self, team: str, user: str) -> Iterator[Callable[[], bool]]:
        """Gives whether nothing else was asked for since."""
        mine = self._latest[team, user] = object()
        try:
            yield lambda: self._latest.get((team, user)) is mine
        finally:
            if self._latest.get((team, user)) is mine:
                del self._latest[team, user]

    async def _drawn(self, team: str, user: str, page: str) -> Json:
        language = await self.people.language(team, user)
        reply = await outcome(self._asked(team, user, page), HOME, language, leaving=(Later,))
        return page_of(reply, self.desk.commands)

    async def _asked(self, team: str, user: str, page: str) -> Reply:
        asked = await self.people.asking(team, user, "")
        channels = await self.people.channels(team, user)
        given = replace(asked, channels=channels, options={"page": page} if page else {})
        return await self.desk.answer(by_verb(self.desk.commands)[HOME], given)

    async def _meanwhile(self, team: str, user: str, error: Later | None) -> None:
        """That it takes a moment, or in the end what went wrong; where Slack does not take that either, nothing."""
        language = await self.people.language(team, user)
        said = errors.sentence(error, language) if error else Message(language.say("form-loading"))
        with contextlib.suppress(Later):
            await self.windows.publish(team, user, page_of(Reply(said), self.desk.commands))


def page_of(reply: Reply, commands: Sequence[Command]) -> Json:
    """The answer to `home` as a view: each of its messages a section of the page."""
    sections = [block for message in (reply.message, *reply.more) for block in _section(message, commands)]
    return {"type": "home", "blocks": sections[:MOST_BLOCKS]}


def _section(message: Message, commands: Sequence[Command]) -> Iterator[Json]:
    """A section without a headline goes on with the one above it."""
    _, made = drawn(message, commands)
    yield from made if message.headline else made[1:]
