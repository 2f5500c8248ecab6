"""A progress bar for anything that takes more than a second; quiet where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["byte_progress", "sentence_progress"]

_PATIENCE = 1.0  # seconds before a bar appears


@contextmanager
def sentence_progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A callback (done, in all) that draws a bar on standard error once the work has taken a second."""
    with _bar(what, in_bytes=False) as tell:
        yield tell


@contextmanager
def byte_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """The same for a download; the callback takes bytes that are here, of so many."""
    with _bar(what, in_bytes=True) as tell:
        yield tell or (lambda _come, _of: None)


@contextmanager
def _bar(what: str, *, in_bytes: bool) -> Iterator[Callable[[int, int], None] | None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    figure = DownloadColumn() if in_bytes else TextColumn("{task.percentage:>3.0f} %")
    columns = (TextColumn("{task.description}"), BarColumn(), figure)
    progress = Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
    task = progress.add_task(what, total=None)
    began = time.monotonic()

    def tell(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)
        if not progress.live.is_started and time.monotonic() - began > _PATIENCE:
            progress.start()

    try:
        yield tell
    finally:
        progress.stop()
