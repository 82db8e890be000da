"""Draws the screens of Discord from what the real bot sends to the fake Discord of the tests.

    .venv/bin/python docs/screens/draw.py [--chromium /usr/bin/chromium]

The look is our own imitation of Discord's dark theme (`discord.css`); the words, buttons and menus are the payloads.
"""

import argparse
import asyncio
import base64
import html
import re
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.app import SystemClock, desk_on
from bot.chat.discord.client import DiscordChat
from bot.model.change import Change, Edit, Finding
from bot.model.message import Message
from bot.model.subscription import ChatName, Destination, Manner
from bot.model.topic import Direction, Topic
from bot.model.version import Clause
from bot.ports import DocumentState, Poster, Step
from bot.read.marks import marks
from bot.store.store import Store, open_store
from bot.wording import announcement
from bot.wording.language import load_languages
from bot.wording.pages import SCREENS
from tests.fakes.discord import NEWS, FakeDiscord, markdown
from tests.fakes.tunegarden import CATALOGUE, TUNEGARDEN, change

Json = dict[str, Any]
HERE = Path(__file__).resolve().parent
WIDE, PHONE = 720, 400
ROW, BUTTON, TEXT, CONTAINER = 1, 2, 10, 17
STYLES = {1: "primary", 2: "secondary"}


def told() -> Change:
    """A sentence that is new, and one that was reworded."""
    was = "We do not share your uploads with partners."
    now = "We may share your uploads with partners for research."
    made = change()
    shared = Finding(Topic.DATA_SHARING_SALE, now, was=was, why="frame")
    edit = Edit("reworded", Clause(was), Clause(now))
    first = replace(made.findings[0], direction=Direction.INTRODUCED)
    return replace(made, findings=(first, shared), edits=(*made.edits, edit))


@asynccontextmanager
async def running(store: Store, discord: FakeDiscord) -> AsyncIterator[DiscordChat]:
    """The real bot, connected."""
    posters: dict[ChatName, Poster] = {}
    languages = load_languages()
    desk = desk_on(store, CATALOGUE, posters, languages, SystemClock())
    chat = DiscordChat(discord.token, desk, languages, api_url=discord.base, gateway_url=discord.ws_url, settled=0.1)
    posters[ChatName.DISCORD] = chat.poster
    stop = asyncio.Event()
    task = asyncio.create_task(chat.run(stop))
    try:
        await chat._client.settled.wait()  # noqa: SLF001 (what posts wait for)
        yield chat
    finally:
        stop.set()
        await task


async def captured() -> dict[str, tuple[Json, FakeDiscord]]:
    """The messages to draw, as they were sent."""
    async with FakeDiscord() as discord, open_store(None, throwaway=True) as store, running(store, discord) as chat:
        guild = await discord.join("Studio", channels=[("general", 0), ("fine-print", NEWS)])
        role = discord.add_role(guild, "artists")
        await discord.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild["id"], "role": role})
        await discord.until(discord.sent, 10, "welcome")
        [welcome] = discord.sent()
        news = guild["channels"][1]
        await discord.slash("watch add", guild, platform="tunegarden", channel=news, role=role)
        await discord.slash("watch style", guild, channel=news, threads=True, text="For everyone who uploads there:")
        card = await discord.slash("setup", guild, at=news)
        claim = await store.schedule.claim_now(str(told().document), 60)
        await store.documents.commit(told().document, claim, Step(DocumentState(), change=told()), due_in=60)
        answer = await discord.slash("optout", guild, platform="tunegarden")
        where = Destination(ChatName.DISCORD, guild["id"], news["id"])
        posted = await chat.poster.post(where, _announcement(), key="k", manner=_manner(role))
        shot = {
            "welcome": welcome,
            "setup": card.messages[0],
            "announcement": discord.messages[posted],
            "answer": answer.messages[0],
        }
        [sent] = [call for call in discord.calls("create_message") if call.files]
        picture = base64.b64encode(sent.files[0][1]).decode()
        shot["announcement"]["_picture"] = f"data:image/png;base64,{picture}"
        return {name: (message, discord) for name, message in shot.items()}


def _announcement() -> Message:
    return announcement.change(told(), TUNEGARDEN, load_languages().best("en"), marks=marks)


def _manner(role: Json) -> Manner:
    return Manner(mention=role["id"], picture=True, text="For everyone who uploads there:")


# --- from payload to page ---------------------------------------------------------------------------------------------


class Page:
    """Draws one message."""

    def __init__(self, message: Json, discord: FakeDiscord) -> None:
        self._message = message
        self._named = {f"<#{id_}>": f"#{row['name']}" for id_, row in discord.channels.items() if "name" in row}
        roles = [role for guild in discord.guilds.values() for role in guild["roles"]]
        self._named |= {f"<@&{role['id']}>": f"@{role['name']}" for role in roles}
        self._names = {key.strip("<>#@&"): name for key, name in self._named.items()}

    def html(self, width: int) -> str:
        """The whole page."""
        body = [f"<div class=said>{self._marked(self._message['content'])}</div>" if self._message["content"] else ""]
        body += [self._embed(embed) for embed in self._message["embeds"]]
        body += [self._part(part) for part in self._message["components"]]
        if self._message.get("_ephemeral"):
            body.append("<div class=only>Only you can see this</div>")
        css = (HERE / "discord.css").read_text("utf-8")
        head = "<div class=who><b>Clausebell</b><i>APP</i><time>Today at 12:00</time></div>"
        return (
            f"<!doctype html><meta charset=utf-8><style>{css}</style><body style='width:{width}px'>"
            f"<div class=message><div class=face>§</div><div class=body>{head}{''.join(body)}</div></div>"
        )

    def _embed(self, embed: Json) -> str:
        colour = f"#{embed.get('color', 0):06x}"
        rows = [
            f"<div class=author>{html.escape(embed['author']['name'])}</div>" if embed.get("author") else "",
            f"<div class='title{' link' if embed.get('url') else ''}'>{self._marked(embed['title'])}</div>",
            f"<div>{self._marked(embed.get('description', ''))}</div>",
        ]
        if embed.get("image"):
            rows.append(f"<img src='{self._message['_picture']}'>")
        if embed.get("footer"):
            rows.append(f"<footer>{html.escape(embed['footer']['text'])}</footer>")
        return f"<div class=embed style='border-color:{colour}'>{''.join(rows)}</div>"

    def _part(self, part: Json) -> str:
        inner = "".join(self._part(child) for child in part.get("components") or [])
        match part["type"]:
            case 17:
                colour = f"#{part.get('accent_color') or 0:06x}"
                return f"<div class=card style='border-color:{colour}'>{inner}</div>"
            case 1:
                return f"<div class=row>{inner}</div>"
            case 10:
                return f"<div class=text>{self._marked(part['content'])}</div>"
            case 2:
                return f"<button class={STYLES[part['style']]}>{html.escape(part['label'])}</button>"
            case _:
                return self._menu(part)

    def _menu(self, menu: Json) -> str:
        chosen = [option["label"] for option in menu.get("options") or [] if option.get("default")]
        chosen += [self._names.get(str(row["id"]), "?") for row in menu.get("default_values") or []]
        pills = "".join(f"<span>{html.escape(name)}</span>" for name in chosen)
        return f"<div class=menu>{pills or 'Make a selection'}<i>⌄</i></div>"

    def _marked(self, markup: str) -> str:
        return "".join(self._line(line) for line in markup.split("\n"))

    def _line(self, line: str) -> str:
        kind = "quote" if line.startswith("> ") else "item" if re.match(r"(-|\d+\.) ", line) else "line"
        mark = re.match(r"> |(?:-|\d+\.) ", line)
        words = self._inline(line[mark.end() :] if mark and kind != "line" else line)
        bullet = f"<em>{'•' if line.startswith('-') else line.split(' ', maxsplit=1)[0]}</em>" if kind == "item" else ""
        return f"<div class={kind}>{bullet}{words or '&nbsp;'}</div>"

    def _inline(self, markup: str) -> str:
        drawn = []
        for piece in markdown.read(markup):
            classes = " ".join(style for style in piece.styles if not style.startswith("to "))
            shown = _day(piece.text) if "time" in piece.styles else self._named.get(piece.text, piece.text)
            drawn.append(f"<span class='{classes}'>{html.escape(shown)}</span>")
        return "".join(drawn)


def _day(time: str) -> str:
    """What Discord shows in place of `<t:…:D>`."""
    moment = datetime.fromtimestamp(int(time.split(":")[1]), UTC)
    return f"{moment.day} {moment:%B %Y}"


def shoot(chromium: str, page: str, width: int, to: Path) -> None:
    """The page as a small PNG, cut where it ends."""
    with tempfile.TemporaryDirectory() as folder:
        source, raw = Path(folder, "page.html"), Path(folder, "page.png")
        source.write_text(page, "utf-8")
        size = f"--window-size={width},1600"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.25"]
        subprocess.run(
            [chromium, *flags, size, f"--screenshot={raw}", source.as_uri()], check=True, capture_output=True
        )
        image = Image.open(raw).convert("RGB")
    empty = Image.new("RGB", image.size, image.getpixel((0, image.height - 1)))
    box = ImageChops.difference(image, empty).getbbox() or (0, 0, *image.size)
    cut = image.crop((0, 0, image.width, min(box[3] + 16, image.height)))
    cut.quantize(96, dither=Image.Dither.NONE).save(to, optimize=True)


def place(name: str) -> Path:
    """Where a screen stands: those that the site shows are its own, the others beside this script."""
    shown = HERE.parents[1] / "bot" / "site" / "static" / "screens"
    on_site = tuple(f"{chat}-{each}" for chat, row in SCREENS.items() for each in row)
    return (shown if name.startswith(on_site) else HERE) / name


def main(chromium: str) -> None:
    """Draw each of them."""
    for name, (message, discord) in asyncio.run(captured()).items():
        for width, suffix in ((WIDE, ""), (PHONE, "-phone")):
            if suffix and name in {"welcome", "answer"}:
                continue
            to = place(f"discord-{name}{suffix}.png")
            shoot(chromium, Page(message, discord).html(width), width, to)
            print(f"{to.name}: {to.stat().st_size // 1024} kB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    main(parser.parse_args().chromium)
