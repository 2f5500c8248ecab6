"""What a response's status means for somebody who wants the page."""

from __future__ import annotations

from oyez.errors import BadContent, NotFound, Refused, SourceError, TimedOut

__all__ = ["REDIRECTS", "refusal"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAVE = "open the page in your browser, save it and give the file"
_LATER = "try again later, or save the page in your browser and give the file"

# status -> error, what the server says, what to do
_MEANINGS: dict[int, tuple[type[SourceError], str, str]] = {
    401: (Refused, "wants a password", _SAVE),
    402: (Refused, "wants to be paid", _SAVE),
    403: (Refused, "does not give the page to programs", _SAVE),
    404: (NotFound, "has no such page", "check the address; the page may have moved"),
    407: (Refused, "wants a password", _SAVE),
    408: (TimedOut, "gave up waiting", _LATER),
    410: (NotFound, "has removed the page", "look for a copy in a web archive"),
    429: (Refused, "was asked too often", "wait some minutes, or save the page in your browser"),
    451: (Refused, "withholds the page for legal reasons", "look for a copy elsewhere"),
    503: (BadContent, "is overloaded, or turns programs away", _LATER),
    504: (TimedOut, "waited too long for another server", _LATER),
}


def refusal(status: int, host: str) -> SourceError | None:
    """The error a status stands for, or None where the body is the page.

    >>> refusal(200, "example.com"), str(refusal(404, "example.com"))
    (None, 'example.com has no such page (404); check the address; the page may have moved')
    """
    if 200 <= status < 300:
        return None
    if status in _MEANINGS:
        error, meaning, hint = _MEANINGS[status]
    elif 400 <= status < 500:
        error, meaning, hint = Refused, "refused the request", _SAVE
    elif status >= 500:
        error, meaning, hint = BadContent, "failed", _LATER
    else:
        error, meaning, hint = BadContent, "gave an answer without a page", _SAVE
    return error(f"{host} {meaning} ({status})", hint)
