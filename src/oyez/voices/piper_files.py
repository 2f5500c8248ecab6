"""Piper-format voices as files: NAME.onnx with NAME.onnx.json beside it, and what they are called.

Listing reads descriptions and digests only; no model is opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from oyez.errors import BadVoice
from oyez.model.voice import VoiceInfo
from oyez.voices.card import stated_licence
from oyez.voices.espeak_text import ESPEAK_VERSION
from oyez.voices.piper_config import parse_config, read_description

__all__ = [
    "PREFIX",
    "SUFFIX",
    "describe",
    "digest_of",
    "is_plain_name",
    "list_voices",
    "model_path",
    "short_names",
]

PREFIX, SUFFIX = "piper:", ".onnx"

_RUNNER = 3  # raise it when this runner makes another clip of the same voice and text: its times, too
_DIGESTS = ".digests.json"  # {file: [bytes, mtime in ns, sha256]}: a folder of voices is hashed once
_BLOCK = 1 << 20  # bytes hashed at a time
_PLAIN_NAME = re.compile(r"\w[\w.+-]{0,150}")  # no separators: a name stays within the voices folder
_UNSTATED = "see its model card"


def list_voices(folder: Path) -> Iterator[VoiceInfo]:
    """Every voice of a folder whose description is sound."""
    models = sorted(path for path in folder.glob(f"*{SUFFIX}") if _is_file(path))
    names = short_names([path.stem for path in models])
    kept = _kept_digests(folder)
    fresh = {path.name: digest for path in models if (digest := _digest(path, kept.get(path.name)))}
    if fresh != kept:
        _keep_digests(folder, fresh)
    for path in models:
        with contextlib.suppress(BadVoice):  # finding it by name says what is wrong
            if path.name in fresh:
                yield _info(path, PREFIX + path.stem, fresh[path.name][2], (path.stem, *names[path.stem]))


def describe(path: Path, name: str) -> VoiceInfo:
    """One voice file under the name given; BadVoice where it or its description cannot be read."""
    digest = _digest(path, None)
    if digest is None:
        raise BadVoice(f"the voice file {str(path)!r} cannot be read", "look at its permissions")
    return _info(path, name, digest[2], ())


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a voice file, from its folder's list where that holds; None where it cannot be read."""
    digest = _digest(path, _kept_digests(path.parent).get(path.name))
    return None if digest is None else str(digest[2])


def model_path(name: str, folder: Path) -> Path | None:
    """The existing file that a name means: a path ending in .onnx, or a plain name in the folder."""
    bare = name.removeprefix(PREFIX)
    if bare.endswith(SUFFIX):
        # Absolute, so that the voice keeps its name wherever it is looked for again.
        path = Path(bare).expanduser().absolute()
    elif _PLAIN_NAME.fullmatch(bare):
        path = folder / f"{bare}{SUFFIX}"
    else:
        return None
    return path if _is_file(path) else None


def is_plain_name(stem: str) -> bool:
    """Whether a voice may be called so: letters, digits and _.+- only, no path.

    >>> [is_plain_name(stem) for stem in ("en_US-amy-medium", "../amy", "amy.onnx", "")]
    [True, False, False, False]
    """
    return _PLAIN_NAME.fullmatch(stem) is not None and not stem.endswith(SUFFIX)


def short_names(stems: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What a listener may call each voice, where that means no other.

    >>> short_names(["en_US-kristin_sano-nano", "en_US-amy-low", "en_US-amy-medium"])["en_US-amy-low"]
    ('amy-low',)
    """
    claims = {stem: _claims(stem) for stem in stems}
    taken: set[str] = set(stems)
    names: dict[str, tuple[str, ...]] = dict.fromkeys(stems, ())
    for rank in range(3):
        claimed = Counter(ranks[rank] for ranks in claims.values() if ranks)
        for stem, ranks in claims.items():
            if ranks and claimed[ranks[rank]] == 1 and ranks[rank] not in taken:
                names[stem] += (ranks[rank],)
        taken |= set(claimed)
    return names


def _claims(stem: str) -> tuple[str, str, str] | None:
    """en_US-kristin_sano-nano: "kristin_sano", "kristin_sano-nano", "kristin", the first coming first."""
    parts = stem.split("-")
    if len(parts) != 3 or not all(parts):
        return None
    _, name, quality = parts
    return name, f"{name}-{quality}", name.split("_")[0] or name


def _info(path: Path, name: str, digest: str, aliases: Sequence[str]) -> VoiceInfo:
    description = read_description(path)
    config = parse_config(description, f"{path.name}.json")
    described = hashlib.sha256(description).hexdigest()
    claims = _claims(path.stem)
    label = claims[1].replace("_", " ").replace("-", ", ") if claims else path.stem
    return VoiceInfo(
        name=name,
        engine="piper",
        language=config.language,
        label=label[:1].upper() + label[1:],
        licence=config.licence or stated_licence(path) or _UNSTATED,
        version=f"runner {_RUNNER}, espeak-ng {ESPEAK_VERSION}, {digest[:16]}, {described[:8]}",
        natural=True,
        aliases=tuple(aliases),
    )


def _digest(path: Path, kept: Any) -> list[Any] | None:
    """[bytes, mtime, sha256] of a file, the kept one where the first two still hold; None if unreadable."""
    try:
        facts = path.stat()
        now = [facts.st_size, facts.st_mtime_ns]
        if isinstance(kept, list) and kept[:2] == now and len(kept) == 3 and isinstance(kept[2], str):
            return kept
        sha256 = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                sha256.update(block)
    except OSError:
        return None
    return [*now, sha256.hexdigest()]


def _kept_digests(folder: Path) -> dict[str, Any]:
    try:
        kept = json.loads((folder / _DIGESTS).read_bytes())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep_digests(folder: Path, digests: dict[str, list[Any]]) -> None:
    part = folder / f"{_DIGESTS}.part"
    with contextlib.suppress(OSError):  # a folder that cannot be written is hashed again next time
        part.write_text(json.dumps(digests), "utf-8")
        part.replace(folder / _DIGESTS)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the file system
        return False
