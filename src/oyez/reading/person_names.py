"""The names of people in an author's field or a byline: "By Ada Quay, PhD, and Ben Weir (bw)"."""

from __future__ import annotations

import re

__all__ = ["BY", "BY_MARKED", "LONGEST_LINE", "UNCASED", "is_byline", "is_full_name", "person_names"]

_BY_WORDS = (
    # who wrote: English, German, French, Spanish and Portuguese, Italian, Dutch, the Nordic languages
    "by|von|par|por|di|da|door|av|af|text|words|tekst|author|autor(?:in)?|autorin/autor|auteur|autora"
    "|autore|autrice|redacción|redazione|a cura di|kirjoittaja|penulis|oleh|yazan|yazar|haber"
    "|автор|авторы|автори|γράφει|του|bởi|tác giả|tekst og foto|autorzy|autoři"
    "|(?:written|words|text|story|article|posted|reported|reporting|report|essay|review(?:ed)?) by"
    "|(?:escrito|texto|publicado) por|(?:écrit|publié|propos recueillis) par|(?:scritto|testo) da"
    "|(?:geschreven|tekst) door|(?:geschrieben|verfasst|ein beitrag|eine analyse|ein kommentar) von"
    "|(?:skrevet|skriven|tekst) av|skrevet af|ditulis oleh|napisane przez|được viết bởi|yazıldı"
)
BY = re.compile(rf"^\W*(?:{_BY_WORDS})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
BY_MARKED = re.compile(  # scripts without capitals tell a byline by its mark alone
    r"^\W*(?:作者|文|記者|记者|撰文|執筆|責任編輯|责任编辑|بقلم|كتب|מאת|글|기자)(?:\s*[:：/／|]\s*|\s+)"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_AND = re.compile(r"\s*[,;、]\s*|\s+(?:and|und|et|y|e|och|og|en|ja|ve|dan|và|και|и|та|with|&)\s+")
_ALSO = re.compile(r"\s*;\s*|\s+(?:and|und|et|och|og|&)\s+")
_NO_NAME = re.compile(r"@|https?:|www\.|\.(?:com|org|net|de|fr|it|es|tr)\b|:$|\w\.\w+\.\w", re.IGNORECASE)
# What stands behind a name and is none: degrees, licences, offices.
_AFTER_NAMES = re.compile(
    r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])(?:[A-Z][a-z]{0,2}\.?){1,6}(?:-[A-Z]{1,4})?(?: \d{1,3})?"
    r"|(?i:.*\b(?:director|manager|officer|editor|author|advisor|adviser|expert|specialist|educator|horticulturalist"
    r"|analyst|engineer|founder|president|professor|member|head|chief|lead|contributor|redakteurin|redakteur"
    r"|directeur|directrice|rédacteur|rédactrice|directora?|editora?|direttore|direttrice)\b.*)",
)
_PARTICLES = frozenset(
    "de da do dos das del della di du des van von der den ter zu zum la le al el bin ibn ben e y af av "
    "le".split()
)
# Words of a byline that are no name: offices, dates, prompts.
_NO_PERSON = re.compile(
    r"\b(?:editors?|reporter|correspondent|expert|journalist|writer|staff|team|newsroom|desk|sponsored"
    r"|contributions?|written|published|updated|publié|actualizado|publicado|veröffentlicht|aktualisiert"
    r"|\w*redakt\w+|rédaction|redacción|redazione|full bio|follow|share|facebook|youtube|news|media)\b",
    re.IGNORECASE,
)
UNCASED = re.compile(r"[\u0590-\u06ff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
LONGEST_LINE = 160  # characters of a byline


def person_names(text: str, site: str | None) -> list[str]:
    """The people that an author's field or a byline names; addresses, titles and the site itself are none.

    >>> person_names("By Ada Quay, Ben Weir and Cleo Marsh (cm)", "Saltmarsh Courier")
    ['Ada Quay', 'Ben Weir', 'Cleo Marsh']
    >>> person_names("Ada Quay, PhD, RD, Harbour Editor", None)
    ['Ada Quay']
    >>> person_names("Saltmarsh Courier", "Saltmarsh Courier"), person_names("a.quay@example.org", None)
    ([], [])
    """
    text = BY.sub("", _ASIDE.sub("", " ".join(text.split())))
    names = [name.strip(" .,;|·•*") for name in _AND.split(text)]
    if "," in text and " " not in names[0]:  # "Quay, Ada"
        names = [name.strip(" .,;|·•*") for name in _ALSO.split(text)]
    own = (site or "").casefold()
    return [
        name
        for at, name in enumerate(names)
        if 1 < len(name) <= 60
        and name.casefold() != own
        and not _NO_NAME.search(name)
        and not (at and _AFTER_NAMES.fullmatch(name))
    ]


def is_byline(text: str) -> bool:
    """True for a line that says by whom the text is, in its first words.

    >>> is_byline("Von Ada Quay, Ostende"), is_byline("By comparison, the quay is old.")
    (True, False)
    """
    if len(text) > LONGEST_LINE:
        return False
    if BY_MARKED.match(text):
        return True
    by = BY.match(text)
    if not by:
        return False
    first = _AND.split(text[by.end() :])[0].split()
    if len(first) == 1:
        return text[-1].isalnum()
    return bool(first) and first[0][0].isupper() and sum(word[0].islower() for word in first[:4]) <= 1


def is_full_name(name: str, *, uncased: bool) -> bool:
    """True for two to five capitalised words, or for a short name in a script without capitals."""
    words = name.split()
    if UNCASED.search(name):
        return uncased and 2 <= len(name) <= 12
    return (
        2 <= len(words) <= 5
        and words[-1] not in _PARTICLES
        and not _NO_PERSON.search(name)
        and not any(char.isdigit() for char in name)
        and sum(word[0].isupper() for word in words) >= 2
        and all(word[0].isupper() or word in _PARTICLES for word in words)
    )
