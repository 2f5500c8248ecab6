"""The command line: one file a verb, no logic. Errors are one line with a remedy, never a traceback."""

from __future__ import annotations

import json
import os
import sys

__all__ = ["main"]

_INTERRUPTED = 130  # what shells give for Ctrl-C
_USAGE = 2


def main() -> None:
    """Run `oyez` and end the process with the documented exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; the exit code."""
    import click

    from oyez.cli.app import app
    from oyez.errors import OyezError

    try:
        result = app(arguments, prog_name="oyez", standalone_mode=False)
    except OyezError as error:
        _say(error.code, error.message, error.hint, "--json" in arguments)
        return error.exit_code
    except click.ClickException as error:
        _say("usage", error.format_message().rstrip("."), "see: oyez --help", "--json" in arguments)
        return _USAGE
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


def _say(code: str, message: str, hint: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": {"code": code, "message": message, "hint": hint}}, ensure_ascii=False))
        return
    print(f"oyez: {message}; {hint}" if hint else f"oyez: {message}", file=sys.stderr)
