"""Two laptops of a village exchange over its own network, with a code, without any internet."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import psutil
import pytest

from app.domain.errors import Refused, Unavailable
from app.domain.laptop_names import number_words
from app.domain.payloads import DeviceHandedOver
from app.hub.bundles import make_bundle
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.storage.journal import Origin
from app.sync import nearby
from app.sync.nearby import MOST_WRONG, OpenDoor
from app.usecases.carry import Carrying, DoorNews, Given, Taken
from app.usecases.ports import Act
from app.wire.channel import new_code, read_code, show_code
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST

WAIT = 60.0
NO_ADDRESSES = (
    "laptop",
    ":80",
    "10.0.0.1:",
    "10.0.0.1:0",
    "10.0.0.1:65536",
    "10.0.0.1:\u00b2",
    "10.0.0.1:" + "9" * 5_000,
    "a\0b:80",
    "a..b:80",
    "a" * 64 + ":80",
    "ab." * 100 + "b:80",
    "\u202e:80",
    "10.0.0.1 :80",
)
"""At each of which the system's own search for names, or a number's, would stumble."""


def free_port() -> int:
    """A UDP port that nobody holds."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Host:
    """The laptop that receives."""

    def __init__(self, laptop: Laptop) -> None:
        self.port = free_port()
        self.heard: queue.Queue[DoorNews] = queue.Queue()
        self.door: OpenDoor = laptop.nearby(self.port).open(self.heard.put, lambda step: None)

    def end(self) -> DoorNews:
        """How the talk ended."""
        while True:
            news = self.heard.get(timeout=WAIT)
            if news.taken is not None or news.problem is not None:
                return news

    def address(self) -> str:
        return f"127.0.0.1:{self.door._ear.getsockname()[1]}"


@contextmanager
def hosting(laptop: Laptop) -> Iterator[Host]:
    host = Host(laptop)
    try:
        yield host
    finally:
        host.door.close()


def meet(laptop: Laptop, host: Host, code: str = "", address: str = "") -> tuple[Taken, Given]:
    return laptop.nearby(host.port).meet(code or host.door.code, address, lambda step: None, lambda: False)


@pytest.fixture
def pair(hub: LocalHub, new_laptop: NewLaptop) -> tuple[Laptop, Laptop]:
    """Two laptops; the first one was enrolled before the district knew the second."""
    first, second = new_laptop(), new_laptop()
    first.enrol(hub)
    second.enrol(hub)
    return first, second


def test_both_hold_everything_afterwards_and_the_receipt_finds_its_way_back(
    hub: LocalHub, pair: tuple[Laptop, Laptop]
) -> None:
    first, second = pair
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    first.visit("f-2")
    second.visit("f-1", second.photo("rumah"), second.photo("dapur", 40_000))
    with hosting(first) as host:
        came, gave = meet(second, host)
        news = host.end()
    assert news.taken is not None
    assert (news.taken.photos, news.laptop, came.list_month) == (2, second.called, "2026-11")
    assert (gave.entries, gave.photos) == (news.taken.entries, news.taken.photos), "what one gave the other one took"
    assert (news.gave.entries, news.gave.photos) == (came.entries, came.photos), "no seal comes back as news"
    assert second.roads() == {"nearby"}, "what another laptop carries is on its way"
    assert first.store.vector() == second.store.vector()
    assert first.said_about("f-1") == second.said_about("f-2") == ["visit_recorded"]
    outcome = first.exchange()
    assert (outcome.sent_photos, outcome.photos_left) == (2, 0)
    first.visit("f-1")
    first.exchange()
    with hosting(second) as host:
        came, gave = meet(first, host)
        host.end()
    assert second.evidence.waiting() == {}
    with hosting(second) as host:
        came, gave = meet(first, host)
        news = host.end()
    assert (came.entries, gave, news.gave) == (0, Given(), Given()), "nothing is said twice"


def test_who_does_not_know_the_code_gets_nothing_and_the_door_closes(pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    before = second.store.vector()
    with hosting(first) as host:
        for number in range(MOST_WRONG):
            with pytest.raises(Refused) as refused:
                meet(second, host, show_code(new_code()), host.address())
            assert refused.value.code == "nearby_code_wrong"
            news = host.end()
            assert news.problem is not None
            assert (news.problem.code, news.closed) == ("nearby_code_wrong", number == MOST_WRONG - 1)
        host.door.close()
        with pytest.raises(Unavailable) as lost:
            meet(second, host, address=host.address() if host.door._ear.fileno() >= 0 else "127.0.0.1:9")
        assert lost.value.code == "nearby_not_found"
    assert second.store.vector() == before


def reach(road: str, hub: LocalHub, giver: Laptop, taker: Laptop, folder: Path) -> None:
    """What the district said comes to `taker` by this road."""
    if road == "line":
        taker.exchange()
    elif road == "wifi":
        with hosting(giver) as host:
            meet(taker, host)
    elif road == "stick":
        giver.write_stick(folder / "stick")
        taker.read_stick(folder / "stick")
    else:
        path = folder / "kabupaten.balai"
        path.write_bytes(b"".join(make_bundle(hub.district, VILLAGE)))
        taker.sticks.take(path, lambda step: None, lambda: False)


@pytest.mark.parametrize("road", ["wifi", "stick", "district's stick"])
def test_a_laptop_that_left_the_line_before_the_list_came_gets_it_by_another_road(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, road: str
) -> None:
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first, second = new_laptop(), new_laptop()
    second.enrol(hub)  # hears of the list, and the line is gone
    assert second.store.pack_needed()
    first.enrol(hub)
    first.exchange()
    reach(road, hub, first, second, tmp_path)
    assert second.store.pack_needed() == ()
    with second.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM family_view").scalar_one() == len(LIST.families)


@pytest.mark.parametrize("road", ["line", "wifi", "stick", "district's stick"])
def test_a_laptop_that_came_after_a_list_knows_whom_it_left_out(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, road: str
) -> None:
    publish(hub.district, VILLAGE, LIST, month="2026-10")
    first, second = new_laptop(), new_laptop()
    first.enrol(hub)
    first.exchange()
    publish(hub.district, VILLAGE, replace(LIST, families=LIST.families[1:]), month="2026-11", deltas=False)
    second.enrol(hub)
    first.exchange()
    reach(road, hub, first, second, tmp_path)
    for laptop in (first, second):
        with laptop.database.read() as connection:
            found = connection.exec_driver_sql("SELECT id FROM register_family WHERE listed = 0").scalars().all()
        assert found == [LIST.families[0].id]


def test_who_says_nothing_does_not_hold_the_door(
    hub: LocalHub, pair: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = nearby._GREETING_SECONDS
    monkeypatch.setattr(nearby, "_GREETING_SECONDS", 0.3)
    first, second = pair
    first.visit("f-2")
    with hosting(first) as host, socket.create_connection(("127.0.0.1", host.door._ear.getsockname()[1])):
        news = host.end()
        assert news.problem is not None
        assert (news.problem.code, news.closed) == ("nearby_cut", False)
        monkeypatch.setattr(nearby, "_GREETING_SECONDS", patient)  # who does speak may take the time that he needs
        came, _ = meet(second, host)
        assert came.entries > 0


def test_a_third_laptop_is_told_that_the_door_speaks_with_another(
    hub: LocalHub, new_laptop: NewLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, second, third = (new_laptop(name=name) for name in ("Ani", "Budi", "Citra"))
    for laptop in (door, second, third):
        laptop.enrol(hub)
    second.visit("f-1")
    third.visit("f-2")
    goes_on = threading.Event()
    patient = nearby._DOOR_SECONDS

    def told(_: Carrying) -> None:
        goes_on.wait(WAIT)

    with hosting(door) as host, ThreadPoolExecutor(1) as beside:
        talk = beside.submit(second.nearby(host.port).meet, host.door.code, "", told, lambda: False)
        try:
            assert host.heard.get(timeout=WAIT).problem is None, "the second one was greeted"
            monkeypatch.setattr(nearby, "_DOOR_SECONDS", 0.2)
            with pytest.raises(Unavailable) as silent:
                meet(third, host)
            assert silent.value.code == "nearby_busy", "nothing was cut, nothing came"
        finally:
            goes_on.set()
        assert talk.result(WAIT)[1].entries > 0
        monkeypatch.setattr(nearby, "_DOOR_SECONDS", patient)
        assert meet(third, host)[1].entries > 0
    assert door.said_about("f-1") == door.said_about("f-2") == ["visit_recorded"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_at_the_door_closes_it_and_is_said(hub: LocalHub, pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    second.visit("f-1")

    def stumbles(_: Carrying) -> None:
        raise ZeroDivisionError

    port, heard = free_port(), queue.Queue[DoorNews]()
    door = first.nearby(port).open(heard.put, stumbles)
    with pytest.raises((Unavailable, Refused)):
        second.nearby(port).meet(door.code, f"127.0.0.1:{door._port}", lambda step: None, lambda: False)
    said = [heard.get(timeout=WAIT), heard.get(timeout=WAIT)]
    assert said[-1].problem is not None
    assert (said[-1].problem.code, said[-1].closed) == ("nearby_door_broke", True)
    door.close()


@pytest.mark.parametrize("more", [0, 1, -1])
def test_a_copy_of_the_own_disk_is_noticed_in_the_room(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path, more: int
) -> None:
    """Also where both have written as much since: their numbers are alike, their hashes are not."""
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    laptop.exchange()
    copy = laptop.clone(tmp_path / "copy")
    try:
        for family in ("f-2", "f-3", "f-4")[: 2 - min(more, 0)]:
            laptop.visit(family)
        for family in ("f-5", "f-6", "f-7")[: 2 + max(more, 0)]:
            copy.visit(family)
        noticed: set[str] = set()
        for _ in range(2):
            with hosting(laptop) as host:
                came, _ = meet(copy, host)
                news = host.end()
            assert news.taken is not None
            noticed |= {*came.notices, *news.taken.notices}
        assert noticed == {"clone_noticed"}
        assert laptop.store.vector() == copy.store.vector()
        for family in ("f-1", "f-2", "f-3", "f-5", "f-6"):
            assert laptop.said_about(family) == copy.said_about(family) == ["visit_recorded"], family
        for one in (laptop, copy, laptop):
            one.exchange()
        assert laptop.store.vector() == copy.store.vector()
    finally:
        copy.close()


def test_a_laptop_is_called_by_whoever_has_it(hub: LocalHub, new_laptop: NewLaptop) -> None:
    yohanes, maria = new_laptop(name="Yohanes Nalle"), new_laptop(name="Maria Nope")
    yohanes.enrol(hub)
    maria.enrol(hub)
    yohanes.exchange()
    assert yohanes.carrier().laptops.name_of(maria.keys.device) == "Maria Nope", "the district says whose it is"
    with hosting(yohanes) as host:
        assert meet(maria, host)[0].sender == "Yohanes Nalle"
        assert host.end().laptop == "Maria Nope"
    maria.journal.record(Act("", DeviceHandedOver(maria.actor.person, yohanes.actor.person)))
    with hosting(yohanes) as host:
        meet(maria, host)
        number = number_words(maria.keys.device)[:4]
        assert host.end().laptop == f"Yohanes Nalle (Laptop desa, {number})", "he has two of one name now"


def test_each_network_is_called_by_its_own_address() -> None:
    called = nearby._broadcasts()
    for cards in psutil.net_if_addrs().values():
        for card in cards:
            if card.family != socket.AF_INET or card.address.startswith("127."):
                continue
            if card.broadcast and card.broadcast != card.address:  # a card that was given none names its own address
                assert card.broadcast in called
    assert "127.255.255.255" not in called


def test_a_laptop_is_found_by_itself_where_none_of_its_addresses_answers(pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    second.visit("f-1")
    with hosting(first) as host:
        _, gave = meet(second, host, address="127.0.0.1:9 127.0.0.2:9")
        assert gave.entries > 0


def test_a_card_that_is_in_no_network_tells_no_address() -> None:
    told = [("127.0.0.1", "255.0.0.0"), ("192.168.43.3", "255.255.255.0"), ("10.0.0.9", "")]
    assert list(nearby._joined(told, up=True)) == [IPv4Interface("192.168.43.3/24")]
    assert list(nearby._joined(told, up=False)) == [], "with the Wi-Fi off it keeps one, and on Windows makes one up"
    assert nearby._made_up("169.254.7.9")


def test_an_address_in_the_own_network_is_called_first() -> None:
    own = IPv4Interface("192.168.43.3/24")
    places = [("10.9.0.2", 5), ("balai", 5), ("192.168.43.2", 5), ("10.9.0.2", 5)]
    assert nearby._nearest_first(places, [own]) == [("192.168.43.2", 5), ("10.9.0.2", 5), ("balai", 5)]


def test_nothing_listens_once_the_door_is_closed(pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    with hosting(first) as host:
        address = host.address()
    with socket.socket() as one:
        assert one.connect_ex(("127.0.0.1", int(address.rpartition(":")[2]))) != 0
    with pytest.raises(Unavailable) as lost:
        meet(second, host, "ABCD-EFGH")
    assert lost.value.code == "nearby_not_found"


def test_a_laptop_that_the_district_does_not_certify_gets_nothing(
    hub: LocalHub, pair: tuple[Laptop, Laptop], new_laptop: NewLaptop
) -> None:
    first, second = pair
    stranger = new_laptop()
    stranger.enrolment = second.enrolment
    assert second.enrolment is not None
    stranger.store.pin_district(second.enrolment.root_key)
    stranger.store.receive(second.enrolment.entries)
    first.visit("f-1")
    with hosting(first) as host:
        with pytest.raises(Refused) as refused:
            meet(stranger, host)
        news = host.end()
    assert (refused.value.code, refused.value.facts["why"]) == ("nearby_other_refused", "bundle_sender_unknown")
    assert news.problem is not None
    assert first.journal.start(Origin(first.keys.device, VILLAGE, "")) not in stranger.store.vector()


def test_a_false_door_that_has_found_the_code_gets_nothing(
    hub: LocalHub, pair: tuple[Laptop, Laptop], new_laptop: NewLaptop
) -> None:
    """It stands where the laptop is looked for, and knows the code from what an earlier caller proved with it."""
    first, second = pair
    false = new_laptop()
    assert second.enrolment is not None
    false.enrolment = replace(second.enrolment, certificate=b"")
    false.store.pin_district(second.enrolment.root_key)
    false.store.receive(second.enrolment.entries)
    second.visit("f-1", second.photo("rumah"))
    for shown in (b"", second.enrolment.certificate):  # none, or another laptop's
        false.enrolment = replace(false.enrolment, certificate=shown)
        with hosting(first) as host, hosting(false) as trap:
            trap.door._code = read_code(host.door.code)
            with pytest.raises(Refused) as refused:
                meet(second, trap, host.door.code, trap.address())
            assert refused.value.code == "nearby_not_certified"
            assert trap.end().problem is not None
    assert not [chain for chain in false.store.vector() if chain.startswith(second.keys.device)]
    assert (dict(false.evidence.held()), second.roads()) == ({}, set())


def test_another_village_s_laptop_is_told_so(hub: LocalHub, pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    assert second.enrolment is not None
    with hosting(first) as host:
        second.enrolment = replace(second.enrolment, village="7308032002")
        with pytest.raises(Refused) as refused:
            meet(second, host, address=host.address())
        host.end()
    assert refused.value.code == "nearby_other_village"


def test_a_misspelt_code_is_said_before_anybody_is_called(pair: tuple[Laptop, Laptop]) -> None:
    with pytest.raises(Refused) as refused:
        pair[0].nearby(free_port()).meet("ABC", "", lambda step: None, lambda: False)
    assert refused.value.code == "nearby_code_misspelt"


@pytest.mark.parametrize("address", NO_ADDRESSES, ids=range(len(NO_ADDRESSES)))
def test_an_address_that_can_be_none_is_said_before_anybody_is_called(
    pair: tuple[Laptop, Laptop], address: str
) -> None:
    with pytest.raises(Refused) as refused:
        pair[0].nearby(free_port()).meet(show_code(new_code()), address, lambda step: None, lambda: False)
    assert refused.value.code == "nearby_address_wrong"


def test_a_talk_that_is_stopped_keeps_what_came_whole(pair: tuple[Laptop, Laptop]) -> None:
    first, second = pair
    first.exchange()
    second.visit("f-1", *(second.photo(f"foto {n}", 60_000) for n in range(30)))
    sent: list[int] = []

    def stop() -> bool:
        return len(sent) > 27

    with hosting(first) as host:
        with pytest.raises(Refused, match="bundle_stopped"):
            second.nearby(host.port).meet(host.door.code, "", lambda step: sent.append(step.done), stop)
        assert host.end().problem is not None
        assert first.said_about("f-1") == ["visit_recorded"], "the words went first"
        had = len(first.evidence.held())
        assert had < 30
        meet(second, host)
        news = host.end()
    assert news.taken is not None
    assert (news.taken.photos, len(first.evidence.held())) == (30 - had, 30)
