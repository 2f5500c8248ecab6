"""How long the silence after each kind of sentence lasts.

Seconds at natural speed. A listener tells units apart by the length of the silence, so what matters
is the order: phrase < sentence < list item < paragraph < headline. Newsreaders leave about a third of
a second between sentences and half a second or more at a change of subject.
"""

from __future__ import annotations

__all__ = ["AFTER", "BEFORE_HEADING", "PHRASE", "SENTENCE"]

SENTENCE = 0.3  # s, between sentences of one block: a breath
PHRASE = 0.15  # s, where a sentence too long for one breath was cut: the voice has not come to a close
BEFORE_HEADING = 0.7  # s, the previous block's pause is raised to this: a new part begins

# s, after the last sentence of a block, by its role
AFTER = {
    "headline": 0.8,  # the listener settles on the subject
    "standfirst": 0.7,  # the summary ends, the story begins
    "byline": 0.55,
    "dateline": 0.55,
    "heading": 0.5,  # shorter than the pause before it: it belongs to what follows
    "paragraph": 0.55,
    "quote": 0.6,  # the speaker changes back
    "attribution": 0.6,
    "pull-quote": 0.6,
    "list-item": 0.4,  # items belong together
    "caption": 0.6,  # back from the picture to the text
    "credit": 0.6,
    "table": 0.4,  # rows belong together
    "code": 0.6,
    "footnote": 0.55,
}
