"""PDF files for tests, written by hand: pages of lines, each at its place, in its size and face.

Only what PDF 1.4 asks for: a catalogue, pages, two of the fonts every reader has, a stream a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["LEADING", "At", "column", "pdf"]

LEADING = 14.0  # points from line to line
_SIZE = 11.0


@dataclass(frozen=True, slots=True)
class At:
    """A line of text, its left end at x, y points from the lower left corner."""

    text: str
    x: float = 72
    y: float = 700
    size: float = _SIZE
    bold: bool = False


def column(lines: Sequence[str], top: float = 700, x: float = 72, size: float = _SIZE) -> list[At]:
    """Lines below each other; an empty one is a gap."""
    return [At(line, x, top - number * LEADING, size) for number, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[At]], *, title: str = "", author: str = "") -> bytes:
    """The file."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Title {_string(title)} /Author {_string(author)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    fonts = "<< /Font << /F4 4 0 R /F5 5 0 R >> >>"
    box = f"/Parent 2 0 R /MediaBox [0 0 595 842] /Resources {fonts}"
    for number, page in enumerate(pages):
        content = "\n".join(
            f"BT /F{5 if one.bold else 4} {one.size} Tf 1 0 0 1 {one.x} {one.y} Tm {_string(one.text)} Tj ET"
            for one in page
        )
        objects.append(f"<< /Type /Page {box} /Contents {7 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return written + end.encode("ascii")


def _string(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"
