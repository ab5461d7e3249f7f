"""Three machines under load, and the primary dies: ``pytest --patroni tests/hub/test_failover.py``, as root.

Laptops call HAProxy, which leads them to a hub on one of the machines. First the lines to both standbys go dead, then
the primary dies, in each of the ways there are; a standby takes over. Each laptop keeps a ledger of what it was given a
receipt for. Synchronously nothing of it may be missing afterwards; the same run asynchronously has to lose some, or it
would show nothing. What died comes back by itself, and then the next one dies.
"""

from __future__ import annotations

import http.client
import itertools
import os
import shutil
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tests.benchmarks.villages_online import Caller, Village, prepare
from tests.hub.cluster import Cluster, machines, running
from tests.hub.node import Node, cut_line
from tests.hub.reading import PASSWORD, ReadingSide, compared, psql, publish, rows
from tests.hub.recipe import ROOT
from tests.postgres import Server, programs

VILLAGES, BATCHES = 10, 250
BEFORE, DEAD, AFTER = 100, 20, 60
"""Batches with a receipt: before the lines go dead, meanwhile (where any are given), and with the new primary."""

STALL_SECONDS = 15.0
LONG_LEASE, LONG_STALL_SECONDS = 20, 30.0
"""Patroni from 3.1 on believes for so long at least in a silent leader: docs/deploy.md tells the price."""

STALE_LEADER = Path(__file__).with_name("stale_leader.py")

NUMBER = "7300"
"""With which the codes of all villages begin."""
SETTINGS = {"listen_addresses": "''", "fsync": "off", "shared_buffers": "32MB"}
"""Of the reading side's own server."""


pytestmark = pytest.mark.timeout(1800)
"""Seconds; each wait ends long before, and tells why."""


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
    with psycopg.connect(cluster.address, connect_timeout=2) as connection:
        for one in villages:
            row = connection.execute(
                "SELECT count(*) FROM entry WHERE village = %s AND chain = %s AND seq <= %s",
                [one.code, one.chain, one.acknowledged],
            ).fetchone()
            assert row is not None
            missing += one.acknowledged - int(row[0])
    return sum(one.acknowledged for one in villages), missing


@contextmanager
def under_load(cluster: Cluster) -> Iterator[tuple[list[Village], str]]:
    """A hub on each machine, and villages with work for them: they, and where they call."""
    with cluster.district() as district:
        villages = prepare(district, VILLAGES, BATCHES)
    for node in cluster.nodes:
        cluster.start_hub(node)
    with cluster.in_front() as address:
        cluster.until(60, lambda: answers(address))
        yield villages, address


def answers(address: str) -> bool:
    """Whether a hub does."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # its own name is no matter here
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5, context=context) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@dataclass(frozen=True)
class Death:
    """A way to die."""

    name: str
    dies: Callable[[Cluster, Node], None]
    comes_back: Callable[[Cluster, Node], None]
    """What somebody or something does for it; the rest it does by itself."""
    silent: bool = False
    """Whether only the end of the lease tells the others."""


@dataclass(frozen=True)
class Died:
    """Who, how, and how much it had said until then."""

    node: Node
    death: Death
    said: int


def _nothing(_cluster: Cluster, _node: Node) -> None:
    pass


def _programs_die(cluster: Cluster, node: Node) -> None:
    node.kill("patroni")
    cluster.start_patroni(node)  # Restart=on-failure of Debian's unit


def _machine_comes_back(cluster: Cluster, node: Node) -> None:
    cluster.switch_on(node)
    cluster.start_hub(node)


SERVER = Death("PostgreSQL killed", lambda _, node: node.kill_server(), _nothing)
PROGRAMS = Death("Patroni and PostgreSQL killed", _programs_die, _nothing)
LINE = Death(
    "machine cut off",
    lambda _, node: node.network.unplug(node.address),
    lambda _, node: node.network.plug(node.address),
    silent=True,
)
MACHINE = Death("machine without power", lambda _, node: node.vanish(), _machine_comes_back, silent=True)


def dies_under_load(
    cluster: Cluster, villages: list[Village], address: str, death: Death, *, synchronous: bool
) -> tuple[Load, Died]:
    """Load, and the primary dies under it: what the laptops saw, and who died."""
    load = Load([Caller(one, address) for one in villages])
    with load.running():
        cluster.until(60, lambda: load.count() >= BEFORE)
        first = cluster.primary()
        with psycopg.connect(cluster.office(), autocommit=True) as office:
            frozen = [number for node in cluster.nodes if node is not first for number in node.freeze_line()]
            assert len(frozen) == 2
            office.execute(
                "SET synchronous_commit = local"
            )  # it waits for nobody, and what it writes has to be taken back
            office.execute("SELECT pg_logical_emit_message(true, 'balai', 'nobody else has this')")
        reached = load.count() + DEAD
        if not synchronous:
            cluster.until(60, lambda: load.count() >= reached)
        died = Died(first, death, len(first.log))
        death.dies(cluster, first)
        cut_line(frozen)
        cluster.until(120, cluster.takes_writes)
        reached = load.count() + AFTER
        cluster.until(120, lambda: load.count() >= reached or load.noticed == VILLAGES)
    return load, died


def come_back(cluster: Cluster, died: Died) -> float:
    """The machine is in order again; seconds until there are two standbys, one synchronous, and it is one of them, by
    pg_rewind, unless it is the primary again because its machine never went."""
    node, stayed = died.node, False

    def in_order() -> bool:
        nonlocal stayed
        stayed = not died.death.silent and cluster.leads(node)
        return cluster.whole() and (stayed or node.name in cluster.standbys())

    began = time.monotonic()
    died.death.comes_back(cluster, node)
    cluster.until(120, in_order)
    said = node.log[died.said :]
    assert stayed or "running pg_rewind from" in said
    assert "basebackup" not in said
    return time.monotonic() - began


def tell(capfd: pytest.CaptureFixture[str], words: str) -> None:
    """The figures, for whoever asked for them."""
    with capfd.disabled():
        sys.stdout.write(f"\n{words}\n")


def test_a_leader_that_was_not_heard_of_does_not_lead_again_over_its_successor() -> None:
    """Two servers would take writes; it happened with Patroni 3.0.2 over `etcd3`."""
    patroni = shutil.which("patroni")
    with machines(synchronous=True) as cluster:
        cluster.start_etcd()
        first, second, _ = cluster.nodes
        python = Path(str(patroni)).read_text("utf-8").splitlines()[0].removeprefix("#!").strip()
        ran = subprocess.run(
            [python, STALE_LEADER, *(str(node.folder / "patroni.yml") for node in (first, second))],
            capture_output=True,
            text=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert ran.stdout.split() == ["False", second.name], ran.stderr


def test_nothing_with_a_receipt_is_lost_however_one_primary_after_the_other_dies(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with running(synchronous=True) as cluster, under_load(cluster) as (villages, address):
        lease, late = cluster.lease(), []
        tell(capfd, f"a silent leader is believed for {lease} s")
        for turn, death in enumerate((MACHINE, SERVER, PROGRAMS, LINE, MACHINE), 1):
            load, died = dies_under_load(cluster, villages, address, death, synchronous=True)
            told, missing = lost(cluster, villages)
            stall = load.longest_stall()
            tell(capfd, f"{died.node.name}, {death.name}: {told} with a receipt, {missing} lost, stall {stall:.1f} s")
            assert (missing, load.noticed) == (0, 0)
            assert told >= 10 * (BEFORE + AFTER) * turn
            if stall > (LONG_STALL_SECONDS if death.silent and lease >= LONG_LEASE else STALL_SECONDS):
                late.append(f"{death.name}: {stall:.1f} s")
            cluster.until(30, lambda: cluster.through_haproxy() == cluster.primary().address)
            tell(capfd, f"two standbys again after {come_back(cluster, died):.1f} s; primary: {cluster.primary().name}")
        assert lost(cluster, villages)[1] == 0
        assert not late


def test_the_reading_side_goes_on_with_the_new_primary(capfd: pytest.CaptureFixture[str]) -> None:
    found = programs()
    assert found is not None
    with (
        running(synchronous=True) as cluster,
        Server.running(found, SETTINGS) as server,
        under_load(cluster) as (villages, address),
    ):
        publish(server, cluster.office("balai"))
        cluster.keep_place()
        reading = ReadingSide.of(server, cluster.office("balai"))
        reading.subscribe(cluster.reader(PASSWORD), kept=True, number=NUMBER)

        def arrived() -> bool:
            return rows(cluster.office("balai"), NUMBER) == rows(reading.address, NUMBER)

        cluster.until(120, arrived)
        # Each standby was started anew for the place; before Patroni has named one as the next, nobody may take over.
        cluster.until(120, cluster.whole)
        _, died = dies_under_load(cluster, villages, address, MACHINE, synchronous=True)
        come_back(cluster, died)
        once = [Caller(one, address) for one in villages]
        for caller in once:
            caller.send_next()
            caller.close()
        cluster.until(60, lambda: followed(server, reading, cluster))
        same = compared(server, cluster.office("balai"), NUMBER) == compared(server, reading.address, NUMBER)
        tell(capfd, f"reading side after {died.node.name} died: {'the same' if same else 'differs, fetched again'}")
        # A machine that came back starts its server once more when it is given the reading side's place again.
        cluster.until(120, lambda: all(cluster.slots().values()) and cluster.whole())
        if not same:
            reading.forget(NUMBER)
            reading.subscribe(cluster.reader(PASSWORD), kept=True, number=NUMBER)
        cluster.until(120, arrived)
        for caller in once:
            caller.send_next()
            caller.close()
        cluster.until(60, arrived)
        psql(server, reading.address, f"ALTER SUBSCRIPTION district_{NUMBER} DISABLE;")


def followed(server: Server, reading: ReadingSide, cluster: Cluster) -> bool:
    """Whether the reading side has taken in all that the new primary tells it, or can take nothing more."""
    told = cluster.told()
    errors = psql(server, reading.address, "SELECT apply_error_count FROM pg_stat_subscription_stats;")
    return told or int(errors) > 0


def test_without_synchronous_standbys_the_same_loses_some_and_laptops_notice(capfd: pytest.CaptureFixture[str]) -> None:
    with (
        running(synchronous=False) as cluster,
        under_load(cluster) as (villages, address),
    ):
        load, _ = dies_under_load(cluster, villages, address, MACHINE, synchronous=False)
        told, missing = lost(cluster, villages)
    tell(capfd, f"asynchronous: {told} entries with a receipt, {missing} lost, {load.noticed} laptops noticed")
    assert missing > 0
    assert load.noticed > 0
