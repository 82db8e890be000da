"""What Discord refuses: the limits of its documentation, and the error codes it answers with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = dict[str, Any]

CROSSPOSTED, EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 0, 1 << 6, 1 << 7, 1 << 15
SUBCOMMAND, GROUP = 1, 2
ROW, BUTTON, SELECT, TEXT_DISPLAY, LINK, PREMIUM = 1, 2, 3, 10, 5, 6
CUSTOM_ID = 100
PICKERS = frozenset({SELECT, 5, 6, 7, 8})
"""Menus: of strings, people, roles, both, channels."""
ERRORS = {
    10003: "Unknown Channel",
    10004: "Unknown Guild",
    10007: "Unknown Member",
    10008: "Unknown Message",
    10015: "Unknown Webhook",
    10062: "Unknown interaction",
    10063: "Unknown application command",
    40060: "Interaction has already been acknowledged.",
    50001: "Missing Access",
    50006: "Cannot send an empty message",
    50007: "Cannot send messages to this user",
    50013: "Missing Permissions",
    50024: "Cannot execute action on this channel type",
    50027: "Invalid Webhook Token",
    50035: "Invalid Form Body",
    160002: "Cannot reply without permission to read message history",
}
_EMBED_PARTS = ("title", "description", "fields", "image", "thumbnail", "footer", "author", "video")
LOCALES = frozenset({
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu",
    "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg",
    "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
})  # fmt: skip
"""Locales in which Discord takes words of commands (developer documentation, "Locales")."""
_NAME = r"[-_'\w]{1,32}"


class Refusal(Exception):
    """An answer of Discord that is not a success."""

    def __init__(self, status: int, code: int, detail: str = "") -> None:
        super().__init__(status, code, detail)
        self.status, self.code, self.detail = status, code, detail


def check_message(body: Json, *, edit: bool = False, files: int = 0) -> list[str]:
    """What is wrong with the body of a message; raises `Refusal` for an empty one."""
    embeds, parts, flags = body.get("embeds") or [], body.get("components") or [], body.get("flags") or 0
    bad = list(_long("content", body.get("content"), 2000))
    bad += _long("nonce", str(body.get("nonce") or ""), 25)
    bad += _embeds(embeds)
    bad += _components(parts)
    if flags & COMPONENTS_V2:
        if body.get("content") or embeds:
            bad.append("components v2: no content or embeds beside it")
        if sum(_count(c, "content") for c in walk(parts) if c["type"] == TEXT_DISPLAY) > 4000:
            bad.append("components v2: text over 4000 characters in all")
    elif any(c["type"] >= 9 for c in parts):
        bad.append("components v2 without the flag IS_COMPONENTS_V2")
    elif len(parts) > 5:
        bad.append("components: over 5 rows")
    filled = body.get("content") or embeds or parts or files or body.get("sticker_ids") or body.get("poll")
    if not edit and not filled:
        raise Refusal(400, 50006)
    return bad


def _embeds(embeds: Sequence[Json]) -> Iterator[str]:
    if len(embeds) > 10:
        yield "embeds: over 10"
    total = sum(
        _count(e, "title", "description")
        + _count(e.get("footer") or {}, "text")
        + _count(e.get("author") or {}, "name")
        + sum(_count(f, "name", "value") for f in e.get("fields") or [])
        for e in embeds
    )
    if total > 6000:
        yield f"embeds: {total} characters, over 6000 in all"
    for i, embed in enumerate(embeds):
        yield from (f"embeds[{i}].{problem}" for problem in _embed(embed))


def _embed(embed: Json) -> Iterator[str]:
    if not any(embed.get(part) for part in _EMBED_PARTS):
        yield "empty"
    footer, author, fields = embed.get("footer") or {}, embed.get("author") or {}, embed.get("fields") or []
    yield from _long("title", embed.get("title"), 256)
    yield from _long("description", embed.get("description"), 4096)
    yield from _long("footer.text", footer.get("text"), 2048)
    yield from _long("author.name", author.get("name"), 256)
    if len(fields) > 25:
        yield "fields: over 25"
    for j, field in enumerate(fields):
        if not field.get("name", "").strip() or not field.get("value", "").strip():
            yield f"fields[{j}]: empty name or value"
        yield from _long(f"fields[{j}].name", field.get("name"), 256)
        yield from _long(f"fields[{j}].value", field.get("value"), 1024)
    for url in [embed.get("url"), *((embed.get(k) or {}).get("url") for k in ("image", "thumbnail", "author"))]:
        if url and (not re.fullmatch(r"(https?|attachment)://\S+", url) or len(url) > 2048):
            yield f"not a URL: {url[:60]}"


def _components(parts: Sequence[Json]) -> Iterator[str]:
    flat = list(walk(parts))
    ids = [c["custom_id"] for c in flat if c.get("custom_id")]
    if len(flat) > 40:
        yield "components: over 40 in all"
    if len(ids) != len(set(ids)):
        yield "components: a custom_id occurs twice"
    for c in flat:
        yield from _long("custom_id", c.get("custom_id"), CUSTOM_ID)
        if c["type"] == BUTTON:
            yield from _button(c)
        if c["type"] == ROW and any(x["type"] != BUTTON for x in c["components"]) and len(c["components"]) > 1:
            yield "action row: a select stands alone"
        if c["type"] == ROW and not 1 <= len(c["components"]) <= 5:
            yield "action row: 1 to 5 buttons"
        if c["type"] == TEXT_DISPLAY and not (c.get("content") or "").strip():
            yield "text display: empty"
        if c["type"] in PICKERS:
            yield from _picker(c)
        if c["type"] == SELECT:
            yield from _select(c)


def _picker(menu: Json) -> Iterator[str]:
    least, most = menu.get("min_values", 1), menu.get("max_values", 1)
    if not 0 <= least <= 25 or not 1 <= most <= 25 or least > most:
        yield f"select: {least} to {most} values"
    if len(menu.get("default_values") or []) > most:
        yield "select: more chosen than can be"
    yield from _long("placeholder", menu.get("placeholder"), 150)


def _select(menu: Json) -> Iterator[str]:
    options = menu.get("options") or []
    if not 1 <= len(options) <= 25:
        yield "select: 1 to 25 options"
    if len({o["value"] for o in options}) != len(options):
        yield "select: an option value occurs twice"
    if menu.get("max_values", 1) > len(options) or sum(bool(o.get("default")) for o in options) > menu["max_values"]:
        yield "select: more values than options, or more chosen than can be"
    for option in options:
        if not 1 <= len(option["label"].strip()) <= 100 or not 1 <= len(option["value"]) <= 100:
            yield f"select option {option['label'][:40]!r}: 1 to 100 characters"


def check_modal(modal: Json) -> list[str]:
    """What is wrong with a form."""
    rows = modal.get("components") or []
    bad = [*_long("title", modal.get("title"), 45), *_long("custom_id", modal.get("custom_id"), 100)]
    if not modal.get("title") or not modal.get("custom_id") or not 1 <= len(rows) <= 5:
        bad.append("modal: a title, a custom_id, and 1 to 5 components")
    for row in rows:
        field = row.get("component") or row["components"][0]
        bad += _long("label", row.get("label") or field.get("label"), 45)
        bad += _long("custom_id", field.get("custom_id"), 100)
        bad += _long("placeholder", field.get("placeholder"), 100)
        if not 1 <= field.get("max_length", 4000) <= 4000:
            bad.append("text input: 1 to 4000 characters")
    return bad


def _button(button: Json) -> Iterator[str]:
    link = button.get("style") == LINK
    unmarked = button.get("style") != PREMIUM and link == bool(button.get("custom_id"))
    if link != bool(button.get("url")) or unmarked:
        yield "button: a link has a url and no custom_id, any other a custom_id and no url"
    if not button.get("label") and not button.get("emoji"):
        yield "button: neither label nor emoji"
    yield from _long("button label", button.get("label"), 80)


def walk(parts: Sequence[Json] | None) -> Iterator[Json]:
    """Every component, however deep."""
    for part in parts or []:
        yield part
        yield from walk(part.get("components"))
        yield from walk([part["accessory"]] if part.get("accessory") else [])


def check_commands(commands: Sequence[Json]) -> list[str]:
    """What is wrong with a set of commands."""
    bad = []
    for kind, most in ((1, 100), (2, 15), (3, 15)):
        names = [c["name"] for c in commands if c.get("type", 1) == kind]
        if len(names) > most or len(names) != len(set(names)):
            bad.append("too many commands, or a name twice")
    return bad + [problem for command in commands for problem in _command(command)]


def _command(command: Json) -> Iterator[str]:
    yield from _node(command)
    if sum(map(len, _texts(command))) > 8000:
        yield f"{command['name']}: over 8000 characters"


def _node(node: Json) -> Iterator[str]:
    name = node["name"]
    if node.get("type", 1) in (SUBCOMMAND, GROUP):
        yield from _named(f"command name {name!r}", name)
        if not 1 <= len(node.get("description") or "") <= 100:
            yield f"{name}: a description of 1 to 100 characters"
        yield from _localized(name, node)
    options, optional = node.get("options") or [], False
    if len(options) > 25:
        yield f"{name}: over 25 options"
    for option in options:
        if option["type"] in (SUBCOMMAND, GROUP):
            yield from _node(option)
            continue
        yield from _named(f"{name}: option name {option['name']!r}", option["name"])
        yield from _option(f"{name}.{option['name']}", option)
        if option.get("required") and optional:
            yield f"{name}: required option {option['name']} after an optional one"
        optional |= not option.get("required")


def _named(place: str, name: str) -> Iterator[str]:
    if not re.fullmatch(_NAME, name) or name != name.lower():
        yield place


def _option(place: str, option: Json) -> Iterator[str]:
    if not 1 <= len(option.get("description") or "") <= 100:
        yield f"{place}: a description of 1 to 100 characters"
    yield from _localized(place, option)
    if option.get("autocomplete") and option.get("choices"):
        yield f"{place}: choices and autocomplete"
    yield from check_choices(option.get("choices") or [])


def check_choices(choices: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with the choices of an option or of an autocompletion."""
    if len(choices) > 25:
        yield f"{len(choices)} choices, over 25"
    for choice in choices:
        if not 1 <= len(choice["name"]) <= 100 or not 1 <= len(str(choice["value"])) <= 100:
            yield f"choice {choice['name'][:40]!r}: 1 to 100 characters"
        yield from _worded(f"choice {choice['name'][:40]!r}", choice.get("name_localizations"))


def _localized(place: str, node: Json) -> Iterator[str]:
    yield from _worded(place, node.get("description_localizations"))
    for name in (node.get("name_localizations") or {}).values():
        yield from _named(f"{place}: localized name {name!r}", name)


def _worded(place: str, words: Mapping[str, str] | None) -> Iterator[str]:
    for locale, text in (words or {}).items():
        if locale not in LOCALES or not 1 <= len(text) <= 100:
            yield f"{place}: {locale!r} is no locale, or has not 1 to 100 characters"


def _texts(node: Json) -> Iterator[str]:
    """What counts towards the size of a command: of words in several languages, the longest."""
    yield _longest(node, "name")
    yield _longest(node, "description")
    for choice in node.get("choices") or []:
        yield f"{choice.get('value', '')}{_longest(choice, 'name')}"
    for option in node.get("options") or []:
        yield from _texts(option)


def _longest(node: Mapping[str, Any], field: str) -> str:
    return max([node.get(field, ""), *(node.get(f"{field}_localizations") or {}).values()], key=len)


def pings(body: Json) -> list[str]:
    """What a message would notify: the mentions of its content less those that allowed_mentions leaves out."""
    found, allowed = re.findall(r"@everyone|@here|<@&?!?\d+>", body.get("content") or ""), body.get("allowed_mentions")
    if allowed is None:
        return found
    return [mention for mention in found if _allowed(mention, allowed)]


def _allowed(mention: str, allowed: Json) -> bool:
    kind = "everyone" if mention in {"@everyone", "@here"} else "roles" if "&" in mention else "users"
    named = re.sub(r"\D", "", mention) in map(str, allowed.get(kind) or [])
    return named or kind in (allowed.get("parse") or [])


def _count(part: Json, *keys: str) -> int:
    return sum(len(part.get(key) or "") for key in keys)


def _long(place: str, text: str | None, most: int) -> Iterator[str]:
    if len(text or "") > most:
        yield f"{place}: over {most} characters"
