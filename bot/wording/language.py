"""The languages that Clausebell speaks: one Fluent file each in `locales/`, with English behind every other.

A term asks `CHAT()` where chats name a thing differently: what is a server in Discord is a workspace in Slack.
Quotes, titles of news and texts of the catalogue are not translated; they are handed through as they are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_date
from fluent.syntax.ast import Resource

from bot.model.message import Dated, Fact, Facts, Moment
from bot.model.subscription import ChatName

LOCALES = Path(__file__).parent / "locales"
FALLBACK = "en"

_CONVENTIONS = {"en": "en-GB"}
"""Where a language is at home in several countries: the one whose dates we write ("12 February 2024")."""

_ASKED = re.compile(r"(?P<tag>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?:\s*;\s*q=(?P<q>[01](?:\.\d{0,3})?))?")
"""A language that a browser asks for, with its weight."""
_MOMENT = re.compile("\x02(\\d+)\x03")
"""Where a moment goes in a sentence, by its number, while that is put together."""
_SIGNS = str.maketrans("", "", "\x02\x03")

Value = str | int | float | date


class Language:
    """Says things in one language. `code` is its BCP 47 tag."""

    def __init__(self, code: str, bundles: Iterable[FluentBundle]) -> None:
        self.code = code
        self._bundles = tuple(bundles)

    def say(self, key: str, **values: Value) -> str:
        """The sentence of this key, with values put in; days are written out, of moments those in UTC (`Dated`).

        Never raises: a key that this language lacks is said in English, one that nobody knows is its own sentence.
        """
        moments = [value for value in values.values() if isinstance(value, datetime)]
        written = {name: _put(value, moments) for name, value in values.items()}
        for bundle in self._bundles:
            message = bundle.get_message(key) if bundle.has_message(key) else None
            if message and message.value:
                said = str(bundle.format_pattern(message.value, written)[0])
                return self._dated(said, moments) if moments else said
        return key

    def day(self, day: date | str) -> str:
        """A day written out: "12 February 2024"; of text such as `2024-02`, which names no day, "February 2024".

        That of a moment in UTC (`Dated`).
        """
        if isinstance(day, datetime):
            return self.say("day", day=day)
        if isinstance(day, date):
            written = self.say("day", day=day)
            return written.replace("1", self.say("first-day"), 1) if day.day == 1 else written
        year, month, *rest = day.split("-")
        return self.day(date.fromisoformat(day)) if rest else self.say("month", year=year, month=int(month))

    def _dated(self, said: str, moments: Sequence[datetime]) -> Dated:
        """The sentence with the moments in their places: every second piece is the number of one."""
        pieces = _MOMENT.split(said)
        days = [Moment(moments[int(n)], self.day(moments[int(n)].astimezone(UTC).date())) for n in pieces[1::2]]
        texts: list[str | Moment] = [*pieces]
        texts[1::2] = days
        return Dated([piece for piece in texts if piece])

    def document(self, kind: str) -> str:
        """The type of a document ("Terms of Service") as this language calls it, or as it is where we know no word."""
        said = self.say(f"document-{kind.casefold().replace(' ', '_')}")
        return kind if said.startswith("document-") else said

    def category(self, name: str) -> str:
        """A category of platforms as this language calls it, or as the catalogue does where we know no word."""
        said = self.say(f"category-{name}")
        return name if said.startswith("category-") else said

    def titled(self, platform: str, kind: str) -> str:
        """A document of this type by its platform's name: "SoundCloud · Terms of Service"."""
        return f"{platform} · {self.document(kind)}"

    def facts(self, facts: Iterable[Fact]) -> Facts:
        """Labelled values with the language's colon between them: "Importance : majeure"."""
        return Facts(tuple(facts), self.say("colon"))

    def all_of(self, names: Iterable[str]) -> str:
        """Names in a row: "SoundCloud, X and YouTube"."""
        *first, last = [*names] or [""]
        return self.say("all-of", first=self.say("comma").join(first), last=last) if first else last


def _put(value: Value, moments: Sequence[datetime]) -> Any:
    """A value as Fluent takes it; where moments go into the same sentence, nothing else may look like their places."""
    if isinstance(value, datetime):
        return f"\x02{moments.index(value)}\x03"
    if isinstance(value, date):
        return fluent_date(value, dateStyle="long")
    return value.translate(_SIGNS) if moments and isinstance(value, str) else value


NO_CHATS: Mapping[ChatName, "Languages"] = {}


class Languages:
    """All languages that there are files of; `chats` are the same in the words of each chat."""

    def __init__(self, languages: Mapping[str, Language], chats: Mapping[ChatName, "Languages"] = NO_CHATS) -> None:
        self._languages = {code.casefold(): language for code, language in languages.items()}
        self._chats = chats

    def __iter__(self) -> Iterator[Language]:
        return iter(self._languages.values())

    def of(self, chat: ChatName) -> "Languages":
        """The same, with the chat's own words for its things."""
        return self._chats.get(chat, self)

    def best(self, locale: str) -> Language:
        """The language nearest to a locale as chats name them.

        `de-AT` is said in `de`, `pt-PT` in the `pt-BR` that we have, what we lack in English.
        """
        tag = locale.replace("_", "-").casefold()
        while tag not in self._languages and "-" in tag:
            tag = tag.rpartition("-")[0]
        kin = (language for code, language in self._languages.items() if code.partition("-")[0] == tag)
        return self._languages.get(tag) or next(kin, self._languages[FALLBACK])

    def accepted(self, header: str) -> Language:
        """The first that we speak of the languages in an `Accept-Language` header (RFC 9110 §12.5.4), else English."""
        asked = (_ASKED.fullmatch(part.strip()) for part in header.split(","))
        wanted = [(float(one["q"] or 1), one["tag"]) for one in asked if one]
        spoken = {language.code.partition("-")[0].casefold() for language in self}
        tags = (tag for q, tag in sorted(wanted, key=lambda pair: -pair[0]) if q)
        return self.best(next((tag for tag in tags if tag.partition("-")[0].casefold() in spoken), FALLBACK))


def load_languages(folder: Path = LOCALES) -> Languages:
    """Every language of a folder of Fluent files, each named by its tag (`de.ftl`, `pt-BR.ftl`)."""
    files = {path.stem: FluentResource(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.ftl"))}
    chats = {chat: Languages(_spoken(files, chat)) for chat in ChatName}
    return Languages(_spoken(files, ChatName.CONSOLE), chats)


def _spoken(files: Mapping[str, Resource], chat: ChatName) -> dict[str, Language]:
    """Each language as it is spoken in a chat."""
    bundles = {code: _bundle(code, file, chat) for code, file in files.items()}
    english = bundles[FALLBACK]
    return {code: Language(code, dict.fromkeys((bundle, english))) for code, bundle in bundles.items()}


def _bundle(code: str, file: Resource, chat: ChatName) -> FluentBundle:
    functions: dict[str, Any] = {"CHAT": lambda: str(chat)}
    bundle = FluentBundle([_CONVENTIONS.get(code, code)], functions=functions, use_isolating=False)
    bundle.add_resource(file)
    return bundle
