"""The laptop's entries and packs as an exchange sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import merge

from sqlalchemy import Connection

from app.domain.entry import VILLAGE, Entry, Recorded, Vector
from app.domain.errors import Refused
from app.domain.ids import ChainId, DeviceId, PackId, PersonId, device_of, incarnation_of
from app.domain.policy import may
from app.storage import forks, register
from app.storage.clock import ROOT_KEY
from app.storage.database import Database
from app.storage.entry_rows import COLUMNS as ENTRY_COLUMNS
from app.storage.entry_rows import COUNTS, entry_of, hash_at, heads, insert_entries, recorded, select_entries, set_head
from app.storage.evidence_told import found_again, lacks_as_before, note_lacking, note_passed_on
from app.storage.incarnation import begin_again
from app.storage.intake_of_entries import sort_out
from app.storage.journal import SqlJournal, own_chain
from app.storage.laptops import certificate_of, certified, certifies, newest_seal
from app.storage.local_lists import keep_body
from app.storage.matches import untold
from app.storage.projection import absorb, note_change, project, rebuild
from app.usecases.exchange import LINE, KnownLaptop
from app.usecases.ports import Act, Clock, Quarantined, Received
from app.wire.pack import decode_pack, pack_sha256


class SqlExchangeStore:
    """Implements `LaptopEntries` over the encrypted store."""

    def __init__(self, database: Database, journal: SqlJournal, clock: Clock) -> None:
        self._database = database
        self._journal = journal
        self._clock = clock

    def vector(self) -> Vector:
        """What is held: chain -> its end."""
        with self._database.read() as connection:
            return heads(connection)

    def entries_after(self, theirs: Mapping[str, int], limit_bytes: int) -> Sequence[Entry]:
        """Held entries beyond `theirs`, each chain from its next number on, oldest turn first.

        At least one, and whole ones up to about `limit_bytes` of payload.
        """
        with self._database.read() as connection:
            ends = heads(connection)
            lacking = [(chain, theirs.get(chain, 0)) for chain, head in ends.items() if head.seq > theirs.get(chain, 0)]
            runs = [_run(connection, chain, after) for chain, after in lacking]
            chosen: list[Entry] = []
            size = 0
            for entry in merge(*runs, key=lambda entry: entry.order):
                if chosen and size + len(entry.payload) > limit_bytes:
                    break
                chosen.append(entry)
                size += len(entry.payload)
        return chosen

    def hash_at(self, chain: str, seq: int) -> bytes | None:
        """The hash held for one number, None where it is not held."""
        with self._database.read() as connection:
            return hash_at(connection, chain, seq)

    def laptops(self) -> Mapping[str, KnownLaptop]:
        """Device -> laptop, of those that the district certified for this village."""
        with self._database.read() as connection:
            return certified(connection)

    def certificate_of(self, device: DeviceId) -> Sequence[Entry]:
        """What the district sealed about this laptop, as `app.wire.certificate` carries it; empty where nothing is."""
        with self._database.read() as connection:
            return certificate_of(connection, device)

    def newest_seal(self, district: str) -> Entry | None:
        """The last seal in the newest life of the district's chain (its device) that has one here."""
        with self._database.read() as connection:
            return newest_seal(connection, district)

    def certifies(self, person: PersonId, public_key: bytes) -> bool:
        """Whether the district's word for this key of somebody is here."""
        with self._database.read() as connection:
            return certifies(connection, person, public_key)

    def packs_worth_carrying(
        self, entries: Iterable[Entry] = (), wanted: Collection[str] | None = None
    ) -> Sequence[tuple[str, bytes]]:
        """SHA-256 and body of the district's lists held here: of all, or of those of which `entries` tell or that are
        `wanted` (by SHA-256)."""
        told = {str(entry.id) for entry in entries if entry.kind == "pack_published"}
        with self._database.read() as connection:
            found = register.bodies(connection)
        return [(sha256, body) for pack, sha256, body in found if wanted is None or pack in told or sha256 in wanted]

    def receive(self, entries: Iterable[Entry], *, carried_by: DeviceId | None = None) -> Received:
        """Take foreign entries in, in one transaction with the projection; a second time changes nothing.

        `quarantined` names what was kept but does not count, and for a chain whose next entry does not fit
        (``chain_gap``, ``chain_broken``, ``entry_header_wrong``) that entry: it and those behind it were not taken.
        `forked` names chains that are held otherwise, and the own chain where somebody else has gone on with it: then
        `start_incarnation` has to follow.

        `carried_by`: the laptop that brought them. Refused ``bundle_sender_unknown``, and nothing was taken, where the
        district does not certify it, also by what it brought.
        """
        with self._database.write() as connection:
            found = sort_out(connection, entries)
            own = own_chain(connection)
            insert_entries(connection, found.fitting, self._clock.now_ms())
            for chain, head in found.heads.items():
                set_head(connection, chain, head)
            if found.fitting:
                absorb(connection, found.fitting)
            if carried_by is not None and carried_by not in certified(connection):
                raise Refused("bundle_sender_unknown")
            aside = _set_aside(connection, found.fitting)
            _remember_forks(connection, found.forked)
        forked = set(found.forked) | found.elsewhere | ({own} & found.heads.keys() if own else set())
        return Received(len(found.fitting), found.known, (*found.refused, *aside), tuple(sorted(forked)))

    def contradicted(self) -> frozenset[str]:
        """Chains of which the newest receipt that names them names another entry than is held here."""
        with self._database.read() as connection:
            return frozenset(str(row[0]) for row in connection.exec_driver_sql(_CONTRADICTED).all())

    def receipted(self) -> set[tuple[str, int, bytes]]:
        """(chain, number, hash) of every end that a receipt of the district names."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT DISTINCT chain, seq, hash FROM receipt_view").all()
        return {(str(chain), int(seq), bytes(digest)) for chain, seq, digest in rows}

    def newest_receipt(self, district: str) -> tuple[str, Mapping[str, int]]:
        """The chain of the newest receipt of the district's newest life, and what that says it holds of what is held
        here alike (chain -> last number); an empty chain where there is none."""
        with self._database.read() as connection:
            ends = connection.exec_driver_sql(_LAST_RECEIPTS).all()
            own = [(incarnation_of(row[0]), row[0], row[1]) for row in ends if device_of(ChainId(row[0])) == district]
            if not own:
                return "", {}
            _, chain, seq = max(own)
            rows = connection.exec_driver_sql(_TOLD_ALIKE, (chain, seq)).all()
        return str(chain), {str(row[0]): int(row[1]) for row in rows}

    def own_chain(self) -> str:
        """The chain that this laptop writes now, empty before its first entry."""
        with self._database.read() as connection:
            return own_chain(connection) or ""

    def start_incarnation(self, differs_from: int | None = None) -> ChainId:
        """Go on with a new chain, because the own one is written elsewhere too; the old one makes room for what the
        district holds.

        Own entries from number `differs_from` on (else the first that was seen to differ, else what no receipt covers)
        are appended again in their author's name and with their time; their old form is kept in `forked`.
        """
        with self._journal.writing() as (connection, made):
            made += begin_again(connection, self._journal, differs_from)
            rebuild(connection)
        return made[0].chain

    def leave_chain(self) -> ChainId:
        """Go on with a new chain, because entries of the own one are gone that others may hold: written over they would
        differ, left alone they come back. Nothing is appended again; what is here stays where it is."""
        with self._journal.writing() as (connection, made):
            chain = own_chain(connection)
            end = heads(connection).get(chain) if chain else None
            made += begin_again(connection, self._journal, end.seq + 1 if end else None)
            rebuild(connection)
        return made[0].chain

    def yield_chain(self, chain: str) -> bool:
        """Let the district's version of somebody else's chain hold: put our differing end of it aside (see
        app.storage.forks). Whether there was one."""
        with self._journal.writing() as (connection, _):
            if chain == own_chain(connection):
                return False
            tail = forks.put_aside(connection, chain)
            if tail:
                rebuild(connection)
        return bool(tail)

    def keep_differing(self, entries: Iterable[Entry]) -> None:
        """Put aside what came of chains that stand here otherwise (see app.storage.forks)."""
        differing = list(entries)
        if differing:
            with self._database.write() as connection:
                forks.keep_aside(connection, differing)

    def lost_by_district(self, chains: Iterable[str]) -> Sequence[Entry]:
        """Entries of these chains of the district that were put aside and did not come back: it lost them."""
        with self._database.read() as connection:
            return forks.of_district(connection, chains)

    def told_district(self, entries: Iterable[Entry]) -> None:
        """The district was given these back."""
        with self._database.write() as connection:
            forks.note_again(connection, [(entry, "district") for entry in entries])

    def recover_forked(self) -> bool:
        """Append again, in their authors' names, what was put aside and stands nowhere; whether there was something."""
        with self._database.read() as connection:
            if not forks.anything_open(connection):
                return False
        with self._journal.writing() as (connection, made):
            missing = forks.still_missing(connection)
            if missing.acts:
                fresh = self._journal.append_written(connection, len(missing.acts), missing.written)
                forks.note_again(
                    connection, [(lost, entry.id) for (lost, _), entry in zip(missing.acts, fresh, strict=True)]
                )
                made += fresh
        return bool(missing.acts)

    def pack_needed(self, *, earlier: bool = False, own_lists: bool = False) -> tuple[tuple[PackId, str, int], ...]:
        """Packs told of in the journal whose body is not here: (pack, sha256, size), from the newest whole list on.

        `earlier`: those before it. Today's list can be read without them; what it changed, and whom an earlier list
        left out, cannot. `own_lists`: those too that another laptop read from a file, which only that laptop can give.
        """
        with self._database.read() as connection:
            return tuple(register.needed(connection, own_lists=own_lists, earlier=earlier))

    def pack_body(self, sha256: str) -> bytes | None:
        """The body of one pack as it travels."""
        with self._database.read() as connection:
            found = connection.exec_driver_sql("SELECT body FROM pack_body WHERE sha256 = ?", (sha256,)).scalar()
        return None if found is None else bytes(found)

    def take_packs(self, bodies: Sequence[tuple[str, bytes]]) -> None:
        """Keep the bodies of packs, each with its SHA-256, and bring the register up to them, all or none.

        Refused ``pack_damaged`` where a hash differs, ``body_damaged``, ``body_newer``, ``body_too_large``.
        """
        for sha256, body in bodies:
            if pack_sha256(body) != sha256:
                raise Refused("pack_damaged", sha256=sha256)
            decode_pack(body)
        with self._database.write() as connection:
            for sha256, body in bodies:
                keep_body(connection, sha256, body)
            project(connection, register.refresh(connection))
            note_change(connection)

    def tell_matches(self) -> bool:
        """Tell the others who of this laptop's own list is who in the district's, where entries name them; whether
        there was something to tell. A person who may not tell it leaves it to the next one."""
        with self._database.read() as connection:
            told = untold(connection)
        if told is None or not may(self._journal.actor, told):
            return False
        self._journal.record(Act(VILLAGE, told))
        return True

    def receipts(self) -> Sequence[Recorded]:
        """Receipts of the district that count, oldest first."""
        with self._database.read() as connection:
            entries = select_entries(connection, "WHERE kind = 'receipt_issued' AND quarantine = ''")
        return sorted(recorded(entries), key=lambda record: record.entry.order)

    def pin_district(self, root_key: bytes) -> None:
        """Trust this district (its Ed25519 public key): from now on its chain counts, and what came before is judged
        anew."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (ROOT_KEY, root_key.hex()),
            )
            rebuild(connection)

    def mark_sent(self, through: Mapping[str, int], road: str = LINE) -> None:
        """Remember up to where chains were handed over by this road; a receipt, not this, says that they arrived."""
        rows = [(chain, seq, self._clock.now_ms(), road) for chain, seq in through.items()]
        if rows:
            with self._database.write() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO sent (chain, seq, at_ms, road) VALUES (?, ?, ?, ?) ON CONFLICT (chain) DO UPDATE"
                    " SET seq = excluded.seq, at_ms = excluded.at_ms, road = excluded.road WHERE excluded.seq >= seq",
                    rows,
                )
                note_change(connection)

    def keep_aside(self, entries: Mapping[tuple[str, int], str]) -> None:
        """Remember which entries about families the district has set aside now, (chain, number) -> code of why; all
        others count."""
        told = {(*place, reason) for place, reason in entries.items()}
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT chain, seq, reason FROM aside_there").all()
        if told == {(str(chain), int(seq), str(reason)) for chain, seq, reason in rows}:
            return
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM aside_there")
            if told:
                connection.exec_driver_sql(
                    "INSERT INTO aside_there (chain, seq, reason) VALUES (?, ?, ?)", sorted(told)
                )
            note_change(connection)

    def keep_lacking(self, marks: bytes) -> None:
        """Remember which photos the district lacks now, whatever it said before: marks as in a receipt."""
        with self._database.read() as connection:
            if lacks_as_before(connection, marks):
                return
        with self._database.write() as connection:
            note_lacking(connection, marks)
            note_change(connection)

    def keep_passed_on(self, names: Collection[str]) -> None:
        """The district lacks those of these photos again that it acknowledged; it is asked after them once."""
        with self._database.write() as connection:
            if note_passed_on(connection, names):
                note_change(connection)

    def acknowledge_evidence(self, names: Iterable[str]) -> None:
        """Remember that the district holds these files whole."""
        held = list(names)
        if not held:
            return
        rows = [(name, self._clock.now_ms()) for name in held]
        with self._database.write() as connection:
            connection.exec_driver_sql("INSERT OR IGNORE INTO evidence_acknowledged (name, at_ms) VALUES (?, ?)", rows)
            found_again(connection, held)
            note_change(connection)


def _run(connection: Connection, chain: str, after: int) -> Iterator[Entry]:
    rows = connection.exec_driver_sql(
        f"SELECT {ENTRY_COLUMNS} FROM entry WHERE chain = ? AND seq > ? ORDER BY seq", (chain, after)
    ).yield_per(256)
    return (entry_of(row) for row in rows)


def _set_aside(connection: Connection, entries: Sequence[Entry]) -> list[Quarantined]:
    found = []
    for chain, first in {entry.chain: entry.seq for entry in reversed(entries)}.items():
        rows = connection.exec_driver_sql(
            f"SELECT {ENTRY_COLUMNS}, quarantine FROM entry"
            " WHERE chain = ? AND seq >= ? AND quarantine <> ? ORDER BY seq",
            (chain, first, COUNTS),
        ).all()
        found += [Quarantined(entry_of(row), str(row[-1])) for row in rows]
    return found


_LAST_RECEIPTS = "SELECT receipt_chain, max(receipt_seq) FROM receipt_view GROUP BY receipt_chain"
_TOLD_ALIKE = """
    SELECT told.chain, told.seq FROM receipt_view AS told
    LEFT JOIN entry ON entry.chain = told.chain AND entry.seq = told.seq
    WHERE told.receipt_chain = ? AND told.receipt_seq = ?
    AND (entry.hash IS NULL OR told.hash = x'' OR told.hash = entry.hash)
"""

_CONTRADICTED = """
    SELECT told.chain
    FROM (SELECT chain, max(turn) AS turn FROM receipt_view GROUP BY chain) AS newest
    JOIN receipt_view AS told USING (chain, turn)
    JOIN entry ON entry.chain = told.chain AND entry.seq = told.seq
    WHERE told.hash <> x'' AND told.hash <> entry.hash
"""


def _remember_forks(connection: Connection, forked: Mapping[ChainId, int]) -> None:
    for chain, seq in forked.items():
        connection.exec_driver_sql(
            "INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE"
            " SET value = min(value, excluded.value)",
            (f"fork {chain}", seq),
        )
