"""What anyone may ask: a platform's policy, and how to opt out."""

from typing import TYPE_CHECKING

from bot.ask.commands import Invocation, Reply
from bot.model.version import DocumentKey
from bot.wording import answers

if TYPE_CHECKING:
    from bot.ask.desk import Desk

LATEST = 3


async def policy(desk: "Desk", invocation: Invocation) -> Reply:
    """What a platform's texts say of creators' work, its latest changes, and when its texts were last read."""
    platform = desk.catalogue.find(invocation.options["platform"])
    states = await desk.documents.states([DocumentKey(platform.id, document.id) for document in platform.documents])
    latest = await desk.news.latest(platform=platform.id, most=LATEST)
    read = {document.id: state.checked_at for document, state in zip(platform.documents, states, strict=True)}
    return Reply(answers.policy(platform, latest, read, desk.language(invocation)))


async def optout(desk: "Desk", invocation: Invocation) -> Reply:
    """What a creator can do about a platform's use of their work."""
    platform = desk.catalogue.find(invocation.options["platform"])
    return Reply(answers.optout(platform, desk.language(invocation)))
