"""Errors over HTTP: application/problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import re
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from oyez.errors import OyezError
from oyez.server.pages import problem_page, wording_for

__all__ = ["add_problems", "problem", "problem_body"]

MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, hint: str = "") -> JSONResponse:
    """One problem; `code` is the stable name that the command line prints too."""
    return JSONResponse(problem_body(status, code, detail, hint), status, media_type=MEDIA_TYPE)


def problem_body(status: int, code: str, detail: str, hint: str = "") -> dict[str, str | int]:
    """The same as plain data, for where it is no answer of its own."""
    return {
        "type": f"urn:oyez:{code}",
        "title": code.replace("-", " ").capitalize(),
        "status": status,
        "detail": detail,
        "code": code,
        "hint": hint,
    }


def add_problems(app: FastAPI) -> None:
    """Answer every error of the app as a problem, or as a page where a person asked for one."""

    @app.exception_handler(OyezError)
    def _ours(request: Request, error: OyezError) -> Response:
        return _answer(request, error.http_status, error.code, error.message, error.hint)

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        found = ("{}: {}".format(".".join(map(str, one["loc"])), one["msg"]) for one in error.errors())
        return _answer(request, 422, "invalid-request", "; ".join(found), "see /openapi.json")

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        code = re.sub(r"\W+", "-", HTTPStatus(error.status_code).phrase).lower()
        hint = "see /openapi.json" if request.url.path.startswith("/api/") else "begin at /"
        answer = _answer(request, error.status_code, code, str(error.detail), hint)
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    def _unforeseen(request: Request, error: Exception) -> Response:
        # The traceback is in the server's log; nothing of it goes out.
        return _answer(
            request, 500, "internal-error", "Oyez failed on this request", "the server's log says why"
        )


def _answer(request: Request, status: int, code: str, detail: str, hint: str) -> Response:
    path = request.url.path
    wants_page = not path.startswith(("/api/", "/web/")) and "text/html" in request.headers.get("accept", "")
    return (
        problem_page(status, detail, hint, wording_for(request))
        if wants_page
        else problem(status, code, detail, hint)
    )
