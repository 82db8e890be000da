"""The manifest asks for what the code uses, and for nothing else."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_bolt.async_app import AsyncApp

from bot.chat.slack.bolt import Reception
from bot.chat.slack.distributed import EVENTS
from bot.chat.slack.install import REDIRECT
from bot.chat.slack.web import SCOPES
from bot.chat.slack.workspaces import OneWorkspace
from bot.store.store import Store
from bot.wording.language import Languages
from tests.chat.slack.desk import NotingDesk
from tests.fakes.tunegarden import CATALOGUE
from tests.fakes.world import HandClock

ROOT = Path(__file__).resolve().parents[3]


def read(name: str) -> Any:
    """A manifest that ships."""
    return yaml.safe_load((ROOT / "config" / name).read_text("utf-8"))


@pytest.fixture(params=["slack-manifest.yaml", "slack-manifest-socket.yaml"])
def manifest(request: pytest.FixtureRequest) -> Any:
    """Each of the two."""
    return read(request.param)


class Noting(AsyncApp):
    """Notes which events and shortcuts are asked for, and for which fields we know the choices."""

    def __init__(self) -> None:
        super().__init__(token="xoxb", signing_secret="")
        self.events: list[str] = []
        self.shortcuts: dict[str, str] = {}

    def event(self, event: Any, *more: Any, **others: Any) -> Any:
        """As slack-bolt."""
        self.events.append(event)
        return super().event(event, *more, **others)

    def message_shortcut(self, callback_id: Any, *more: Any, **others: Any) -> Any:
        """As slack-bolt."""
        self.shortcuts[callback_id] = "message"
        return super().message_shortcut(callback_id, *more, **others)

    def global_shortcut(self, callback_id: Any, *more: Any, **others: Any) -> Any:
        """As slack-bolt."""
        self.shortcuts[callback_id] = "global"
        return super().global_shortcut(callback_id, *more, **others)


@pytest.fixture
async def app(store: Store, languages: Languages, clock: HandClock) -> Noting:
    """What listens, by either way."""
    desk, noting = NotingDesk(), Noting()
    async with asyncio.TaskGroup() as work:
        reception = Reception(desk, languages, CATALOGUE, store.once, store.turns, clock, lambda: 0.0)
        reception.listen(noting, OneWorkspace("xoxb", desk), work, asyncio.Event())
    return noting


def test_every_event_that_is_heard_is_asked_for(manifest: Any, app: Noting) -> None:
    """And none other comes."""
    heard = [event for event in app.events if isinstance(event, str)]
    assert sorted(heard) == sorted(manifest["settings"]["event_subscriptions"]["bot_events"])


def test_every_shortcut_is_taken(manifest: Any, app: Noting) -> None:
    """And none other is offered; what Slack shows of each keeps to its limits (App Manifest reference)."""
    offered = manifest["features"]["shortcuts"]
    assert {shortcut["callback_id"]: shortcut["type"] for shortcut in offered} == app.shortcuts
    assert {shortcut["name"] for shortcut in offered} == {"Explain this policy change", "Look up a platform"}
    assert all(len(shortcut["description"]) <= 150 for shortcut in offered)


def test_there_is_a_home_and_nobody_writes_to_us(manifest: Any) -> None:
    """The Home tab, and a Messages tab for reminders in which nothing can be typed."""
    home = manifest["features"]["app_home"]
    assert home == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": True,
    }


def test_the_scopes_are_those_that_the_code_asks_for(manifest: Any) -> None:
    """As a bot, and none as a user; no history."""
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)
    assert set(manifest["oauth_config"]["scopes"]) == {"bot"}


def test_one_command_whose_text_comes_as_typed(manifest: Any) -> None:
    """Slack must not rewrite names that look like mentions."""
    [command] = manifest["features"]["slash_commands"]
    assert command["command"] == "/clausebell"
    assert command["should_escape"] is False


def test_texts_keep_the_limits_of_a_manifest(manifest: Any) -> None:
    """Slack's App Manifest reference: name 35, description 140, long description 174 to 4,000 characters."""
    shown = manifest["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000


def test_every_scope_is_justified() -> None:
    """The manual has a row for each, and for no other."""
    rows = re.findall(r"^\| `([a-z:.]+)` \|", (ROOT / "docs" / "operating.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(SCOPES)


def test_one_is_for_everyone_over_http() -> None:
    """Everything comes to the routes that we serve; organisations may install it, and tokens are exchanged."""
    manifest, at = read("slack-manifest.yaml"), "https://clausebell.example"
    settings = manifest["settings"]
    assert manifest["oauth_config"]["redirect_urls"] == [at + REDIRECT]
    assert manifest["features"]["slash_commands"][0]["url"] == at + EVENTS
    assert settings["event_subscriptions"]["request_url"] == settings["interactivity"]["request_url"] == at + EVENTS
    assert settings["interactivity"]["message_menu_options_url"] == at + EVENTS
    assert settings["org_deploy_enabled"] is settings["token_rotation_enabled"] is True
    assert settings["socket_mode_enabled"] is False


def test_the_other_is_for_one_workspace_over_a_socket() -> None:
    """It names no address, as there is none, and its token lasts; else it is the same."""
    everyone, one = read("slack-manifest.yaml"), read("slack-manifest-socket.yaml")
    assert one["settings"]["socket_mode_enabled"] is True
    assert one["settings"]["token_rotation_enabled"] is False
    assert "http" not in str(one)
    for manifest in (everyone, one):
        manifest["features"]["slash_commands"][0].pop("url", None)
        manifest["settings"]["event_subscriptions"].pop("request_url", None)
        manifest["settings"]["interactivity"].pop("request_url", None)
        manifest["settings"]["interactivity"].pop("message_menu_options_url", None)
        manifest["oauth_config"].pop("redirect_urls", None)
        for key in ("org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"):
            del manifest["settings"][key]
    assert everyone == one
