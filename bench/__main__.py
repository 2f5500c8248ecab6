"""./do bench NAME: run one measurement and print {figure: {value, goal, peer, ok}}."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

from bench.figure import Figure

_KEPT_OUT = {
    "__init__", "__main__", "figure", "process", "pages", "medium_voice",
    "reading_adapter", "reading_peers", "speech_probe", "voices_probe",
}  # fmt: skip
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in _KEPT_OUT)


def main() -> int:
    """Run the named measurement."""
    parser = argparse.ArgumentParser(prog="./do bench", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--long", action="store_true", help="more runs, longer than eight minutes")
    asked = parser.parse_args()
    figures: dict[str, Figure] = importlib.import_module(f"bench.{asked.name}").measure(long=asked.long)
    if asked.json:
        print(json.dumps({name: figure.plain() for name, figure in figures.items()}, indent=2))
    else:
        width = max(map(len, figures))
        for name, figure in figures.items():
            print(f"{name:{width}}  {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
