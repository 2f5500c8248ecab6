"""The licence line of a model card is repeated, never interpreted, and flagged unless it is plainly free."""

from __future__ import annotations

import pytest

from oyez.voices.card import read_card


@pytest.mark.parametrize(
    ("text", "licence", "warns"),
    [
        ("* License: CC0", "CC0", None),
        ("* Licence: CC BY 4.0", "CC BY 4.0", None),
        ("**License:** Apache-2.0", "Apache-2.0", None),
        ("- license: https://creativecommons.org/licenses/by/4.0/",
         "https://creativecommons.org/licenses/by/4.0/", None),
        ("* License: CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0", "commercial"),
        ("License: https://creativecommons.org/licenses/by-nc/4.0/",
         "https://creativecommons.org/licenses/by-nc/4.0/", "commercial"),
        ("License: for research purposes only", "for research purposes only", "commercial"),
        ("* License: See URL", "See URL", "unclear"),
        ("License: Unknown", "Unknown", "unclear"),
        ("* License:", None, "no licence"),
        ("A voice.\nIt has no license that we know of.", None, "no licence"),
        ("", None, "no licence"),
        ("License: CC0\nLicense: custom", "CC0; custom", "unclear"),
        ("\ufeffLicense: MIT\r\n", "MIT", None),
    ],
)  # fmt: skip
def test_licence_lines(text: str, licence: str | None, warns: str | None) -> None:
    card = read_card(text.encode())
    assert card.licence == licence
    assert (card.warning is None) if warns is None else (warns in (card.warning or ""))


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\0\0", b"\x1b[2J\x1b]0;title\x07License: MIT", b"License: " * 50_000]
)
def test_a_card_cannot_harm_a_terminal(content: bytes) -> None:
    card = read_card(content)
    assert len(card.text) <= 100_000
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in card.text)
    assert len(card.licence or "") <= 300
