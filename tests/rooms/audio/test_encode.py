"""Sound files decoded again: times, lengths, tags, and what happens to broken ones."""

from __future__ import annotations

import io

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from oyez.audio import encode
from oyez.audio.encode import FORMATS, Encoder, from_flac, to_flac
from oyez.audio.tags import Tags
from oyez.errors import EncoderMissing, UnknownFormat

TAGS = Tags(
    title="Regen – über “allem” 😀",
    artist="Ada Example, Ben Muster",
    album="The Harbour Post",
    date="2024-05-06",
    url="https://news.example/rain?a=1&b=2",
    comment="Read by a synthetic voice: Test, made with Oyez 0",
    language="en-GB",
)


def encoded(file_format: str, samples: NDArray[np.int16], rate: int, tags: Tags | None = None) -> bytes:
    encoder = Encoder(file_format, rate, tags)
    for piece in np.array_split(samples, 7):
        encoder.add(piece)
    return encoder.finish()


def decoded(blob: bytes) -> tuple[NDArray[np.float64], int]:
    with av.open(io.BytesIO(blob), "r") as container:
        frames = list(container.decode(audio=0))
    samples = np.concatenate([frame.to_ndarray().ravel() for frame in frames]).astype(np.float64)
    if frames[0].format.name.startswith("s16"):
        samples /= 32768
    return samples, frames[0].sample_rate


def ticks(rate: int) -> NDArray[np.int16]:
    """Five seconds of faint noise with short chirps in it, a length that no frame size divides."""
    rng = np.random.default_rng(5)
    sound = rng.normal(0, 30, 5 * rate + 123)
    time = np.arange(rate // 100) / rate
    chirp = 12000 * np.sin(2 * np.pi * (500 + 100_000 * time) * time) * np.hanning(len(time))
    for second in (0.02, 1.2345, 3.21):
        at = round(second * rate)
        sound[at : at + len(chirp)] += chirp
    return sound.astype(np.int16)


@pytest.mark.parametrize("rate", [16000, 22050, 24000])
@pytest.mark.parametrize("file_format", FORMATS)
def test_nothing_is_shifted_and_the_length_stays(file_format: str, rate: int) -> None:
    source = ticks(rate)
    heard, heard_rate = decoded(encoded(file_format, source, rate))
    error = len(heard) / heard_rate - len(source) / rate
    assert abs(error) <= (0 if file_format in ("wav", "flac") else 0.060)
    fine = 48000  # both are brought to one rate, to be compared there
    at = np.arange(5 * fine) / fine
    before = np.interp(at, np.arange(len(source)) / rate, source / 32768)
    after = np.interp(at, np.arange(len(heard)) / heard_rate, heard)
    spectrum = np.fft.rfft(after, 2 * len(at)) * np.conj(np.fft.rfft(before, 2 * len(at)))
    match = np.fft.irfft(spectrum)
    shift = (int(match.argmax()) + len(at)) % (2 * len(at)) - len(at)
    assert abs(shift) / fine <= 0.001


@pytest.mark.parametrize("file_format", ["wav", "flac"])
def test_lossless_formats_keep_every_bit(file_format: str) -> None:
    source = np.random.default_rng(0).integers(-32768, 32768, 30_000).astype(np.int16)
    heard, rate = decoded(encoded(file_format, source, 22050))
    assert rate == 22050
    assert np.array_equal(np.rint(heard * 32768), source)


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_sound_makes_the_same_file(file_format: str) -> None:
    source = ticks(22050)
    first = encoded(file_format, source, 22050, TAGS)
    whole = Encoder(file_format, 22050, TAGS)
    whole.add(source)
    assert whole.finish() == first


@pytest.mark.parametrize("file_format", FORMATS)
def test_tags_are_read_back(file_format: str) -> None:
    blob = encoded(file_format, ticks(22050), 22050, TAGS)
    with av.open(io.BytesIO(blob)) as container:
        stream = container.streams.audio[0]
        found = {name.lower(): text for name, text in {**stream.metadata, **container.metadata}.items()}
    assert found["title"] == TAGS.title
    assert found["artist"] == TAGS.artist
    assert found["album"] == TAGS.album
    assert found["date"] == TAGS.date
    assert found["comment"] == TAGS.comment
    assert found["language"] == ("eng" if file_format in ("mp3", "m4a") else TAGS.language)
    assert TAGS.url.encode() in blob


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("frames", [0, 1, 100])
def test_tiny_sounds_make_files(file_format: str, frames: int) -> None:
    blob = encoded(file_format, np.zeros(frames, dtype=np.int16), 22050, TAGS)
    with av.open(io.BytesIO(blob)) as container:
        assert container.streams.audio[0].codec_context.channels == 1


def test_an_m4a_begins_with_its_index() -> None:
    blob = encoded("m4a", ticks(22050), 22050)
    assert 0 < blob.find(b"moov") < blob.find(b"mdat")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match="mp3"):
        Encoder("wma", 22050)


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = encode._Format("mp3", "no_such_encoder")
    monkeypatch.setitem(encode._FORMATS, "mp3", lacking)
    with pytest.raises(EncoderMissing, match="no_such_encoder"):
        Encoder("mp3", 22050)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(-32768, 32767), max_size=300), st.sampled_from([16000, 22050, 24000]))
def test_flac_is_lossless(levels: list[int], rate: int) -> None:
    samples = np.array(levels, dtype=np.int16)
    back, back_rate = from_flac(to_flac(samples, rate))
    assert back.dtype == np.int16
    assert np.array_equal(back, samples)
    assert back_rate == rate


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_flac_is_never_taken_for_sound(data: st.DataObject) -> None:
    blob = bytearray(to_flac(ticks(16000)[:8000], 16000))
    kind = data.draw(st.sampled_from(["cut", "overwritten"]))
    at = data.draw(st.integers(26, len(blob) - 1))
    if kind == "cut":
        del blob[at:]
    else:
        blob[at] ^= data.draw(st.integers(1, 255))
    try:
        samples, _ = from_flac(bytes(blob))
    except ValueError:
        return
    assert np.array_equal(samples, ticks(16000)[:8000])


@pytest.mark.parametrize("blob", [b"", b"fLaC", b"RIFF" * 40, bytes(1000)])
def test_what_is_no_flac_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match="FLAC"):
        from_flac(blob)
