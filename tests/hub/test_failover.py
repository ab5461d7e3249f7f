"""Three nodes under load, and somebody pulls the primary's plug: ``pytest --patroni tests/hub/test_failover.py``.

First the lines to both standbys go dead, then the primary is killed with everything on it; a standby takes over. Each
laptop keeps a ledger of what it was given a receipt for. Synchronously nothing of it may be missing afterwards; the
same run asynchronously has to lose some, or it would show nothing. The machine that was killed comes back by itself,
and then the next one dies.
"""

from __future__ import annotations

import http.client
import itertools
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from app.hub.district import open_district
from tests.benchmarks.hub import served
from tests.benchmarks.villages_online import Caller, Village, prepare
from tests.hub.cluster import Cluster, Node, cut_line, running, until
from tests.hub.reading import PASSWORD, ReadingSide, compared, psql, publish, rows
from tests.postgres import Server, programs

VILLAGES, BATCHES = 10, 250
BEFORE, DEAD, AFTER = 100, 20, 60
"""Batches with a receipt: before the lines go dead, meanwhile (where any are given), and with the new primary."""

STALL_SECONDS = 15.0
NUMBER = "7300"
"""With which the codes of all villages begin."""
SETTINGS = {"listen_addresses": "''", "fsync": "off", "shared_buffers": "32MB"}
"""Of the reading side's own server."""


@pytest.fixture(autouse=True)
def wanted(request: pytest.FixtureRequest) -> None:
    """Minutes of a whole machine: only for whoever asks."""
    if not request.config.getoption("--patroni"):
        pytest.skip("asked for with --patroni")


@dataclass
class Load:
    """Laptops that send without a pause, and come again when the hub tells them to."""

    callers: list[Caller]
    receipts: list[float] = field(default_factory=list)
    """When each was given."""
    noticed: int = 0
    """Laptops that found entries missing at the district for which they had a receipt."""
    _ended: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self) -> Iterator[None]:
        """All at once."""
        with ThreadPoolExecutor(len(self.callers)) as lanes:
            sent = [lanes.submit(self._send, one) for one in self.callers]
            try:
                yield
            finally:
                self._ended.set()
        for one in sent:
            one.result()

    def count(self) -> int:
        """Receipts so far."""
        return len(self.receipts)

    def longest_stall(self) -> float:
        """Seconds in which nobody was given a receipt."""
        told = sorted(self.receipts)
        return max(later - before for before, later in itertools.pairwise(told))

    def _send(self, caller: Caller) -> None:
        while not self._ended.is_set() and caller.village.batches:
            try:
                caller.send_next()
            except (OSError, http.client.HTTPException):
                caller.close()
                self._ended.wait(0.1)
            except AssertionError:
                self.noticed += 1
                break
            else:
                self.receipts.append(time.monotonic())
        caller.close()


def lost(cluster: Cluster, villages: list[Village]) -> tuple[int, int]:
    """Entries for which there was a receipt, and how many of them the district holds no more."""
    missing = 0
    with psycopg.connect(cluster.address) as connection:
        for one in villages:
            row = connection.execute(
                "SELECT count(*) FROM entry WHERE village = %s AND chain = %s AND seq <= %s",
                [one.code, one.chain, one.acknowledged],
            ).fetchone()
            assert row is not None
            missing += one.acknowledged - int(row[0])
    return sum(one.acknowledged for one in villages), missing


@contextmanager
def under_load(folder: Path, cluster: Cluster) -> Iterator[tuple[list[Village], str]]:
    """A hub on the cluster, and villages with work for it: they, and its address."""
    district = open_district(folder, database=cluster.address)
    villages = prepare(district, VILLAGES, BATCHES)
    district.close()
    with served(folder, 2, tls=False) as (address, _):
        yield villages, address


def plug_pulled(cluster: Cluster, villages: list[Village], address: str, *, synchronous: bool) -> tuple[Load, Node]:
    """Load, and the primary dies under it: what the laptops saw, and who died."""
    load = Load([Caller(one, address) for one in villages])
    with load.running():
        until(60, lambda: load.count() >= BEFORE)
        first = cluster.primary()
        frozen = [number for node in cluster.nodes if node is not first for number in node.freeze_line()]
        assert len(frozen) == 2
        reached = load.count() + DEAD
        if not synchronous:
            until(60, lambda: load.count() >= reached)
        first.kill()
        cut_line(frozen)
        until(120, cluster.takes_writes)
        reached = load.count() + AFTER
        until(120, lambda: load.count() >= reached or load.noticed == VILLAGES)
    return load, first


def come_back(cluster: Cluster, node: Node) -> float:
    """The machine has power again; seconds until it follows the new primary, one standby synchronously."""
    told = len(node.log)
    began = time.monotonic()
    cluster.switch_on(node)
    until(120, lambda: cluster.whole() and node.name in cluster.standbys())
    assert "running pg_rewind from" in node.log[told:]
    assert "basebackup" not in node.log[told:]
    return time.monotonic() - began


def tell(capfd: pytest.CaptureFixture[str], words: str) -> None:
    """The figures, for whoever asked for them."""
    with capfd.disabled():
        sys.stdout.write(f"\n{words}\n")


def test_nothing_with_a_receipt_is_lost_when_one_primary_after_the_other_is_killed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with (
        running(synchronous=True) as cluster,
        under_load(tmp_path / "hub", cluster) as (villages, address),
    ):
        died: list[Node] = []
        for _ in range(2):
            load, node = plug_pulled(cluster, villages, address, synchronous=True)
            told, missing = lost(cluster, villages)
            stall = load.longest_stall()
            tell(capfd, f"{node.name} killed: {told} entries with a receipt, {missing} lost, stall {stall:.1f} s")
            assert (missing, load.noticed) == (0, 0)
            assert told >= 10 * (BEFORE + AFTER) * (len(died) + 1)
            assert stall <= STALL_SECONDS
            died.append(node)
            tell(capfd, f"{node.name} back by pg_rewind after {come_back(cluster, node):.1f} s")
        assert died[0] is not died[1]
        assert cluster.primary() is not died[1]
        assert lost(cluster, villages)[1] == 0


def test_the_reading_side_goes_on_with_the_new_primary(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = programs()
    assert found is not None
    with (
        running(synchronous=True) as cluster,
        Server.running(found, SETTINGS) as server,
        under_load(tmp_path / "hub", cluster) as (villages, address),
    ):
        publish(server, cluster.office("balai"))
        cluster.keep_place()
        reading = ReadingSide.of(server, cluster.office("balai"))
        reading.subscribe(cluster.reader(PASSWORD), kept=True, number=NUMBER)

        def arrived() -> bool:
            return rows(cluster.office("balai"), NUMBER) == rows(reading.address, NUMBER)

        until(120, arrived)
        _, node = plug_pulled(cluster, villages, address, synchronous=True)
        come_back(cluster, node)
        once = [Caller(one, address) for one in villages]
        for caller in once:
            caller.send_next()
            caller.close()
        until(60, lambda: followed(server, reading, cluster))
        same = compared(server, cluster.office("balai"), NUMBER) == compared(server, reading.address, NUMBER)
        tell(capfd, f"reading side after {node.name} died: {'the same' if same else 'differs, fetched again'}")
        if not same:
            reading.forget(NUMBER)
            reading.subscribe(cluster.reader(PASSWORD), kept=True, number=NUMBER)
        until(120, arrived)
        until(60, lambda: all(cluster.slots().values()))
        for caller in once:
            caller.send_next()
            caller.close()
        until(60, arrived)
        psql(server, reading.address, f"ALTER SUBSCRIPTION district_{NUMBER} DISABLE;")


def followed(server: Server, reading: ReadingSide, cluster: Cluster) -> bool:
    """Whether the reading side has taken in all that the new primary tells it, or can take nothing more."""
    told = cluster.told()
    errors = psql(server, reading.address, "SELECT apply_error_count FROM pg_stat_subscription_stats;")
    return told or int(errors) > 0


def test_without_synchronous_standbys_the_same_loses_some_and_laptops_notice(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with (
        running(synchronous=False) as cluster,
        under_load(tmp_path / "hub", cluster) as (villages, address),
    ):
        load, _ = plug_pulled(cluster, villages, address, synchronous=False)
        told, missing = lost(cluster, villages)
    tell(capfd, f"asynchronous: {told} entries with a receipt, {missing} lost, {load.noticed} laptops noticed")
    assert missing > 0
    assert load.noticed > 0
