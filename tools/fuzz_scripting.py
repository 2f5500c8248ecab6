"""Throw text at the scripting room until the time is up: nothing may raise, be lost or take long.

    python -m tools.fuzz_scripting [--minutes 10] [--seed 0]

Texts are joined from awkward fragments, from random characters of every plane (lone surrogates too), from
markup, and from news sentences with characters dropped, doubled and swapped. Prints how many were tried and
the slowest; the exit code is 1 where one broke a law, and the text is printed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import unicodedata
from collections.abc import Iterator

from oyez.scripting import split, spoken

_FRAGMENTS = (
    ". , ; : ! ? … — – - “ ” ‘ ’ \" ' ( ) [ ] { } < > [[ ]] <speak> </speak> <break/> & % ° ½ ² ⁶ ⁿᵈ "
    "％ ７ Ⅳ ㎞ ﬁ $ £ € HK$ Rs R KSh ¥ 1 0 00 007 3.5 1,000 1,00,000 10 000 2017-18 3-1 6-4, 7-6 9/11 "
    "1/2 12:30 8.30pm a.m. p.m. Feb. 16 No. St. v. s 14(2) § Art. I II IV X XIV Xi MH370 F-35B H5N1 "
    "Covid-19 COP28 US us IT WHO NATO BBC http://a.b/c?d=e a@b.com www. @x #Y U.S. J.K. Ph.D AT&T "
    "18-24s 25bp 5kg m² km/h -5C 51°30'N 4x100m 'n' n’t ’90s Word word WORD Ångström мир 中文 日本語 ไทย "
    "العربية עברית हिन्दी 😀 \U0001f468\u200d\U0001f469\u200d\U0001f467 🇫🇷 é é \u200b \u202e \ufeff "
    "\x00 \x1b \x85 \u2028 \u2009 \u202f \ud800 \udfff \U0010ffff"
).split(" ")
_NEWS = (
    "Brent crude rose 85 cents, or 1.1%, to $78.45 a barrel by 1330 GMT on Feb. 16, 2017, traders said.",
    "England were 245-6 at lunch; Djokovic beat Nadal 7-6 (7-4), 6-3 in 2:05:30, U.S. media said.",
    "Gen. Wu (R), 63, of the PLA’s No. 2 Corps, met King Charles III at 10 Downing St. — “a first”.",
    "The Rs 2,000-crore H5N1/COVID-19 plan [sic] breaches s 14(2) & Art. 5(1)(a), said @judge_x #law.",
)
_LANGUAGES = ("en", "en-US", "de", "fr", "zh", "ja", "ar", "th", "und", "", "xx", "EN_us")
_SLOW = 2e-5  # CPU seconds per character, above a tenth of a second: twenty times what news takes


def main(arguments: list[str]) -> int:
    """Fuzz for as long as is asked; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)
    end = time.monotonic() + 60 * asked.minutes
    tried, worst, worst_text = 0, 0.0, ""
    for text in _texts(chance):
        if time.monotonic() > end:
            break
        tried += 1
        language = "en" if tried % 3 else chance.choice(_LANGUAGES)
        began = time.process_time()
        broken = _broken(text, language)
        cost = time.process_time() - began
        if broken or cost > 0.1 + _SLOW * len(text):
            sys.stdout.write(f"{broken or f'{cost:.2f} s'}: {language} {text!a}\n")
            return 1
        if cost > worst:
            worst, worst_text = cost, text
    sys.stdout.write(
        f"{tried} texts; the slowest took {1000 * worst:.1f} ms for {len(worst_text)} characters\n"
    )
    return 0


def _texts(chance: random.Random) -> Iterator[str]:
    """Texts without end."""
    while True:
        yield _joined(chance)
        yield "".join(chr(_character(chance)) for _ in range(chance.randrange(60)))
        yield _spoilt(chance.choice(_NEWS), chance)
        if not chance.randrange(50):
            yield chance.choice(_FRAGMENTS) * chance.randrange(1, 3000)


def _joined(chance: random.Random) -> str:
    count = chance.randrange(1, 25)
    return "".join(chance.choice(_FRAGMENTS) + chance.choice(("", "", " ", " ", "\n")) for _ in range(count))


def _character(chance: random.Random) -> int:
    planes = (
        (0, 0x80),
        (0, 0x250),
        (0x2000, 0x2C00),
        (0xD800, 0xE000),
        (0, 0x10000),
        (0x1F000, 0x1FB00),
        (0, 0x110000),
    )
    return chance.randrange(*chance.choice(planes))


def _spoilt(text: str, chance: random.Random) -> str:
    """A sentence with a few characters dropped, doubled, swapped or replaced."""
    characters = list(text)
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(characters))
        characters[at] = chance.choice(
            ("", characters[at] * 2, chance.choice(text), chance.choice(_FRAGMENTS), " ")
        )
    return "".join(characters)


def _broken(text: str, language: str) -> str:
    """The law that a text breaks, or ""."""
    if "".join(split(text, language)) != text:
        return "characters lost between sentences"
    said = spoken(text, language)
    if not isinstance(said, str):
        return "no text is said"
    if language.startswith("en") and not all(map(_sayable, said)):
        return "not letters only"
    return ""


def _sayable(character: str) -> bool:
    if character in "0123456789":
        return False
    return character.isalnum() or character in " '-" or unicodedata.category(character)[0] == "M"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
