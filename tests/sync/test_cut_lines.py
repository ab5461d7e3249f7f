"""Lines that cut anywhere, say things twice, or say old things late: nothing is lost and nothing is doubled."""

from __future__ import annotations

import hashlib
import socket
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.domain.errors import Unavailable
from app.domain.payloads import VisitRecorded
from app.hub import tables
from app.hub.blobs import Blobs
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.sync.exchanger import Exchanger
from app.sync.line import HttpLine
from app.sync.list_under_way import STEP, ListUnderWay
from app.usecases.desk import ExchangeProgress
from app.usecases.ports import Act
from tests.sync.conftest import NewLaptop
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.test_pack import village

ENOUGH = 60
"""Tries; each cut costs one."""


def until_through(exchanger: Exchanger) -> None:
    """Press "send" again after every failure of the line, as a person would."""
    for _ in range(ENOUGH):
        try:
            exchanger.run()
        except Unavailable:
            continue
        return
    pytest.fail("never came through")


def check_same(hub: LocalHub, laptop: Laptop, visits: Counter[str]) -> None:
    """Hub and laptop hold the same entries, and each visit once."""
    held = laptop.store.vector()
    with hub.district.database.read() as connection:
        rows = connection.execute(select(tables.head.c.chain, tables.head.c.seq, tables.head.c.hash)).all()
        subjects = connection.execute(
            select(tables.entry.c.subject).where(tables.entry.c.kind == "visit_recorded")
        ).scalars()
        assert Counter(subjects.all()) == visits
    assert {row.chain: (row.seq, row.hash) for row in rows} == {c: (h.seq, h.hash) for c, h in held.items()}


@pytest.mark.timeout(600)
def test_cuts_anywhere_lose_and_double_nothing(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    visits: Counter[str] = Counter()
    number = iter(range(10_000))

    @given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 3000)), max_size=8), st.integers(0, 2))
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    def cut(cuts: list[tuple[int, int]], photos: int) -> None:
        family = f"f-{next(number)}"
        kept = [laptop.photo(f"{family}/{n}", 3_000 + 700 * n) for n in range(photos)]
        laptop.visit(family, *kept)
        visits[family] += 1
        with cutting_line(hub.url) as line:
            line.cuts = list(cuts)
            until_through(laptop.exchanger(line.url))
        assert laptop.evidence.waiting() == {}
        for photo in kept:
            assert Blobs(hub.district).read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)
        check_same(hub, laptop, visits)

    cut()


class Mischief:
    """A line that repeats, loses answers, and brings old requests late."""

    def __init__(self, line: HttpLine, orders: list[str], old: list[bytes]) -> None:
        self._line = line
        self._orders = orders
        self._old = old
        self.sent = self.received = 0

    def post(self, path: str, body: bytes, largest: int, authorization: str = "") -> bytes:
        """Deliver, in whichever way is next."""
        order = self._orders.pop(0) if self._orders else "as it is"
        if order == "lose request":
            raise Unavailable("line_cut")
        if order == "old first":
            for message in self._old:
                self._line.post(path, message, largest, authorization)
        self._old.append(body)
        answer = self._line.post(path, body, largest, authorization)
        if order == "twice":
            answer = self._line.post(path, body, largest, authorization)
        if order == "lose answer":
            raise Unavailable("line_cut")
        return answer

    def put_blob(self, name: str, offset: int, body: bytes, authorization: str) -> int:
        """Photos go as they are."""
        return self._line.put_blob(name, offset, body, authorization)

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """Lists too."""
        self._line.get_pack(sha256, into, authorization, largest)

    def put_pack(self, sha256: str, body: bytes, authorization: str) -> None:
        """There and back."""
        self._line.put_pack(sha256, body, authorization)

    def close(self) -> None:
        """Let go."""
        self._line.close()


@pytest.mark.timeout(600)
def test_repeated_lost_and_late_requests_change_nothing(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptops = [new_laptop(), new_laptop()]
    for laptop in laptops:
        laptop.enrol(hub)
    visits: Counter[str] = Counter()
    number = iter(range(10_000))
    old: list[bytes] = []
    orders = st.lists(st.sampled_from(["twice", "lose request", "lose answer", "old first"]), max_size=6)

    @given(orders, st.integers(0, 1))
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def play(given_orders: list[str], who: int) -> None:
        laptop = laptops[who]
        family = f"f-{next(number)}"
        laptop.visit(family)
        visits[family] += 1
        left = list(given_orders)
        until_through(laptop.exchanger(through=lambda line: Mischief(line, left, old)))
        check_same(hub, laptop, visits)

    play()


def test_a_photo_goes_on_where_it_was_cut(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    photo = laptop.photo("a", 80_000)
    laptop.visit("f-1", photo)
    laptop.exchanger().run(bytes_most=0)
    with cutting_line(hub.url) as line:
        line.cuts = [(400 + 20_000 * n, -1) for n in range(1, 4)]
        with pytest.raises(Unavailable, match="line_cut"):
            laptop.exchange(line.url)
        until_through(laptop.exchanger(line.url))
        assert line.passed_up < 1.15 * photo.size
    assert Blobs(hub.district).read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)


def wordy(laptop: Laptop) -> list[str]:
    """Two hundred visits with notes that no packing makes small; gives the families."""
    families = [f"f-{number}" for number in range(200)]
    notes = {family: hashlib.sha512(family.encode()).hexdigest() * 2 for family in families}
    laptop.journal.record(
        *(
            Act(family, VisitRecorded("dtsen-visit", "1", 1, "found", "", "1", "Baso", note=notes[family]))
            for family in families
        )
    )
    return families


def test_words_get_through_a_line_that_cuts_every_few_kilobytes(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    visits: Counter[str] = Counter()
    visits.update(wordy(laptop))
    with cutting_line(hub.url) as line:
        line.cuts = [(4_000, -1)] * 40
        until_through(laptop.exchanger(line.url))
        tries, up = 40 - len(line.cuts), line.passed_up
    check_same(hub, laptop, visits)
    assert tries > 3, "the line did cut"
    with cutting_line(hub.url) as whole:
        other = new_laptop()
        other.enrol(hub)
        wordy(other)
        other.exchange(whole.url)
        assert up < 4 * whole.passed_up, (up, whole.passed_up, tries)


def test_answers_get_through_a_line_that_cuts_every_few_kilobytes(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop, far = new_laptop(), new_laptop()
    laptop.enrol(hub)
    far.enrol(hub)
    far.exchange()
    wordy(laptop)
    laptop.exchange()
    with cutting_line(hub.url) as line:
        line.cuts = [(-1, 4_000)] * 40
        until_through(far.exchanger(line.url))
        assert len(line.cuts) < 37, "the line did cut"
    assert far.said_about("f-199") == ["visit_recorded"]


def test_what_is_carried_for_others_goes_whole_though_the_line_is_slow(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path
) -> None:
    """A batch that ended in the middle of another's chain would be vouched for by nobody."""
    carrier, first, second = new_laptop(), new_laptop(), new_laptop()
    for laptop in (first, second, carrier):
        laptop.enrol(hub)
    for laptop in (first, second):
        laptop.exchange()
        wordy(laptop)
    carrier.exchange()
    for number, laptop in enumerate((first, second)):
        laptop.write_stick(tmp_path / str(number))
        carrier.read_stick(tmp_path / str(number))
    carrier.visit("f-1")
    carrier.settings.put("exchange.pace", "[8000, 1000, 1.3]")
    carrier.exchange()
    with hub.district.database.read() as connection:
        held = connection.execute(select(tables.head.c.chain, tables.head.c.seq)).all()
    assert {row.chain: row.seq for row in held} == {c: h.seq for c, h in carrier.store.vector().items()}


def test_a_list_is_fetched_on_where_it_was_cut(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    publish(hub.district, VILLAGE, village(5_000), month="2026-11")
    exchanger = laptop.exchanger()
    with cutting_line(hub.url) as line:
        cut = laptop.exchanger(line.url)
        line.cuts = [(-1, 30_000)]
        with pytest.raises(Unavailable, match="line_cut"):
            cut.run()
        outcome = laptop.exchanger(line.url).run()  # a fresh one, as after a lock
        assert outcome.list_month in ("", "2026-11")
        assert outcome.bytes_received < 45_000
    assert laptop.store.pack_needed() == ()
    assert exchanger.run().received_entries == 0


def test_a_large_list_is_kept_as_it_comes_and_goes_on_after_a_kill(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    publish(hub.district, VILLAGE, village(30_000), month="2026-11")

    def die(step: ExchangeProgress) -> None:
        if step.done > 100_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        laptop.exchanger().run(die)
    (needed,) = laptop.store.pack_needed()
    came = len(ListUnderWay(laptop.settings, needed[1]))
    assert came >= STEP
    whole = laptop.exchanger().run()
    assert laptop.store.pack_needed() == ()
    assert not laptop.settings.get("exchange.list_under_way")
    other = new_laptop()
    other.enrol(hub)
    assert whole.bytes_received < other.exchanger().run().bytes_received - came


def test_a_stalled_line_is_a_timeout(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(Unavailable, match="line_timeout"):
            laptop.exchanger(address, read_seconds=0.3).run()
