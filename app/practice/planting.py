"""Plants errors into a sound list and writes down the truth of each; no family gets more than one.

What a careful import can see (a damaged NIK, a swapped date) carries the flags that the import itself would give it,
from the same code. What only a visit can find (a death, a move, a well-off family) looks sound on the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from app.domain.birth_date import swapped
from app.domain.damage import cross_checks, read_number, with_proposals
from app.domain.nik import parse_nik
from app.domain.reading import Raw
from app.domain.roster import HEAD, Family, Flag, Member
from app.practice.place import Place
from app.practice.spelling import respelt


@dataclass(frozen=True, slots=True)
class Planted:
    """One error of the list and what is true instead."""

    kind: str
    family: str
    member: str = ""
    truth: str = ""
    """The right value: a NIK, a date, a place; empty where the kind says it all."""
    other: str = ""
    """The other family or member where two belong together."""
    facts: tuple[tuple[str, str], ...] = ()
    """What a visitor would find, by DTSEN column."""


@dataclass(frozen=True, slots=True)
class _Change:
    """The families that replace one family (the first keeps its place, the others come behind it)."""

    families: tuple[Family, ...]
    planted: tuple[Planted, ...]


_Plant = Callable[[Family], _Change | None]

PER_THOUSAND: dict[str, int] = {
    "dead_active": 17,
    "double_person": 14,
    "double_family": 7,
    "moved_family": 14,
    "moved_member": 14,
    "nik_scientific": 20,
    "nik_last_zero": 17,
    "nik_spaced": 24,
    "nik_quoted": 24,
    "nik_short": 14,
    "nik_not_copied": 14,
    "kk_short": 7,
    "birth_date_swapped": 20,
    "well_off": 17,
    "civil_servant": 10,
}
"""Planted errors in a thousand families; families that were left out stand outside the list and are counted there."""


class Planter:
    """Plants each kind into families that bear it."""

    def __init__(self, rng: Random, place: Place, as_of: date) -> None:
        self._rng = rng
        self._place = place
        self._as_of = as_of
        self._plants: dict[str, _Plant] = {
            "dead_active": self._dead,
            "double_person": self._double_person,
            "double_family": self._double_family,
            "moved_family": self._moved_family,
            "moved_member": self._moved_member,
            "nik_scientific": lambda family: self._damaged_nik(family, "nik_scientific"),
            "nik_last_zero": lambda family: self._damaged_nik(family, "nik_last_zero"),
            "nik_spaced": lambda family: self._damaged_nik(family, "nik_spaced"),
            "nik_quoted": lambda family: self._damaged_nik(family, "nik_quoted"),
            "nik_short": lambda family: self._damaged_nik(family, "nik_short"),
            "nik_not_copied": self._nik_not_copied,
            "kk_short": self._kk_short,
            "birth_date_swapped": self._swapped,
            "well_off": self._well_off,
            "civil_servant": self._civil_servant,
        }

    def plant(self, listed: Sequence[Family], outside: Sequence[Family]) -> tuple[list[Family], tuple[Planted, ...]]:
        """The list with its errors, and the truth: planted ones, people without NIK, families left out."""
        order = list(range(len(listed)))
        self._rng.shuffle(order)
        changed: dict[int, tuple[Family, ...]] = {}
        truth: list[Planted] = []
        for kind, share in PER_THOUSAND.items():
            left = max(1, round(share * len(listed) / 1000))
            passed: list[int] = []
            while order and left:
                place = order.pop()
                change = self._plants[kind](listed[place])
                if change is None:
                    passed.append(place)
                    continue
                changed[place] = change.families
                truth += change.planted
                left -= 1
            order += passed
        families = [one for place, family in enumerate(listed) for one in changed.get(place, (family,))]
        known = {person for planted in truth for person in (planted.member, planted.other)}
        truth += [
            Planted("no_nik", family.id, member.id)
            for family in families
            for member in family.members
            if not member.nik and not member.flags and member.id not in known
        ]
        truth += [Planted("left_out", family.id, facts=_house_facts(family)) for family in outside]
        return families, tuple(truth)

    # ------------------------------------------------------------------------------------- what only a visit can find

    def _dead(self, family: Family) -> _Change | None:
        old = [member for member in family.members if _age(member, self._as_of) >= 60]
        if not old or not family.programmes:
            return None
        gone = self._rng.choice(old)
        died = self._as_of - timedelta(days=self._rng.randrange(40, 700))
        return _Change((family,), (Planted("dead_active", family.id, gone.id, died.isoformat()),))

    def _moved_family(self, family: Family) -> _Change | None:
        return _Change(
            (family,), (Planted("moved_family", family.id, truth=self._rng.choice(self._place.destinations)),)
        )

    def _moved_member(self, family: Family) -> _Change | None:
        young = [m for m in family.members if m.relation != HEAD and 18 <= _age(m, self._as_of) < 40]
        if not young:
            return None
        gone = self._rng.choice(young)
        return _Change(
            (family,), (Planted("moved_member", family.id, gone.id, self._rng.choice(self._place.destinations)),)
        )

    def _well_off(self, family: Family) -> _Change | None:
        """The list keeps the house of long ago; a visitor finds tiles, a car and a meter of 2,200 watts."""
        if family.decile not in ("1", "2", "3", "4") or not family.programmes:
            return None
        found = {
            "id_lantai_terluas": "2",
            "id_dinding_terluas": "1",
            "id_sumberpenerangan": "1",
            "id_dayapenerangan": "4",
            "aset_bergerak_lemari_es": "1",
            "aset_bergerak_sepeda_motor": "1",
            "aset_bergerak_mobil": "1",
        }
        facts = tuple((name, value) for name, value in found.items() if family.fields.get(name) != value)
        return _Change((family,), (Planted("well_off", family.id, facts=facts),))

    def _civil_servant(self, family: Family) -> _Change | None:
        """Half of them stand on the list as such, the other half as something else."""
        able = [m for m in family.members if 24 <= _age(m, self._as_of) < 58]
        if not able or not family.programmes:
            return None
        one = self._rng.choice(able)
        seen = {"membantu_bekerja": "1", "id_lapangan_usaha_dari_usaha_utama": "21"}
        seen["id_status_kedudukan_pekerjaan_utama"] = "5" if self._rng.random() < 0.5 else "4"
        facts = (("id_status_kedudukan_pekerjaan_utama", "5"),)
        return _Change(
            (_with_member(family, replace(one, fields={**one.fields, **seen})),),
            (Planted("civil_servant", family.id, one.id, facts=facts),),
        )

    # ------------------------------------------------------------------------------------------------ listed twice

    def _double_person(self, family: Family) -> _Change | None:
        """A grown child with a card of its own still stands on the parents' card, spelt otherwise."""
        grown = [m for m in family.members if m.relation == "3" and 20 <= _age(m, self._as_of) < 40]
        if not grown or len(family.members) < 3:
            return None
        one = self._rng.choice(grown)
        twin_id = f"{family.id}-b"
        same_nik = self._rng.random() < 0.5
        twin = replace(
            one,
            id=f"{twin_id}-1",
            name=respelt(one.name, self._rng),
            nik=one.nik if same_nik else "",
            relation=HEAD,
            fields={**one.fields},
        )
        own = replace(
            family,
            id=twin_id,
            kk=self._neighbouring_kk(family),
            head_name=twin.name,
            fields={**family.fields, "jumlah_anggota_keluarga": "1"},
            members=(twin,),
        )
        planted = Planted("double_person", family.id, one.id, other=twin.id)
        if not one.nik or not same_nik:
            return _Change((family, own), (planted,))
        return _Change(
            (_with_member(family, _flag_twin(one, twin.id)), replace(own, members=(_flag_twin(twin, one.id),))),
            (planted,),
        )

    def _double_family(self, family: Family) -> _Change | None:
        """The whole family once more under another card number, without NIKs and with other spellings."""
        if len(family.members) < 2:
            return None
        twin_id = f"{family.id}-b"
        members = tuple(
            replace(member, id=f"{twin_id}-{place}", name=respelt(member.name, self._rng), nik="")
            for place, member in enumerate(family.members, 1)
        )
        twin = replace(family, id=twin_id, kk=self._neighbouring_kk(family), head_name=members[0].name, members=members)
        whole = Planted("double_family", family.id, other=twin_id)
        pairs = zip(family.members, members, strict=True)
        each = tuple(Planted("double_family_member", twin_id, copy.id, member.nik, member.id) for member, copy in pairs)
        return _Change((family, twin), (whole, *each))

    def _neighbouring_kk(self, family: Family) -> str:
        """A card number of the same day with another serial."""
        return family.kk[:12] + f"{int(family.kk[12:]) + 500:04d}"

    # -------------------------------------------------------------------------------------- what spreadsheets damaged

    def _damaged_nik(self, family: Family, kind: str) -> _Change | None:
        whole = kind != "nik_last_zero"
        holders = [member for member in family.members if member.nik and (whole or not member.nik.endswith("0"))]
        if not holders:
            return None
        one = self._rng.choice(holders)
        reading = read_number(_as_sheets_hold_it(one.nik, kind), "nik")
        damaged = replace(one, nik=reading.value, flags=reading.flags)
        damaged = self._checked(damaged, family.kk)
        return _Change((_with_member(family, damaged),), (Planted(kind, family.id, one.id, one.nik),))

    def _nik_not_copied(self, family: Family) -> _Change | None:
        """Somebody who has a NIK that the list does not know."""
        holders = [member for member in family.members if member.nik]
        if not holders:
            return None
        one = self._rng.choice(holders)
        return _Change(
            (_with_member(family, replace(one, nik="")),), (Planted("nik_not_copied", family.id, one.id, one.nik),)
        )

    def _kk_short(self, family: Family) -> _Change | None:
        reading = read_number(family.kk[:-1], "kk")
        short = replace(family, kk=reading.value, flags=reading.flags)
        return _Change((short,), (Planted("kk_short", family.id, truth=family.kk),))

    def _swapped(self, family: Family) -> _Change | None:
        """Day and month exchanged, which the NIK beside it gives away."""
        turned = [
            (m, other)
            for m in family.members
            if m.nik and (other := swapped(m.birth_date)) and other <= self._as_of.isoformat()
        ]
        if not turned:
            return None
        one, wrong = self._rng.choice(turned)
        damaged = self._checked(replace(one, birth_date=wrong), family.kk)
        return _Change(
            (_with_member(family, damaged),), (Planted("birth_date_swapped", family.id, one.id, one.birth_date),)
        )

    def _checked(self, member: Member, kk: str) -> Member:
        """The member with every flag that the import would give."""
        proposed = with_proposals(member, kk, self._as_of, _every_region)
        return replace(member, flags=(*proposed, *cross_checks(member, kk, _every_region)))


def _every_region(prefix: str) -> bool:
    """All regions of the practice village are real ones."""
    return len(prefix) == 6


def _as_sheets_hold_it(nik: str, kind: str) -> Raw:
    if kind == "nik_scientific":
        return f"{nik[0]}.{nik[1:6]}E+15"
    if kind == "nik_last_zero":
        return int(nik[:-1] + "0")
    if kind == "nik_spaced":
        return f"{nik[:6]} {nik[6:12]} {nik[12:]}"
    if kind == "nik_quoted":
        return f"'{nik}"
    return nik[:9] + nik[10:]


def _with_member(family: Family, changed: Member) -> Family:
    members = tuple(changed if member.id == changed.id else member for member in family.members)
    return replace(family, members=members)


def _flag_twin(member: Member, other: str) -> Member:
    parts = parse_nik(member.nik)
    if parts is None:
        return member
    return replace(member, flags=(*member.flags, Flag("nik_twice", "nik", member.nik, facts=(("members", other),))))


def _age(member: Member, today: date) -> int:
    born = date.fromisoformat(member.birth_date)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _house_facts(family: Family) -> tuple[tuple[str, str], ...]:
    shown = ("id_lantai_terluas", "id_dinding_terluas", "id_atap_terluas", "id_sumberpenerangan", "id_fasilitas_bab")
    return tuple((name, family.fields[name]) for name in shown if name in family.fields)
