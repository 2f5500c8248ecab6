"""Make src/oyez/voices/catalogue.json of the published list of Piper voices.

    python -m tools.make_catalogue voices.json     (or - for standard input)

The list lies beside the voices themselves, as voices.json. Its figures are taken and nothing else: sizes in
bytes and MD5 digests. It states no licence (each voice's model card does), no gender and no SHA-256.
"""

from __future__ import annotations

import sys
from pathlib import Path

from oyez.voices.published_list import catalogue_text, read_list

TARGET = Path(__file__).parents[1] / "src/oyez/voices/catalogue.json"


def main(arguments: list[str]) -> int:
    """Read the list named on the command line, write the catalogue; the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.make_catalogue FILE|-\n")
        return 2
    (source,) = arguments
    rows, left_out = read_list(sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes())
    if left_out:
        sys.stderr.write(f"{left_out} entries do not fit: their files do not lie where they are looked for\n")
        return 1
    TARGET.write_text(catalogue_text(rows), "utf-8")
    sys.stdout.write(f"{len(rows)} voices in {TARGET.name}, {TARGET.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
