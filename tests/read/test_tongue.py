"""The language of a text, by its commonest words or by a model."""

import subprocess
import sys

import pytest

from bot.read.tongue import tongue

COMMON = {
    "en": "You keep the rights in your songs, and we may show them to the people that listen to our radio.",
    "de": "Die Rechte an deinen Liedern bleiben bei dir, und wir zeigen sie den Leuten, die das Radio hören.",
    "fr": "Vous gardez les droits sur vos chansons, et nous pouvons les montrer dans notre journal avec une image.",
    "es": "Conservas los derechos sobre tus canciones, y las mostramos en el diario con una foto para los oyentes.",
    "pt": "Você mantém os direitos das suas músicas, e o jornal as mostra com uma foto para os ouvintes do rádio.",
    "it": "I diritti sulle canzoni sono tuoi, e il giornale le mostra con una foto per gli ascoltatori della radio.",
    "nl": "Je houdt het recht op je liedjes, en wij tonen deze met een foto aan de luisteraars van onze zender.",
    "ja": "あなたの歌の権利はあなたのものです。私たちはそれをラジオを聴く人たちに見せることができます。",
}
OTHERS = {
    "ca": "Tens tots els drets sobre les teves cançons, i els mostrem amb una foto a qui escolta la nostra ràdio.",
    "sv": "Du behåller rättigheterna till dina låtar, och vi visar dem för alla som lyssnar på vår radio.",
    "pl": "Zachowujesz prawa do swoich piosenek, a my pokazujemy je ludziom, którzy słuchają naszego radia.",
    "ru": "Вы сохраняете права на свои песни, а мы показываем их людям, которые слушают наше радио.",
}
MODEL_FREE = (
    "import sys; from bot.read.tongue import tongue; [tongue(t) for t in sys.argv[1:]]; print('numpy' in sys.modules)"
)


@pytest.mark.parametrize(("code", "text"), [*COMMON.items(), *OTHERS.items()])
def test_language_of_a_text(code: str, text: str) -> None:
    """A text is in its own language, not in a neighbour of it."""
    assert tongue(text) == code


def test_names_alone_are_in_no_language() -> None:
    """A few names and places have none of a language's commonest words, and are not guessed at."""
    assert not tongue("Umbra Operations Philippines | Philippines. Castor managed solutions, Umbra Teams Ltd")


@pytest.mark.parametrize(("texts", "loaded"), [(COMMON, "False"), (OTHERS, "True")])
def test_model_is_loaded_only_for_doubts(texts: dict[str, str], loaded: str) -> None:
    """Texts in the commonest languages are told without the model, which takes much memory."""
    command = [sys.executable, "-c", MODEL_FREE, *texts.values()]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == loaded
