"""Nothing of what a sentence says is lost: no digit, no name, no negation.

Each number word stands for the digits that it names ("twelve": 1 and 2, "quarter": 1 and 4, "March": 3); the
digits of the text, noughts apart, must all be among those of what is said.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oyez.scripting import spoken

_ONES = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_MONTHS = "january february march april may june july august september october november december".split()


def _digits_of_words() -> dict[str, str]:
    digits = {word: str(index) for index, word in enumerate(_ONES)} | {
        "half": "12",
        "quarter": "14",
        "quarters": "4",
    }
    digits |= {word: str(10 + index) for index, word in enumerate(_TEENS)}
    digits |= {word: str(2 + index) for index, word in enumerate(_TENS)}
    digits |= {word[:-1] + "ieth": str(2 + index) for index, word in enumerate(_TENS)}
    digits |= {word: str(1 + index) for index, word in enumerate(_ORDINALS)}
    digits |= {word + "th": str(10 + index) for index, word in enumerate(_TEENS)} | {"twelfth": "12"}
    digits |= {word: str(1 + index) for index, word in enumerate(_MONTHS)}
    return digits | {
        (word[:-1] + "ies" if word[-1] == "y" else word + "s"): value for word, value in digits.items()
    }


_DIGITS = _digits_of_words() | {"sixes": "6", "ones": "1"}
_SHORTENED = frozenset("Rs No Nov Dec Feb Sept Sec".split())  # said in full
_NEGATIONS = "not no never without nor n't cannot none nobody nothing neither".split()


def digits_said(said: str) -> Counter[str]:
    """The digits that the number words of a text name."""
    return Counter("".join(_DIGITS.get(word, "") for word in re.findall(r"[a-z]+", said.lower())))


def digits_written(text: str) -> Counter[str]:
    """The digits of a text, noughts apart: "2000" and "two thousand" have the same."""
    return Counter(char for char in text if char in "123456789")


def lost(text: str, said: str) -> list[str]:
    """What of a text is not in what is said of it: digits, names, negations."""
    gone = [f"digit {digit}" for digit in (digits_written(text) - digits_said(said)).elements()]
    heard = re.sub(r"[^\w]", "", said).lower()
    names = re.findall(r"\b[A-Z][\w’'-]*[a-z]\b(?!\.)", re.sub(r"\S*\d\S*", " ", text))
    gone += [
        name for name in names if name not in _SHORTENED and re.sub(r"[^\w]", "", name).lower() not in heard
    ]
    words = Counter(re.findall(r"n['’]t\b|\b[a-z]+\b", text.lower().replace("’", "'")))
    spoken_words = Counter(re.findall(r"n't\b|\b[a-z]+\b", said.lower()))
    return gone + [word for word in _NEGATIONS if spoken_words[word] < words[word]]


_WHOLE = st.integers(1, 99_999).map(str)
_SMALL = st.integers(1, 59).map(str)
_YEARS = st.integers(1100, 2099).map(str)
_NUMBERS = st.one_of(
    _WHOLE,
    st.integers(1000, 10**12).map(lambda count: f"{count:,}"),
    st.tuples(_WHOLE, _WHOLE).map(lambda two: f"{two[0]}.{two[1]}"),
    st.tuples(st.sampled_from(["$", "£", "€", "HK$", "US$", "A$", "₹", "Rs ", "R"]), _WHOLE,
              st.sampled_from(["", "m", "bn", "k", " million", " crore"])).map("".join),
    st.tuples(_WHOLE, st.sampled_from("% pc kg km mph km/h C °F bps m ft GB st".split())).map("".join),
    st.tuples(_SMALL, st.sampled_from(["-", "–", "/", ":", " to ", "x"]), _SMALL).map("".join),
    st.tuples(_YEARS, st.sampled_from("- – /".split()), st.integers(10, 99).map(str)).map("".join),
    _YEARS,
    _YEARS.map(lambda year: f"{year[:3]}0s"),
    st.tuples(_SMALL, st.sampled_from(["am", " p.m.", "th", "-year-old", "-strong", "s", "p"])).map("".join),
    st.tuples(st.sampled_from("MH G H F- COP Covid- A B- MiG- Article Room Flight s Section".split()),
              st.sampled_from(["", " "]), _WHOLE).map("".join),
    st.tuples(_SMALL, st.sampled_from(" January March July Nov. Dec".split(" ")), _YEARS).map(" ".join),
    st.tuples(st.sampled_from("Feb. June Sept October".split()), _SMALL).map(" ".join),
    st.dates().map(str),
    st.tuples(_SMALL, st.sampled_from(["½", "¾", "⅓"])).map("".join).map(lambda text: text[:-1]),
)  # fmt: skip
_NAMES = st.sampled_from(
    "Okonkwo Zürich O’Malley Xi Vi Ángel Lefèvre McGrath Smith-Jones Reading May Mark Will Dix Li "
    "D'Souza Iqbal "
    "Łódź Ivory Constantine Van Al Jan Penn Art Col".split()
)
_PLAIN = st.sampled_from(
    "the of said and met to at on for , ; — ( ) “ ” ‘ ’ - … votes people beat in won by call from s v "
    "us".split()
)
_SENTENCES = st.lists(
    _NUMBERS | _NAMES | _PLAIN | st.sampled_from([*_NEGATIONS[:5], "don’t", "isn't", "won't", "cannot"]),
    min_size=1,
    max_size=9,
).map(lambda words: " ".join(words).replace("( ", "(").replace(" )", ")"))


@settings(deadline=None, max_examples=600)
@given(_SENTENCES)
@example("The G20 summit discussed flight MH370 and the H5N1 virus")
@example("He did not say that 3,000 of the 41,568 hadn't voted.")
@example("No. He never said no without Nobody’s help, nor did Col. Dix in 1,000,001 years.")
def test_no_digit_name_or_negation_is_lost(sentence: str) -> None:
    said = spoken(sentence)
    assert not lost(sentence, said), said


@pytest.mark.parametrize(
    ("text", "said", "gone"),
    [
        ("flight MH370", "flight M H", ["digit 3", "digit 7"]),
        ("Ada did not go", "Ada did go", ["not"]),
        ("Ada met Idris", "met Idris", ["Ada"]),
        ("12 of 20", "twelve of twenty", []),
    ],
)
def test_the_measure_sees_a_loss(text: str, said: str, gone: list[str]) -> None:
    assert lost(text, said) == gone


@pytest.mark.parametrize(
    ("text", "said"), [("0", "zero"), ("0.05%", "zero point zero five percent"), ("100", "one hundred")]
)
def test_noughts_are_said(text: str, said: str) -> None:
    assert spoken(text) == said
