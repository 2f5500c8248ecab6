"""Write what the program can write of its own documentation; with --check, say what is stale.

docs/cli.md          the help of every verb
docs/tour.md         the stages on the sample article, with their real output
examples/demo.html   the sample as one self-contained file that plays
docs/page.png        the listening page (where Chromium is installed)
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = "examples/harbour.txt"
PICTURE_SIZE = (1000, 760)  # CSS pixels


_TOUR = f"""# A tour

From a page to a voice, stage by stage, on the bundled sample. Written by `./do docs`: what is shown is what
the program printed.

In Python the same chain is

```python
import oyez
from pathlib import Path

article = oyez.read(Path("{SAMPLE}"))
script = oyez.adapt(article)
narration = oyez.narrate(script)
oyez.save(narration, "harbour.mp3", speed="250wpm")
```
"""


def command_line() -> str:
    """docs/cli.md."""
    import click

    from oyez.cli.app import app

    def pages(command: click.Command, name: str) -> Iterator[str]:
        context = click.Context(command, info_name=name, terminal_width=96, max_content_width=96)
        yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            for child in command.list_commands(context):
                yield from pages(command.commands[child], f"{name} {child}")

    return (
        "# The command line\n\nWritten by `./do docs` from the program's own help.\n\n"
        "Exit codes: 0 ok, 1 some failed, 2 usage, 3 source, 4 read, 5 script, 6 voice, 7 export, 8 store, "
        "9 plug-in, 130 interrupted.\n\n" + "\n".join(pages(app, "oyez"))
    )


def tour() -> str:
    """docs/tour.md."""
    steps = (
        (
            "Read",
            "A page goes in; an article of typed blocks comes out, and a list of what is not in it.",
            f"read {SAMPLE}",
        ),
        (
            "Explain",
            "The fidelity receipt: every text of the page is spoken, shown only, or left out, with the "
            "reason; and each word that is said differently from how it is written names its rule.",
            f"explain {SAMPLE}",
        ),
        ("Adapt", "What the voice is given, sentence by sentence.", f"adapt {SAMPLE}"),
        (
            "Narrate",
            "The words a minute are measured on this article with this voice, pauses included.",
            f"narrate {SAMPLE} -o harbour.mp3 -v espeak:en-us --speed 250wpm",
        ),
        ("Captions", "The same times, as WebVTT.", f"narrate {SAMPLE} -o harbour.vtt -v espeak:en-us"),
    )
    parts = [_TOUR]
    for title, what, line in steps:
        output = run(line)
        if line.endswith("harbour.vtt -v espeak:en-us"):
            output += "\n\n" + Path("harbour.vtt").read_text("utf-8")
        parts.append(f"## {title}\n\n{what}\n\n```text\n$ oyez {line}\n{shortened(output)}\n```\n")
    return "\n".join(parts)


def run(line: str) -> str:
    """What `oyez LINE` prints."""
    from oyez.cli import run as run_command

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = run_command(line.split())
    if code:
        raise SystemExit(f"oyez {line} ended with {code}")
    return printed.getvalue().rstrip()


def shortened(text: str, lines: int = 44) -> str:
    """The first lines of a long output."""
    rows = text.split("\n")
    return (
        text if len(rows) <= lines else "\n".join([*rows[:lines], f"... and {len(rows) - lines} lines more"])
    )


def demo() -> str:
    """examples/demo.html."""
    import oyez

    article = oyez.read(ROOT / SAMPLE)
    return oyez.render(oyez.adapt(article), "html", "espeak:en-us", 1.25).content.decode("utf-8")


def picture() -> None:
    """docs/page.png, of the demo in the middle of a sentence; left as it is without Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("docs/page.png is left as it is: Chromium is not installed", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    width, height = PICTURE_SIZE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
        )
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto((ROOT / "examples" / "demo.html").as_uri())
        page.keyboard.press("Space")
        page.wait_for_timeout(9000)
        page.screenshot(path=str(ROOT / "docs" / "page.png"))
        browser.close()


TEXTS: dict[str, Callable[[], str]] = {"docs/cli.md": command_line, "docs/tour.md": tour}


def main(arguments: list[str]) -> int:
    """Write everything, or compare the texts with what they should be."""
    checking = arguments == ["--check"]
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(OYEZ_STORE=folder, OYEZ_VOICES=folder, OYEZ_SETTINGS=f"{folder}/none.toml")
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        os.chdir(folder)
        for name, make in TEXTS.items():
            text = re.sub(r"[ \t]+$", "", make(), flags=re.MULTILINE).rstrip() + "\n"
            if not checking:
                (ROOT / name).write_text(text, "utf-8")
            elif not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != text:
                stale.append(name)
        if not checking:
            (ROOT / "examples" / "demo.html").write_text(demo(), "utf-8")
            picture()
    if stale:
        print(f"stale: {', '.join(stale)}; run ./do docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
