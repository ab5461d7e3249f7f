"""A revocation reaches every laptop by any road; what stands behind it is kept and shown, and does not count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.errors import Refused
from app.domain.payloads import PersonAdded
from app.hub import tables
from app.hub.enrol import make_code, revoke_device, revoke_person
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.storage.reading_village import people
from app.sync.enrolment import EnrolledPerson, enrol
from app.usecases.ports import Act
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.sync.test_exchange import LIST
from tests.sync.test_nearby import hosting, meet
from tests.sync.test_sticks import bring, fetch

WHY = "hilang di pasar"


@dataclass
class Village:
    """A district, two laptops, and one that is going to be revoked."""

    hub: LocalHub
    good: Laptop
    third: Laptop
    gone: Laptop

    def revoke_laptop(self) -> None:
        revoke_device(self.hub.district, VILLAGE, self.gone.keys.device, WHY, by="Rahma")

    def revoke_person(self) -> None:
        revoke_person(self.hub.district, VILLAGE, self.gone.actor.person, WHY, by="Rahma")

    def work_before(self) -> str:
        """A visit of the laptop that will be gone, unsent; the district hears of others' work meanwhile."""
        made = self.gone.visit("f-1", note="sebelum dicabut")
        self.good.visit("f-2")
        self.good.exchange()
        return made

    def work_on(self) -> str:
        """A visit of the gone laptop behind everything that the district has said."""
        with self.hub.district.database.read() as connection:
            turn = max(connection.execute(select(tables.entry.c.turn)).scalars())
        while (last := self.gone.store.entries_after({}, 1 << 24)[-1]).turn <= turn:
            self.gone.visit("f-2")
        assert last.kind == "visit_recorded"
        return last.id

    def at_district(self, entry_id: str) -> str:
        chain, _, seq = entry_id.rpartition("/")
        entry = tables.entry
        where = (entry.c.village == VILLAGE, entry.c.chain == chain, entry.c.seq == int(seq))
        with self.hub.district.database.read() as connection:
            return str(connection.execute(select(entry.c.reason).where(*where)).scalar_one())


def on(laptop: Laptop, entry_id: str) -> str:
    """Why an entry does not count on a laptop; empty where it does."""
    chain, _, seq = entry_id.rpartition("/")
    with laptop.database.read() as connection:
        query = "SELECT quarantine FROM entry WHERE chain = ? AND seq = ?"
        return str(connection.exec_driver_sql(query, (chain, int(seq))).scalar_one())


@pytest.fixture
def village(hub: LocalHub, new_laptop: NewLaptop) -> Village:
    """All know of each other."""
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptops = [new_laptop(name=name) for name in ("Maria Bano", "Yosef Tefa", "Petrus Laka")]
    for laptop in laptops:
        laptop.enrol(hub)
    for laptop in laptops:
        laptop.exchange()
    return Village(hub, *laptops)


def test_it_comes_by_line(village: Village) -> None:
    village.revoke_laptop()
    village.good.exchange()
    assert village.good.store.laptops()[village.gone.keys.device].revoked


def test_it_comes_by_stick(village: Village, tmp_path: Path) -> None:
    village.revoke_laptop()
    fetch(village.hub, tmp_path / "stick")
    village.third.read_stick(tmp_path / "stick")
    assert village.third.store.laptops()[village.gone.keys.device].revoked


def test_it_comes_by_the_village_s_wifi_and_the_revoked_laptop_gets_nothing_there(village: Village) -> None:
    village.revoke_laptop()
    village.good.exchange()
    with hosting(village.good) as host:
        meet(village.third, host)
    assert village.third.store.laptops()[village.gone.keys.device].revoked
    before = village.gone.store.vector()
    village.third.visit("f-2")
    with hosting(village.third) as host, pytest.raises(Refused, match="nearby_other_refused"):
        meet(village.gone, host)
    assert village.gone.store.vector() == before


def test_a_revoked_laptop_that_waits_for_others_gets_nothing_from_who_knows_it(village: Village) -> None:
    visit = village.work_before()
    village.revoke_laptop()
    village.good.exchange()
    new = village.good.visit("f-2")
    with hosting(village.gone) as host, pytest.raises(Refused, match="nearby_not_certified"):
        meet(village.good, host)
    chain, _, seq = new.rpartition("/")
    assert village.gone.store.hash_at(chain, int(seq)) is None
    assert on(village.good, visit) == "", "what it wrote before it was stopped has come, and counts"


def test_what_a_revoked_laptop_wrote_later_is_carried_and_kept_but_does_not_count(
    village: Village, tmp_path: Path
) -> None:
    before = village.work_before()
    village.revoke_laptop()
    village.good.exchange()
    behind = village.work_on()
    saved = village.gone.write_stick(tmp_path / "stick")
    (taken,) = village.good.read_stick(tmp_path / "stick")
    assert "sender_revoked" in taken.notices
    assert (on(village.good, before), on(village.good, behind)) == ("", "device_revoked")
    assert (behind, "device_revoked") in [(str(one), reason) for one, reason in taken.set_aside]
    assert bring(village.hub, saved.paths[0]).set_aside
    assert (village.at_district(before), village.at_district(behind)) == ("", "device_revoked")
    village.third.exchange()
    assert (on(village.third, before), on(village.third, behind)) == ("", "device_revoked")
    fetch(village.hub, tmp_path / "from the district")
    with pytest.raises(Refused, match="bundle_not_for_us"):
        village.gone.read_stick(tmp_path / "from the district")


def test_who_hears_of_it_only_afterwards_sets_aside_the_same(village: Village, tmp_path: Path) -> None:
    before = village.work_before()
    village.revoke_laptop()
    behind = village.work_on()
    village.gone.write_stick(tmp_path / "stick")
    village.third.read_stick(tmp_path / "stick")
    assert on(village.third, behind) == ""
    village.third.exchange()
    assert (on(village.third, before), on(village.third, behind)) == ("", "device_revoked")
    assert (village.at_district(before), village.at_district(behind)) == ("", "device_revoked")


def test_a_revoked_person_is_stopped_on_whatever_laptop_and_his_laptop_goes_on_carrying(village: Village) -> None:
    before = village.work_before()
    village.revoke_person()
    behind = village.work_on()
    outcome = village.gone.exchange()
    assert (behind, "key_revoked") in [(str(one), reason) for one, reason in outcome.quarantined]
    assert (village.at_district(before), village.at_district(behind)) == ("", "key_revoked")
    assert (on(village.gone, before), on(village.gone, behind)) == ("", "key_revoked")
    village.good.exchange()
    assert (on(village.good, before), on(village.good, behind)) == ("", "key_revoked")
    with village.good.database.read() as connection:
        revoked = {row.name: row.revoked for row in people(connection)}
    assert [name for name, gone in revoked.items() if gone] == [village.gone.actor.name]


def test_nobody_comes_in_again_with_a_key_that_was_revoked(village: Village) -> None:
    village.revoke_laptop()
    with pytest.raises(Refused, match="exchange_device_revoked"):
        village.gone.exchange()
    code = make_code(village.hub.district, VILLAGE, "Bonto", "operator", "Petrus Laka")
    person = EnrolledPerson(village.gone.actor.person, village.gone.signing.public_key().public_bytes_raw())
    with pytest.raises(Refused, match="enrol_key_revoked"):
        enrol(village.hub.url, code.text, village.gone.keys, person)


def test_one_is_revoked_once_and_with_a_reason(village: Village) -> None:
    district, person = village.hub.district, village.gone.actor.person
    with pytest.raises(Refused, match="revoke_reason_missing"):
        revoke_person(district, VILLAGE, person, " x ", by="Rahma")
    village.revoke_person()
    with pytest.raises(Refused, match="person_revoked"):
        village.revoke_person()
    for stranger in ("nobody", district.keys.person):
        with pytest.raises(Refused, match="person_unknown"):
            revoke_person(district, VILLAGE, stranger, WHY, by="Rahma")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_new_password_from_the_village_brings_no_stopped_person_back(
    village: Village, new_laptop: NewLaptop, when: str
) -> None:
    head = new_laptop(role="head", name="Andreas Nono")
    head.enrol(village.hub)
    head.exchange()
    person = village.gone.actor.person

    def new_password() -> None:
        said = PersonAdded(person, "Petrus Laka", "operator", bytes(range(32)))
        head.journal.record(Act("", said))
        head.exchange()

    if when == "before":
        new_password()
    village.revoke_person()
    village.good.exchange()
    if when == "after":
        new_password()
    behind = village.work_on()
    village.gone.exchange()
    for laptop in (village.good, head):
        laptop.exchange()
    assert village.at_district(behind) == "key_revoked"
    assert {on(laptop, behind) for laptop in (village.good, head, village.gone)} == {"key_revoked"}


def test_a_stopped_laptop_is_not_told_again_what_its_code_told_it(village: Village, new_laptop: NewLaptop) -> None:
    lost = new_laptop(name="Yuliana Bria")
    code = make_code(village.hub.district, VILLAGE, "", "operator", "Yuliana Bria").text
    who = EnrolledPerson(lost.actor.person, lost.signing.public_key().public_bytes_raw())
    enrol(village.hub.url, code, lost.keys, who, label="Laptop")
    assert enrol(village.hub.url, code, lost.keys, who, label="Laptop").entries, "an answer that was lost comes again"
    revoke_device(village.hub.district, VILLAGE, lost.keys.device, WHY, by="Rahma")
    with pytest.raises(Refused, match="exchange_device_revoked"):
        enrol(village.hub.url, code, lost.keys, who, label="Laptop")
