"""Natural voices that can be had: the published Piper voices, listed in the package. Opens no network.

catalogue.json is written by tools/make_catalogue.py from the published list: sizes and MD5 digests are what
stands there; SHA-256 digests do not, and are pinned at the first download that was verified (download.py).
Licences do not either: a voice's model card states its own (card.py). A newer list that was fetched since
(installing.refresh) lies in the voices folder and comes first.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from oyez.errors import VoiceNotFound
from oyez.model.language import primary
from oyez.settings import load_settings
from oyez.voices.published_list import rows_of

__all__ = [
    "Catalogue",
    "CatalogueVoice",
    "PublishedFile",
    "catalogue",
    "primary_language",
    "published",
    "quality_rank",
    "refreshed_file",
]

_PREFIX = "piper:"
_QUALITIES = (
    "medium",
    "high",
    "low",
    "x_low",
)  # medium first: high takes six times its time, and twice its space
_SAME_LANGUAGE = {"nb": "no", "nn": "no"}  # Norwegian voices are published under the older tag
_AT_HOME = {"en": "en-us"}  # what espeak-ng too takes a bare "en" for; elsewhere the rule decides


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a voice: its name, where it lies below the host, bytes, MD5 in hexadecimal."""

    name: str
    path: str
    bytes: int
    md5: str


@dataclass(frozen=True, slots=True)
class CatalogueVoice:
    """A voice as published.

    stem        "en_US-amy-medium": what its files are called
    language    BCP 47, lower case: "en-us"
    quality     "x_low", "low", "medium" or "high", as published
    licence     None: nothing is known before its card is read
    """

    stem: str
    speakers: int
    model: PublishedFile
    description: PublishedFile
    card: PublishedFile
    licence: str | None = None

    @property
    def name(self) -> str:
        """What it is called once it is installed: "piper:en_US-amy-medium"."""
        return _PREFIX + self.stem

    @property
    def language(self) -> str:
        return self.stem.partition("-")[0].replace("_", "-").lower()

    @property
    def region(self) -> str:
        """ "US"."""
        return self.stem.partition("-")[0].partition("_")[2]

    @property
    def speaker(self) -> str:
        """ "amy"."""
        return self.stem.split("-")[1]

    @property
    def quality(self) -> str:
        return self.stem.rpartition("-")[2]

    @property
    def label(self) -> str:
        """ "Amy, medium"."""
        label = f"{self.speaker}, {self.quality}".replace("_", " ")
        return label[:1].upper() + label[1:]

    @property
    def folder(self) -> str:
        """Where its files lie below the host: "en/en_US/amy/medium"."""
        return self.model.path.rpartition("/")[0]

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        """In the order in which they are fetched: the largest last."""
        return (self.card, self.description, self.model)

    @property
    def bytes(self) -> int:
        """Of all its files."""
        return sum(file.bytes for file in self.files)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Voices that can be had, by language, the recommended one of each first."""

    voices: tuple[CatalogueVoice, ...]

    def find(self, name: str) -> CatalogueVoice:
        """The voice of that name, with or without "piper:"; a speaker alone ("amy") means the best of hers.

        Raises VoiceNotFound with the nearest names.
        """
        bare = name.removeprefix(_PREFIX)
        meant = [one for one in self.voices if bare in (one.stem, f"{one.speaker}-{one.quality}")]
        meant = meant or [one for one in self.voices if bare == one.speaker]
        if meant:
            return min(meant, key=_rank)
        known = [one.stem for one in self.voices] + [one.speaker for one in self.voices]
        near = difflib.get_close_matches(bare, dict.fromkeys(known), n=3)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise VoiceNotFound(
            f"the catalogue has no voice {name[:80]!r}",
            f"{hint}what can be had: oyez voices list --available",
        )

    def recommended(self, language: str) -> CatalogueVoice | None:
        """The voice to get for a BCP 47 language; None where there is none.

        By a rule, since nobody of us has heard them all: of the same region where there is one, medium
        quality, one speaker, then the smallest.

        >>> [voice and voice.stem for voice in map(catalogue().recommended, ("en", "en-GB", "nb", "eo"))]
        ['en_US-amy-medium', 'en_GB-alan-medium', 'no_NO-talesyntese-medium', None]
        """
        tag, spoken = language.lower().replace("_", "-"), primary_language(language)
        speaking = [one for one in self.voices if primary_language(one.language) == spoken]
        if not speaking:
            return None
        home = _AT_HOME.get(spoken)
        return min(speaking, key=lambda one: (one.language != tag, one.language != home, _rank(one)))

    def is_recommended(self, voice: CatalogueVoice) -> bool:
        """Whether the rule chooses it for its language and region."""
        return voice == min((one for one in self.voices if one.language == voice.language), key=_rank)


def catalogue() -> Catalogue:
    """The catalogue in the voices folder where one was fetched, else the one in the package."""
    file = refreshed_file(load_settings().voices)
    try:
        facts = file.stat()
        return _refreshed(file, facts.st_size, facts.st_mtime_ns)
    except (OSError, ValueError, KeyError):  # none, or one that a later Oyez wrote
        return _packaged()


def refreshed_file(folder: Path) -> Path:
    """Where in the voices folder a list that was fetched is kept."""
    return folder / ".catalogue.json"


@cache
def _packaged() -> Catalogue:
    return _of(files("oyez.voices").joinpath("catalogue.json").read_bytes())


@lru_cache(maxsize=1)
def _refreshed(file: Path, _bytes: int, _changed: int) -> Catalogue:
    return _of(file.read_bytes())


def _of(content: bytes) -> Catalogue:
    voices = (published(*row) for row in rows_of(content))
    return Catalogue(tuple(sorted(voices, key=lambda voice: (voice.language, _rank(voice)))))


def published(
    stem: str, speakers: int, model: list[Any], description: list[Any], card: list[Any]
) -> CatalogueVoice:
    """A voice by its name and [bytes, MD5] of each file: where they lie follows from the name."""
    code, speaker, quality = stem.split("-")
    folder = f"{code.partition('_')[0]}/{code}/{speaker}/{quality}"

    def file(name: str, size: int, md5: str) -> PublishedFile:
        return PublishedFile(name, f"{folder}/{name}", size, md5)

    return CatalogueVoice(
        stem,
        speakers,
        file(f"{stem}.onnx", *model),
        file(f"{stem}.onnx.json", *description),
        file("MODEL_CARD", *card),
    )


def primary_language(tag: str) -> str:
    """The language of a tag without its region, under the name it goes by among voices.

    >>> primary_language("en-GB"), primary_language("nb_NO")
    ('en', 'no')
    """
    return _SAME_LANGUAGE.get(primary(tag), primary(tag))


def quality_rank(name: str) -> int:
    """How good the voice of that name is to have, the best 0; of a quality nobody published last.

    >>> [quality_rank(name) for name in ("piper:en_US-amy-medium", "en_US-amy-low", "my own")]
    [0, 2, 4]
    """
    quality = name.rpartition("-")[2]
    return _QUALITIES.index(quality) if quality in _QUALITIES else len(_QUALITIES)


def _rank(voice: CatalogueVoice) -> tuple[bool, bool, int, int, str]:
    quality = quality_rank(voice.stem)
    return quality != 0, voice.speakers != 1, quality, voice.model.bytes, voice.stem
