"""Hands a list to a village: a full pack first, then what changed, told by ``pack_published`` on the own chain."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select

from app.domain.entry import VILLAGE
from app.domain.errors import Refused
from app.domain.former import former_of
from app.domain.ids import PackId, VillageCode
from app.domain.matching import match_rosters
from app.domain.payloads import PackPublished
from app.domain.roster import Family, Roster, by_village
from app.hub.chain import open_village, say
from app.hub.district import District
from app.hub.doubts import ask_first
from app.hub.listed import all_former_members, family_bytes, lost_families, published_families
from app.hub.receive import look_again
from app.hub.tables import family, former_member, lost, pack
from app.hub.told_lists import told_lists
from app.shelf.regions import load_regions
from app.wire.pack import DELTA, FULL, Pack, apply_pack, decode_pack, delta_pack, encode_pack, pack_sha256

ReadList = Callable[[Path], Roster]
"""Reads a district's sheet; composition gives it, as the hub knows no sheets."""

FULL_EVERY = 12
"""Packs after which a full one is told again, so that a new laptop fetches few."""


def publish(
    district: District,
    code: str,
    roster: Roster,
    *,
    month: str,
    source_name: str = "",
    source_sha256: str = "",
    deltas: bool = True,
    meant: Container[str] | None = None,
) -> PackId:
    """Make `roster` the list of village `code`; of a list that covers several villages, that one's part. `meant` are
    the doubts (`app.hub.doubts`) that somebody has looked at; None: nobody is asked.

    Refused ``pack_empty``, ``pack_other_village``, ``pack_unchanged``, and as `ask_first`.
    """
    if not roster.families:
        raise Refused("pack_empty")
    roster = replace(part_of(roster, code), village_code=code)
    with district.database.write(code) as connection:
        open_village(connection, district, code, roster.village_name)
        held = current_roster(connection, code)
        if held is not None:
            roster = _with_known_ids(held, list(lost_families(connection, code).values()), roster)
            if roster == held:
                raise Refused("pack_unchanged", village=code)
        if meant is not None:
            ask_first(roster, held, month, _newest_month(connection, code), district.now_ms(), meant)
        made = _smallest(connection, district, code, held, roster, month, deltas)
        return _tell(connection, district, code, made, roster, source_name, source_sha256)


def part_of(roster: Roster, code: str) -> Roster:
    """The families of village `code`: nobody else's are its business. A list that names no village is taken whole."""
    if not roster.village_code:
        return roster
    parts = by_village(roster, load_regions().name)
    part = next((one for one in parts if one.village_code == code), None)
    if part is None:
        raise Refused("pack_other_village", village=code, list_village=roster.village_code)
    return part


def _newest_month(connection: Connection, code: str) -> str:
    """Of the list of today, empty where there is none."""
    newest = select(pack.c.month).where(pack.c.village == code).order_by(pack.c.number.desc()).limit(1)
    return str(connection.execute(newest).scalar() or "")


def current_roster(connection: Connection, code: str) -> Roster | None:
    """The list as last published, None where there is none."""
    held: Roster | None = None
    for change in _laid(connection, code):
        held = apply_pack(change, held)
    return held


def _laid(connection: Connection, code: str, *, every: bool = False) -> Iterator[Pack]:
    """The lists that are laid over each other, from the newest whole one on, or from the first: whole ones, and changes
    that stand on the one before. A body that was lost with a disk may be missing between them."""
    whole = select(func.max(pack.c.number)).where(pack.c.village == code, pack.c.form == FULL).scalar_subquery()
    rows = connection.execute(
        select(pack.c.pack, pack.c.body)
        .where(pack.c.village == code, pack.c.number >= (0 if every else whole))
        .order_by(pack.c.number)
    )
    before = ""
    for row in rows.all():
        one = decode_pack(row.body)
        if one.form != DELTA or (before and one.base == before):
            before = row.pack
            yield one


def _smallest(
    connection: Connection, district: District, code: str, held: Roster | None, roster: Roster, month: str, deltas: bool
) -> tuple[Pack, bytes]:
    """The whole list, or what changed where that is less than half of it, or where the whole was told once before: a
    list is known by its bytes. Also whole is a list behind one whose body was lost with a disk."""
    full = Pack(roster, FULL, month)
    body = encode_pack(full)
    last = connection.execute(
        select(pack.c.pack, pack.c.number).where(pack.c.village == code).order_by(pack.c.number.desc()).limit(1)
    ).first()
    if held is None or last is None:
        return full, body
    told = select(pack.c.pack).where(pack.c.village == code, pack.c.sha256 == pack_sha256(body))
    known = connection.execute(told).first() is not None
    deltas &= last.number % FULL_EVERY != 0 and last.pack == next(reversed(told_lists(connection, district, code)), "")
    if not known and not deltas:
        return full, body
    change = delta_pack(held, roster, base=last.pack, month=month)
    small = encode_pack(change)
    reordered = apply_pack(change, held) != roster
    return (full, body) if not known and (reordered or 2 * len(small) > len(body)) else (change, small)


def _tell(
    connection: Connection,
    district: District,
    code: str,
    made: tuple[Pack, bytes],
    roster: Roster,
    source_name: str,
    source_sha256: str,
) -> PackId:
    change, body = made
    sha256 = pack_sha256(body)
    told = PackPublished(
        village=VillageCode(code),
        form=change.form,
        month=change.month,
        sha256=sha256,
        size=len(body),
        families=len(roster.families),
        members=roster.people,
        base=PackId(change.base) if change.form == DELTA else None,
        source_name=source_name,
        source_sha256=source_sha256,
        code_list=roster.code_list_version,
    )
    pack_id = PackId(say(connection, district, code, [(district.keys.person, VILLAGE, told)])[0])
    number = connection.execute(select(func.max(pack.c.number)).where(pack.c.village == code)).scalar() or 0
    connection.execute(
        insert(pack).values(
            village=code,
            sha256=sha256,
            pack=pack_id,
            form=change.form,
            month=change.month,
            number=number + 1,
            body=body,
        )
    )
    _lay(connection, code, roster)
    look_again(connection, district, code)
    return pack_id


def replay_lists(connection: Connection, code: str) -> None:
    """Reckon anew who is listed and whom lists dropped, where a list was put between others."""
    for table in (lost, former_member, family):
        connection.execute(delete(table).where(table.c.village == code))
    held: Roster | None = None
    for change in _laid(connection, code, every=True):
        held = apply_pack(change, held)
        _lay(connection, code, held)


def _lay(connection: Connection, code: str, roster: Roster) -> None:
    """Lay a list over those before it."""
    before = published_families(connection, code)
    _keep_former(connection, code, before, roster)
    _keep_lost(connection, code, before, roster)
    _replace_families(connection, code, roster)


def _keep_former(connection: Connection, code: str, before: list[Family], roster: Roster) -> None:
    """Remember the names of those who stand in their family no more: what was recorded has to say who they are."""
    held = all_former_members(connection, code)
    dropped = {name for name, _ in held} | {one.id for one in before}
    dropped -= {one.id for one in roster.families}
    now = former_of(held, before, [*roster.families, *(Family(id=one) for one in dropped)], {})
    if now == held:
        return
    connection.execute(delete(former_member).where(former_member.c.village == code))
    if now:
        rows = [{"village": code, "family": pair[0], "member": pair[1], "name": name} for pair, name in now.items()]
        connection.execute(insert(former_member), sorted(rows, key=lambda row: (row["family"], row["member"])))


def _keep_lost(connection: Connection, code: str, families: list[Family], roster: Roster) -> None:
    """Remember whom the list holds no more, as it last held them, so that they are no strangers when they come back."""
    listed = {one.id: one for one in roster.families}
    people = {member.id for _, member in roster.members()}
    before = {one.id: one for one in families}
    earlier = lost_families(connection, code)
    rows = []
    for name in before.keys() | earlier.keys():
        told = [found for held in (earlier, before) if (found := held.get(name))]
        missing = {one.id: one for found in told for one in found.members if one.id not in people}
        if missing or name not in listed:
            row = replace(listed.get(name, told[-1]), members=tuple(missing.values()))
            rows.append({"village": code, "family": name, "body": family_bytes(row)})
    connection.execute(delete(lost).where(lost.c.village == code))
    if rows:
        connection.execute(insert(lost), sorted(rows, key=lambda row: str(row["family"])))


def _replace_families(connection: Connection, code: str, roster: Roster) -> None:
    connection.execute(delete(family).where(family.c.village == code))
    rows = [
        {"village": code, "family": one.id, "rt": one.rt, "rw": one.rw, "body": family_bytes(one)}
        for one in roster.families
    ]
    connection.execute(insert(family), rows)


def _with_known_ids(held: Roster, earlier: list[Family], fresh: Roster) -> Roster:
    """The new list with the old ids where it is the same family or person, also one that was missing for a while:
    visits stay where they belong."""
    found = match_rosters(held, fresh, earlier)
    families = {new: old for old, new in found.families.items()}
    members = {new: old for old, new in found.members.items()}

    def named(one: Family) -> Family:
        own = tuple(replace(member, id=members.get(member.id, member.id)) for member in one.members)
        return replace(one, id=families.get(one.id, one.id), members=own)

    return replace(fresh, families=tuple(named(one) for one in fresh.families))
