"""Takes entries in: what follows on what is held is kept for ever; what must not count is set aside with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Text,
    bindparam,
    literal_column,
    select,
    update,
)

from app.domain import turns
from app.domain.entry import GENESIS, LARGEST_NUMBER, Entry, Head, header_fits
from app.domain.errors import Refused
from app.domain.ids import ChainId, device_of
from app.domain.payloads import Sealed
from app.hub.chain import ENTRY_COLUMNS, NEW_ENTRIES, entry_of, entry_row, is_own, put_head
from app.hub.database import chunks
from app.hub.district import District
from app.hub.effects import Effects
from app.hub.judge import CURABLE, Judge, Judged
from app.hub.matches import settle_matches
from app.hub.ready import Ready, among, rows, tell
from app.hub.stopping import end_held, stop_held
from app.hub.tables import device, entry, head, proposal, village
from app.wire.entry import entry_hash
from app.wire.exchange import ReasonRow
from app.wire.payload import decode_payload
from app.wire.seal import seal_holds


@dataclass
class Taken:
    """What a batch brought."""

    new: int = 0
    turn: int = 0
    """The highest among them that is followed (`app.domain.turns`)."""
    at_ms: int = 0
    """When they arrived."""
    known: int = 0
    set_aside: list[ReasonRow] = field(default_factory=list)
    forked: list[ReasonRow] = field(default_factory=list)


_DEVICES = select(device.c.device).where(device.c.village == bindparam("at_village"))
_EMPTY: ColumnElement[str] = literal_column("''", Text())  # bound, it would keep a store from `entry_waiting`
_WAITING = Ready(
    select(*ENTRY_COLUMNS, entry.c.reason)
    .where(
        entry.c.village == bindparam("at_village"),
        among(entry.c.author, "authors"),
        entry.c.reason != _EMPTY,
        among(entry.c.reason.concat(_EMPTY), "reasons", list(CURABLE)),  # looked for in no index
    )
    .order_by(entry.c.turn, entry.c.chain, entry.c.seq)
)
_TURN: BindParameter[Any] = bindparam("to_turn")
_LATER = update(village).where(village.c.village == bindparam("at_village"), village.c.turn < _TURN).values(turn=_TURN)


def receive(
    connection: Connection,
    district: District,
    code: str,
    entries: Iterable[Entry],
    held: dict[ChainId, Head],
    *,
    note_turn: bool = True,
    people: Sequence[Any] | None = None,
) -> Taken:
    """Take entries of one village, of which `held` is held and is kept up to date; a second time changes nothing.

    Without `note_turn` the caller writes the turn that was reached down himself, as a receipt does; `people` as for
    `Judge`.
    """
    taken = Taken()
    fresh: list[Entry] = []
    chains: dict[ChainId, list[Entry]] = defaultdict(list)
    for one in entries:
        chains[one.chain].append(one)
    foreign = [chain for chain in chains if chain not in held and not is_own(district, code, chain)]
    known = set(connection.execute(_DEVICES, {"at_village": code}).scalars()) if foreign else set()
    for chain, run in sorted(chains.items()):
        if chain in foreign and device_of(chain) not in known:
            taken.set_aside.append(ReasonRow(chain, _told(run[0].seq), "device_unknown"))
            continue
        run.sort(key=lambda one: one.seq)
        fresh += _follow(connection, district, code, run, held.get(chain), taken)
    if fresh:
        fresh.sort(key=lambda one: one.order)
        _keep(connection, district, code, fresh, held, taken, people)
        if note_turn:
            connection.execute(_LATER, {"at_village": code, "to_turn": taken.turn})
        taken.new = len(fresh)
        for one in fresh:
            if one.chain not in held or one.seq > held[one.chain].seq:
                held[one.chain] = Head(one.seq, one.hash)
    return taken


def _told(seq: int) -> int:
    """A foreign entry's number as it may be told back."""
    return min(max(seq, 0), LARGEST_NUMBER)


def hashes_between(connection: Connection, code: str, chain: str, first: int, last: int) -> dict[int, bytes]:
    """Number -> hash of the held entries of a chain."""
    rows = connection.execute(
        select(entry.c.seq, entry.c.hash).where(
            entry.c.village == code, entry.c.chain == chain, entry.c.seq.between(first, last)
        )
    )
    return {row.seq: row.hash for row in rows}


def _follow(
    connection: Connection, district: District, code: str, run: Sequence[Entry], end: Head | None, taken: Taken
) -> list[Entry]:
    """The entries of one chain that are new and stand on its `end` as it is held."""
    chain = run[0].chain
    wrong = next((one for one in run if not header_fits(one)), None)
    if wrong is not None:
        taken.set_aside.append(ReasonRow(chain, _told(wrong.seq), "entry_header_wrong"))
        run = run[: run.index(wrong)]
        if not run:
            return []
    if end is not None and run[0].seq <= end.seq:
        held = hashes_between(connection, code, chain, run[0].seq, end.seq)
        for one in run:
            if one.seq in held and held[one.seq] != one.hash:
                taken.forked.append(ReasonRow(chain, one.seq, "chain_forked"))
                return []
        taken.known += sum(one.seq in held for one in run)
    found: list[Entry] = []
    for one in run:
        if end is not None and one.seq <= end.seq:
            continue
        if one.seq != (end.seq + 1 if end else 1):
            taken.set_aside.append(ReasonRow(chain, one.seq, "chain_gap"))
            break
        if entry_hash(end.hash if end else GENESIS, one) != one.hash:
            if found:
                taken.set_aside.append(ReasonRow(chain, one.seq, "chain_broken"))
            else:
                taken.forked.append(ReasonRow(chain, one.seq, "chain_forked"))
            break
        end = Head(one.seq, one.hash)
        found.append(one)
    return _sealed_by_us(district, found) if is_own(district, code, chain) else found


def _sealed_by_us(district: District, run: list[Entry]) -> list[Entry]:
    """What laptops bring back of the district's own chain counts as far as the root key sealed it."""
    last = 0
    before: Entry | None = None
    for at, one in enumerate(run):
        if one.kind == "sealed":
            try:
                seal = decode_payload(one.kind, one.version, one.payload)
            except Refused:
                continue
            stands = before is None or (isinstance(seal, Sealed) and (seal.seq, seal.head) == (before.seq, before.hash))
            if isinstance(seal, Sealed) and stands and seal_holds(seal, one.chain, district.keys.root_public):
                last = at + 1
        before = one
    return run[:last]


def _keep(
    connection: Connection,
    district: District,
    code: str,
    fresh: Sequence[Entry],
    held: Mapping[ChainId, Head],
    taken: Taken,
    people: Sequence[Any] | None,
) -> None:
    now = district.now_ms()
    judge = Judge(connection, code, fresh, now, people)
    effects = Effects(connection, district, code)
    effects.renamed = judge.any_renamed
    judged: list[Judged] = []
    for one in fresh:
        own = is_own(district, code, one.chain)
        found = judge.judge(one, of_district=own)
        judged.append(found)
        if not found.reason and found.payload is not None and effects.apply(one, found.payload, own=own):
            judge.learn_people(connection)
    ends = _new_ends(connection, code, judged)
    tell(connection, NEW_ENTRIES, [entry_row(code, one.entry, one.reason, now) for one in judged])
    for chain, (end, sealed) in ends.items():
        put_head(connection, code, chain, end, sealed, held=chain in held)
    if effects.stopped:
        stop_held(connection, district, code, effects, effects.stopped)
        effects.renamed = True
    if any(is_own(district, code, one.chain) for one in fresh):  # words that were lost with the disk come back
        end_held(connection, district, code, effects)
        effects.renamed = True
    count = sum(end.seq for end in held.values()) + len(fresh)
    taken.turn, taken.at_ms = turns.followed((one.turn for one in fresh), count, turns.AT_DISTRICT), now
    if effects.matched:
        _match(connection, code, effects)
    if effects.people:
        effects.foresee()
        released = _release(connection, district, code, effects.people)
        effects.families |= released
        effects.renamed |= bool(released)  # what counts now may have told of other names
    effects.finish(now)
    taken.set_aside += _still_aside(connection, code, [one.entry for one in judged if one.reason])


def _still_aside(connection: Connection, code: str, entries: Sequence[Entry]) -> list[ReasonRow]:
    """Which of these entries do not count, also after what came behind them in the same batch (a seal, a person)."""
    found: list[ReasonRow] = []
    for one in entries:
        where = [entry.c.village == code, entry.c.chain == one.chain, entry.c.seq == one.seq]
        reason = str(connection.execute(select(entry.c.reason).where(*where)).scalar_one())
        found += [ReasonRow(one.chain, one.seq, reason)] if reason else []
    return found


def _new_ends(connection: Connection, code: str, judged: Sequence[Judged]) -> dict[ChainId, tuple[Head, int]]:
    """Chain -> its end from now on, and how far it is sealed."""
    ends: dict[ChainId, Head] = {}
    sealed: dict[str, int] = {}
    for one in sorted(judged, key=lambda one: one.entry.seq):  # turns of a laptop that counts badly may fall
        ends[one.entry.chain] = Head(one.entry.seq, one.entry.hash)
        if isinstance(one.payload, Sealed) and not one.reason:
            sealed[one.entry.chain] = one.entry.seq
    before: dict[str, int] = {}
    if ends.keys() - sealed.keys():
        rows = connection.execute(select(head.c.chain, head.c.sealed_seq).where(head.c.village == code))
        before = {row.chain: row.sealed_seq for row in rows}
    return {chain: (end, sealed.get(chain, before.get(chain, 0))) for chain, end in ends.items()}


def release(connection: Connection, district: District, code: str, people: set[str]) -> None:
    """Look again at what was set aside of these people, now that the district knows more about them."""
    effects = Effects(connection, district, code)
    effects.families |= _release(connection, district, code, people)
    effects.finish(district.now_ms())


def release_into(connection: Connection, district: District, code: str, effects: Effects) -> None:
    """Finish `effects`, and look again at what was set aside of the people that they tell of."""
    if effects.people:
        effects.families |= _release(connection, district, code, effects.people)
    effects.finish(district.now_ms())


def look_again(connection: Connection, district: District, code: str) -> None:
    """After another list: families that laptops found in it, what was set aside because nobody knew where a family
    lives, and every proposal."""
    effects = Effects(connection, district, code)
    _match(connection, code, effects)
    held = select(proposal.c.family).where(proposal.c.village == code).distinct()
    effects.families |= set(connection.execute(held).scalars())
    effects.families |= _release(connection, district, code, effects.people)
    effects.finish(district.now_ms())


def _match(connection: Connection, code: str, effects: Effects) -> None:
    """Bring families' other names up to the list and to what laptops told; who was set aside is asked for again."""
    effects.families |= settle_matches(connection, code)
    waiting = select(entry.c.author).where(entry.c.village == code, entry.c.reason.in_(CURABLE)).distinct()
    effects.people |= set(connection.execute(waiting).scalars())


def _release(connection: Connection, district: District, code: str, people: set[str]) -> set[str]:
    """Let entries count whose reason has fallen away; the families that they concern."""
    families: set[str] = set()
    asked: set[str] = set()
    while people - asked:
        now, asked = people - asked, people | asked
        waiting = [
            (entry_of(row), str(row.reason))
            for some in chunks(now)
            for row in rows(connection, _WAITING, {"at_village": code, "authors": some})
        ]
        if not waiting:
            continue
        judge = Judge(connection, code, [one for one, _ in waiting])
        effects = Effects(connection, district, code)
        for one, why in waiting:
            found = judge.judge(one, of_district=False)
            if found.reason != why:  # it counts now, or is set aside for something else: that is what is told
                connection.execute(
                    update(entry)
                    .where(entry.c.village == code, entry.c.chain == one.chain, entry.c.seq == one.seq)
                    .values(reason=found.reason)
                )
            if found.reason or found.payload is None:
                continue
            if effects.apply(one, found.payload, own=False):
                judge.learn_people(connection)
            if isinstance(found.payload, Sealed):
                asked.discard(one.author)  # what it covers was asked for ahead of it
        effects.note_evidence()
        if effects.matched:
            _match(connection, code, effects)
            asked -= effects.people
        families |= effects.families | effects.visited
        people = people | effects.people
    return families
