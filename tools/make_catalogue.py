"""Make src/oyez/voices/catalogue.json of the published list of Piper voices.

    python -m tools.make_catalogue voices.json     (or - for standard input)

The list lies beside the voices themselves, as voices.json. Its figures are taken and nothing else: sizes in
bytes and MD5 digests. It states no licence (each voice's model card does) and no SHA-256.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/oyez/voices/catalogue.json"
_FORMAT = 1
_MD5 = re.compile(r"[0-9a-f]{32}")


def main(arguments: list[str]) -> int:
    """Read the list named on the command line, write the catalogue; the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.make_catalogue FILE|-\n")
        return 2
    (source,) = arguments
    text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    rows = sorted(_row(voice) for voice in json.loads(text).values())
    TARGET.write_text("".join(_lines(rows)), "utf-8")
    sys.stdout.write(f"{len(rows)} voices in {TARGET.name}, {TARGET.stat().st_size:,} bytes\n")
    return 0


def _row(voice: dict[str, Any]) -> list[Any]:
    """[name, speakers, [bytes, md5] of the model, of its description, of its card]."""
    name = voice["key"]
    code, quality = voice["language"]["code"], voice["quality"]
    if name != f"{code}-{voice['name']}-{quality}":
        raise SystemExit(f"{name}: the name is not made of language, speaker and quality")
    folder = f"{code.partition('_')[0]}/{code}/{voice['name']}/{quality}"
    paths = (f"{folder}/{name}.onnx", f"{folder}/{name}.onnx.json", f"{folder}/MODEL_CARD")
    if set(voice["files"]) != set(paths):
        raise SystemExit(f"{name}: its files do not lie where they are looked for")
    return [name, voice["num_speakers"], *(_figures(voice["files"][path]) for path in paths)]


def _figures(file: dict[str, Any]) -> list[Any]:
    size, md5 = file["size_bytes"], file["md5_digest"]
    if not isinstance(size, int) or size < 1 or not _MD5.fullmatch(md5):
        raise SystemExit(f"no figures of a file: {file}")
    return [size, md5]


def _lines(rows: list[list[Any]]) -> Iterator[str]:
    """One voice a line, so that a change of the list can be read."""
    yield f'{{"format":{_FORMAT},"voices":[\n'
    written = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    yield ",\n".join(written)
    yield "\n]}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
