"""What is drawn of a message, as Discord gets it, and what must be so of anything drawn."""

import re
from typing import Any

from hypothesis import Phase

from bot.ask.desk import COMMANDS
from bot.chat.discord.views import drawn
from bot.model.message import Message
from tests.chat.discord.said import DAY, SNOWFLAKE
from tests.fakes.discord import COMPONENTS_V2, limits, markdown
from tests.fakes.discord.limits import walk

QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)
"""What fails here is long, and would be made shorter for minutes."""
OURS = {"strong", "underlined", "struck", "emphasis", "quote", "list", "link", "mention", "time"}


def payload(message: Message, *, as_card: bool = False) -> dict[str, Any]:
    """The body of the request that posts it, as discord.py makes it."""
    made = drawn(message, COMMANDS, as_card=as_card)
    view = made.get("view")
    body: dict[str, Any] = {"content": made.get("content"), "components": view.to_components() if view else []}
    if "embed" in made:
        return {**body, "embeds": [made["embed"].to_dict()]}
    return {**body, "flags": COMPONENTS_V2}


def marked_up(body: dict[str, Any]) -> list[str]:
    """Every string of a body in which Discord reads mark-up."""
    found = [body["content"]] if body.get("content") else []
    found += [part["content"] for part in walk(body["components"]) if part["type"] == limits.TEXT_DISPLAY]
    for embed in body.get("embeds", []):
        found += [embed.get("title", ""), embed.get("description", "")]
        found += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    return found


def assert_inert(body: dict[str, Any], called: str = "") -> None:
    """Within every limit, and nothing in it is active but our own marks; `called`: the role that is mentioned."""
    assert limits.check_message(body) == []
    for markup in marked_up(body):
        active = markdown.styles(markup)
        assert {style for style in active if not style.startswith("to ")} <= OURS
        assert all(re.match(r"to https://(clause|x)\.example|to https://tunegarden\.test", s) for s in active - OURS)
        assert set(re.findall(r"(?<!\\)<[@#][^>]*>", markup)) <= {f"<#{SNOWFLAKE}>", called}
        times = {piece.text for piece in markdown.read(markup) if "time" in piece.styles}
        assert times <= {f"<t:{DAY.timestamp():.0f}:D>"}
