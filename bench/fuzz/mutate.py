"""Changes to an input by what pages and clauses are made of, and the inputs that a run begins with."""

import random
import re
from collections.abc import Callable

from bench.fuzz.forms import PART, bytes_of, text_of

TAGS = """p div span ul ol li table tr td th tbody h1 h2 h3 h6 b strong a br hr dl dt dd pre main article section aside
nav footer header form button input details summary noscript script style svg template iframe select option title
blockquote time x-y ruby rt center font label""".split()  # noqa: SIM905 - a list of words to be read as words
SIGNS = [
    "&nbsp;",
    "&amp",
    "&#x;",
    "&#0;",
    "&#xD800;",
    "&#x110000;",
    "&#99999999999;",
    "&zwj;",
    "&shy;",
    "&nosuch;",
    "&lt",
    "&ngE;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "</",
    "<a",
    "<",
    ">",
    "<p/",
    '"',
    "'",
    "=",
    "[](u)",
    "![](",
    "[a](b(c))",
    "**",
    "__",
    "~~",
    "`",
    "```",
    "\\*",
    "\\",
    ">",
    "#",
    "##",
    "---",
    "===",
    "|---|",
    "|",
    "-",
    "*",
    "1.",
    "99)",
    "(a)",
    "(ii)",
    "ii.",
    "•",
    "§",
    "&",
]
ATTRIBUTES = [
    "hidden",
    'aria-hidden="true"',
    'role="main"',
    'role="dialog"',
    'style="display:none"',
    'style="font-weight:700"',
    'href="#x"',
    'href="https://x.example/"',
    'data-cfemail="1a7b7a"',
    "aria-expanded=false",
    "aria-controls=x",
    "id=x",
    "class=sr-only",
    "colspan=9",
    "role=presentation",
    "type=radio",
    "open",
]
UNSEEN = [
    "\u200b",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\u202e",
    "\u2060",
    "\u0301",
    "\x00",
    "\x07",
    "\x1f",
    "\x85",
    "\u2028",
]
UNSEEN += [
    "\r",
    "\t",
    "\x0b",
    "\xa0",
    "\u3000",
    "\ud800",
    "\udfff",
    "\ufffd",
    "\U0010fe2a",
    "\U0001f600",
    "\u0130",
    "\u1e9e",
    "ﬁ",
    "½",
    "Ⅷ",
]
WORDS = [
    "you",
    "we",
    "may",
    "not",
    "never",
    "shall",
    "will",
    "must",
    "train",
    "training",
    "AI",
    "models",
    "machine",
    "learning",
    "your",
    "content",
    "your",
    "data",
    "use",
    "share",
    "sell",
    "third",
    "parties",
    "partners",
    "licence",
    "sublicensable",
    "royalty-free",
    "perpetual",
    "consent",
    "opt",
    "out",
    "settings",
    "unless",
    "except",
    "arbitration",
    "waive",
    "class",
    "action",
    "fees",
    "refund",
    "children",
    "under",
    "13",
    "biometric",
    "voice",
    "advertising",
    "delete",
    "terminate",
    "law",
    "court",
    "California",
    "by",
    "default",
    "only",
    "for",
    "improve",
    "develop",
    "KI",
    "trainieren",
    "Inhalte",
    "entraîner",
    "modèles",
    "contenu",
    "entrenar",
    "modelos",
    "contenido",
    "学習",
    "モデル",
    "コンテンツ",
    "利用します",
    "ません",
    "Sonoria",
    "Inc.",
    "U.S.",
    "e.g.",
    "Sec.",
    "4.2",
    "§3",
    "30",
    "days",
    "thirty",
    "cannot",
    "won't",
    "organisation",
    "organization",
    "colour",
    "color",
    "just",
    "a",
    "moment",
    "page",
    "not",
    "found",
    "accept",
    "all",
    "cookies",
    "log",
    "in",
    "to",
    "continue",
]
DAYS = [
    "Effective: May 4, 2026",
    "last updated 12 March 2025",
    "2026-02-30",
    "31.12.2026",
    "99/99/2099",
    "from 1 June 2026,",
    "gültig ab 1. Juni 2026",
    "en vigueur le 3 avril 2026",
    "a partir del 5 de mayo de 2026",
    "2026年5月4日",
    "2026",
    "20٢6",
    "takes effect on",
    "until",
    "previous versions:",
    "Sept. 30th, 2026",
    "٣ May 2026",
    "² May 2026",
]
STOPS = [". ", "; ", ": ", ", ", "? ", "。", "...", "!", " — ", "\n", "\n\n", "\n## ", "\n- ", "\n-- ", "\n| "]
_WORD = re.compile(r"\S+")
_SOME = 12

Change = Callable[[str, random.Random], str]


def mutated(data: bytes, longest: int, seed: int) -> bytes:
    """One to four changes, cut off at `longest` bytes."""
    chance = random.Random(seed)
    text = text_of(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        text = chance.choice(CHANGES)(text, chance)
    return bytes_of(text)[:longest]


def _slice(text: str, chance: random.Random, most: int = 200) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(1, most))


def _piece(chance: random.Random) -> str:
    """Something that pages and clauses hold."""
    kind = chance.randrange(7)
    if kind == 0:
        tag = chance.choice(TAGS)
        attributes = "".join(f" {chance.choice(ATTRIBUTES)}" for _ in range(chance.choice((0, 0, 1, 2))))
        return f"<{tag}{attributes}>" if chance.random() < 0.7 else f"</{tag}>"
    if kind == 1:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, _SOME))) + chance.choice(STOPS)
    return chance.choice((SIGNS, UNSEEN, DAYS, STOPS, WORDS)[kind - 2])


def insert(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + "".join(_piece(chance) for _ in range(chance.randint(1, 4))) + text[place:]


def replace(text: str, chance: random.Random) -> str:
    start, end = _slice(text, chance, 20)
    return text[:start] + _piece(chance) + text[end:]


def drop(text: str, chance: random.Random) -> str:
    start, end = _slice(text, chance)
    return text[:start] + text[end:]


def repeat(text: str, chance: random.Random) -> str:
    """A stretch many times over: long lines, deep nesting, repeated clauses."""
    start, end = _slice(text, chance, chance.choice((3, 30, 300)))
    return text[:end] + text[start:end] * chance.choice((1, 2, 10, 80)) + text[end:]


def nest(text: str, chance: random.Random) -> str:
    """A stretch inside elements inside each other, closed or not."""
    start, end = _slice(text, chance)
    tags = chance.choices(TAGS, k=chance.randint(1, 3)) * chance.choice((1, 3, 40))
    closed = "".join(f"</{tag}>" for tag in reversed(tags)) if chance.random() < 0.6 else ""
    return text[:start] + "".join(f"<{tag}>" for tag in tags) + text[start:end] + closed + text[end:]


def reword(text: str, chance: random.Random) -> str:
    """Another word in place of one or a few."""
    found = list(_WORD.finditer(text))
    for match in sorted(chance.sample(found, min(len(found), chance.randint(1, 3))), key=lambda m: -m.start()):
        text = text[: match.start()] + chance.choice(WORDS) + text[match.end() :]
    return text


def restyle(text: str, chance: random.Random) -> str:
    """A stretch in other letters."""
    start, end = _slice(text, chance)
    style: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + style(text[start:end]) + text[end:]


def reorder(text: str, chance: random.Random) -> str:
    """Lines that change places, are doubled or joined, or a line cut into short ones."""
    lines = text.split("\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(4)
    if way == 0:
        lines[a], lines[b] = lines[b], lines[a]
    elif way == 1:
        lines.insert(a, lines[b])
    elif way == 2:
        lines[a:b] = [" ".join(lines[a:b])] * (a < b)
    else:
        lines[a] = lines[a].replace(" ", "\n")
    return "\n".join(lines)


def again(text: str, chance: random.Random) -> str:
    """The document before once more as the one after, with words changed: what two looks at a page really give."""
    before, _, after = text.partition(PART)
    kept = before if chance.random() < 0.7 else after
    for change in chance.choices((reword, insert, drop, reorder, restyle), k=chance.randint(0, 3)):
        after = change(kept, chance)
    return f"{kept}{PART}{after}"


CHANGES: tuple[Change, ...] = (insert, insert, replace, drop, repeat, nest, reword, reword, restyle, reorder, again)

_TERMS = """= Sonoria Terms of Service
# Sonoria Terms
Last updated: March 3, 2025
Sonoria is a service for people who make music. You keep all rights in what you upload.
## 1. Your content
You grant us a non-exclusive, royalty-free licence to host your content, unless you have opted out in your settings.
You may not:
- scrape the service; or
- use it to train AI models.
## 2. Disputes
We will not sell your personal data to third parties. Any dispute goes to the courts of Sonoria.
| Data | Why | How long
"""
_PAGE = """<!DOCTYPE html><title>Terms</title><header><nav><ul><li><a href="/a">Home</a></ul></nav></header>
<main><h1>Terms</h1><p>Last updated: <time>March 3, 2025</time></p><p>You keep <b>all rights</b> in what you upload.</p>
<h2>1. Your content</h2><p>You may not:</p><ul><li>copy songs;<li>train AI models<ul><li>of any kind</ul></ul>
<table><tr><th>Data<th>Why<tr><td>Name<br>Mail<td>To pay you &amp; yours</table><div hidden>x</div>
<dl><dt>Work<dd>What you upload</dl><details><summary>More</summary>Text</details></main><footer>&copy; 2026</footer>"""
_MARKDOWN = """Terms
=====

1.  You may **not**:

    *   copy [songs](https://x.example/(a));
    *   train _AI_ models.

| Data | Why |
| --- | --- |
| Name<br>Mail | Pay |

> Effective \\* May 4, 2026
"""


def seeds(target: str) -> list[bytes]:
    """Inputs to begin with: a made-up document or two, as they are and changed."""
    if target == "extract":
        first = [chr(way) + text for text in (_PAGE, _MARKDOWN, _TERMS) for way in range(12)]
    else:
        words = _TERMS.replace("use it to train", "let us train").replace("will not sell", "may share")
        both = _TERMS.replace("March 3, 2025", "May 4, 2026")
        first = [f"{_TERMS}{PART}{_TERMS}", f"{_TERMS}{PART}{words}{both}", f"{words}{PART}{both}", f"{PART}{_TERMS}"]
    chance = random.Random(1)
    return [bytes_of(text) for text in first] + [mutated(bytes_of(chance.choice(first)), 4096, n) for n in range(40)]
