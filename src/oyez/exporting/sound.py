"""Sound files: mp3, m4a, opus, flac, wav.

clip and pause -> stretched (the time map is kept) -> the voice's gain -> limiter -> int16 -> encoder
One sentence at a time, so that encoding can run while the voice still speaks.
"""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, ClassVar

from oyez.exporting.encoding import EncodingProcess
from oyez.exporting.heard import require_sound
from oyez.model.article import Article
from oyez.model.narration import Clip, Narration, pause_frames
from oyez.model.voice import VoiceInfo
from oyez.timing.timemap import TimeMap

if TYPE_CHECKING:
    from numpy import float32, int16
    from numpy.typing import NDArray

    from oyez.audio.tags import Tags

__all__ = ["Flac", "M4a", "Mp3", "Opus", "SoundFile", "Wav", "levels", "tags_for"]


class SoundFile:
    """One sound file in the making: `add` each sentence's clip, then `finish`.

    gain         linear, the narration's own
    speed        0.5 to 4; InvalidSpeed otherwise
    file_format  "wav", "mp3", "m4a", "opus" or "flac"; UnknownFormat otherwise
    """

    def __init__(
        self,
        article: Article,
        voice: VoiceInfo,
        sample_rate: int,
        *,
        gain: float,
        speed: float,
        file_format: str,
    ) -> None:
        from oyez.audio.limiter import Limiter
        from oyez.audio.pace import Pacer

        self._sample_rate = sample_rate
        self._gain = gain
        self._pacer = Pacer(sample_rate, speed)
        self._limiter = Limiter(sample_rate)
        self._encoder = EncodingProcess(file_format, sample_rate, tags_for(article, voice))

    @property
    def time_map(self) -> TimeMap:
        """Where each frame of the narration is heard in the file."""
        return self._pacer.time_map

    def add(self, clip: Clip, pause: float) -> None:
        """Append a clip and the pause after it, in seconds at natural speed."""
        import numpy as np

        sound = self._pacer.add(clip.samples, pause_frames(pause, self._sample_rate))
        self._encoder.add(levels(self._limiter.feed(sound * np.float32(self._gain))))

    def finish(self) -> bytes:
        """The whole file."""
        self._encoder.add(levels(self._limiter.finish()))
        return self._encoder.finish()


def tags_for(article: Article, voice: VoiceInfo) -> Tags:
    """What the file says of itself: the article's own data, and that no human reads it."""
    from oyez.audio.tags import Tags

    published = article.published.date() if isinstance(article.published, datetime) else article.published
    return Tags(
        title=article.title,
        artist=", ".join(person.name for person in article.people),
        album=article.publisher or "",
        date=published.isoformat() if published else "",
        url=article.url or "",
        comment=f"Read by a synthetic voice: {voice.label or voice.name}, made with Oyez {version('oyez')}",
        language=article.language,
    )


def levels(samples: NDArray[float32]) -> NDArray[int16]:
    """float32 in -1..1 as 16-bit levels: the exact reverse of dividing them by 32768."""
    import numpy as np

    levels: NDArray[int16] = np.clip(np.rint(samples * np.float32(32768)), -32768, 32767).astype(np.int16)
    return levels


class _Sound:
    """An exporter of one sound format, named by its suffix."""

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def begin(
        self, article: Article, voice: VoiceInfo, sample_rate: int, *, gain: float, speed: float
    ) -> SoundFile:
        """An empty file, to be filled while the voice speaks."""
        return SoundFile(article, voice, sample_rate, gain=gain, speed=speed, file_format=self.suffix[1:])

    def export(self, narration: Narration, speed: float) -> bytes:
        """The whole narration as one file."""
        require_sound(narration)
        script = narration.script
        file = self.begin(
            script.article, narration.voice, narration.sample_rate, gain=narration.gain, speed=speed
        )
        for clip, sentence in zip(narration.clips, script.sentences, strict=True):
            file.add(clip, sentence.pause)
        return file.finish()


class Wav(_Sound):
    """16-bit PCM: 44 KB a second at 22,050 Hz, for other programs to work on."""

    suffix = ".wav"
    media_type = "audio/wav"


class Mp3(_Sound):
    """64 kbit/s; plays everywhere."""

    suffix = ".mp3"
    media_type = "audio/mpeg"


class M4a(_Sound):
    """AAC at 64 kbit/s; better sound than mp3, and seekable at once."""

    suffix = ".m4a"
    media_type = "audio/mp4"


class Opus(_Sound):
    """32 kbit/s in Ogg: the smallest, made for speech."""

    suffix = ".opus"
    media_type = "audio/ogg"


class Flac(_Sound):
    """Lossless, half of wav."""

    suffix = ".flac"
    media_type = "audio/flac"
