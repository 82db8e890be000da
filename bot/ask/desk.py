"""Where questions and orders arrive, from every chat: permission, the handler, and errors as answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ask import admin, queries
from bot.ask.commands import Command, Invocation, Option, OptionKind, Reply
from bot.errors import AskError, NotAllowed
from bot.model.message import Choice
from bot.model.platform import Catalogue
from bot.model.subscription import CATEGORY, EVERYTHING, ChatName, Destination
from bot.model.topic import Severity, Topic
from bot.ports import Clock, Deliveries, Documents, News, Subscriptions
from bot.wording import errors
from bot.wording.language import Language, Languages

MOST = 25
"""Choices that Discord shows at once (its application command limit)."""

COMMANDS: tuple[Command, ...] = (
    Command("policy", "policy", "policy", "anyone", queries.policy, (Option("platform", "platform", required=True),)),
    Command("optout", "optout", "optout", "anyone", queries.optout, (Option("platform", "platform", required=True),)),
    Command(
        "watch",
        "watch add",
        "watch",
        "admin",
        admin.watch,
        (
            Option("platform", "watchable", required=True),
            Option("channel", "channel"),
            Option("severity", "severity"),
            Option("topics", "topics"),
            Option("role", "role"),
        ),
    ),
    Command(
        "unwatch",
        "watch remove",
        "unwatch",
        "admin",
        admin.unwatch,
        (Option("platform", "watched", required=True), Option("channel", "channel")),
    ),
    Command("list", "watch list", "list", "admin", admin.listing),
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers commands. `commands` is the table; both chats register and explain what it holds, and nothing else."""

    catalogue: Catalogue
    documents: Documents
    news: News
    subscriptions: Subscriptions
    deliveries: Deliveries
    languages: Languages
    clock: Clock
    commands: tuple[Command, ...] = COMMANDS

    def language(self, invocation: Invocation) -> Language:
        """The language to answer this person in."""
        return self.languages.best(invocation.locale)

    async def answer(self, command: Command, invocation: Invocation) -> Reply:
        """Carry out a command. What the person may not do, or got wrong, is answered in words, never raised."""
        try:
            if command.who == "admin" and not (invocation.admin and invocation.space):
                raise NotAllowed("manage_server")
            return await command.run(self, invocation)
        except AskError as error:
            names = {p.id: p.name for p in self.catalogue}
            return Reply(errors.sentence(error, self.language(invocation), names=names))

    async def complete(self, kind: OptionKind, typed: str, invocation: Invocation) -> Sequence[Choice]:
        """What is offered while someone types a value of this kind: at most 25, best first."""
        language = self.language(invocation)
        if kind == "watched":
            return await self._watched(typed, invocation, language)
        if kind == "severity":
            return [Choice(language.say(f"severity-{s}"), s) for s in Severity if s is not Severity.NONE]
        if kind == "topics":
            return self._topics(typed, language)
        found = [Choice(p.name, p.id) for p in self.catalogue.complete(typed, MOST)]
        if kind == "watchable":
            groups = [EVERYTHING, *(CATEGORY + c for c in self.catalogue.categories)]
            found = [
                Choice(n, g) for g in groups if typed.casefold() in (n := self.name(g, language)).casefold()
            ] + found
        return found[:MOST]

    async def _watched(self, typed: str, invocation: Invocation, language: Language) -> Sequence[Choice]:
        rows = await self.subscriptions.of_space(invocation.chat, invocation.space)
        seen = dict.fromkeys(watch.target for row in rows for watch in row.watches)
        named = [Choice(self.name(target, language), target) for target in seen]
        return [choice for choice in named if typed.casefold() in choice.name.casefold()][:MOST]

    @staticmethod
    def _topics(typed: str, language: Language) -> Sequence[Choice]:
        """Completes the last of several topics, and keeps those before it."""
        *before, last = (part.strip() for part in typed.split(","))
        start = "".join(f"{part}, " for part in before if part)
        rows = [(start + language.say(f"topic-{topic}"), start + topic) for topic in Topic]
        return [Choice(name, value) for name, value in rows if last.casefold() in name.casefold()][:MOST]

    def name(self, target: str, language: Language) -> str:
        """A watch's target as people call it."""
        if target == EVERYTHING:
            return language.say("target-all")
        if target.startswith(CATEGORY):
            return language.say("target-category", category=target.removeprefix(CATEGORY))
        platform = self.catalogue.platforms.get(target)
        return platform.name if platform else target

    async def left(self, chat: ChatName, space: str) -> None:
        """The bot was removed from a guild or workspace: nothing more is sent there."""
        for subscription in await self.subscriptions.of_space(chat, space):
            await self.closed(subscription.destination)

    async def closed(self, destination: Destination) -> None:
        """A channel no longer exists."""
        await self.subscriptions.drop(destination)
        await self.deliveries.drop(destination)

    async def reopened(self, destination: Destination) -> None:
        """Permissions of a channel changed: if it was blocked, what was held for it is tried again."""
        subscription = await self.subscriptions.get(destination)
        if subscription and subscription.blocked:
            await self.subscriptions.put(replace(subscription, blocked=None, warned=False))
            await self.deliveries.release(destination)
