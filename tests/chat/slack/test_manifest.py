"""The manifest asks for what the code uses, and for nothing else."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_bolt.async_app import AsyncApp

from bot.chat.slack.doctor import SCOPES
from bot.chat.slack.events import Events
from tests.chat.slack.desk import NotingDesk
from tests.fakes.world import HandClock

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def manifest() -> Any:
    """The manifest that ships."""
    return yaml.safe_load((ROOT / "config" / "slack-manifest.yaml").read_text("utf-8"))


class Noting(AsyncApp):
    """Notes which events are asked for."""

    def __init__(self) -> None:
        super().__init__(token="xoxb", signing_secret="")
        self.events: list[str] = []

    def event(self, event: Any, *more: Any, **others: Any) -> Any:
        """As slack-bolt."""
        self.events.append(event)
        return super().event(event, *more, **others)


async def test_every_event_that_is_heard_is_asked_for(manifest: Any) -> None:
    """And none other comes."""
    async with asyncio.TaskGroup() as work:
        app = Noting()
        Events(NotingDesk(), HandClock(), team="T1", bot="U1", work=work).register(app)
    assert sorted(app.events) == sorted(manifest["settings"]["event_subscriptions"]["bot_events"])


def test_the_scopes_are_those_that_the_doctor_looks_for(manifest: Any) -> None:
    """As a bot, and none as a user; no history, and nobody's profile."""
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)
    assert set(manifest["oauth_config"]["scopes"]) == {"bot"}


def test_one_command_whose_text_comes_as_typed(manifest: Any) -> None:
    """Slack must not rewrite names that look like mentions."""
    [command] = manifest["features"]["slash_commands"]
    assert command["command"] == "/clausebell"
    assert command["should_escape"] is False
    assert "url" not in command


def test_texts_keep_the_limits_of_a_manifest(manifest: Any) -> None:
    """Slack's App Manifest reference: name 35, description 140, long description 174 to 4,000 characters."""
    shown = manifest["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000


def test_it_is_set_for_socket_mode(manifest: Any) -> None:
    """Nothing else would reach a bot without an address."""
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert manifest["settings"]["token_rotation_enabled"] is False
