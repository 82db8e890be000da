"""How texts that are perhaps not the document are held, and how pages with two editions are told."""

import pytest

from bot.read.topics import Rules
from bot.store.store import Store
from tests.fakes.world import HandClock
from tests.watch.test_watcher import BODY, CLAUSE, FEES, RHYTHM, Street, page

PROMISE = "We never show advertising beside your recordings, nor do we let anybody else do so."
NOTICE = "New terms take effect on 1 May 2026. Until then the terms below stay in force."


@pytest.fixture
def street(store: Store, rules: Rules, clock: HandClock) -> Street:
    """A watcher on a page that was never looked at."""
    return Street(store, rules, clock)


def text(*paragraphs: str) -> str:
    """A page of paragraphs."""
    return f"<main><h1>Terms</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}</main>"


OLD = ("Last updated: 3 January 2025", *BODY[:3], PROMISE, *BODY[3:])
NEW = ("Effective from 1 May 2026", *BODY[:3], CLAUSE, *BODY[3:])


@pytest.mark.parametrize("both", [(NOTICE, *NEW, *OLD), (NOTICE, *OLD, "From 1 May 2026", *NEW)], ids=["new", "old"])
async def test_two_editions_on_one_page_are_told_once(street: Street, both: tuple[str, ...]) -> None:
    """The edition to come is told with its date and with what it takes away; the end of the old one is silent."""
    await street.look(text(*OLD))
    assert (await street.look(text(*both))).outcome == "pending"
    look = await street.look()
    assert look.outcome == "changed"
    assert look.change is not None
    assert str(look.change.effective) == "2026-05-01"
    assert any(CLAUSE in edit.texts for edit in look.change.edits)
    assert await street.outcomes(text(*both), text(*NEW), text(*NEW)) == ["unchanged", "quiet", "unchanged"]
    assert len(await street.told()) == 1


async def test_an_edition_to_come_that_is_withdrawn_is_told(street: Street) -> None:
    """Where the old edition stands alone again, the follow-up names the change it takes back."""
    await street.outcomes(text(*OLD), text(NOTICE, *NEW, *OLD), text(NOTICE, *NEW, *OLD))
    (change,) = await street.told()
    looks = [await street.look(text(*OLD)) for _ in range(2)]
    assert [look.outcome for look in looks] == ["pending", "reverted"]
    assert looks[1].change is not None
    assert looks[1].change.reverts == change


async def test_what_is_edited_as_the_old_edition_goes_is_told(street: Street) -> None:
    """The clause that only then came in is told, and nothing beside it."""
    await street.outcomes(text(*OLD), text(NOTICE, *NEW, *OLD), text(NOTICE, *NEW, *OLD))
    looks = [await street.look(text(*NEW, FEES)) for _ in range(2)]
    assert looks[1].change is not None
    assert [edit.texts for edit in looks[1].change.edits] == [("", FEES)]


HELD = {
    "challenge": ("Just a moment...", "Verify you are human by completing the action below."),
    "error": ("Page not found", "The page you are looking for may have been moved or deleted by its owner."),
    "login": ("Welcome back", "Please log in to go on. Forgot your password? Create an account in one minute."),
    "consent": ("Before you continue", "We value your privacy and our partners do. Accept all Reject all"),
    "empty": ("Terms",),
    "language": tuple(
        f"{n}. Sie räumen uns das Recht ein, die hochgeladenen Aufnahmen zu speichern und zu verbreiten. Wir führen "
        "Ihr Konto so lange, wie Sie die Regeln dieser Gemeinschaft einhalten."
        for n in range(6)
    ),
}


@pytest.mark.parametrize("kind", HELD)
async def test_a_page_that_is_not_the_document_is_held_for_good(street: Street, kind: str) -> None:
    """It is named at every look, never adopted however long it stays, and the document is there again after it."""
    await street.look(page())
    looks = [await street.look(text(*HELD[kind])) for _ in range(6)]
    assert {look.outcome for look in looks} == {"suspect"}
    assert all(kind in look.error for look in looks)
    assert (await street.look(page())).outcome == "unchanged"
    assert await street.told() == []


async def test_a_text_that_shrank_is_adopted_when_it_stays(street: Street) -> None:
    """A collapse that says something new is held for `hold` seconds, then compared and told like any other."""
    await street.look(page(*(f"{n}. {FEES}" for n in range(30)), *(f"{n}. {PROMISE}" for n in range(30))))
    short = text(*BODY[:2], CLAUSE, FEES)
    looks = [await street.look(short)]
    while looks[-1].open:
        looks.append(await street.look(after=looks[-1].due_in))
    held = [look for look in looks if look.outcome == "suspect"]
    assert len(held) * RHYTHM.recheck >= RHYTHM.hold
    assert all("is left" in look.error for look in held)
    assert looks[-1].outcome == "changed"
