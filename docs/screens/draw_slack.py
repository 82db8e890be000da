"""Draws the screens of Slack from what the real bot sends to the fake Slack of the tests.

    .venv/bin/python docs/screens/draw_slack.py [--chromium /usr/bin/chromium]

The look is our own imitation of Slack (`slack.css`); the words, buttons and fields are the payloads.
"""

import argparse
import asyncio
import html
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from draw import HERE, PHONE, WIDE, Json, place, shoot, told

from bot.app import SystemClock, desk_on
from bot.chat.slack.bolt import Reception
from bot.chat.slack.client import SlackChat
from bot.model.subscription import ChatName, Destination
from bot.ports import DocumentState, Poster, Step
from bot.read.marks import marks
from bot.store.store import Store, open_store
from bot.wording import announcement
from bot.wording.language import load_languages
from tests.fakes.slack import FakeSlack, Team
from tests.fakes.tunegarden import CATALOGUE, TUNEGARDEN

MEMBER = "U2"
NAMES = {"C1": "general", "C2": "fine-print", "C3": "label-team", MEMBER: "ada"}
FORM = 520
"""Pixels of a window."""


@asynccontextmanager
async def running(store: Store, slack: FakeSlack, team: Team) -> AsyncIterator[SlackChat]:
    """The real bot, connected."""
    posters: dict[ChatName, Poster] = {}
    languages, clock = load_languages(), SystemClock()
    desk = desk_on(store, CATALOGUE, posters, languages, clock, "https://bell.example/privacy")
    reception = Reception(desk, languages, CATALOGUE, store.once, store.turns, clock, lambda: 0.0, slack.api_url)
    chat = SlackChat(team.token, slack.app_token, reception)
    posters[ChatName.SLACK] = chat.poster
    stop = asyncio.Event()
    task = asyncio.create_task(chat.run(stop))
    try:
        await slack.connected()
        yield chat
    finally:
        stop.set()
        await task


async def captured() -> dict[str, Json]:
    """The messages and views to draw, as they were sent."""
    async with FakeSlack() as slack, open_store(None, throwaway=True) as store:
        team = slack.add_team("T1")
        for channel in ("C1", "C2", "C3"):
            slack.add_channel(team, channel, name=NAMES[channel], members={MEMBER, team.bot})
        async with running(store, slack, team) as chat:
            await _published(store)
            for channel, words in (("C2", "all, AI training"), ("C3", "tunegarden")):
                messages = team.channels[channel].messages
                await slack.command(team, "/clausebell", f"watch {words}", user=MEMBER, channel=channel)
                await _until(lambda messages=messages: messages)
            message = announcement.change(told(), TUNEGARDEN, load_languages().best("en"), marks=marks)
            here = Destination(ChatName.SLACK, "T1", "C2")
            await chat.poster.post(here, message, key="k")
            await slack.command(team, "/clausebell", "optout tunegarden", user=MEMBER, channel="C2")
            await _until(lambda: team.channels["C2"].ephemerals)
            await slack.open_home(team, MEMBER)
            await slack.command(team, "/clausebell", "settings", user=MEMBER, channel="C2")
            await _until(lambda: any(view.get("callback_id") == "settings" for view in slack.views.values()))
        return {
            "announcement": team.channels["C2"].messages[-1],
            "answer": {**team.channels["C2"].ephemerals[0], "_only": True},
            "home": team.homes[MEMBER],
            "settings": next(view for view in slack.views.values() if view.get("callback_id") == "settings"),
        }


async def _published(store: Store) -> None:
    read = DocumentState(fingerprint="f", checked_at=datetime.now(UTC) - timedelta(minutes=14))
    change = replace(told(), observed_at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    claim = await store.schedule.claim_now(str(change.document), 60)
    await store.documents.commit(change.document, claim, Step(read, change=change), due_in=60)


async def _until(true: Callable[[], Any]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 (what the fake was given)
            await asyncio.sleep(0.05)


# --- from payload to page ---------------------------------------------------------------------------------------------


def page(shown: Json, width: int) -> str:
    """A message, a Home or a window as a whole page."""
    blocks = "".join(_block(block) for block in shown["blocks"])
    css = (HERE / "slack.css").read_text("utf-8")
    match shown.get("type"):
        case "home":
            body = f"<main class=home><nav><b>Home</b><span>Messages</span><span>About</span></nav>{blocks}</main>"
        case "modal":
            buttons = f"<button>{_plain(shown['close'])}</button><button class=go>{_plain(shown['submit'])}</button>"
            title = f"<h1>{_plain(shown['title'])}</h1>"
            body = f"<main class=modal>{title}<div class=fields>{blocks}</div><footer>{buttons}</footer></main>"
        case _:
            only = "<div class=only>Only visible to you</div>" if shown.get("_only") else ""
            head = "<div class=who><b>Clausebell</b><i>APP</i><time>12:00</time></div>"
            body = f"<main class=message><div class=face>§</div><div class=body>{only}{head}{blocks}</div></main>"
    return f"<!doctype html><meta charset=utf-8><style>{css}</style><body style='width:{width}px'>{body}"


def _block(block: Json) -> str:
    match block["type"]:
        case "header":
            return f"<h2>{_plain(block['text'])}</h2>"
        case "rich_text":
            return "".join(_rich(element) for element in block["elements"])
        case "context":
            return f"<div class=small>{' '.join(_small(element) for element in block['elements'])}</div>"
        case "actions":
            return f"<div class=row>{''.join(_button(button) for button in block['elements'])}</div>"
        case "input":
            return _field(block)
    return f"<div>{_plain(block['text'])}</div>"


def _rich(element: Json) -> str:
    inner = "".join(_piece(piece) for piece in element["elements"])
    match element["type"]:
        case "rich_text_quote":
            return f"<blockquote>{inner}</blockquote>"
        case "rich_text_list":
            items = "".join(f"<li>{_rich(item)}</li>" for item in element["elements"])
            return f"<ol>{items}</ol>" if element["style"] == "ordered" else f"<ul>{items}</ul>"
    return f"<div class=text>{inner}</div>"


def _piece(piece: Json) -> str:
    classes = " ".join(style for style, on in (piece.get("style") or {}).items() if on)
    match piece["type"]:
        case "text":
            text = html.escape(piece["text"]).replace("\n", "<br>")
        case "link":
            text, classes = html.escape(piece["text"]), "link"
        case "channel":
            text, classes = f"#{NAMES[piece['channel_id']]}", "mention"
        case "date":
            text = _day(int(piece["timestamp"]))
        case _:
            return ""
    return f"<span class='{classes}'>{text}</span>"


def _small(element: Json) -> str:
    if element["type"] == "plain_text":
        return _plain(element)
    text = re.sub(r"<!date\^(\d+)\^[^>]*>", lambda date: _day(int(date[1])), element["text"])
    return re.sub(r"<@(\w+)>", lambda who: f"<span class=mention>@{NAMES[who[1]]}</span>", text)


def _button(button: Json) -> str:
    return f"<button class={'go' if button.get('style') == 'primary' else 'plain'}>{_plain(button['text'])}</button>"


def _field(block: Json) -> str:
    element = block["element"]
    chosen = [*element.get("initial_options", []), *filter(None, [element.get("initial_option")])]
    words = [_plain(option["text"]) for option in chosen]
    words += [f"#{NAMES[element['initial_conversation']]}"] if "initial_conversation" in element else []
    if element["type"] == "checkboxes":
        rows = [(_plain(option["text"]), option in chosen) for option in element["options"]]
        inner = "".join(f"<div class=check><i>{'✓' if on else ''}</i>{label}</div>" for label, on in rows)
    else:
        several = element["type"].startswith("multi_")
        shown = "".join(f"<span class=pill>{word}</span>" for word in words) if several else "".join(words)
        inner = f"<div class=field>{shown or '&nbsp;'}<em>{'' if element['type'].endswith('input') else '⌄'}</em></div>"
    optional = " <small>(optional)</small>" if block.get("optional") else ""
    hint = f"<div class=hint>{_plain(block['hint'])}</div>" if "hint" in block else ""
    return f"<label>{_plain(block['label'])}{optional}</label>{inner}{hint}"


def _plain(text: Json) -> str:
    return html.escape(html.unescape(text["text"]))


def _day(timestamp: int) -> str:
    """What Slack shows in place of a `date_short_pretty`."""
    return f"{(moment := datetime.fromtimestamp(timestamp, UTC)):%b} {moment.day}, {moment.year}"


def main(chromium: str) -> None:
    """Draw each of them."""
    for name, shown in asyncio.run(captured()).items():
        widths = {"": FORM if name == "settings" else WIDE}
        if name in {"announcement", "home"}:
            widths["-phone"] = PHONE
        for suffix, width in widths.items():
            to = place(f"slack-{name}{suffix}.png")
            shoot(chromium, page(shown, width), width, to)
            print(f"{to.name}: {to.stat().st_size // 1024} kB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    main(parser.parse_args().chromium)
