"""The proposals that a visit leads to, filled in as far as the visit knows: it cannot ask for them by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.domain.payloads import ChangeProposed, VisitRecorded
from app.domain.payloads.visits import MemberSeen
from app.domain.roster import Member
from app.domain.standing import DOUBLE, Standing
from app.ui.screens.kunjungan.state import FollowUp
from app.ui.screens.usulan.entry import DIRECTION
from app.ui.screens.usulan.sheet import MEMBER, MEMBERS
from app.ui.words import translate

DEAD: Final = "2"
MOVED: Final = frozenset({"3", "4"})
"""Presence codes of a member (Regsosek 404)."""


def follow_ups(visit: VisitRecorded, standing: Standing) -> tuple[FollowUp, ...]:
    """The proposals to offer, without those that somebody has made already and that are not closed yet."""
    return (*_of_family(visit, standing), *_of_members(visit, standing))


def _of_family(visit: VisitRecorded, standing: Standing) -> Iterator[FollowUp]:
    said = {name: str(value) for name, value in visit.answers.items()}
    people = standing.family.members
    if visit.presence == DOUBLE and not _asked(standing, "duplicate"):
        words = translate("Visit", "Buat usulan ganda untuk keluarga ini")
        yield FollowUp("duplicate", words, {"note": said.get("ganda_dengan", "")})
    elif visit.absence_reason == "moved" and not _asked(standing, "move"):
        words = translate("Visit", "Buat usulan pindah untuk keluarga ini")
        yield FollowUp("move", words, {DIRECTION: said.get("tujuan_pindah", "")})
    elif visit.absence_reason == "dead" and len(people) == 1 and not _asked(standing, "death", people[0]):
        yield _death(people[0], "")
    elif visit.absence_reason == "dead" and len(people) != 1:
        yield FollowUp("death", translate("Visit", "Buat usulan meninggal (pilih siapa yang meninggal)"), {})


def _of_members(visit: VisitRecorded, standing: Standing) -> Iterator[FollowUp]:
    seen = {str(one.member): one for one in visit.members}
    listed = [(member, seen[member.id]) for member in standing.family.members if member.id in seen]
    for member, met in listed:
        if met.presence == DEAD and not _asked(standing, "death", member):
            yield _death(member, _said(met, "tanggal_meninggal"))
    gone = [(member, met) for member, met in listed if met.presence in MOVED and not _asked(standing, "move", member)]
    for direction in dict.fromkeys(_said(met, "arah_pindah_anggota") for _, met in gone):
        together = [member for member, met in gone if _said(met, "arah_pindah_anggota") == direction]
        names = ", ".join(member.name for member in together)
        given = {MEMBERS: " ".join(member.id for member in together), DIRECTION: direction}
        yield FollowUp("move", translate("Visit", "Buat usulan pindah: {names}", names=names), given)


def _death(member: Member, day: str) -> FollowUp:
    words = translate("Visit", "Buat usulan meninggal: {name}", name=member.name)
    return FollowUp("death", words, {MEMBER: member.id, "event_date": day})


def _said(met: MemberSeen, name: str) -> str:
    return str(met.answers.get(name, ""))


def _asked(standing: Standing, kind: str, member: Member | None = None) -> bool:
    """Whether an open proposal of that kind is about the family as a whole, or about the member."""
    for one in standing.open_proposals:
        if one.kind == kind and isinstance(one.body, ChangeProposed):
            whom = {str(person) for person in (*one.body.members, one.body.member) if person}
            if not whom or (member is not None and member.id in whom):
                return True
    return False
