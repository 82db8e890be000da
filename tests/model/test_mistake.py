"""Mistakes of a configuration, said so that a person can mend them."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from bot.model.mistake import did_you_mean, explain
from bot.model.platform import Platform

GOOD: Mapping[str, Any] = {
    "id": "tunegarden",
    "name": "Tunegarden",
    "categories": ["music"],
    "homepage": "https://tunegarden.example",
    "documents": [{"id": "terms", "type": "Terms of Service", "url": "https://tunegarden.example/terms"}],
}
STANCE = {"own_models": "allowed", "basis": "terms", "as_of": "2026-08-22"}


def told(data: Mapping[str, Any]) -> tuple[str, str]:
    """Problem and remedy of the only mistake in `data`."""
    with pytest.raises(ValidationError) as caught:
        Platform.model_validate({**GOOD, **data})
    [error] = caught.value.errors()
    return explain(error, Platform)


def test_unknown_key() -> None:
    """An unknown key is answered with the known one that comes near."""
    assert told({"hompage": "x"}) == ("unknown key `hompage`", "did you mean `homepage`?")


def test_unknown_key_deep_inside() -> None:
    """The keys offered are those of the place where the unknown one stands."""
    documents = [{**GOOD["documents"][0], "sources": [{"page": {"selct": "main"}}]}]
    assert told({"documents": documents}) == ("unknown key `selct`", "did you mean `select`?")


def test_unknown_key_like_nothing() -> None:
    """Where nothing comes near, all keys are named."""
    problem, remedy = told({"ai_training": {**STANCE, "zzz": 1}})
    assert problem == "unknown key `zzz`"
    assert remedy.startswith("take one of: own_models, licensed_to_others")


def test_missing_key() -> None:
    """A missing key is answered with what it is for."""
    assert told({"ai_training": {"own_models": "allowed", "as_of": "2026-08"}}) == (
        "`basis` is missing",
        "`basis`: Where it says so.",
    )


def test_word_not_taken() -> None:
    """A word that is not taken is answered with the one that comes near."""
    assert told({"ai_training": {**STANCE, "own_models": "optout"}}) == (
        "`own_models` cannot be 'optout'",
        "did you mean `opt_out`?",
    )


def test_word_like_nothing() -> None:
    """Where no word comes near, all are named."""
    assert told({"ai_training": {**STANCE, "basis": "xyz"}})[1] == (
        "take one of: terms, privacy_policy, help_page, statement"
    )


def test_value_is_not_repeated() -> None:
    """A refused value is described, never shown: it may be a secret."""
    problem, remedy = told({"homepage": "https://me:hunter2@tunegarden.example"})
    assert "must be an http(s) address" in problem
    assert "hunter2" not in problem + remedy


def test_did_you_mean_needs_likeness() -> None:
    """Nothing is offered that does not come near."""
    assert did_you_mean("soundcluod", ["soundcloud", "bandcamp"]) == "did you mean `soundcloud`?"
    assert did_you_mean("etsy", ["soundcloud", "bandcamp"]) == ""
