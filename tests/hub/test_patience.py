"""How long the hub waits: for a slow line as long as it moves, for a dead one a minute."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

import pytest
import uvicorn
from starlette.types import Message, Receive, Scope, Send
from uvicorn.server import ServerState

from app.domain.errors import Problem
from app.hub import patience, server
from app.hub.blobs import Blobs
from app.hub.local import LocalHub
from app.hub.patience import ANSWER_STALLS, LEAST_BYTES, PATIENCE_SECONDS, PIECE, STALL_SECONDS, Impatient, Pieces
from app.wire.exchange import sign_call
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_cut_lines import until_through

ROUNDS = 200
"""Looks at a connection, more than any of them needs."""


class Clock:
    """A loop's clock that goes on only when it is told to; everything else is the loop's own."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.now = 0.0
        self.due: list[tuple[float, Callable[[], None]]] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._loop, name)

    def time(self) -> float:
        """Seconds."""
        return self.now

    def call_later(self, seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle:
        """Kept until `on`."""
        self.due.append((self.now + seconds, call))
        return asyncio.TimerHandle(0, call, (), self._loop)

    def on(self, seconds: float) -> None:
        """So much later."""
        until = self.now + seconds
        while soon := sorted((one for one in self.due if one[0] <= until), key=lambda one: one[0])[:1]:
            self.due.remove(soon[0])
            self.now = soon[0][0]
            soon[0][1]()
        self.now = until


class Wire(asyncio.Transport):
    """What a connection speaks into; may take nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.said = bytearray()
        self.ended = ""

    def get_extra_info(self, name: str, default: object = None) -> object:
        """Nothing is known of it."""
        return default

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """It holds nothing."""

    def write(self, data: bytes) -> None:  # type: ignore[override]
        """Keep it."""
        self.said += data

    def is_closing(self) -> bool:
        """Whether it ended."""
        return bool(self.ended)

    def close(self) -> None:
        """In peace."""
        self.ended = self.ended or "closed"

    def abort(self) -> None:
        """At once."""
        self.ended = self.ended or "aborted"

    def pause_reading(self) -> None:
        """Never mind."""

    def resume_reading(self) -> None:
        """Never mind."""


class Connection:
    """One connection to an application that takes a body and answers with as many bytes as the address says."""

    def __init__(self) -> None:
        self.wire = Wire()
        config = uvicorn.Config(Pieces(_echo), http=Impatient, log_config=None, lifespan="off", access_log=False)
        config.load()
        loop = asyncio.get_running_loop()
        self.clock = Clock(loop)
        self.protocol = Impatient(config, ServerState(), {}, loop)
        self.protocol.loop = self.clock  # type: ignore[assignment]
        self.protocol.connection_made(self.wire)

    async def say(self, text: bytes) -> None:
        """The caller says something, and the application does what it can."""
        self.protocol.data_received(text)
        for _ in range(20):
            await asyncio.sleep(0)


async def _echo(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    size = scope["path"][1:]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", size.encode())]})
    await send({"type": "http.response.body", "body": bytes(int(size))})


HEAD = b"PUT /9 HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n"


def test_a_body_that_moves_is_waited_for_and_one_that_stands_still_is_not() -> None:
    async def play() -> None:
        slow, drip = Connection(), Connection()
        for one in (slow, drip):
            await one.say(HEAD)
        for _ in range(20):
            await slow.say(bytes(LEAST_BYTES))
            slow.clock.on(STALL_SECONDS)
            assert slow.wire.ended == ""
        slow.clock.on(2 * STALL_SECONDS)
        assert slow.wire.ended == "aborted", "now it stands still"
        while not drip.wire.ended and drip.clock.now < ROUNDS:
            await drip.say(b"x")
            drip.clock.on(1.0)
        assert drip.wire.ended == "aborted"
        assert drip.clock.now <= 2 * STALL_SECONDS

    asyncio.run(play())


def test_a_body_that_the_hub_itself_does_not_take_is_not_the_caller_s_fault() -> None:
    async def play() -> None:
        one = Connection()
        one.protocol.data_received(HEAD)
        one.protocol.flow.pause_reading()
        one.clock.on(5 * STALL_SECONDS)
        assert one.wire.ended == ""

    asyncio.run(play())


def test_whoever_has_an_answer_under_way_is_not_taken_for_silent() -> None:
    async def play() -> None:
        large, small = Connection(), Connection()
        await large.say(b"GET /60000 HTTP/1.1\r\nHost: x\r\n\r\n")
        await small.say(b"GET /9 HTTP/1.1\r\nHost: x\r\n\r\n")
        assert len(large.wire.said) > 60_000
        for one in (large, small):
            one.clock.on(3 * PATIENCE_SECONDS)
        assert (large.wire.ended, small.wire.ended) == ("", "closed")
        large.clock.on(60_000 / 500)
        assert large.wire.ended == "closed"

    asyncio.run(play())


def test_an_answer_goes_piece_by_piece_as_the_line_takes_it_and_is_given_up_where_it_takes_nothing() -> None:
    async def play() -> None:
        one = Connection()
        one.protocol.pause_writing()
        await one.say(b"GET /60000 HTTP/1.1\r\nHost: x\r\n\r\n")
        assert one.wire.said == b""
        for _ in range(3):
            one.protocol.resume_writing()
            one.protocol.pause_writing()
            for _ in range(5):
                await asyncio.sleep(0)
            one.clock.on((ANSWER_STALLS - 1) * STALL_SECONDS)
        assert 0 < len(one.wire.said) <= 4 * PIECE
        assert one.wire.ended == "", "the line took something"
        one.clock.on((ANSWER_STALLS + 1) * STALL_SECONDS)
        assert one.wire.ended == "aborted"

    asyncio.run(play())


def test_a_slow_answer_keeps_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_AT_ONCE", 1)

    async def play() -> list[str]:
        taken = asyncio.Event()

        async def work(scope: Scope, receive: Receive, send: Send) -> None:
            await send({"type": "http.response.start"})

        def refuse(scope: Scope, problem: Problem) -> Callable[..., object]:
            async def said(scope: Scope, receive: Receive, send: Send) -> None:
                await send({"type": problem.code})

            return said

        said: list[str] = []

        async def slow(message: Message) -> None:
            await taken.wait()

        async def quick(message: Message) -> None:
            said.append(message["type"])

        async def nothing() -> Message:
            return {"type": "http.request"}

        crowd = server._Crowd(work, refuse)  # type: ignore[arg-type]
        first = asyncio.create_task(crowd({"type": "http"}, nothing, slow))
        await asyncio.sleep(0)
        await crowd({"type": "http"}, nothing, quick)
        taken.set()
        await first
        await crowd({"type": "http"}, nothing, quick)
        return said

    assert asyncio.run(play()) == ["http.response.start"] * 2


def test_a_photo_whose_line_died_without_a_word_goes_on_over_the_next_one(
    district: LocalHub, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = laptop.photo("a", 30_000)
    laptop.visit("f-1", photo)
    laptop.exchanger().run(bytes_most=0)
    call = f"PUT /v1/blobs/{photo.name}"
    signed = sign_call(laptop.keys.signing, district.district.keys.hub, VILLAGE, laptop.keys.device, call)
    head = f"{call}?o=0 HTTP/1.1\r\nHost: x\r\nAuthorization: {signed}\r\nContent-Length: {photo.size}\r\n\r\n"
    content = laptop.evidence.read(photo.name)
    assert content is not None
    with monkeypatch.context() as hasty:
        hasty.setattr(patience, "STALL_SECONDS", 2.0)
        door = "127.0.0.1", int(district.url.rpartition(":")[2])
        with socket.create_connection(door, timeout=120) as dead:
            dead.sendall(head.encode() + content[:1_000])
            with suppress(ConnectionError):
                assert dead.recv(1) == b"", "hung up on"
    until_through(laptop.exchanger())  # it may still be putting away what came before
    assert Blobs(district.district).read(VILLAGE, photo.name) == content
