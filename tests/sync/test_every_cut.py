"""A line or a talk in a room that is cut at any byte: nothing is lost or doubled, and the second attempt brings all."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from app.domain.errors import Problem, Unavailable
from app.hub.blobs import Blobs
from app.hub.local import LocalHub
from app.hub.publish import publish
from tests.sync.conftest import NewLaptop
from tests.sync.cutting import cutting_line
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_cut_lines import check_same
from tests.sync.test_exchange import LIST, NUR
from tests.sync.test_nearby import hosting, meet

PHOTO = 700
STRIDE = 97
"""Bytes between two cuts. With ``--every-byte`` each test is run once from each of as many first bytes."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Where the cuts begin: a run from every first byte is short, can be run alone, and tells how far it all came."""
    if "begin" in metafunc.fixturenames:
        every = metafunc.config.getoption("--every-byte")
        metafunc.parametrize("begin", range(STRIDE) if every else [0], ids=lambda byte: f"from {byte}")


class Village:
    """A laptop that always has something to say, and a district that always has something for it."""

    def __init__(self, hub: LocalHub, laptop: Laptop, other: Laptop) -> None:
        self.hub, self.laptop, self.other = hub, laptop, other
        self.number = itertools.count()
        self.visits: Counter[str] = Counter()

    def work(self) -> str:
        """A visit with a photo here, a visit of the other laptop and a list there; gives the photo."""
        number = next(self.number)
        photo = self.laptop.photo(f"foto {number}", PHOTO)
        for laptop, family, photos in ((self.laptop, f"f-a{number}", (photo,)), (self.other, f"f-b{number}", ())):
            laptop.visit(family, *photos)
            self.visits[family] += 1
        self.other.exchange()
        roster = replace(LIST, families=(replace(NUR, address=f"Dusun {number}"), *LIST.families[1:]))
        publish(self.hub.district, VILLAGE, roster, month="2026-11")
        return photo.name

    def check(self, photo: str) -> None:
        """Both hold the same, each thing once."""
        check_same(self.hub, self.laptop, self.visits)
        assert self.laptop.store.pack_needed() == ()
        assert self.laptop.evidence.waiting() == {}
        assert Blobs(self.hub.district).read(VILLAGE, photo) == self.laptop.evidence.read(photo)


@pytest.fixture
def place(hub: LocalHub, new_laptop: NewLaptop) -> Village:
    """Enrolled, with one exchange behind everybody."""
    laptop, other = new_laptop(), new_laptop()
    for one in (laptop, other):
        one.enrol(hub)
        one.exchange()
    return Village(hub, laptop, other)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_an_exchange_that_is_cut_at_any_byte_is_whole_at_the_second_attempt(
    place: Village, begin: int, up: bool
) -> None:
    with cutting_line(place.hub.url) as line:
        exchanger = place.laptop.exchanger(line.url)
        for cut in itertools.count(begin, STRIDE):
            photo = place.work()
            line.cuts = [(cut, -1) if up else (-1, cut)]
            try:
                exchanger.run()
                whole = True
            except Unavailable:
                whole = False
                exchanger.run()
            place.check(photo)
            if whole:
                break
    assert cut > 1_500, "the cuts went through all of it"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_a_talk_that_is_cut_at_any_byte_is_whole_at_the_second_attempt(place: Village, begin: int, up: bool) -> None:
    first, second = place.laptop, place.other
    for cut in itertools.count(begin, STRIDE):
        for laptop in (first, second):
            laptop.visit(f"f-{next(place.number)}", laptop.photo(f"{laptop.folder.name} {cut}", PHOTO))
        with hosting(first) as host, cutting_line(f"http://{host.address()}") as line:
            line.cuts = [(cut, -1) if up else (-1, cut)]
            address = line.url.removeprefix("http://")
            try:
                meet(second, host, address=address)
                whole = True
            except Problem:
                whole = False
            door = host.end()
            if not whole or door.problem is not None:
                meet(second, host, address=address)
                host.end()
        assert first.store.vector() == second.store.vector()
        assert set(first.evidence.held()) == set(second.evidence.held())
        if whole and door.problem is None:
            break
    assert cut > 2_000, "the cuts went through all of it"
