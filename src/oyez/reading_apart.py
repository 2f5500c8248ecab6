"""Reading a stranger's page in a process of its own, with limits on memory and time.

page -> worker: read      -> Article
        ended by a limit -> worker: read plainly -> Article, with a note -> ReadError where that fails too

Workers stay warm for the next page; one that has grown is replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from oyez import errors
from oyez.errors import OyezError, ReadError, UnsupportedFormat
from oyez.model.article import Article
from oyez.model.json import from_json
from oyez.model.page import Page
from oyez.model.part import Part
from oyez.reading.decode import decode
from oyez.reading.kinds import kind_of
from oyez.reading.plain import read_plainly
from oyez.reading.prescan import refuse_too_large
from oyez.workers.pool import WorkerPool, cores
from oyez.workers.process import WorkerDied

__all__ = ["Readers", "is_printed", "is_whole", "shared_readers"]

# Of its own, not shared: 60 to 100 MB of them are modules, and as much is asked for and never touched.
_MEMORY = 600_000_000  # bytes; a page of 20 MB needs 450
_LONGEST_TEXT = 20_000_000  # bytes or characters; what is longer has no form that would be worth its time
_SECONDS = 7.0  # of work for a page; a news page takes 0.03, one of 20 MB or 400,000 tags 3 to 10
_PLAIN_SECONDS = 3.0
_PATIENCE = 3  # times as long by the clock: so much a busy machine takes
_FILE_SECONDS = 180.0  # for a PDF or book: 0.05 to 0.1 a page, and 2,000 pages at most
_WORTH_A_LOOK = 1_000_000  # bytes or characters; less holds no 400,000 tags
_PRINTED = ("pdf", "epub")
_PLAINLY = "reading it as a page failed or took more time or memory than is allowed: this is its text alone"
_LONG_TEXT = "a text of this length is taken as it is: its headings and lists are not told"
_PLAIN_PDF = "reading all of it failed or took more time or memory than is allowed: these are its first pages"


class Readers:
    """Processes that read, as many at a time as there are cores; safe to use from many threads.

    meanwhile   what is begun, once, when a page has been handed over; it must not take long
    """

    def __init__(self, memory: int = _MEMORY, seconds: float = _SECONDS) -> None:
        self._memory = memory
        self._seconds = seconds
        self._pool = WorkerPool(cores(), "oyez.workers.reading_worker", str(memory))
        self.meanwhile: Callable[[], None] | None = None

    def warm(self) -> None:
        """Start a process, which loads what pages need, without waiting for it."""
        self._pool.start()

    def read(self, page: Page, part: int | None = None) -> Article:
        """The article of a page, as oyez.reading.read. Where it took too much, its text alone, and a note.

        Raises ReadError where not even that could be had, and whatever reading raises.
        """
        kind = kind_of(page)
        if kind == "html" and len(page.content) > _WORTH_A_LOOK:
            refuse_too_large(decode(page))  # at once: that costs less than handing it over
        if kind == "text" and len(page.content) > _LONGEST_TEXT:
            return read_plainly(page).with_note(_LONG_TEXT)  # there is nothing in it to be led astray by
        seconds = _FILE_SECONDS if kind in _PRINTED else self._seconds
        with suppress(WorkerDied):
            return from_json(Article, self._ask("read", page, seconds, part))
        plainly = seconds if kind == "pdf" else _PLAIN_SECONDS
        try:
            article = from_json(Article, self._ask("read plainly", page, plainly))
        except (WorkerDied, UnsupportedFormat) as error:
            raise _too_much(seconds, self._memory) from error
        return article.with_note(_PLAIN_PDF if kind == "pdf" else _PLAINLY)

    def parts(self, page: Page) -> tuple[Part, ...]:
        """As oyez.reading.parts; ReadError where it took too much."""
        try:
            answer = self._ask("parts", page, _FILE_SECONDS)
        except WorkerDied as error:
            raise _too_much(_FILE_SECONDS, self._memory) from error
        return tuple(from_json(Part, line) for line in answer.split(b"\n") if line)

    def close(self) -> None:
        """End the processes; a later page starts others."""
        self._pool.close()

    def _ask(self, what: str, page: Page, seconds: float, part: int | None = None) -> bytes:
        """The worker's answer. Raises what reading raised, and WorkerDied where it was ended by a limit."""
        is_text = isinstance(page.content, str)
        content = (
            page.content.encode("utf-8", "surrogatepass") if isinstance(page.content, str) else page.content
        )
        begin, self.meanwhile = self.meanwhile, None
        if begin:
            begin()
        head = {"do": what, "seconds": seconds, "url": page.url, "headers": page.headers, "part": part}
        ((answer, body),) = self._pool.stream({**head, "text": is_text}, _PATIENCE * seconds, content)
        name = answer["error"]
        if name is None:
            return body
        if name in errors.__all__:
            kind: type[OyezError] = getattr(errors, name)
            raise kind(answer["message"], answer["hint"])
        raise WorkerDied(f"reading ended in a {name}")


@cache
def shared_readers() -> Readers:
    """The readers of this process, started when first asked."""
    return Readers()


def is_printed(page: Page) -> bool:
    """Whether a page is a PDF or a book: its parsers are the likeliest to be led astray."""
    if not isinstance(page.content, bytes) or page.content.lstrip()[:1] == b"<":
        return False
    try:
        return kind_of(page) in _PRINTED
    except ReadError:
        return False


def is_whole(article: Article) -> bool:
    """Whether an article is all that reading makes of its page: then it need not be read again."""
    return not {_PLAINLY, _PLAIN_PDF} & set(article.notes)


def _too_much(seconds: float, memory: int) -> ReadError:
    return ReadError(
        f"reading it failed, or took more than {seconds:.0f} seconds or {memory / 1e6:.0f} MB of memory",
        "give the article alone, or its text",
    )
