"""The catalogue's files: `platforms/*.yaml` and `feeds.yaml` to a `Catalogue`, and platform files out of others'.

The files are read as editors read YAML 1.2, where `yes` and `no` are words; a date stays the text that was written.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.errors import ConfigurationError, Mistake
from bot.model.mistake import did_you_mean, explain
from bot.model.platform import Catalogue, Feed, Platform, squeeze
from bot.read.topics import Rules

SCHEMA_LINE = "# yaml-language-server: $schema=../schema/platform.json"
"""First line of a platform file: by it, editors complete and check what follows."""

_DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE = "put the text in quotes where it holds `: ` or ` #`, and indent with spaces"
_SHORT = {
    "Terms of Service": "terms",
    "Privacy Policy": "privacy",
    "Community Guidelines": "guidelines",
    "Developer Terms": "developers",
    "Content Monetisation Policy": "monetisation",
    "Copyright Claims Policy": "copyright",
    "Trackers Policy": "cookies",
}

_Loc = Sequence[int | str]
_Checked = TypeVar("_Checked")


@dataclass(frozen=True, slots=True)
class _File:
    """A YAML file as data, with the line of everything in it."""

    path: Path
    root: yaml.Node | None
    data: Any

    def place(self, loc: _Loc = ()) -> str:
        """`path:line` of the key or item at `loc`, or of the innermost one around it."""
        node, line = self.root, 0
        for part in loc:
            inner = _child(node, part)
            if inner is None:
                break
            line, node = inner
        return f"{self.path}:{line + 1}"


def load(folder: Path) -> Catalogue:
    """The catalogue in a configuration folder.

    Raises `ConfigurationError` with every mistake of every file, each with its file and line.
    """
    mistakes: list[Mistake] = []
    platforms = [
        (file, platform)
        for file in _files(folder / "platforms", mistakes)
        if (platform := _checked(file, Platform, Platform.model_validate, mistakes))
    ]
    feeds: list[Feed] = []
    if (path := folder / "feeds.yaml").is_file() and (file := _read(path, mistakes)):
        feeds = _checked(file, Feed, TypeAdapter(list[Feed]).validate_python, mistakes) or []
        mistakes += _feed_clashes(file, feeds, [platform for _, platform in platforms])
    mistakes += _name_clashes(platforms)
    if mistakes:
        raise ConfigurationError(_in_order(mistakes))
    return Catalogue((platform for _, platform in platforms), feeds)


def load_rules(folder: Path) -> Rules:
    """The rules of reading in a configuration folder: `topics.yaml`, and `languages/` where it has them.

    Raises `ConfigurationError`.
    """
    path, mistakes = folder / "topics.yaml", list[Mistake]()
    if not path.is_file():
        raise ConfigurationError([Mistake(str(path), "is missing", "copy the one that ships with the program")])
    if _read(path, mistakes) is None or mistakes:
        raise ConfigurationError(mistakes)
    files = [file for p in sorted((folder / "languages").glob("*.yaml")) if (file := _read(p, mistakes))]
    if mistakes:
        raise ConfigurationError(mistakes)
    languages = {file.path.stem: yaml.load(file.path.read_text("utf-8"), _LOADER) for file in files}  # noqa: S506
    return Rules.parse(yaml.load(path.read_text("utf-8"), _LOADER), str(path), languages)  # noqa: S506 — a safe loader


def schema() -> dict[str, Any]:
    """The JSON Schema of a platform file, which stands in `config/schema/platform.json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Platform.model_json_schema()}


def import_file(path: Path, collection: str) -> str:
    """What `import_ota` makes of a file. Raises `ConfigurationError`, also where it cannot be read."""
    try:
        return import_ota(json.loads(path.read_text("utf-8")), collection)
    except OSError as error:
        raise ConfigurationError([Mistake(str(path), f"cannot be read: {error.strerror}", "a .json file")]) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ConfigurationError([Mistake(str(path), f"not a declaration: {error}", "a .json file")]) from error


def import_ota(declaration: Mapping[str, Any], collection: str) -> str:
    """A platform file made from an Open Terms Archive declaration, for a person to complete.

    `declaration` is the file's JSON: `name`, and under `terms` (earlier: `documents`) for each type what to `fetch`,
    `select` and `remove`. `collection` names the archive (`contrib-versions`), whose record becomes the last source.
    Of a type that combines several pages, the first is taken. Raises `ConfigurationError` where nothing can be made.
    """
    name = str(declaration.get("name", ""))
    types = declaration.get("terms") or declaration.get("documents") or {}
    documents = [_document(name, kind, terms, collection) for kind, terms in types.items() if _first_page(terms)]
    if not name or not documents:
        problem = "no Open Terms Archive declaration: it needs `name` and, under `terms`, a type with `fetch`"
        raise ConfigurationError([Mistake(name or "declaration", problem)])
    address = urlsplit(documents[0]["url"])
    platform = {
        "id": re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-"),
        "name": name,
        "categories": ["other"],
        "homepage": f"{address.scheme}://{address.netloc}",
        "documents": documents,
    }
    try:
        Platform.model_validate(platform)
    except ValidationError as invalid:
        raise ConfigurationError([Mistake(name, *explain(error, Platform)) for error in invalid.errors()]) from invalid
    return f"{SCHEMA_LINE}\n{yaml.safe_dump(platform, sort_keys=False, allow_unicode=True, width=110)}"


# --- reading ----------------------------------------------------------------------------------------------------------


def _files(folder: Path, mistakes: list[Mistake]) -> Iterator[_File]:
    paths = sorted(folder.glob("*.y*ml"))
    if not paths:
        remedy = "set CLAUSEBELL_CONFIG to a folder that holds `platforms/`"
        mistakes.append(Mistake(str(folder), "no platform files", remedy))
    for path in paths:
        if path.suffix == ".yml":
            mistakes.append(Mistake(str(path), "would not be read", f"rename it to {path.stem}.yaml"))
        elif file := _read(path, mistakes):
            yield file


def _read(path: Path, mistakes: list[Mistake]) -> _File | None:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
        file = _File(path, root, _value(root) if root else None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes.append(Mistake(f"{path}:{mark.line + 1 if mark else 1}", f"not YAML: {error.problem}", _QUOTE))
    except OSError as error:
        mistakes.append(
            Mistake(str(path), f"cannot be read: {error.strerror}", "let this user read it, or move it away")
        )
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mistakes.append(Mistake(f"{path}:1", f"not text: {error}", "save it as UTF-8"))
    else:
        mistakes += _doubled_keys(file)
        return file
    return None


def _value(node: yaml.Node, depth: int = 0) -> Any:
    """The data of a node: text, except for null, true and false where they stand without quotes."""
    if depth > _DEEPEST:
        raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=node.start_mark)
    match node:
        case yaml.MappingNode():
            return {str(key.value): _value(value, depth + 1) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item, depth + 1) for item in node.value]
    plain = not node.style  # type: ignore[attr-defined] # (a scalar, the only kind left)
    words = {"": None, "~": None, "null": None, "true": True, "false": False}
    return words.get(node.value, node.value) if plain else node.value


def _child(node: yaml.Node | None, part: int | str) -> tuple[int, yaml.Node] | None:
    match node:
        case yaml.MappingNode():
            return next(((key.start_mark.line, value) for key, value in node.value if key.value == part), None)
        case yaml.SequenceNode() if isinstance(part, int) and part < len(node.value):
            return node.value[part].start_mark.line, node.value[part]
    return None


def _doubled_keys(file: _File) -> Iterator[Mistake]:
    nodes = [file.root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    place = f"{file.path}:{key.start_mark.line + 1}"
                    yield Mistake(place, f"`{key.value}` stands here a second time", "keep one of the two")
                seen.add(key.value)
                nodes.append(value)
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value


# --- checking ---------------------------------------------------------------------------------------------------------


def _checked(
    file: _File, model: type[BaseModel], check: Callable[[Any], _Checked], mistakes: list[Mistake]
) -> _Checked | None:
    if file.data is None:
        mistakes.append(Mistake(file.place(), "the file is empty", "see config/schema/platform.json for what it holds"))
        return None
    try:
        return check(file.data)
    except ValidationError as invalid:
        mistakes += [Mistake(file.place(error["loc"]), *explain(error, model)) for error in invalid.errors()]
        return None


def _name_clashes(platforms: Sequence[tuple[_File, Platform]]) -> Iterator[Mistake]:
    """Ids that are not the file's name, and names that lead to two platforms."""
    taken: dict[str, tuple[str, str]] = {}
    for file, platform in platforms:
        if platform.id != file.path.stem:
            remedy = f"write `id: {file.path.stem}`, or rename the file to {platform.id}.yaml"
            yield Mistake(file.place(["id"]), f"`{platform.id}` is not the file's name", remedy)
        names: list[tuple[_Loc, str]] = [(["id"], platform.id), (["name"], platform.name)]
        names += [(["aliases", number], alias) for number, alias in enumerate(platform.aliases)]
        for loc, name in names:
            owner, place = taken.setdefault(squeeze(name), (platform.id, file.place(loc)))
            if owner != platform.id:
                yield Mistake(file.place(loc), f"`{name}` already leads to {owner} ({place})", "keep it in one file")


def _feed_clashes(file: _File, feeds: Sequence[Feed], platforms: Sequence[Platform]) -> Iterator[Mistake]:
    ids = {platform.id for platform in platforms}
    addresses = {url: f"feeds of {platform.id}" for platform in platforms for url in platform.feeds}
    taken: dict[str, int] = {}
    for number, feed in enumerate(feeds):
        if feed.id in taken or feed.id in ids:
            yield Mistake(file.place([number, "id"]), f"`{feed.id}` is taken", "choose another id")
        taken[feed.id] = number
        if feed.url in addresses:
            problem = f"this address stands in {addresses[feed.url]} as well"
            yield Mistake(file.place([number, "url"]), problem, "keep it in one place")
        addresses[feed.url] = f"feed {feed.id}"
        if feed.platform is not None and feed.platform not in ids:
            remedy = did_you_mean(feed.platform, ids)
            yield Mistake(file.place([number, "platform"]), f"no platform `{feed.platform}`", remedy)


def _in_order(mistakes: Sequence[Mistake]) -> list[Mistake]:
    """By file, then by line."""

    def where(mistake: Mistake) -> tuple[str, int]:
        path, _, line = mistake.place.rpartition(":")
        return (path, int(line)) if line.isdigit() else (mistake.place, 0)

    return sorted(mistakes, key=where)


# --- importing --------------------------------------------------------------------------------------------------------


def _first_page(terms: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a type says of its (first) page; empty where it fetches nothing."""
    page = {**terms, **next(iter(terms.get("combine", [])), {})}
    return page if page.get("fetch") else {}


def _document(service: str, kind: str, terms: Mapping[str, Any], collection: str) -> dict[str, Any]:
    page = _first_page(terms)
    way = "browser" if page.get("executeClientScripts") else "page"
    selectors = {key: chosen for key in ("select", "remove") if (chosen := _selectors(page.get(key)))}
    return {
        "id": _SHORT.get(kind) or re.sub(r"[^a-z0-9]+", "-", kind.casefold()).strip("-"),
        "type": kind,
        "url": page["fetch"],
        "sources": [{way: selectors}, {"archive": f"{collection}/{service}/{kind}"}],
    }


def _selectors(written: Any) -> list[str]:
    """CSS selectors only: a range (`startBefore` … `endAfter`) has no counterpart, and the main content is taken."""
    chosen = written if isinstance(written, list) else [written] if written else []
    return chosen if all(isinstance(one, str) for one in chosen) else []
