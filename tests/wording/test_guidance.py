"""What a creator can do: the answer first, and nothing that nobody promised."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

import pytest

from bot.model.guidance import OptOutKind
from bot.model.message import Fact, Facts, Paragraph, Part, Steps
from bot.model.platform import Platform
from bot.wording import guidance
from bot.wording.language import Language

Make = Callable[..., Platform]


def told(parts: tuple[Part, ...]) -> str:
    """All paragraphs."""
    return "\n".join(part.text for part in parts if isinstance(part, Paragraph))


@pytest.mark.parametrize(
    ("opt_out_as", "answer"),
    [
        ({"kind": "none", "available": "no"}, "There is no opt-out that we could find."),
        ({"kind": "unknown", "available": "unknown"}, "We do not know whether there is a way to opt out."),
        ({"kind": "account_toggle", "available": "yes", "steps": ["a"]}, "You can switch this off."),
        (
            {"kind": "account_toggle", "available": "partial", "steps": ["a"]},
            "Only in part. You can switch this off.",
        ),
        (
            {"kind": "objection_form", "available": "partial", "steps": ["a"], "regions": "people in Europe"},
            "Only for people in Europe. You can object with a form. It may be refused; keep the confirmation.",
        ),
        ({"kind": "opt_in_default", "available": "not_needed"}, "Nothing to do: it is off unless you agree to it."),
        (
            {"kind": "opt_in_default", "available": "partial"},
            "Only in part: some of it is off unless you agree to it, and for the rest we found no opt-out.",
        ),
    ],
)
def test_answer(opt_out: Make, english: Language, opt_out_as: Mapping[str, Any], answer: str) -> None:
    """The answer comes first, with the place that decides it; none and unknown are two answers."""
    assert guidance.lead(opt_out(**opt_out_as), english) == answer


@pytest.mark.parametrize("kind", get_args(OptOutKind))
def test_every_kind_has_an_answer(opt_out: Make, english: Language, kind: OptOutKind) -> None:
    """Each kind of guidance is worded."""
    available = {"none": "no", "unknown": "unknown"}.get(kind, "yes")
    assert guidance.lead(opt_out(kind=kind, available=available, steps=["a"]), english).endswith(".")


def test_way_to_do_it(tunegarden: Platform, english: Language) -> None:
    """Steps and last day are told with what they do not do, and when that was checked."""
    parts = guidance.parts(tunegarden, english)
    assert parts[0] == Steps("What to do", ("Open the settings.", 'Turn "Learn from my tunes" off.'))
    assert parts[1] == Facts((Fact("Last day", "1 May 2024"),))
    assert "nothing that we read says that training already done is undone. Comments are not covered." in told(parts)
    assert "It does not bind others who have copies or who scrape." in told(parts)
    assert told(parts).endswith("Last checked: 20 February 2024; the names of buttons change.")
    assert [link.url for link in guidance.links(tunegarden, english)] == ["https://tunegarden.example/settings"]


@pytest.mark.parametrize(
    ("retroactive", "words"),
    [
        (True, "There is a written promise to undo training already done."),
        (False, "It stops future use; training already done is not undone."),
        (None, "nothing that we read says that training already done is undone"),
    ],
)
def test_undoing(opt_out: Make, english: Language, retroactive: object, words: str) -> None:
    """Training already done counts as undone only with a written promise."""
    platform = opt_out(kind="account_toggle", available="yes", steps=["a"], retroactive=retroactive)
    assert words in told(guidance.parts(platform, english))


def test_none_says_what_was_looked_for(opt_out: Make, english: Language) -> None:
    """The answer "none" says what we looked for and when; it does not speak of requests that nobody can make."""
    platform = opt_out(kind="none", available="no", caveats="Keep originals off the site.", as_of="2024-02")
    assert told(guidance.parts(platform, english)) == (
        "We looked for a setting, a form and an address to write to, and found none.\n"
        "Keep originals off the site.\n"
        "Last checked: February 2024."
    )


def test_region_that_does_not_decide(opt_out: Make, english: Language) -> None:
    """A region that comes with a full answer is a fact beside it."""
    platform = opt_out(kind="account_toggle", available="yes", steps=["a"], regions="wherever it is shown")
    assert Facts((Fact("Where", "wherever it is shown"),)) in guidance.parts(platform, english)


def test_nothing_known(tunegarden: Platform, english: Language) -> None:
    """A platform without guidance says only that we do not know."""
    bare = tunegarden.model_copy(update={"opt_out": None, "ai_training": None})
    assert guidance.lead(bare, english) == "We do not know whether there is a way to opt out."
    assert not guidance.parts(bare, english)
    assert not guidance.links(bare, english)
    assert not guidance.exemption(bare, english)


def test_statements(tunegarden: Platform, english: Language) -> None:
    """Statements come newest first, dated as exactly as we know, and are called what they are."""
    assert told(guidance.statements(tunegarden, english, 2)) == (
        "the owner, 5 January 2024: We may one day. That is a statement, not a clause.\n"
        "the head gardener, November 2023: We never trained on tunes. That is a statement, not a clause."
    )
    assert len(guidance.statements(tunegarden, english, 1)) == 1
