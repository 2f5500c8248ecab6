"""Who says what: each quotation and the speaker that the text states for it.

    paragraphs -> words, points, quotations -> the speaker behind, before, or of the quotation before
               -> pronouns by the speaker of the sentence before -> runs of one speaker -> Quotation

Precision comes before recall: a quotation whose speaker the text does not state is left out. Pure, linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from oyez.model.article import Article, Heading, ListItem, Paragraph, PullQuote, Quote, Standfirst
from oyez.model.language import primary
from oyez.model.quotation import Passage, Quotation
from oyez.scripting.quoted import Piece, pieces
from oyez.scripting.reporting import REPORTING, Reporting
from oyez.scripting.speakers import Grammar, Speaker, Statement

__all__ = ["quotations"]

_SENTENCE = 60  # pieces looked at in front of a quotation
_REST = 30  # pieces between what is attributed and the quotation that goes on
_FEW = 3  # words; a shorter quotation within a sentence may be a mere "so-called"
_OPEN = (",", "?", "!", "…", "—", "–", "-")  # ends of a quotation that its sentence goes on behind
_IN_A_STATEMENT = re.compile(r"\s+in (?:a|an|its|his|her|their)\s.*")
_PLACES = frozenset("in at on from near à en dans bei aus".split())
# Words between verb and quotation that make it a text of somebody else's: a sign reading “...”.
_LABELS = frozenset(
    """reading read titled entitled called named dubbed headline headlined slogan song book film sign banner
    poster so-called known labelled labeled phrase words remark remarks comment comments claim claims
    accusation letter email message report post motto chant chanting term word described accused quoted
    quoting quote placard graffiti note password code-named""".split()
)


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation with a speaker whom the text states, in page order.

    Quotations in running text of English, German, French and Spanish, and blocks with an attribution of
    any language. Never raises.
    """
    words = REPORTING.get(primary(article.language))
    found = _Listener(article, words).heard() if words else []
    heard = {passage.block for quotation in found for passage in quotation.passages}
    for index, block in enumerate(article.blocks):
        if not isinstance(block, Quote | PullQuote) or not block.attribution or not block.text.strip():
            continue
        repeated = isinstance(block, PullQuote) and block.repeats in heard
        if not repeated and (speaker := _attributed(block.attribution)):
            found.append(Quotation(speaker, (Passage(index, 0, len(block.text)),), None))
    return tuple(sorted(found, key=lambda one: (one.passages[0].block, one.passages[0].start)))


def _attributed(attribution: str) -> str:
    """The speaker in a block's attribution.

    >>> _attributed("— Ada Mwangi, mayor of Tarrow")
    'Ada Mwangi'
    """
    return attribution.strip("-–—―~ \t\n").split(",")[0].split("(")[0].split("\n")[0].strip()


@dataclass(slots=True)
class _Listener:
    """Goes through an article once and remembers who spoke last."""

    article: Article
    words: Reporting
    grammar: Grammar = field(init=False)
    full: dict[str, set[str]] = field(default_factory=dict)  # a word of a name -> the full names that hold it
    last: tuple[str, int] | None = None  # the speaker of the sentence before, and the piece behind
    weak: bool = False  # they said nothing there: the sentence was about them

    def heard(self) -> list[Quotation]:
        """The quotations of the running text, runs of one speaker joined."""
        self.grammar = Grammar(list(_stream(self.article, self.words)), self.words)
        found: list[Quotation] = []
        before: tuple[int, Quotation] | None = None  # the quotation just before, where it has a speaker
        starts = True
        for at, piece in enumerate(self.grammar.pieces):
            if piece.kind == "quote":
                one = self._quotation(at, before)
                if one and found and before and _same(found[-1], one):
                    found[-1] = replace(found[-1], passages=found[-1].passages + one.passages)
                elif one:
                    found.append(one)
                before = (at, one) if one else None
            elif piece.text == "#":
                self.last = None
            elif starts and piece.kind == "word":
                self._listen(at)
            starts = piece.ends_sentence or (piece.kind == "quote" and not piece.text.endswith(_OPEN))
        return found

    def _listen(self, at: int) -> None:
        """Remember the speaker of a sentence without quotation: "Mwangi said the port would close."."""
        if self.grammar.at(at).low in self.words.openers:
            at += 1
        if statement := self.grammar.statement(at):
            self._remember(statement)
        elif speaker := self.grammar.acting(at):
            self.last = (self._name(speaker), speaker.stop)
            self.weak = True

    def _remember(self, statement: Statement) -> tuple[str, bool] | None:
        """The name of a statement's speaker and whether it is inferred; None where nobody is named."""
        speaker = statement.speaker
        inferred = speaker.kind == "pronoun"
        name = self._antecedent(speaker.first) if inferred else self._name(speaker)
        self.last = (name, statement.stop) if name and speaker.kind != "other" else None
        self.weak = False
        return (name, inferred) if name else None

    def _name(self, speaker: Speaker) -> str:
        """A speaker as written, or by the full name that stood before."""
        words = [self.grammar.at(at) for at in range(speaker.first, speaker.stop)]
        if speaker.kind != "name":
            return _IN_A_STATEMENT.sub("", self._written(words))
        titles = self.words.titles | self.words.his | self.words.her | self.words.roles
        begin = max((at + 1 for at, word in enumerate(words[:-1]) if word.low in titles), default=0)
        bare = words[begin:]
        full = self._written(bare)
        if len(bare) == 1:
            known = self.full.get(full, set())
            return next(iter(known)) if len(known) == 1 else self._written(words)
        for word in bare:
            self.full.setdefault(word.text, set()).add(full)
        return full

    def _written(self, words: Sequence[Piece]) -> str:
        """Neighbouring words as they stand on the page."""
        return self.article.blocks[words[0].block].text[words[0].start : words[-1].end]

    def _antecedent(self, at: int) -> str:
        """The speaker whom a pronoun at `at` means, "" where that is not sure."""
        if self.last is None:
            return ""
        name, behind = self.last
        ends = 0
        for index in range(behind, at):
            piece = self.grammar.at(index)
            ends += piece.kind == "point" and piece.ends_sentence
            opens = self.grammar.at(index - 1).ends_sentence and piece.low in self.words.names_not
            place = self.grammar.at(index - 1).low in _PLACES or piece.low in self.words.between
            if ends > 1 or (self.grammar.is_a_name(index) and not opens and not place):
                return ""
            if self.weak and piece.low in self.words.roles:
                articled = self.grammar.at(index - 1).low in self.words.determiners
                if articled:
                    return ""  # "Ada Mwangi met the minister."
        title, pronoun = name.split()[0].lower().rstrip("."), self.grammar.at(at).low.rpartition("-")[2]
        other = self.words.her if pronoun in self.words.he else self.words.his
        return "" if title in other else name

    def _quotation(self, at: int, before: tuple[int, Quotation] | None) -> Quotation | None:
        """The quotation at a piece with its speaker, or None where the text does not state it."""
        piece = self.grammar.at(at)
        ahead = self.grammar.at(at + 1)
        if not piece.closed and not (ahead.text == "¶" and self.grammar.at(at + 2).kind == "quote"):
            return None  # a mark that nothing closes, unless the next paragraph goes on
        passages = (Passage(piece.block, piece.start, piece.end),)
        statement = self._behind(at) or self._before(at)
        if statement:
            named = self._remember(statement)
            if named is None:
                return None
            first, last = self.grammar.at(statement.first), self.grammar.at(statement.stop - 1)
            return Quotation(named[0], passages, Passage(first.block, first.start, last.end), named[1])
        if before and self._goes_on(before[0], at):
            if self.last and self.last[0] == before[1].speaker:
                self.last = (self.last[0], at + 1)
            return replace(before[1], passages=passages)
        return None

    def _behind(self, at: int) -> Statement | None:
        """The statement behind a quotation: “...,” said Ada Mwangi."""
        ending, start = self.grammar.at(at).text[-1], at + 1
        comma = ending in (",", "—", "–", "-")
        while self.grammar.at(start).text in (",", "—", "–", "-"):
            start, comma = start + 1, True
        if not comma and ending not in ("?", "!", "…"):
            return None
        first = self._sentence_start(at)
        if self.grammar.at(first - 1).kind != "quote" and any(
            self.grammar.at(index).text in _LABELS or self.grammar.at(index).low in self.words.verbs
            for index in range(first, at)
        ):
            return None  # He called it “a mess,” police said.
        statement = self.grammar.inverted(start)
        if statement:
            return statement
        statement = self.grammar.statement(start)
        if statement and not comma:
            # “Why?” Mwangi asked. But not: “Why?” Mwangi said the question was wrong.
            follows = self.grammar.at(statement.stop)
            ends = follows.kind != "word" or follows.low in self.words.stops | self.words.between
            return statement if ends else None
        return statement

    def _before(self, at: int) -> Statement | None:
        """The statement in front of a quotation in its sentence: Ada Mwangi told the court: “..."""
        grammar, first = self.grammar, self._sentence_start(at)
        verbs = self.words.verbs | self.words.participles | self.words.calling | self.words.behind
        verb = next((index for index in range(at - 1, first - 1, -1) if grammar.at(index).low in verbs), None)
        rest = range((first if verb is None else verb + 1), at)
        few = len(grammar.at(at).text.split()) < _FEW
        stated = grammar.at(at - 1).text == ":" or not rest
        if verb is None and grammar.at(first).low in _according(self.words):
            source = grammar.inverted(first)
            rest = range(source.stop if source else first, at)
        else:
            source = None
        if any(grammar.at(index).text in _LABELS for index in rest) or (few and not stated):
            return None
        if verb is None:
            return source
        if grammar.at(verb).low in self.words.behind:
            return grammar.preceding(verb, first)
        if grammar.at(verb).low in self.words.participles:
            return self._participial(first, verb)
        starts = [first, *(index + 1 for index in range(first, verb) if grammar.at(index).text in ",;—–")]
        calls = grammar.at(verb).low in self.words.calling
        if calls and grammar.at(at).text[0].isupper():
            return None  # the name of something: “Cold Harbour”
        for start in reversed(starts):
            begin = start + (grammar.at(start).low in self.words.openers)
            statement = grammar.calling(begin) if calls else grammar.statement(begin)
            if statement and statement.stop == verb + 1:
                return statement
        asked = grammar.inverted(verb)  # "To that answered Mwangi: “...”"
        return asked if asked and asked.stop == at - 1 and grammar.at(at - 1).text == ":" else None

    def _sentence_start(self, at: int) -> int:
        """The first piece of the sentence that holds `at`, or the one behind the quotation before."""
        first = at
        while first > max(0, at - _SENTENCE) and not _bars(self.grammar.at(first - 1)):
            first -= 1
        return first

    def _participial(self, first: int, verb: int) -> Statement | None:
        """ "Ada Mwangi left, saying: “...”": the sentence's subject, where nobody else is named."""
        grammar = self.grammar
        speaker = grammar.subject(first + (grammar.at(first).low in self.words.openers))
        if speaker is None or grammar.at(verb - 1).text != ",":
            return None
        if any(grammar.at(index).capital for index in range(speaker.stop, verb)):
            return None
        return Statement(speaker, speaker.first, verb + 1)

    def _goes_on(self, last: int, at: int) -> bool:
        """True where the speaker of the quotation before goes on: “...,” said Mwangi. “...”"""
        grammar = self.grammar
        between = [grammar.at(index) for index in range(last + 1, at)]
        if not grammar.at(last).closed:
            return all(piece.kind == "break" for piece in between)
        if not 2 <= len(between) <= _REST or between[-1].text not in (".", ",", ";", ":"):
            return False
        if any(piece.ends_sentence or piece.kind == "quote" for piece in between[:-1]):
            return False
        adds = any(piece.low in self.words.participles for piece in between)
        if between[-1].text == ":" and not adds:
            return False
        whole = grammar.at(at).text.endswith((".", "?", "!", "…", ","))
        return self._behind(last) is not None and (whole or grammar.at(at + 1).kind != "word")


def _stream(article: Article, words: Reporting) -> Iterator[Piece]:
    """The pieces of the running text: "¶" ends a paragraph, "#" a part, behind which nobody is remembered."""
    for index, block in enumerate(article.blocks):
        if isinstance(block, Paragraph | Standfirst | ListItem):
            yield from pieces(block.text, index, words.titles)
            yield Piece("break", "¶", index, len(block.text), len(block.text))
        elif isinstance(block, Heading | Quote):
            yield Piece("break", "#", index, 0, 0)


def _bars(piece: Piece) -> bool:
    """True for what a sentence in front of a quotation begins behind."""
    return piece.ends_sentence or piece.kind == "quote"


def _according(words: Reporting) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in words.according)


def _same(run: Quotation, one: Quotation) -> bool:
    near = one.passages[0].block - run.passages[-1].block <= 1
    return near and (run.speaker, run.inferred) == (one.speaker, one.inferred)
