"""What pydantic found wrong with a configuration, as a problem and a remedy that a person can use."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

_NEAR = 60.0  # least rapidfuzz ratio for "did you mean": a letter or two wrong in a word of five


def explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Problem and remedy of one validation error of `model` (list indices in its `loc` are looked through).

    Values are named only where they were to be one of a few words, so that no secret is shown.
    """
    *above, key = error["loc"] or ("",)
    fields = _fields(model, above)
    match error["type"]:
        case "extra_forbidden":
            return f"unknown key `{key}`", did_you_mean(str(key), fields) or f"take one of: {', '.join(fields)}"
        case "missing":
            return f"`{key}` is missing", _meaning(key, fields)
        case "literal_error" | "enum":
            choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
            problem = f"`{key}` cannot be {error['input']!r}"
            return problem, did_you_mean(str(error["input"]), choices) or f"take one of: {', '.join(choices)}"
        case "value_error":
            return f"{_name(error['loc'])}{error['ctx']['error']}", _meaning(key, fields)
        case _:
            return f"{_name(error['loc'])}{error['msg'][:1].lower()}{error['msg'][1:]}", _meaning(key, fields)


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """A remedy that offers the known word nearest to what was typed; empty where none comes near."""
    hit = process.extractOne(typed.lower(), list(known), processor=str.lower, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"did you mean `{hit[0]}`?" if hit else ""


def _name(loc: Sequence[int | str]) -> str:
    words = [str(part) for part in loc if isinstance(part, str)]
    return f"`{words[-1]}`: " if words else ""


def _meaning(key: int | str, fields: Mapping[str, FieldInfo]) -> str:
    named = {**fields, **{str(field.validation_alias): field for field in fields.values()}}
    description = named[str(key)].description if str(key) in named else None
    return f"`{key}`: {description}" if description else ""


def _fields(model: type[BaseModel], above: Sequence[int | str]) -> Mapping[str, FieldInfo]:
    """The fields of the model that stands at this place inside `model`; none where there is no model."""
    for part in above:
        if isinstance(part, str):
            inner = _models(model.model_fields[part].annotation) if part in model.model_fields else []
            if not inner:
                return {}
            model = inner[0]
    return model.model_fields


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]
