"""The laptops of a hub's figure: one process that keeps the hub busy and takes as little of its cores as it can.

A district's laptops work on processors of their own, so the clock holds no more of their work than a batch has to wait
for. Entries and their columns are written before. Within the clock stand the bytes on the TLS line, and of the answer
what the laptop's next request cannot do without: it names the newest of the district's words that it holds, the receipt
before, and signs that. Every answer is kept as it came and proved behind the clock (`Laptop.prove`).
"""

from __future__ import annotations

import json
import os
import pickle
import selectors
import socket
import ssl
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.entry import Entry, Vector
from app.domain.ids import ChainId
from app.domain.payloads import ReceiptIssued, Sealed
from app.wire import hpke
from app.wire.columns import decode_entries
from app.wire.entry import verify_chain
from app.wire.exchange import (
    PROTOCOL,
    SIGNATURE,
    Answer,
    Request,
    open_answer,
    rows_of,
    sign_request,
    vector_of,
)
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds
from app.wire.trust import device_id
from app.wire.typed import decode_typed
from tests.benchmarks.villages_online import Village

_ANSWER_INFO = b"balai exchange answer 1"
_PIECE = 65_536
_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = b"content-length:"
_BARE = b"GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n"


class Line:
    """A laptop's TLS connection; nobody waits for it."""

    def __init__(self, place: tuple[str, int], context: ssl.SSLContext, *, fresh: bool) -> None:
        self._place, self._context, self._fresh = place, context, fresh
        self._socket: ssl.SSLSocket | None = None
        self._shaken = False
        self._out = b""
        self._in = bytearray()

    def begin(self, request: bytes, ready: selectors.BaseSelector, who: object) -> None:
        """Send a request; the answer is fetched by `go_on` whenever `ready` names `who`."""
        self._out = request
        if self._socket is None:
            bare = socket.create_connection(self._place, timeout=60)
            bare.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket = self._context.wrap_socket(bare, do_handshake_on_connect=False)
            self._socket.setblocking(False)
            self._shaken = False
            ready.register(self._socket, selectors.EVENT_READ, who)
        with suppress(ssl.SSLWantReadError):
            self._send(self._socket)

    def go_on(self, ready: selectors.BaseSelector) -> bytes | None:
        """Do what can be done now; the body of the answer once it is whole."""
        line = self._socket
        assert line is not None
        try:
            self._send(line)
            while piece := line.recv(_PIECE):
                self._in += piece
                if (body := self._whole()) is not None:
                    if self._fresh:
                        self.close(ready)
                    return body
        except ssl.SSLWantReadError:
            return None
        raise ConnectionError("the hub hung up")

    def _send(self, line: ssl.SSLSocket) -> None:
        if not self._shaken:
            line.do_handshake()
            self._shaken = True
        if self._out:
            assert line.send(self._out) == len(self._out)  # far less than a socket takes at once
            self._out = b""

    def close(self, ready: selectors.BaseSelector) -> None:
        """Hang up."""
        if self._socket is not None:
            ready.unregister(self._socket)
            self._socket.close()
            self._socket = None

    def _whole(self) -> bytes | None:
        end = self._in.find(_END_OF_HEAD)
        if end < 0:
            return None
        head = bytes(self._in[:end]).lower()
        start = head.index(_LENGTH) + len(_LENGTH)
        size, first = int(head[start:].partition(b"\r")[0]), end + len(_END_OF_HEAD)
        if len(self._in) < first + size:
            return None
        body = bytes(self._in[first : first + size])
        if not head.startswith(b"http/1.1 200"):
            raise ConnectionError(head.partition(b"\r")[0] + body[:200])
        del self._in[: first + size]
        return body


@dataclass(frozen=True, slots=True)
class _Said:
    """What was sent, what came, and the ends of the laptop's own chain that the hub has to hold since."""

    message: bytes
    answer: bytes
    own: Vector


class Laptop:
    """One laptop that sends its batches one after the other."""

    def __init__(self, village: Village, place: tuple[str, int], context: ssl.SSLContext, *, fresh: bool) -> None:
        self._village = village
        self._signing = Ed25519PrivateKey.from_private_bytes(village.signing)
        self._exchange = X25519PrivateKey.from_private_bytes(village.exchange)
        self._device = device_id(self._signing.public_key().public_bytes_raw())
        self._held = self._proved = village.vector
        [self._district] = village.vector
        self._epoch = village.epoch
        self._waiting = list(reversed(village.batches))
        self._made: tuple[bytes, Vector] | None = None
        self._answered: bytes | None = None
        self._said: list[_Said] = []
        self.line = Line(place, context, fresh=fresh)

    def make(self, act: str) -> None:
        """Have the next request of `act` ready, as soon as the answer before is there."""
        self._read_answer()
        if self._made is None and act != "healthz":
            entries, own = self._waiting.pop() if act == "batch" else (b"", {})
            village = self._village
            request = Request(
                PROTOCOL,
                village.hub,
                self._epoch,
                village.code,
                self._device,
                os.urandom(16),
                0,
                rows_of(self._held | own),
                entries,
            )
            self._made = sign_request(request, self._signing), own

    def begin(self, act: str, ready: selectors.BaseSelector) -> None:
        """Send the next request."""
        self.make(act)
        message = self._made[0] if self._made else b""
        head = b"POST /v1/exchange HTTP/1.1\r\nHost: hub\r\nContent-Length: %d\r\n\r\n" % len(message)
        self.line.begin(_BARE if act == "healthz" else head + message, ready, self)

    def take(self, answer: bytes) -> None:
        """Keep an answer as it came."""
        if self._made is not None:
            message, own = self._made
            self._said.append(_Said(message, answer, own))
            self._made, self._answered = None, answer

    def prove(self) -> int:
        """Prove every answer since the last time, and give how many: signed by the district for this very request,
        nothing refused, the laptop's chain held to its end, and a receipt with these very ends, chained and sealed."""
        for one in self._said:
            answer = open_answer(one.answer, one.message, self._village.root_key, self._exchange)
            assert not answer.set_aside, answer.set_aside
            assert not answer.forked, answer.forked
            held = vector_of(answer.vector)
            for chain, head in one.own.items():
                assert held[chain] == head
            assert bool(answer.receipt) == bool(one.own)
            self._prove_words(answer, one.own, held)
            self._proved = held
        proved = len(self._said)
        self._said.clear()
        return proved

    def _prove_words(self, answer: Answer, own: Vector, held: Vector) -> None:
        runs: dict[ChainId, list[Entry]] = {chain: [] for chain in held if chain not in own}
        for one in decode_entries(answer.entries) if answer.entries else []:
            runs[one.chain].append(one)
        for chain, run in runs.items():
            assert verify_chain(run, self._proved.get(chain)) == held[chain]
        fresh = runs[self._district]
        said = [decode_payload(one.kind, one.version, one.payload) for one in fresh]
        receipts = [one for one in said if isinstance(one, ReceiptIssued) and one.number == answer.receipt]
        for chain, head in own.items():
            assert [(one.heads[chain], one.hashes[chain]) for one in receipts] == [(head.seq, head.hash)]
        if fresh:
            assert isinstance(said[-1], Sealed)
            assert (said[-1].seq, said[-1].head) == (fresh[-2].seq, fresh[-2].hash)
            assert seal_holds(said[-1], self._district, self._village.root_key)

    def _read_answer(self) -> None:
        """What the next request needs of it; who signed it is asked later."""
        if self._answered is not None:
            plain = hpke.open_sealed(self._exchange, self._answered[SIGNATURE:], _ANSWER_INFO)
            answer = decode_typed(plain, Answer)
            self._held, self._epoch, self._answered = vector_of(answer.vector), answer.epoch, None


class Crowd:
    """All laptops; so many of them at a time have a request under way."""

    def __init__(self, villages: Sequence[Village], address: str, lanes: int, *, fresh: bool) -> None:
        host, _, port = address.rpartition("/")[2].partition(":")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the root key proves the answers
        self._laptops = [Laptop(one, (host, int(port)), context, fresh=fresh) for one in villages]
        self._lanes = lanes
        self._ready = selectors.DefaultSelector()

    def all_do(self, act: str, times: int) -> tuple[float, float]:
        """Every laptop does `act` so often; seconds by the clock, and of this process's own processor."""
        for one in self._laptops:
            one.make(act)
        shares = [self._laptops[lane :: self._lanes] for lane in range(self._lanes)]
        turns = [_turns(share, times) for share in shares if share]
        under_way: dict[Laptop, tuple[Iterator[tuple[Laptop, bool]], bool]] = {}

        def next_of(turn: Iterator[tuple[Laptop, bool]]) -> None:
            for laptop, comes_again in turn:
                laptop.begin(act, self._ready)
                under_way[laptop] = turn, comes_again
                return

        spent, start = time.process_time(), time.perf_counter()
        for turn in turns:
            next_of(turn)
        while under_way:
            for key, _ in self._ready.select():
                laptop: Laptop = key.data
                answer = laptop.line.go_on(self._ready)
                if answer is not None:
                    laptop.take(answer)
                    turn, comes_again = under_way.pop(laptop)
                    next_of(turn)
                    if comes_again and laptop not in under_way:
                        laptop.make(act)
        return time.perf_counter() - start, time.process_time() - spent

    def prove(self) -> int:
        """How many answers were proved since the last time: all that came."""
        return sum(one.prove() for one in self._laptops)

    def close(self) -> None:
        """Hang up."""
        for one in self._laptops:
            one.line.close(self._ready)
        self._ready.close()


def _turns(share: Sequence[Laptop], times: int) -> Iterator[tuple[Laptop, bool]]:
    """Who has a turn on a lane, and whether he has another."""
    return ((one, number < times) for number in range(1, times + 1) for one in share)


def main() -> None:
    """One act a line on standard input (``act times``); on standard output its seconds, the seconds of this process's
    processor, and how many answers were proved after it."""
    kept, address, lanes, fresh = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "fresh"
    crowd = Crowd(pickle.loads(kept.read_bytes()), address, lanes, fresh=fresh)
    for line in sys.stdin:
        act, _, times = line.partition(" ")
        seconds, spent = crowd.all_do(act, int(times))
        print(json.dumps([seconds, spent, crowd.prove()]), flush=True)
    crowd.close()


if __name__ == "__main__":
    main()
