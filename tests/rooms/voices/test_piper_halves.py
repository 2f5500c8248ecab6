"""Voices cut in parts: where, with how much context, and the same sound as the whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.voices.decoding_voice import HOP, decoding_model
from tests.tiny_voice import SYMBOLS, model

from oyez.voices.piper_graph import fit_graph
from oyez.voices.piper_halves import Halves, Plan, Stage, halves, trims
from oyez.voices.piper_local import decoder_input
from oyez.voices.piper_native import Halved, Whole, options
from oyez.voices.piper_prepare import prepare
from oyez.voices.piper_prepared import read_plan

NEAR = 1e-4  # of full scale, as the issue has it
SCALES = (0.667, 1.0, 0.0)


def session(model: Any) -> Any:
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options(), providers=["CPUExecutionProvider"]
    )


def cut(path: Path) -> tuple[Whole, list[tuple[Halves, Halved]]]:
    fitted, durations = fit_graph(path)
    ways = [
        (way, Halved(session(way.first), [session(stage) for stage in way.stages], way.plan))
        for way in halves(fitted, durations)
    ]
    return Whole(session(fitted), durations), ways


def dimensions(stage: Any) -> set[int]:
    """Of the tensors that its convolutions work on."""
    shapes = {weight.name: len(weight.dims) for weight in stage.graph.initializer}
    kinds = ("Conv", "ConvTranspose")
    return {shapes[node.input[1]] for node in stage.graph.node if node.op_type in kinds}


def ids(count: int, most: int = len(SYMBOLS)) -> list[int]:
    return [1, *np.random.RandomState(count).randint(3, most, count).tolist(), 2]


def heard(voice: Whole | Halved, given: list[int], speaker: int = 0, **more: Any) -> Any:
    return np.concatenate(list(voice.speak(given, SCALES, speaker, **more).pieces))


@pytest.mark.parametrize("speakers", [0, 3])
def test_pieces_are_what_the_whole_is(speakers: int, tmp_path: Path) -> None:
    path = tmp_path / "voice.onnx"
    path.write_bytes(decoding_model(speakers=speakers))
    whole, ways = cut(path)
    assert [len(way.stages) for way, _ in ways] == [2, 2, 1, 1], "flow and decoder, then the decoder alone"
    assert [dimensions(way.stages[-1]) for way, _ in ways] == [{4}, {3}, {4}, {3}], "the quicker first"
    for count in (1, 9, 80, 400):
        for speaker in range(max(1, speakers)):
            expected = heard(whole, ids(count), speaker)
            for _, voice in ways:
                for more in ({}, {"pieces": 1}, {"pieces": 5}, {"pieces": 40}):
                    made = heard(voice, ids(count), speaker, **more)
                    assert made.shape == expected.shape
                    assert np.abs(made - expected).max() <= NEAR
    if speakers:
        assert np.abs(heard(whole, ids(9), 0) - heard(whole, ids(9), 1)).max() > 0.01


def test_the_context_is_counted_and_no_more_than_needed(tmp_path: Path) -> None:
    path = tmp_path / "voice.onnx"
    path.write_bytes(decoding_model())
    whole, ways = cut(path)
    way, _ = ways[-1]
    stage = way.plan.stages[0]
    assert stage.hop == HOP
    assert [per_frame for per_frame, _ in stage.cuts] == [1, 1, 4]
    assert [reach for _, reach in stage.cuts] == sorted({reach for _, reach in stage.cuts}, reverse=True)
    short = Stage(
        stage.timed, stage.fixed, stage.target, tuple((p, max(0, r - 2)) for p, r in stage.cuts), HOP
    )
    plan = Plan(way.plan.durations, way.plan.made, (short,))
    voice = Halved(session(way.first), [session(way.stages[0])], plan)
    assert np.abs(heard(voice, ids(80), pieces=5) - heard(whole, ids(80))).max() > NEAR


@pytest.mark.parametrize("name", ["kristin", "amy"])
def test_a_real_voice_in_pieces(name: str, real_voice: Callable[[str], Path]) -> None:
    whole, ways = cut(real_voice(name))
    assert [dimensions(way.stages[-1]) for way, _ in ways] == [{4}, {3}, {4}, {3}]
    expected = heard(whole, ids(60, 40))
    for way, voice in ways:
        made = heard(voice, ids(60, 40))
        assert np.abs(made - expected).max() <= NEAR
        assert made.tobytes() == heard(voice, ids(60, 40)).tobytes(), "bit for bit, whenever"
        assert way.plan.stages[-1].hop == 256
        assert way.plan.stages[-1].reach <= 12


@pytest.mark.parametrize("content", [model(), decoding_model(trap="mean")])
def test_what_cannot_be_cut_is_not(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "voice.onnx"
    path.write_bytes(content)
    assert not cut(path)[1]


def test_names_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "voice.onnx"
    path.write_bytes(decoding_model())
    fitted, _ = fit_graph(path)
    place = decoder_input(fitted.graph)
    assert place is not None
    taking = [node.op_type for node in fitted.graph.node if place in node.input]
    assert taking == ["Conv"]


@given(st.integers(1, 300), st.data())
def test_trims_stay_within_what_there_is(frames: int, data: st.DataObject) -> None:
    stage = Stage(("z",), (), "sound", ((1, 11), (1, 8), (8, 2), (64, 1)), 256)
    begin = data.draw(st.integers(0, frames - 1))
    end = data.draw(st.integers(begin + 1, frames))
    (low, high), places, dropped = trims(stage, begin, end, frames)
    assert 0 <= low <= begin < end <= high <= frames
    size = high - low
    for index, (per_frame, reach) in enumerate(stage.cuts[1:], 1):
        first, last = places[f"oyez_begin_{index}"], places[f"oyez_end_{index}"]
        assert 0 <= first < last <= size * per_frame
        size = (last - first) // per_frame
        assert size <= end - begin + 2 * reach
    assert 0 <= dropped <= (size - (end - begin)) * stage.hop


def request(path: Path, place: Path) -> dict[str, Any]:
    return {"voice": str(path), "place": str(place), "ids": ids(30), "scales": SCALES, "speaker": 0}


@pytest.mark.parametrize(("trap", "stages"), [("", 2), ("flow", 1), ("mean", 0)])
def test_a_voice_is_prepared_whole_or_in_parts(trap: str, stages: int, tmp_path: Path) -> None:
    path, place = tmp_path / "voice.onnx", tmp_path / "made" / "there"
    path.write_bytes(decoding_model(trap=trap))
    assert prepare(request(path, place)) == ({}, b"")
    plan = read_plan(place)
    assert plan is not None
    assert len(plan["halves"]["stages"] if "halves" in plan else []) == stages
    assert [one.name for one in place.parent.iterdir()] == ["there"], "nothing else is left"
    assert prepare(request(path, place)) == ({}, b""), "what was there is replaced"
    (place / "first.model").write_bytes(b"")
    assert read_plan(place) is None, "what was cut off is not used"


def test_what_cannot_be_prepared(tmp_path: Path) -> None:
    path = tmp_path / "voice.onnx"
    for content in (b"", b"no", decoding_model()[:3000]):
        path.write_bytes(content)
        assert "unfit" in prepare(request(path, tmp_path / "made"))[0]
    assert "unfit" in prepare(request(tmp_path / "none.onnx", tmp_path / "made"))[0]
    path.write_bytes(decoding_model())
    (tmp_path / "file").write_bytes(b"")
    assert "unwritten" in prepare(request(path, tmp_path / "file" / "made"))[0]
