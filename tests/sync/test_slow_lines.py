"""A phone's line on 2G: little comes through before it breaks, and all of it counts.

``python -m tests.benchmarks.bench_slow`` measures it."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.errors import Unavailable
from app.hub.blobs import Blobs
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.sync import connections
from app.sync.exchanger import Exchanger
from app.sync.going_on import GoingOn
from app.sync.line import HttpLine, Stopped
from app.sync.list_under_way import ListUnderWay
from app.usecases.desk import ExchangeProgress
from tests.sync.conftest import NewLaptop
from tests.sync.cutting import CuttingLine, cutting_line
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_cut_lines import check_same, wordy
from tests.wire.test_pack import village


def at_once(seconds: float) -> None:
    """A rest that takes no time."""


@pytest.fixture
def line(hub: LocalHub) -> Iterator[CuttingLine]:
    """A line to the district."""
    with cutting_line(hub.url) as found:
        yield found


@pytest.fixture
def laptop(hub: LocalHub, new_laptop: NewLaptop) -> Laptop:
    """One that has exchanged before."""
    found = new_laptop()
    found.enrol(hub)
    found.exchange()
    return found


def over(line: CuttingLine, laptop: Laptop) -> Exchanger:
    return laptop.exchanger(line.url, rest=at_once)


def test_what_came_of_a_list_before_a_cut_is_kept_to_the_byte(hub: LocalHub, laptop: Laptop, line: CuttingLine) -> None:
    publish(hub.district, VILLAGE, village(5_000), month="2026-11")
    line.cuts = [(-1, 6_000)]
    with pytest.raises(Unavailable, match="line_cut"):
        over(line, laptop).run()
    (needed,) = laptop.store.pack_needed()
    assert len(ListUnderWay(laptop.settings, needed[1])) > 4_000


def test_a_list_comes_over_a_line_that_breaks_every_few_kilobytes_with_one_press(
    hub: LocalHub, laptop: Laptop, line: CuttingLine
) -> None:
    publish(hub.district, VILLAGE, village(5_000), month="2026-11")
    line.cuts = [(-1, 4_000)] * 60
    outcome = over(line, laptop).run(goes_on=True)
    assert laptop.store.pack_needed() == ()
    assert outcome.bytes_received > 30_000, "of all tries together"
    assert 8 < 60 - len(line.cuts) < 30, "the line did cut, and nothing came twice"


def test_photos_go_over_a_line_that_breaks_every_few_kilobytes_with_one_press(
    hub: LocalHub, laptop: Laptop, line: CuttingLine
) -> None:
    photos = [laptop.photo(name, 200_000) for name in "ab"]
    laptop.visit("f-1", *photos)
    line.cuts = [(20_000, -1)] * 60
    outcome = over(line, laptop).run(goes_on=True)
    assert (outcome.sent_photos, outcome.photos_left) == (2, 0)
    assert line.passed_up < 1.15 * sum(photo.size for photo in photos)
    for photo in photos:
        assert Blobs(hub.district).read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)


def test_words_go_and_come_over_a_line_that_breaks_every_few_kilobytes_with_one_press(
    hub: LocalHub, laptop: Laptop, line: CuttingLine, new_laptop: NewLaptop
) -> None:
    visits: Counter[str] = Counter(wordy(laptop))
    line.cuts = [(4_000, -1)] * 40
    assert over(line, laptop).run(goes_on=True).sent_entries >= 200
    assert len(line.cuts) < 37, "the line did cut"
    check_same(hub, laptop, visits)
    far = new_laptop()
    far.enrol(hub)
    line.cuts = [(-1, 4_000)] * 40
    over(line, far).run(goes_on=True)
    assert len(line.cuts) < 37, "the line did cut"
    assert far.said_about("f-199") == ["visit_recorded"]


def test_a_day_s_limit_counts_every_try(laptop: Laptop, line: CuttingLine) -> None:
    laptop.visit("f-1", laptop.photo("a", 60_000), laptop.photo("b", 61_000))
    line.cuts = [(20_000, -1)] * 10
    outcome = over(line, laptop).run(goes_on=True, bytes_most=90_000)
    assert (outcome.sent_photos, outcome.photos_left, outcome.limit_reached) == (0, 2, True)


def test_a_line_that_brings_nothing_is_given_up_after_a_few_tries(laptop: Laptop, line: CuttingLine) -> None:
    laptop.visit("f-1")
    line.cuts = [(400, -1)] * 10
    with pytest.raises(Unavailable, match="line_cut"):
        over(line, laptop).run(goes_on=True)
    assert len(line.cuts) == 5


def test_no_line_at_all_is_said_at_once(hub: LocalHub, laptop: Laptop) -> None:
    hub.stop()
    rested: list[float] = []
    with pytest.raises(Unavailable, match="line_none"):
        laptop.exchanger(rest=rested.append).run(goes_on=True)
    assert rested == []


def test_whoever_stops_it_is_heard_between_two_tries(laptop: Laptop, line: CuttingLine) -> None:
    photo = laptop.photo("a", 60_000)
    laptop.visit("f-1", photo)
    line.cuts = [(20_000, -1)] * 10
    rested: list[float] = []
    outcome = laptop.exchanger(line.url, rest=rested.append).run(cancelled=lambda: bool(rested), goes_on=True)
    assert outcome.photos_left == 1
    assert len(line.cuts) == 9, "nothing was tried again"


def test_tries_that_brought_nothing_rest_longer_each_time() -> None:
    rested: list[float] = []
    going = GoingOn(lambda: False, rested.append)
    cut = Unavailable("line_cut")
    waits = []
    for came_on in (True, False, False, False, True, False):
        before = sum(rested)
        assert going.again(cut, moved=True, came_on=came_on)
        waits.append(round(sum(rested) - before))
    assert waits == [2, 10, 10, 30, 2, 10]
    for _ in range(3):
        assert going.again(cut, moved=True, came_on=False)
    assert not going.again(cut, moved=True, came_on=False)
    assert not going.again(Unavailable("line_none"), moved=True, came_on=True)
    with pytest.raises(Stopped):
        GoingOn(lambda: True, rested.append).again(cut, moved=True, came_on=True)


@pytest.mark.parametrize("down", [False, True])
def test_a_line_that_breaks_in_the_middle_of_tls_is_no_wrong_certificate(
    tmp_path: Path, new_laptop: NewLaptop, down: bool
) -> None:
    hub = LocalHub(tmp_path / "secure", tls=True)
    hub.start()
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    laptop.visit("f-1", laptop.photo("a", 300_000))
    with cutting_line(hub.url) as line:
        exchanger = laptop.exchanger(line.url.replace("http:", "https:"))
        for size in (0, 1, 100, 400, 700, 1_000, 1_500, 2_000, 3_000, 20_000, 100_000):
            line.cuts = [(-1, size) if down else (size, -1)]
            code = "line_cut"
            try:
                exchanger.run()
            except Unavailable as error:
                code = error.code
            assert code == "line_cut", size
    hub.close()


class Counted:
    """A line that counts what is fetched by calls of their own."""

    def __init__(self, line: HttpLine, fetched: list[str]) -> None:
        self._line, self._fetched = line, fetched

    def __getattr__(self, name: str) -> object:
        return getattr(self._line, name)

    def get_pack(self, sha256: str, into: bytearray, authorization: str, largest: int) -> None:
        """As ever."""
        self._fetched.append(sha256)
        self._line.get_pack(sha256, into, authorization, largest)


@pytest.mark.parametrize(("pace", "calls"), [("[2000000, 0, 4.0]", 0), ("[8000, 1000, 1.3]", 1)])
def test_a_small_list_comes_with_the_answer_unless_the_line_is_slow(
    hub: LocalHub, laptop: Laptop, pace: str, calls: int
) -> None:
    """An answer begins anew after a cut; a list on a call of its own goes on."""
    publish(hub.district, VILLAGE, village(300), month="2026-11")
    laptop.settings.put("exchange.pace", pace)
    fetched: list[str] = []
    laptop.exchanger(through=lambda line: Counted(line, fetched)).run()  # type: ignore[arg-type, return-value]
    assert laptop.store.pack_needed() == ()
    assert len(fetched) == calls


def test_what_is_sent_is_told_in_steps_that_a_slow_line_makes(laptop: Laptop) -> None:
    laptop.visit("f-1", laptop.photo("a", 60_000))
    told: list[int] = []

    def watch(step: ExchangeProgress) -> None:
        if step.step == "photos":
            told.append(step.done)

    laptop.exchanger().run(watch)
    assert max(b - a for a, b in pairwise(told)) <= 4_096


def test_a_body_that_the_line_does_not_take_has_the_time_of_an_answer_not_of_connecting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At 8 kbit/s the first kilobytes may need longer than a connection."""
    monkeypatch.setattr(connections, "READ_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        with (
            closing(HttpLine(address, connect_seconds=3_600)) as line,
            pytest.raises(Unavailable, match="line_timeout"),
        ):
            line.post("/v1/exchange", bytes(64 << 20), 1)
