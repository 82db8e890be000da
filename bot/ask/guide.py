"""The help of a chat in which commands are typed: each with what it does, and an example to copy."""

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.ask.commands import Command, Invocation, Option, Reply
from bot.model.message import Listing, Message, Paragraph
from bot.wording.language import Language

if TYPE_CHECKING:
    from bot.ask.desk import Desk

TYPED_AS = "/clausebell"
TOPICS = frozenset({"topics", "topic"})
"""Kinds of options that take topics."""
NAMES: Mapping[str, str] = {"platform": "SoundCloud", "watchable": "SoundCloud, Bandcamp", "watched": "SoundCloud"}
"""Kinds of options that name a platform, each as it stands in an example."""
_WORDS = '"artificial intelligence"'


async def told(desk: "Desk", invocation: Invocation) -> Reply:
    """The help, for whoever is shown it."""
    return Reply(guide(desk.commands, desk.language(invocation)))


def guide(commands: Sequence[Command], language: Language, typed_as: str = TYPED_AS) -> Message:
    """Every command with what it does and an example to copy, by what they are for."""
    rows: dict[str, list[str]] = {"ask": [], "channel": [], "stored": []}
    for command in filter(lambda one: one.slack, commands):
        group = "channel" if command.who == "admin" else "ask" if command.shared else "stored"
        rows[group].append(f"{_example(command, language, typed_as)}\n{language.say(f'command-{command.verb}')}")
    listed = (Listing(language.say(f"help-{group}"), tuple(items)) for group, items in rows.items())
    beside = (Paragraph(language.say(key)) for key in ("help-news", "help-private"))
    return Message(language.say("help-headline"), parts=(*listed, *beside))


def usage(command: Command, language: Language, typed_as: str = TYPED_AS) -> Message:
    """What one command does, and an example, for who typed too little after it."""
    news = (Paragraph(language.say("help-news")),) if chooses_news(command) else ()
    parts = (Paragraph(_example(command, language, typed_as)), *news)
    return Message(language.say(f"command-{command.verb}"), parts=parts)


def chooses_news(command: Command) -> bool:
    """Whether it takes a word on news reports."""
    return any(option.name == "news" for option in command.options)


def taking(command: Command, kinds: Container[str]) -> Option | None:
    """The option of one of these kinds that a command takes."""
    return next((option for option in command.options if option.kind in kinds), None)


def _example(command: Command, language: Language, typed_as: str) -> str:
    name, topics = taking(command, NAMES), taking(command, TOPICS)
    words = [NAMES[name.kind] if name else "", language.say("topic-ai_training") if topics else ""]
    after = _WORDS if taking(command, {"words"}) else ""
    return " ".join(filter(None, (typed_as, command.slack, ", ".join(filter(None, words)), after)))
