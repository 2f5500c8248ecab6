"""A small narration by hand: an article, its script, and bursts of sound in place of a voice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from oyez.model.article import Article, Figure, Paragraph, Person, PullQuote, Standfirst
from oyez.model.narration import Clip, Narration
from oyez.model.script import Script, Sentence, Silent, Word
from oyez.model.trust import Fact
from oyez.model.voice import VoiceInfo

RATE = 22050
VOICE = VoiceInfo("silent:test", "silent", "en-GB", "Test voice", "Apache-2.0", "1")
ARTICLE = Article(
    title="Rain 😀 falls at last",
    blocks=(
        Standfirst("Farmers <cheer> & sing"),
        Paragraph(
            "After nine dry weeks, the rain reached the valley on Monday night, filling the wells, the ponds "
            "and the two reservoirs above the town, and it did not stop until Thursday. Nobody was hurt."
        ),
        Figure(caption="A full pond"),
        PullQuote("It did not stop", repeats=1),
    ),
    language="en-GB",
    url="https://news.example/rain",
    publisher="The Harbour Post",
    people=(Person("Ada Example"), Person("Ben Muster")),
    published=datetime(2024, 5, 6, 23, 30, tzinfo=UTC),
    claims=(Fact("reading time", "3 minutes", "line 4"),),
    notes=("a note of the reader",),
)


def shown(text: str, start: int, end: int) -> tuple[Word, ...]:
    """One word for each stretch without spaces in text[start:end]."""
    found = []
    for match in re.finditer(r"\S+", text[start:end]):
        said = match.group().strip(",.<>&")
        mark = match.group()[-1] if match.group()[-1] in ",." else ""
        found.append(Word(start + match.start(), start + match.end(), said, "plain", mark))
    return tuple(found)


def clip(words: tuple[Word, ...], level: float, seed: int) -> Clip:
    """A burst of noise for each word, 0.2 s, and 0.05 s before it."""
    rng = np.random.default_rng(seed)
    gap, length = RATE // 20, RATE // 5
    samples = np.zeros((gap + length) * len(words) + gap)
    times = []
    for place in range(len(words)):
        start = gap + place * (gap + length)
        samples[start : start + length] = rng.normal(0, 3000 * level, length)
        times.append((start, start + length))
    return Clip(samples.clip(-32768, 32767).astype(np.int16), RATE, tuple(times), measured=True)


@pytest.fixture
def narration() -> Narration:
    """Five sentences at different levels; a caption is announced, a pull quote is silent."""
    body = ARTICLE.block_text(1)
    stop = body.index("Nobody")
    spoken = (
        Sentence(None, shown(ARTICLE.title, 0, len(ARTICLE.title)), 0.6, "en-GB", "title"),
        Sentence(0, shown(ARTICLE.block_text(0), 0, 99), 0.5, "en-GB", "standfirst"),
        Sentence(1, shown(body, 0, stop), 0.3, "en-GB", "paragraph"),
        Sentence(1, shown(body, stop, len(body)), 0.5, "en-GB", "paragraph"),
        Sentence(
            2,
            (Word(0, 0, "Picture", "announcement", "."), *shown("A full pond", 0, 11)),
            0.4,
            "en-GB",
            "caption",
        ),
    )
    levels = (1.0, 0.3, 0.8, 2.0, 0.5)
    clips = [
        clip(sentence.words, level, seed)
        for seed, (sentence, level) in enumerate(zip(spoken, levels, strict=True))
    ]
    clips[3] = replace(clips[3], notes=("one word was spelled out",))
    script = Script(ARTICLE, spoken, (Silent(3, "repeats the body"),), "en-GB", ("a note of the script",))
    return Narration(script, tuple(clips), VOICE, notes=("one word was spelled out", "a note of the voice"))
