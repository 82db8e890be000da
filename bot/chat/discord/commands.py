"""Slash commands, made from the table of the desk: registered, completed, answered."""

import inspect
from collections import defaultdict
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

from bot.ask.commands import Command
from bot.chat import Desk
from bot.chat.discord.answers import Answers
from bot.chat.discord.options import Interaction, invocation, kinds
from bot.chat.discord.translation import Wording, worded
from bot.wording.language import FALLBACK, Languages

Callback = Callable[..., Coroutine[Any, Any, None]]

_COMPARED = (
    "name",
    "description",
    "type",
    "required",
    "autocomplete",
    "min_length",
    "max_length",
    "nsfw",
    "default_member_permissions",
)
_LOCALIZED = ("name_localizations", "description_localizations")
_COMPARED_SETS = ("channel_types", "contexts", "integration_types")


class Tree(app_commands.CommandTree[discord.AutoShardedClient]):
    """Every command of the desk that is typed."""

    def __init__(
        self,
        client: discord.AutoShardedClient,
        desk: Desk,
        languages: Languages,
        answers: Answers,
    ) -> None:
        super().__init__(client)
        self._desk = desk
        self._languages = languages
        self._answers = answers
        self._kinds = kinds(desk, languages)
        groups: dict[str, list[Command]] = defaultdict(list)
        for command in (command for command in desk.commands if command.discord):
            name, *rest = command.discord.split()
            if rest:
                groups[name].append(command)
            else:
                self.add_command(self._command(command, name))
        for name, commands in groups.items():
            self.add_command(self._group(name, commands))

    async def register(self) -> bool:
        """Tell Discord the commands, if those it has are others; whether they were.

        A restart asks, and changes nothing: a day has room for 200 new commands.
        """
        wording = Wording(self._languages)
        await self.set_translator(wording)
        ours = [await command.get_translated_payload(self, wording) for command in self.get_commands()]
        if _compared(await self._known()) == _compared(ours):
            return False
        await self.sync()
        return True

    async def _known(self) -> Sequence[Mapping[str, Any]]:
        """The commands that Discord has, in every language; discord.py would ask for one alone."""
        application = self.client.application_id
        if application is None:
            return []
        route = Route("GET", "/applications/{application_id}/commands", application_id=application)
        known: list[Mapping[str, Any]] = await self.client.http.request(route, params={"with_localizations": "true"})
        return known

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Whatever went wrong is logged, and said in words."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await self._answers.fail(interaction, cause, interaction.command.qualified_name if interaction.command else "?")

    def _command(
        self, command: Command, name: str, group: app_commands.Group | None = None
    ) -> app_commands.Command[Any, ..., None]:
        made: app_commands.Command[Any, ..., None] = app_commands.Command(
            name=name,
            description=self._described(f"command-{command.verb}"),
            callback=self._callback(command),
            parent=group,
        )
        if group is None:
            offered = _offered([command])
            made.default_permissions = offered["default_permissions"]
            made.guild_only = offered["guild_only"]
            made.allowed_installs = offered["allowed_installs"]
            made.allowed_contexts = offered["allowed_contexts"]
        return made

    def _group(self, name: str, commands: Sequence[Command]) -> app_commands.Group:
        """A command with subcommands. Its own description is asked for, and shown nowhere."""
        described = self._described(f"command-{commands[0].verb}")
        group = app_commands.Group(name=name, description=described, **_offered(commands))
        for command in commands:
            group.add_command(self._command(command, command.discord.split()[1], group))
        return group

    def _callback(self, command: Command) -> Callback:
        """A function with the signature by which discord.py knows the options."""

        async def answer(interaction: Interaction, **options: str | None) -> None:
            given = {name: value for name, value in options.items() if value}
            await self._answers.give(interaction, self._desk.answer(command, invocation(interaction, given)))

        ask = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Interaction)
        options = [
            inspect.Parameter(
                option.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if option.required else None,
                annotation=self._kinds[option.kind],
            )
            for option in command.typed
        ]
        vars(answer)["__signature__"] = inspect.Signature([ask, *options])
        return app_commands.describe(**{o.name: self._described(f"option-{o.name}") for o in command.typed})(answer)

    def _described(self, key: str) -> app_commands.locale_str:
        return worded(key, self._languages.best(FALLBACK))


def _offered(commands: Sequence[Command]) -> dict[str, Any]:
    """Where Discord offers a command, and to whom: those for admins alone in servers, to who may manage these."""
    admin = all(command.who != "anyone" for command in commands)
    return {
        "default_permissions": discord.Permissions(manage_guild=True) if admin else None,
        "guild_only": admin,
        "allowed_installs": app_commands.AppInstallationType(guild=True, user=not admin),
        "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=not admin, private_channel=not admin),
    }


def _compared(commands: Sequence[Any]) -> list[dict[str, Any]]:
    """What makes one set of commands another, without ids and what is left at its default."""
    return sorted((_node(command) for command in commands), key=lambda node: str(node.get("name")))


def _node(node: Mapping[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: str(node[key]) for key in _COMPARED if node.get(key)}
    kept |= {key: sorted(map(int, node[key])) for key in _COMPARED_SETS if node.get(key)}
    kept |= {key: dict(node[key]) for key in _LOCALIZED if node.get(key)}
    kept["options"] = [_node(option) for option in node.get("options") or ()]
    kept["choices"] = [_choice(choice) for choice in node.get("choices") or ()]
    return kept


def _choice(choice: Mapping[str, Any]) -> tuple[str, str, dict[str, str]]:
    return choice["name"], choice["value"], dict(choice.get("name_localizations") or {})
