"""What speaking needs, loaded while another process reads the page and this one would wait for it."""

from __future__ import annotations

import importlib
from contextlib import suppress
from threading import Thread

__all__ = ["load_speech_meanwhile"]

_NEEDED = ("oyez.scripting", "oyez.narrating", "oyez.audio.pausing", "oyez.audio.encode")  # 0.3 s of imports


def load_speech_meanwhile() -> None:
    """Load it once a page is handed over; nothing where the page was read before."""
    from oyez.reading_apart import shared_readers

    shared_readers().meanwhile = Thread(target=_load, name="oyez-ahead", daemon=True).start


def _load() -> None:
    with suppress(ImportError):  # told where it is needed
        for name in _NEEDED:
            importlib.import_module(name)
