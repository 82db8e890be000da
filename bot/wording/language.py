"""The languages that Clausebell speaks: one Fluent file each in `locales/`, with English behind every other.

Quotes, titles of news and texts of the catalogue are not translated; they are handed through as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_date

LOCALES = Path(__file__).parent / "locales"
FALLBACK = "en"

_CONVENTIONS = {"en": "en-GB"}
"""Where a language is at home in several countries: the one whose dates we write ("12 February 2024")."""

Value = str | int | float | date


class Language:
    """Says things in one language. `code` is its BCP 47 tag."""

    def __init__(self, code: str, bundles: Sequence[FluentBundle]) -> None:
        self.code = code
        self._bundles = tuple(bundles)

    def say(self, key: str, **values: Value) -> str:
        """The sentence of this key, with values put in; dates are written out.

        Never raises: a key that this language lacks is said in English, one that nobody knows is its own sentence.
        """
        written = {name: fluent_date(v, dateStyle="long") if isinstance(v, date) else v for name, v in values.items()}
        for bundle in self._bundles:
            message = bundle.get_message(key) if bundle.has_message(key) else None
            if message and message.value:
                return str(bundle.format_pattern(message.value, written)[0])
        return key

    def day(self, day: date | str) -> str:
        """A day written out: "12 February 2024"; of text such as `2024-02`, which names no day, "February 2024"."""
        if isinstance(day, datetime):
            day = day.date()
        if isinstance(day, date):
            return self.say("day", day=day)
        year, month, *rest = day.split("-")
        return self.day(date.fromisoformat(day)) if rest else self.say("month", year=year, month=int(month))

    def all_of(self, names: Iterable[str]) -> str:
        """Names in a row: "SoundCloud, X and YouTube"."""
        *first, last = [*names] or [""]
        return self.say("all-of", first=self.say("comma").join(first), last=last) if first else last


class Languages:
    """All languages that there are files of."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = {code.casefold(): language for code, language in languages.items()}

    def __iter__(self) -> Iterator[Language]:
        return iter(self._languages.values())

    def best(self, locale: str) -> Language:
        """The language nearest to a locale as chats name them.

        `de-AT` is said in `de`, `pt-PT` in the `pt-BR` that we have, what we lack in English.
        """
        tag = locale.replace("_", "-").casefold()
        while tag not in self._languages and "-" in tag:
            tag = tag.rpartition("-")[0]
        kin = (language for code, language in self._languages.items() if code.partition("-")[0] == tag)
        return self._languages.get(tag) or next(kin, self._languages[FALLBACK])


def load_languages(folder: Path = LOCALES) -> Languages:
    """Every language of a folder of Fluent files, each named by its tag (`de.ftl`, `pt-BR.ftl`)."""
    bundles = {path.stem: _bundle(path) for path in sorted(folder.glob("*.ftl"))}
    english = bundles[FALLBACK]
    return Languages(
        {code: Language(code, [bundle] if bundle is english else [bundle, english]) for code, bundle in bundles.items()}
    )


def _bundle(path: Path) -> FluentBundle:
    bundle = FluentBundle([_CONVENTIONS.get(path.stem, path.stem)], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
