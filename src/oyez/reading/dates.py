"""Dates as pages write them: for machines, in words of many languages, in figures, in addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

__all__ = ["DATE_NAMES", "Dates", "address_date", "after_day", "parse_date", "printed_dates", "stated_dates"]

# The beginnings of the months' names, January first. Of two that fit a name the longer one counts.
_MONTHS = (
    "jan jän gen ene ocak led sty tammi янв січ ιαν يناير ianu janv styc",
    "feb fév fev şub úno lut helmi фев лют φεβ فبراير شباط",
    "mar mär maa mrt mart maalis бер мар μαρ μάρ مارس آذار brez bře",
    "apr avr abr nisan dub kwi huhti апр квіт απρ أبريل ابريل نيسان ápr",
    "may mai mag mei maj mayıs kvě touko мая май трав μαΐ μαι μάι مايو أيار máj mayo",
    "jun giu haziran červen červn kesä июн черв ιουν ιούν يونيو حزيران jún czerw čer",
    "jul juil lug temmuz červenec červenc lip heinä июл липн ιουλ ιούλ يوليو تموز júl",
    "aug aoû aou ago ağu srp sie elo авг серп αυγ αύγ أغسطس اغسطس آب",
    "sep set eyl zář wrz syys сен вер σεπ سبتمبر أيلول szep",
    "oct okt ott out ekim říj paź loka окт жовт οκτ أكتوبر اكتوبر",
    "nov kas lis marras ноя листоп νοε νοέ نوفمبر",
    "dec dez déc dic aralık ara pro gru joulu дек груд δεκ ديسمبر",
)
_STEMS = {stem: month for month, stems in enumerate(_MONTHS, 1) for stem in stems.split()}
_LONGEST_STEM = max(map(len, _STEMS))
_YEAR = r"(?:19|20)\d\d"
_NUMBERS = re.compile(
    rf"(?<![\d./-])(?:(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)"
    rf"|(?P<y2>{_YEAR})\s?[年년]\s?(?P<m2>\d\d?)\s?[月월]\s?(?P<d2>\d\d?)\s?[日일]?"
    rf"|(?P<a>\d\d?)(?P<t>[./-])\s?(?P<b>\d\d?)(?P=t)\s?(?P<y3>{_YEAR}|\d\d))(?![\d/-])"
)
_WORDS = re.compile(
    rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:de |of )?(?P<m>[^\W\d]{{3,12}})\.?,?\s+(?:del? )?"
    rf"(?P<y>{_YEAR})"
    rf"|(?P<m2>[^\W\d]{{3,12}})\.?\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})\s+(?P<m3>[^\W\d]{{3,12}})\.?\s+(?P<d3>\d\d?)(?!\d)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modifi|revis|edited(?! by)|aktualis|geändert|mis[e]? à jour|màj|actualiza|atualiza|aggiorna"
    r"|bijgewerkt|gewijzigd|uppdatera|ändrad|opdatere|oppdatere|endret|päivitetty|güncelle|обновлен|оновлен"
    r"|zaktualiz|aktualiz|frissítve|actualizat|ενημέρωσ|diperbarui|cập nhật|更新|修改|수정|تحديث|עודכן",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    rf"[/_.-](?P<y>{_YEAR})(?P<s>[-/]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_PUBLISHED = (
    "article:published_time article:published datepublished date-pub date dc.date.issued dc.date pubdate "
    "publishdate publish-date publish_date publication_date dcterms.created dcterms.date "
    "citation_publication_date citation_date citation_online_date parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime og:published_time article.published"
).split()
_MODIFIED = (
    "article:modified_time og:updated_time datemodified dcterms.modified last-modified lastmod "
    "article.updated"
).split()
DATE_NAMES = (*_PUBLISHED, *_MODIFIED)  # of meta elements that state a date
# Names of one's own making: "w-published-date".
_NAMED_PUBLISHED = re.compile(r"(?:^|[\W_])(?:date[\W_]?)?pub\w*(?:[\W_]?date)?$", re.IGNORECASE)
_LONGEST_LINE = 200  # characters; a longer one tells a story, and of another day
# Where a date in figures begins with its month; English alone says no more than that.
_MONTH_FIRST = frozenset({"en", "en-us", "en-ph"})


@dataclass(frozen=True, slots=True)
class Dates:
    """What a page says of its times; None for what it does not say."""

    published: datetime | date | None = None
    modified: datetime | date | None = None


def parse_date(text: Any) -> datetime | date | None:
    """A date or time as machines are told it: ISO 8601, or a date in words; else None.

    >>> parse_date("2026-02-10T21:40:00Z"), parse_date("2026-02-10"), parse_date("soon")
    (datetime.datetime(2026, 2, 10, 21, 40, tzinfo=datetime.timezone.utc), datetime.date(2026, 2, 10), None)
    >>> parse_date("Tue, 10 Feb 2026 21:40:00 +0800").isoformat(), parse_date("Feb 10th 2026")
    ('2026-02-10T21:40:00+08:00', datetime.date(2026, 2, 10))
    """
    if not isinstance(text, str) or not 6 <= len(text.strip()) <= _LONGEST_LINE:
        return None
    text = text.strip()
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return _mail_date(text) or next((found for _, found in _dates_in(text, "en")), None)


def stated_dates(
    ld: Mapping[str, Any], about: Sequence[Mapping[str, Any]], metas: Mapping[str, str]
) -> Dates:
    """What JSON-LD of the article, of the page `about` it and meta elements say."""

    def first(terms: Iterable[str], names: Iterable[str]) -> datetime | date | None:
        given = [item.get(term) for item in (ld, *about) for term in terms]
        stated = (parse_date(text) for text in [*given[:1], *map(metas.get, names), *given[1:]])
        return next(filter(None, stated), None)

    named = (name for name in metas if "pub" in name and _NAMED_PUBLISHED.search(name))
    return Dates(
        first(("datePublished", "dateCreated"), (*_PUBLISHED, *named)), first(("dateModified",), _MODIFIED)
    )


def _mail_date(text: str) -> datetime | None:
    """ "Tue, 10 Feb 2026 21:40:00 +0800", as feeds and servers write it (RFC 5322)."""
    if not re.match(r"(?:[A-Za-z]{3}, )?\d\d? [A-Za-z]{3} \d{4} \d\d?:", text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def printed_dates(lines: Iterable[str], language: str) -> Dates:
    """The first date of lines such as "Posted 16 March 2023 · updated 17.03.2023".

    A date behind a word for "updated" is when it was modified, all others when it was published.

    >>> printed_dates(["Ada Quay | 05.04.2025 - Güncelleme : 06.04.2025"], "tr")
    Dates(published=datetime.date(2025, 4, 5), modified=datetime.date(2025, 4, 6))
    >>> printed_dates(["1/2/2025"], "en-GB").published, printed_dates(["Jan. 2nd, 2025"], "en").published
    (datetime.date(2025, 2, 1), datetime.date(2025, 1, 2))
    """
    published = modified = None
    for line in lines:
        for before, found in _dates_in(line[:_LONGEST_LINE], language):
            if _UPDATED.search(before):
                modified = modified or found
            else:
                published = published or found
        if published:
            break
    return Dates(published, modified)


def address_date(url: str | None) -> date | None:
    """The day in an address: many archives are kept by days.

    >>> address_date("https://courier.example/2026/02/10/night-ferry"), address_date("https://a.example/1/2")
    (datetime.date(2026, 2, 10), None)
    """
    match = _IN_ADDRESS.search(url or "")
    return _day(match["y"], int(match["m"]), match["d"]) if match else None


def after_day(text: str) -> str:
    """What stands behind a day with which a text begins; all of any other text.

    >>> after_day("May 3, 2017 By Ada Quay"), after_day("By Ada Quay, May 3, 2017")
    ('By Ada Quay', 'By Ada Quay, May 3, 2017')
    """
    match = _NUMBERS.match(text) or _WORDS.match(text)
    return text[match.end() :].lstrip(" ,·•|–—-") if match else text


def _dates_in(text: str, language: str) -> Iterator[tuple[str, date]]:
    """Every date in a text, with what stands between it and the one before."""
    end = 0
    found = sorted((*_NUMBERS.finditer(text), *_WORDS.finditer(text)), key=lambda match: match.start())
    for match in found:
        day = _of_words(match) if match.re is _WORDS else _of_numbers(match, language)
        if day and match.start() >= end:
            yield text[end : match.start()], day
            end = match.end()


def _of_words(match: re.Match[str]) -> date | None:
    name = (match["m"] or match["m2"] or match["m3"]).lower()
    lengths = range(min(len(name), _LONGEST_STEM), 1, -1)
    month = next((_STEMS[name[:length]] for length in lengths if name[:length] in _STEMS), 0)
    return _day(match["y"] or match["y2"] or match["y3"], month, match["d"] or match["d2"] or match["d3"])


def _of_numbers(match: re.Match[str], language: str) -> date | None:
    if match["y3"]:
        first, second = int(match["a"]), int(match["b"])
        month_first = match["t"] != "." and language.lower() in _MONTH_FIRST
        if (month_first or second > 12) and first <= 12:
            first, second = second, first
        return _day(match["y3"], second, first)
    return _day(match["y"] or match["y2"], int(match["m"] or match["m2"]), match["d"] or match["d2"])


def _day(year: str, month: int, day: str | int) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None
