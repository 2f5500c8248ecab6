"""Golden pages: a page, the article we read from it, and the script of what is said.

./do new-page FILE [SLUG]     make tests/pages/SLUG from a page that we wrote or may ship
./do new-page --all           make article.json and script.txt of every page again; review the diff
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import oyez

PAGES = Path(__file__).parent / "pages"


def slugs() -> list[str]:
    """Names of all golden pages."""
    return sorted(path.name for path in PAGES.iterdir() if path.is_dir())


def source_of(slug: str) -> Path:
    """The page: page.html or page.txt, or the one that must.json names elsewhere in the project."""
    folder = PAGES / slug
    pages = sorted(folder.glob("page.*"))
    if pages:
        return pages[0]
    return (folder / str(must_of(slug)["source"])).resolve()


def must_of(slug: str) -> dict[str, Any]:
    """What a careful human editor says of the page, written by hand; {} where nobody has."""
    path = PAGES / slug / "must.json"
    data: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return data


def article_text(slug: str) -> str:
    """The article as JSON, one value a line."""
    return oyez.to_json(oyez.read(source_of(slug)), indent=1) + "\n"


def script_text(slug: str) -> str:
    """What is said, a sentence a line, with the block, the role and the words said differently."""
    script = oyez.adapt(oyez.read(source_of(slug)))
    lines = []
    for sentence in script.sentences:
        text = script.article.block_text(sentence.block)
        changed = [
            f"{text[word.start : word.end]}={word.say}"
            for word in sentence.words
            if word.rule not in ("plain", "punctuation")
        ]
        place = "title" if sentence.block is None else sentence.block
        lines.append(f"{place} {sentence.role}: {sentence.said}" + (f"   {changed}" if changed else ""))
    lines += [f"{silent.block} {silent.part} silent: {silent.why}" for silent in script.silent]
    return "\n".join([*lines, *(f"note: {note}" for note in script.notes)]) + "\n"


def write(slug: str) -> None:
    """Write what Oyez makes of the page now."""
    (PAGES / slug / "article.json").write_text(article_text(slug), "utf-8")
    (PAGES / slug / "script.txt").write_text(script_text(slug), "utf-8")


def main(arguments: list[str]) -> int:
    """Make one golden page, or all of them again."""
    if arguments == ["--all"]:
        for slug in slugs():
            write(slug)
        return 0
    if not 1 <= len(arguments) <= 2:
        print(__doc__)
        return 2
    file = Path(arguments[0])
    slug = arguments[1] if len(arguments) == 2 else file.stem.lower().replace(" ", "-")
    (PAGES / slug).mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, PAGES / slug / f"page{file.suffix}")
    write(slug)
    print(f"made tests/pages/{slug}; read its article.json and script.txt as an editor would")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
