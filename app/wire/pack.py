"""A village's list as it travels: families and members in columns.

What one value says about another is not said twice: a NIK repeats birth date and sex, the head's name is a member's
name, ids count upwards. Flags travel with the list, because they were made from the sheet, which the receiver never
sees. The order of families and members is kept. The body is named by the SHA-256 of its bytes and signed by the
``pack_published`` entry that tells of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.errors import Refused
from app.domain.nik import WOMEN_ADD
from app.domain.roster import HEAD, Family, Flag, Member, Roster
from app.wire.body import Reader, Writer
from app.wire.column import (
    read_indexes,
    read_ints,
    read_sizes,
    read_texts,
    write_ints,
    write_texts,
)
from app.wire.tree import read_values, write_values

FULL, DELTA = "full", "delta"
LARGEST_PACK = 32 << 20
"""Bytes as it travels; 5,000 people are about 80 KB."""

_LARGEST_PLAIN = 256 << 20
_BUDGET = 600 << 20
"""Bytes of memory that one body may grow to; a list of 100,000 people is counted as three quarters of it."""

_PERSON_BYTES = 400
_MOST_FAMILIES = 2_000_000
_HOUSE = ("id", "address", "dusun", "rt", "rw", "village_code", "decile")
_PERSON = ("id", "name", "birth_date", "sex", "relation", "marital")


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole list, or what changed since one: families that are new or other, and ids of those that are gone."""

    roster: Roster
    form: str = FULL
    month: str = ""
    """``YYYY-MM``."""
    base: str = ""
    """The PackId that a delta stands on."""
    gone: tuple[str, ...] = ()


def pack_sha256(body: bytes) -> str:
    """The name of a pack's body."""
    return hashlib.sha256(body).hexdigest()


def delta_pack(old: Roster, new: Roster, *, base: str, month: str) -> Pack:
    """What turns `old` into `new`."""
    before = {family.id: family for family in old.families}
    kept = {family.id for family in new.families}
    changed = tuple(family for family in new.families if before.get(family.id) != family)
    gone = tuple(family.id for family in old.families if family.id not in kept)
    return Pack(replace(new, families=changed), DELTA, month, base, gone)


def apply_pack(pack: Pack, held: Roster | None = None) -> Roster:
    """The list after `pack`; families keep their place, new ones follow.

    Refused ``pack_base_missing`` for a delta that has
    nothing to stand on."""
    if pack.form == FULL:
        return pack.roster
    if held is None:
        raise Refused("pack_base_missing", base=pack.base)
    fresh = {family.id: family for family in pack.roster.families}
    gone = set(pack.gone)
    stay = [fresh.pop(family.id, family) for family in held.families if family.id not in gone]
    return replace(pack.roster, families=(*stay, *fresh.values()))


def encode_pack(pack: Pack) -> bytes:
    """The body of a pack."""
    writer, roster = Writer(), pack.roster
    families = roster.families
    members = [member for family in families for member in family.members]
    head = (pack.form, pack.month, pack.base, roster.village_code, roster.village_name, roster.subdistrict)
    write_texts(writer, [*head, roster.district, roster.province, roster.code_list_version])
    writer.uint(len(pack.gone))
    write_texts(writer, pack.gone)
    writer.uint(len(families))
    write_ints(writer, [len(family.members) for family in families])
    for name in _HOUSE:
        write_texts(writer, [getattr(family, name) for family in families])
    _write_card_numbers(writer, [family.kk for family in families])
    for name in _PERSON:
        write_texts(writer, [getattr(member, name) for member in members])
    _write_niks(writer, members)
    told = [_head_name(family.members) for family in families]
    same = [int(name == family.head_name) for name, family in zip(told, families, strict=True)]
    write_ints(writer, same)
    write_texts(writer, [family.head_name for family, one in zip(families, same, strict=True) if not one])
    write_values(writer, [list(family.programmes) for family in families])
    for holders in (families, members):
        write_values(writer, [dict(holder.fields) for holder in holders])
        _write_flags(writer, holders)
    return writer.body()


def decode_pack(body: bytes) -> Pack:
    """The pack of a body; Refused ``body_damaged``, ``body_too_large`` or ``body_newer``."""
    if len(body) > LARGEST_PACK:
        raise Refused("body_too_large", size=len(body), largest=LARGEST_PACK)
    reader = Reader(body, largest=_LARGEST_PLAIN, budget=_BUDGET)
    form, month, base, village, name, subdistrict, district, province, codes = read_texts(reader, 9)
    gone_count = reader.uint()
    gone = tuple(read_texts(reader, gone_count))
    count = reader.uint()
    if count > _MOST_FAMILIES or form not in (FULL, DELTA):
        raise Refused("body_damaged")
    families = _read_families(reader, count)
    reader.finish()
    return Pack(Roster(village, name, subdistrict, district, province, codes, families), form, month, base, gone)


def _read_families(reader: Reader, count: int) -> tuple[Family, ...]:
    sizes = read_sizes(reader, count, each=_PERSON_BYTES)
    reader.charge(count * _PERSON_BYTES)
    people = sum(sizes)
    house = [read_texts(reader, count) for _ in _HOUSE]
    cards = _read_card_numbers(reader, count)
    person = [read_texts(reader, people) for _ in _PERSON]
    niks = _read_niks(reader, person[2], person[3])
    same = read_indexes(reader, count, 2)
    other_names = iter(read_texts(reader, count - sum(same)))
    programmes = read_values(reader, count)
    if not all(type(row) is list and all(type(code) is str for code in row) for row in programmes):
        raise Refused("body_damaged")
    house_fields, house_flags = _read_fields(reader, count), _read_flags(reader, count)
    fields, flags = _read_fields(reader, people), _read_flags(reader, people)
    ids, names, births, sexes, relations, maritals = person
    members = list(map(Member, ids, names, niks, births, sexes, relations, maritals, fields, flags))
    families: list[Family] = []
    start = 0
    for row, size in enumerate(sizes):
        own = tuple(members[start : start + size])
        start += size
        head_name = _head_name(own) if same[row] else next(other_names)
        id_, address, dusun, rt, rw, village_code, decile = (column[row] for column in house)
        families.append(
            Family(
                id_,
                cards[row],
                head_name,
                address,
                dusun,
                rt,
                rw,
                village_code,
                decile,
                tuple(programmes[row]),
                house_fields[row],
                own,
                house_flags[row],
            )
        )
    return tuple(families)


def _head_name(members: Sequence[Member]) -> str:
    return next((member.name for member in members if member.relation == HEAD), members[0].name if members else "")


# --- numbers that tell of a place, a day and a serial ----------------------------------------------------------------


def _is_sixteen(text: str) -> bool:
    return len(text) == 16 and text.isascii() and text.isdigit()


def _write_card_numbers(writer: Writer, numbers: Sequence[str]) -> None:
    whole = [int(_is_sixteen(number)) for number in numbers]
    write_ints(writer, whole)
    write_texts(writer, [number for number, one in zip(numbers, whole, strict=True) if not one])
    cards = [number for number, one in zip(numbers, whole, strict=True) if one]
    write_texts(writer, [card[:6] for card in cards])
    for start in range(6, 12, 2):
        write_ints(writer, [int(card[start : start + 2]) for card in cards])
    write_ints(writer, [int(card[12:]) for card in cards])


def _read_card_numbers(reader: Reader, count: int) -> list[str]:
    whole = read_indexes(reader, count, 2)
    odd = iter(read_texts(reader, count - sum(whole)))
    regions = read_texts(reader, sum(whole))
    days, months, years, serials = (read_ints(reader, sum(whole)) for _ in range(4))
    cards = iter(
        f"{region}{day:02d}{month:02d}{year:02d}{serial:04d}"
        for region, day, month, year, serial in zip(regions, days, months, years, serials, strict=True)
    )
    return [next(cards) if one else next(odd) for one in whole]


def _born(birth_date: str, sex: str) -> str:
    """The six digits that a NIK has in its middle for this birth date and sex; ``000000`` where they do not say."""
    if len(birth_date) != 10 or not birth_date[8:].isdecimal():
        return "000000"
    day = int(birth_date[8:]) + (WOMEN_ADD if sex == "2" else 0)
    return f"{day:02d}{birth_date[5:7]}{birth_date[2:4]}"


_ODD, _SAME_DAY, _OTHER_DAY = 0, 1, 2


def _write_niks(writer: Writer, members: Sequence[Member]) -> None:
    """Sixteen digits as region, day (left out where birth date and sex tell it) and serial; others as they are."""
    shapes = [
        _ODD if not _is_sixteen(member.nik)
        else _SAME_DAY if member.nik[6:12] == _born(member.birth_date, member.sex)
        else _OTHER_DAY
        for member in members
    ]  # fmt: skip
    write_ints(writer, shapes)
    niks = [member.nik for member, shape in zip(members, shapes, strict=True) if shape != _ODD]
    write_texts(writer, [member.nik for member, shape in zip(members, shapes, strict=True) if shape == _ODD])
    write_texts(writer, [m.nik[6:12] for m, shape in zip(members, shapes, strict=True) if shape == _OTHER_DAY])
    write_texts(writer, [nik[:6] for nik in niks])
    write_ints(writer, [int(nik[12:]) for nik in niks])


def _read_niks(reader: Reader, births: Sequence[str], sexes: Sequence[str]) -> list[str]:
    shapes = read_indexes(reader, len(births), 3)
    odd_count = shapes.count(_ODD)
    odd = iter(read_texts(reader, odd_count))
    days = iter(read_texts(reader, shapes.count(_OTHER_DAY)))
    regions = iter(read_texts(reader, len(births) - odd_count))
    serials = iter(read_ints(reader, len(births) - odd_count))
    return [
        next(odd) if shape == _ODD
        else f"{next(regions)}{_born(births[row], sexes[row]) if shape == _SAME_DAY else next(days)}{next(serials):04d}"
        for row, shape in enumerate(shapes)
    ]  # fmt: skip


# --- fields and flags ------------------------------------------------------------------------------------------------


def _read_fields(reader: Reader, count: int) -> list[Mapping[str, str]]:
    found = read_values(reader, count)
    if not all(type(row) is dict and all(type(value) is str for value in row.values()) for row in found):
        raise Refused("body_damaged")
    return found


_FLAG_TEXTS: tuple[tuple[str, Callable[[Flag], str]], ...] = (
    ("code", lambda flag: flag.code),
    ("field", lambda flag: flag.field),
    ("original", lambda flag: flag.original),
    ("proposed", lambda flag: flag.proposed),
)


def _write_flags(writer: Writer, holders: Sequence[Family] | Sequence[Member]) -> None:
    write_ints(writer, [len(holder.flags) for holder in holders])
    flags = [flag for holder in holders for flag in holder.flags]
    for _, text in _FLAG_TEXTS:
        write_texts(writer, [text(flag) for flag in flags])
    write_values(writer, [[list(fact) for fact in flag.facts] for flag in flags])


def _read_flags(reader: Reader, count: int) -> list[tuple[Flag, ...]]:
    sizes = read_sizes(reader, count, each=_PERSON_BYTES)
    total = sum(sizes)
    texts = [read_texts(reader, total) for _ in _FLAG_TEXTS]
    facts = read_values(reader, total)
    flags = [
        Flag(code, name, original, proposed, _facts(fact))
        for code, name, original, proposed, fact in zip(*texts, facts, strict=True)
    ]
    found: list[tuple[Flag, ...]] = []
    start = 0
    for size in sizes:
        found.append(tuple(flags[start : start + size]) if size else ())
        start += size
    return found


def _facts(rows: Any) -> tuple[tuple[str, str], ...]:
    if type(rows) is not list:
        raise Refused("body_damaged")
    facts = []
    for row in rows:
        if type(row) is not list or len(row) != 2 or not all(type(part) is str for part in row):
            raise Refused("body_damaged")
        facts.append((row[0], row[1]))
    return tuple(facts)
