"""The Fluent files against each other, and against the code that uses them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.model.subscription import ChatName
from bot.model.topic import Direction, Severity, Topic
from bot.wording.language import FALLBACK, LOCALES, Languages

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(LOCALES.glob("*.ftl"))
VERBS = [
    "policy",
    "optout",
    "watch",
    "unwatch",
    "list",
    "changes",
    "find",
    "pause",
    "resume",
    "test",
    "settings",
    "privacy",
    "erase",
]
OPTIONS = ["platform", "channel", "severity", "topics", "role", "words", "days", "topic"]

COUNTED = {"count", "month", "hours", "platforms"}
"""Variables that hold a number, by which sentences choose their form."""

PROMISES = re.compile(
    r"\b(?:protect(?:s|ion|ing)?|safe(?:ly|r|st)?|secure[sd]?|guaranteed?"
    r"|schütz(?:t|en)|geschützt|Schutz|sicher|garantiert|garantie"
    r"|protèg(?:e|ent)|protég(?:er|ée?s?)|sûre?s?|garantit|garanti(?:e|r)?"
    r"|prote(?:ge[nr]?|gid[oa]s?|cción)|segur[oa]s?|garantiza[nr]?"
    r"|protegem?|protegid[oa]s?|proteção|garant(?:e|em|ir|ia))\b"
    r"|保護|守(?:り|る|ら)|安全|保証",
    re.IGNORECASE,
)
"""Words that say of opting out what nobody can say, in each of our languages."""

FOREIGN = {
    "de": r"“[\w{]|[«»]|—",
    "fr": r"[^\u00a0\s][?!;»](?!\S)|\w[^\S\u00a0]?:(?!\S)| [?!;:»]|«[^\u00a0]|[“”„]",
    "es": r"^[^¿\n]*\?|^[^¡\n]*!|[“”„]",
    "ja": r"[ぁ-んァ-ヶ一-龠][,:;?!.]|[“”«»]",
    "pt-BR": r"[«»„]",
}
"""What stands in no sentence of a language: marks of others, and in French a sign that no no-break space precedes."""

# Commands that chats are going to have; their lines stand ready.
AHEAD = re.compile(r"(command|option)-\w+")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (the visitor's protocol)
        self.names.add(node.id.name)


def keys(path: Path) -> dict[str, set[str]]:
    """Each key of a file with the names of its variables."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


ENGLISH = keys(LOCALES / f"{FALLBACK}.ftl")


class Use(NamedTuple):
    """A call of `say`: where, a pattern of the keys that it can mean, and the names of what it puts in."""

    place: str
    pattern: str
    variables: frozenset[str] | None


def uses() -> Iterator[Use]:
    """Every call of `say` in the program."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                variables = [keyword.arg for keyword in node.keywords]
                yield from (
                    Use(f"{path.relative_to(ROOT)}:{node.lineno}", pattern, _names(variables))
                    for pattern in _patterns(node.args[0])
                )


def _names(variables: list[str | None]) -> frozenset[str] | None:
    """The names of the arguments; None where they are handed on as `**names`."""
    return None if None in variables else frozenset(name for name in variables if name)


def _patterns(key: ast.expr) -> Iterator[str]:
    """What the key can be; nothing where it is handed on in a variable."""
    match key:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=values):
            yield "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"\w+" for v in values)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _patterns(body)
            yield from _patterns(orelse)


USES = [*uses()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_keys(path: Path) -> None:
    """Every language has the keys of English, no others, and puts the same values in."""
    here = keys(path)
    assert set(here) ^ set(ENGLISH) == set()
    assert {key: variables for key, variables in here.items() if variables != ENGLISH[key]} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("count", [0, 1, 2, 12, 1_000_000])
@pytest.mark.parametrize("chat", ChatName)
def test_every_key_can_be_said(path: Path, count: int, chat: ChatName) -> None:
    """Each sentence of each language takes its values without an error, and leaves none of its places open."""
    functions: dict[str, Any] = {"CHAT": lambda: str(chat)}
    bundle = FluentBundle([path.stem], functions=functions, use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    for key, variables in ENGLISH.items():
        values = {name: count if name in COUNTED else f"<{name}>" for name in variables}
        pattern = bundle.get_message(key).value
        assert pattern is not None, key
        said, mistakes = bundle.format_pattern(pattern, values)
        assert mistakes == [], key
        assert str(said).strip(), key
        assert "{" not in str(said), key


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.place} {use.pattern}")
def test_used_key_exists(use: Use) -> None:
    """A key that the code uses has a sentence, and the sentence uses what the code puts in."""
    meant = [key for key in ENGLISH if re.fullmatch(use.pattern, key)]
    assert meant, use.place
    if use.variables is not None:
        assert {key: ENGLISH[key] for key in meant if ENGLISH[key] != set(use.variables)} == {}


def test_no_key_is_left_over() -> None:
    """A sentence that nobody says is taken out."""
    patterns = [use.pattern for use in USES]
    assert [k for k in ENGLISH if not AHEAD.fullmatch(k) and not any(re.fullmatch(p, k) for p in patterns)] == []


def test_every_value_has_words() -> None:
    """Each topic, severity, direction, command and option can be said."""
    needed = {f"{start}-{topic}" for topic in Topic for start in ("topic", "about")}
    needed |= {f"severity-{severity}" for severity in Severity}
    needed |= {f"change-ai_training-{direction}" for direction in Direction}
    needed |= {f"command-{verb}" for verb in VERBS} | {f"option-{option}" for option in OPTIONS}
    assert needed - set(ENGLISH) == set()


def test_every_option_that_may_not_fit_has_a_name() -> None:
    """What was wrong is named by its option, in words; whom critical changes call has a sentence of its own."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "ask").glob("*.py")]
    refused = {name for text in texts for name in re.findall(r'(?:BadOption|_known|_one)\("(\w+)"', text)}
    assert {"topics", "cadence", "locale", "days"} <= refused
    assert {f"named-{name}" for name in refused - {"call"}} - set(ENGLISH) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_that_chats_limit(path: Path, languages: Languages) -> None:
    """What Discord shows of a command or an option is at most 100 characters, and a topic's name holds no comma."""
    language = languages.of(ChatName.DISCORD).best(path.stem)
    for key in filter(AHEAD.fullmatch, ENGLISH):
        assert 0 < len(language.say(key)) <= 100, key
    for topic in Topic:
        assert "," not in language.say(f"topic-{topic}"), topic


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_language_sets_its_marks(path: Path) -> None:
    """Sentences are pointed and quoted as their language does it, and not as English does."""
    text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    pattern = FOREIGN.get(path.stem)
    assert not pattern or re.findall(f".*(?:{pattern}).*", text, re.MULTILINE) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_chat_in_its_own_words(path: Path, languages: Languages) -> None:
    """No sentence tells Discord's people of a workspace, or Slack's of a server, where it is said in both."""
    said = {
        chat: languages.of(chat).best(path.stem).say("erased-headline") for chat in (ChatName.DISCORD, ChatName.SLACK)
    }
    assert said[ChatName.DISCORD] != said[ChatName.SLACK]
    for key in (key for key in ENGLISH if key.startswith(("privacy-", "erase", "welcome-"))):
        assert "Workspace" not in languages.of(ChatName.DISCORD).best("de").say(key)
        assert "Server" not in languages.of(ChatName.SLACK).best("de").say(key)


@pytest.mark.parametrize(
    "path", [*FILES, *sorted((ROOT / "config" / "platforms").glob("*.yaml"))], ids=lambda path: path.stem
)
def test_nothing_is_promised(path: Path) -> None:
    """No text says that anything protects anyone or is safe: opting out is a request."""
    text = path.read_text(encoding="utf-8")
    assert PROMISES.findall(text) == []


def test_catalogue_quotes_nobody() -> None:
    """Quotation marks in the catalogue hold names and labels; a sentence of a platform is quoted from its page."""
    for path in (ROOT / "config" / "platforms").glob("*.yaml"):
        platform = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        told = [platform["ai_training"].get("scope", ""), platform["opt_out"].get("caveats", "")]
        assert [words for text in told for words in re.findall(r'"([^"]+)"', text) if len(words.split()) > 5] == []
