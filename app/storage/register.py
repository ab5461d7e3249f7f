"""The district's copy: which packs hold, and every family as the newest of them has it.

Packs are laid over each other in one order (a laptop's own lists first, then the district's, each by `Entry.order`), so
the register is the same whatever order packs came in. Where a list drops an id, the same family is looked for in the
new one under another id, as are families that earlier lists dropped: their visits stay with them. What another laptop
found of its own list, which is not here, is believed where no list that is here knows better.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import msgspec
from sqlalchemy import Connection

from app.domain.former import Former, former_of
from app.domain.ids import PackId, made_by
from app.domain.matching import match_rosters
from app.domain.payloads import FamiliesMatched, PackPublished
from app.domain.roster import Family, Roster
from app.storage import asked, former_members, list_changes
from app.storage.entry_rows import as_stored, in_list, recorded, select_entries
from app.wire.pack import DELTA, FULL, apply_pack, decode_pack

_AMONG = "IN (SELECT value FROM json_each(?))"
_EARLIER: Final = 1
_HOLDS: Final = 2

_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(Family)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One family, and whether today's list still holds it."""

    family: Family
    listed: bool


@dataclass(frozen=True, slots=True)
class _Dropped:
    """A family that the list has no more and that was not found again: as it was last known, and from which pack."""

    family: Family
    pack: str


@dataclass(frozen=True, slots=True)
class _State:
    """The register as it is built, before it is written."""

    roster: Roster | None = None
    pack: str = ""
    dropped: Mapping[str, _Dropped] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Ids that lists before this one had -> ids that it has."""
    former: Former = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Told:
    """A pack whose body is here."""

    id: str
    sha256: str
    form: str


def rows(connection: Connection, ids: Sequence[str]) -> dict[str, RegisterRow]:
    """The register's rows of these families."""
    found = connection.exec_driver_sql(
        f"SELECT id, listed, body FROM register_family WHERE id {_AMONG}", (in_list(ids),)
    ).all()
    return {str(one): RegisterRow(_decoder.decode(body), bool(listed)) for one, listed, body in found}


def refresh(connection: Connection, *, matches: bool = False) -> set[str]:
    """Bring packs and register up to the journal and the bodies held; gives the families whose row or id changed.

    `matches`: another laptop has told what it found of its own list.
    """
    applied = _note_packs(connection)
    sequence = _sequence(connection)
    names = [told.id for told in sequence]
    if names == applied and not matches and not _asked_moved(connection):
        return set()
    state, rest = _State(), sequence
    if applied and names[: len(applied)] == applied:
        state, rest = _held(connection), sequence[len(applied) :]
    else:
        list_changes.forget(connection)
    for told in rest:
        before, state = state, _next(state, told, _body(connection, told.sha256))
        _note_changes(connection, before, state)
    connection.exec_driver_sql("UPDATE pack SET applied = 0")
    connection.exec_driver_sql(f"UPDATE pack SET applied = {_EARLIER} WHERE id {_AMONG}", (in_list(names),))
    connection.exec_driver_sql(f"UPDATE pack SET applied = {_HOLDS} WHERE id = ?", (state.pack,))
    return _write(connection, state)


def needed(connection: Connection, *, own_lists: bool, earlier: bool) -> list[tuple[PackId, str, int]]:
    """Packs told of whose body is not here: the district's from its newest whole list on, or with `earlier` those
    before it, which tell what the newer ones changed; and with `own_lists` those that laptops read from files."""
    found = connection.exec_driver_sql(
        f"SELECT id, sha256, size, local, form, sha256 IN (SELECT sha256 FROM pack_body) FROM pack {_ORDER}"
    ).all()
    newest = max((place for place, row in enumerate(found) if not row[3] and row[4] != DELTA), default=0)
    return [
        (PackId(row[0]), str(row[1]), int(row[2]))
        for place, row in enumerate(found)
        if not row[5] and (own_lists if row[3] else (place < newest) == earlier)
    ]


def bodies(connection: Connection) -> list[tuple[PackId, str, bytes]]:
    """Pack, SHA-256 and body of each list of the district that is held here, oldest first."""
    found = connection.exec_driver_sql(
        f"SELECT pack.id, pack.sha256, body FROM pack JOIN pack_body USING (sha256) WHERE local = 0 {_ORDER}"
    ).all()
    return [(PackId(str(one)), str(sha256), bytes(body)) for one, sha256, body in found]


def _note_packs(connection: Connection) -> list[str]:
    """Write every pack that is told of; gives those that were laid over each other until now, in that order."""
    query = f"SELECT id, applied FROM pack WHERE applied > 0 {_ORDER}"
    applied = {str(one): int(state) for one, state in connection.exec_driver_sql(query).all()}
    connection.exec_driver_sql("DELETE FROM pack")
    entries = select_entries(connection, "WHERE kind = 'pack_published' AND quarantine = ''")
    for record in recorded(entries):
        entry, body = record.entry, record.payload
        if isinstance(body, PackPublished):
            connection.exec_driver_sql(
                "INSERT INTO pack (id, sha256, village, form, month, base, local, size, families, members, source_name,"
                " source_sha256, code_list, author, at_ms, turn, chain, seq, applied)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    entry.id,
                    body.sha256,
                    body.village,
                    body.form,
                    body.month,
                    body.base or "",
                    int(body.local),
                    as_stored(body.size),
                    as_stored(body.families),
                    as_stored(body.members),
                    body.source_name,
                    body.source_sha256,
                    body.code_list,
                    entry.author,
                    entry.at_ms,
                    entry.turn,
                    entry.chain,
                    entry.seq,
                    applied.get(entry.id, 0),
                ),
            )
    return list(applied)


def _sequence(connection: Connection) -> list[_Told]:
    """The packs that can be laid over each other, in order: whole lists, and deltas that stand on the one before."""
    found = connection.exec_driver_sql(
        f"SELECT id, sha256, form, base FROM pack WHERE sha256 IN (SELECT sha256 FROM pack_body) {_ORDER}"
    ).all()
    sequence: list[_Told] = []
    for one, sha256, form, base in found:
        if form != DELTA or (sequence and sequence[-1].id == base):
            sequence.append(_Told(str(one), str(sha256), DELTA if form == DELTA else FULL))
    return sequence


def _body(connection: Connection, sha256: str) -> bytes:
    found = connection.exec_driver_sql("SELECT body FROM pack_body WHERE sha256 = ?", (sha256,)).scalar_one()
    return bytes(found)


def _next(state: _State, told: _Told, body: bytes) -> _State:
    pack = replace(decode_pack(body), form=told.form)
    roster = apply_pack(pack, state.roster)
    if state.roster is None:
        return _State(roster, told.id)
    families = {family.id for family in roster.families}
    here = _ids_in(roster)
    found = _found_again(state, roster, here)
    lost = {
        family.id: _Dropped(family, state.pack)
        for family in state.roster.families
        if family.id not in families and family.id not in found
    }
    dropped = {one: row for one, row in state.dropped.items() if one not in families and one not in found}
    aliases = {old: found.get(new, new) for old, new in state.aliases.items()}
    gone = {**dropped, **lost}
    return _State(
        roster,
        told.id,
        gone,
        {old: new for old, new in {**aliases, **found}.items() if old not in here},
        former_of(
            state.former,
            [*(row.family for row in state.dropped.values()), *state.roster.families],
            [*(row.family for row in gone.values()), *roster.families],
            found,
        ),
    )


def _note_changes(connection: Connection, before: _State, after: _State) -> None:
    """Keep what a list changed; with the first one of all nothing has changed yet."""
    if before.roster is None or after.roster is None:
        return
    lost = [row.family for row in before.dropped.values()]
    list_changes.note(connection, after.pack, before.roster.families, after.roster.families, lost, after.aliases)


def _ids_in(roster: Roster) -> set[str]:
    return {family.id for family in roster.families} | {member.id for _, member in roster.members()}


def _found_again(state: _State, new: Roster, here: set[str]) -> dict[str, str]:
    """Ids that the new list has no more -> the ids under which it holds the same families and people."""
    old = state.roster or Roster()
    lost = [row.family for row in state.dropped.values()]
    if not lost and _ids_in(old) <= here:
        return {}
    matches = match_rosters(old, new, lost)
    pairs = {**matches.members, **matches.families}
    return {one: other for one, other in pairs.items() if one not in here}


def _held(connection: Connection) -> _State:
    place = connection.exec_driver_sql(f"SELECT {_PLACE}, pack FROM register_place").one()
    listed, dropped = [], {}
    for one, pack, is_listed, body in connection.exec_driver_sql(
        "SELECT id, pack, listed, body FROM register_family"
    ).all():
        if is_listed:
            listed.append(_decoder.decode(body))
        else:
            dropped[str(one)] = _Dropped(_decoder.decode(body), str(pack))
    kept = connection.exec_driver_sql("SELECT old, new FROM alias WHERE told = ?", (_OF_LISTS,)).all()
    aliases = {str(old): str(new) for old, new in kept}
    village, name, subdistrict, district, province, codes, pack = map(str, place)
    roster = Roster(village, name, subdistrict, district, province, codes, tuple(listed))
    return _State(roster, pack, dropped, aliases, former_members.held(connection))


def _write(connection: Connection, state: _State) -> set[str]:
    roster = state.roster or Roster()
    fresh: dict[str, tuple[str, int, bytes]] = {
        family.id: (state.pack, 1, _encoder.encode(family)) for family in roster.families
    }
    fresh.update((one, (row.pack, 0, _encoder.encode(row.family))) for one, row in state.dropped.items())
    before = {
        str(one): (str(pack), int(was_listed), bytes(body))
        for one, pack, was_listed, body in connection.exec_driver_sql(
            "SELECT id, pack, listed, body FROM register_family"
        ).all()
    }
    changed = {one for one, row in fresh.items() if one not in before or _differs(before[one], row)}
    gone = before.keys() - fresh.keys()
    _replace_rows(connection, fresh, changed, gone)
    connection.exec_driver_sql("UPDATE register_family SET pack = ? WHERE listed = 1 AND pack <> ?", (state.pack,) * 2)
    connection.exec_driver_sql("DELETE FROM register_place")
    if state.roster is not None:
        connection.exec_driver_sql(
            f"INSERT INTO register_place ({_PLACE}, pack) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*(getattr(roster, name) for name in _PLACE.split(", ")), state.pack),
        )
    return changed | gone | former_members.write(connection, state.former) | _write_aliases(connection, state)


def _differs(before: tuple[str, int, bytes], now: tuple[str, int, bytes]) -> bool:
    """Rows of families that are listed all get today's pack in one go; those of dropped ones keep theirs."""
    return before[1:] != now[1:] or (not now[1] and before[0] != now[0])


def _replace_rows(
    connection: Connection, fresh: Mapping[str, tuple[str, int, bytes]], changed: set[str], gone: Iterable[str]
) -> None:
    connection.exec_driver_sql(f"DELETE FROM register_family WHERE id {_AMONG}", (in_list([*changed, *gone]),))
    if changed:
        connection.exec_driver_sql(
            "INSERT INTO register_family (id, pack, listed, body) VALUES (?, ?, ?, ?)",
            [(one, *fresh[one]) for one in fresh if one in changed],
        )


def _asked_moved(connection: Connection) -> bool:
    """Whether proposed families have other names in today's list than are written."""
    kept = connection.exec_driver_sql("SELECT old, new, told FROM alias").all()
    held = {str(old): (str(new), int(told)) for old, new, told in kept}
    lists = {old: new for old, (new, origin) in held.items() if origin == _OF_LISTS}
    found = asked.find(connection, lists)
    ours = {old: new for old, new in found.names.items() if old not in lists}
    told = {old for old in _all_told(connection) if made_by(old) in found.wanted} - ours.keys() - lists.keys()
    proposed = found.wanted | found.given_up
    return ours != {old: new for old, (new, origin) in held.items() if origin == _PROPOSED} or told != {
        old for old, (_, origin) in held.items() if origin == _TOLD and made_by(old) in proposed
    }


def _write_aliases(connection: Connection, state: _State) -> set[str]:
    """Write the other names; gives the families that somebody's entries now belong to, or no longer."""
    held = {
        str(old): (str(new), int(told))
        for old, new, told in connection.exec_driver_sql("SELECT old, new, told FROM alias").all()
    }
    proposed = asked.find(connection, state.aliases)
    rows = {old: (new, _TOLD) for old, new in _told(connection, state, proposed.given_up).items()}
    rows |= {old: (new, _PROPOSED) for old, new in proposed.names.items()}
    rows |= {old: (new, _OF_LISTS) for old, new in state.aliases.items()}
    if rows == held:
        return set()
    connection.exec_driver_sql("DELETE FROM alias")
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO alias (old, new, told) VALUES (?, ?, ?)", sorted((old, *row) for old, row in rows.items())
        )
    before, after = [{old: row[0] for old, row in side.items()} for side in (held, rows)]
    moved = {old for old in before.keys() | after.keys() if before.get(old) != after.get(old)}
    made = {made_by(old) for old in moved}
    return moved | {new for old in moved | made for new in (before.get(old), after.get(old)) if new}


def _told(connection: Connection, state: _State, given_up: Collection[str]) -> dict[str, str]:
    """What other laptops found of lists that are not here, under the ids of today's list."""
    found = _all_told(connection)
    if not found:
        return {}
    known = _ids_in(state.roster or Roster()) | state.aliases.keys()
    return {
        old: state.aliases.get(new, new)
        for old, new in found.items()
        if old not in known and made_by(old) not in given_up
    }


def _all_told(connection: Connection) -> dict[str, str]:
    entries = select_entries(connection, "WHERE kind = 'families_matched' AND quarantine = ''")
    found: dict[str, str] = {}
    for record in sorted(recorded(entries), key=lambda record: record.entry.order):
        if isinstance(record.payload, FamiliesMatched):
            found.update(record.payload.ids)
    return found


_OF_LISTS: Final = 0
_TOLD: Final = 1
_PROPOSED: Final = 2
"""`alias.told`: shown by lists that are here; told by another laptop; a proposed family that a list brought."""

_PLACE: Final = "village_code, village_name, subdistrict, district, province, code_list_version"
_ORDER: Final = "ORDER BY local DESC, turn, chain, seq"
