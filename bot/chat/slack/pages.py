"""The page that a person sees after installing, or where that failed."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from slack_bolt.response import BoltResponse

_FRAME = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem; font: 1.1rem/1.6 system-ui, sans-serif;
       color: #22313f; background: #fff }}
h1 {{ font-size: 1.5rem; line-height: 1.3 }}
a {{ display: inline-block; margin-top: 1rem; padding: .6rem 1.1rem; border-radius: .4rem;
    color: #fff; background: #22313f; text-decoration: none }}
a + a {{ color: inherit; background: none; text-decoration: underline }}
a:focus-visible {{ outline: 3px solid #e0a030; outline-offset: 2px }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{said}
{links}
</main>
</body>
</html>
"""

_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",  # the address holds a code and a state
    "X-Content-Type-Options": "nosniff",
}


class Page(NamedTuple):
    """A heading, some sentences and links (label, address), of which the first is what most people will want."""

    title: str
    said: Sequence[str]
    links: Sequence[tuple[str, str]]

    def response(self, status: int, language: str) -> BoltResponse:
        """The page as HTML; everything in it is escaped."""
        links = (f'<a href="{escape(address)}">{escape(label)}</a>' for label, address in self.links)
        body = _FRAME.format(
            language=escape(language),
            title=escape(self.title),
            said="\n".join(f"<p>{escape(sentence)}</p>" for sentence in self.said),
            links="\n".join(links),
        )
        return BoltResponse(status=status, body=body, headers={**_HEADERS})
