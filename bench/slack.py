"""A change told to a thousand channels of 300 workspaces of Slack, and one workspace that asks for a minute.

    python bench/slack.py [--workspaces 300] [--channels 1000] [--latency 0.15]

The real slack_sdk talks to the fake Slack of `tests/fakes/slack`, which keeps Slack's limits in a process of its own
and takes `latency` seconds for each answer. Each workspace has a token of its own, encrypted in Redis. The change is
long, so that every channel gets a card and an answer in its thread. It is told twice: to workspaces that are all well,
and while one answers 429 for a minute. The floor posts the same cards with plain aiohttp, as many at a time. CPU is
that of this process alone.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from cryptography.fernet import Fernet

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.app import SystemClock, desk_on
from bot.ask.desk import COMMANDS
from bot.chat.slack.bolt import Reception
from bot.chat.slack.distributed import SlackApp
from bot.chat.slack.views import drawn
from bot.deliver.courier import Courier
from bot.deliver.fanout import FanOut
from bot.deliver.words import Words
from bot.logs import set_up_logs
from bot.model.change import Change, Edit
from bot.model.install import Install
from bot.model.subscription import ChatName, Destination, Subscription, Watch
from bot.model.version import Clause
from bot.ports import DocumentState, Step
from bot.read.marks import marks
from bot.store.store import Store, open_store
from bot.wording import announcement
from bot.wording.language import load_languages
from tests.fakes.outside import Fake, Json, serving
from tests.fakes.slack import FakeSlack
from tests.fakes.tunegarden import CATALOGUE, change

CONCURRENCY, REST, RESTING = 64, 60.0, "T0000"
LONG = "You agree that we may use your uploads to train models. " + "It goes on for a while. " * 30


class SlowSlack(FakeSlack):
    """Takes its time, and notes when it took each message."""

    latency = 0.15

    def __init__(self) -> None:
        super().__init__()
        self.took: list[tuple[str, str, float]] = []

    async def _api(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.latency)
        return await super()._api(request)

    def _store(self, channel: Any, content: Json) -> Json:
        message = super()._store(channel, content)
        kind = "detail" if "thread_ts" in content else "card"
        self.took.append((channel.id, kind, time.time()))
        return message


def places(workspaces: int, channels: int) -> list[tuple[str, str]]:
    """Workspace and channel, spread evenly."""
    return [(f"T{n % workspaces:04d}", f"C{n:05d}") for n in range(channels)]


async def serve(workspaces: int, channels: int, latency: float) -> None:
    """The fake, in a process of its own: its address on the first line, then a line of figures for each line asked."""
    async with SlowSlack() as slack:
        slack.latency = latency
        for team, channel in places(workspaces, channels):
            there = slack.teams.get(team) or slack.add_team(team)
            slack.add_channel(there, channel)
        _say({"api": slack.api_url})
        reader = asyncio.StreamReader(limit=1 << 20)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := (await reader.readline()).decode().strip():
            if line == "rest":
                slack.teams[RESTING].rests_until = slack.now() + REST
            _say(
                {
                    "took": slack.took,
                    "errors": sorted({reply["error"] for _, reply, _ in slack.rejected}),
                    "refused": len(slack.rejected),
                    "lint": len(slack.lint),
                }
            )
            if line == "forget":
                slack.took.clear()
                slack.rejected.clear()


def _say(row: Json) -> None:
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


async def floor(api: str, where: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Seconds, and CPU milliseconds a post, with plain aiohttp and as many posts at a time."""
    english = load_languages().best("en")
    card = announcement.change(told(0), CATALOGUE.platforms["tunegarden"], english, marks=marks, brief=True)
    text, blocks = drawn(card, COMMANDS)
    turn = asyncio.Semaphore(CONCURRENCY)
    began, cpu = time.perf_counter(), time.process_time()
    async with aiohttp.ClientSession() as session:

        async def post(team: str, channel: str) -> None:
            body = {"channel": channel, "text": text, "blocks": blocks, "unfurl_links": False}
            headers = {"Authorization": f"Bearer xoxb-{team}"}
            async with turn, session.post(f"{api}chat.postMessage", json=body, headers=headers) as response:
                await response.read()

        await asyncio.gather(*(post(*one) for one in where))
    return time.perf_counter() - began, 1000 * (time.process_time() - cpu) / len(where)


def told(day: int) -> Change:
    """A change with a passage that needs a thread, of another day for each telling."""
    text = f"{day}. {LONG}"
    made = change(text)
    edits = (Edit("added", None, Clause(text, ())),)
    return replace(made, edits=edits, effective=None, observed_at=datetime.now(UTC) + timedelta(days=2 * day))


async def tell(store: Store, chat: SlackApp, other: Fake, day: int, where: Sequence[tuple[str, str]]) -> None:
    """Publish, fan out, and carry until every channel has its card and its answer; print what that took."""
    clock, one = SystemClock(), told(day)
    claim = await store.schedule.claim_now(str(one.document), 60)
    await store.documents.commit(one.document, claim, Step(DocumentState(), change=one), due_in=60)
    fanout = FanOut(CATALOGUE, store.outbox, store.news, store.subscriptions, store.deliveries, clock)
    words = Words(CATALOGUE, store.news, load_languages())
    chance, posters = random.Random(1).random, {ChatName.SLACK: chat.poster}
    courier = Courier(store.deliveries, store.subscriptions, posters, {}, words, chance, CONCURRENCY, 60, 30)
    await fanout.once()
    stop = asyncio.Event()
    began, cpu = time.time(), time.process_time()
    running = asyncio.create_task(courier.run(stop))
    figures = await other.say("figures")
    while len(figures["took"]) < 2 * len(where):
        await asyncio.sleep(0.5)
        figures = await other.say("figures")
    cpu = time.process_time() - cpu
    stop.set()
    await running
    resting = {channel for team, channel in where if team == RESTING}
    for kind in ("card", "detail"):
        rows = sorted((at - began) for channel, what, at in figures["took"] if what == kind and channel not in resting)
        print(f"  {kind}s of the others: last after {rows[-1]:.1f} s, {len(rows) / rows[-1]:.0f} a second")
    last = max(at - began for channel, _, at in figures["took"] if channel in resting)
    print(f"  workspace {RESTING}: last after {last:.1f} s")
    least = min(_gaps(figures["took"]))
    print(f"  least time between two messages of a channel: {least:.2f} s; answers 429: {figures['refused']}")
    print(f"  errors: {figures['errors']}; CPU a message {1000 * cpu / (2 * len(where)):.1f} ms")
    await other.say("forget")


def _gaps(took: Sequence[tuple[str, str, float]]) -> list[float]:
    last: dict[str, float] = {}
    gaps = []
    for channel, _, at in took:
        if channel in last:
            gaps.append(at - last[channel])
        last[channel] = at
    return gaps


async def install(store: Store, where: Sequence[tuple[str, str]]) -> None:
    """Every workspace has the app; every channel watches everything, with threads."""
    if store.installs is None:
        raise RuntimeError("the store has no key")
    for team in sorted({team for team, _ in where}):
        one = Install("A1", "", team, team, "B1", "U1", (), "U1", datetime.now(UTC), f"xoxb-{team}")
        await store.installs.put(one)
    for team, channel in where:
        here = Destination(ChatName.SLACK, team, channel)
        await store.subscriptions.put(replace(Subscription.begin(here), watches=(Watch("all"),)))


async def main(workspaces: int, channels: int, latency: float) -> None:
    set_up_logs("ERROR", "json")
    languages, clock, where = load_languages(), SystemClock(), places(workspaces, channels)
    secrets = [Fernet.generate_key().decode()]
    sizes = {"workspaces": workspaces, "channels": channels, "latency": latency}
    async with serving(__file__, **sizes) as other, open_store(None, throwaway=True, secrets=secrets) as s:
        desk = desk_on(s, CATALOGUE, {}, languages, clock)
        reception = Reception(desk, languages, CATALOGUE, s.once, s.turns, clock, lambda: 0.0, other.ready["api"])
        await install(s, where)
        if s.installs is None:
            raise RuntimeError("the store has no key")
        chat = SlackApp("1.2", "secret", "signing", "https://bell.example", s.installs, reception)
        stop = asyncio.Event()
        running = asyncio.create_task(chat.run(stop))
        took, least = await floor(other.ready["api"], where)
        await other.say("forget")
        print(f"{workspaces} workspaces, {channels} channels; Slack answers after {latency:.2f} s")
        print(f"floor: cards in {took:.1f} s, {channels / took:.0f} a second, CPU {least:.1f} ms each")
        await asyncio.sleep(1.0)
        print("all are well:")
        await tell(s, chat, other, 1, where)
        print(f"one asks for {REST:.0f} s:")
        await other.say("rest")
        await tell(s, chat, other, 2, where)
        stop.set()
        await running


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workspaces", type=int, default=300)
    parser.add_argument("--channels", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0.15)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    asyncio.run((serve if given.serve else main)(given.workspaces, given.channels, given.latency))
