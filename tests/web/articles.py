"""The articles on which the states of the listening page are looked at; all but the sample made here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import oyez
from oyez.model.article import Article, Heading, Paragraph, Standfirst

__all__ = ["articles"]

_SAMPLE = Path(__file__).parents[2] / "examples" / "harbour.html"

_ARABIC = Article(
    "الميناء يُبقي عبّارة الليل شتاءً آخر",
    (
        Standfirst("صوّت مجلس الميناء بسبعة أصوات مقابل صوتين على إبقاء الرحلة الأخيرة حتى 31 مارس."),
        Paragraph("قال المجلس يوم الثلاثاء إن العبّارة ستبحر كل ليلة عند الساعة 23:10 من الرصيف الشمالي."),
        Heading("ما الذي سيتغيّر"),
        Paragraph("سيرتفع ثمن التذكرة من 4.50 إلى 5 جنيهات، وتبقى الرحلة مجانية لمن هم دون 16 عامًا."),
        Paragraph("وأضاف أن سفينة Gannet Star ستعود إلى الخدمة بعد إصلاح محرّكها في الربيع."),
    ),
    "ar",
)
_LONG_TITLE = Article(
    ("The harbour trust, the island council and the ferry’s own crew agree to keep the night boat, " * 6)[
        :499
    ]
    + ".",
    (
        Paragraph(
            "The title of this article has five hundred characters, and the page still has to be calm."
        ),
        Paragraph("Its second paragraph holds nothing new."),
    ),
    "en",
)
_NO_BODY = Article("The night ferry stays: a picture story", (), "en")


@cache
def articles() -> dict[str, Article]:
    """Name -> article."""
    return {
        "sample": oyez.read(_SAMPLE),
        "right to left": _ARABIC,
        "long title": _LONG_TITLE,
        "no body": _NO_BODY,
    }
