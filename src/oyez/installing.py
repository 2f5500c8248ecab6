"""A voice of the catalogue, from the network into the voices folder.

catalogue -> space -> card (shown) -> description, model: Range, digests -> run once -> move in -> VoiceInfo

The voices room opens no network and the fetching room knows no voices: they meet here.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

from oyez.errors import BadDownload, SourceError
from oyez.model.voice import VoiceInfo
from oyez.platform import hold_file
from oyez.settings import Settings
from oyez.voices.card import ModelCard, card_file, read_card
from oyez.voices.catalogue import Catalogue, CatalogueVoice, PublishedFile, catalogue, refreshed_file
from oyez.voices.download import Answer, OpenUrl, Pins, check_space, download, writing_to
from oyez.voices.find import find_voice
from oyez.voices.importing import move_in
from oyez.voices.piper_files import is_plain_name, model_path
from oyez.voices.published_list import NAME, catalogue_text, read_list

__all__ = ["PUBLISHED", "install", "kept_card", "model_card", "refresh"]

PUBLISHED = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
_DOWNLOADS = ".downloads"  # in the voices folder: what has come of voices that are not whole yet
_SLOWEST = 5_000  # bytes a second, on average, before a download is given up
_PATIENCE = 60.0  # seconds on top of that
_LARGEST_LIST = 20_000_000  # bytes; the published one has 300,000

OnBytes = Callable[[int, int], None]  # bytes that are here, of so many
OnCard = Callable[[ModelCard], None]


def model_card(name: str, settings: Settings, among: Catalogue | None = None) -> ModelCard:
    """What its author says of a voice: the card kept beside an installed one, else the published one.

    Raises VoiceNotFound, BadDownload.
    """
    kept = kept_card(name, settings)
    if kept is not None:
        return kept
    voice = (among or catalogue()).find(name)
    with tempfile.TemporaryDirectory(prefix="oyez-card-") as folder:
        return _card(voice, Path(folder), settings)


def install(
    voice: CatalogueVoice,
    settings: Settings,
    *,
    on_card: OnCard = lambda _: None,
    on_bytes: OnBytes = lambda _come, _of: None,
) -> VoiceInfo:
    """Download a voice, verify it, run it once, and only then put it among the others.

    `on_card` is told its model card before the model is fetched; `on_bytes` how far it is. What broke off
    goes on where it stopped. Raises BadDownload, BadVoice, StoreFull, StoreError.
    """
    from oyez.voices.piper import check_voice

    place = settings.voices / _DOWNLOADS / voice.stem
    with _held(place, voice):
        check_space(place, voice.bytes - sum(file.stat().st_size for file in place.iterdir()))
        card = _card(voice, place, settings)
        on_card(card)
        come = voice.card.bytes
        for file in (voice.description, voice.model):
            _fetch(file, place, settings, partial(_tell, on_bytes, come, voice.bytes))
            come += file.bytes
        model = place / voice.model.name
        with writing_to(place):
            shutil.copyfile(place / voice.card.name, card_file(model))
        check_voice(model)
        name = move_in(model, settings.voices)
        shutil.rmtree(place, ignore_errors=True)
    return find_voice(name)


def refresh(settings: Settings) -> tuple[Catalogue, int]:
    """Fetch the list of voices as it is now, and keep it; the catalogue, and how many entries it left out.

    Raises BadDownload where it does not come or is none (what was kept before then stays), StoreError.
    """
    address = f"{(settings.voice_mirror or PUBLISHED).rstrip('/')}/{NAME}"
    allow_private = settings.allow_private or bool(settings.voice_mirror)
    rows, left_out = read_list(_list(address, allow_private))
    file = refreshed_file(settings.voices)
    part = file.with_name(f"{file.name}.part")
    with writing_to(settings.voices):
        settings.voices.mkdir(parents=True, exist_ok=True)
        part.write_text(catalogue_text(rows), "utf-8")
        part.replace(file)
    return catalogue(), left_out


def _list(address: str, allow_private: bool) -> bytes:
    hint = "try again later, or name another server in OYEZ_VOICE_MIRROR"
    content = bytearray()
    try:
        with _open(address, {}, seconds=_PATIENCE, allow_private=allow_private) as answer:
            if answer.status != 200:
                raise BadDownload(f"the server gives no list of voices ({answer.status})", hint)
            for piece in answer.pieces:
                content += piece
                if len(content) > _LARGEST_LIST:
                    raise BadDownload(f"the list of voices is larger than {_LARGEST_LIST:,} bytes", hint)
    except SourceError as error:
        raise BadDownload(f"the list of voices did not come: {error.message}", hint) from error
    return bytes(content)


@contextmanager
def _held(place: Path, voice: CatalogueVoice) -> Iterator[None]:
    """The voice's folder of parts, for us alone: two downloads would write into each other's file."""
    with ExitStack() as stack:
        with writing_to(place):
            place.mkdir(parents=True, exist_ok=True)
            held = stack.enter_context(hold_file(place / "lock"))
        if not held:
            raise BadDownload(f"{voice.name} is being downloaded already", "wait for it to end")
        try:
            yield
        finally:
            with suppress(OSError):
                if not any(file.stat().st_size for file in place.iterdir()):
                    shutil.rmtree(place)  # nothing came: nothing is left behind


def _card(voice: CatalogueVoice, folder: Path, settings: Settings) -> ModelCard:
    _fetch(voice.card, folder, settings)
    return read_card((folder / voice.card.name).read_bytes())


def _fetch(
    file: PublishedFile, folder: Path, settings: Settings, on_bytes: Callable[[int], None] = lambda _: None
) -> None:
    """One file, verified, its SHA-256 pinned from now on."""
    pins = Pins(settings.voices)
    host = settings.voice_mirror or PUBLISHED
    sha256 = download(file, host, folder, _opener(file, settings), sha256=pins.of(file), on_bytes=on_bytes)
    pins.pin(file, sha256)


def _tell(on_bytes: OnBytes, before: int, of: int, part: int) -> None:
    on_bytes(before + part, of)


def _opener(file: PublishedFile, settings: Settings) -> OpenUrl:
    # A mirror is the listener's own word: it may stand in his own network.
    allow_private = settings.allow_private or bool(settings.voice_mirror)
    return partial(_open, seconds=_PATIENCE + file.bytes / _SLOWEST, allow_private=allow_private)


def _open(
    url: str, headers: Mapping[str, str], *, seconds: float, allow_private: bool
) -> AbstractContextManager[Answer]:
    from oyez.fetching.streaming import open_stream

    return open_stream(url, headers, seconds=seconds, allow_private=allow_private)


def kept_card(name: str, settings: Settings) -> ModelCard | None:
    """The card kept beside an installed voice, or None; asks no network."""
    stem = name.removeprefix("piper:")
    model = model_path(stem, settings.voices) if is_plain_name(stem) else None
    if model is None or not card_file(model).is_file():
        return None
    return read_card(card_file(model).read_bytes())
