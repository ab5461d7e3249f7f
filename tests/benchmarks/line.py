"""Bytes, round trips and seconds between a real laptop and a real district, on a real socket."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.entry import Entry
from app.domain.ids import FamilyId
from app.domain.payloads import Sealed
from app.domain.roster import Roster
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.practice.village import generate
from app.sheets.intake import read_list
from app.shelf.headers import load_headers
from app.shelf.regions import load_regions
from app.storage.exchange_store import SqlExchangeStore
from app.storage.journal import SqlJournal
from app.sync.line import HttpLine
from app.usecases.desk import ExchangeOutcome
from app.usecases.ports import Act
from app.wire.pack import FULL, Pack, encode_pack
from app.wire.payload import decode_payload
from tests.benchmarks.bench_import import SAMPLE
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.plain_columns import entries_json_size, entries_size, roster_json_size, roster_size
from tests.benchmarks.stores import PEOPLE_A_FAMILY
from tests.sync.cutting import CuttingLine
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.month import month_of_entries

VISITS, PROPOSALS, CORRECTIONS = 600, 40, 60
PEOPLE = 5_000
GOAL_RATIO, GOAL_KILOBYTES = 1.1, 90.0
COLUMNS, JSON = "plain columns + xz -9e", "gzipped JSON"


class _Then:
    """A clock that stands where the month is."""

    def __init__(self) -> None:
        self.at_ms = 0

    def now_ms(self) -> int:
        """Milliseconds since 1970 UTC."""
        return self.at_ms


class Counting(HttpLine):
    """A line that counts the calls to the district."""

    calls = 0

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        """As ever."""
        type(self).calls += 1
        return super().post(path, body, largest, authorization)

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """As ever."""
        type(self).calls += 1
        super().get_pack(sha256, into, authorization, largest)


def figures() -> Iterator[Figure]:
    """A month up, a list down."""
    for act in (month, provisioning):
        with tempfile.TemporaryDirectory() as folder:
            hub = LocalHub(Path(folder) / "hub")
            hub.start()
            yield from act(hub, Laptop.open(Path(folder) / "laptop"))
            hub.close()
    yield from _sample()


def month(hub: LocalHub, laptop: Laptop) -> Iterator[Figure]:
    """A laptop that has exchanged before sends the work of a month."""
    laptop.enrol(hub)
    laptop.exchange()
    told = {str(chain): head.seq for chain, head in laptop.store.vector().items()}
    record(laptop, month_of_entries(VISITS, PROPOSALS, CORRECTIONS))
    entries = laptop.store.entries_after(told, 1 << 30)
    relay = CuttingLine(int(hub.url.rpartition(":")[2]))
    Counting.calls = 0
    start = time.perf_counter()
    outcome = exchange(laptop, relay.url)
    taken = time.perf_counter() - start
    relay.close()
    if outcome.quarantined or not outcome.receipt or outcome.sent_entries != len(entries):
        raise SystemExit(f"the month did not arrive: {outcome}")
    what = f"month up ({VISITS} visits, {PROPOSALS} proposals, {CORRECTIONS} corrections)"
    sent, columns = outcome.bytes_sent / 1000, entries_size(entries) / 1000
    yield Figure(f"{what}, body", sent, "KB", None, COLUMNS, columns, goal_ratio=GOAL_RATIO)
    yield Figure(f"{what}, body", sent, "KB", None, JSON, entries_json_size(entries) / 1000)
    yield Figure("month up, with HTTP's headers", relay.passed_up / 1000, "KB", None, COLUMNS, columns)
    yield Figure("month, answer with receipt", outcome.bytes_received / 1000, "KB")
    yield Figure("month, round trips", Counting.calls, "", 1.0)
    yield Figure("month, seconds on loopback", taken, "s")
    laptop.close()


def record(laptop: Laptop, entries: Sequence[Entry], later_ms: int = 0) -> None:
    """The acts that entries tell of, written by the laptop's own journal at their own times (or later), and sealed."""
    then = _Then()
    journal = SqlJournal(
        laptop.database, laptop.anchor, laptop.mirror, actor=laptop.actor, signing_key=laptop.signing, clock=then
    )
    for entry in entries:
        then.at_ms = entry.at_ms + later_ms
        payload = decode_payload(entry.kind, entry.version, entry.payload)
        if isinstance(payload, Sealed):
            journal.seal()  # where the act was sealed at once, this finds nothing unsealed
        else:
            journal.record(Act(FamilyId(entry.subject), payload))
    journal.seal()
    laptop.journal, laptop.store = journal, SqlExchangeStore(laptop.database, journal, then)


def exchange(laptop: Laptop, address: str) -> ExchangeOutcome:
    """One exchange whose calls are counted."""
    enrolment = laptop.enrolment
    assert enrolment is not None
    exchanger = laptop.exchanger(address)
    exchanger._make_line = lambda moved, stopped: Counting(
        address, enrolment.ca_pem, enrolment.hub, moved=moved, stopped=stopped
    )
    return exchanger.run(goes_on=True)


def provisioning(hub: LocalHub, laptop: Laptop) -> Iterator[Figure]:
    """A laptop that has just been enrolled fetches its village's list."""
    roster = village()
    publish(hub.district, VILLAGE, roster, month="2026-11")
    laptop.enrol(hub)
    Counting.calls = 0
    start = time.perf_counter()
    outcome = exchange(laptop, hub.url)
    taken = time.perf_counter() - start
    if laptop.store.pack_needed() or not outcome.receipt:
        raise SystemExit(f"the list did not arrive: {outcome}")
    yield from _pack(f"list of {roster.people:,} people, invented", roster)
    yield Figure(
        "the same, all bytes of the first exchange", (outcome.bytes_sent + outcome.bytes_received) / 1000, "KB"
    )
    yield Figure("the same, round trips", Counting.calls, "")
    yield Figure("the same, seconds until it is in the store", taken, "s")
    laptop.close()


def village() -> Roster:
    """The list that is fetched."""
    roster = generate(5, round(PEOPLE / PEOPLE_A_FAMILY)).roster
    families = tuple(replace(family, village_code=VILLAGE) for family in roster.families)
    return replace(roster, village_code=VILLAGE, families=families)


def _sample() -> Iterator[Figure]:
    read = read_list(SAMPLE, None, load_regions(), load_headers(), lambda done: None, lambda: False, date(2026, 11, 23))
    yield from _pack(f"list of {read.roster.people:,} people, a district's", read.roster)


def _pack(what: str, roster: Roster) -> Iterator[Figure]:
    size = len(encode_pack(Pack(roster, FULL, "2026-11"))) / 1000
    yield Figure(f"{what}, pack", size, "KB", GOAL_KILOBYTES, COLUMNS, roster_size(roster) / 1000)
    yield Figure(f"{what}, pack", size, "KB", GOAL_KILOBYTES, JSON, roster_json_size(roster) / 1000)


if __name__ == "__main__":
    tell(figures())
