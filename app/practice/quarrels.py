"""What two laptops of the practice village recorded otherwise, so that a newcomer can settle it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.ids import MemberId
from app.domain.payloads import ChangeProposed, NewFamily, NewMember, Payload, VisitRecorded
from app.domain.roster import Family
from app.practice.planting import Planted
from app.practice.village import PracticeVillage

VISITS: Final = "visits_disagree"
PROPOSALS: Final = "proposals_disagree"
TWICE: Final = "proposed_twice"

_FORM: Final = "visit-2025"


@dataclass(frozen=True, slots=True)
class Quarrel:
    """One thing that the first laptop and the second one recorded otherwise."""

    kind: str
    """`VISITS`, `PROPOSALS` or `TWICE`."""
    error: Planted
    """The planted error behind it, which knows the truth."""
    subject: str
    """Family of the list; empty where it is not listed."""
    first: Payload
    second: Payload


def quarrels(village: PracticeVillage) -> Sequence[Quarrel]:
    """One of each kind, the same ones every time; each is about an error of its own."""
    listed = {family.id: family for family in village.roster.families}
    outside = {family.id: family for family in village.left_out}
    moved, dead, left_out = (_last(village, kind) for kind in ("moved_family", "dead_active", "left_out"))
    return (
        Quarrel(VISITS, moved, moved.family, *_visits(listed[moved.family], moved.truth)),
        Quarrel(PROPOSALS, dead, dead.family, *_proposals(MemberId(dead.member), dead.truth)),
        Quarrel(TWICE, left_out, "", *_twice(outside[left_out.family])),
    )


def _last(village: PracticeVillage, kind: str) -> Planted:
    """The last of its kind: the first ones are met by whoever begins at the top of the list."""
    return [one for one in village.truth if one.kind == kind][-1]


def _visits(family: Family, place: str) -> tuple[VisitRecorded, VisitRecorded]:
    note = "Rumah terkunci. Kata tetangga mereka masih di kebun."
    here = VisitRecorded(_FORM, "1", 1, "found", "", "2", "Tetangga", note=note)
    gone = VisitRecorded(
        _FORM, "1", 1, "not_found", "moved", "5", "Ketua RT", guide="Ketua RT", note=f"Sudah pindah ke {place}."
    )
    return here, gone


def _proposals(member: MemberId, day: str) -> tuple[ChangeProposed, ChangeProposed]:
    note = "Diminta keluarga lewat telepon, belum didatangi."
    alive = ChangeProposed(
        "representative", member, reason="kesepakatan", reason_list="representative@balai-1", note=note
    )
    dead = ChangeProposed(
        "death",
        member,
        reason="saksi",
        reason_list="death@balai-1",
        event_date=day,
        note="Keterangan ketua RT saat saya datang.",
    )
    return alive, dead


def _twice(family: Family) -> tuple[ChangeProposed, ChangeProposed]:
    """The same people as two ears heard their names; one laptop knows no NIK."""
    return _new(family, ""), _new(family, "o")


def _new(family: Family, ear: str) -> ChangeProposed:
    people = tuple(
        NewMember(
            one.name.replace("Yo", "Jo").replace("us", "os") if ear and one.name.isascii() else one.name,
            "" if ear else one.nik,
            one.birth_date,
            one.sex,
            one.relation,
            one.marital,
        )
        for one in family.members
    )
    address = f"{family.address}, dekat kapela" if ear else family.address
    new = NewFamily("" if ear else family.kk, address, family.dusun, family.rt, family.rw, people)
    return ChangeProposed(
        "new_family",
        new_family=new,
        reason="belum_terdaftar",
        reason_list="new_family@kepmensos-262-2022",
        note="Diusulkan ketua RT." if ear else "Rumahnya di belakang kapela.",
    )
