"""What a rule sees: the tokens of one sentence, and what it answers. The same for every language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from oyez.scripting.tokens import Token

__all__ = ["Line", "Reading", "Rule", "Said", "bare", "is_name"]

_NEUTRAL_BEFORE = frozenset({"", "'", "‘"})


class Said(NamedTuple):
    """What is said for one token, and the rule that chose it."""

    say: str
    rule: str = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence.

    cores      the tokens' cores, without what nobody sees
    american   True for American spelling and order of dates
    captions   True in a picture's caption, where "(R)" is a place in the picture
    compound   True for the parts of one hyphenated token, which stands before a noun
    shouted    True where the sentence is set in capitals
    """

    tokens: Sequence[Token]
    cores: Sequence[str]
    american: bool = False
    captions: bool = False
    compound: bool = False
    shouted: bool = False

    def core(self, index: int) -> str:
        """The core of a token; "" outside the sentence."""
        return self.cores[index] if 0 <= index < len(self.cores) else ""

    def after(self, index: int) -> str:
        """The punctuation behind a token; "" outside the sentence."""
        return self.tokens[index].after if 0 <= index < len(self.tokens) else ""

    def dotted(self, index: int) -> bool:
        """True where a full stop follows the token at once."""
        return self.after(index).startswith(".")

    def ends(self, index: int) -> bool:
        """True where no token near behind has a core."""
        return not any(self.cores[index + 1 : index + 9])

    def joined(self, index: int, dot: bool = False) -> bool:
        """True where nothing but a space (or an abbreviation's full stop) parts a token from the next."""
        if not 0 <= index < len(self.tokens) - 1:
            return False
        behind = self.tokens[index].after
        return (not behind or (dot and behind == ".")) and self.tokens[index + 1].before in _NEUTRAL_BEFORE

    def next(self, index: int, dot: bool = False) -> str:
        """The core of the next token where it is joined to this one, else ""."""
        return self.cores[index + 1] if self.joined(index, dot) else ""

    def last(self, index: int, dot: bool = False) -> str:
        """The core of the token before where it is joined to this one, else ""."""
        return self.cores[index - 1] if self.joined(index - 1, dot) else ""


Reading = list[Said]  # for the token asked about and as many behind it as the rule read along
Rule = Callable[[Line, int], Reading | None]


def is_name(core: str) -> bool:
    """True for a word with a capital, or initials: what a title stands before.

    >>> is_name("Lee"), is_name("J.R"), is_name("lee"), is_name("")
    (True, True, False, False)
    """
    return core[:1].isupper()


def bare(parts: Sequence[str], line: Line) -> Line:
    """A line of the parts of one token, which has no punctuation of its own."""
    return Line(
        [Token(0, 0, "", part, "") for part in parts],
        parts,
        line.american,
        compound=True,
        shouted=line.shouted,
    )
