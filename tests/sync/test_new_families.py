"""A family that a village proposed stands with its row once the district lists it, at the district and on laptops."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from app.domain.ids import EntryId, FamilyId, PackId
from app.domain.payloads import ChangeProposed, Endorsed, FieldChange, NewFamily, NewMember, ProposalWithdrawn
from app.domain.roster import Family, Member, Roster
from app.hub import tables
from app.hub.local import LocalHub
from app.hub.publish import publish
from app.hub.views.villages import villages_page
from app.usecases.ports import Act
from tests.sync.conftest import NewLaptop
from tests.sync.laptop import VILLAGE, Laptop

NUR = Family(
    "f-1", "7308030811210001", "NUR", "Dusun Satu", "Satu", "001", "001", VILLAGE, "2",
    members=(Member("m-1", "NUR", "7308037112530001", "1953-12-31", "2", "1"),),
)  # fmt: skip
LANDO = Family(
    "f-9", "", "YOHANES LANDO", "Jl. Baru", "Dua", "004", "001", VILLAGE, "1",
    members=(Member("m-9", "YOHANES LANDO", "7308030302790001", "1979-02-03", "1", "1"),),
)  # fmt: skip
LIST = Roster(VILLAGE, "Bonto", code_list_version="DTSEN", families=(NUR,))
LATER = replace(LIST, families=(NUR, LANDO))
NEW = NewFamily("", "Jl. Baru", "Dua", "004", "001", (NewMember("Yohanes Lando", "", "1979-02-03", "1", "1"),))


def proposes(laptop: Laptop) -> FamilyId:
    """Proposes the family on the list that holds, and visits it."""
    with laptop.database.read() as connection:
        seen = connection.exec_driver_sql("SELECT id FROM pack WHERE applied = 2").scalar()
    said = ChangeProposed("new_family", new_family=NEW, base_pack=PackId(str(seen)) if seen else None)
    (made,) = laptop.journal.record(Act("", said))
    laptop.visit(made)
    return FamilyId(made)


def proposals(hub: LocalHub) -> list[tuple[str, str]]:
    """Family and state of each proposal at the district."""
    with hub.district.database.read() as connection:
        rows = connection.execute(select(tables.proposal).order_by(tables.proposal.c.at_ms))
        return [(row.family, row.state) for row in rows]


def on(laptop: Laptop) -> list[tuple[str, str]]:
    """The same on a laptop."""
    with laptop.database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT f.id, p.state FROM proposal_view AS p JOIN family_view AS f ON f.n = p.family_n ORDER BY p.at_ms"
        ).all()
    return [(str(family), str(state)) for family, state in rows]


def test_the_proposal_is_fulfilled_everywhere_once_the_family_is_listed(hub: LocalHub, new_laptop: NewLaptop) -> None:
    first, second = new_laptop(), new_laptop()
    for laptop in (first, second):
        laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    first.exchange()
    made = proposes(first)
    first.exchange()
    assert proposals(hub) == [(made, "proposed")]
    publish(hub.district, VILLAGE, LATER, month="2026-12")
    assert proposals(hub) == [("f-9", "fulfilled")]
    with hub.district.database.read() as connection:
        assert [(row.visited, row.families) for row in villages_page(connection, "", 1).rows] == [(1, 2)]
    second.exchange()
    first.exchange()
    second.exchange()
    assert on(first) == on(second) == proposals(hub) == [("f-9", "fulfilled")]
    assert second.said_about("f-9") == ["change_proposed", "visit_recorded"]


def test_a_proposal_that_comes_after_the_list_and_words_about_it_find_the_family(
    hub: LocalHub, new_laptop: NewLaptop
) -> None:
    laptop = new_laptop("head")
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    made = proposes(laptop)
    laptop.journal.record(Act(made, Endorsed(EntryId(made))))
    publish(hub.district, VILLAGE, LATER, month="2026-12")
    laptop.exchange()
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [("f-9", "fulfilled")]
    said = ChangeProposed("correction", changes=(FieldChange("address", "Jl. Baru", "Jl. Lama"),))
    laptop.journal.record(Act(FamilyId("f-9"), said))
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [("f-9", "fulfilled"), ("f-9", "proposed")]


def test_what_was_withdrawn_before_or_after_is_no_family_of_the_list(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    made, kept = proposes(laptop), proposes(laptop)
    laptop.journal.record(Act(made, ProposalWithdrawn(EntryId(made), "keliru")))
    laptop.exchange()
    publish(hub.district, VILLAGE, LATER, month="2026-12")
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [(made, "withdrawn"), ("f-9", "fulfilled")]
    laptop.journal.record(Act(kept, ProposalWithdrawn(EntryId(kept), "keliru")))
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [(made, "withdrawn"), (kept, "withdrawn")]


def test_a_family_that_its_author_saw_on_the_list_stays_his_proposal(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, LATER, month="2026-11")
    laptop.exchange()
    made = proposes(laptop)
    laptop.exchange()
    publish(hub.district, VILLAGE, replace(LATER, families=(replace(NUR, decile="9"), LANDO)), month="2026-12")
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [(made, "proposed")]


def test_the_history_stays_when_the_family_falls_off_the_list_again(hub: LocalHub, new_laptop: NewLaptop) -> None:
    laptop = new_laptop()
    laptop.enrol(hub)
    publish(hub.district, VILLAGE, LIST, month="2026-11")
    laptop.exchange()
    proposes(laptop)
    laptop.exchange()
    publish(hub.district, VILLAGE, LATER, month="2026-12")
    laptop.exchange()
    publish(hub.district, VILLAGE, LIST, month="2027-01")
    laptop.exchange()
    assert on(laptop) == proposals(hub) == [("f-9", "fulfilled")]
