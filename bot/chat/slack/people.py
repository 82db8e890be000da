"""Who someone in a workspace is: the language they read, whether they manage it, and in which channels they are."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from bot.ask.commands import Command, Invocation
from bot.chat.slack.web import code, failures, web_client
from bot.chat.slack.workspaces import Workspaces
from bot.errors import DeliveryError, Later, StoreError
from bot.model.subscription import ChatName
from bot.ports import Clock
from bot.wording.language import FALLBACK, Language, Languages

KNOWN_FOR = timedelta(minutes=5)
"""How long what Slack says of a person is believed: so long may someone who became or was an admin have to wait."""
SPOKEN_FOR = timedelta(days=7)
"""How long the language of a person is kept, to have one at hand where Slack is not asked or does not answer."""
LISTED_FOR = timedelta(minutes=15)
"""How long Home lists the channels that Slack named last, where it names none at the moment."""
CALLED_FOR = timedelta(days=7)
"""How long the name of a public channel is kept, to tell which one it was when it is deleted."""
KNOWN_AT_ONCE, LISTED_AT_ONCE = 10_000, 500
"""People of whom that is kept, and channels of which the name is."""
AT_ONCE = 0.7
"""Seconds for which Slack is asked who someone is; an answer is due within three."""
PAGE = 999
"""Channels in one answer of Slack (users.conversations takes no more)."""

T = TypeVar("T")
Kept = OrderedDict[tuple[str, str], tuple[datetime, T]]
"""By workspace and person, in the order in which it was heard, with when that was."""


@dataclass(frozen=True, slots=True)
class Person:
    """The locale as Slack names it (`de-DE`), and whether they are an admin or owner of the workspace."""

    locale: str = FALLBACK
    manager: bool = False


def whose(body: Mapping[str, Any]) -> tuple[str, str]:
    """The workspace and the person of a payload; what an organisation's app hears may name none but the person's."""
    user = body["user"]
    return (body.get("team") or {}).get("id") or user["team_id"], user["id"]


def _keep(kept: Kept[T], who: tuple[str, str], when: datetime, what: T, most: int = KNOWN_AT_ONCE) -> None:
    kept[who] = (when, what)
    kept.move_to_end(who)
    if len(kept) > most:
        kept.popitem(last=False)


class People:
    """Asks Slack about people, and remembers for a while; needs the scopes users:read and channels:read."""

    def __init__(self, workspaces: Workspaces, languages: Languages, clock: Clock, api_url: str) -> None:
        self._workspaces = workspaces
        self._languages = languages
        self._clock = clock
        self._web = web_client(None, api_url)
        self._known: Kept[Person] = OrderedDict()
        self._locales: Kept[str] = OrderedDict()
        self._listed: Kept[Mapping[str, str]] = OrderedDict()
        self._called: Kept[str] = OrderedDict()
        workspaces.tell(self.forget)

    async def person(self, team: str, user: str) -> Person:
        """Who they are; what was known before, or nothing, where Slack does not say in time."""
        self._expire()
        if (team, user) in self._known:
            return self._known[team, user][1]
        try:
            async with asyncio.timeout(AT_ONCE):
                found = await self._ask(team, user)
        except (DeliveryError, StoreError, TimeoutError) as error:
            structlog.get_logger("slack").info("person not known", why=str(error) or "no answer")
            found = Person(self._locales.get((team, user), (None, FALLBACK))[1])
            if not (isinstance(error, DeliveryError) and code(error) == "missing_scope"):
                return found
        _keep(self._known, (team, user), self._clock.now(), found)
        _keep(self._locales, (team, user), self._clock.now(), found.locale)
        return found

    def forget(self, team: str) -> None:
        """Everyone of a workspace that left, and its channels."""
        for kept in (self._known, self._locales, self._listed, self._called):
            for key in [key for key in kept if key[0] == team]:
                del kept[key]

    def _expire(self) -> None:
        """Drop what was heard too long ago; what was heard first stands first."""
        limits = (
            (self._known, KNOWN_FOR),
            (self._locales, SPOKEN_FOR),
            (self._listed, LISTED_FOR),
            (self._called, CALLED_FOR),
        )
        for kept, time in limits:
            while kept and self._clock.now() - next(iter(kept.values()))[0] >= time:
                kept.popitem(last=False)

    def at_hand(self, team: str, user: str) -> Language:
        """The language to speak to them in, of what is known already, also where that was heard some days ago.

        Of someone who is not known, that of whom we last learned something in their workspace.
        """
        self._expire()
        others = (locale for (place, _), (_, locale) in reversed(self._locales.items()) if place == team)
        _, known = self._locales.get((team, user), (None, None))
        return self._languages.best(known or next(others, FALLBACK))

    async def language(self, team: str, user: str) -> Language:
        """The language to speak to them in."""
        return self._languages.best((await self.person(team, user)).locale)

    async def asking(self, team: str, user: str, here: str) -> Invocation:
        """Someone who asks something that anyone may; `here` is the channel, "" where there is none."""
        person = await self.person(team, user)
        return Invocation(
            ChatName.SLACK,
            team,
            here,
            user,
            manager=person.manager,
            locale=person.locale,
            local=person.locale,
        )

    async def choosing(self, team: str, user: str, here: str, about: str) -> bool:
        """Whether they may choose for the channel `about`: they are in it.

        Slack itself vouches for the channel that a command or press comes from. A private channel can be chosen for
        from within alone, as we do not ask to see who is in one. Raises `DeliveryError`.
        """
        if not about or about == here:
            return bool(about)
        async for channels in self._pages(team, user):
            if about in channels:
                return True
        return False

    async def judged(self, command: Command, asked: Invocation, here: str) -> Invocation:
        """The same, with the right to give this command, asked from the channel `here`. Raises `DeliveryError`."""
        if command.who == "anyone":
            return asked
        about = asked.options.get("channel") or asked.channel
        admin = await self.choosing(asked.space, asked.user, here, about)
        return replace(asked, admin=admin)

    async def channels(self, team: str, user: str) -> Mapping[str, str]:
        """The public channels in which they are, by id with their names. Raises `DeliveryError`.

        While Slack asks for a pause, or is unwell, those of some minutes ago: good to show, and never to judge by.
        """
        try:
            found = {channel: name async for page in self._pages(team, user) for channel, name in page.items()}
        except Later:
            self._expire()
            if (team, user) not in self._listed:
                raise
            return {
                channel: self.called(team, channel) or name for channel, name in self._listed[team, user][1].items()
            }
        _keep(self._listed, (team, user), self._clock.now(), found, LISTED_AT_ONCE)
        return found

    def called(self, team: str, channel: str) -> str:
        """The name of a public channel, as far as it was heard lately; else ""."""
        self._expire()
        return self._called.get((team, channel), (None, ""))[1]

    def names(self, team: str, channel: str, name: str) -> None:
        """This is what a public channel is called now."""
        _keep(self._called, (team, channel), self._clock.now(), name)

    async def _ask(self, team: str, user: str) -> Person:
        token = await self._workspaces.token(team)
        with failures():
            answer = await self._web.users_info(token=token, user=user, include_locale=True)
        about: dict[str, Any] = answer["user"]
        return Person(about.get("locale") or FALLBACK, bool(about.get("is_admin") or about.get("is_owner")))

    async def _pages(self, team: str, user: str) -> AsyncIterator[Mapping[str, str]]:
        token, cursor = await self._workspaces.token(team), ""
        while True:
            with failures():
                answer = await self._web.users_conversations(
                    token=token, user=user, team_id=team, types="public_channel", limit=PAGE, cursor=cursor
                )
            page: dict[str, str] = {channel["id"]: channel["name"] for channel in answer["channels"]}
            for channel, name in page.items():
                self.names(team, channel, name)
            yield page
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return
