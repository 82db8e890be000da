"""What someone's message is about: the change that it tells of, or the platforms that it names or links to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.ask.commands import Invocation, Reply, by_verb
from bot.model.message import Action
from bot.model.platform import Catalogue, Platform
from bot.read.triage import named
from bot.wording import answers

if TYPE_CHECKING:
    from bot.ask.desk import Desk

READ = 5000
"""Characters of a message that are read."""
OTHERS = 4
"""Further platforms that are offered."""

_LINK = re.compile(r"https?://[^\s<>|\"')]+", re.IGNORECASE)


async def explain(desk: "Desk", invocation: Invocation) -> Reply:
    """Every passage of the change that a message of ours tells of; else what is known of the platform in its `text`.

    The text is read for names and links, and not kept.
    """
    if invocation.options.get("change"):
        return await _instead(desk, invocation, "change", change=invocation.options["change"])
    found = mentioned(invocation.options.get("text", "")[:READ], desk.catalogue)
    if not found:
        return Reply(answers.nothing_named(desk.language(invocation)))
    first, *others = found
    reply = await _instead(desk, invocation, "policy", platform=first.id)
    latest = await desk.news.latest(platform=first.id, most=1)
    label = desk.language(invocation).say("button-change")
    offered = [Action(label, "change", {"change": change.id}, primary=True) for change in latest]
    offered += [Action(platform.name, "policy", {"platform": platform.id}) for platform in others[:OTHERS]]
    return replace(reply, message=replace(reply.message, actions=(*offered, *reply.message.actions)))


def mentioned(text: str, catalogue: Catalogue) -> list[Platform]:
    """The platforms that a text links to, in the order of the links, then those that it names."""
    names = named(_LINK.sub(" ", text), catalogue)
    linked = [platform.id for url in _LINK.findall(text) for platform in _at(url, catalogue)]
    return [catalogue.platforms[platform] for platform in dict.fromkeys([*linked, *names])]


def _at(url: str, catalogue: Catalogue) -> Iterator[Platform]:
    """The platforms whose front page or documents stand at the host of this address, or above it."""
    host = _host(url)
    for platform in catalogue:
        own = {_host(platform.homepage), *(_host(document.url) for document in platform.documents)}
        if any(host == one or host.endswith(f".{one}") for one in own - {""}):
            yield platform


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


async def _instead(desk: "Desk", invocation: Invocation, verb: str, **options: str) -> Reply:
    """The answer to another command, as if that had been given."""
    return await desk.answer(by_verb(desk.commands)[verb], replace(invocation, options=options))
