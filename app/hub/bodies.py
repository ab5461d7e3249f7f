"""How much may be sent to each address, counted before anybody parses it: no stranger fills memory or disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import Refused
from app.domain.photo_name import LARGEST_PHOTO
from app.hub import upload
from app.wire.enrol import LARGEST as LARGEST_ENROL
from app.wire.exchange import LARGEST_OF_A_STRANGER, LARGEST_REQUEST
from app.wire.pack import LARGEST_PACK

LARGEST_FORM = 64 << 10
"""A comment of 2,000 letters with every letter escaped is 24 KB. The door takes as much: an answer that was typed while
the session ended goes through it."""

Refuse = Callable[[Scope, Refused], Response]
CheckCaller = Callable[[str, str], object]
"""Refuses an ``Authorization`` that no certified laptop signed for a call (``POST /v1/exchange``)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most bytes of a body, and the code that names it."""

    most: int
    code: str = "body_too_large"
    of_a_stranger: int | None = None
    """The most bytes where the call is not signed; None where that makes no difference here."""

    def refusal(self, size: int) -> Refused:
        """Why a body of this size is not taken."""
        return Refused(self.code, size=size, largest=self.most)


_EXACT = {
    "/daftar": Limit(upload.LARGEST_BODY, "list_too_large"),
    "/stik": Limit(upload.LARGEST_BUNDLES_BODY, "bundle_too_large"),
    "/v1/exchange": Limit(LARGEST_REQUEST, of_a_stranger=LARGEST_OF_A_STRANGER),
    "/v1/enrol": Limit(LARGEST_ENROL),
}
_PHOTO = Limit(LARGEST_PHOTO, "blob_too_large")
_LIST = Limit(LARGEST_PACK, of_a_stranger=LARGEST_FORM)
_FORM = Limit(LARGEST_FORM)


def limit_of(path: str) -> Limit:
    """What may be sent to an address."""
    if path.startswith("/v1/blobs/"):
        return _PHOTO
    return _LIST if path.startswith("/v1/packs/") else _EXACT.get(path, _FORM)


class BodyLimits:
    """Refuses a body that announces more than it may, and stops one that turns out to be more."""

    def __init__(self, app: ASGIApp, refuse: Refuse, check_caller: CheckCaller) -> None:
        self._app = app
        self._refuse = refuse
        self._check_caller = check_caller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what keeps to its limit; answer the rest without reading further."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            limit = await self._limit(scope)
        except Refused as refused:
            await self._refuse(scope, refused)(scope, receive, send)
            return
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

    async def _limit(self, scope: Scope) -> Limit:
        """What this caller may send. Refused where his signature is wrong."""
        limit = limit_of(scope["path"])
        if limit.of_a_stranger is None:
            return limit
        signed = Headers(scope=scope).get("authorization", "")
        if not signed:
            return replace(limit, most=limit.of_a_stranger)
        await run_in_threadpool(self._check_caller, signed, f"{scope['method']} {scope['path']}")
        return limit


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
