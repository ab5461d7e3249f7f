"""A district that was restored to a day before it let a laptop in knows it again by its own sealed word, by line and by
stick; and what it lost and wrote otherwise since comes back to a village that has sticks alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.payloads import ReceiptIssued
from app.hub import tables
from app.hub.bundles import make_bundle, take_bundle
from app.hub.chain import open_village
from app.hub.database import put
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.usecases.carry import Taken
from app.wire.bundle import check_bundle
from tests.sync.conftest import Back, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST, decide

pytestmark = pytest.mark.both_stores


@pytest.fixture
def before_and_behind(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> tuple[Laptop, Back, Laptop]:
    """A laptop that the district let in, its backup, and a laptop that it let in behind the backup."""
    old = new_laptop("head", "Andi")
    old.enrol(hub)
    old.exchange()
    back = yesterday()
    fresh = new_laptop()
    fresh.enrol(hub)
    return old, back, fresh


def there(laptop: Laptop, hub: LocalHub, place: Path) -> None:
    """A stick from a laptop to the district."""
    for path in laptop.write_stick(place).paths:
        with path.open("rb") as file:
            take_bundle(hub.district, file, check_bundle(file, path.stat().st_size))


def back_again(laptop: Laptop, hub: LocalHub, path: Path) -> Taken:
    """A stick from the district to a laptop."""
    path.write_bytes(b"".join(make_bundle(hub.district, VILLAGE)))
    return laptop.sticks.take(path, lambda step: None, lambda: False)


def kinds_of(hub: LocalHub, family: str) -> list[str]:
    """What the district holds of a family, and lets count."""
    told = select(tables.entry.c.kind).where(tables.entry.c.subject == family, tables.entry.c.reason == "")
    with hub.district.database.read() as connection:
        return list(connection.execute(told.order_by(tables.entry.c.turn)).scalars())


def state_of(hub: LocalHub, person: str) -> tuple[str, bool]:
    """Role of somebody, and whether the district has certified him."""
    told = select(tables.person.c.role, tables.person.c.certified).where(tables.person.c.person == person)
    with hub.district.database.read() as connection:
        row = connection.execute(told).one()
    return str(row.role), bool(row.certified)


def test_a_laptop_that_was_let_in_behind_the_backup_goes_on_at_its_next_exchange(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> None:
    back = yesterday()  # not even the village is in it
    laptop = new_laptop("enumerator", "Neni")
    laptop.enrol(hub)
    laptop.visit("f-1", laptop.photo("a", 2_000))
    laptop.exchange()
    laptop.visit("f-2", note="panjang " * 20_000)  # more than anybody reads of a stranger
    now = back(hub)
    outcome = laptop.exchange(now.url)
    assert "hub_restored" in outcome.notices
    assert outcome.receipt
    assert (outcome.photos_left, outcome.quarantined) == (0, ())
    assert kinds_of(now, "f-1") == kinds_of(now, "f-2") == ["visit_recorded"]
    assert state_of(now, laptop.actor.person) == ("enumerator", True)
    assert laptop.exchange(now.url).notices == ()
    assert laptop.carrier().laptops.trusts(laptop.keys.device)


def test_the_same_by_stick(hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back], tmp_path: Path) -> None:
    back = yesterday()
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    there(laptop, hub, tmp_path / "first")
    first = back_again(laptop, hub, tmp_path / "first.balai").receipts
    now = back(hub)
    laptop.visit("f-2")
    notices = []
    for trip in ("second", "third"):
        there(laptop, now, tmp_path / trip)
        taken = back_again(laptop, now, tmp_path / f"{trip}.balai")
        notices.append(taken.notices)
    assert notices == [("hub_restored",), ()]
    assert taken.set_aside == ()
    told = [one.payload.number for one in laptop.store.receipts() if isinstance(one.payload, ReceiptIssued)]
    assert told
    assert not set(told) & set(first), "one number means two receipts"
    assert kinds_of(now, "f-1") == kinds_of(now, "f-2") == ["visit_recorded"]
    assert state_of(now, laptop.actor.person) == ("operator", True)
    there(laptop, now, tmp_path / "fourth")
    assert back_again(laptop, now, tmp_path / "fourth.balai").entries == 0


def test_it_is_let_in_also_where_its_store_is_lost_too(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> None:
    """Neither holds the district's word for it any more: what was kept of it beside the store is shown."""
    back = yesterday()
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    laptop.exchange()
    laptop.begin_anew()
    assert laptop.store.certificate_of(laptop.keys.device) == ()
    now = back(hub)
    laptop.visit("f-2")
    assert laptop.exchange(now.url).quarantined == ()
    assert kinds_of(now, "f-1") == kinds_of(now, "f-2") == ["visit_recorded"]
    assert state_of(now, laptop.actor.person) == ("operator", True)


def test_the_same_where_its_store_is_lost_too_by_stick(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back], tmp_path: Path
) -> None:
    back = yesterday()
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    laptop.begin_anew()
    now = back(hub)
    there(laptop, now, tmp_path / "first")
    assert back_again(laptop, now, tmp_path / "first.balai").set_aside == ()
    assert kinds_of(now, "f-1") == ["visit_recorded"]


def test_whoever_is_certified_again_behind_much_else_is_an_official_again(
    hub: LocalHub, before_and_behind: tuple[Laptop, Back, Laptop]
) -> None:
    """The district's word for him is its newest one now, though the one that the laptop shows is old."""
    old, back, fresh = before_and_behind
    fresh.exchange()
    now = back(hub)
    for _ in range(12):
        old.visit("f-1")
    old.exchange(now.url)
    fresh.exchange(now.url)
    assert state_of(now, fresh.actor.person) == (fresh.actor.role, True)


def test_it_is_let_in_also_where_another_laptop_has_told_it_of_the_restored_district(
    hub: LocalHub, before_and_behind: tuple[Laptop, Back, Laptop]
) -> None:
    """Its certificate is put aside then, with whatever the district has written otherwise."""
    old, back, fresh = before_and_behind
    fresh.exchange()
    now = back(hub)
    publish(now.district, VILLAGE, LIST, month="2026-12")
    old.exchange(now.url)
    fresh.visit("f-1")
    # It meets the other one, which the district of today has told otherwise.
    fresh.store.receive(old.store.entries_after({}, 1 << 24))
    for chain in [name for name in fresh.store.vector() if not name.startswith(fresh.keys.device)]:
        fresh.store.yield_chain(chain)
    fresh.store.receive(old.store.entries_after({}, 1 << 24))
    assert not fresh.carrier().laptops.trusts(fresh.keys.device)
    assert "hub_restored" in fresh.exchange(now.url).notices
    assert kinds_of(now, "f-1") == ["visit_recorded"]
    assert fresh.carrier().laptops.trusts(fresh.keys.device)


def test_who_was_revoked_is_not_let_in_by_his_certificate(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back]
) -> None:
    with hub.district.database.write(VILLAGE) as connection:
        open_village(connection, hub.district, VILLAGE, "Bonto")
    laptop = new_laptop()
    key = laptop.keys.signing.public_key().public_bytes_raw()
    back = yesterday()
    laptop.enrol(hub)
    laptop.exchange()
    now = back(hub)
    with now.district.database.write(VILLAGE) as connection:
        put(connection, tables.revoked, {"village": VILLAGE, "public_key": key}, {})
    with pytest.raises(Refused, match="exchange_device_revoked"):
        laptop.exchange(now.url)


def test_what_a_restored_district_lost_and_wrote_otherwise_comes_back_by_stick_alone(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back], tmp_path: Path
) -> None:
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop = new_laptop()
    laptop.enrol(hub)
    proposal = laptop.propose("f-1")
    there(laptop, hub, tmp_path / "first")
    back_again(laptop, hub, tmp_path / "first.balai")
    back = yesterday()
    decide(hub, "f-1", proposal, "rejected")
    assert back_again(laptop, hub, tmp_path / "second.balai").decisions == 1
    now = back(hub)
    later = replace(LIST, families=tuple(replace(one, decile="4") for one in LIST.families))
    publish(now.district, VILLAGE, later, month="2026-12")
    months = set()
    for trip in ("third", "fourth"):
        there(laptop, now, tmp_path / trip)
        months.add(back_again(laptop, now, tmp_path / f"{trip}.balai").list_month)
    assert "2026-12" in months
    assert kinds_of(now, "f-1") == laptop.said_about("f-1") == ["change_proposed", "decision_made"]
    there(laptop, now, tmp_path / "fifth")
    assert back_again(laptop, now, tmp_path / "fifth.balai").entries == 0


def test_an_old_stick_of_the_district_does_not_bring_its_lost_day_back(
    hub: LocalHub, new_laptop: NewLaptop, yesterday: Callable[[], Back], tmp_path: Path
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    there(laptop, hub, tmp_path / "first")
    back = yesterday()
    laptop.visit("f-1", note="sesudah cadangan dibuat")
    there(laptop, hub, tmp_path / "second")
    old = tmp_path / "old.balai"
    back_again(laptop, hub, old)
    now = back(hub)
    there(laptop, now, tmp_path / "third")  # without the visit: the district told that it has it
    assert kinds_of(now, "f-1") == []
    assert back_again(laptop, now, tmp_path / "third.balai").notices == ("hub_restored",)
    assert laptop.sticks.take(old, lambda step: None, lambda: False).notices == ()
    there(laptop, now, tmp_path / "fourth")
    assert kinds_of(now, "f-1") == ["visit_recorded"]
    assert back_again(laptop, now, tmp_path / "fourth.balai").notices == ()


def test_who_carries_for_it_is_not_told_that_its_words_were_set_aside(
    hub: LocalHub, before_and_behind: tuple[Laptop, Back, Laptop], tmp_path: Path
) -> None:
    """They are at first, for want of the certificate that comes in the same exchange."""
    old, back, fresh = before_and_behind
    fresh.visit("f-1")
    fresh.exchange()
    fresh.write_stick(tmp_path / "stick")
    now = back(hub)
    old.exchange(now.url)
    old.read_stick(tmp_path / "stick")
    outcome = old.exchange(now.url)
    assert outcome.quarantined == ()
    assert kinds_of(now, "f-1") == ["visit_recorded"]
    assert fresh.exchange(now.url).quarantined == ()
