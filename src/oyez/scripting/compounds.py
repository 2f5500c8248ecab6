"""Compounds with a name in them: "Kyiv-based", "pro-Assad", "Xi–Biden".

A name of a lexicon gives its IPA. Where its partner's is known too (`PARTNERS`), so is the whole word's;
else the compound is taken apart into a Word for each part, and the voice says the partner its own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from oyez.model.script import Word

__all__ = ["PARTNERS", "apart", "part_spans"]

_JOINTS = re.compile(r"[-–‑/]+")
_SAID_PARTS = re.compile(r"[^\s-]+")

_TABLE = """
based bˈeɪst  backed bˈækt  led lˈɛd  born bˈɔːɹn  owned ˈoʊnd  run ɹˈʌn  made mˈeɪd  held hˈɛld  bred bɹˈɛd
controlled kəntɹˈoʊld  aligned əlˈaɪnd  linked lˈɪŋkt  listed lˈɪstᵻd  funded fˈʌndᵻd  bound bˈaʊnd
style stˈaɪl  wide wˈaɪd  area ˈɛɹiə  themed θˈiːmd  inspired ɪnspˈaɪɚd  occupied ˈɑːkjʊpˌaɪd
appointed əpˈɔɪntᵻd  trained tɹˈeɪnd  educated ˈɛdʒʊkˌeɪtᵻd  allied ˈælaɪd  affiliated əfˈɪliˌeɪtᵻd
sponsored spˈɑːnsɚd  supported səpˈɔːɹtᵻd  supplied səplˈaɪd  built bˈɪlt  designed dɪzˈaɪnd
headquartered hˈɛdkwˌɔːɹtɚd  friendly fɹˈɛndli  like lˈaɪk  type tˈaɪp  registered ɹˈɛdʒɪstɚd
flagged flˈæɡd  leaning lˈiːnɪŋ  dominated dˈɑːmᵻnˌeɪtᵻd  brokered bɹˈoʊkɚd  mediated mˈiːdiˌeɪtᵻd
drafted dɹˈæftᵻd  imposed ɪmpˈoʊzd  ruled ɹˈuːld  administered ədmˈɪnɪstɚd  annexed ˈænɛkst  era ˈɪɹə
speaking spˈiːkɪŋ  language lˈæŋɡwɪdʒ  only ˈoʊnli  sized sˈaɪzd  produced pɹədˈuːst  sourced sˈɔːɹst
installed ɪnstˈɔːld  organised ˈɔːɹɡənˌaɪzd  organized ˈɔːɹɡənˌaɪzd  initiated ɪnˈɪʃiˌeɪtᵻd
hosted hˈoʊstᵻd  proposed pɹəpˈoʊzd  approved əpɹˈuːvd  facing fˈeɪsɪŋ  branded bɹˈændᵻd  native nˈeɪtɪv
supporting səpˈɔːɹtɪŋ  free fɹˈiː  related ɹᵻlˈeɪtᵻd  critical kɹˈɪtɪkəl
pro pɹˈoʊ  anti ˈænti  ex ˈɛks  non nˈɑːn  post pˈoʊst  pre pɹˈiː  mid mˈɪd  trans tɹˈænz  cross kɹˈɔs
inter ˈɪntɚ  intra ˈɪntɹə  sub sˈʌb  super sˈuːpɚ  ultra ˈʌltɹə  then ðˈɛn  now nˈaʊ  vice vˈaɪs
co kˈoʊ  neo nˈiːoʊ  north nˈɔːɹθ  south sˈaʊθ  east ˈiːst  west wˈɛst  northern nˈɔːɹðɚn
southern sˈʌðɚn  eastern ˈiːstɚn  western wˈɛstɚn  central sˈɛntɹəl  new nˈuː
"""

PARTNERS: Mapping[str, str] = dict(zip(_TABLE.split()[::2], _TABLE.split()[1::2], strict=True))
"""IPA by the part in small letters; whole words, whose stress stays as it is in a compound."""


def part_spans(written: str) -> list[tuple[int, int]]:
    """Start and end of the parts that hyphens and slashes join."""
    spans, at = [], 0
    for joint in _JOINTS.finditer(written):
        spans.append((at, joint.start()))
        at = joint.end()
    return [*spans, (at, len(written))]


def apart(
    word: Word, written: str, start: int, spans: Sequence[tuple[int, int]], ipa: Sequence[str]
) -> Sequence[Word]:
    """A Word for each known part and for what stands between; the word itself where it is said otherwise.

    written, start    the word without its punctuation, and where that begins in the text
    spans, ipa        its parts' characters in `written`, and their IPA, "" where it is not known
    """
    said = [match.span() for match in _SAID_PARTS.finditer(word.say)]
    pieces: list[tuple[int, int, str | None]] = []  # start in the text, words of `said` from and to, IPA
    at = 0
    begins = word.start
    for (first, end), known in zip(spans, ipa, strict=True):
        if not known:
            continue
        found = _found(word.say, said, at, written[first:end].replace("’", "'").lower())
        if found is None:
            return (word,)
        if found[0] > at:
            pieces.append((begins, at, None))
            begins = start + first
        pieces.append((begins, found[0], known))
        begins, at = start + _next_part(spans, first), found[1]
    if at < len(said):
        pieces.append((begins, at, None))
    out: list[Word] = []
    for (begin, since, heard), follower in zip(pieces, [*pieces[1:], None], strict=True):
        until = follower[1] if follower else len(said)
        out.append(
            Word(
                begin,
                follower[0] if follower else word.end,
                word.say[said[since][0] : said[until - 1][1]],
                "plain" if heard else word.rule,
                "" if follower else word.mark,
                heard,
            )
        )
    return out


def _found(say: str, said: Sequence[tuple[int, int]], at: int, part: str) -> tuple[int, int] | None:
    """From which word of `said` to which a part is said, letters that are spelled counted together."""
    for since in range(at, len(said)):
        heard = ""
        for until in range(since, min(len(said), since + len(part))):
            heard += say[slice(*said[until])].lower()
            if heard == part:
                return since, until + 1
    return None


def _next_part(spans: Sequence[tuple[int, int]], first: int) -> int:
    """Where the part after the one that begins at `first` begins; the end of the last."""
    return next((start for start, _ in spans if start > first), spans[-1][1])
