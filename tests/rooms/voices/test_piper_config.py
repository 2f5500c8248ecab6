"""Descriptions of voices: sound ones are read, broken ones are refused with the key that is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import BadVoice
from oyez.voices.piper_config import parse_config, read_description

Described = Callable[..., dict[str, Any]]
IDS = {"^": [1], "_": [0], "$": [2], "a": [3]}

BAD: list[tuple[dict[str, Any], str]] = [
    ({"audio": None}, "audio.sample_rate: missing"),
    ({"audio": 22_050}, "audio is no JSON object"),
    ({"audio": {"sample_rate": "22050"}}, "audio.sample_rate: '22050' is no whole number"),
    ({"audio": {"sample_rate": 22_050.5}}, "audio.sample_rate"),
    ({"audio": {"sample_rate": True}}, "audio.sample_rate"),
    ({"audio": {"sample_rate": 4_000_000_000}}, "audio.sample_rate: 4000000000 is outside 8000 to 48000"),
    ({"audio": {"sample_rate": 0}}, "audio.sample_rate"),
    ({"espeak": None}, "espeak.voice: missing"),
    ({"espeak": {"voice": ""}}, "espeak.voice"),
    ({"espeak": {"voice": "../../../tmp/evil"}}, "espeak.voice"),
    ({"espeak": {"voice": ["en"]}}, "espeak.voice"),
    ({"phoneme_type": "pinyin"}, "phoneme_type: 'pinyin' needs a program Oyez does not have"),
    ({"phoneme_type": 3}, "phoneme_type"),
    ({"phoneme_id_map": None}, "'^' is missing"),
    ({"phoneme_id_map": {}}, "'^' is missing"),
    ({"phoneme_id_map": [1, 2]}, "phoneme_id_map is no JSON object"),
    ({"phoneme_id_map": {**IDS, "$": []}}, "phoneme_id_map.'$'"),
    ({"phoneme_id_map": {**IDS, "b": ["4"]}}, "phoneme_id_map.'b'"),
    ({"phoneme_id_map": {**IDS, "b": [-1]}}, "phoneme_id_map.'b'"),
    (
        {"phoneme_id_map": {**IDS, "b": [4]}, "num_symbols": 4},
        "phoneme_id_map.'b': [4] is no list of ids below 4",
    ),
    ({"num_symbols": "many"}, "num_symbols"),
    ({"num_speakers": 0}, "num_speakers"),
    ({"num_speakers": 2, "default_speaker_id": 2}, "default_speaker_id: 2 is outside 0 to 1"),
    ({"hop_length": 0}, "hop_length"),
    ({"hop_length": 1e9}, "hop_length"),
    ({"inference": "fast"}, "inference is no JSON object"),
    ({"inference": {"length_scale": 0}}, "inference.length_scale"),
    ({"inference": {"length_scale": "1"}}, "inference.length_scale"),
    ({"inference": {"noise_scale": float("nan")}}, "inference.noise_scale"),
    ({"language": {"code": 7}}, "language.code"),
    ({"vowel_clusters": [["a", 1]]}, "vowel_clusters"),
]


@pytest.mark.parametrize(("changes", "why"), BAD)
def test_a_broken_description_is_refused(changes: dict[str, Any], why: str, described: Described) -> None:
    with pytest.raises(BadVoice) as raised:
        parse_config(json.dumps(described(**changes)).encode(), "x.onnx.json")
    assert raised.value.message.startswith("x.onnx.json: ")
    assert why in raised.value.message
    assert "voices list" in raised.value.hint


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b" " * 5_000_000]
)
def test_what_is_no_json_object_is_refused(content: bytes) -> None:
    with pytest.raises(BadVoice):
        parse_config(content, "x.onnx.json")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["audio", "sample_rate", "espeak", "voice", "phoneme_id_map", "inference", "^", "_", "$"]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_any_json_is_read_or_refused(data: Any) -> None:
    try:
        parse_config(json.dumps(data).encode(), "x.onnx.json")
    except BadVoice as error:
        assert error.hint


def test_a_sound_description(described: Described) -> None:
    config = parse_config(json.dumps(described(hop_length=None, license="CC0")).encode(), "x")
    assert (config.sample_rate, config.language, config.hop) == (16_000, "en-us", 256)
    assert (config.noise_scale, config.length_scale, config.licence) == (0.5, 1.0, "CC0")


def test_the_least_there_may_be() -> None:
    least = {"audio": {"sample_rate": 22_050}, "espeak": {"voice": "de"}, "phoneme_id_map": IDS}
    config = parse_config(json.dumps(least).encode(), "x")
    assert (config.language, config.noise_scale, config.length_scale) == ("de", 0.667, 1.0)
    assert (config.speakers, config.speaker, config.phonemes) == (1, 0, "espeak")


def test_a_missing_description_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadVoice, match=r"'a.onnx' has no description 'a.onnx.json'"):
        read_description(tmp_path / "a.onnx")
