"""A laptop killed (SIGKILL) at each step of a stick or of a talk in one room, on either side: what others were told is
true, nothing is half taken, and the next attempt brings all of it, once."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.hub.local import LocalHub
from app.hub.publish import publish
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.steps import Countdown, born, survived
from tests.sync.test_exchange import LIST
from tests.sync.test_nearby import Host, hosting, meet
from tests.sync.test_stick_faults import code_of

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does"),
    pytest.mark.timeout(900),
]


class Pair:
    """Two laptops of one village; the district is out of reach."""

    def __init__(self, folder: Path, first: Laptop, second: Laptop) -> None:
        self.folder, self.first, self.second = folder, first, second
        self.countdown = Countdown(folder / "countdown")

    def work(self, number: int) -> None:
        """A visit with a photo on either."""
        for laptop in (self.first, self.second):
            laptop.visit(f"f-{laptop.folder.name}-{number}", laptop.photo(f"{laptop.folder.name} {number}", 700))

    def check(self, number: int) -> None:
        """The second has whatever the first has, once."""
        theirs = self.second.store.vector()
        assert all(theirs[chain].seq >= end.seq for chain, end in self.first.store.vector().items())
        assert set(self.first.evidence.held()) <= set(self.second.evidence.held())
        for before in range(number + 1):
            assert self.second.said_about(f"f-{self.first.folder.name}-{before}") == ["visit_recorded"]
        incoming = self.second.folder / "incoming"
        assert not incoming.exists() or list(incoming.iterdir()) == []


def saves(laptop: Laptop, stick: Path, part_bytes: int | None) -> object:
    """What the child does that dies: a laptop saves to a stick."""
    return Laptop.over(laptop).write_stick(stick, part_bytes=part_bytes)


def reads(laptop: Laptop, stick: Path) -> object:
    """The other one: a laptop takes in what lies on a stick."""
    return Laptop.over(laptop).read_stick(stick)


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path) -> Iterator[Pair]:
    """Enrolled, with a list."""
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptops = new_laptop(), new_laptop()
    for laptop in laptops:
        laptop.enrol(hub)
    for laptop in laptops:
        laptop.exchange()
        laptop.close()
    hub.close()
    found = Pair(tmp_path, *map(Laptop.over, laptops))
    yield found
    for laptop in (found.first, found.second):
        laptop.close()
    found.countdown.close()


def again(laptop: Laptop) -> Laptop:
    """The laptop after its next start."""
    found = Laptop.over(laptop)
    found.sticks.clear()
    return found


def handed_over(laptop: Laptop, family: str) -> bool:
    """Whether it believes that what was said of a family is on its way."""
    with laptop.database.read() as connection:
        return bool(
            connection.exec_driver_sql(
                "SELECT count(*) FROM entry JOIN sent ON sent.chain = entry.chain AND sent.seq >= entry.seq"
                " WHERE entry.subject = ?",
                (family,),
            ).scalar()
        )


@pytest.mark.parametrize("part_bytes", [None, 64 << 10], ids=["whole", "parts"])
def test_a_laptop_that_dies_while_it_saves_to_a_stick_has_saved_it_whole_or_knows_that_it_has_not(
    pair: Pair, part_bytes: int | None
) -> None:
    seen_short = 0
    for number in itertools.count():
        stick = pair.folder / f"stik{number}"
        pair.work(number)
        if part_bytes:
            pair.first.visit("f-besar", pair.first.photo("besar", 90_000))
        pair.first.close()
        child = born(
            pair.countdown,
            pair.folder,
            partial(saves, pair.first, stick, part_bytes),
            number,
        )
        whole = survived(child)
        pair.first = again(pair.first)
        found = list(stick.glob("*.balai")) if stick.exists() else []
        begun = list(stick.glob("*.tulis")) if stick.exists() else []
        if begun and part_bytes:
            left = pair.second.sticks.find(stick)
            cut_short = [one for one in left if one.missing_parts]
            assert all(one.missing_parts[-1] == one.parts for one in cut_short), "which parts are missing is named"
            seen_short += len(cut_short)
        if handed_over(pair.first, f"f-{pair.first.folder.name}-{number}"):
            assert found, "it says that a stick has it"
        if not whole:
            saved = pair.first.write_stick(stick, part_bytes=part_bytes)
            if begun:
                assert set(stick.glob("*.balai")) == set(saved.paths), "nothing of what was cut off is left"
        assert list(stick.glob("*.tulis")) == []
        for one in pair.second.sticks.find(stick):
            if not one.problem and not one.missing_parts:  # what was cut off says so of itself
                pair.second.sticks.take(one.path, lambda step: None, lambda: False)
        pair.check(number)
        if whole:
            break
    assert number > 8, "it died at every step before the last"
    assert bool(seen_short) == bool(part_bytes), "some deaths left some of the parts"


def test_a_laptop_that_dies_while_it_reads_a_stick_takes_it_whole_the_next_time(pair: Pair) -> None:
    for number in itertools.count():
        stick = pair.folder / f"stik{number}"
        pair.work(number)
        pair.first.write_stick(stick)
        before = pair.second.store.vector()
        pair.second.close()
        child = born(
            pair.countdown,
            pair.folder,
            partial(reads, pair.second, stick),
            number,
        )
        whole = survived(child)
        pair.second = again(pair.second)
        now, theirs = pair.second.store.vector(), pair.first.store.vector()
        assert now == before or all(now[chain].seq >= end.seq for chain, end in theirs.items()), "all of it or nothing"
        if not whole:
            pair.second.read_stick(stick)
        pair.check(number)
        if whole:
            break
    assert number > 8, "it died at every step before the last"


def call(laptop: Laptop, port: str, code: str, address: str) -> None:
    """Exchange with the laptop that said this of its door."""
    laptop.nearby(int(port)).meet(code, address, lambda step: None, lambda: False)


def agreed(pair: Pair, number: int) -> None:
    """Both hold the same."""
    pair.check(number)
    pair.first, pair.second = pair.second, pair.first
    pair.check(number)
    pair.first, pair.second = pair.second, pair.first


def test_a_laptop_that_dies_while_it_calls_another_one_agrees_at_the_next_call(pair: Pair) -> None:
    for number in itertools.count():
        pair.work(number)
        pair.second.close()
        theirs, ours = os.pipe()

        def act(theirs: int = theirs) -> None:
            call(Laptop.over(pair.second), *os.read(theirs, 200).decode().split())

        child = born(pair.countdown, pair.folder, act, number)
        with hosting(pair.first) as host:
            os.write(ours, f"{host.port} {host.door.code} {host.address()}".encode())
            whole = survived(child)
            for end in (theirs, ours):
                os.close(end)
            pair.second = again(pair.second)
            if not whole:
                meet(pair.second, host, address=host.address())
            while host.end().taken is None:
                assert not whole
        agreed(pair, number)
        if whole:
            break
    assert number > 8, "it died at every step before the last"


def test_a_laptop_that_dies_while_another_one_is_served_agrees_at_the_next_call(pair: Pair) -> None:
    for number in itertools.count():
        pair.work(number)
        pair.first.close()
        ours, theirs = os.pipe()

        def serve(theirs: int = theirs) -> None:
            host = Host(Laptop.over(pair.first))
            os.write(theirs, f"{host.port} {host.door.code} {host.address()}".encode())
            assert host.end().taken is not None
            host.door.close()

        child = born(pair.countdown, pair.folder, serve, number)
        os.close(theirs)
        told = os.read(ours, 200).decode().split()
        os.close(ours)
        if told:
            assert code_of(partial(call, pair.second, *told)) in ("", "nearby_cut")
        whole = survived(child)
        pair.first = again(pair.first)
        if not whole:
            with hosting(pair.first) as host:
                meet(pair.second, host, address=host.address())
                assert host.end().taken is not None
        agreed(pair, number)
        if whole:
            break
    assert number > 8, "it died at every step before the last"
