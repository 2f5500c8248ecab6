"""Captions and who made the picture: "Boats at anchor. Photo: pool via EPA"."""

from __future__ import annotations

import re

from oyez.model.article import Credit

__all__ = ["credit_of", "ends_with_credit", "split_caption"]

# News agencies and picture libraries, as they sign their pictures.
_LATIN_AGENCIES = (
    "AAP|AFP|ANSA|AP|Agence France-Presse|Alamy(?: Stock Photo)?|Anadolu(?: Agency)?|Associated Press"
    "|Bloomberg|Corbis|DPA|dpa|EFE|EPA|EPA-EFE|Getty(?: Images)?|IMAGO|Imago|Kyodo(?: News)?|NASA"
    "|PA(?: Media| Wire)?|PTI|Picture Alliance|Press Association|REUTERS|Reuters|Rex Features|SIPA"
    "|Shutterstock|TASS|Xinhua|Yonhap|iStock"
)
_HAN_AGENCIES = "共同社|共同通信|新华社|新華社|中新社|时事通信|時事通信|法新社|路透社|美联社"
_AGENCY = re.compile(rf"\b(?:{_LATIN_AGENCIES})\b|(?:{_HAN_AGENCIES})")
_AGENCIES = f"{_LATIN_AGENCIES}|{_HAN_AGENCIES}"

_LONGEST = 300  # characters of a credit
_WORD_FOR_PHOTO = (
    "photo(?:graph(?:y|s|er)?|s)?(?: credit)?|picture|pic|image(?: credit| source)?|illustration|graphic"
    "|chart|video|credit|source"
    "|foto(?:s|graf|grafie|grafía)?|bild(?:quelle|nachweis)?|grafik|quelle|crédits?(?: photo)?"
    "|imagen|fuente|fonte|beeld"
    "|圖|图|图片|圖片|图片来源|摄影|写真|撮影|画像|提供|صورة|تصوير|المصدر|الصورة"
)
_LABELLED = re.compile(
    r"(?:^|(?<=[.!?。！？”»\"')\]\n|])|(?<=\s[|/–—-])|(?=\s*[(\[（]))\s*[(\[（]?\s*"
    rf"(?P<credit>(?:{_WORD_FOR_PHOTO})(?:\s+by)?\s*[:：／/]\s*[^:：\n]{{1,120}}?)\s*[)\]）]?\s*$",
    re.IGNORECASE,
)
# Chinese and Japanese captions run into their credit without a stop before it.
_LABELLED_HAN = re.compile(
    r"[\s(（]*(?P<credit>(?:图片来源|圖片來源|图片|摄影|攝影|图|圖|写真|撮影|画像|提供)\s*[:：／/]\s*[^:：\n]{1,60}?)"
    r"\s*[)）]?\s*$"
)
_PHOTO_BY = re.compile(
    r"(?:^|(?<=[.!?”\"')\]|\n]))\s*[(\[]?"
    r"(?P<credit>(?:photo(?:graph)?|image|illustration|picture)s?\s+by\s+[^.:\n]{2,80})[)\]]?\.?\s*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:^|\s)(?P<credit>(?:©|\(c\)|copyright)\s*[^.\n]{2,80})\.?\s*$", re.IGNORECASE)
_BARE_AGENCY = re.compile(
    rf"(?:^|(?<=[.!?。”\"')\]|])|(?<=\s[|–—]))\s*[(\[（]?"
    rf"(?P<credit>(?:[^.()\[\]:|]{{2,50}}\s*(?:/|via|,)\s*)?(?:{_AGENCIES})"
    rf"(?:\s*(?:/|via)\s*[^.()\[\]:|]{{2,40}})?)[)\]）]?\s*$"
)
_PREFIX = re.compile(
    rf"^(?:(?:{_WORD_FOR_PHOTO})(?:\s+by)?\s*[:：／/]?\s*|(?:©|\(c\)|copyright)\s*)", re.IGNORECASE
)
_JOIN = re.compile(r"\s+via\s+|\s*/\s*|\s*,\s+|\s*[|]\s*|\s*／\s*", re.IGNORECASE)


def split_caption(text: str) -> tuple[str, Credit | None]:
    """A caption line as caption and credit; the two together hold every word of the line.

    >>> split_caption("Boats at anchor. Photo: pool via EPA")
    ('Boats at anchor.', Credit(text='Photo: pool via EPA', source='pool', agency='EPA'))
    >>> split_caption("A view of the quay")
    ('A view of the quay', None)
    """
    # Credits are short and stand last: patterns look at the end alone, in bounded time.
    start = max(0, len(text) - _LONGEST)
    head, text = text[:start], text[start:]
    for pattern in (_LABELLED, _LABELLED_HAN, _PHOTO_BY, _BARE_AGENCY, _COPYRIGHT):
        match = pattern.search(text)
        if match:
            caption = text[: match.start()].rstrip(" |–—-\n")
            caption = head + caption
            return caption, credit_of(text[match.start() :].strip() if caption else text.strip())
    return head + text, None


def ends_with_credit(text: str) -> bool:
    """True when a line of plain text is a caption by its labelled credit."""
    text = text[-_LONGEST:]
    return any(pattern.search(text) for pattern in (_LABELLED, _LABELLED_HAN, _PHOTO_BY))


def credit_of(text: str) -> Credit:
    """A credit line split into source and agency, its wording kept.

    >>> credit_of("Photo: AFP")
    Credit(text='Photo: AFP', source='AFP', agency='AFP')
    """
    named = _PREFIX.sub("", text.strip(" ()[]（）|\n")).strip(" .()[]（）")
    parts = [part.strip() for part in _JOIN.split(named) if part.strip()]
    agency = next((part for part in reversed(parts) if _AGENCY.fullmatch(part)), None)
    if agency is None:
        found = _AGENCY.search(named)
        agency = found.group() if found else None
    source = next((part for part in parts if part != agency), agency)
    return Credit(text, source or None, agency)
