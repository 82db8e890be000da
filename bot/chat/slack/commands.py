"""Commands, presses and the shortcut on messages: acknowledged at once, carried out by the desk, answered."""

import asyncio
import json
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.ask.commands import Invocation, Reply, by_verb
from bot.ask.presses import Press, read
from bot.chat import Desk
from bot.chat.slack.answers import Answers, Way, logged, outcome
from bot.chat.slack.answers import body as answer_body
from bot.chat.slack.forms import Forms
from bot.chat.slack.home import HOME, OF_HOME, Homes
from bot.chat.slack.people import People, whose
from bot.chat.slack.typed import Order, Reader
from bot.chat.slack.views import drawn, light, window
from bot.chat.slack.windows import Window, Windows
from bot.model.message import Message
from bot.model.platform import Catalogue
from bot.wording.language import Language, Languages

SETTINGS = "settings"
"""The command that opens a form."""

AT_ONCE = 1.0
"""Seconds after which someone who asked for something is told that it is being worked on."""

_WRITTEN = frozenset({"text", "url", "title", "title_link", "from_url", "fallback", "pretext"})
"""Where a message of Slack holds what someone wrote or linked to (docs.slack.dev/messaging)."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Takes the commands and presses of every workspace. `work` owns what goes on after the acknowledgement."""

    desk: Desk
    catalogue: Catalogue
    languages: Languages
    people: People
    windows: Windows
    forms: Forms
    homes: Homes
    answers: Answers
    work: asyncio.TaskGroup

    async def take(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """Acknowledge, and answer. Help is in the acknowledgement itself, and waits for nobody.

        It is in the language that is at hand; that of the person is learned afterwards.
        """
        team, user = command["team_id"], command["user_id"]
        helped = self._read(command, self.people.at_hand(team, user))
        if isinstance(helped, Message):
            await ack(answer_body(Reply(helped), self.desk.commands))
            self.work.create_task(logged(self.people.person(team, user)))
            return
        asked = await self.people.asking(team, user, command["channel_id"])
        order = self._read(command, self.languages.best(asked.locale))
        if isinstance(order, Message):
            await ack(answer_body(Reply(order), self.desk.commands))
            return
        await ack()
        way, trigger = Way.of(command), command["trigger_id"]
        if order.command.verb == SETTINGS:
            self.work.create_task(logged(self.forms.open(asked, asked.channel, trigger, way)))
        else:
            work = self._all(order, asked)
            self.work.create_task(logged(self._give(work, order.command.verb, asked, way)))

    async def press(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A button was pressed, on whatever message or page, however old."""
        await ack()
        key, view, way = body["actions"][0]["action_id"], body.get("view"), Way.of(body)
        here = _here(view) if view else (body.get("channel") or {}).get("id", "")
        asked = await self.people.asking(*whose(body), here)
        press = read(key, self.desk.commands)
        if press and press.command.verb == SETTINGS:
            about = press.options.get("channel") or here
            self.work.create_task(logged(self.forms.open(asked, about, body["trigger_id"], way)))
        elif view:
            self.work.create_task(logged(self._press_in_view(key, press, asked, body)))
        else:
            self.work.create_task(
                logged(self._press(key, press, asked, way, own=bool(body["container"].get("is_ephemeral"))))
            )

    async def explain(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The shortcut on a message: what is known of the change or the platform that it is about."""
        await ack()
        asked = await self.people.asking(*whose(body), body["channel"]["id"])
        options = {"text": "\n".join(_written(body["message"])), "change": self._change(body["message"])}
        given = replace(asked, options={name: value for name, value in options.items() if value})
        work = self.desk.answer(by_verb(self.desk.commands)["explain"], given)
        self.work.create_task(logged(self._give(work, "explain", asked, Way.of(body))))

    def _read(self, command: Mapping[str, Any], language: Language) -> Order | Message:
        reader = Reader(self.desk.commands, self.catalogue, language, command["command"])
        return reader.order(command.get("text") or "")

    async def _all(self, order: Order, asked: Invocation) -> Reply:
        command = order.command
        given = [replace(asked, options=options) for options in order.options]
        judged = [await self.people.judged(command, one, asked.channel) for one in given]
        return merged([await self.desk.answer(command, one) for one in judged])

    async def _press(self, key: str, press: Press | None, asked: Invocation, way: Way, *, own: bool) -> None:
        await self._give(self._pressed(key, press, asked, asked.channel), key, asked, way, own=own)

    async def _give(self, work: Awaitable[Reply], name: str, asked: Invocation, way: Way, *, own: bool = False) -> None:
        """Answer with what comes of the work; in place of what was pressed where that is the person's `own`.

        Whoever has to wait is told so. That stays above the answer: Slack replaces what was pressed, and nothing that
        we answered to a command (github.com/slackapi/bolt-python/issues/1268).
        """
        language, send = self.languages.best(asked.locale), self.answers.send
        working = asyncio.ensure_future(outcome(work, name, language))
        _, slow = await asyncio.wait([working], timeout=AT_ONCE)
        if slow:
            await send(way, Reply(Message(language.say("answer-follows"))), name)
        reply = await working
        await send(way, reply, name, instead=own and reply.instead)
        if reply.aside:
            await send(way, Reply(reply.aside), name)
        if reply.saved:
            await self.homes.show(asked.space, asked.user)

    async def _press_in_view(self, key: str, press: Press | None, asked: Invocation, body: dict[str, Any]) -> None:
        """What came of it stands in the window in place of the rest, or over Home in one of its own.

        Home shows by itself what its own buttons lead to.
        """
        view, language, verb = body["view"], self.languages.best(asked.locale), press.command.verb if press else ""
        alone = replace(asked, channel="")
        if press and verb in OF_HOME:
            if verb != HOME:
                await outcome(self._pressed(key, press, alone, asked.channel), key, language)
            page, known = press.options.get("page", ""), view["hash"] if verb == HOME else None
            await self.homes.show(asked.space, asked.user, page=page, known=known)
            return
        if view["type"] == "modal":
            opened = Window.of(asked.space, view)
        else:
            opened = await self.windows.open(asked.space, body["trigger_id"], light(language))
        reply = await outcome(self._pressed(key, press, alone, asked.channel), key, language)
        said = drawn(reply.message, self.desk.commands)[1]
        await self.windows.fill(opened, window(said, language, ids={"here": asked.channel}))
        if reply.saved:
            await self.homes.show(asked.space, asked.user)

    async def _pressed(self, key: str, press: Press | None, asked: Invocation, here: str) -> Reply:
        """Who presses may choose for the channel that they press in, and for those that they are in."""
        if press:
            asked = await self.people.judged(press.command, replace(asked, options=press.options), here)
        return await self.desk.press(key, (), asked)

    def _change(self, message: Mapping[str, Any]) -> str:
        """The change that a message of ours tells of, by its buttons."""
        keys = (str(node["action_id"]) for node in _nodes(message.get("blocks")) if "action_id" in node)
        pressed = (read(key, self.desk.commands) for key in keys)
        return next((press.options["change"] for press in pressed if press and "change" in press.options), "")


def _here(view: Mapping[str, Any]) -> str:
    """The channel from which a window was opened; none of a Home page."""
    return str(json.loads(view.get("private_metadata") or "{}").get("here", ""))


def _written(message: Mapping[str, Any]) -> Iterator[str]:
    """What stands in a message: its text, what is linked, what is attached."""
    for node in _nodes(message):
        yield from (value for name, value in node.items() if name in _WRITTEN and isinstance(value, str))


def _nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(tree, Mapping):
        yield tree
        tree = list(tree.values())
    for child in tree if isinstance(tree, list) else ():
        yield from _nodes(child)


def merged(replies: Sequence[Reply]) -> Reply:
    """One reply that says all that these say; where some of them are public, what the others say stands aside."""
    public = [reply.message for reply in replies if reply.public]
    private = [reply.message for reply in replies if not reply.public]
    saved = any(reply.saved for reply in replies)
    if public and private:
        return Reply(_joined(public), public=True, saved=saved, aside=_joined(private))
    return replies[0] if len(replies) == 1 else Reply(_joined(public or private), public=bool(public), saved=saved)


def _joined(messages: Sequence[Message]) -> Message:
    tones = {message.tone for message in messages}
    return replace(
        messages[0],
        headline=" ".join(dict.fromkeys(message.headline for message in messages)),
        parts=tuple(dict.fromkeys(part for message in messages for part in message.parts)),
        links=tuple(dict.fromkeys(link for message in messages for link in message.links)),
        actions=tuple(action for message in messages for action in message.actions),
        tone="error" if "error" in tones else messages[0].tone,
    )
