"""Descriptions of commands in every language that we speak, as Discord shows them by a person's own setting.

Names of commands and options stay English: what a guide or a neighbour says to type then holds for everyone.
"""

from discord import Locale, app_commands

from bot.chat.discord.markup import shorten
from bot.wording.language import FALLBACK, Language, Languages

CHOICE = 100
"""Characters of a description or a choice (application command limits)."""

_KEY = "key"


def worded(key: str, language: Language) -> app_commands.locale_str:
    """The words of a key, which `Wording` can say in other languages."""
    return app_commands.locale_str(shorten(language.say(key), CHOICE), **{_KEY: key})


class Wording(app_commands.Translator):
    """Says in other languages what `worded` said; discord.py asks it for each locale of Discord's."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self, string: app_commands.locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The words in the language of the locale; nothing where that is the one they are in, or for a name."""
        del context
        key, language = string.extras.get(_KEY), self._languages.best(locale.value)
        return None if key is None or language.code == FALLBACK else shorten(language.say(key), CHOICE)
