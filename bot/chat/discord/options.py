"""What commands take, as discord.py reads it; and the order as the desk takes it."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import discord
from discord import app_commands

from bot.ask.commands import MOST_DAYS, NO, YES, Invocation, OptionKind
from bot.chat import Desk
from bot.chat.discord.markup import shorten
from bot.chat.discord.translation import CHOICE, worded
from bot.model.subscription import TEXT, Cadence, ChatName
from bot.model.topic import Severity
from bot.wording.language import FALLBACK, Languages

CHOICES = 25
"""Completions that Discord takes (application command limits)."""
AT_ONCE = 1.0
"""Seconds that an answer may take before it is promised; Discord takes an interaction for lost after 3."""

Interaction = discord.Interaction[discord.AutoShardedClient]
Given = str | int | float
Taken = app_commands.Transformer[discord.AutoShardedClient]

TEXT_CHANNELS = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.news_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.forum,
)


def invocation(interaction: Interaction, options: Mapping[str, str]) -> Invocation:
    """The order as the desk takes it. The right to give it is Discord's word of this very moment."""
    rights = interaction.permissions
    in_guild = interaction.guild_id is not None
    manages = in_guild and (rights.manage_guild or rights.administrator)
    return Invocation(
        ChatName.DISCORD,
        space=str(interaction.guild_id) if in_guild else "",
        channel=str(interaction.channel_id) if in_guild else "",
        user=str(interaction.user.id),
        admin=manages,
        manager=manages,
        locale=interaction.locale.value,
        local=(interaction.guild_locale or interaction.locale).value,
        options=options,
    )


def _plain(value: Any) -> str:
    return str(getattr(value, "id", value))


class _Typed(Taken):
    """Text that the desk completes."""

    def __init__(self, desk: Desk, kind: OptionKind) -> None:
        self._desk = desk
        self._kind = kind

    @property
    def max_value(self) -> int:
        """Most characters."""
        return CHOICE

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        """What was typed or taken."""
        del interaction
        return value

    async def autocomplete(self, interaction: Interaction, value: Given, /) -> list[app_commands.Choice[Given]]:
        """What the desk offers, which waits for nothing."""
        given = {name: _plain(option) for name, option in interaction.namespace if option is not None}
        offered = self._desk.complete(self._kind, str(value), invocation(interaction, given))
        taken = [c for c in offered if c.name.strip() and 1 <= len(c.value) <= CHOICE]
        return [app_commands.Choice(name=shorten(c.name, CHOICE), value=c.value) for c in taken[:CHOICES]]


class _Words(Taken):
    """Free text, of a length that Discord checks."""

    def __init__(self, least: int, most: int) -> None:
        self._least = least
        self._most = most

    @property
    def min_value(self) -> int:
        """Least characters."""
        return self._least

    @property
    def max_value(self) -> int:
        """Most characters."""
        return self._most

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        """What was typed."""
        del interaction
        return value


class _Picked(Taken):
    """The id of what was taken from Discord's own picker."""

    def __init__(self, kind: discord.AppCommandOptionType, channels: Sequence[discord.ChannelType] = ()) -> None:
        self._kind = kind
        self._channels = list(channels)

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel or a role."""
        return self._kind

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Channels that the picker shows."""
        return self._channels

    async def transform(self, interaction: Interaction, value: Any, /) -> str:
        """Its id."""
        del interaction
        return _plain(value)


class _OneOf(Taken):
    """One of a few values, each with its name."""

    def __init__(self, names: Mapping[str, str | app_commands.locale_str]) -> None:
        self._choices: list[app_commands.Choice[Given]] = [
            app_commands.Choice(name=name, value=value) for value, name in names.items()
        ]

    @property
    def choices(self) -> list[app_commands.Choice[Given]]:
        """All that can be taken."""
        return self._choices

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        """What was taken."""
        del interaction
        return value


class _Days(Taken):
    """A number of days."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A whole number."""
        return discord.AppCommandOptionType.integer

    @property
    def min_value(self) -> int:
        """At least one."""
        return 1

    @property
    def max_value(self) -> int:
        """Ten years."""
        return MOST_DAYS

    async def transform(self, interaction: Interaction, value: int, /) -> str:
        """The number as text."""
        del interaction
        return str(value)


class _Switch(Taken):
    """Yes or no."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Discord's own choice between the two."""
        return discord.AppCommandOptionType.boolean

    async def transform(self, interaction: Interaction, value: bool, /) -> str:  # noqa: FBT001 (as it is called)
        """The choice as text."""
        del interaction
        return YES if value else NO


def kinds(desk: Desk, languages: Languages) -> dict[OptionKind, Taken]:
    """How an option of each kind is asked for; languages by their own names, all else in the member's language."""
    language = languages.best(FALLBACK)
    told = [severity for severity in Severity if severity is not Severity.NONE]
    return {
        "platform": _Typed(desk, "platform"),
        "watchable": _Typed(desk, "watchable"),
        "watched": _Typed(desk, "watched"),
        "topics": _Typed(desk, "topics"),
        "severity": _OneOf({severity: worded(f"severity-{severity}", language) for severity in told}),
        "cadence": _OneOf({cadence: worded(f"cadence-{cadence}", language) for cadence in get_args(Cadence)}),
        "language": _OneOf({spoken.code: spoken.say("language-name") for spoken in languages}),
        "switch": _Switch(),
        "channel": _Picked(discord.AppCommandOptionType.channel, TEXT_CHANNELS),
        "words": _Words(2, 60),
        "text": _Words(1, TEXT),
        "days": _Days(),
        "topic": _Typed(desk, "topic"),
        "role": _Picked(discord.AppCommandOptionType.role),
    }
