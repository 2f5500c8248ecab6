"""Voice files from anywhere, into the voices folder: checked first, moved in whole or not at all.

FILE.onnx | FOLDER | ZIP -> which files (Kokoro's, or Piper voices) -> copies in a folder of their own
                         -> check each -> move -> names
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

from oyez.errors import BadVoice, InvalidOption, VoiceNotFound
from oyez.voices.card import card_file
from oyez.voices.download import check_space, writing_to
from oyez.voices.kokoro_importing import (
    check_kokoro,
    is_kokoro_name,
    kokoro_wanted,
    move_kokoro_in,
    remove_style,
)
from oyez.voices.piper_files import PREFIX, SUFFIX, digest_of, is_plain_name, model_path
from oyez.voices.piper_prepared import forget_prepared, move_prepared

__all__ = ["import_voices", "move_in", "remove_voice"]

_LARGEST = 1_000_000_000  # bytes of one file; the largest published voice has 137 million
_BLOCK = 1 << 20  # bytes copied at a time
_ENCRYPTED = 1  # bit of a zip entry's flags
_PAIR = "a Piper voice is two files: NAME.onnx and NAME.onnx.json"


def import_voices(source: Path, folder: Path) -> tuple[str, ...]:
    """Copy the voices of a file, a folder or a zip archive into `folder`; their full names, "piper:NAME".

    Raises VoiceNotFound where there is none, BadVoice where one is no voice (then none is taken),
    StoreFull and StoreError where they cannot be written. What was there stays until the new one is whole.
    """
    from oyez.voices.piper import check_voice

    with _opened(source) as given, writing_to(folder):
        kokoro = kokoro_wanted(given.sizes)
        wanted = kokoro or _wanted(given.sizes, str(source))
        _refuse_large(given.sizes, wanted)
        folder.mkdir(parents=True, exist_ok=True)
        check_space(folder, sum(given.sizes[path] for path in wanted))
        with tempfile.TemporaryDirectory(prefix=".incoming-", dir=folder) as name:
            place = Path(name)
            for path, target in wanted.items():
                (place / target).parent.mkdir(parents=True, exist_ok=True)
                with given.open(path) as file, (place / target).open("wb") as copy:
                    shutil.copyfileobj(file, copy, _BLOCK)
            if kokoro:
                check_kokoro(place)
                return move_kokoro_in(place, folder)
            models = sorted(place.glob(f"*{SUFFIX}"))
            for model in models:
                check_voice(model)
            return tuple(move_in(model, folder) for model in models)


def move_in(model: Path, folder: Path) -> str:
    """Move a checked voice, with its card if it has one, from a folder on the same disk; its full name."""
    move_prepared(model, folder)
    with writing_to(folder):
        # The model comes last: without it nothing is listed.
        for file in (card_file(model), _description(model), model):
            if file.is_file():
                file.replace(folder / file.name)
    return f"{PREFIX}{model.stem}"


def remove_voice(name: str, folder: Path) -> str:
    """Remove an installed voice of the folder, sound or broken; its full name.

    Whoever speaks with it now ends the article: the model is in the memory of its worker.
    Raises InvalidOption for a voice that came with Oyez, VoiceNotFound for one that is not here.
    """
    if is_kokoro_name(name, folder):
        return remove_style(name, folder)
    stem = name.removeprefix(PREFIX)
    model = model_path(stem, folder) if is_plain_name(stem) else None
    if model is None:
        from oyez.voices.find import find_voice

        info = find_voice(name, files=False)
        model = model_path(info.name, folder) if info.engine == "piper" else None
        if model is None:
            raise InvalidOption(
                f"{info.name} is not a file of the voices folder: it came with Oyez or an add-on",
                "what can be removed is natural and installed: oyez voices list",
            )
    if digest := digest_of(model):
        forget_prepared(model, digest)
    with writing_to(folder):
        for file in (model, _description(model), card_file(model)):
            file.unlink(missing_ok=True)
    return f"{PREFIX}{model.stem}"


@dataclass(frozen=True, slots=True)
class _Given:
    """Files with their sizes in bytes, and how to open one; paths lead nowhere but into this."""

    sizes: Mapping[PurePath, int]
    open: Callable[[PurePath], IO[bytes]]


@contextmanager
def _opened(source: Path) -> Iterator[_Given]:
    """What lies in a folder or archive, or beside a single model; a broken archive is BadVoice."""
    if source.is_file() and source.suffix != SUFFIX and zipfile.is_zipfile(source):
        try:
            with zipfile.ZipFile(source) as archive:
                entries = {
                    PurePath(entry.filename): entry for entry in archive.infolist() if not entry.is_dir()
                }
                if any(entry.flag_bits & _ENCRYPTED for entry in entries.values()):
                    raise BadVoice(f"{str(source)!r} wants a password", "unpack it and give the folder")
                # zipfile gives no more than the stated size of an entry, whatever is packed in it.
                sizes = {path: entry.file_size for path, entry in entries.items()}
                yield _Given(sizes, lambda path: archive.open(entries[path]))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            hint = "unpack it and give the folder"
            raise BadVoice(f"{str(source)!r} cannot be unpacked: {error}", hint) from error
        return
    if source.is_dir():
        files = [path for path in source.rglob("*") if path.is_file()]
    elif source.suffix == SUFFIX or not source.exists():
        beside = (source, _description(source), card_file(source))
        files = [path for path in beside if path.is_file()]
        if source not in files:
            raise VoiceNotFound(f"there is no file {str(source)!r}", _PAIR)
    else:
        raise BadVoice(f"{str(source)!r} is no voice file", f"give NAME.onnx, a folder or a zip; {_PAIR}")
    yield _Given({path: path.stat().st_size for path in files}, _open_file)


def _open_file(path: PurePath) -> IO[bytes]:
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise VoiceNotFound(
            f"{str(path)!r} cannot be read: {error.strerror}", "look at its permissions"
        ) from error


def _wanted(sizes: Mapping[PurePath, int], source: str) -> dict[PurePath, str]:
    """Which files to copy, and under what names: the last part of each path, the rest of it is not ours."""
    models = sorted(path for path in sizes if path.suffix == SUFFIX)
    stems = Counter(path.stem for path in models)
    if not models:
        raise VoiceNotFound(f"there is no voice in {source!r}", _PAIR)
    wanted: dict[PurePath, str] = {}
    for model in models:
        if not is_plain_name(model.stem):
            hint = "rename its files: letters, digits, _ + - and ."
            raise BadVoice(f"{model.stem[:80]!r} is no name for a voice", hint)
        if stems[model.stem] > 1:
            raise BadVoice(f"there are two voices called {model.stem!r}", "import one of them by its file")
        description = model.with_name(f"{model.name}.json")
        if description not in sizes:
            raise VoiceNotFound(f"there is no file {str(description)!r}", _PAIR)
        wanted |= {model: model.name, description: description.name}
        alone = sum(path.parent == model.parent for path in models) == 1
        cards = [model.with_name(card_file(Path(model)).name)]
        cards += [model.with_name("MODEL_CARD")] if alone else []  # as it is called where it is published
        wanted |= {card: cards[0].name for card in cards[::-1] if card in sizes}
    return wanted


def _refuse_large(sizes: Mapping[PurePath, int], wanted: Mapping[PurePath, str]) -> None:
    for path, name in wanted.items():
        if sizes[path] > _LARGEST:
            raise BadVoice(f"{name} is larger than {_LARGEST:,} bytes, no voice is", "get the voice again")


def _description(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")
