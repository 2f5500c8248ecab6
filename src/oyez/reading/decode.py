"""Bytes to text: which character set a page is written in.

                 byte order mark
content bytes -> UTF-8, if the bytes say so themselves      -> text with "\\n" line ends,
                 what header and markup declare, if it fits    no NUL, no lone surrogate
                 what the bytes look like

Labels mean what they mean to browsers (WHATWG Encoding Standard): "iso-8859-1" is windows-1252, "gb2312"
is gb18030. Unlike browsers, a declaration that the bytes contradict is overruled: a listener cannot
reload the page with another encoding.
"""

from __future__ import annotations

import re

from oyez.model.page import Page

__all__ = ["codec_of", "decode"]

DECLARED_WITHIN = 4096  # bytes searched for a declaration; browsers take 1024, some pages need more
SAMPLE = 32_768  # bytes given to the detector, all of them from runs that are not ASCII
TOLERATED = 20  # one undecodable place in so many non-ASCII bytes is damage, more is the wrong character set
TOLERATED_UTF_8 = 3  # the same for UTF-8, into which other sets fall by chance for at most 1 byte in 5
CHANCE = 16  # non-ASCII bytes; so few may fit a wrong character set by chance
DENSE = 0.3  # share of non-ASCII bytes in text that no Latin-1 language reaches (French: 0.05)

# Python codec: the labels that lead to it. Where browsers take a superset, so do we.
_CODECS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16-le": "utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode",
    "utf-16-be": "utf-16be",
    "cp1252": "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1"
    " latin-1 l1 cp819 ibm819 iso-ir-100 csisolatin1 windows-1252 cp1252 x-cp1252",
    "cp1254": "iso-8859-9 iso8859-9 iso_8859-9 latin5 l5 csisolatin5 windows-1254 cp1254 x-cp1254",
    "cp874": "tis-620 iso-8859-11 iso8859-11 windows-874 dos-874",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932",
    "euc_jis_2004": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 chinese iso-ir-58 csiso58gb231280 cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean iso-ir-149 cseuckr csksc56011987"
    " windows-949 cp949 uhc",
    "koi8_r": "koi8-r koi8_r koi8 koi cskoi8r",
    "koi8_u": "koi8-u koi8-ru",
    "cp866": "ibm866 cp866 866 csibm866",
    "mac_roman": "macintosh mac x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "iso8859_2": "latin2 l2 csisolatin2",
    "iso8859_5": "cyrillic csisolatincyrillic",
    "iso8859_6": "arabic asmo-708 csisolatinarabic",
    "iso8859_7": "greek greek8 sun_eu_greek csisolatingreek",
    "iso8859_8": "hebrew visual logical csisolatinhebrew iso-8859-8-i iso-8859-8-e",
    **{
        f"cp{page}": f"windows-{page} cp{page} x-cp{page}"
        for page in (1250, 1251, 1253, 1255, 1256, 1257, 1258)
    },
}
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in labels.split()} | {
    f"{stem}{part}": f"iso8859_{part}"
    for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
    for stem in ("iso-8859-", "iso8859-", "iso_8859-")
}
_CJK = frozenset({"cp932", "euc_jis_2004", "gb18030", "big5hkscs", "cp949"})
_DETECTED = (
    *sorted(_CJK),
    *("cp1251", "koi8_r", "cp866", "iso8859_5", "cp1253", "cp1255", "cp1256", "cp874"),
)
_LATIN = ("cp1252", "cp1250")  # given to the detector as rivals only: it cannot tell these two apart
_LATIN_OF = dict.fromkeys("cs sk pl hu hr sl bs ro sq".split(), "cp1250") | {"tr": "cp1254", "az": "cp1254"}
_LATIN_OF |= dict.fromkeys(("lt", "lv", "et"), "cp1257")

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WIDE_STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_HIGH_BYTES = bytes(range(0x80, 0x100))
_HIGH_RUN = re.compile(rb"[\x80-\xff][^<>\r\n]*")  # no trail byte of any CJK set is one of these ends
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_CHARSET_PARAMETER = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)
_DECLARATION = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:+-]+)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"<html\b[^>]*?\blang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
_LATIN_2_ONLY = re.compile(rb"[\xa1\xa6\xac\xae\xb1\xb6\xbc\xbe]")  # letters there, signs in windows-1250
_NOT_HEBREW = re.compile(rb"[\xc0-\xdf\xfb-\xff]")  # Cyrillic capitals and frequent letters, no Hebrew ones
_C1 = re.compile(rb"[\x80-\x9f]")
_ABOVE_TWO_BYTES = re.compile("[\u0800-\U0010ffff]")


def decode(page: Page) -> str:
    """A page's text, with "\\n" line ends and without NUL; text that was given as text is not guessed at.

    Never fails: places that cannot be decoded become U+FFFD.

    >>> lying = (("Content-Type", "text/html; charset=utf-8"),)
    >>> decode(Page("café\\r\\n".encode("latin-1"), headers=lying))
    'café\\n'
    """
    content = page.content
    text = content if isinstance(content, str) else _decode_bytes(content, _header_codec(page))
    try:
        text.encode("utf-8")  # finds surrogates four times as fast as looking for them
    except UnicodeEncodeError:  # pairs, as JSON writers leave them, become their character
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def codec_of(page: Page, content: bytes) -> str | None:
    """The codec by byte order mark, or UTF-16 by header or first tag; None where it must be found out."""
    return _unmistakable(content, _header_codec(page))


def _decode_bytes(data: bytes, header: str | None) -> str:
    certain = _unmistakable(data, header)
    if certain:
        return data.decode(certain, "replace")
    declared = _declarations(header, data)
    high = _high_bytes(data)
    if not high:
        return data.decode("iso2022_jp" if "iso2022_jp" in declared else "ascii", "replace")
    text = _fitting(data, "utf-8", high)
    if text is not None and not (high <= CHANCE and _rather(data, text, declared)):
        return text
    sample = _sample(data)
    dense = high > CHANCE and _high_bytes(sample) > DENSE * len(sample)
    for codec in declared:
        # Latin-1 is what servers say when nobody told them; every byte fits it, so it proves nothing.
        if codec == "cp1252" and dense:
            continue
        text = _fitting(data, codec, high)
        if text is not None:
            return text
    return data.decode(_detect(sample, data), "replace")


def _high_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, _HIGH_BYTES))


def _unmistakable(data: bytes, header: str | None) -> str | None:
    """The codec by byte order mark, or UTF-16 by header or first tag."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    for start, codec in _WIDE_STARTS:
        if data.startswith(start):
            return codec
    return header if header in {"utf-16-le", "utf-16-be"} and b"\0" in data[:64] else None


def _declarations(header: str | None, data: bytes) -> tuple[str, ...]:
    """The codecs declared by the header, then by the markup; Latin-1, often a server's default, last."""
    found = _DECLARATION.search(_COMMENT.sub(b"", data[:DECLARED_WITHIN]))
    markup = _label((found[1] or found[2]).decode("ascii", "replace")) if found else None
    # What is read as ASCII markup is no UTF-16, whatever it says.
    real = [codec for codec in (header, markup) if codec and not codec.startswith("utf-16")]
    return tuple(sorted(dict.fromkeys(real), key=lambda codec: codec == "cp1252"))


def _fitting(data: bytes, codec: str, high: int) -> str | None:
    """The text under that codec, or None where more of it is undecodable than damage would explain."""
    text = data.decode(codec, "replace")
    tolerated = TOLERATED_UTF_8 if codec == "utf-8" else TOLERATED
    return text if text.count("\ufffd") * tolerated <= high else None


def _rather(data: bytes, text: str, declared: tuple[str, ...]) -> bool:
    """Whether a declared CJK set is likelier than UTF-8 that the bytes fit too.

    A few two-byte characters of GBK may happen to be UTF-8 as well, for letters below U+0800.
    """
    codec = next((codec for codec in declared if codec in _CJK), None)
    if codec is None or _ABOVE_TWO_BYTES.search(text):
        return False
    return "\ufffd" not in data.decode(codec, "replace")


def _sample(data: bytes) -> bytes:
    """The text around non-ASCII bytes, without markup, cut at whole runs where it can be."""
    runs: list[bytes] = []
    size = 0
    for match in _HIGH_RUN.finditer(data):
        run = (
            match[0]
            if len(match[0]) <= SAMPLE
            else match[0][:SAMPLE].rpartition(b" ")[0] or match[0][:SAMPLE]
        )
        runs.append(run)
        size += len(run)
        if size >= SAMPLE:
            break
    return b"\n".join(runs)


def _detect(sample: bytes, data: bytes) -> str:
    """The codec that non-ASCII bytes look like; windows-1252 and its neighbours by the page's language."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*_DETECTED, *_LATIN]).best()
    if best is not None and best.encoding in _DETECTED:
        hebrew = best.encoding in {"cp1251", "koi8_r"} and not _NOT_HEBREW.search(sample)
        return "cp1255" if hebrew else best.encoding
    language = _LANGUAGE.search(data[:DECLARED_WITHIN])
    codec = _LATIN_OF.get(language[1].decode("ascii").lower(), "cp1252") if language else "cp1252"
    if codec == "cp1250" and _LATIN_2_ONLY.search(sample) and not _C1.search(sample):
        return "iso8859_2"
    return codec


def _header_codec(page: Page) -> str | None:
    match = _CHARSET_PARAMETER.search(page.header("content-type") or "")
    return _label(match[1]) if match else None


def _label(label: str) -> str | None:
    """The codec a label stands for, or None: only labels of the table, never any codec Python has."""
    return _LABELS.get(label.strip().lower())
