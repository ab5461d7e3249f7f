"""What was done on a laptop's own list stays with its families when the district's list comes, everywhere."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from app.domain.ids import MemberId
from app.domain.payloads import ChangeProposed, FieldChange
from app.domain.roster import Family, Member, Roster
from app.hub import tables
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.views.proposal import proposal_view
from app.hub.views.villages import villages_page
from app.storage.local_lists import SqlRegister
from app.usecases.ports import Act
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop

NUR = Family(
    "f-1", "7308030811210001", "NUR", "Dusun Satu", "Satu", "001", "001", VILLAGE, "2",
    members=(Member("m-1", "NUR", "7308037112530001", "1953-12-31", "2", "1"),),
)  # fmt: skip
BASO = Family(
    "f-2", "7308030811210002", "BASO", "Dusun Dua", "Dua", "002", "001", VILLAGE, "3",
    members=(Member("m-2", "BASO", "7308030101600002", "1960-01-01", "1", "1"),),
)  # fmt: skip
LIST = Roster(VILLAGE, "Bonto", code_list_version="DTSEN", families=(NUR, BASO))


def own_copy(roster: Roster) -> Roster:
    """The same list as a laptop reads it from a sheet without ids."""

    def named(family: Family) -> Family:
        people = tuple(replace(one, id=f"f-0a1b2c3d-{one.id}") for one in family.members)
        return replace(family, id=f"f-0a1b2c3d-{family.id}", members=people)

    return replace(roster, families=tuple(map(named, roster.families)))


def read_own_list(laptop: Laptop) -> Roster:
    """The laptop reads its own list before any district has given one."""
    mine = own_copy(LIST)
    SqlRegister(laptop.journal).publish_local(mine, source_name="daftar.xlsx", source_sha256="ab" * 32, month="2026-11")
    return mine


def about(hub: LocalHub) -> dict[str, str]:
    """Proposal kind -> the family under which the district has it."""
    with hub.district.database.read() as connection:
        return {row.kind: row.family for row in connection.execute(select(tables.proposal))}


def test_visits_and_proposals_stand_with_the_family_at_the_district_and_on_other_laptops(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    first, second = new_laptop(), new_laptop()
    mine = read_own_list(first)
    nur = mine.families[0]
    first.visit(nur.id)
    said = ChangeProposed(
        "correction", member=MemberId(nur.members[0].id), changes=(FieldChange("name", "NUR", "NURI"),)
    )
    (made,) = first.journal.record(Act(nur.id, said))
    first.enrol(hub)
    second.enrol(hub)
    first.exchange()
    assert about(hub) == {"correction": nur.id}
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    assert about(hub) == {"correction": "f-1"}, "one exchange brings the list and tells what was found in it"
    with hub.district.database.read() as connection:
        view = proposal_view(connection, VILLAGE, made, hub.district.now_ms())
        assert (view.name, view.place) == ("NUR", "Satu · RT 001 / RW 001")
        assert ("Anggota", "NUR") in view.facts
        assert [(one.seen, one.now, one.proposed, one.stale) for one in view.changes] == [("NUR", "NUR", "NURI", False)]
        assert [(row.visited, row.families) for row in villages_page(connection, "", 1).rows] == [(1, 2)]
    second.exchange()
    assert second.said_about("f-1") == ["visit_recorded", "change_proposed"]
    first.exchange()
    quiet = first.exchange()
    assert (quiet.sent_entries, quiet.received_entries) == (0, 0)
    second.exchange()
    quiet = second.exchange()
    assert quiet.bytes_sent + quiet.bytes_received < 1_500, "it does not ask for the other laptop's own list"


def test_work_of_somebody_bound_to_an_rt_counts_once_the_district_knows_the_family(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    laptop = new_laptop("enumerator")
    laptop.enrol(hub, rts=("001/001",))
    laptop.visit("f-1")
    laptop.visit("f-2")
    before = laptop.exchange()
    assert [why for _, why in before.quarantined] == ["not_allowed", "not_allowed"]
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    with hub.district.database.read() as connection:
        visits = select(tables.entry.c.subject, tables.entry.c.reason).where(tables.entry.c.kind == "visit_recorded")
        assert {row.subject: row.reason for row in connection.execute(visits)} == {"f-1": "", "f-2": "not_allowed"}


def test_a_family_and_a_person_that_a_list_left_out_come_back_as_themselves(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    child = Member("m-3", "SITI", "7308034101100003", "2010-01-01", "2", "3")
    whole = replace(LIST, families=(replace(NUR, members=(*NUR.members, child)), BASO))
    without = replace(LIST, families=(NUR,))
    laptop = new_laptop()
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, whole, month="2026-10")
    laptop.exchange()
    laptop.visit("f-2")
    publish(hub.district, VILLAGE, without, month="2026-11")
    laptop.exchange()
    publish(hub.district, VILLAGE, own_copy(whole), month="2026-12")
    laptop.exchange()
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, status, listed FROM family_view ORDER BY id").all()
        people = connection.exec_driver_sql("SELECT id FROM person_view ORDER BY id").scalars().all()
    assert [tuple(row) for row in rows] == [("f-1", "not_visited", 1), ("f-2", "visited", 1)]
    assert people == ["m-1", "m-2", "m-3"]


def test_a_wrong_list_can_be_taken_back_with_the_one_before_it(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    publish(hub.district, VILLAGE, replace(LIST, families=(replace(NUR, decile="9"),)), month="2026-11")
    laptop.exchange()
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, decile FROM family_view ORDER BY id").all()
    assert [tuple(row) for row in rows] == [("f-1", "2"), ("f-2", "3")]
