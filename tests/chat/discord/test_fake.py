"""The fake Discord itself: it serves what Discord has, and refuses what Discord refuses."""

import pytest

from tests.fakes.discord import limits, markdown, routes


def test_routes_are_discords() -> None:
    """Every route of the fake stands in Discord's API description, under the same name."""
    described = routes.description()
    if described is None:
        pytest.skip("no API description: set DISCORD_OPENAPI, or put it at ../shared/specs/discord-openapi.json")
    for _, route in routes.routes():
        assert described["paths"][route.path][route.method.lower()]["operationId"] == route.operation


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2001},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"description": "x" * 4097}]},
        {"embeds": [{"description": "x" * 3001}] * 2},
        {"embeds": [{"fields": [{"name": "n", "value": "x" * 1025}]}]},
        {"embeds": [{"fields": [{"name": "n", "value": " "}]}]},
        {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]},
        {"embeds": [{"title": "t", "footer": {"text": "x" * 2049}}]},
        {"embeds": [{"title": "t", "url": "javascript:alert(1)"}]},
        {"embeds": [{}]},
        {"content": "x", "nonce": "x" * 26},
    ],
)
def test_limits(body: limits.Json) -> None:
    """A body beyond a limit is found."""
    assert limits.check_message(body)


@pytest.mark.parametrize(
    "more",
    [
        {"description_localizations": {"de": ""}},
        {"description_localizations": {"de": "x" * 101}},
        {"description_localizations": {"es": "hola"}},
        {"name_localizations": {"de": "Nein"}},
        {"options": [{"type": 3, "name": "a", "description": "b", "description_localizations": {"fr": "x" * 101}}]},
        {
            "options": [
                {
                    "type": 3,
                    "name": "a",
                    "description": "b",
                    "choices": [{"name": "c", "value": "c", "name_localizations": {"ja": ""}}],
                }
            ]
        },
    ],
)
def test_limits_of_commands(more: limits.Json) -> None:
    """A command with words in another language beyond a limit, or in none of Discord's locales, is found."""
    command = {"name": "policy", "description": "What is said"}
    assert limits.check_commands([command]) == []
    assert limits.check_commands([command | more])


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ("@everyone", "mention"),
        ("<@1>", "mention"),
        ("</a:1>", "mention"),
        ("<t:1:R>", "time"),
        (":smile:", "emoji"),
        ("https://x.example", "address"),
        ("[a](https://x.example)", "link"),
        ("**a**", "strong"),
        ("_a_", "emphasis"),
        ("~~a~~", "struck"),
        ("||a||", "spoiler"),
        ("`a`", "code"),
        ("# a", "heading"),
        ("> a", "quote"),
        ("1. a", "list"),
    ],
)
def test_markup_is_read(markup: str, style: str) -> None:
    """What Discord would draw is found, and what is escaped is not."""
    assert style in markdown.styles(markup)
    assert markdown.styles("\\" + markup) & {style} == set() or style in {"address", "list"}
