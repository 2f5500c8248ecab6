"""The main job, whole: from a page to a voice reading it, on the sample and on a real page's shape."""

from __future__ import annotations

import io
import json
from pathlib import Path

import av
import pytest

import oyez
from oyez.model.article import Article, Figure, PullQuote
from oyez.model.script import Script
from oyez.settings import load_settings

EXAMPLES = Path(__file__).parents[1] / "examples"
NEVER_SPOKEN = (
    "Advertisement",
    "Select Voice",
    "Choose your listening speed",
    "250 WPM",
    "Why you can trust",
    "2ndR",
)


@pytest.fixture(params=["harbour.txt", "harbour.html", "seed"])
def article(request: pytest.FixtureRequest) -> Article:
    if request.param == "seed":
        return oyez.read(request.getfixturevalue("shared") / "seed" / "article.txt")
    return oyez.read(EXAMPLES / request.param)


@pytest.fixture
def script(article: Article) -> Script:
    return oyez.adapt(article)


def said(script: Script) -> str:
    return " ".join(sentence.said for sentence in script.sentences)


def test_the_headline_comes_first_and_once(script: Script) -> None:
    assert [sentence.block for sentence in script.sentences].count(None) >= 1
    assert script.sentences[0].block is None
    assert script.sentences[0].role == "headline"


@pytest.mark.parametrize("speak", [(), ("captions", "credits", "quotes", "bylines")])
def test_furniture_is_never_spoken(article: Article, speak: tuple[str, ...]) -> None:
    text = said(oyez.adapt(article, speak=speak)).casefold()
    assert not [words for words in NEVER_SPOKEN if words.casefold() in text]


def test_captions_are_spoken_by_choice_and_once(article: Article) -> None:
    captions = [block.caption for block in article.blocks if isinstance(block, Figure) and block.caption]
    assert len(captions) == len(set(captions)) == 2
    aloud = said(oyez.adapt(article, speak=["captions"]))
    assert aloud.count("second from right") == 1
    assert "second from right" not in said(oyez.adapt(article))


def test_the_pull_quote_is_shown_and_not_said_twice(article: Article, script: Script) -> None:
    quotes = [(i, block) for i, block in enumerate(article.blocks) if isinstance(block, PullQuote)]
    assert len(quotes) == 1
    index, quote = quotes[0]
    assert quote.attribution and quote.repeats is not None
    assert index not in {sentence.block for sentence in script.sentences}
    words = quote.text.strip("“”").split()
    assert said(script).count(" ".join(words[:5])) == 1


def test_what_is_left_out_is_named_with_its_place(article: Article) -> None:
    whys = [left.why for left in article.left_out]
    assert whys.count("advertisement") == 4
    assert whys.count("repeated caption") == 1
    assert {"reading time", "trust label", "player"} <= set(whys)
    places = [left.after for left in article.left_out if left.why == "advertisement"]
    assert places == sorted(places) and places[0] == -1 and places[-1] >= 5
    assert all(left.evidence for left in article.left_out)


def test_reading_time_is_ours_beside_the_pages_claim(article: Article) -> None:
    assert article.minutes_to_read == 2
    assert article.claim("reading time") == "3 minutes"


def test_the_publisher_is_known_with_evidence(article: Article) -> None:
    assert article.publisher in ("Saltmarsh Courier", "SCMP")
    fact = next(fact for fact in article.trust.found if fact.what == "publisher")
    assert fact.value == article.publisher and fact.where
    assert article.trust.not_found


def test_every_word_of_the_page_is_accounted_for(script: Script) -> None:
    entries = oyez.explain(script)
    assert {entry.fate for entry in entries} == {"spoken", "shown", "left out"}
    assert sum(entry.fate == "left out" for entry in entries) == len(script.article.left_out)


def test_it_is_spoken_with_exact_times_and_written_in_every_format(script: Script, tmp_path: Path) -> None:
    narration = oyez.narrate(script, "espeak:en-us")
    assert len(narration.clips) == len(script.sentences)
    for clip, sentence in zip(narration.clips, script.sentences, strict=True):
        assert len(clip.times) == len(sentence.words)
        assert clip.measured
    for suffix in oyez.formats():
        figures = oyez.save(narration, tmp_path / f"article.{suffix}", speed="250wpm")
        assert figures.words_per_minute == pytest.approx(250)
        assert (tmp_path / f"article.{suffix}").stat().st_size > 1000


def test_the_speed_asked_for_is_the_speed_heard(script: Script) -> None:
    for asked, wpm in (("250wpm", 250.0), ("1.25x", None), ("fit:1m", None)):
        made = oyez.render(script, "wav", "espeak:en-us", asked)
        with av.open(io.BytesIO(made.content)) as container:
            stream = container.streams.audio[0]
            assert stream.duration is not None and stream.time_base is not None
            seconds = float(stream.duration * stream.time_base)
        heard = 60 * script.said_words / seconds
        assert heard == pytest.approx(wpm or made.figures.words_per_minute, rel=0.005)
        assert seconds == pytest.approx(made.figures.seconds, abs=0.05)


def test_nothing_is_made_twice(script: Script, tmp_path: Path) -> None:
    settings = load_settings(store=tmp_path / "store")
    first = oyez.render(script, "mp3", "espeak:en-us", settings=settings)
    again = oyez.render(script, "mp3", "espeak:en-us", settings=settings)
    assert (first.from_store, again.from_store) == (False, True)
    assert first.content == again.content and first.figures == again.figures


def test_a_stage_can_be_stopped_looked_at_and_resumed(script: Script) -> None:
    text = oyez.to_json(script)
    assert json.loads(text)["article"]["title"] == script.article.title
    assert oyez.from_json(Script, text) == script


def test_streamed_clips_are_the_narrations(script: Script) -> None:
    narration = oyez.narrate(script, "silent")
    assert tuple(oyez.stream(script, "silent")) == narration.clips
