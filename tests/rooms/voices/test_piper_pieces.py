"""Sentences spoken in pieces: retried, halved, and the bad word named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from oyez.model.script import Word
from oyez.voices.joining import Piece, parts_from_pieces, phrases, speak_in_pieces
from oyez.voices.parts import clip_of
from oyez.workers.process import RequestFailed, WorkerDied


def words(says: Sequence[str], mark: str = "") -> list[Word]:
    return [Word(index, index + 1, said, mark=mark if said == "m" else "") for index, said in enumerate(says)]


class Speaker:
    """Fails on "bad"; dies on "deadly", always or the first time only."""

    def __init__(self, deaths: int = 1_000) -> None:
        self.deaths, self.asked = deaths, 0

    def __call__(self, some: Sequence[Word]) -> Iterator[Piece]:
        self.asked += 1
        says = [word.say for word in some]
        if "deadly" in says and self.deaths:
            self.deaths -= 1
            raise WorkerDied("the worker ended")
        if "bad" in says:
            raise RequestFailed("too long")
        yield Piece(" ".join(says), b"\1\0" * len(says), tuple((i, i + 1) for i in range(len(says))))


def test_a_worker_ended_from_outside_changes_nothing() -> None:
    speaker = Speaker(deaths=1)
    assert len(list(speak_in_pieces(words(["a", "deadly", "b"]), speaker, 5))) == 1
    assert speaker.asked == 2


@given(st.lists(st.sampled_from(["a", "b", "deadly", "bad", "m"]), min_size=1, max_size=20))
def test_all_but_the_bad_words_are_spoken(says: list[str]) -> None:
    pieces = list(speak_in_pieces(words(says), Speaker(), 5))
    spoken = [said for piece in pieces if not piece.skipped for said in piece.text.split()]
    assert spoken == [said for said in says if said not in ("deadly", "bad")]
    clip = clip_of(parts_from_pieces(pieces, 16_000))
    assert len(clip.times) == len(says)
    assert [end - start for start, end in clip.times] == [5 if s in ("deadly", "bad") else 1 for s in says]
    assert ("deadly" in says) == any("'deadly' (the worker ended)" in note for note in clip.notes)
    assert ("bad" in says) == any("'bad' (too long)" in note for note in clip.notes)


@given(st.lists(st.sampled_from(["a", "m", "word", "x" * 30]), max_size=60), st.integers(5, 40))
def test_phrases_lose_nothing_and_end_at_marks(says: list[str], longest: int) -> None:
    whole = words(says, mark=",")
    runs = list(phrases(whole, longest))
    assert [word for run in runs for word in run] == whole
    for run in runs:
        assert len(run) == 1 or sum(len(word.say) + 1 for word in run) <= longest
    for run in runs[:-1]:
        assert run[-1].mark or not any(word.mark for word in run[:-1])
