"""What stands once the district has done as proposed: with whom, which card or record stays, who heads the family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.ids import MemberId
from app.domain.payloads import ChangeProposed
from app.domain.roster import Family, Member, value_of
from app.hub.language import language, tr
from app.hub.words import say_field, say_place, say_value
from app.shelf.codes import code_book

Facts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Whom:
    """Everybody whom a proposal may name: the people of its family and of the other one, of today and of before."""

    here: Family
    there: Family | None
    """The other family of a merge or a duplicate, where a list holds it or held it."""
    former: Mapping[MemberId, str]
    there_listed: bool = True

    @property
    def families(self) -> list[Family]:
        """Both, the own one first."""
        return [one for one in (self.here, self.there) if one is not None]

    def name(self, member: MemberId) -> str:
        """A name; where the list has him in this family no more, that is said with it."""
        found = next((name for one in self.families if (name := value_of(one, member, "name"))), "")
        return found or self.name_of_before(member) or tr("(tidak ada lagi dalam daftar)")

    def name_of_before(self, member: MemberId) -> str:
        """Of one whom an earlier list held in either family; empty where none here did."""
        name = self.former.get(member, "")
        return tr("{name} (tidak lagi tercatat di keluarganya)", name=name) if name else ""

    def other_card(self, family: str, masked: bool) -> str:
        """The other family in words."""
        if self.there is None:
            return tr("{family} (tidak ada di daftar)", family=family)
        card = _card(self.there, masked)
        return card if self.there_listed else tr("{name} (tidak ada lagi dalam daftar)", name=card)


def after_facts(body: ChangeProposed, whom: Whom, *, masked: bool) -> Facts:
    """Facts of a merge, duplicate, split, move or withdrawal."""
    facts: Facts = []
    if body.other_family is not None:
        facts.append((tr("Keluarga lain"), whom.other_card(body.other_family, masked)))
    if body.other_member is not None:
        label = tr("Anggota keluarga itu") if body.other_family is not None else tr("Pengurus sekarang")
        facts.append((label, _person(body.other_member, whom, masked)))
    facts += _outcome(body, whom, masked)
    if body.direction:
        facts.append((tr("Pindah ke mana"), say_code(body.direction_list, body.direction)))
    if body.programmes:
        facts.append(
            (tr("Bantuan yang dilepas"), ", ".join(say_code(body.programme_list, one) for one in body.programmes))
        )
    return facts


def say_date_of(kind: str) -> str:
    """What the date of a proposal is the date of, as its form asks for it."""
    if kind == "withdrawal":
        return tr("Tanggal pernyataan")
    return tr("Tanggal bergabung") if kind == "merge" else tr("Tanggal kejadian")


def say_new_address(kind: str, field: str) -> str:
    """A field of a new address, with whose it is: that of the family as a whole stays as it is."""
    said = say_field(field)
    if kind == "merge":
        return tr("{field} setelah digabung", field=said)
    if kind == "split":
        return tr("{field} keluarga baru", field=said)
    return tr("{field} yang pindah", field=said)


def _outcome(body: ChangeProposed, whom: Whom, masked: bool) -> Facts:
    after = body.outcome
    facts: Facts = []
    kept = next((one for one in whom.families if one.id == after.kept_family), None)
    if kept is not None:
        label = tr("KK yang tetap dipakai") if body.proposal == "merge" else tr("Data yang tetap dipakai")
        facts.append((label, _card(kept, masked)))
    if after.kept_member is not None:
        facts.append((tr("Data yang tetap dipakai"), _person(after.kept_member, whom, masked)))
    if after.head is not None:
        label = tr("Kepala keluarga yang baru") if body.proposal == "split" else tr("Kepala keluarga sesudahnya")
        facts.append((label, _person(after.head, whom, masked)))
    if after.staying_head is not None:
        facts.append((tr("Kepala keluarga yang tinggal"), _person(after.staying_head, whom, masked)))
    return facts


def _card(one: Family, masked: bool) -> str:
    number = tr("KK {number}", number=say_value("kk", one.kk, masked=masked)) if one.kk else tr("tanpa nomor KK")
    return " · ".join(part for part in (one.head_name, number, say_place(one.rt, one.rw), one.address) if part)


def _person(member: MemberId, whom: Whom, masked: bool) -> str:
    found = next((pair for pair in _people(whom.families) if pair[0].id == member), None)
    if found is None:
        return whom.name_of_before(member) or str(member)
    one, family = found
    nik = tr("NIK {number}", number=say_value("nik", one.nik, masked=masked)) if one.nik else tr("belum punya NIK")
    return tr("{name} · {nik} · keluarga {head}", name=one.name, nik=nik, head=family.head_name)


def _people(families: list[Family]) -> list[tuple[Member, Family]]:
    return [(one, family) for family in families for one in family.members]


def say_code(key: str, code: str) -> str:
    """A code of one of our lists in words; a code that the list does not know as it is."""
    known = code_book().lists.get(key)
    return known.label(code, language()) if known is not None else code
