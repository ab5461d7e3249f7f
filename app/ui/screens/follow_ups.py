"""The proposals that a visit leads to, filled in as far as the visit knows: it cannot ask for them by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.payloads import ChangeProposed, VisitRecorded, VisitsSettled
from app.domain.payloads.visits import MemberSeen
from app.domain.proposal_course import ACCEPTED, DETERMINED, FULFILLED, WITHDRAWN, ProposalStanding
from app.domain.roster import Member
from app.domain.standing import DOUBLE, Standing, VisitStanding
from app.domain.visit_words import Word
from app.ui.screens.usulan.sheet import MEMBER, MEMBERS
from app.ui.words import translate

DAY, DIRECTION, NOTE = "event_date", "arah_pindah", "note"
"""Questions of the proposals (resources/reasons/proposals.json) that a visit may know."""

DEAD: Final = "2"
MOVED: Final = frozenset({"3", "4"})
"""Presence codes of a member (Regsosek 404)."""


_AGREED: Final = frozenset({ACCEPTED, DETERMINED, FULFILLED})


_Made = tuple[ProposalStanding, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A proposal that a visit leads to."""

    kind: str
    words: str
    """What its button says."""
    whom: str
    """About whom it is."""
    given: Mapping[str, str]
    """What is known already, by the names of the proposal's draft."""

    @property
    def sentence(self) -> str:
        """Both in one."""
        return f"{self.words}: {self.whom}"


_Said = VisitRecorded | VisitsSettled


def follow_ups(visit: _Said, standing: Standing, recorded: VisitStanding | Word | None = None) -> tuple[FollowUp, ...]:
    """The proposals to offer after a visit, without those that somebody has made already.

    Made already is what is open or was agreed to, and whatever was asked after the visit, once it is `recorded`.
    """
    made = tuple(one for one in standing.proposals if _stands(one, recorded))
    return (*_of_family(visit, standing, made), *_of_members(visit, standing, made))


def newest_follow_ups(standing: Standing) -> tuple[FollowUp, ...]:
    """The proposals that the newest visit of a family, or what settled its visits, still leads to."""
    newest = standing.words[-1] if standing.words else None
    return follow_ups(newest.body, standing, newest) if newest is not None else ()


def _stands(one: ProposalStanding, recorded: VisitStanding | Word | None) -> bool:
    later = recorded is not None and one.entry.order > recorded.entry.order and one.state != WITHDRAWN
    return one.open or one.state in _AGREED or later


def _of_family(visit: _Said, standing: Standing, made: _Made) -> Iterator[FollowUp]:
    said = {name: str(value) for name, value in visit.answers.items()}
    people, whole = standing.family.members, translate("Visit", "Seluruh keluarga")
    if visit.presence == DOUBLE and not _asked(made, "duplicate"):
        given = {NOTE: said.get("ganda_dengan", "")}
        yield FollowUp("duplicate", translate("Visit", "Buat usulan ganda"), whole, given)
    elif visit.absence_reason == "moved" and not _asked(made, "move"):
        yield FollowUp("move", _move_words(), whole, {DIRECTION: said.get("tujuan_pindah", "")})
    elif visit.absence_reason == "dead" and len(people) == 1 and not _asked(made, "death", people[0]):
        yield _death(people[0], "")
    elif visit.absence_reason == "dead" and len(people) != 1:
        yield FollowUp("death", _death_words(), translate("Visit", "Pilih siapa yang meninggal"), {})


def _of_members(visit: _Said, standing: Standing, made: _Made) -> Iterator[FollowUp]:
    seen = {str(one.member): one for one in visit.members}
    listed = [(member, seen[member.id]) for member in standing.family.members if member.id in seen]
    for member, met in listed:
        if met.presence == DEAD and not _asked(made, "death", member):
            yield _death(member, _said(met, "tanggal_meninggal"))
    gone = [(member, met) for member, met in listed if met.presence in MOVED and not _asked(made, "move", member)]
    for direction in dict.fromkeys(_said(met, "arah_pindah_anggota") for _, met in gone):
        together = [member for member, met in gone if _said(met, "arah_pindah_anggota") == direction]
        names = ", ".join(member.name for member in together)
        given = {MEMBERS: " ".join(member.id for member in together), DIRECTION: direction}
        yield FollowUp("move", _move_words(), names, given)


def _death(member: Member, day: str) -> FollowUp:
    return FollowUp("death", _death_words(), member.name, {MEMBER: member.id, DAY: day})


def _death_words() -> str:
    return translate("Visit", "Buat usulan meninggal")


def _move_words() -> str:
    return translate("Visit", "Buat usulan pindah")


def _said(met: MemberSeen, name: str) -> str:
    return str(met.answers.get(name, ""))


def _asked(made: _Made, kind: str, member: Member | None = None) -> bool:
    """Whether one of these proposals is of that kind and about the family as a whole, or about the member."""
    for one in made:
        if one.kind == kind and isinstance(one.body, ChangeProposed):
            whom = {str(person) for person in (*one.body.members, one.body.member) if person}
            if not whom or (member is not None and member.id in whom):
                return True
    return False
