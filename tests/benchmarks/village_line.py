"""A village's line, emulated in front of a server on this machine: a TCP relay with a rate, a delay and losses.

What TCP would make of the line is reckoned, since bytes between two sockets on one machine are never lost:

- Bytes go in segments of at most 1,460; each takes its turn on the one wire of its direction (40 bytes of headers
  added), whichever connection it belongs to, and arrives half a round trip later, never before the one ahead of it.
- A lost segment is noticed after a retransmission timeout (a round trip and 0.2 s, doubled when it is lost again),
  takes its turn on the wire once more, and holds up what follows on its connection.
- A connection opens after one round trip; a lost SYN costs a second, as in RFC 6298.
- With a `window` no more than that is under way on a connection and waits in the modem; the rest waits with its sender,
  as behind a real modem. Without one the line takes everything at once, and holds it.
- With `lives` each connection breaks after so many seconds, drawn between two: hung up, or (`silent`) simply dead, as
  where a phone lost its network and nobody says so.

Left out, all of it to the advantage of whoever sends more: smaller windows after a loss, acknowledgements on the wire,
slow start (the first window of ten segments is larger than this line holds).
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SEGMENT: Final = 1_460
HEADERS: Final = 40
GRACE_SECONDS: Final = 0.2
BUFFER: Final = 32 << 10
"""What the relay's own sockets hold of what is not on the wire yet, where the line has a window."""
SYN_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """How bad it is."""

    bits_a_second: float = 120_000
    round_trip: float = 0.6
    """Seconds."""
    loss: float = 0.03
    window: int | None = None
    """Bytes under way each way on one connection; None: all that is sent."""
    lives: tuple[float, float] | None = None
    """Seconds after which a connection breaks."""
    silent: bool = False
    """Whether it breaks without a word."""

    def segment_seconds(self, size: int) -> float:
        """How long the wire is busy with a segment."""
        return 8 * (size + HEADERS) / self.bits_a_second


class _Direction:
    """One wire; what passed over it is counted without headers and without what had to be said again."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._free_at = 0.0
        self.passed = 0

    def free(self, now: float) -> None:
        """Nothing waits for its turn any more."""
        self._free_at = min(self._free_at, now)

    def arrival(self, size: int, ready: float, chance: random.Random) -> float:
        """When a segment that is ready at a time is there."""
        self.passed += size
        timeout = self._line.round_trip + GRACE_SECONDS
        while True:
            self._free_at = max(self._free_at, ready) + self._line.segment_seconds(size)
            if chance.random() >= self._line.loss:
                return self._free_at + self._line.round_trip / 2
            ready, timeout = self._free_at + timeout, 2 * timeout


class VillageLine:
    """Relays to a port of this machine until it is closed."""

    def __init__(self, port: int, line: Line, seed: int = 1) -> None:
        self._target, self._line, self._seed = port, line, seed
        self._up, self._down = _Direction(line), _Direction(line)
        self.connections = self.breaks = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self.port = 0
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),), daemon=True)
        self._thread.start()
        self._ready.wait()

    @property
    def passed(self) -> int:
        """Bytes both ways, TLS and HTTP counted."""
        return self._up.passed + self._down.passed

    def close(self) -> None:
        """Take no more connections."""
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    def _socket(self) -> socket.socket:
        """A socket of the relay; with a window it takes no more than its share ahead of the wire, and whoever speaks to
        it cuts what he says as for a real line."""
        found = socket.socket(socket.AF_INET)
        if self._line.window is not None:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
        return found

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        door = self._socket()
        door.bind(("127.0.0.1", 0))
        server = await asyncio.start_server(self._relay, sock=door, limit=SEGMENT)
        self.port = int(door.getsockname()[1])
        self._ready.set()
        await self._stop.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _relay(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        self.connections += 1
        chance = [random.Random(f"{self._seed}/{self.connections}/{way}") for way in ("syn", "up", "down", "life")]
        wait = SYN_SECONDS
        while chance[0].random() < self._line.loss:
            await asyncio.sleep(wait)
            wait *= 2
        await asyncio.sleep(self._line.round_trip)
        call = self._socket()
        call.setblocking(False)
        await self._loop.sock_connect(call, ("127.0.0.1", self._target))
        far, far_out = await asyncio.open_connection(sock=call, limit=SEGMENT)
        life = chance[3].uniform(*self._line.lives) if self._line.lives else None
        with contextlib.suppress(asyncio.CancelledError), contextlib.closing(near_out), contextlib.closing(far_out):
            ways = (self._pass(near, far_out, self._up, chance[1]), self._pass(far, near_out, self._down, chance[2]))
            passing = [asyncio.create_task(way) for way in ways]
            _, broken = await asyncio.wait(passing, timeout=life)
            for way in broken:
                way.cancel()
            await asyncio.wait(passing)
            if broken:
                self.breaks += 1
                for wire in (self._up, self._down):  # what was under way is lost with the network
                    wire.free(self._loop.time())
                await self._break(near_out, far_out)

    async def _break(self, *ends: asyncio.StreamWriter) -> None:
        """Nothing passes any more; both ends hear of it, unless the line breaks in silence."""
        if self._line.silent:
            assert self._stop is not None
            await self._stop.wait()
        for end in ends:
            end.transport.abort()

    async def _pass(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, wire: _Direction, chance: random.Random
    ) -> None:
        """One direction of one connection."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(under_way, target))
        most = self._line.window
        latest = 0.0
        try:
            with contextlib.suppress(ConnectionError):
                while piece := await source.read(SEGMENT):
                    latest = max(latest, wire.arrival(len(piece), self._loop.time(), chance))
                    under_way.put_nowait((latest, piece))
                    while most is not None and under_way.qsize() * SEGMENT > most:
                        await asyncio.sleep(self._line.segment_seconds(SEGMENT) / 4)
            under_way.put_nowait((max(latest, self._loop.time() + self._line.round_trip / 2), b""))
            await delivering
        finally:
            delivering.cancel()

    async def _deliver(self, under_way: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):  # whoever hung up takes nothing more
            while True:
                due, piece = await under_way.get()
                await asyncio.sleep(due - self._loop.time())
                if not piece:
                    target.write_eof()
                    return
                target.write(piece)
                await target.drain()


@contextlib.contextmanager
def village_line(port: int, line: Line, seed: int = 1) -> Iterator[VillageLine]:
    """A line to a port of this machine."""
    found = VillageLine(port, line, seed)
    try:
        yield found
    finally:
        found.close()
