"""A feed document to entries, each with the identities by which it is known again.

`python -m bot.watch.entries` reads requests from its standard input and answers them on its standard output, one at a
time (`feed.FeedReader` starts it): a hostile feed then costs a process that can be killed, never the event loop.
"""

import hashlib
import json
import re
import sys
import unicodedata
from calendar import timegm
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit
from xml.sax import SAXException

import feedparser
from selectolax.lexbor import LexborHTMLParser

from bot.errors import SourceError
from bot.model.story import Entry
from bot.watch.outline import tidy

MOST_ENTRIES = 200
"""Entries of a document that are looked at, newest first."""

_LONGEST_LINK = 2000
_LONGEST_TITLE = 300
_LONGEST_SUMMARY = 1000
_WORDS_OF_TITLE = 5  # words from which a title is taken to be of one article only
_OLDEST = timedelta(days=20 * 365)
_NEWEST = timedelta(days=1)
_TAIL = 2048  # bytes within which a whole document closes its root element
_ROOT_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|(?:fb|g|y|d)clid|msclkid|mc_[ce]id|igshid|xtor|at_\w+|cmp(?:id)?|ref|ref_?src|source|"
    r"s?sid|session_?id|phpsessid|jsessionid|share|smid|rss|feed|ncid|guccounter|guce_\w+|__twitter_impression|amp)",
    re.IGNORECASE,
)
_INDEX = re.compile(r"(?:/index)?(?:\.html?|\.php|\.aspx?)?/*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """The entries of a feed, newest 200, in its own order.

    `complete` is False where the document was cut off: what is missing was not removed, and its validators must not be
    kept.
    """

    entries: tuple[Entry, ...]
    complete: bool = True


def parse(body: bytes, headers: Mapping[str, str], url: str, feed: str, now: datetime) -> ParsedFeed:
    """The entries of an RSS or Atom document.

    `headers` are those of the response (`content-type` matters), `url` is what relative links start from. Dates
    outside of [now - 20 years, now + 1 day] are set to the nearer end. Raises `SourceError` (`not a feed`) where the
    document is none, as a challenge page is. Blocks for 0.6 ms a kB.
    """
    found = feedparser.parse(body, response_headers={**headers, "content-location": url})
    if not found.get("version"):
        raise SourceError("not a feed", f"{url} is no RSS or Atom document.", remedy="Correct the feed's address.")
    torn = found.bozo and isinstance(found.get("bozo_exception"), SAXException) and not _ROOT_END.search(body[-_TAIL:])
    drafts = [_draft(entry, now) for entry in found.entries]
    kept = _newest(drafts)
    return ParsedFeed(tuple(_entries(kept, feed, url)), complete=not torn)


@dataclass(frozen=True, slots=True)
class _Draft:
    guid: str
    link: str
    title: str
    summary: str
    published: datetime | None


def _draft(entry: Mapping[str, Any], now: datetime) -> _Draft:
    link = str(entry.get("link") or "").strip()
    if len(link) > _LONGEST_LINK or _web_parts(link) is None:
        link = ""
    when = next((entry[name] for name in ("published_parsed", "updated_parsed") if name in entry), None)
    return _Draft(
        guid=str(entry.get("id") or "").strip(),
        link=link,
        title=_plain(entry, "title", _LONGEST_TITLE),
        summary=_plain(entry, "summary", _LONGEST_SUMMARY),
        published=_clamped(when, now) if when else None,
    )


def _plain(entry: Mapping[str, Any], name: str, longest: int) -> str:
    """The text of a field without mark-up, cut at a word."""
    text = str(entry.get(name) or "")
    if (entry.get(f"{name}_detail") or {}).get("type") != "text/plain" and ("<" in text or "&" in text):
        body = LexborHTMLParser(f"<body>{text}").body
        text = body.text(separator=" ") if body else ""
    text = tidy(text)
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip() + "…"


def _clamped(when: Any, now: datetime) -> datetime | None:
    try:
        date = datetime.fromtimestamp(timegm(when), UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return min(max(date, now - _OLDEST), now + _NEWEST)


def _newest(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The newest 200; where dates are missing, those that stand first."""
    if len(drafts) <= MOST_ENTRIES:
        return list(drafts)
    never = datetime.min.replace(tzinfo=UTC)
    ranked = sorted(range(len(drafts)), key=lambda place: drafts[place].published or never, reverse=True)
    return [drafts[place] for place in sorted(ranked[:MOST_ENTRIES])]


def _entries(drafts: Sequence[_Draft], feed: str, url: str) -> list[Entry]:
    """The drafts with their identities. What several of them share tells none of them apart."""
    links = [canonical_link(draft.link) if draft.link else "" for draft in drafts]
    titles = [_title_key(draft.title, draft.link or url) for draft in drafts]
    guids, linked, titled = Counter(draft.guid for draft in drafts), Counter(links), Counter(titles)
    entries = []
    for draft, link, title in zip(drafts, links, titles, strict=True):
        ids = []
        if draft.guid and guids[draft.guid] == 1:
            ids.append(f"guid:{draft.guid}")
        elif draft.guid:
            ids.append(f"guid:{draft.guid} {link or _digest(draft.title)}")
        if link and linked[link] == 1:
            ids.append(f"link:{link}")
        distinctive = len(draft.title.split()) >= _WORDS_OF_TITLE
        if titled[title] == 1 and distinctive:
            ids.append(f"title:{title}")
        ids = ids or [f"guid:{link} {_digest(draft.title + draft.summary)}"]
        entries.append(Entry(feed, tuple(ids), draft.title, draft.link, draft.summary, draft.published))
    return entries


def canonical_link(url: str) -> str:
    """An address as it is compared: without what changes while the article stays the same.

    Scheme, `www.`, default port, fragment, tracking and session parameters, a trailing slash and file ending go;
    host names are lower case; what remains of the query is in order.
    """
    parts = _web_parts(url)
    if parts is None:
        return url.strip()
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    query = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k))
    path = _INDEX.sub("", re.sub(r";jsessionid=[^/?]*", "", parts.path, flags=re.IGNORECASE))
    return urlunsplit(("", host + port, path, urlencode(query), "")).removeprefix("//")


def _web_parts(url: str) -> SplitResult | None:
    """The parts of an http or https address with a host, or None."""
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
    except ValueError:
        return None
    return parts if usable else None


def _title_key(title: str, url: str) -> str:
    """A title by its letters and digits, on its host: punctuation and case change while the article stays."""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", title).casefold()))
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return f"{host}/{_digest(letters)}" if letters else ""


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


# --- the process ------------------------------------------------------------------------------------------------------


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the input ends: a line of JSON and as many bytes of body as its `size` says."""
    answers.write(b"ready\n")
    answers.flush()
    for line in requests:
        ask = json.loads(line)
        body = requests.read(ask["size"])
        answers.write(json.dumps(_answer(ask, body)).encode() + b"\n")
        answers.flush()


def _answer(ask: Mapping[str, Any], body: bytes) -> dict[str, Any]:
    try:
        found = parse(body, ask["headers"], ask["url"], ask["feed"], datetime.fromisoformat(ask["now"]))
    except SourceError as error:
        return {"reason": error.reason, "message": error.message, "remedy": error.remedy}
    except (MemoryError, RecursionError) as error:
        return {"reason": "not a feed", "message": f"{ask['url']} cannot be parsed ({type(error).__name__})."}
    entries = [asdict(e) | {"published": e.published.isoformat() if e.published else None} for e in found.entries]
    return {"entries": entries, "complete": found.complete}


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
