"""How much may be sent to each address, counted before anybody parses it: no stranger fills memory or disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import Refused
from app.hub import blobs, upload
from app.wire.enrol import LARGEST as LARGEST_ENROL
from app.wire.exchange import LARGEST_REQUEST

LARGEST_SIGN_IN = 8 << 10
LARGEST_FORM = 64 << 10
"""A comment of 2,000 letters with every letter escaped is 24 KB."""

Refuse = Callable[[Scope, Refused], Response]


@dataclass(frozen=True, slots=True)
class Limit:
    """The most bytes of a body, and the code that names it."""

    most: int
    code: str = "body_too_large"

    def refusal(self, size: int) -> Refused:
        """Why a body of this size is not taken."""
        return Refused(self.code, size=size, largest=self.most)


_EXACT = {
    "/masuk": Limit(LARGEST_SIGN_IN),
    "/daftar": Limit(upload.LARGEST_BODY, "list_too_large"),
    "/v1/exchange": Limit(LARGEST_REQUEST),
    "/v1/enrol": Limit(LARGEST_ENROL),
}
_PHOTO = Limit(blobs.LARGEST, "blob_too_large")
_FORM = Limit(LARGEST_FORM)


def limit_of(path: str) -> Limit:
    """What may be sent to an address."""
    return _PHOTO if path.startswith("/v1/blobs/") else _EXACT.get(path, _FORM)


class BodyLimits:
    """Refuses a body that announces more than it may, and stops one that turns out to be more."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what keeps to its limit; answer the rest without reading further."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = limit_of(scope["path"])
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > limit.most:
            await self._refuse(scope, limit.refusal(int(told)))(scope, receive, send)
            return
        counted = _Counted(limit, receive, send)
        try:
            await self._app(scope, counted.receive, counted.send)
        except Exception:
            if counted.over is None:
                raise
        if counted.over is not None and not counted.answered:
            await self._refuse(scope, counted.over)(scope, receive, send)


class _Counted:
    """One call: counts what comes; once it is too much, the answer is no more the application's to give."""

    def __init__(self, limit: Limit, receive: Receive, send: Send) -> None:
        self._limit = limit
        self._receive = receive
        self._send = send
        self._size = 0
        self.over: Refused | None = None
        self.answered = False

    async def receive(self) -> Message:
        """The next piece. Refused with the limit's code from the piece on that is too much."""
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > self._limit.most:
            self.over = self._limit.refusal(self._size)
            raise self.over
        return message

    async def send(self, message: Message) -> None:
        """Pass the application's answer on, unless too much was sent."""
        if self.over is None or self.answered:
            self.answered = True
            await self._send(message)
