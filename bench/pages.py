"""Made-up policy pages: invented text in the mark-up of real sites, with slots for what each visit changes.

    python bench/pages.py FOLDER [--pages 60] [--seed 1]

A page has 5 to 120 kB of text (median about 30) in 70 to 250 kB of HTML: styles and scripts in the head, a cookie
banner, a menu of 60 links, the text, teasers, a footer of 50 links. `tests/fakes/origin` fills the slots `@@NAME@@`.
"""

import argparse
import json
import random
import string
from pathlib import Path

LISTS = {
    "name": """Tunegarden|Framefold|Inkharbour|Loopmeadow|Clipfern|Brushloft|Echoyard|Pixelgrove|Versemill|Stagewren""",
    "word": """account|billing|privacy|support|careers|press|blog|store|plans|pricing|safety|partners|cookies|help""",
    "who": """We|Our partners|Our affiliates|You|Other members|The companies that host us|Our moderators""",
    "may": """may|will|may not|must not|can|are entitled to|agree to|are never obliged to""",
    "do": """store|copy and show|translate|reformat|keep records of|review|remove|share|measure|describe|
        make backups of|answer questions about|license|publish|pass on|limit access to""",
    "what": """the works that you upload|your messages|your profile|the details of your device|payments and refunds|
        the comments below a work|your followers' names|reports of misuse|the place that your address points to|
        drafts that you have not published|the tags of a collection|sounds and pictures in a project""",
    "why": """to run the service|to keep members safe|to find and mend faults|where the law asks for it|
        to pay creators|so that searches find them|for as long as your account is open|to show suitable advertising|
        to meet our duties under a contract|when a court orders it|to learn how features are used""",
    "unless": """unless you object|except in the regions listed below|if you have agreed|for up to NN months|
        within NN days|as section NN explains|provided that nobody under the age of NN is concerned""",
    "head": """What this covers|Your account|Your works|Fees|Privacy|Conduct|Copyright|Closing an account|Disputes""",
    "lead": """You agree not to:|We collect:|This includes:|You may:|We share data with:|For these purposes:""",
}
CHOICES = {name: [choice.strip() for choice in text.split("|")] for name, text in LISTS.items()}


def pick(chance: random.Random, name: str) -> str:
    return chance.choice(CHOICES[name])


def token(chance: random.Random, size: int) -> str:
    return "".join(chance.choices(string.ascii_lowercase + string.digits, k=size))


def sentence(chance: random.Random) -> str:
    who, may, do, what, also, why = (pick(chance, name) for name in ("who", "may", "do", "what", "what", "why"))
    tail = ", " + pick(chance, "unless").replace("NN", str(chance.randrange(2, 60))) if chance.random() < 0.5 else ""
    return f"{who} {may} {do} {what} and {also} {why}{tail}."


def section(chance: random.Random, number: int) -> str:
    head = f"<h2>{number}. {pick(chance, 'head')}</h2>"
    parts = [head]
    for _ in range(chance.randrange(2, 6)):
        parts.append(f"<p>{' '.join(sentence(chance) for _ in range(chance.randrange(2, 6)))}</p>")
        if chance.random() < 0.4:
            items = "".join(f"<li>{sentence(chance)}</li>" for _ in range(chance.randrange(3, 8)))
            parts.append(f"<p>{pick(chance, 'lead')}</p><ul>{items}</ul>")
        if chance.random() < 0.08:
            rows = "".join(f"<tr><td>{pick(chance, 'what')}</td><td>{sentence(chance)}</td></tr>" for _ in range(4))
            parts.append(f"<table><tr><th>What</th><th>Why</th></tr>{rows}</table>")
    return "\n".join(parts)


def article(chance: random.Random, size: int) -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        parts.append(section(chance, len(parts) + 1))
    return "\n".join(parts)


def styles(chance: random.Random) -> str:
    return "".join(
        f".{pick(chance, 'word')}-{token(chance, 6)}{{display:flex;margin:{chance.randrange(40)}px;"
        f"color:#{token(chance, 3)}}}"
        for _ in range(160)
    )


def script(chance: random.Random, count: int) -> str:
    return ";".join(
        f"function {token(chance, 5)}(a,b){{var c=a[{chance.randrange(99)}]||'{token(chance, 12)}';"
        f"return b&&c?c.x({chance.randrange(9999)}):null}}"
        for _ in range(count)
    )


def links(chance: random.Random, count: int, tracking: str = "") -> str:
    return "".join(
        f'<li class="item-{token(chance, 5)}"><a href="/{pick(chance, "word")}/{token(chance, 6)}'
        f'{"" if place % 20 else tracking}">{pick(chance, "word").title()} {pick(chance, "word")}</a></li>'
        for place in range(count)
    )


def page(chance: random.Random, text: int) -> str:
    name, title = pick(chance, "name"), chance.choice(["Terms of Service", "Privacy Policy", "AI Policy"])
    strokes = " ".join(f"M{chance.randrange(24)} {chance.randrange(24)}L{chance.randrange(24)} 9" for _ in range(60))
    icon = f'<svg viewBox="0 0 24 24"><path d="{strokes}"/></svg>'
    about = json.dumps({"@type": "WebPage", "name": title, "publisher": name})
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {name}</title><meta name="csrf-token" content="@@CSRF@@">
<link rel="stylesheet" href="/static/app.css?v=@@BUILD@@"><style>{styles(chance)}</style>
<script type="application/ld+json">{about}</script>
<script nonce="@@NONCE@@">window.__BOOT__={{"ts":@@TS@@,"rid":"@@RID@@"}};{script(chance, 180)}</script></head>
<body class="legal"><!-- rendered by node-@@NODE@@ at @@TS@@ -->
<div id="cookie-banner" role="dialog"><p>We use cookies to make this site better.</p><button>Accept all</button>
<button>Reject</button><form><input type="hidden" name="authenticity_token" value="@@CSRF@@"></form></div>
<header>{icon}<nav aria-label="Main"><ul>{links(chance, 60, "@@TRK@@")}</ul></nav></header>
<main id="content"><article class="legal-doc"><h1>{title}</h1>
<p>Last updated: March {chance.randrange(1, 29)}, 2026</p>
{article(chance, text)}
</article></main>
<aside><h3>Related articles</h3><ul>@@TEASER@@</ul></aside>
<footer>{icon}<ul>{links(chance, 50)}</ul><p>&copy; 2026 {name}. All rights reserved.</p>@@VISIBLE@@</footer>
<script nonce="@@NONCE@@">{script(chance, 220)};window.__STATE__={{"session":"@@RID@@","now":@@TS@@}};</script>
</body></html>"""


def pages(count: int, seed: int = 1) -> list[bytes]:
    """As many pages, the same for the same seed."""
    chance = random.Random(seed)
    sizes = [int(min(max(chance.lognormvariate(10.3, 0.7), 5_000), 120_000)) for _ in range(count)]
    return [page(chance, size).encode() for size in sizes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    made = pages(options.pages, options.seed)
    for place, body in enumerate(made):
        (options.folder / f"{place:04}.html").write_bytes(body)
    print(f"{len(made)} pages, {sum(map(len, made)) / len(made) / 1000:.0f} kB on average")


if __name__ == "__main__":
    main()
