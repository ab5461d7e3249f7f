"""A village's month over its own bad line, beside PouchDB and one POST of gzipped JSON, all in one run.

``python -m tests.benchmarks.bench_sync [--quick]``: 120 kbit/s, 600 ms there and back, 3 % loss (village_line.py).
All speak TLS 1.3 with the same kind of key. What chance decides is the mean of several runs, but PouchDB's, which makes
so many segments that one run is enough. `--quick` is a month of fifty visits and judges no goal.
"""

from __future__ import annotations

import ssl
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean
from typing import Any, Final

import msgspec

from app.domain.entry import Entry
from app.domain.roster import Roster
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.sync.line import HttpLine
from app.usecases.desk import ExchangeOutcome
from tests.benchmarks import pouch
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.line import Counting, exchange, record, village
from tests.benchmarks.plain_columns import entries_rows, entries_size, gzipped
from tests.benchmarks.village_line import Line, village_line
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.month import month_of_entries

BAD: Final = Line()
FASTER, FEWER, COLUMNS_RATIO = 25.0, 30.0, 1.1
DAY_SECONDS, LIST_KILOBYTES = 0.2, 90.0
A_DAY_MS = 86_400_000
POUCH, POST = "PouchDB", "one POST of gzipped JSON"
NOTHING = "an exchange that has nothing to say"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    month: tuple[int, int, int]
    """Visits, proposals, corrections."""
    runs: int
    judged: bool
    """Whether the goals count: they are set for the whole month and list."""
    families: int = 1 << 30


USUAL = Size((600, 40, 60), 5, judged=True)
QUICK = Size((50, 4, 6), 2, judged=False, families=150)


@dataclass(frozen=True, slots=True)
class Trip:
    """One exchange over the line."""

    seconds: float
    passed: int
    calls: int
    outcome: ExchangeOutcome


def figures(size: Size) -> Iterator[Figure]:
    """The month, a day, and the list."""
    lacking = pouch.missing()
    if lacking:
        print(f"PouchDB is left out: {lacking}", file=sys.stderr)
    yield from _month(size, with_pouch=not lacking)
    yield from _day(size)
    yield from _provisioning(size, with_pouch=not lacking)


@contextmanager
def _laptop(roster: Roster | None = None) -> Iterator[tuple[LocalHub, Laptop]]:
    """An enrolled laptop; it has exchanged before unless there is a list to fetch."""
    with tempfile.TemporaryDirectory() as folder:
        hub = LocalHub(Path(folder) / "hub", tls=True)
        hub.start()
        laptop = Laptop.open(Path(folder) / "laptop")
        try:
            if roster is not None:
                publish(hub.district, VILLAGE, roster, month="2026-11")
            laptop.enrol(hub)
            if roster is None:
                laptop.exchange()
            yield hub, laptop
        finally:
            laptop.close()
            hub.close()


def _port(hub: LocalHub) -> int:
    return int(hub.url.rpartition(":")[2])


def _trip(hub: LocalHub, laptop: Laptop, seed: int, line: Line = BAD) -> Trip:
    Counting.calls = 0
    with village_line(_port(hub), line, seed) as road:
        start = time.perf_counter()
        outcome = exchange(laptop, f"https://127.0.0.1:{road.port}")
        return Trip(time.perf_counter() - start, road.passed, Counting.calls, outcome)


# --- a month up --------------------------------------------------------------------------------------------------


def _month(size: Size, *, with_pouch: bool) -> Iterator[Figure]:
    trips, posts = [], []
    entries: Sequence[Entry] = ()
    for seed in range(size.runs):
        with _laptop() as (hub, laptop):
            told = {str(chain): head.seq for chain, head in laptop.store.vector().items()}
            record(laptop, month_of_entries(*size.month))
            entries = laptop.store.entries_after(told, 1 << 30)
            posts.append(_post(hub, laptop, gzipped(entries_rows(entries)), seed))
            trips.append(_trip(hub, laptop, seed))
            if trips[-1].outcome.sent_entries != len(entries) or not trips[-1].outcome.receipt:
                raise SystemExit(f"the month did not arrive: {trips[-1].outcome}")
    what = f"month of {len(entries)} entries"
    seconds = mean(trip.seconds for trip in trips)
    passed = mean(trip.passed for trip in trips) / 1000
    sent = trips[0].outcome.bytes_sent / 1000
    goal = COLUMNS_RATIO if size.judged else None
    yield Figure(f"{what}: requests", trips[0].calls, "", 1 if size.judged else None)
    yield Figure(
        f"{what}: body", sent, "KB", None, "plain columns + xz -9e", entries_size(entries) / 1000, goal_ratio=goal
    )
    yield Figure(
        f"{what}: all bytes, TLS counted", passed, "KB", None, POST, mean(post.bytes_passed for post in posts) / 1000
    )
    yield Figure(f"{what}: seconds", seconds, "s", None, POST, mean(post.seconds for post in posts))
    if with_pouch:
        peer = pouch.sync([_document(row) for row in entries_rows(entries)], BAD)
        yield from _beside(what, seconds, passed, trips[0].calls, peer, judged=size.judged)


def _beside(
    what: str, seconds: float, passed: float, calls: int, peer: pouch.Cost, *, judged: bool
) -> Iterator[Figure]:
    faster, fewer = (1 / FASTER, 1 / FEWER) if judged else (None, None)
    yield Figure(f"{what}: seconds", seconds, "s", None, POUCH, peer.seconds, goal_ratio=faster)
    yield Figure(
        f"{what}: all bytes, TLS counted", passed, "KB", None, POUCH, peer.bytes_passed / 1000, goal_ratio=fewer
    )
    yield Figure(f"{what}: requests", calls, "", None, POUCH, peer.requests)


def _document(row: dict[str, Any]) -> dict[str, Any]:
    """An entry as PouchDB keeps it: its own id instead of device and number."""
    rest = {name: value for name, value in row.items() if name not in ("device", "seq")}
    return {"_id": f"{row['device']}/{row['seq']}", **rest}


def _post(hub: LocalHub, laptop: Laptop, body: bytes, seed: int) -> pouch.Cost:
    """The body to a server that answers with two bytes, over TLS with the same keys and the same client."""
    enrolment = laptop.enrolment
    assert enrolment is not None
    with (
        _sink(hub.district.keys.tls()) as port,
        village_line(port, BAD, seed) as road,
    ):
        start = time.perf_counter()
        line = HttpLine(f"https://127.0.0.1:{road.port}", enrolment.ca_pem, enrolment.hub)
        line.post("/", body, 100)
        line.close()
        return pouch.Cost(time.perf_counter() - start, 1, road.passed)


@contextmanager
def _sink(context: ssl.SSLContext) -> Iterator[int]:
    """The port of a web server that takes anything."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Taking)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


class _Taking(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Read it all."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *arguments: object) -> None:
        """Nobody reads it."""


# --- a day, and nothing --------------------------------------------------------------------------------------------


def _day(size: Size) -> Iterator[Figure]:
    """Fifteen acts of a day beside an exchange that has nothing to say, turn by turn; judged where nothing is lost,
    because a lost segment costs 0.8 s whoever sends it, and told where it is."""
    with _laptop() as (hub, laptop):
        for day, (line, words) in enumerate(((replace(BAD, loss=0.0), ", nothing lost"), (BAD, ""))):
            pairs = [_day_and_nothing(hub, laptop, line, seed, 10 * day + seed) for seed in range(size.runs)]
            full, empty = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
            seconds, beside = mean(trip.seconds for trip in full), mean(trip.seconds for trip in empty)
            goal = DAY_SECONDS if size.judged and not line.loss else None
            yield Figure(f"day of 15 acts{words}: seconds", seconds, "s", None, NOTHING, beside)
            yield Figure(f"day of 15 acts{words}: seconds beyond that", seconds - beside, "s", goal)
    passed, others = mean(trip.passed for trip in full) / 1000, mean(trip.passed for trip in empty) / 1000
    yield Figure("day of 15 acts: all bytes, TLS counted", passed, "KB", None, NOTHING, others)


def _day_and_nothing(hub: LocalHub, laptop: Laptop, line: Line, seed: int, day: int) -> tuple[Trip, Trip]:
    acts = [one for one in month_of_entries(13, 1, 1, seed=day) if one.kind != "sealed"]
    record(laptop, acts, later_ms=day * A_DAY_MS)
    full, empty = _trip(hub, laptop, seed, line), _trip(hub, laptop, seed, line)
    if full.outcome.sent_entries < len(acts) or empty.outcome.sent_entries:
        raise SystemExit(f"the day did not arrive: {full.outcome}, {empty.outcome}")
    return full, empty


# --- the list down ---------------------------------------------------------------------------------------------------


def _provisioning(size: Size, *, with_pouch: bool) -> Iterator[Figure]:
    whole = village()
    roster = replace(whole, families=whole.families[: size.families])
    trips = []
    for seed in range(size.runs):
        with _laptop(roster) as (hub, laptop):
            trips.append(_trip(hub, laptop, seed))
            if laptop.store.pack_needed():
                raise SystemExit(f"the list did not arrive: {trips[-1].outcome}")
    what = f"list of {roster.people:,} people"
    seconds, passed = mean(trip.seconds for trip in trips), mean(trip.passed for trip in trips) / 1000
    yield Figure(f"{what}: all bytes, TLS counted", passed, "KB", LIST_KILOBYTES if size.judged else None)
    if with_pouch:
        families: Sequence[dict[str, Any]] = msgspec.to_builtins(roster.families)
        peer = pouch.pull([{"_id": family["id"], **family} for family in families], BAD)
        yield from _beside(what, seconds, passed, trips[0].calls, peer, judged=False)


if __name__ == "__main__":
    tell(figures(QUICK if "--quick" in sys.argv[1:] else USUAL))
