"""Speeds as listeners ask for them, and what is done to meet them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import InvalidSpeed
from oyez.model.pace import PAUSES_FASTEST, Tempo, multiplied, pace_for
from oyez.model.speed import MARKS, Speed, parse_speed

FIVE_MINUTES = Tempo(said_words=1000, shown_words=900, syllables=1500, speech=260, pauses=40)


@pytest.mark.parametrize(
    ("asked", "multiplier"),
    [
        ("1.25x", 1.25),
        ("2", 2.0),
        (0.5, 0.5),
        ("400wpm", 2.0),
        ("Fast", 2.0),
        ("250 WPM", 1.25),
        ("average", 1.25),
        ("slow", 0.75),
        ("10sps", 10 / (1500 / 260)),
        ("fit:5m", 1.0),
        ("fit 600s", 0.5),
    ],
)
def test_all_forms_come_to_a_multiplier(asked: str | float, multiplier: float) -> None:
    pace = pace_for(parse_speed(asked), FIVE_MINUTES)
    assert (pace.speech, pace.pauses) == pytest.approx((multiplier, multiplier))


@pytest.mark.parametrize(
    "asked",
    ["0x", "-1x", "5x", "0.4", "faster", "", "fit", "fit:", "fit:0s", "0wpm", "0sps", "1.2.3", "fit -5m"],
)
def test_nonsense_is_refused_with_the_range(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match=r"0\.5x to 4x"):
        parse_speed(asked)


@pytest.mark.parametrize("asked", ["1000wpm", "50wpm", "fit:1s", "fit:20m"])
def test_what_this_narration_cannot_do_says_what_it_can(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match="100 to 741 words a minute, or 81 s to 10 min"):
        pace_for(parse_speed(asked), FIVE_MINUTES)


@pytest.mark.parametrize("asked", ["2sps", "40 SPS"])
def test_too_many_syllables_say_how_many_there_can_be(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match=r"2\.9 to 23\.1 syllables a second, 100 to 741 words a minute"):
        pace_for(parse_speed(asked), FIVE_MINUTES)


@pytest.mark.parametrize("keep_pauses", [False, True])
@pytest.mark.parametrize("long_words", [1, 1.3])
def test_syllables_a_second_are_met_whatever_the_words(long_words: float, keep_pauses: bool) -> None:
    natural = Tempo(1000, 900, round(1500 * long_words), 260, 40)
    pace = pace_for(parse_speed("15sps"), natural, keep_pauses=keep_pauses)
    assert natural.at(pace).syllables_per_second == pytest.approx(15)
    assert pace.pauses == (1 if keep_pauses else min(pace.speech, PAUSES_FASTEST))


def test_one_word_has_a_range_too() -> None:
    word = Tempo(1, 1, 1, 0.4, 0.5)
    with pytest.raises(InvalidSpeed, match=r"33 to 200 .* or 0\.3 s to 1\.8 s"):
        word.at(pace_for(parse_speed("fit:5m"), word))


def test_a_time_costs_pauses_before_speech() -> None:
    for asked, speech, pauses in (("fit:290s", 1, 4 / 3), ("fit:276s", 1, 2.5), ("fit:146s", 2, 2.5)):
        pace = pace_for(parse_speed(asked), FIVE_MINUTES)
        assert (pace.speech, pace.pauses) == pytest.approx((speech, pauses))


def test_kept_pauses_that_last_longer_than_the_time_are_the_reason() -> None:
    with pytest.raises(InvalidSpeed, match="shorter than the pauses alone"):
        pace_for(parse_speed("fit:30s"), FIVE_MINUTES, keep_pauses=True)


@given(
    kind=st.sampled_from(["wpm", "fit"]),
    times=st.floats(0.55, 3.5),
    keep_pauses=st.booleans(),
    speech=st.floats(0.3, 5000),
    share=st.floats(0, 0.4),
)
def test_what_is_asked_for_is_what_is_heard(
    kind: str, times: float, keep_pauses: bool, speech: float, share: float
) -> None:
    natural = Tempo(500, 450, 700, speech, speech * share)
    amount = natural.words_per_minute * times if kind == "wpm" else natural.seconds / times
    try:
        pace = pace_for(Speed("wpm" if kind == "wpm" else "fit", amount), natural, keep_pauses=keep_pauses)
    except InvalidSpeed:
        assert keep_pauses or times > PAUSES_FASTEST  # else it is possible
        return
    heard = natural.at(pace)
    assert (heard.words_per_minute if kind == "wpm" else heard.seconds) == pytest.approx(amount, rel=2e-3)
    assert 0.5 <= pace.speech <= 4 and pace.pauses <= PAUSES_FASTEST
    assert not keep_pauses or pace.pauses == 1


def test_every_figure_has_its_own_name() -> None:
    heard = FIVE_MINUTES.at(multiplied(2))
    assert heard.words_per_minute == pytest.approx(400)
    assert heard.shown_words_per_minute == pytest.approx(360)
    assert heard.articulation_rate == pytest.approx(60 * 1000 / 130)
    assert heard.syllables_per_second == pytest.approx(1500 / 130)
    assert heard.pause_share == pytest.approx(20 / 150)
    assert MARKS == {"slow": 150, "average": 250, "fast": 400}


def test_nothing_has_no_rate() -> None:
    assert Tempo(0, 0, 0, 0, 0).words_per_minute == 0 == Tempo(0, 0, 0, 0, 0).pause_share
