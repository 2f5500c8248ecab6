"""Trafilatura's opinion of what the article's text is, as a vote on our own lines."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from oyez.reading.fold import Bag, fold

__all__ = ["Votes", "trafilatura_votes"]


class Votes:
    """Text that an extractor kept, to ask of each line whether it is among it.

    `unneeded` says that nobody was asked: the page has but one place where its prose can be.
    """

    def __init__(self, kept: Iterable[str] = (), *, unneeded: bool = False) -> None:
        self.unneeded = unneeded
        texts = [text for text in kept if text.strip()]
        self._bag = Bag("\n".join(texts))
        self._whole = {fold(text) for text in texts}

    def __bool__(self) -> bool:
        return bool(self._whole)

    def share(self, text: str) -> float:
        """How much of a line was kept, 0 to 1; a line of few words must have been kept whole."""
        if not self._whole:
            return 0.0
        folded = fold(text)
        if folded in self._whole:
            return 1.0
        return self._bag.share(text) if folded.count(" ") >= 3 else 0.0


def trafilatura_votes(tree: Any) -> Votes:
    """The blocks of text that trafilatura keeps of the tree, in its default mode and without metadata."""
    from trafilatura import bare_extraction

    document = bare_extraction(
        copy.deepcopy(tree),
        with_metadata=False,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
    )
    body = getattr(document, "body", None)  # typed as a document or a dict, always a document here
    if body is None:
        return Votes()
    kept = []
    for element in body.iter():
        # Containers repeat what their children say; their children vote for themselves.
        if isinstance(element.tag, str) and element.tag not in ("body", "list", "table", "row", "quote"):
            kept.append("".join(element.itertext()))
        elif element.tag == "quote" and not len(element):
            kept.append(element.text or "")
    return Votes(kept)
