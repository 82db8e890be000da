"""What Slack would say about blocks and views: the limits that slack_sdk's models check, and those they leave out."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from slack_sdk.models.blocks import Block, BlockElement
from slack_sdk.models.views import View

Json = dict[str, Any]
Say = Callable[[str], None]

VIEW_BYTES = 250_000
BLOCKS_TOTAL = 13_000  # characters of text over all blocks of a message (slackapi/bolt-js#2509)
PLAIN, ANY = frozenset({"plain_text"}), frozenset({"plain_text", "mrkdwn"})
TEXTS: dict[str, dict[str, frozenset[str]]] = {
    "header": {"text": PLAIN},
    "button": {"text": PLAIN},
    "input": {"label": PLAIN, "hint": PLAIN},
    "section": {"text": ANY},
    "confirm": {"title": PLAIN, "text": ANY, "confirm": PLAIN, "deny": PLAIN},
}
OPTIONAL = {("section", "text"), ("input", "hint")}
ACTION_TYPES = {
    "button",
    "checkboxes",
    "datepicker",
    "datetimepicker",
    "overflow",
    "radio_buttons",
    "timepicker",
    "workflow_button",
} | {m + k + "_select" for m in ("", "multi_") for k in ("static", "external", "users", "conversations", "channels")}
PRESSED = {"button", "overflow", "workflow_button"}
INPUT_TYPES = {
    "plain_text_input",
    "email_text_input",
    "number_input",
    "url_text_input",
    "rich_text_input",
    "file_input",
}
MESSAGE_ONLY, VIEW_TYPES = {"markdown", "table", "context_actions", "file"}, {"modal", "home"}
RICH_BOXES = {"rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"}
RICH_PARTS = {"text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "date", "color", "team"}
STYLES = {"bold", "italic", "strike", "code", "underline"}


def check_blocks(blocks: Any, surface: str = "message") -> list[str]:
    """Slack's complaints about `blocks` on 'message', 'modal' or 'home'; an empty list when it would take them."""
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        return ["must be a list of block objects [json-pointer:/blocks]"]
    most, errors, seen, total = (50 if surface == "message" else 100), list[str](), set[str](), 0
    if not 1 <= len(blocks) <= most:
        errors.append(f"between 1 and {most} items expected, got {len(blocks)} [json-pointer:/blocks]")
    for i, block in enumerate(blocks):
        complaints: list[str] = []
        try:
            total += check_block(block, surface, seen, complaints.append)
        except (AttributeError, KeyError, TypeError, ValueError) as e:
            complaints.append(f"malformed block: {e}")
        errors += [f"{why} [json-pointer:/blocks/{i}]" for why in complaints]
    if surface == "message" and total > BLOCKS_TOTAL:
        errors.append("msg_blocks_too_long")
    return errors


def check_block(block: Json, surface: str, seen: set[str], say: Say) -> int:
    """Rules for one block; returns the length of its text."""
    kind, block_id = block.get("type"), block.get("block_id")
    try:
        model = Block.parse(block)
        if model is None or (kind in MESSAGE_ONLY and surface != "message"):
            say(f"unsupported type: {kind}")
            return 0
        model.to_dict()  # slack_sdk's own validators, nested objects included
        for extra in set(block) - set(model.attributes):
            say(f"invalid additional property: {extra}")
    except Exception as e:  # noqa: BLE001 a model refuses odd input in many ways; all mean "invalid"
        say(str(e))
    if block_id is not None:
        if block_id in seen or not 1 <= len(block_id) <= 255:
            say(f"block_id must be unique and of 1 to 255 characters: {block_id[:40]}")
        seen.add(block_id)
    elements = block.get("elements") or []
    if kind == "actions" and (not elements or {e.get("type") for e in elements} - ACTION_TYPES):
        say("actions need 1 to 25 interactive elements")
    if kind == "context" and (not elements or {e.get("type") for e in elements} - {"image", "mrkdwn", "plain_text"}):
        say("context elements are 1 to 10 images or text objects")
    if kind == "rich_text":
        check_rich(elements, RICH_BOXES, say)
    for slot, allowed in (("accessory", ACTION_TYPES | {"image"}), ("element", (ACTION_TYPES - PRESSED) | INPUT_TYPES)):
        if (slot in block or (kind, slot) == ("input", "element")) and block.get(slot, {}).get("type") not in allowed:
            say(f"unsupported {slot}")
    if any(f.get("type") not in ANY or len(f["text"]) > 2000 for f in block.get("fields") or []):
        say("a field is a text object of at most 2000 characters")
    action_ids = [n["action_id"] for n in walk(block) if "action_id" in n]
    if len(action_ids) != len(set(action_ids)):
        say("action_id must be unique in its block")
    return sum(check_node(node, say) for node in walk(block))


def check_rich(elements: list[Json], allowed: set[str], say: Say) -> None:
    """Rules for what a rich_text block holds: boxes, and in them parts; slack_sdk's models check none of them."""
    if not elements:
        say("rich text needs elements")
    for element in elements:
        kind = element.get("type")
        if kind not in allowed:
            say(f"rich text: {kind} does not stand here")
        elif kind == "rich_text_list":
            if element.get("style") not in {"bullet", "ordered"}:
                say("rich text list: style is bullet or ordered")
            check_rich(element.get("elements") or [], {"rich_text_section"}, say)
        elif kind in RICH_BOXES:
            check_rich(element.get("elements") or [], RICH_PARTS, say)
        else:
            check_part(element, say)


def check_part(part: Json, say: Say) -> None:
    kind, keys = part["type"], {"text": {"text"}, "link": {"url", "text", "unsafe"}, "usergroup": {"usergroup_id"}}
    if kind in keys and (extra := set(part) - keys[kind] - {"type", "style"}):
        say(f"invalid additional property: {sorted(extra)}")
    if kind == "date":
        check_date(part, say)
    if kind == "text" and not (isinstance(part.get("text"), str) and part["text"]):
        say("rich text: a text of at least one character expected")
    if kind == "link" and not str(part.get("url", "")).startswith(("http://", "https://", "mailto:")):
        say("rich text: a link needs an address")
    if set(part.get("style") or {}) - STYLES:
        say("rich text: unknown style")


def check_date(part: Json, say: Say) -> None:
    """Rules for a date in rich text (docs.slack.dev/reference/block-kit/block-elements/date-element)."""
    if not isinstance(part.get("timestamp"), int) or not re.search(
        r"\{(?:date|time|ago|day)\w*\}", part.get("format", "")
    ):
        say("rich text: a date needs a timestamp in seconds and a format with a token")
    if set(part) - {"type", "timestamp", "format", "fallback", "url", "timezone", "style"}:
        say("rich text: invalid additional property of a date")


def check_node(node: Json, say: Say) -> int:
    """Rules for one object inside a block that slack_sdk's models leave out; returns the length of its text."""
    kind, text = node.get("type"), node.get("text")
    if kind in ANY:
        if not isinstance(text, str) or not 1 <= len(text) <= 3000:
            say("text must be a string of 1 to 3000 characters")
        for extra in set(node) - {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}:
            say(f"invalid additional property: {extra}")
        return len(text) if isinstance(text, str) else 0
    check_texts(node, str(kind), say)
    if kind in ACTION_TYPES and "confirm" in node:
        check_texts(node["confirm"], "confirm", say)
    if "placeholder" in node:
        check_texts({"text": node["placeholder"]}, "header", say)
    check_options(node, str(kind), say)
    if kind == "image" and not (node.get("alt_text") and (node.get("image_url") or node.get("slack_file"))):
        say("image needs alt_text and image_url or slack_file")
    if kind in ACTION_TYPES | INPUT_TYPES:
        try:
            for extra in set(node) - {"type"} - set(getattr(BlockElement.parse(node), "attributes", ())):
                say(f"invalid additional property: {extra}")
        except TypeError as e:
            say(str(e))
    if kind in {"text", "link"}:  # of rich text, counted as it would be escaped
        return len(escape(str(text or ""))) + len(str(node.get("url", "")))
    if kind == "date":
        return len(escape(node.get("fallback", ""))) + len(node["format"])
    return len(text) if kind == "markdown" and isinstance(text, str) else 0


def check_options(node: Json, kind: str, say: Say) -> None:
    """Rules for the options of a menu, of radio buttons or of checkboxes."""
    options = (node.get("options") or []) + [o for g in node.get("option_groups") or [] for o in g.get("options") or []]
    if kind in {"checkboxes", "radio_buttons"} and not 1 <= len(options) <= 10:
        say("between 1 and 10 options expected")
    if kind.endswith("static_select") and not options:
        say("options or option_groups expected")
    shown = [*(node.get("initial_options") or []), *filter(None, [node.get("initial_option")])]
    if options and any(o not in options for o in shown):
        say("initial options must be among the options")
    if "initial_options" in node and not shown:
        say("initial_options must hold an option")
    values = [o.get("value") for o in options]
    if len(values) != len(set(values)):
        say("option values must be unique")
    for o in options:
        if (
            not isinstance(o.get("text"), dict)
            or len(o["text"].get("text", "")) > 75
            or not 1 <= len(o.get("value") or "") <= 150
            or len((o.get("description") or {}).get("text", "")) > 75
        ):
            say("option: text and description of at most 75 characters, value of at most 150")
        elif o["text"].get("type") != "plain_text" and kind not in {"checkboxes", "radio_buttons"}:
            say("option text must be plain_text")


def check_texts(node: Json, owner: str, say: Say) -> None:
    for key, types in TEXTS.get(owner, {}).items():
        if (key in node or (owner, key) not in OPTIONAL) and (
            not isinstance(node.get(key), dict) or node[key].get("type") not in types
        ):
            say(f"{owner}.{key} must be a text object of type {' or '.join(sorted(types))}")


def check_view(view: Any) -> list[str]:
    """Slack's complaints about a modal or a Home tab."""
    if not isinstance(view, dict) or view.get("type") not in VIEW_TYPES:
        return ["view.type must be modal or home"]
    if len(json.dumps(view)) > VIEW_BYTES:
        return ["view_too_large"]
    errors = check_blocks(view.get("blocks"), view["type"])
    try:
        View(**{**view, "blocks": [{"type": "divider"}]}).validate_json()
    except Exception as e:  # noqa: BLE001 a model refuses odd input in many ways; all mean "invalid"
        errors.append(str(e))
    errors += [
        f"{key} must be plain_text"
        for key in ("title", "submit", "close")
        if key in view and (not isinstance(view[key], dict) or view[key].get("type") != "plain_text")
    ]
    inputs = any(b.get("type") == "input" for b in view.get("blocks") or [])
    if view["type"] == "modal" and not view.get("title"):
        errors.append("a modal needs a title")
    if view["type"] == "modal" and not view.get("submit") and inputs:
        errors.append("a modal with inputs needs submit")
    return errors + [f"{k} is too long" for k in ("external_id",) if len(view.get(k) or "") > 255]


def walk(node: Any) -> Iterator[Json]:
    """Every object in a tree of JSON, outermost first."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from walk(child)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
