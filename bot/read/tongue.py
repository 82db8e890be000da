"""Which language a text is written in: told by its commonest words, and only where these leave a doubt by a model."""

import re
from collections import Counter
from functools import lru_cache

from bot.model.version import words_of

# Words that stand in every text of a language, and in few of its neighbours.
_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of to and that for is are with our your you we this or as be by not may will it on if any",
        "de": "der die das und ist sind nicht mit für von wir sie dich deine ihre ihr den dem ein eine oder auf zu",
        "fr": "les des et est vous nous votre vos nos pour dans une sur avec pas qui ou être aux ces cette du leur l d",
        "es": "el los las y por con para una su tu tus sus del al usted puede más que no te nos es nuestro nuestra",
        "pt": "os as um uma você com não são ao dos das da do em é que para por seu sua seus suas nossa nosso pelo",
        "it": "il gli di della dei delle e per che nel alla sono non tuo tua nostro nostri questo questa i è",
        "nl": "het een zijn voor niet wordt worden deze naar ons onze je jouw uw bij wij hebben kunnen kan aan u of",
    }.items()
}
_SURE = 0.12  # share of the words from which the commonest of a language tell it
_ALONE = 3  # times as many of them as of the next language
_LEAST = 400  # characters from which a text in ASCII is more than names
_HIRAGANA = re.compile("[ぁ-ゟ]")
_KANA = 0.1  # share of hiragana from which a text is Japanese: nothing else is written in it


@lru_cache(maxsize=64)
def tongue(text: str) -> str:
    """ISO 639-1 code of the language of some sentences: of some hundred characters, or it may be any.

    Empty where a few words, all in ASCII, have none of a language's commonest ones: names and places tell none.
    The model (py3langid) knows many more languages and takes 90 MB, so that it is loaded only for a text in doubt.
    """
    names = text.isascii() and len(text) < _LEAST
    return _by_common_words(text) or ("" if names else _by_model(text))


def _by_common_words(text: str) -> str:
    """The language whose commonest words are many in the text and those of all others few; empty where none is."""
    if len(_HIRAGANA.findall(text)) > _KANA * len(text):
        return "ja"
    words = Counter(words_of(text))
    found = {language: sum(words[word] for word in common.intersection(words)) for language, common in _COMMON.items()}
    first, second, *_ = sorted(found, key=lambda language: -found[language])
    return first if found[first] > max(_SURE * words.total(), _ALONE * found[second]) else ""


def _by_model(text: str) -> str:
    import py3langid  # noqa: PLC0415 - with its arithmetic it is a third of what the process would need

    return str(py3langid.classify(text)[0])
