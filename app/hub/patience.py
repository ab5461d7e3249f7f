"""How long the hub waits for a caller: long for a line that is slow, not for one that is dead or only pretends.

A phone on 2G carries a kilobyte a second, and its network drops it without a word. So nothing here counts for a whole
body: a call may take an hour as long as it moves. Whoever says nothing, or drips a byte now and then to keep a place,
is hung up on.
"""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

PATIENCE_SECONDS: Final = 20.0
"""In which a caller has to say what he wants: half a minute of silence from many would keep everybody else out."""
STALL_SECONDS: Final = 60.0
"""Over which a body has to move by `LEAST_BYTES`."""
LEAST_BYTES: Final = 2_000
"""A thirtieth of what 8 kbit/s carry in that time; networks of phones may say nothing for most of a minute."""
ANSWER_STALLS: Final = 4
"""How many times as long an answer may stand still: buffers let go of 50 KB at once, a minute's worth of 8 kbit/s."""
_NEVER: Final = 86_400
"""Seconds of uvicorn's own clock, which counts from when an answer went into the buffers, not from when it left."""

PIECE: Final = 16_384
"""Bytes of an answer that are handed over at once, and about which are held on their way."""
_BUFFERED, _SLOWEST = 131_072, 500
"""Bytes of an answer that may still be on this side when its last piece was handed over, and how many leave in a second
at the worst."""


class Impatient(H11Protocol):
    """Hangs up on whoever comes, or comes again, and does not say a whole request in time, and on whose body or whose
    taking of the answer stands still; not on whoever is only slow."""

    _idle_since: RequestResponseCycle | None = None
    _looking: asyncio.TimerHandle | None = None
    _moved = 0
    """Bytes that came since `_counted_since`, and `LEAST_BYTES` each time that the line took something of an answer."""
    _counted_since = 0.0
    _stalls = 0
    _leaves_until = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self.timeout_keep_alive = _NEVER
        transport.set_write_buffer_limits(high=PIECE)
        self._count_anew()
        self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._looking is not None:
            self._looking.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._moved += len(data)
        super().data_received(data)

    def resume_writing(self) -> None:
        self._moved += LEAST_BYTES
        super().resume_writing()

    def on_response_complete(self) -> None:
        said = min(int(self.cycle.scope.get(_SAID, 0)), _BUFFERED)  # type: ignore[call-overload]  # a key of our own
        self._leaves_until = self.loop.time() + said / _SLOWEST
        super().on_response_complete()

    def _count_anew(self) -> None:
        self._moved, self._counted_since = 0, self.loop.time()

    def _look_later(self) -> None:
        self._idle_since = self.cycle
        self._looking = self.loop.call_later(min(PATIENCE_SECONDS, STALL_SECONDS), self._look)

    def _look(self) -> None:
        now = self.loop.time()
        if self.cycle is None or self.cycle.response_complete:
            if self.cycle is self._idle_since and now >= self._leaves_until:
                self.transport.close()
                return
        elif now - self._counted_since >= STALL_SECONDS:
            still = self._waits_for_caller() and self._moved < LEAST_BYTES
            self._stalls = self._stalls + 1 if still else 0
            if self._stalls >= (ANSWER_STALLS if self.cycle.response_started else 1):
                self.transport.abort()  # a polite end would wait for an answer
                return
            self._count_anew()
        self._look_later()

    def _waits_for_caller(self) -> bool:
        """Whether it is the other side's turn, not ours."""
        if self.cycle.response_started:
            return bool(self.flow.write_paused)
        return self.cycle.more_body and not self.flow.read_paused


_SAID: Final = "balai.said"


class Pieces:
    """Hands answers over in pieces, each once the line has taken those before: what is held for a slow line stays
    small, and an answer counts as given when it is nearly there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] != "http.response.body":
                await send(message)
                return
            body = memoryview(message.get("body", b""))
            scope[_SAID] = scope.get(_SAID, 0) + len(body)
            for start in range(0, max(1, len(body)), PIECE):
                last = start + PIECE >= len(body)
                more = message.get("more_body", False) or not last
                await send({**message, "body": bytes(body[start : start + PIECE]), "more_body": more})

        await self._app(scope, receive, sending)


def hold_little(door: socket.socket) -> None:
    """Where the system can be told so, connections of this door take little ahead of the line: what lies in a system's
    buffer looks as if it had left."""
    unsent = getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if unsent is not None:
        with suppress(OSError):
            door.setsockopt(socket.IPPROTO_TCP, unsent, PIECE)
