"""What the district and a laptop hold and reckon with, told alike, so that the two can be compared; and what a laptop's
screens show."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, select

from app.domain.payloads import ABOUT_FAMILIES, PersonAdded, PersonChanged, evidence_of
from app.hub import tables
from app.hub.blobs import Blobs
from app.hub.chain import ENTRY_COLUMNS, entry_of
from app.hub.effects import standings_of
from app.hub.enrol import is_revoked
from app.hub.listed import published_families
from app.storage import projection
from app.storage.reading import SqlReading
from app.storage.stops import STOPPED
from app.usecases.contests import TWINS
from app.usecases.reading import FamilyDetail, FamilyFilter, FamilySort, ProposalFilter
from app.wire.payload import decode_payload
from tests.storms.ground import FIRST_MONTH, NEIGHBOUR
from tests.storms.world import World
from tests.sync.laptop import VILLAGE, Laptop

Told = dict[str, list[tuple[Any, ...]]]
"""Name of a thing -> its rows, sorted."""

_EVIDENCE: Final = (
    "SELECT DISTINCT name, size, evidence_told.kind, media FROM evidence_told"
    " JOIN entry USING (chain, seq) WHERE quarantine = ''"
    " AND (chain, seq) NOT IN (SELECT chain, seq FROM aside_there)"
)
ALL: Final = 1_000


def at_district(world: World) -> Told:
    """As the district has it."""
    with world.district.database.read() as connection:
        entries = connection.execute(
            select(
                tables.entry.c.chain,
                tables.entry.c.seq,
                tables.entry.c.hash,
                tables.entry.c.reason,
                tables.entry.c.kind,
                tables.entry.c.author,
                tables.entry.c.subject,
            )
        ).all()
        people = connection.execute(select(tables.person)).all()
        devices = connection.execute(select(tables.device)).all()
        marked = connection.execute(select(tables.contested.c.proposal, tables.contested.c.why)).all()
        proposals = connection.execute(select(tables.proposal)).all()
        evidence = connection.execute(select(tables.evidence)).all()
        told = connection.execute(select(*ENTRY_COLUMNS).where(tables.entry.c.reason == "")).all()
        doubted = _doubted(connection)
        photos = {
            one.name
            for entry in map(entry_of, told)
            for one in evidence_of(decode_payload(entry.kind, entry.version, entry.payload))
        }
        listed = published_families(connection, VILLAGE)
        families = {one.id for one in listed} | {row.family for row in proposals}
        standings, _ = standings_of(connection, VILLAGE, families)
        stopped = {row.device for row in devices if is_revoked(connection, VILLAGE, bytes(row.signing_key))}
    otherwise = {row.subject for row in entries if row.reason not in ("", *STOPPED) and row.kind in ABOUT_FAMILIES}
    otherwise |= {new for laptop in world.laptops for old, new in _names(laptop) if old in otherwise}
    about = {row.proposal: row.family for row in proposals}
    blobs = Blobs(world.district)
    somewhere = {name for laptop in world.laptops for name in laptop.evidence.held()}
    return _sorted(
        {
            "entries": [(row.chain, row.seq, bytes(row.hash), _stop(row.reason)) for row in entries],
            "set aside for another reason": [
                (row.chain, row.seq, row.reason)
                for row in entries
                if row.reason not in ("", *STOPPED) and row.kind in ABOUT_FAMILIES
            ],
            "people": [
                (row.person, row.name, row.role, *json.loads(row.rts), row.until, row.active, row.certified)
                for row in people
                if row.person not in doubted
            ],
            # Laptops show that it does not count at the district (above), and go on reckoning with it.
            "reckoned otherwise": [(name,) for name in sorted(otherwise)],
            "doubted": [(name,) for name in sorted(doubted)],
            "laptops": [(row.device, row.label, row.device in stopped) for row in devices],
            "contested": [tuple(row) for row in marked if about.get(row.proposal) not in otherwise],
            "proposals": [
                (row.proposal, row.family, row.kind, row.state, row.name, row.rt, row.rw, row.author)
                for row in proposals
                if row.family not in otherwise
            ],
            "photos": [
                (row.name, row.size, row.kind, row.media, row.name not in somewhere or blobs.holds(VILLAGE, row.name))
                for row in evidence
                if row.name in photos
            ],
            "list": [(one.id, repr(one)) for one in listed],
            "standings": [(name, repr(one)) for name, one in standings.items() if name not in otherwise],
        }
    )


def _doubted(connection: Connection) -> set[str]:
    """People of whom somebody told whom the district does not believe: laptops show them as they were told."""
    kinds = ("person_added", "person_changed")
    where = tables.entry.c.kind.in_(kinds), tables.entry.c.reason.not_in(("", *STOPPED))
    aside = map(entry_of, connection.execute(select(*ENTRY_COLUMNS).where(*where)).all())
    told = [decode_payload(one.kind, one.version, one.payload) for one in aside]
    unknown = connection.execute(select(tables.entry.c.author).where(tables.entry.c.reason == "author_unknown"))
    return {*unknown.scalars(), *(one.person for one in told if isinstance(one, PersonAdded | PersonChanged))}


def on_laptop(laptop: Laptop, world: World, there: Told) -> Told:
    """The same as a laptop has it; `there` is what the district has."""
    office = world.district.keys.person
    reading = SqlReading(laptop.database, laptop.wall)
    with laptop.database.read() as connection:
        entries = _rows(connection, "SELECT chain, seq, hash, quarantine FROM entry")
        people = _rows(connection, "SELECT id, name, role, rts, until, active, certified FROM person")
        evidence = _rows(connection, _EVIDENCE)
        proposals = _rows(
            connection,
            "SELECT proposal_view.id, family, kind, state, head_name, rt, rw, author, open, stale, status"
            " FROM proposal_view JOIN family_view ON family_view.n = proposal_view.family_n",
        )
        families = [str(row[0]) for row in _rows(connection, "SELECT id FROM family_view")]
        standings = projection.standings(connection, families)
        aside = _rows(connection, "SELECT chain, seq, reason FROM aside_there")
    contests = [row.key for row in reading.contests()]
    about = {name for name, _ in there["standings"]}
    otherwise = {name for (name,) in there["reckoned otherwise"]}
    whose = {str(row[0]): str(row[1]) for row in proposals}
    pairs = [(str(key.proposal), str(key.other), key.kind) for key in contests if key.kind in ("rivals", TWINS)]
    # With one that the district does not reckon with there is no pair there.
    pairs = [pair for pair in pairs if not {whose.get(pair[0]), whose.get(pair[1])} & otherwise]
    marked = {(one, kind) for *both, kind in pairs for one in both}
    marked |= {(str(row[0]), "listed") for row in proposals if row[8] and row[9]}
    marked |= {(str(row[0]), "visits") for row in proposals if row[8] and row[10] == "conflicting"}
    return _sorted(
        {
            "entries": [(chain, seq, bytes(hashed), _stop(reason)) for chain, seq, hashed, reason in entries],
            "set aside for another reason": [
                (chain, seq, reason) for chain, seq, reason in aside if reason not in STOPPED
            ],
            "people": [
                (name, words, role, *rts.split(), until, bool(active), bool(certified))
                for name, words, role, rts, until, active, certified in people
                if name != office and (name,) not in there["doubted"]
            ],
            "doubted": there["doubted"],
            "reckoned otherwise": there["reckoned otherwise"],
            "laptops": [(name, one.label, one.revoked) for name, one in laptop.store.laptops().items()],
            "contested": [row for row in marked if whose.get(row[0]) not in otherwise],
            "proposals": [row[:8] for row in proposals if row[1] not in otherwise],
            "photos": [(*row, True) for row in evidence],
            "list": [(one.family.id, repr(one.family)) for one in standings.values() if one.listed],
            "standings": [(name, repr(one)) for name, one in standings.items() if name in about],
        }
    )


def screens(laptop: Laptop) -> Told:
    """What a laptop's screens show of the village; all laptops that know the same show the same."""
    reading = SqlReading(laptop.database, laptop.wall)
    families = reading.families(FamilyFilter(), FamilySort(), 0, ALL)
    proposals = reading.proposals(ProposalFilter(), 0, ALL)
    waiting = reading.waiting()
    assert not waiting.items, f"waits on {laptop.actor.name}: {waiting.items[:3]}"
    about = [reading.family(one.id) for one in families if not one.id.startswith(NEIGHBOUR)]
    return _sorted(
        {
            "families": [(one,) for one in families],
            "family": [(_as_all_see_it(one),) for one in about if one is not None],
            "counts": [(reading.counts(FamilyFilter()),), (tuple(reading.places()),)],
            "proposals": [(one,) for one in proposals],
            "proposal": [(reading.proposal(one.id),) for one in proposals],
            "contests": [(one,) for one in reading.contests()],
            "settlings": [(one,) for one in reading.settlings(ALL)],
            "people": [(one,) for one in reading.people()],
            "receipts": [(one,) for one in reading.receipts(ALL)],
            "village": [(reading.village(),)],
        }
    )


def _names(laptop: Laptop) -> list[tuple[Any, ...]]:
    """Former name of a family, and the one under which a laptop shows it."""
    with laptop.database.read() as connection:
        return _rows(connection, "SELECT old, new FROM alias")


def _as_all_see_it(one: FamilyDetail) -> FamilyDetail:
    """Without which photos are here, and how the first list differs from one that this laptop alone had of a file."""
    steps = tuple(step for step in one.lists if step.month != FIRST_MONTH)
    return replace(one, photos_held=frozenset(), lists=steps)


def _stop(reason: str) -> str:
    return reason if reason in STOPPED else ""


def _rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(query).all()]


def _sorted(told: dict[str, Iterable[tuple[Any, ...]]]) -> Told:
    return {name: sorted(rows, key=repr) for name, rows in told.items()}
