"""What one look at a document finds, and what it leaves behind."""

import pytest

from bot.errors import LeaseLost, SourceError
from bot.model.platform import Catalogue, Document, PageSource, Platform, Source, SourceKind
from bot.model.schedule import Pace
from bot.model.version import DocumentKey
from bot.ports import Fetcher
from bot.read.topics import Rules
from bot.store.store import Store
from bot.watch.look import Look, Rhythm
from bot.watch.watcher import Watcher
from tests.fakes.world import HandClock, Page

KEY = DocumentKey("tunegarden", "terms")
CLAUSE = "You agree that we may use your uploads to train artificial intelligence models."
FEES = "From now on we keep thirty percent of what listeners pay you."
WORDS = ("chess", "choir", "garden", "jazz", "poetry", "radio", "sewing", "violin", "walking", "yoga")
RHYTHM = Rhythm(Pace(interval=3600, jitter=0), confirm_after=300, recheck=1800, hold=7200)
CHALLENGE = (
    "<html><title>Just a moment...</title><body><h1>Checking your browser</h1><p>Enable cookies.</p></body></html>"
)


BODY = (
    "These terms are an agreement between you and Tunegarden about the use of the service.",
    "You must be at least sixteen years old to open an account with us.",
    "Your uploads remain yours. You let us store and stream them while they are on Tunegarden.",
    "You may close your account at any time, and we remove your uploads within thirty days.",
    "We may send you messages about the service to the address that you gave us.",
    "If a part of this agreement turns out to be void, the rest of it stays in force.",
)
RECORD = "# Terms of Use\n\n" + "\n\n".join(BODY)


def page(*extra: str, foot: str = "", main: str = "main") -> str:
    """A made-up terms page with clauses of our choice at its end."""
    text = "".join(f"<p>{p}</p>" for p in (*BODY, *extra))
    return f"<html><body><{main}><h1>Terms of Use</h1>{text}</{main}><footer>{foot}</footer></body></html>"


class Street:
    """A watcher on a page, with the time in our hands."""

    def __init__(self, store: Store, rules: Rules, clock: HandClock, *sources: Source) -> None:
        self.store, self.clock, self.rules = store, clock, rules
        self.chance = 0.0
        self.page, self.archive = Page(clock, page()), Page(clock, media_type="text/markdown")
        self.select("main", *sources)

    def select(self, selector: str, *sources: Source) -> None:
        """Declare the document's sources anew, the page with this selector first."""
        page_source = Source(page=PageSource(select=[selector] if selector else []))
        document = Document(
            id="terms", type="Terms of Service", url="https://x.test/terms", sources=[page_source, *sources]
        )
        platform = Platform(
            id="tunegarden", name="Tunegarden", categories=["music"], homepage="https://x.test", documents=[document]
        )
        fetchers: dict[SourceKind, Fetcher] = {"page": self.page, "archive": self.archive}
        self.watcher = Watcher(
            Catalogue([platform]), self.store.documents, fetchers, self.rules, RHYTHM, self.clock, lambda: self.chance
        )

    async def look(self, html: str | None = None, after: float = 3600.0) -> Look:
        """Let time pass, set the page, look."""
        await self.clock.sleep(after)
        self.page.html = self.page.html if html is None else html
        return await self.watcher.look(KEY, await self.store.schedule.claim_now(str(KEY), 60))

    async def outcomes(self, *pages: str, after: float = 3600.0) -> list[str]:
        """The outcome of a look at each page in turn."""
        return [(await self.look(html, after)).outcome for html in pages]

    async def told(self) -> list[str]:
        """Ids of the changes in the outbox, each once."""
        claimed = await self.store.outbox.claim(100, 0)
        return [subject.id for _, subject in claimed]


@pytest.fixture
def street(store: Store, rules: Rules, clock: HandClock) -> Street:
    """A watcher on a page that was never looked at."""
    return Street(store, rules, clock)


async def test_the_first_look_is_silent(street: Street) -> None:
    """What stands on a page when it is first seen is taken in and not told."""
    assert await street.outcomes(page(CLAUSE)) == ["first"]
    assert await street.told() == []


async def test_the_same_text_is_unchanged(street: Street) -> None:
    """A page that differs only around its text is unchanged."""
    assert await street.outcomes(page(foot="10:00"), page(foot="11:00")) == ["first", "unchanged"]


async def test_a_not_modified_answer_is_unchanged(street: Street) -> None:
    """The validators of the last body go back to the server, and its 304 ends the look."""
    street.page.etags = True
    assert await street.outcomes(page(), page()) == ["first", "unchanged"]
    assert street.page.asked[0] is None
    assert street.page.asked[1] is not None


async def test_a_cache_that_never_modifies_hides_no_change(street: Street) -> None:
    """A server answers "not modified" for ever; now and then a look asks for the whole page, and sees the clause."""
    street.page.etags = street.page.stale = True
    assert await street.outcomes(page(), page(CLAUSE)) == ["first", "unchanged"]
    street.chance = 0.99
    assert await street.outcomes(page(CLAUSE)) == ["pending"]
    assert street.page.asked[2] is None


async def test_a_clause_is_told_once_two_looks_agree(street: Street) -> None:
    """A new clause is pending until a second look shows it, then recorded and told, and told only once."""
    await street.look(page())
    assert (await street.look(page(CLAUSE))).outcome == "pending"
    assert await street.told() == []
    second = await street.look(after=RHYTHM.confirm_after)
    assert second.outcome == "changed"
    assert second.change is not None
    assert CLAUSE in [finding.quote for finding in second.change.findings]
    assert (await street.look()).outcome == "unchanged"
    assert await street.told() == [second.change.id]


async def test_a_second_look_fetches_the_page_again(street: Street) -> None:
    """A held text is confirmed by a second body, never by a 304."""
    street.page.etags = True
    assert await street.outcomes(page(), page(CLAUSE), page(CLAUSE)) == ["first", "pending", "changed"]
    assert street.page.asked[2] is None


async def test_a_look_too_early_does_not_confirm(street: Street) -> None:
    """Until the time of confirmation has passed, a pending text stays pending, and its time runs on."""
    await street.look(page())
    assert (await street.look(page(CLAUSE))).outcome == "pending"
    assert (await street.look(after=RHYTHM.confirm_after / 2)).outcome == "pending"
    assert (await street.look(after=RHYTHM.confirm_after / 2)).outcome == "changed"


async def test_a_flicker_is_not_told(street: Street) -> None:
    """A clause that is gone at the second look was never there."""
    assert await street.outcomes(page(), page(CLAUSE), page()) == ["first", "pending", "unchanged"]
    assert await street.told() == []


async def test_a_part_that_differs_at_every_visit_does_not_hide_a_clause(street: Street) -> None:
    """Two looks agree on the edits that both show, whatever else flickers in the text itself."""
    visits = [page(CLAUSE, f"{n} thousand members of Tunegarden are listening with you today.") for n in (17, 23)]
    assert await street.outcomes(page(), *visits) == ["first", "pending", "changed"]
    (change,) = await street.told()
    told = await street.store.news.change(change)
    assert told is not None
    assert [edit.after.text for edit in told.edits if edit.after] == [CLAUSE]


async def test_an_edit_between_two_looks_is_told_later(street: Street) -> None:
    """What only the second look shows is not lost: it is told as a change of its own, confirmed like any other."""
    looks = await street.outcomes(page(), page(CLAUSE), page(CLAUSE, FEES), page(CLAUSE, FEES), page(CLAUSE, FEES))
    assert looks == ["first", "pending", "changed", "pending", "changed"]
    assert len(await street.told()) == 2


async def test_what_only_the_second_look_shows_is_not_lost(street: Street) -> None:
    """Where a flicker gives way to another clause, that one waits for a look of its own, and is told."""
    looks = await street.outcomes(page(), page(CLAUSE), page(FEES), page(FEES))
    assert looks == ["first", "pending", "pending", "changed"]
    (change,) = await street.told()
    told = await street.store.news.change(change)
    assert told is not None
    assert [edit.after.text for edit in told.edits if edit.after] == [FEES]


async def test_a_page_that_shows_no_text_counts_as_failing(store: Store, rules: Rules, clock: HandClock) -> None:
    """A source that answers with an empty shell gives way to the next one, as one that does not answer."""
    street = Street(store, rules, clock, Source(archive="made-up-versions/Tunegarden/Terms of Service"))
    street.archive.html = RECORD
    shell = "<html><body><script>draw()</script></body></html>"
    assert await street.outcomes(shell, shell, shell) == ["failed", "failed", "first"]


async def test_a_challenge_page_is_never_adopted(street: Street) -> None:
    """However long a challenge page stays, it is held as suspect, and the text behind it is still the one known."""
    assert await street.outcomes(page(), *[CHALLENGE] * 4, page(), after=86400) == [
        "first",
        *["suspect"] * 4,
        "unchanged",
    ]


async def test_a_challenge_page_is_no_first_version(street: Street) -> None:
    """A document whose first answer is a challenge has no version until its text is seen."""
    assert await street.outcomes(CHALLENGE, page()) == ["suspect", "first"]


async def test_a_failure_names_its_reason_and_waits(street: Street) -> None:
    """A look that fails says why, waits at least as long as the server asks, and leaves the version as it was."""
    await street.look(page())
    street.page.error = SourceError("status 503", "The server answered 503.", retry_after=90000)
    look = await street.look()
    assert (look.outcome, look.due_in) == ("failed", 90000)
    assert "503" in look.error
    street.page.error = None
    assert (await street.look()).outcome == "unchanged"


async def test_failures_in_a_row_come_less_often(street: Street) -> None:
    """Each failure in a row doubles the wait, up to a day."""
    street.page.error = SourceError("timeout", "No answer in 30 s.")
    waits = [(await street.look()).due_in for _ in range(6)]
    assert waits == [7200, 14400, 28800, 57600, 86400, 86400]


async def test_the_next_source_serves_while_one_keeps_failing(store: Store, rules: Rules, clock: HandClock) -> None:
    """From its third failure in a row the archive serves in the page's place, and the page again once it is back."""
    street = Street(store, rules, clock, Source(archive="made-up-versions/Tunegarden/Terms of Service"))
    street.archive.html = RECORD
    street.page.error = SourceError("timeout", "No answer in 30 s.")
    assert await street.outcomes(page(), page(), page()) == ["failed", "failed", "first"]
    street.page.error = None
    assert (await street.look(page())).outcome in {"unchanged", "quiet"}
    assert await street.told() == []


async def test_a_change_says_where_an_archive_keeps_the_document(store: Store, rules: Rules, clock: HandClock) -> None:
    """Where the catalogue names a record, its address; and whether the text was read there, and not from the page."""
    street = Street(store, rules, clock, Source(archive="made-up-versions/Tunegarden/Terms of Service"))
    await street.outcomes(page(), page(CLAUSE), page(CLAUSE))
    street.page.error = SourceError("no browser", "There is no browser.", permanent=True)
    street.archive.html = f"{RECORD}\n\n{CLAUSE}\n\n{FEES}\n"
    await street.outcomes("", "")
    told = [await store.news.change(identity) for identity in await street.told()]
    record = (
        "https://raw.githubusercontent.com/OpenTermsArchive/made-up-versions/main/Tunegarden/Terms%20of%20Service.md"
    )
    assert [(change.archive, change.archived) for change in told if change] == [(record, False), (record, True)]


async def test_no_archive_is_made_up(street: Street) -> None:
    """Where no record is known, none is named."""
    await street.outcomes(page(), page(CLAUSE), page(CLAUSE))
    [identity] = await street.told()
    change = await street.store.news.change(identity)
    assert change is not None
    assert (change.archive, change.archived) == ("", False)


async def test_a_permanent_failure_passes_to_the_next_source_at_once(
    store: Store, rules: Rules, clock: HandClock
) -> None:
    """Where a source can never serve (no browser on this machine), the next one does in the same look."""
    street = Street(store, rules, clock, Source(archive="made-up-versions/Tunegarden/Terms of Service"))
    street.archive.html = RECORD
    street.page.error = SourceError("no browser", "There is no browser.", permanent=True)
    assert (await street.look()).outcome == "first"


async def test_a_return_to_the_earlier_text_is_a_revert(street: Street) -> None:
    """A text that goes back after it was told is told as a follow-up that names the change it takes back."""
    await street.outcomes(page(), page(CLAUSE), page(CLAUSE))
    (change,) = await street.told()
    looks = [await street.look(page()), await street.look(page())]
    assert [look.outcome for look in looks] == ["pending", "reverted"]
    assert looks[1].change is not None
    assert looks[1].change.reverts == change


async def test_a_clause_that_comes_back_is_told_again(street: Street) -> None:
    """A clause that was told, taken back and told so, and put in again is news, though its sentences are known."""
    pages = [html for html in (page(CLAUSE), page(), page(CLAUSE)) for _ in range(2)]
    looks = await street.outcomes(page(), *pages)
    assert looks == ["first", "pending", "changed", "pending", "reverted", "pending", "reverted"]
    assert len(await street.told()) == 3


async def test_a_clause_that_was_told_as_removed_is_told_when_it_returns(street: Street) -> None:
    """Not only in the very text that stood before: its sentences are forgotten when their going is told."""
    pages = [page(CLAUSE), page(FEES), page(FEES, CLAUSE)]
    looks = await street.outcomes(page(), *(html for html in pages for _ in range(2)))
    assert looks == ["first", "pending", "changed", "pending", "changed", "pending", "changed"]


async def test_a_return_to_an_adopted_text_is_not_doubted(street: Street) -> None:
    """However much is gone with it, a text that stood before is the document."""
    long = page(*(f"{CLAUSE} This is clause number {n} of the many that came at once." for n in range(40)))
    assert (await street.outcomes(page(), long, long, page()))[-1] == "pending"


async def test_a_doubted_text_is_looked_at_as_often_as_the_page(street: Street) -> None:
    """A challenge does not make a document wait longer than it would anyway."""
    await street.look(page())
    assert (await street.look(CHALLENGE)).due_in == RHYTHM.recheck


async def test_a_document_that_flaps_falls_silent(street: Street) -> None:
    """A text that comes and goes is told when it comes and when it goes, and from then on no more."""
    back_and_forth = [html for _ in range(4) for html in (page(CLAUSE), page(CLAUSE), page(), page())]
    await street.outcomes(page(), *back_and_forth)
    assert len(await street.told()) <= 3


def abroad(*extra: str, days: int = 1) -> str:
    """Another edition of the page: with clauses for a region, and a small line that is another in each `days`."""
    region = [f"Members in region {n} may write to the office of region {n} about this clause." for n in range(9)]
    return page(f"The office answers in {days} days.", *region, *extra)


def home(*extra: str, days: int = 1) -> str:
    """The edition without the clauses for a region."""
    return page(f"The office answers in {days} days.", *extra)


def twice(*pages: str) -> list[str]:
    """Each page for two looks, so that what it changes is confirmed."""
    return [html for html in pages for _ in range(2)]


async def test_editions_that_differ_a_little_at_each_return_fall_silent(street: Street) -> None:
    """A document that goes between two editions is not told at each return, though no text comes exactly back."""
    await street.outcomes(home(), *twice(*(edition(days=n) for n in (2, 3) for edition in (abroad, home))))
    later = twice(*(edition(days=n) for n in (4, 5, 6) for edition in (abroad, home)))
    assert not {"changed", "reverted"} & set(await street.outcomes(*later))


async def test_an_edition_that_is_spelt_otherwise_throughout_is_known_again(street: Street) -> None:
    """Editions whose every return is spelt and punctuated a little otherwise are not told at each return."""

    def spelt(html: str, n: int) -> str:
        return html.replace("Members", "Members," if n % 2 else "Members").replace(
            "clause", "sub-clause" if n % 2 else "subclause"
        )

    pages = [spelt(html, n) for n in (1, 2, 3, 4, 5, 6) for html in (abroad(), home("The clause of members stands."))]
    outcomes = await street.outcomes(home("The clause of members stands."), *twice(*pages))
    assert not {"changed", "reverted"} & set(outcomes[13:])


async def test_what_an_edition_loses_is_told_amid_flapping(street: Street) -> None:
    """A clause that only one edition held, and that is gone when the document returns to it, is told as removed."""
    await street.outcomes(home(), *twice(*(html for n in (2, 3, 4) for html in (abroad(FEES, days=n), home(days=n)))))
    await street.look(abroad(days=5))
    change = (await street.look()).change
    assert change is not None
    assert [(edit.kind, edit.before.text) for edit in change.edits if edit.before] == [("removed", FEES)]


async def test_news_amid_flapping_editions_is_told_alone(street: Street) -> None:
    """What is new in an edition to which a document returns is told, and nothing of how the editions differ."""
    await street.outcomes(home(), *twice(*(edition(days=n) for n in (2, 3, 4) for edition in (abroad, home))))
    await street.look(abroad(CLAUSE, days=5))
    look = await street.look()
    assert look.change is not None
    assert [edit.after.text for edit in look.change.edits if edit.after] == [CLAUSE]
    assert not [edit for edit in look.change.edits if edit.kind == "removed"]


async def test_texts_that_were_left_long_ago_are_remembered_while_others_flap(street: Street) -> None:
    """Going back and forth between two texts does not push a third one out of memory."""
    await street.outcomes(page(FEES), *[page("Ten members met."), page("Nine members met.")] * 10)
    assert await street.outcomes(*twice(page(FEES))) == ["pending", "reverted"]


async def test_a_document_that_flaps_is_shown_as_such(street: Street) -> None:
    """A look says that its document goes back and forth, and says no such thing of one that changed."""
    looks = [await street.look(html) for html in (page(), *twice(page(CLAUSE), page(), page(CLAUSE), page()))]
    assert not any(look.flapping for look in looks[:7])
    assert (await street.look()).flapping


async def test_a_clause_told_as_removed_comes_back(street: Street) -> None:
    """A clause whose going was told is told as back when it returns to another text, and a new one is not."""
    await street.outcomes(page(CLAUSE), *twice(page(FEES)))
    await street.look(page(FEES, CLAUSE, "We may sell your messages to advertisers."))
    change = (await street.look()).change
    assert change is not None
    assert {finding.quote: finding.back for finding in change.findings} == {
        CLAUSE: True,
        "We may sell your messages to advertisers.": False,
    }


async def test_a_clause_that_keeps_coming_and_going_falls_silent(street: Street) -> None:
    """In a document that never shows the same text, a clause is told four times: added, removed, back and removed."""
    filler = [f"Paragraph {n}: our {word} club meets in the green hall of Tunegarden." for n, word in enumerate(WORDS)]
    pages = [page(text, *([CLAUSE] if n % 2 else [])) for n, text in enumerate(filler)]
    looks = await street.outcomes(*twice(*pages))
    assert sum(outcome in {"changed", "reverted"} for outcome in looks) <= 4
    assert not {"changed", "reverted"} & set(looks[-6:])


async def test_another_selector_is_a_technical_upgrade(street: Street) -> None:
    """When we cut the page out differently, the difference is ours and is not told."""
    html = page(main="article").replace("<footer>", f"<section><p>{CLAUSE}</p></section><footer>")
    street.select("article")
    await street.look(html)
    street.select("body")
    assert (await street.look(html.replace("<footer>", "<footer>visited at noon"))).outcome == "quiet"
    assert (await street.look()).outcome == "unchanged"
    assert await street.told() == []


async def test_a_look_that_lost_its_claim_writes_nothing(street: Street, clock: HandClock) -> None:
    """A worker that was too slow is told so, and what the other one recorded stands."""
    await street.look(page())
    late = await street.store.schedule.claim_now(str(KEY), 60)
    await street.look(page())
    street.page.html = page(CLAUSE)
    with pytest.raises(LeaseLost):
        await street.watcher.look(KEY, late)
    assert (await street.store.documents.state(KEY)).candidate is None
