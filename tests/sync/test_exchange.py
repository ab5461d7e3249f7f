"""A laptop and a district over a real socket: what one holds, the other gets, once."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.entry import VILLAGE as EVERYBODY
from app.domain.errors import Refused, Unavailable
from app.domain.ids import EntryId
from app.domain.payloads import DecisionMade, PersonCertified, PersonChanged, RevealLogged
from app.domain.roster import Family, Member, Roster
from app.hub import tables
from app.hub.blobs import Blobs
from app.hub.chain import say
from app.hub.enrol import confirm_person
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.receive import release
from app.storage.reading import SqlReading
from app.sync.line import HttpLine
from app.usecases.desk import ExchangeProgress
from app.usecases.ports import Act
from app.wire.exchange import LARGEST_OF_A_STRANGER
from tests.sync.conftest import CopiedBack, NewLaptop
from tests.sync.laptop import VILLAGE, Laptop
from tests.wire.test_pack import village

pytestmark = pytest.mark.both_stores

NUR = Family(
    "f-1", "7308030811210001", "NUR", "Dusun Satu", "Satu", "001", "001", VILLAGE, "2",
    members=(Member("m-1", "NUR", "7308037112530001", "1953-12-31", "2", "1"),),
)  # fmt: skip
LIST = Roster(VILLAGE, "Bonto", code_list_version="DTSEN", families=(NUR, replace(NUR, id="f-2", kk="", members=())))


def decide(hub: LocalHub, family: str, proposal: EntryId, outcome: str = "accepted") -> None:
    """The district's word on a proposal."""
    with hub.district.database.write(VILLAGE) as connection:
        said = DecisionMade(proposal, outcome, comment="baik")
        say(connection, hub.district, VILLAGE, [(hub.district.keys.person, family, said)])


def test_words_go_and_a_receipt_comes_back_in_one_round_trip(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    visit = laptop.visit("f-1")
    steps: list[ExchangeProgress] = []
    outcome = laptop.exchanger().run(steps.append)
    assert outcome.receipt.endswith("-0001")
    assert outcome.sent_entries >= 3
    assert outcome.quarantined == ()
    assert [step.step for step in steps if step.done == 0][-1] == "done"
    assert laptop.store.receipts()[-1].payload.number == outcome.receipt  # type: ignore[union-attr]  # receipts alone
    assert laptop.store.hash_at(visit.partition("/")[0], int(visit.partition("/")[2])) is not None
    again = laptop.exchange()
    assert (again.sent_entries, again.received_entries, again.receipt) == (0, 0, "")
    assert again.bytes_sent + again.bytes_received < 1_500


def test_an_exchange_that_had_nothing_to_send_is_the_last_one_too(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    reading, asked_at = SqlReading(laptop.database, laptop.wall), hub.district.now_ms()
    assert laptop.exchange().sent_entries == 0
    assert reading.home().last_exchange_at_ms >= asked_at


def test_a_list_a_proposal_and_its_answer_reach_both_laptops(hub: LocalHub, new_laptop: NewLaptop) -> None:
    one, two = new_laptop(), new_laptop("head", "Andi Saleh")
    for laptop in (one, two):
        laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    assert one.exchange().list_month == "2026-11"
    proposal = one.propose("f-1")
    one.exchange()
    assert two.exchange().list_month == "2026-11"
    assert two.said_about("f-1") == ["change_proposed"]
    decide(hub, "f-1", proposal)
    for laptop in (one, two):
        assert laptop.exchange().decisions == 1
        assert laptop.said_about("f-1") == ["change_proposed", "decision_made"]


def test_a_list_that_enrolment_told_of_is_named_when_it_comes(hub: LocalHub, new_laptop: NewLaptop) -> None:
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop = new_laptop()
    laptop.enrol(hub)
    assert laptop.exchange().list_month == "2026-11"
    assert laptop.exchange().list_month == ""


def test_next_month_comes_as_a_delta(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    many = village(400)
    publish(hub.district, VILLAGE, many, month="2026-11")
    laptop.exchange()
    richer = (replace(many.families[0], decile="7"), *many.families[1:])
    publish(hub.district, VILLAGE, replace(many, families=richer), month="2026-12")
    assert laptop.exchange().list_month == "2026-12"
    assert laptop.store.pack_needed() == ()
    with hub.district.database.read() as connection:
        forms = connection.execute(select(tables.pack.c.form).order_by(tables.pack.c.number)).scalars().all()
    assert forms == ["full", "delta"]


def test_photos_follow_and_arrive_whole(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    photos = [laptop.photo("a", 70_000), laptop.photo("b", 300)]
    laptop.visit("f-1", *photos)
    outcome = laptop.exchange()
    assert (outcome.sent_photos, outcome.photos_left) == (2, 0)
    blobs = Blobs(hub.district)
    for photo in photos:
        assert blobs.read(VILLAGE, photo.name) == laptop.evidence.read(photo.name)
    stored = b"".join(path.read_bytes() for path in (hub.district.blobs / VILLAGE).iterdir())
    assert (laptop.evidence.read(photos[0].name) or b"")[:64] not in stored


def test_a_limit_leaves_photos_for_another_day(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1", laptop.photo("a", 5_000), laptop.photo("b", 6_000))
    outcome = laptop.exchanger().run(bytes_most=9_000)
    assert (outcome.sent_photos, outcome.photos_left) == (1, 1)


def test_stopping_keeps_what_went_through(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1", laptop.photo("a", 50_000), laptop.photo("b", 60_000))
    seen: list[str] = []

    def watch(step: ExchangeProgress) -> None:
        seen.append(step.step)

    outcome = laptop.exchanger().run(watch, lambda: "photos" in seen)
    assert outcome.receipt
    assert outcome.photos_left == 2
    assert laptop.exchange().photos_left == 0


def test_an_entry_that_must_not_count_is_named_and_those_behind_it_go_on(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop("operator")
    laptop.enrol(hub, role="enumerator", rts=("002/001",))
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    bad = laptop.visit("f-1")
    good = laptop.journal.record(Act("", RevealLogged("nik", "periksa")))[0]
    outcome = laptop.exchange()
    assert dict(outcome.quarantined) == {bad: "not_allowed", good: "not_allowed"}
    assert outcome.receipt


def test_an_endorsement_waits_until_the_district_knows_the_head(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop("operator")
    laptop.enrol(hub)
    with hub.district.database.read() as connection:
        rows = connection.execute(select(tables.person.c.person, tables.person.c.certified)).all()
    assert (laptop.actor.person, True) in [tuple(row) for row in rows]
    with pytest.raises(Refused, match="person_unknown"):
        confirm_person(hub.district, VILLAGE, laptop.actor.person)
    laptop.journal.record(Act("", PersonChanged(laptop.actor.person, "Siti R.", "head", ())))
    laptop.exchange()
    with hub.district.database.read() as connection:
        role = connection.execute(
            select(tables.person.c.role).where(tables.person.c.person == laptop.actor.person)
        ).scalar_one()
    assert role == "operator"


def test_a_laptop_that_the_district_does_not_know_is_told_so(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop, other = new_laptop(), new_laptop()
    laptop.enrol(hub)
    other.enrolment = laptop.enrolment
    with pytest.raises(Refused, match="exchange_device_unknown"):
        other.exchange()


def test_a_cloned_laptop_is_noticed_and_loses_nothing(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1")
    laptop.exchange()
    twin = laptop.clone(tmp_path / "twin")
    laptop.visit("f-2")
    laptop.exchange()
    twin.visit("f-3")
    outcome = twin.exchange()
    assert "clone_noticed" in outcome.notices
    for one in (laptop, twin, laptop):
        one.exchange()
    for one in (laptop, twin):
        assert [one.said_about(family) for family in ("f-1", "f-2", "f-3")] == [["visit_recorded"]] * 3
    with hub.district.database.read() as connection:
        subjects = (
            connection.execute(select(tables.entry.c.subject).where(tables.entry.c.kind == "visit_recorded"))
            .scalars()
            .all()
        )
    assert sorted(subjects) == ["f-1", "f-2", "f-3"]
    twin.close()


def test_a_laptop_restored_from_a_copy_gets_its_later_work_back(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.exchange()
    restored = laptop.clone(tmp_path / "restored")
    laptop.visit("f-1")
    laptop.exchange()
    restored.exchange()
    restored.visit("f-2")
    restored.exchange()
    assert restored.said_about("f-1") == ["visit_recorded"]
    assert restored.said_about("f-2") == ["visit_recorded"]
    restored.close()


def test_a_hub_restored_from_yesterday_gets_everything_again(
    hub: LocalHub, new_laptop: NewLaptop, copied_back: CopiedBack
) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    laptop.visit("f-1", laptop.photo("a", 2_000))
    laptop.exchange()
    photo = laptop.photo("b", 3_000)

    def lost(today: LocalHub) -> None:
        proposal = laptop.propose("f-2", photo)
        laptop.exchange(today.url)
        decide(today, "f-2", proposal)
        laptop.exchange(today.url)

    back = copied_back(lost)
    outcome = laptop.exchange(back.url)
    assert "hub_restored" in outcome.notices
    with back.district.database.read() as connection:
        kinds = (
            connection.execute(
                select(tables.entry.c.kind).where(tables.entry.c.subject == "f-2").order_by(tables.entry.c.turn)
            )
            .scalars()
            .all()
        )
    assert kinds == ["change_proposed", "decision_made"]
    assert Blobs(back.district).read(VILLAGE, photo.name) is not None
    assert laptop.exchange(back.url).notices == ()


def test_another_hub_under_the_same_address_is_refused(hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    other = LocalHub(tmp_path / "other")
    other.start()
    with pytest.raises(Refused, match="exchange_wrong_hub"):
        laptop.exchange(other.url)
    other.close()


def test_no_line_is_said_as_such(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    hub.stop()
    with pytest.raises(Unavailable, match="line_none"):
        laptop.exchange()
    assert not HttpLine(hub.url).reachable()


def why_aside(laptop: Laptop) -> dict[str, str]:
    """Kinds of the entries that the district does not count, as it told the laptop, and why."""
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, reason FROM aside_there JOIN entry USING (chain, seq)").all()
    return {str(kind): str(reason) for kind, reason in rows}


def test_photos_of_what_was_set_aside_stay_here_until_it_counts(
    hub: LocalHub, new_laptop: NewLaptop, tmp_path: Path
) -> None:
    laptop = new_laptop("enumerator", "Maria")
    laptop.enrol(hub, rts=("002/001",))
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    both, alone = laptop.photo("both", 3_000), laptop.photo("alone", 60_000)
    laptop.visit("f-1", both, alone)
    for _ in range(3):
        outcome = laptop.exchange()
        assert (outcome.sent_photos, outcome.photos_left, outcome.notices) == (0, 0, ())
        assert outcome.bytes_sent < 3_000
    assert Blobs(hub.district).have(VILLAGE, alone.name) == 0
    assert why_aside(laptop) == {"visit_recorded": "not_allowed"}
    certify(hub, laptop, ("001/001", "002/001"))
    outcome = laptop.exchange()
    assert why_aside(laptop) == {}
    assert (outcome.sent_photos, outcome.photos_left) == (2, 0)
    assert Blobs(hub.district).read(VILLAGE, alone.name) == laptop.evidence.read(alone.name)


def test_a_photo_that_something_else_tells_of_too_is_sent(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop("enumerator", "Maria")
    laptop.enrol(hub, rts=("002/001",))
    rt_two = replace(NUR, id="f-2", kk="", rt="002", members=())
    publish(hub.district, VILLAGE, replace(LIST, families=(NUR, rt_two)), month="2026-11")
    laptop.exchange()
    both, alone = laptop.photo("both", 3_000), laptop.photo("alone", 4_000)
    laptop.visit("f-1", both, alone)
    laptop.visit("f-2", both)
    outcome = laptop.exchange()
    assert (outcome.sent_photos, outcome.photos_left, outcome.notices) == (1, 0, ())
    assert Blobs(hub.district).have(VILLAGE, both.name) == both.size


def test_much_at_once_goes_through(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    for _ in range(90):
        laptop.visit("f-1", note=os.urandom(1_000).hex())
    outcome = laptop.exchange()
    assert outcome.bytes_sent > LARGEST_OF_A_STRANGER
    assert outcome.receipt


def certify(hub: LocalHub, laptop: Laptop, rts: tuple[str, ...]) -> None:
    """The district changes where somebody may work, and looks again at what waited for it."""
    key = laptop.signing.public_key().public_bytes_raw()
    said = PersonCertified(laptop.actor.person, VILLAGE, laptop.actor.name, laptop.actor.role, key, rts)
    with hub.district.database.write(VILLAGE) as connection:
        say(connection, hub.district, VILLAGE, [(hub.district.keys.person, EVERYBODY, said)])
        connection.execute(tables.person.update().values(rts=json.dumps(rts)))
        release(connection, hub.district, VILLAGE, {laptop.actor.person})
