"""The fake Discord as a server, and what people do in it."""

import json
from collections import defaultdict
from typing import Any, Self

from aiohttp import web

from .api import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Api, Interaction
from .limits import BUTTON, GROUP, SUBCOMMAND, Json, walk
from .world import PERMISSIONS

CHANNEL, ROLE, TEXT_INPUT = 7, 8, 4


class FakeDiscord(Api):
    """REST v10 and gateway v10 on 127.0.0.1.

        async with FakeDiscord() as discord:
            guild = discord.add_guild("Art")            # {"id", "channels": [...], "roles": [...], ...}
            ... start the bot with discord.base, discord.ws_url and discord.token; await discord.ready() ...
            asked = await discord.slash("watch add", guild, platform="deviantart")    # .ack .message .messages
            choices = await discord.autocomplete("watch add", "platform", "dev", guild)
            asked = await discord.click(message, "setup")     # the button with that custom_id

    `requests` has every request, `messages` every message by id, `violations` every body that Discord would refuse,
    `invalid` what it answered with 401, 403 or 429. Refusals read like Discord's: 400/50035, 403/50013,
    404/10003, 429 with Retry-After. Nothing is sent elsewhere.
    """

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=30 << 20)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.base, self.ws_url = f"http://{host}:{port}/api/v10", f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        for session in list(self.sessions.values()):
            await session.socket.close(code=1001)
        await self._runner.cleanup()

    async def slash(
        self,
        path: str,
        guild: Json | None = None,
        *,
        at: Json | None = None,
        by: Json | None = None,
        permissions: int | None = None,
        overridden: bool = False,
        locale: str = "en-US",
        wait: float = 15.0,
        **values: Any,
    ) -> Interaction:
        """A person gives a command, in a guild's channel (its first, or `at`) or in a direct message.

        `permissions` are the person's there (default: all). The client offers a command only to those who hold its
        default permissions; `overridden` stands for an admin's own setting for it, by which anyone may.
        """
        data, command = self._command_data(path, guild, values)
        need = int(command.get("default_member_permissions") or 0)
        if guild and permissions is not None and need & permissions != need and not overridden:
            raise PermissionError(f"/{path} needs permissions {need}")
        if not guild and (1 not in (command.get("contexts") or [1]) or command.get("dm_permission") is False):
            raise PermissionError(f"/{path} is not offered here")
        return await self._interact(COMMAND, data, guild, at, by=by, permissions=permissions, locale=locale, wait=wait)

    async def autocomplete(
        self, path: str, option: str, text: str, guild: Json | None = None, *, wait: float = 15.0, **values: Any
    ) -> list[Json]:
        """What is offered while a person types `text` into an option; of the others, Discord tells no more than ids."""
        data, _ = self._command_data(path, guild, {**values, option: text}, option)
        data.pop("resolved", None)
        asked = await self._interact(AUTOCOMPLETE, data, guild, wait=wait)
        return asked.data.get("choices") or []

    async def click(
        self,
        message: Json,
        custom_id: str,
        *,
        values: list[str] | None = None,
        resolved: Json | None = None,
        by: Json | None = None,
        permissions: int | None = None,
        locale: str = "en-US",
        wait: float = 15.0,
    ) -> Interaction:
        """A person presses a button, or chooses `values` in a select."""
        message = self.messages.get(message["id"], message)
        part = next((c for c in walk(message["components"]) if c.get("custom_id") == custom_id), None)
        if part is None or part.get("disabled"):
            raise LookupError(f"no live component {custom_id!r}")
        channel = self.channels[message["channel_id"]]
        data: Json = {"custom_id": custom_id, "component_type": part["type"]}
        if part["type"] != BUTTON:
            data |= {"values": values or [], "resolved": resolved or {}}
        guild = self.guilds.get(channel.get("guild_id", ""))
        return await self._interact(
            COMPONENT,
            data,
            guild,
            channel,
            by=by,
            permissions=permissions,
            locale=locale,
            wait=wait,
            more={"message": message},
        )

    async def submit(self, modal: Interaction, values: dict[str, Any], wait: float = 15.0) -> Interaction:
        """A person fills in a modal and sends it."""
        asked = modal.payload
        rows = json.loads(json.dumps(modal.data["components"]))
        for row in rows:
            for part in [row["component"]] if "component" in row else row["components"]:
                key = "value" if part["type"] == TEXT_INPUT else "values"
                part[key] = values.get(part["custom_id"], "" if key == "value" else [])
        return await self._interact(
            SUBMIT,
            {"custom_id": modal.data["custom_id"], "components": rows},
            self.guilds.get(asked.get("guild_id", "")),
            self.channels.get(asked["channel_id"]),
            locale=asked["locale"],
            wait=wait,
            more={"message": asked["message"]} if "message" in asked else {},
        )

    def command(self, path: str, guild: Json | None = None) -> tuple[Json, list[Json]]:
        """A registered command by its path, with every node on the way to it."""
        name, *rest = path.split()
        offered = [*(self.commands[guild["id"]] if guild else []), *self.commands[None]]
        command = next((c for c in offered if c["name"] == name and c.get("type", 1) == 1), None)
        if command is None:
            raise LookupError(f"/{name} is not registered")
        chain = [command]
        for word in rest:
            nodes = [o for o in chain[-1].get("options") or [] if o["type"] in (SUBCOMMAND, GROUP)]
            chain.append(next(node for node in nodes if node["name"] == word))
        return command, chain

    def _command_data(
        self, path: str, guild: Json | None, values: dict[str, Any], focus: str | None = None
    ) -> tuple[Json, Json]:
        command, chain = self.command(path, guild)
        known = {option["name"]: option for option in chain[-1].get("options") or []}
        missing = [name for name, option in known.items() if option.get("required") and name not in values]
        if missing and focus is None:
            raise LookupError(f"/{path} needs {missing[0]}")
        resolved: Json = defaultdict(dict)
        options: list[Json] = []
        for name, given in values.items():
            kind, value = known[name]["type"], given["id"] if isinstance(given, dict) else given
            if kind == CHANNEL:
                shown = ("id", "name", "type", "parent_id", "thread_metadata")
                row = {key: given[key] for key in shown if key in given}
                resolved["channels"][value] = {**row, "permissions": str(PERMISSIONS["administrator"])}
            elif kind == ROLE:
                resolved["roles"][value] = given
            options.append({"name": name, "type": kind, "value": value})
            if name == focus:
                options[-1]["focused"] = True
        for node in reversed(chain[1:]):
            options = [{"name": node["name"], "type": node["type"], "options": options}]
        data: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
        if resolved:
            data["resolved"] = resolved
        if guild and command.get("guild_id"):
            data["guild_id"] = guild["id"]
        return data, command

    async def _interact(
        self,
        kind: int,
        data: Json,
        guild: Json | None,
        channel: Json | None = None,
        *,
        by: Json | None = None,
        permissions: int | None = None,
        locale: str = "en-US",
        wait: float = 15.0,
        more: Json | None = None,
    ) -> Interaction:
        user = by or self.owner
        channel = channel or (guild["channels"][0] if guild else self.dm(user))
        interaction_id = self.snowflake()
        payload: Json = {
            "id": interaction_id,
            "application_id": self.app_id,
            "type": kind,
            "token": f"tok{interaction_id}",
            "version": 1,
            "channel_id": channel["id"],
            "channel": channel,
            "data": data,
            "locale": locale,
            "entitlements": [],
            "attachment_size_limit": 10485760,
            **(more or {}),
        }
        if guild:
            allowed = sum(PERMISSIONS.values()) if permissions is None else permissions
            payload |= {
                "member": {**self.member(user), "permissions": str(allowed)},
                "guild_id": guild["id"],
                "guild": {"id": guild["id"], "locale": guild["preferred_locale"], "features": []},
                "guild_locale": guild["preferred_locale"],
                "authorizing_integration_owners": {"0": guild["id"]},
                "context": 0,
                "app_permissions": str(self.permissions_in(channel)),
            }
        else:
            owners = {"1": user["id"]}
            payload |= {"user": user, "authorizing_integration_owners": owners, "context": 1, "app_permissions": "0"}
        interaction = Interaction(interaction_id, payload["token"], payload)
        self.interactions[interaction.token] = interaction
        await self.dispatch("INTERACTION_CREATE", payload, guild and guild["id"])
        if wait:
            what = f"an answer to interaction {data.get('name') or data.get('custom_id')}"
            await self.until(lambda: interaction.answered, wait, what)
        return interaction
