"""The command line: one file a verb, no logic. Errors are one line with a remedy, never a traceback."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oyez.errors import OyezError

__all__ = ["main"]

_INTERRUPTED = 130  # what shells give for Ctrl-C
_USAGE = 2


def main() -> None:
    """Run `oyez` and end the process with the documented exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of few letters loses none
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; the exit code."""
    import click

    from oyez.cli.app import app
    from oyez.errors import NotWritable, OyezError

    as_json = "--json" in arguments
    try:
        # Not app.main(): it ends the process by itself when the reader of a pipe has gone.
        with app.make_context("oyez", list(arguments)) as context:
            app.invoke(context)
        sys.stdout.flush()
    except OyezError as error:
        return _report(error, as_json)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return _USAGE
    except click.ClickException as error:
        verb = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "oyez"
        _say("usage", error.format_message().rstrip("."), f"see: {verb} --help", as_json)
        return _USAGE
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        _forget_output()  # the reader of our output has gone; nothing is left to say to it
    except OSError as error:
        _forget_output()
        reason = NotWritable(f"the output cannot be written: {error.strerror}", "write it elsewhere")
        return _report(reason, as_json)
    return 0


def _forget_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(error: OyezError, as_json: bool) -> int:
    _say(error.code, error.message, error.hint, as_json)
    return error.exit_code


def _say(code: str, message: str, hint: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": {"code": code, "message": message, "hint": hint}}, ensure_ascii=False))
        return
    stop = "" if message.endswith("?") else ";"
    print(f"oyez: {message}{stop} {hint}" if hint else f"oyez: {message}", file=sys.stderr)
