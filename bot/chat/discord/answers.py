"""Answers to what people do in Discord: once, never late, never not at all."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

import discord
import structlog

from bot.ask.commands import Reply
from bot.ask.presses import Press, read
from bot.chat import Desk
from bot.chat.discord.afar import NAMED, addressed, listed, pressed
from bot.chat.discord.options import AT_ONCE, Interaction
from bot.chat.discord.traffic import UNREACHABLE, UnderWay
from bot.chat.discord.views import asking, drawn
from bot.errors import ClausebellError
from bot.wording import errors
from bot.wording.language import Languages

_LATE, _ALREADY = 10062, 40060

Work = Callable[[], Coroutine[Any, Any, Reply]]


class Answers:
    """Says what the desk answers. `at_once`: seconds until an answer is promised."""

    def __init__(self, desk: Desk, languages: Languages, under_way: UnderWay, *, at_once: float = AT_ONCE) -> None:
        self._desk = desk
        self._languages = languages
        self._under_way = under_way
        self._at_once = at_once

    async def give(self, interaction: Interaction, work: Awaitable[Reply]) -> None:
        """Answer with what comes of the work, and promise it where it takes long."""
        with self._under_way.one():
            answering = asyncio.ensure_future(work)
            try:
                ready, _ = await asyncio.wait({answering}, timeout=self._at_once)
                if not ready:
                    await interaction.response.defer(ephemeral=True, thinking=True)
                reply = await answering
            finally:
                answering.cancel()
            await self._say(interaction, reply)

    async def press(self, interaction: Interaction) -> None:
        """A button was pressed, something was chosen, or a form sent: whatever message it was on, however old."""
        data: Any = interaction.data
        key, values = str(data["custom_id"]), _values(data)
        press = read(key, self._desk.commands)
        try:
            if press and press.asks and data.get("component_type") == discord.ComponentType.button.value:
                language = self._languages.best(interaction.locale.value)
                await interaction.response.send_modal(asking(press, key, language))
            else:
                await self.give(interaction, self._pressed(interaction, press, key, values))
        except Exception as error:  # noqa: BLE001 (the one handler of this boundary)
            await self.fail(interaction, error, key.partition(":")[2].partition(":")[0])

    async def _pressed(self, interaction: Interaction, press: Press | None, key: str, values: Sequence[str]) -> Reply:
        asked = await pressed(interaction, press)
        reply = await self._desk.press(key, values, asked)
        guild = interaction.client.get_guild(int(asked.space)) if asked.space and not interaction.guild_id else None
        if guild is None:
            return reply
        named = press.filled(values).get(NAMED, "") if press else ""
        message = addressed(reply.message, asked.space, self._desk.commands)
        return replace(reply, message=listed(message, guild, self._languages.best(asked.locale), named))

    async def fail(self, interaction: Interaction, cause: Exception, name: str) -> None:
        """Log what went wrong, and say that something did: once, to the person alone."""
        log = structlog.get_logger("discord").bind(command=name)
        if isinstance(cause, discord.HTTPException) and cause.code in (_LATE, _ALREADY):
            log.warning("answer not taken", why=str(cause))
            return
        log.error("command failed", exc_info=cause)
        ours = cause if isinstance(cause, ClausebellError) else ClausebellError(str(cause))
        language = self._languages.best(interaction.locale.value)
        try:
            await self._say(interaction, Reply(errors.sentence(ours, language)))
        except (discord.DiscordException, *UNREACHABLE) as failure:
            log.warning("answer not taken", why=str(failure))

    async def _say(self, interaction: Interaction, reply: Reply) -> None:
        """Answer, or fill the promised answer. A promise is to the person alone, so a public answer replaces it.

        What takes the place of what was pressed does so only where that is the person's own.
        """
        pressed, promised = interaction.message, interaction.response.is_done()
        own = reply.instead and pressed is not None and pressed.flags.ephemeral
        body = drawn(
            reply.message, self._desk.commands, as_card=own and pressed.flags.components_v2 if pressed else False
        )
        if own and not promised:
            await interaction.response.edit_message(**{"content": None, "embed": None, **body})
            return
        body = {name: value for name, value in body.items() if value is not None}
        if not promised:
            await interaction.response.send_message(ephemeral=not reply.public, **body)
        elif reply.public:
            await interaction.delete_original_response()
            await interaction.followup.send(**body)
        else:
            await interaction.edit_original_response(**body)


def _values(data: Any) -> list[str]:
    """What was chosen in a menu, or typed into the field of a form."""
    if "components" in data:
        fields = (row.get("component") or row["components"][0] for row in data["components"])
        return [str(field.get("value", "")) for field in fields]
    return list(map(str, data.get("values") or ()))
