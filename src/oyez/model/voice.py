"""What is known of a voice before it is loaded."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["VoiceInfo"]


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice by name ("espeak:en-us").

    natural    True for neural voices, False for synthetic ones
    version    changes whenever the same text would sound different: engine version and voice file
    """

    name: str
    engine: str
    language: str
    label: str
    licence: str
    version: str
    natural: bool = False
    aliases: tuple[str, ...] = ()
