"""What the doctor finds of Slack."""

from bot.chat.slack.doctor import examine, examine_app
from bot.chat.slack.web import SCOPES
from tests.fakes.slack import FakeSlack, Team


async def test_all_is_well(slack: FakeSlack, team: Team) -> None:
    """Token, scopes and connection, each said."""
    checks = await examine(team.token, slack.app_token, slack.api_url)
    assert [check.ok for check in checks] == [True] * 3
    assert "Team T1" in checks[0].what


async def test_without_an_app_token_only_the_bot_is_examined(slack: FakeSlack, team: Team) -> None:
    """Over HTTP there is none."""
    assert len(await examine(team.token, None, slack.api_url)) == 2


async def test_the_least_scopes_are_enough(slack: FakeSlack, team: Team) -> None:
    """What the manifest asks for, and no more."""
    team.scopes = set(SCOPES)
    assert all(check.ok for check in await examine(team.token, slack.app_token, slack.api_url))


async def test_scopes_are_missing(slack: FakeSlack, team: Team) -> None:
    """They are named, with the manifest as the remedy."""
    team.scopes = {"commands", "chat:write"}
    _, scopes, _ = await examine(team.token, slack.app_token, slack.api_url)
    assert not scopes.ok
    assert "channels:read, chat:write.public" in scopes.what
    assert "slack-manifest-socket.yaml" in scopes.remedy


async def test_tokens_that_are_not_taken(slack: FakeSlack) -> None:
    """Each check says which variable to mend, and not the token."""
    bot, app = await examine("xoxb-wrong", "xapp-wrong", slack.api_url)
    assert (bot.ok, app.ok) == (False, False)
    assert "SLACK_BOT_TOKEN" in bot.remedy
    assert "SLACK_APP_TOKEN" in app.remedy
    assert "wrong" not in str((bot, app))
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["invalid_auth"] * 2
    slack.rejected.clear()


async def test_slack_cannot_be_reached() -> None:
    """That is another thing than a wrong token."""
    checks = await examine("xoxb", "xapp", "http://127.0.0.1:9/api/")
    assert [check.ok for check in checks] == [False, False]
    assert all("127.0.0.1:9" in check.remedy for check in checks)


async def test_the_secrets_of_an_app(slack: FakeSlack) -> None:
    """Are taken by Slack, or not; and Slack comes to addresses with TLS only."""
    well = await examine_app(slack.client_id, slack.client_secret, "https://bell.example", slack.api_url)
    assert [check.ok for check in well] == [True, True]
    assert "https://bell.example/slack/install" in well[1].what
    secret, address = await examine_app(slack.client_id, "wrong", "http://bell.example", slack.api_url)
    assert (secret.ok, address.ok) == (False, False)
    assert "SLACK_CLIENT_SECRET" in secret.remedy
    assert "CLAUSEBELL_PUBLIC_URL" in address.remedy
    assert [reply["error"] for _, reply, _ in slack.rejected] == ["invalid_code", "bad_client_secret"]
    slack.rejected.clear()


async def test_slack_cannot_be_reached_for_an_app() -> None:
    """Then nothing is said of the secret."""
    [secret, _] = await examine_app("i", "s", "https://bell.example", "http://127.0.0.1:9/api/")
    assert not secret.ok
    assert "127.0.0.1:9" in secret.remedy
