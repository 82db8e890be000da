"""The examination of the Discord side."""

from bot.chat.discord.doctor import examine
from tests.fakes.discord import FakeDiscord, Json


async def test_in_order(discord: FakeDiscord, guild: Json) -> None:
    """A good token in a server is in order, and the application is named."""
    checks = await examine(discord.token, discord.base)
    assert all(check.ok for check in checks)
    assert discord.app_id in checks[0].what


async def test_wrong_token(discord: FakeDiscord) -> None:
    """A wrong token is named, with where to get the right one."""
    (check,) = await examine("wrong", discord.base)
    assert not check.ok
    assert "DISCORD_TOKEN" in check.remedy
    assert discord.refused() == ["get_my_user 401"]


async def test_no_server(discord: FakeDiscord) -> None:
    """A bot in no server is told how to be invited, with the permissions that it needs."""
    (check,) = [check for check in await examine(discord.token, discord.base) if not check.ok]
    assert f"client_id={discord.app_id}" in check.remedy
    assert "scope=bot+applications.commands" in check.remedy


async def test_commands_sent_elsewhere(discord: FakeDiscord, guild: Json) -> None:
    """An endpoint set in the portal keeps commands from the bot, and is named."""
    discord.application["interactions_endpoint_url"] = "https://elsewhere.example/hook"
    (check,) = [check for check in await examine(discord.token, discord.base) if not check.ok]
    assert "elsewhere.example" in check.what
    assert "Clear" in check.remedy


async def test_no_answer(discord: FakeDiscord) -> None:
    """An API that does not answer is told apart from a wrong token."""
    (check,) = await examine(discord.token, "http://127.0.0.1:9/api/v10")
    assert not check.ok
    assert "127.0.0.1:9" in check.remedy
