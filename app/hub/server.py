"""The hub as one ASGI application, and the server that runs it."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from functools import partial
from typing import Final

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import Problem, Refused, Unavailable
from app.hub import api
from app.hub.blobs import Blobs, Gap
from app.hub.bodies import BodyLimits
from app.hub.district import District
from app.hub.exchange import check_caller
from app.hub.language import Tongue
from app.hub.pages import pages
from app.hub.pages.frame import (
    FormAgain,
    Office,
    PasswordFirst,
    SignInFirst,
    form_again,
    password_first,
    problem_page,
    sign_in_first,
)
from app.hub.patience import Impatient, Pieces, hold_little
from app.hub.publish import ReadList
from app.hub.upload import clear
from app.hub.zones import LocalTime

_log = logging.getLogger("balai.hub")

MOST_AT_ONCE: Final = 200
"""Requests that are answered side by side; each may hold a body of some megabytes."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}
ONLY_TLS = {"Strict-Transport-Security": "max-age=31536000"}
FOR_LAPTOPS = {name: HEADERS[name] for name in ("X-Content-Type-Options", "Cache-Control")}
"""Their answers are no pages: the other headers would be 430 bytes of each over a village's line, for nobody."""


def application(
    district: District, read_list: ReadList | None = None, *, secure: bool = True, alone: bool = True
) -> FastAPI:
    """The application; `secure` tells whether it is served over TLS (cookies then say so), `alone` whether nobody else
    serves this folder, so that what lies among its uploads was left by an earlier run."""
    if alone:
        clear(district.incoming)
        clear(district.unfinished)
    app = FastAPI(title="Balai hub", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(api.routes(district))
    app.state.office = Office(district, read_list, secure, Blobs(district))
    app.include_router(pages())
    app.add_exception_handler(Gap, api.gap_response)
    app.add_exception_handler(ClientDisconnect, _cut)
    app.add_exception_handler(SignInFirst, sign_in_first)
    app.add_exception_handler(PasswordFirst, password_first)
    app.add_exception_handler(FormAgain, form_again)

    def say(scope: Scope, found: Problem) -> Response:
        _log.info("%s %s: %s", scope["method"], scope["path"], found.code)
        if scope["path"].startswith("/v1/") or scope["path"] == "/healthz":
            return api.problem_response(found)
        return problem_page(app.state.office, found)

    @app.exception_handler(Problem)
    async def problem(request: Request, found: Problem) -> Response:
        return say(request.scope, found)

    @app.exception_handler(RequestValidationError)
    async def unreadable(request: Request, found: RequestValidationError) -> Response:
        return say(request.scope, Refused("call_unreadable"))

    @app.exception_handler(HTTPException)
    async def nothing_there(request: Request, found: HTTPException) -> Response:
        if found.status_code == 400:
            return say(request.scope, Refused("form_torn"))
        answer = say(request.scope, Refused("page_unknown"))
        answer.status_code = found.status_code
        answer.headers.update(found.headers or {})
        return answer

    app.add_middleware(BodyLimits, refuse=say, check_caller=partial(check_caller, district))
    app.add_middleware(Tongue)
    app.add_middleware(LocalTime, found=district.zone)
    app.add_middleware(_Headers, secure=secure)
    app.add_middleware(_Crowd, refuse=say)
    app.add_middleware(Pieces)
    return app


class _Crowd:
    """Answers so many requests at once and asks others to come again, so that memory is bounded."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Scope, Problem], Response]) -> None:
        self._app, self._refuse = app, refuse
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on where there is room. Unavailable ``hub_busy``."""
        if self._inside >= MOST_AT_ONCE:
            await self._refuse(scope, Unavailable("hub_busy"))(scope, receive, send)
            return
        self._inside += 1
        left = False

        def leave() -> None:
            nonlocal left
            self._inside -= not left
            left = True

        async def sending(message: Message) -> None:
            leave()  # its work is done: how long the answer takes on a slow line keeps nobody else out
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            leave()


class _Headers:
    """Adds the headers that every answer carries, without standing between a photo and the disk."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._for_browsers = HEADERS | (ONLY_TLS if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add to the first message of the answer."""
        added = FOR_LAPTOPS if scope["path"].startswith("/v1/") else self._for_browsers

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending)


async def _cut(request: Request, _cut: Exception) -> Response:
    """Nobody is there to read this any more."""
    return Response(status_code=400)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes calls at once, even before the server runs; port 0 is any free one."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((host, port))
    hold_little(found)
    found.listen(1024)
    return found


def server(app: FastAPI, district: District, *, tls: bool) -> uvicorn.Server:
    """A server that is still to be run; TLS 1.3 with the district's own certificate."""
    config = uvicorn.Config(
        app,
        http=Impatient,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32_768,
    )
    config.load()
    if tls:
        config.ssl = district.keys.tls()
    return uvicorn.Server(config)
