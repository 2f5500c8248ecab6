"""The picture of docs/speed.md: words misheard against words a minute, a panel a voice, a line a method.

    python -m bench.stretching.picture      docs/word-errors.json -> docs/word-errors.svg

`./do bench speed --long` with a recogniser writes that file. The picture follows the reader's choice of light
or dark.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

__all__ = ["FILE", "drawn"]

FILE = Path(__file__).parents[2] / "docs" / "word-errors.json"

_NAMES = {"ours": "Oyez", "sonic": "libsonic", "wsola": "WSOLA", "atempo": "FFmpeg atempo"}
_DASHES = {"ours": "none", "sonic": "7 3", "wsola": "2 3", "atempo": "8 3 2 3"}  # told apart without colour
_WIDTH, _HEIGHT = 250, 210  # of a panel's field
_LEFT, _TOP, _GAP, _FOOT = 56, 64, 34, 56
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #333 }
  .small { font-size: 11px; fill: #5c5c5c }
  .title { font-size: 15px; font-weight: 600 }
  .grid { stroke: #ddd } .axis { stroke: #777 }
  .ours { stroke: #0a6b4f; fill: #0a6b4f } .sonic { stroke: #1f5fbf; fill: #1f5fbf }
  .wsola { stroke: #b1560f; fill: #b1560f } .atempo { stroke: #8c3a8c; fill: #8c3a8c }
  path { fill: none !important; stroke-width: 2 } path.ours { stroke-width: 3 }
  .paper { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e6e6 } .small { fill: #b0b0b0 } .paper { fill: #16181a }
    .grid { stroke: #34383b } .axis { stroke: #8a8f94 }
    .ours { stroke: #4cd0a4; fill: #4cd0a4 } .sonic { stroke: #7fb2ff; fill: #7fb2ff }
    .wsola { stroke: #f0a35c; fill: #f0a35c } .atempo { stroke: #d79ad7; fill: #d79ad7 }
  }"""


def drawn(rows: Sequence[dict[str, Any]]) -> str:
    """SVG of rows {voice, words_a_minute, times, method, errors, words}; summed over all sentences."""
    voices = list(dict.fromkeys(row["voice"] for row in rows))
    methods = [name for name in _NAMES if any(row["method"] == name for row in rows)]
    fastest = 100 * -(-max(row["words_a_minute"] for row in rows) // 100)
    most = 20 * -(-max(_share(row) for row in rows) // 20)
    width = _LEFT + len(voices) * (_WIDTH + _GAP)
    height = _TOP + _HEIGHT + _FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="title">',
        f'<title id="title">{_told(rows, voices, methods)}</title><style>{_STYLE}</style>',
        f'<rect class="paper" width="{width}" height="{height}" rx="8"/>',
        *_legend(methods),
    ]
    for number, voice in enumerate(voices):
        left = _LEFT + number * (_WIDTH + _GAP)
        own = [row for row in rows if row["voice"] == voice]
        parts += _field(left, voice, fastest, most, first=not number)
        for method in reversed(methods):  # ours on top
            points = [
                (left + _WIDTH * row["words_a_minute"] / fastest, _TOP + _HEIGHT * (1 - _share(row) / most))
                for row in sorted(own, key=lambda row: float(row["words_a_minute"]))
                if row["method"] == method or row["times"] == 1
            ]
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(f'<path class="{method}" stroke-dasharray="{_DASHES[method]}" d="M{line}"/>')
            parts += [f'<circle class="{method}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points]
    middle = _LEFT + (width - _LEFT - _GAP) / 2
    parts.append(
        f'<text class="small" x="{middle:.0f}" y="{height - 12}" text-anchor="middle">words a minute as '
        "said, without the pauses between sentences</text>"
    )
    return "\n".join([*parts, "</svg>", ""])


def _share(row: dict[str, Any]) -> float:
    """Per cent of words misheard."""
    return 100 * float(row["errors"]) / float(row["words"])


def _told(rows: Sequence[dict[str, Any]], voices: list[str], methods: list[str]) -> str:
    """The picture in words, for those who cannot see it."""
    told = []
    for voice in voices:
        own = [row for row in rows if row["voice"] == voice]
        fastest = max(row["times"] for row in own)
        shares = {row["method"]: _share(row) for row in own if row["times"] == fastest}
        each = ", ".join(f"{_NAMES[name]} {shares[name]:.0f} %" for name in methods if name in shares)
        told.append(f"{voice} at {fastest:g} times: {each}")
    return escape("Words misheard by a recogniser, by speed and method. " + "; ".join(told))


def _legend(methods: Iterable[str]) -> list[str]:
    parts = []
    for number, method in enumerate(methods):
        x = _LEFT + 140 * number
        parts.append(f'<path class="{method}" stroke-dasharray="{_DASHES[method]}" d="M{x},22h28"/>')
        parts.append(f'<text x="{x + 34}" y="26">{_NAMES[method]}</text>')
    return parts


def _field(left: int, voice: str, fastest: float, most: float, *, first: bool) -> list[str]:
    bottom = _TOP + _HEIGHT
    parts = [f'<text class="title" x="{left}" y="{_TOP - 12}">{escape(voice)}</text>']
    for share in range(0, round(most) + 1, 20):
        y = bottom - _HEIGHT * share / most
        parts.append(f'<line class="grid" x1="{left}" x2="{left + _WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        if first:
            parts.append(
                f'<text class="small" x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{share} %</text>'
            )
    for rate in range(0, round(fastest) + 1, 200):
        x = left + _WIDTH * rate / fastest
        parts.append(f'<text class="small" x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{rate}</text>')
    parts.append(f'<line class="axis" x1="{left}" x2="{left + _WIDTH}" y1="{bottom}" y2="{bottom}"/>')
    return parts


if __name__ == "__main__":
    FILE.with_suffix(".svg").write_text(drawn(json.loads(FILE.read_text("utf-8"))), "utf-8")
