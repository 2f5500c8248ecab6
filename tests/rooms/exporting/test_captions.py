"""Captions: the page's own text, cut to fit, at the times of the sound, in valid files."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.exporting.contract import Exporter
from oyez.exporting.cues import LINE, Cue, cues
from oyez.exporting.heard import heard
from oyez.exporting.srt import Srt
from oyez.exporting.vtt import Vtt
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip, Narration
from oyez.model.script import Script, Sentence, Word

SPEEDS = [0.5, 1.0, 1.5, 3.0]


def text_of(cue: Cue) -> str:
    lines = ("".join(" " * word.spaced + word.text for word in line).strip() for line in cue.lines)
    return " ".join(lines)


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.replace(",", ".").split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def test_a_long_sentence_is_cut_at_its_phrase_marks(narration: Narration) -> None:
    assert [[" ".join(word.text for word in line) for line in cue.lines] for cue in cues(narration, 1)] == [
        ["Rain 😀 falls at last"],
        ["Farmers <cheer> & sing"],
        ["After nine dry weeks, the rain reached the", "valley on Monday night, filling the wells,"],
        ["the ponds and the two reservoirs above the", "town, and it did not stop until Thursday."],
        ["Nobody was hurt."],
        ["A full pond"],
    ]


@pytest.mark.parametrize("speed", SPEEDS)
def test_vtt_is_valid_and_escaped(narration: Narration, speed: float) -> None:
    head, *blocks = Vtt().export(narration, speed).decode().strip().split("\n\n")
    assert head == "WEBVTT"
    latest = 0.0
    for block in blocks:
        timing, *lines = block.split("\n")
        start, end = (seconds(clock) for clock in timing.split(" --> "))
        inner = [seconds(clock) for clock in re.findall(r"<([\d:.]+)>", block)]
        assert latest <= start < end
        assert inner == sorted(set(inner))
        assert all(start < time < end for time in inner)
        assert "-->" not in "".join(lines)
        latest = end
    assert "Farmers" in blocks[1]
    assert re.sub(r"<[\d:.]+>", "", blocks[1]).endswith("Farmers &lt;cheer&gt; &amp; sing")


@pytest.mark.parametrize("speed", SPEEDS)
def test_word_times_are_those_of_the_sound(narration: Narration, speed: float) -> None:
    times = heard(narration, speed)
    spans = [
        span
        for sentence, row in zip(narration.script.sentences, times.words, strict=True)
        for word, span in zip(sentence.words, row, strict=True)
        if word.start < word.end
    ]
    words = [word for cue in cues(narration, speed) for line in cue.lines for word in line]
    assert [word.start for word in words] == [round(1000 * start / times.sample_rate) for start, _ in spans]


def test_srt_numbers_its_cues_and_has_no_word_times(narration: Narration) -> None:
    text = Srt().export(narration, 2).decode()
    blocks = text.strip().split("\n\n")
    assert [block.split("\n")[0] for block in blocks] == [str(n) for n in range(1, len(blocks) + 1)]
    assert re.fullmatch(r"\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}", blocks[0].split("\n")[1])
    assert blocks[1].endswith("Farmers <cheer> & sing")


def test_both_formats_say_the_same_at_the_same_times(narration: Narration) -> None:
    def parts(exporter: Exporter) -> list[tuple[str, ...]]:
        text = exporter.export(narration, 1.5).decode().replace(",", ".")
        return re.findall(r"([\d:.]+) --> ([\d:.]+)", text)

    assert parts(Vtt()) == parts(Srt())


PIECES = st.sampled_from(
    ["a", "rain,", "“Yes.”", "$2.5bn", "😀", "U.S.", "3-1", "-->", "<b>", "x" * 50, "雨が降った。", "—"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(PIECES, st.sampled_from([" ", "", "\n", " \t "]), st.integers(0, 3)),
        min_size=1,
        max_size=40,
    )
)
def test_nothing_shown_is_lost_and_everything_fits(pieces: list[tuple[str, str, int]]) -> None:
    text, words, times, at = "", [], [], 0
    for piece, space, length in pieces:
        words.append(Word(len(text), len(text) + len(piece), piece, mark="," if piece.endswith(",") else ""))
        text += piece + space
        times.append((at, at + length))
        at += length
    narration = _spoken(text, tuple(words), tuple(times), at)
    found = cues(narration, 1)
    assert "".join("".join(text_of(cue).split()) for cue in found) == "".join(text.split())
    latest = 0
    for cue in found:
        assert latest <= cue.start < cue.end
        latest = cue.end
        assert 1 <= len(cue.lines) <= 2
        for line in cue.lines:
            width = sum(word.width + word.spaced for word in line) - line[0].spaced
            assert width <= LINE or len(line) == 1


def _spoken(text: str, words: tuple[Word, ...], times: tuple[tuple[int, int], ...], frames: int) -> Narration:
    import numpy as np

    from oyez.model.voice import VoiceInfo

    article = Article("T", (Paragraph(text),), "en")
    script = Script(article, (Sentence(0, words, 0.0, "en", "paragraph"),), (), "en")
    clip = Clip(np.zeros(frames, dtype=np.int16), 1000, times, measured=False)
    return Narration(script, (clip,), VoiceInfo("silent:test", "silent", "en", "Test", "Apache-2.0", "1"))


def test_a_sentence_without_shown_words_has_no_cue(narration: Narration) -> None:
    sentence = narration.script.sentences[-1]
    announced = replace(sentence, words=sentence.words[:1])
    script = replace(narration.script, sentences=(announced,))
    clip = replace(narration.clips[-1], times=narration.clips[-1].times[:1])
    assert cues(replace(narration, script=script, clips=(clip,)), 1) == []
