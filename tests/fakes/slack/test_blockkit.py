"""Each documented limit, at the limit (accepted) and one past it (refused)."""

from typing import Any

import pytest

from tests.fakes.slack.blockkit import Json, check_blocks, check_view


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def button(**more: Any) -> Json:
    return {"type": "button", "action_id": "a", "text": plain("x"), **more}


def option(text: str = "x", value: str = "v") -> Json:
    return {"text": plain(text), "value": value}


def select(options: list[Json]) -> Json:
    return {"type": "static_select", "action_id": "s", "options": options}


def many(n: int) -> list[Json]:
    return [option(value=str(i)) for i in range(n)]


def rich(*parts: Json, box: str = "rich_text_section") -> Json:
    return {"type": "rich_text", "elements": [{"type": box, "elements": list(parts)}]}


def text(text: str = "x", **more: Any) -> Json:
    return {"type": "text", "text": text, **more}


INPUT = {
    "type": "input",
    "block_id": "i",
    "label": plain("l"),
    "element": {"type": "plain_text_input", "action_id": "t"},
}
MODAL: Json = {"type": "modal", "title": plain("t"), "submit": plain("s"), "blocks": [INPUT]}

GOOD: dict[str, list[Json]] = {
    "50 blocks": [section()] * 50,
    "section 3000": [section("x" * 3000)],
    "header 150": [{"type": "header", "text": plain("x" * 150)}],
    "10 fields of 2000": [{"type": "section", "fields": [mrkdwn("x" * 1000)] * 10}],
    "context 10": [{"type": "context", "elements": [mrkdwn("x")] * 10}],
    "button 75": [actions(button(text=plain("x" * 75)))],
    "value 2000": [actions(button(value="v" * 2000))],
    "action_id 255": [actions(button(action_id="a" * 255))],
    "25 elements": [actions(*[button(action_id=str(i)) for i in range(25)])],
    "100 options": [actions(select(many(100)))],
    "option text 75": [actions(select([option("x" * 75, "v" * 150)]))],
    "block_id 255": [section(block_id="b" * 255)],
    "rich text": [rich(text(style={"bold": True}), {"type": "link", "url": "https://x.example", "text": "x"})],
    "rich quote": [rich(text(), box="rich_text_quote")],
    "rich text of 13,000 characters": [rich(text("x" * 13_000))],
}
BAD: dict[str, Any] = {
    "51 blocks": [section()] * 51,
    "no blocks": [],
    "section 3001": [section("x" * 3001)],
    "empty text": [section("")],
    "header 151": [{"type": "header", "text": plain("x" * 151)}],
    "header mrkdwn": [{"type": "header", "text": mrkdwn("x")}],
    "11 fields": [{"type": "section", "fields": [mrkdwn("x")] * 11}],
    "field 2001": [{"type": "section", "fields": [mrkdwn("x" * 2001)]}],
    "context 11": [{"type": "context", "elements": [mrkdwn("x")] * 11}],
    "button in context": [{"type": "context", "elements": [button()]}],
    "button 76": [actions(button(text=plain("x" * 76)))],
    "button mrkdwn": [actions(button(text=mrkdwn("x")))],
    "value 2001": [actions(button(value="v" * 2001))],
    "url 3001": [actions(button(url="h" * 3001))],
    "action_id 256": [actions(button(action_id="a" * 256))],
    "same action_id": [actions(button(), button())],
    "26 elements": [actions(*[button(action_id=str(i)) for i in range(26)])],
    "101 options": [actions(select(many(101)))],
    "option text 76": [actions(select([option("x" * 76)]))],
    "option value 151": [actions(select([option(value="v" * 151)]))],
    "block_id 256": [section(block_id="b" * 256)],
    "same block_id": [section(block_id="b")] * 2,
    "unknown block": [{"type": "sektion"}],
    "unknown key": [section(colour=1)],
    "unknown button key": [actions(button(colour=1))],
    "image without alt_text": [{"type": "image", "image_url": "https://x"}],
    "13,000 characters in all": [section("x" * 2900)] * 5,
    "rich text of 13,001 characters": [rich(text("x" * 13_001))],
    "rich text counted as escaped": [rich(text("&" * 2_601))],
    "rich text without elements": [{"type": "rich_text", "elements": []}],
    "empty rich text": [rich(text(""))],
    "mrkdwn in rich text": [rich(mrkdwn("x"))],
    "text outside a section": [{"type": "rich_text", "elements": [text()]}],
    "list of texts": [{"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": [text()]}]}],
    "unknown style": [rich(text(style={"blink": True}))],
    "unknown key in rich text": [rich(text(colour=1))],
    "link without an address": [rich({"type": "link", "url": "javascript:x"})],
    "not a list": "x",
    "chosen but not offered": [actions({**select(many(2)), "initial_option": option("y", "w")})],
    "nothing chosen": [actions({**select(many(2)), "type": "multi_static_select", "initial_options": []})],
}
VIEWS: dict[str, tuple[Json, bool]] = {
    "modal": (MODAL, True),
    "title 25": ({**MODAL, "title": plain("x" * 25)}, False),
    "metadata 3001": ({**MODAL, "private_metadata": "x" * 3001}, False),
    "inputs, no submit": ({k: v for k, v in MODAL.items() if k != "submit"}, False),
    "100 blocks": ({**MODAL, "blocks": [section()] * 100}, True),
    "101 blocks": ({**MODAL, "blocks": [section()] * 101}, False),
    "home with submit": ({"type": "home", "submit": plain("s"), "blocks": [section()]}, False),
    "home": ({"type": "home", "blocks": [section()] * 100}, True),
    "button in a field": ({**MODAL, "blocks": [{**INPUT, "element": button()}]}, False),
    "two parts of 250 kB": ({**MODAL, "blocks": [section("x" * 3000) for _ in range(50)]}, True),
    "more than 250 kB": ({**MODAL, "blocks": [section("x" * 3000) for _ in range(90)]}, False),
    "callback_id 256": ({**MODAL, "callback_id": "x" * 256}, False),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_keeps_the_limit_is_accepted(name: str) -> None:
    """Slack would take these blocks."""
    assert check_blocks(GOOD[name]) == []


@pytest.mark.parametrize("name", BAD)
def test_what_passes_the_limit_is_refused(name: str) -> None:
    """Slack would refuse these blocks."""
    assert check_blocks(BAD[name])


@pytest.mark.parametrize("name", VIEWS)
def test_views(name: str) -> None:
    """A view is taken or refused as Slack would."""
    view, good = VIEWS[name]
    assert (check_view(view) == []) is good
