"""Keeps what the screen shows in step with register and journal, in the transaction that changes them.

`absorb` follows new entries, `project` makes some families' rows again, `rebuild` throws every view away and makes all
of them from what is kept. A property test proves that both ways agree, whatever order entries came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final
from zlib import crc32

from sqlalchemy import Connection

from app.domain import turns
from app.domain.entry import Entry, Recorded
from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import KINDS
from app.domain.payloads.renaming import ids_named, renamed
from app.domain.roster import Family
from app.domain.standing import Standing, fold
from app.storage import asked, former_members, register, trust
from app.storage.clock import root_key
from app.storage.entry_rows import COLUMNS, in_list, recorded, select_entries
from app.storage.evidence_told import tell
from app.storage.family_rows import (
    FAMILY_COLUMNS,
    FLAG_COLUMNS,
    PERSON_COLUMNS,
    PROPOSAL_COLUMNS,
    Named,
    Row,
    family_row,
    flag_rows,
    person_rows,
    proposal_rows,
)
from app.storage.names import forget_unused, name_ids
from app.storage.tables import VIEWS

AT_ONCE: Final = 1_000
"""Families that are folded and written together; bounds memory, costs nothing in speed."""

_VIEWS_VERSION: Final = 9
"""Grows with every change of what the views say."""

VIEWS_MADE_BY: Final = crc32(repr((_VIEWS_VERSION, sorted(KINDS))).encode())
"""Other where this program makes other views, or reads kinds of entries that another one could not."""

_TRUSTED: Final = "SELECT chain FROM head WHERE own <> 0 UNION SELECT chain FROM seal WHERE public_key = ?"
"""This laptop's own chains, and the district's."""

_AMONG = "IN (SELECT value FROM json_each(?))"


def absorb(connection: Connection, entries: Sequence[Entry]) -> None:
    """Bring every view up to entries that were just inserted (own or foreign, in any order)."""
    tell(connection, entries)
    changed = trust.judge(connection, entries)
    families = {entry.subject for entry in changed if entry.subject}
    kinds = {entry.kind for entry in changed}
    touched: set[str] = set()
    if kinds & {"pack_published", "families_matched"} or asked.concerned(connection, changed):
        touched = register.refresh(connection, matches="families_matched" in kinds)
    project(connection, _as_named_today(connection, families) | touched)
    note_turn(connection, entries)


def note_turn(connection: Connection, entries: Sequence[Entry]) -> None:
    """Remember the highest turn that is followed, and that something changed."""
    turn = max((entry.turn for entry in entries), default=0)
    if turn > turns.AHEAD:
        turn = _followed(connection, entries)
    connection.exec_driver_sql(
        "INSERT INTO counter (name, value) VALUES ('turn', ?), ('version', 1)"
        " ON CONFLICT (name) DO UPDATE SET value ="
        " CASE name WHEN 'turn' THEN max(value, excluded.value) ELSE value + 1 END",
        (turn,),
    )


def _followed(connection: Connection, entries: Sequence[Entry]) -> int:
    """The highest turn among entries that were just inserted which what is held explains (`app.domain.turns`)."""
    held = int(connection.exec_driver_sql("SELECT coalesce(sum(seq), 0) FROM head").scalar() or 0)
    rows = connection.exec_driver_sql(_TRUSTED, (root_key(connection),)).all()
    trusted = {str(row[0]) for row in rows}
    own = (entry.turn for entry in entries if entry.chain in trusted)
    others = (entry.turn for entry in entries if entry.chain not in trusted)
    return max(turns.followed(own, held, turns.TRUSTED), turns.followed(others, held, turns.OF_LAPTOPS))


def note_change(connection: Connection) -> None:
    """Remember that something changed that screens show."""
    note_turn(connection, ())


def project(connection: Connection, families: Iterable[str]) -> None:
    """Fold these families again and write their rows; ids that nothing knows any more lose theirs."""
    ordered = sorted(families)
    _forget_proposals(connection, ordered)
    pending = iter(ordered)
    while chunk := list(islice(pending, AT_ONCE)):
        _project_chunk(connection, chunk)


def standing(connection: Connection, family: str) -> Standing | None:
    """How one family stands, by its id of today or an earlier one; folded just as its rows are."""
    today = _as_named_today(connection, {family}).pop()
    return _standings(connection, [today], dropped=True).get(today)


def standings(connection: Connection, families: Sequence[str]) -> dict[str, Standing]:
    """How these families (by their ids of today) stand; those that nothing knows are left out."""
    return _standings(connection, families)


def subjects_of(connection: Connection, family: str) -> list[str]:
    """The id of today, then all earlier ones under which entries tell of this family."""
    today = _as_named_today(connection, {family}).pop()
    earlier = connection.exec_driver_sql("SELECT old FROM alias WHERE new = ? ORDER BY old", (today,)).all()
    return [today, *(str(row[0]) for row in earlier)]


def bring_up_to_program(connection: Connection) -> bool:
    """Make all views anew where another program made them: it may have read less, or shown it otherwise."""
    made_by = connection.exec_driver_sql("SELECT value FROM counter WHERE name = 'views'").scalar()
    if made_by == VIEWS_MADE_BY:
        return False
    rebuild(connection)
    connection.exec_driver_sql(
        "INSERT INTO counter (name, value) VALUES ('views', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (VIEWS_MADE_BY,),
    )
    return True


def rebuild(connection: Connection) -> None:
    """Throw all views away and make them again from entries and packs."""
    for table in VIEWS:
        connection.exec_driver_sql(f"DELETE FROM {table.name}")
    connection.exec_driver_sql("INSERT INTO name_fts (name_fts) VALUES ('delete-all')")
    connection.exec_driver_sql("UPDATE head SET sealed_seq = 0")
    tell(connection, _all_entries(connection))
    trust.judge_all(connection)
    project(connection, register.refresh(connection, matches=True) | _subjects(connection))
    note_turn(connection, ())


def _all_entries(connection: Connection) -> Iterator[Entry]:
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM entry").yield_per(AT_ONCE)
    return (Entry(*row) for row in rows)


def _subjects(connection: Connection) -> set[str]:
    rows = connection.exec_driver_sql("SELECT DISTINCT subject FROM entry WHERE quarantine = '' AND subject <> ''")
    return _as_named_today(connection, {str(row[0]) for row in rows.all()})


def _as_named_today(connection: Connection, ids: set[str]) -> set[str]:
    names = _renames(connection, ids)
    return {names.get(one, one) for one in ids}


def _renames(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    rows = connection.exec_driver_sql(f"SELECT old, new FROM alias WHERE old {_AMONG}", (in_list(ids),))
    return {str(old): str(new) for old, new in rows.all()}


def _project_chunk(connection: Connection, ids: Sequence[str]) -> None:
    _write(connection, ids, list(_standings(connection, ids).values()))


def _standings(connection: Connection, ids: Sequence[str], *, dropped: bool = False) -> dict[str, Standing]:
    """Those of `ids` (of today) that are listed, or that somebody did something about; with `dropped` also those that
    a list once held."""
    official, former = register.rows(connection, ids), former_members.of_families(connection, ids)
    records = _records(connection, ids)
    earlier = _renames(connection, ids)
    found = {}
    for one in ids:
        if one in earlier:
            continue
        row, told = official.get(one), records.get(one, [])
        if row is not None and not row.listed and not told and not dropped:
            continue
        folded = _fold(one, row, told, former.get(one, {}))
        if folded is not None:
            found[one] = folded
    return found


def _fold(
    family: str, row: register.RegisterRow | None, told: Sequence[Recorded], former: Mapping[MemberId, str]
) -> Standing | None:
    known: Family | None = row.family if row else None
    return fold(FamilyId(family), known, told, listed=row is None or row.listed, former=former)


def _records(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Recorded]]:
    """What counts about each family, under the ids that families and members have today."""
    aliases = connection.exec_driver_sql(f"SELECT old, new FROM alias WHERE new {_AMONG}", (in_list(ids),)).all()
    today = {str(old): str(new) for old, new in aliases}
    entries = select_entries(connection, f"WHERE subject {_AMONG} AND quarantine = ''", (in_list([*ids, *today]),))
    records = recorded(entries)
    names = _renames(connection, {name for record in records for name in ids_named(record.payload)})
    found: dict[str, list[Recorded]] = defaultdict(list)
    for record in records:
        family = today.get(record.entry.subject, record.entry.subject)
        found[family].append(Recorded(record.entry, renamed(record.payload, names)) if names else record)
    return found


def _write(connection: Connection, ids: Sequence[str], standings: Sequence[Standing]) -> None:
    before = _numbers(connection, ids)
    stale = _names_of(connection, before.values())
    _clear(connection, before.values())
    numbers = _numbered(connection, standings, before)
    gone = [n for one, n in before.items() if one not in numbers]
    if gone:
        connection.exec_driver_sql(f"DELETE FROM family_view WHERE n {_AMONG}", (in_list(gone),))
    named = [Named.of(numbers[one.id], one) for one in standings]
    known = name_ids(connection, {norm for one in named for norm in (one.head, *one.people)})
    _upsert_families(connection, [family_row(one, known.__getitem__) for one in named])
    _insert(
        connection, "person_view", PERSON_COLUMNS, [row for one in named for row in person_rows(one, known.__getitem__)]
    )
    _insert(connection, "flag_view", FLAG_COLUMNS, [row for one in named for row in flag_rows(one)])
    _insert(connection, "proposal_view", PROPOSAL_COLUMNS, [row for one in named for row in proposal_rows(one)])
    forget_unused(connection, stale - set(known.values()))


def _forget_proposals(connection: Connection, ids: Sequence[str]) -> None:
    """Before any is written again: a proposal may have gone from one of these families to another."""
    connection.exec_driver_sql(
        f"DELETE FROM proposal_view WHERE family_n IN (SELECT n FROM family_view WHERE id {_AMONG})", (in_list(ids),)
    )


def _numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    rows = connection.exec_driver_sql(f"SELECT id, n FROM family_view WHERE id {_AMONG}", (in_list(ids),))
    return {str(one): int(n) for one, n in rows.all()}


def _names_of(connection: Connection, numbers: Iterable[int]) -> set[int]:
    chosen = in_list(numbers)
    rows = connection.exec_driver_sql(
        f"SELECT name_id FROM person_view WHERE family_n {_AMONG}"
        f" UNION SELECT name_id FROM family_view WHERE n {_AMONG}",
        (chosen, chosen),
    )
    return {int(row[0]) for row in rows.all()}


def _clear(connection: Connection, numbers: Iterable[int]) -> None:
    chosen = in_list(numbers)
    if chosen != "[]":
        for view in ("person_view", "flag_view"):
            connection.exec_driver_sql(f"DELETE FROM {view} WHERE family_n {_AMONG}", (chosen,))


def _numbered(connection: Connection, standings: Sequence[Standing], before: Mapping[str, int]) -> dict[str, int]:
    free = int(connection.exec_driver_sql("SELECT coalesce(max(n), 0) FROM family_view").scalar_one())
    numbers = {}
    for one in standings:
        n = before.get(one.id)
        if n is None:
            free += 1
            n = free
        numbers[str(one.id)] = n
    return numbers


def _upsert_families(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        changes = ", ".join(f"{column} = excluded.{column}" for column in FAMILY_COLUMNS if column not in ("n", "id"))
        places = ", ".join("?" * len(FAMILY_COLUMNS))
        connection.exec_driver_sql(
            f"INSERT INTO family_view ({', '.join(FAMILY_COLUMNS)}) VALUES ({places})"
            f" ON CONFLICT (id) DO UPDATE SET {changes}",
            list(rows),
        )


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", list(rows))
