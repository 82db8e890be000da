"""What answers have in common: headers by which they may be kept and asked for again, and those that confine."""

import hashlib
from datetime import UTC, datetime

from aiohttp import web

CONFINED = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Nothing but our own style sheet and pictures is loaded, and no other site may show ours within its own."""
YEAR = 365 * 24 * 3600


def base(request: web.Request, public_url: str) -> str:
    """The beginning of our addresses, without a slash at its end: as it was set, else as we were asked."""
    return public_url.rstrip("/") or f"{request.scheme}://{request.host}"


def answer(
    request: web.Request,
    body: bytes,
    media_type: str,
    *,
    language: str,
    keep: int,
    modified: datetime | None = None,
    status: int = 200,
) -> web.Response:
    """The body, or a 304 where who asks has it; who comes between may keep it for so many seconds."""
    etag = hashlib.blake2b(body, digest_size=12).hexdigest()
    fresh = status == web.HTTPOk.status_code and _has(request, etag, modified)
    response = web.Response(status=web.HTTPNotModified.status_code) if fresh else web.Response(body=body, status=status)
    if not fresh:
        response.content_type, response.charset = media_type, "utf-8"
        response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = f"public, max-age={keep}"
    response.headers["Vary"] = "Accept-Language"
    response.etag = etag
    if modified:
        response.last_modified = modified
    return response


async def confine(request: web.Request, response: web.StreamResponse) -> None:
    """Add what every answer says, where it does not itself; a style sheet asked for by its digest never changes."""
    for name, value in CONFINED.items():
        response.headers.setdefault(name, value)
    if request.path.startswith("/static/"):
        keep = f"public, max-age={YEAR}, immutable" if "v" in request.query else "public, max-age=3600"
        response.headers.setdefault("Cache-Control", keep)


def _has(request: web.Request, etag: str, modified: datetime | None) -> bool:
    """Whether who asks has the body already, by its digest or, where they name none, by its time (RFC 9110 §13.2.2)."""
    if request.if_none_match is not None:
        return any(tag.value in {etag, "*"} for tag in request.if_none_match)
    since = request.if_modified_since
    return modified is not None and since is not None and modified.astimezone(UTC).replace(microsecond=0) <= since
