"""What goes on in windows: settings are chosen, a platform is looked up, and Slack asks what can be chosen."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.ask.commands import Invocation, OptionKind, Reply, by_verb
from bot.chat import Desk
from bot.chat.slack import fields
from bot.chat.slack.answers import DUE, Answers, Way, logged, outcome
from bot.chat.slack.home import Homes
from bot.chat.slack.people import People, whose
from bot.chat.slack.render import Json
from bot.chat.slack.views import drawn, light, window
from bot.chat.slack.windows import Window, Windows
from bot.errors import DeliveryError
from bot.model.message import Message
from bot.wording import errors
from bot.wording.language import Language, Languages

ANSWERED: Mapping[str, OptionKind] = {fields.PLATFORMS: "watchable", fields.PLATFORM: "platform"}
"""Fields for which Slack asks us what can be chosen, and what that is."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Opens forms and takes what is sent with them. `work` owns what goes on after an acknowledgement."""

    desk: Desk
    languages: Languages
    people: People
    windows: Windows
    homes: Homes
    answers: Answers
    work: asyncio.TaskGroup

    async def open(self, asked: Invocation, about: str, trigger: str, way: Way) -> None:
        """The settings of the channel `about`, or a form that asks for one; what Slack refuses is said by the `way`."""
        language = self.languages.best(asked.locale)
        try:
            opened = await self.windows.open(asked.space, trigger, light(language))
        except DeliveryError as error:
            if not way.url:
                raise
            await self.answers.send(way, Reply(errors.sentence(error, language)), "settings")
        else:
            await self.windows.fill(opened, await self._settings(asked, about, language))

    async def choose(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Another channel was chosen: show what that one has."""
        await ack()
        [action, *_] = body["actions"]
        team, user = whose(body)
        asked = await self.people.asking(team, user, fields.filled(body["view"]).here)
        self.work.create_task(
            logged(self._turn(asked, Window.of(team, body["view"]), action.get("selected_conversation") or ""))
        )

    async def submit(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Keep what was chosen; where the form shows another channel's fields than the one chosen, show that one's."""
        team, user = whose(body)
        sent = fields.filled(body["view"])
        asked = await self.people.asking(team, user, sent.here)
        language = self.languages.best(asked.locale)
        verb = "configure" if sent.chosen == sent.shown else "settings"
        reply = await outcome(self._given(verb, asked, sent.options), verb, language, within=DUE)
        if reply.message.tone == "error":
            await ack(fields.wrong(reply.message.headline, reply.about, body["view"]))
            return
        kept = self._said(reply.message, language, sent.here)
        shown = fields.settings(reply.message, sent.here, sent.chosen, language) if reply.message.picks else kept
        await ack(response_action="update", view=shown)
        if reply.saved:
            self.work.create_task(logged(self.homes.show(team, user)))

    async def suggest(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """What can be chosen in a field, of what is being typed."""
        team, user = whose(body)
        asked = await self.people.asking(team, user, "")
        choices = self.desk.complete(ANSWERED[body["action_id"]], body.get("value") or "", asked)
        await ack(options=fields.options(choices))

    async def look_up(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The shortcut by which a platform is looked up."""
        await ack()
        team, user = whose(body)
        language = await self.people.language(team, user)
        await self.windows.open(team, body["trigger_id"], fields.lookup(language))

    async def looked_up(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The platform that was chosen, in the same window."""
        team, user = whose(body)
        asked = await self.people.asking(team, user, "")
        language = self.languages.best(asked.locale)
        about = replace(asked, options={"platform": fields.looked_up(body["view"])})
        answer = self.desk.answer(by_verb(self.desk.commands)["policy"], about)
        reply = await outcome(answer, "policy", language, within=DUE)
        await ack(response_action="update", view=self._said(reply.message, language, ""))

    async def _turn(self, asked: Invocation, opened: Window, channel: str) -> None:
        await self.windows.fill(opened, await self._settings(asked, channel, self.languages.best(asked.locale)))

    async def _settings(self, asked: Invocation, channel: str, language: Language) -> Json:
        """The form for a channel; where the person may not choose for it, that and a form that asks for another."""
        here = asked.channel
        if not fields.is_channel(channel):
            return fields.settings(None, here, "", language)
        reply = await outcome(self._given("settings", asked, {"channel": channel}), "settings", language)
        return fields.settings(reply.message, here, channel if reply.message.picks else "", language)

    async def _given(self, verb: str, asked: Invocation, options: Mapping[str, str]) -> Reply:
        command = by_verb(self.desk.commands)[verb]
        given = replace(asked, options=options)
        return await self.desk.answer(command, await self.people.judged(command, given, asked.channel))

    def _said(self, message: Message, language: Language, here: str) -> Json:
        return window(drawn(message, self.desk.commands)[1], language, ids={"here": here})
