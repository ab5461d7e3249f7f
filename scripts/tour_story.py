"""What happens in the tour's village before its pictures are taken: visits, proposals, an answer of the district."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.ids import EntryId, MemberId, PersonId
from app.domain.payloads import ChangeProposed, FieldChange, NewFamily, NewMember, ObjectionFiled, VisitRecorded
from app.domain.payloads.visits import MemberSeen
from app.shelf.reasons import reason_book
from app.ui.screens.bertentangan.drawing import facts_of
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyDetail, FamilyFilter, FamilySort

if TYPE_CHECKING:
    from app.hub.district import District


@dataclass(frozen=True, slots=True)
class Story:
    """Who and what the stations speak of."""

    village: str
    visited: str
    """A family with visits and proposals."""
    unvisited: str
    filled: str
    """Another one, whose visit is filled in to its end."""
    gone: str
    """A family that nobody has visited and that will turn out to have moved."""
    other: str
    rt: str
    rw: str
    returned: str
    """A proposal that the district has sent back."""
    waiting: str
    """A proposal that its village has not decided on yet."""
    contest: dict[str, object]


def tell_story(desk: Desk, district: District) -> Story:
    """Live through some days of work, with one exchange between."""
    rows = desk.reading.families(FamilyFilter(), FamilySort("address"), 0, 40)
    families = [detail for row in rows if (detail := desk.reading.family(row.id)) is not None]
    for detail in families[:14]:
        desk.journal.record(Act(detail.standing.id, _visit(detail, "found")))
    for detail in families[14:17]:
        desk.journal.record(Act(detail.standing.id, _visit(detail, "not_found")))
    corrected = _correction(desk, families[0], "Perbaikan menurut KTP-el yang ditunjukkan.")
    desk.journal.record(Act(families[3].standing.id, _death(families[3])))
    desk.journal.record(Act(families[5].standing.id, _objection()))
    desk.exchange.run(lambda step: None, lambda: False)
    _answer(district, desk, corrected)
    desk.exchange.run(lambda step: None, lambda: False)
    waiting = _correction(desk, families[7], "Nama menurut akta kelahiran.")
    _propose_twice(desk, families[0])
    _next_list(district, desk)
    desk.exchange.run(lambda step: None, lambda: False)
    place = families[0].standing.family
    return Story(
        village=desk.reading.village().code,
        visited=families[0].standing.id,
        unvisited=families[20].standing.id,
        filled=families[22].standing.id,
        gone=families[21].standing.id,
        other=families[9].standing.id,
        rt=place.rt,
        rw=place.rw,
        returned=corrected,
        waiting=waiting,
        contest=dict(facts_of(desk.contests.contests()[0].key)),
    )


def _propose_twice(desk: Desk, neighbour: FamilyDetail) -> None:
    """One family that the list lacks, as two people wrote it down."""
    place = neighbour.standing.family
    for name, address in (("Yohanes Lando", "Jalan Baru"), ("Yohanis Lando", "Jalan Baru 7")):
        new = NewFamily("", address, place.dusun, place.rt, place.rw, (NewMember(name, "", "1980-02-03", "1", "1"),))
        desk.journal.record(Act("", ChangeProposed("new_family", new_family=new)))


def _next_list(district: District, desk: Desk) -> None:
    """The list of the month after: some are gone, some lose an aid or come into another decile."""
    from app.hub.publish import current_roster, publish

    village = desk.reading.village()
    with district.database.read() as connection:
        roster = current_roster(connection, village.code)
    assert roster is not None
    families = [
        replace(one, programmes=one.programmes[1:], decile="4" if number % 31 == 0 else one.decile)
        if number % 17 == 0
        else one
        for number, one in enumerate(roster.families)
        if number % 23
    ]
    year, month = map(int, village.pack_month.split("-"))
    later = f"{year + month // 12}-{month % 12 + 1:02}"
    publish(district, village.code, replace(roster, families=tuple(families)), month=later)


def _visit(detail: FamilyDetail, presence: str) -> VisitRecorded:
    family = detail.standing.family
    if presence == "not_found":
        return VisitRecorded("visit-2025", "1", 1, presence, "moved", "5", "", guide="Ketua RT")
    seen = tuple(MemberSeen(MemberId(member.id), "1") for member in family.members)
    return VisitRecorded(
        "visit-2025", "1", 1, presence, "", "1", family.head_name, guide="Ketua RT", members=seen, statement=True
    )


def _correction(desk: Desk, detail: FamilyDetail, note: str) -> EntryId:
    member = detail.standing.family.members[0]
    change = FieldChange("name", member.name, f"{member.name} Nabu")
    body = ChangeProposed("correction", MemberId(member.id), (change,), note=note)
    return desk.journal.record(Act(detail.standing.id, body))[0]


def _death(detail: FamilyDetail) -> ChangeProposed:
    member = detail.standing.family.members[-1]
    return ChangeProposed("death", MemberId(member.id), note="Menurut surat kematian desa.", event_date="2026-10-02")


def _objection() -> ObjectionFiled:
    return ObjectionFiled("Maria Bano", True, "mampu", "objection", "Memiliki kios dan mobil angkutan.")


def _answer(district: District, desk: Desk, proposal: EntryId) -> None:
    from app.hub.decide import decide

    village, verifier = desk.reading.village().code, PersonId("verifikatora")
    reasons, reason = reason_book().group("returned")[0]
    decide(
        district,
        village,
        proposal,
        "returned",
        by=verifier,
        name="Verifikator Latihan",
        reason=f"{reasons.key}:{reason.code}",
        comment="Mohon lampirkan foto KTP-el yang terbaca.",
    )
