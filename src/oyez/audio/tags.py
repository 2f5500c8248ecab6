"""What a sound file says of itself, in the words of each format.

Vorbis comments and RIFF INFO are written by FFmpeg from these names. Its ID3v2 writer puts comments
where no player shows them (TXXX) and has no frame for an address, so mp3 gets its own small writer.
"""

from __future__ import annotations

from dataclasses import dataclass

from oyez.model.language import primary

__all__ = ["Tags", "id3", "iso_639_2", "metadata"]

# ISO 639-1 to 639-2/T, as ID3 and MP4 write languages; the languages that voices exist for.
_THREE_LETTERS = dict(
    pair.split("=")
    for pair in (
        "af=afr am=amh ar=ara as=asm az=aze ba=bak be=bel bg=bul bn=ben bs=bos ca=cat cs=ces cv=chv cy=cym "
        "da=dan de=deu el=ell en=eng eo=epo es=spa et=est eu=eus fa=fas fi=fin fo=fao fr=fra ga=gle gd=gla "
        "gl=glg gn=grn gu=guj he=heb hi=hin hr=hrv ht=hat hu=hun hy=hye ia=ina id=ind is=isl it=ita ja=jpn "
        "ka=kat kk=kaz kl=kal kn=kan ko=kor ku=kur ky=kir la=lat lb=ltz lt=lit lv=lav mi=mri mk=mkd ml=mal "
        "mr=mar ms=msa mt=mlt my=mya nb=nob ne=nep nl=nld nn=nno no=nor om=orm or=ori pa=pan pl=pol ps=pus "
        "pt=por qu=que ro=ron ru=rus sd=snd si=sin sk=slk sl=slv sq=sqi sr=srp sv=swe sw=swa ta=tam te=tel "
        "th=tha tk=tuk tl=tgl tn=tsn tr=tur tt=tat ug=uig uk=ukr ur=urd uz=uzb vi=vie zh=zho zu=zul"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Tags:
    """artist = authors, album = publisher, date = YYYY-MM-DD, url = the page; language as BCP 47."""

    title: str = ""
    artist: str = ""
    album: str = ""
    date: str = ""
    url: str = ""
    comment: str = ""
    language: str = ""


def iso_639_2(language: str) -> str:
    """Three letters for a BCP 47 tag; "und" where there are none.

    >>> iso_639_2("en-GB"), iso_639_2("yue"), iso_639_2("")
    ('eng', 'yue', 'und')
    """
    first = primary(language)
    known = len(first) == 3 and first.isascii() and first.isalpha()
    return _THREE_LETTERS.get(first, first if known else "und")


def metadata(tags: Tags, file_format: str) -> dict[str, str]:
    """FFmpeg's names for the tags of a format; empty ones are left out."""
    names = {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.album,
        "date": tags.date,
        "comment": tags.comment,
    }
    if file_format == "wav":
        names |= {"language": tags.language, "ISRC": tags.url}  # INFO's ISRC chunk is the source
    elif file_format == "m4a":
        names |= {"description": tags.url}  # iTunes has no atom for an address; the language is the track's
    else:
        names |= {"language": tags.language, "url": tags.url}
    return {name: _clean(text) for name, text in names.items() if text}


def id3(tags: Tags) -> bytes:
    """An ID3v2.4 tag in UTF-8, to stand before the frames of an mp3 (id3.org, "ID3v2.4.0 Native Frames")."""
    texts = {"TIT2": tags.title, "TPE1": tags.artist, "TALB": tags.album, "TDRC": tags.date}
    if tags.language:
        texts["TLAN"] = iso_639_2(tags.language)
    frames = [_frame(name, b"\x03" + _clean(text).encode()) for name, text in texts.items() if text]
    if tags.comment:
        language = iso_639_2(tags.language).encode()
        frames.append(_frame("COMM", b"\x03" + language + b"\x00" + _clean(tags.comment).encode()))
    if tags.url:
        # Latin-1 by definition; an address with other letters is percent-encoded or not an address.
        frames.append(_frame("WOAS", _clean(tags.url).encode("latin-1", "ignore")))
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + _syncsafe(len(body)) + body if frames else b""


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + _syncsafe(len(body)) + b"\x00\x00" + body


def _syncsafe(number: int) -> bytes:
    """Four bytes of seven bits, so that no tag looks like the start of a sound frame."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def _clean(text: str) -> str:
    """Text that every format can hold: no zero byte, which ends strings, and no lone surrogate."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
