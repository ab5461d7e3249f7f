"""Forms the families of a list from its rows: by family card first, by the head above where a card is missing.

A row that the list's layout attaches to another (merged cells, blanks below a family's first row) follows that one.

One family card is one family, also when it lists two heads (flagged). A card number that lost its last digit joins the
only card of the list that begins with it (flagged, the number that stood there kept in the flag).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.kk import LENGTH, is_kk
from app.domain.roster import HEAD, Family, Flag, Member

PLACE_FIELDS = ("rt", "rw", "kode_desa", "desil_nasional_keluarga")
"""Values of which a family has one; rows that differ are flagged."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a list: the member, and what the row says about the family around him."""

    row: int
    member: Member
    kk: str = ""
    family_id: str = ""
    """The ministry's own id of the family, opaque, where the list has one."""
    home: Mapping[str, str] = field(default_factory=dict)
    """Family values by DTSEN column name, besides ``nama_kepala_keluarga, alamat, dusun, rt, rw``."""
    programmes: tuple[str, ...] = ()
    family_flags: tuple[Flag, ...] = ()
    first_row: int = 0
    """The row of the family's first person where the layout of the list says whose family this is, else 0."""


def form_families(
    people: Sequence[Person],
    make_id: Callable[[int], str],
    *,
    own_ids: bool = True,
    formed: Callable[[int], None] = lambda left: None,
) -> tuple[Family, ...]:
    """All families in the order of their first rows; `make_id` names those that the list itself gives no id.

    `own_ids` False: the list's numbers hold its rows together but name nobody beyond this file.
    `formed` is told after each family how many are left; what it raises stops the forming.
    """
    groups: dict[str, list[Person]] = defaultdict(list)
    whole = _cards_by_start(people)
    above = ""
    key_of: dict[int, str] = {}
    for person in people:
        key = _own_key(person, whole) or key_of.get(person.first_row, "")
        if not key:
            key = above if above and person.member.relation not in ("", HEAD) else f"row {person.row}"
        groups[key].append(person)
        above = key_of[person.row] = key
    told = _Told(
        relations=any(person.member.relation for person in people),
        whole_families=len(groups) < len(people),
    )
    families: list[Family] = []
    for rows in groups.values():
        families.append(_family(rows, make_id, told, own_ids))
        formed(len(groups) - len(families))
    taken = Counter(family.id for family in families)
    return tuple(
        family if taken[family.id] == 1 else _renamed(family, make_id(rows[0].row))
        for family, rows in zip(families, groups.values(), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the list tells at all: one of recipients or heads alone says nothing about the rest of their families."""

    relations: bool
    whole_families: bool


def _cards_by_start(people: Iterable[Person]) -> dict[str, str]:
    """The whole card number by its first fifteen digits, where only one card of the list begins so."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if is_kk(person.kk):
            found[person.kk[: LENGTH - 1]].add(person.kk)
    return {start: next(iter(cards)) for start, cards in found.items() if len(cards) == 1}


def _own_key(person: Person, whole: Mapping[str, str]) -> str:
    if _tells_families_apart(person):
        return "kk " + whole.get(person.kk, person.kk)
    return f"id {person.family_id}" if person.family_id else ""


def _tells_families_apart(person: Person) -> bool:
    """Whether the card number may join rows: one that lost digits, or is none at all, is the same for strangers."""
    lost = person.member.relation and any(flag.code == "kk_inexact" for flag in person.family_flags)
    return len(person.kk) >= LENGTH - 1 and not lost


def _renamed(family: Family, new_id: str) -> Family:
    flag = Flag("id_twice", "id_keluarga", family.id)
    return replace(family, id=new_id, flags=(*family.flags, flag))


def _family(rows: list[Person], make_id: Callable[[int], str], told: _Told, own_ids: bool) -> Family:
    heads = [person for person in rows if person.member.relation == HEAD]
    first = heads[0] if heads else rows[0]
    ordered = [first, *(person for person in rows if person is not first)]
    home, differ = _home(ordered)
    kk = max((person.kk for person in rows), key=len)
    flags = [*differ, *_kk_flags(rows, kk), *(_head_flags(rows, heads) if told.relations else ())]
    size = home.get("jumlah_anggota_keluarga", "")
    if told.whole_families and size.isascii() and size.isdigit() and int(size) != len(rows):
        flags.append(Flag("family_size_differs", "jumlah_anggota_keluarga", size, str(len(rows))))
    name = home.pop("nama_kepala_keluarga", "")
    own_id = next((person.family_id for person in ordered if person.family_id), "") if own_ids else ""
    return Family(
        id=own_id or make_id(rows[0].row),
        kk=kk,
        head_name=heads[0].member.name if heads else name or first.member.name,
        address=home.pop("alamat", ""),
        dusun=home.pop("dusun", ""),
        rt=home.pop("rt", ""),
        rw=home.pop("rw", ""),
        village_code=home.pop("kode_desa", ""),
        decile=home.pop("desil_nasional_keluarga", ""),
        programmes=tuple(sorted({code for person in rows for code in person.programmes})),
        fields=home,
        members=tuple(person.member for person in rows),
        flags=tuple(flags),
    )


def _home(ordered: list[Person]) -> tuple[dict[str, str], list[Flag]]:
    """The family's values, the head's before the others', and a flag where rows name different places."""
    home: dict[str, str] = {}
    for person in ordered:
        for key, value in person.home.items():
            if value and not home.get(key):
                home[key] = value
    differ: list[Flag] = []
    for key in PLACE_FIELDS:
        seen = Counter(value for person in ordered if (value := person.home.get(key, "")))
        if len(seen) > 1:
            usual = max(seen, key=lambda value: (seen[value], value == home[key]))
            others = ", ".join(sorted(value for value in seen if value != usual))
            differ.append(Flag("family_values_differ", key, others, usual))
            home[key] = usual
    return home, differ


def _kk_flags(rows: list[Person], kk: str) -> list[Flag]:
    """Flags of the rows' card numbers, each oddity once, with the whole number beside a short one."""
    seen: dict[tuple[str, str], Flag] = {}
    for person in rows:
        for flag in person.family_flags:
            proposed = kk if flag.code == "kk_short" and kk != person.kk else flag.proposed
            seen.setdefault((flag.code, flag.original), replace(flag, proposed=proposed))
    return list(seen.values())


def _head_flags(rows: list[Person], heads: list[Person]) -> list[Flag]:
    if len(heads) > 1:
        names = ", ".join(person.member.name for person in heads)
        return [Flag("family_two_heads", "id_hub_kepala_keluarga", names)]
    if not heads:
        return [Flag("family_no_head", "id_hub_kepala_keluarga", "", rows[0].member.name if len(rows) == 1 else "")]
    return []
