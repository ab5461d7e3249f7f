"""What visits of one family say together: whose word holds, and where two that knew nothing of each other disagree.

A word is a visit, or a settling that took the place of several. A word covers those that its author knew; words that
none covers are heads. One head holds; two heads that disagree are contested until a visit or a settling covers both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.entry import Entry, Recorded
from app.domain.ids import EntryId, MemberId
from app.domain.payloads import AnswerValue, MemberSeen, SettlingUndone, VisitRecorded, VisitsSettled

NOT_VISITED: Final = "not_visited"
VISITED: Final = "visited"
INCOMPLETE: Final = "incomplete"
NOT_FOUND: Final = "not_found"
DOUBLE: Final = "double"
CONFLICTING: Final = "conflicting"
VISIT_STATUSES: Final = (NOT_VISITED, VISITED, INCOMPLETE, NOT_FOUND, DOUBLE, CONFLICTING)

COMPLETE: Final = "1"
"""Visit-result code "Terisi lengkap" (Regsosek 205)."""


CIRCUMSTANCES: Final = frozenset(
    {"tanggal_kunjungan", "mampu", "hubungan_responden", "telepon_responden", "pemberitahuan"}
)
"""Questions about that visit and not about the family: two visits differ in them without disagreeing."""


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """One attempt."""

    entry: Entry
    visit: VisitRecorded

    @property
    def status(self) -> str:
        """What this attempt alone says of the family."""
        return status_of(self.visit)


@dataclass(frozen=True, slots=True)
class Word:
    """One visit or settling, with the words that whoever wrote it knew."""

    entry: Entry
    body: VisitRecorded | VisitsSettled
    covers: frozenset[EntryId]
    """All earlier words that it takes the place of, itself apart."""

    @property
    def id(self) -> EntryId:
        """The entry."""
        return self.entry.id

    @property
    def members(self) -> Mapping[MemberId, MemberSeen]:
        """How each member was seen."""
        return {seen.member: seen for seen in self.body.members}


def status_of(body: VisitRecorded | VisitsSettled) -> str:
    """What one word alone says of the family."""
    if body.presence == "double":
        return DOUBLE
    if body.presence == "not_found":
        return NOT_FOUND
    return VISITED if body.result == COMPLETE else INCOMPLETE


def undone_in(records: Iterable[Recorded]) -> frozenset[EntryId]:
    """Settlings of these records that a later entry takes back, in whatever order both came."""
    told = list(records)
    kinds = {record.entry.id: record.entry.kind for record in told}
    return frozenset(
        record.payload.settling
        for record in told
        if isinstance(record.payload, SettlingUndone) and kinds.get(record.payload.settling) == record.payload.kind
    )


def words_of(ordered: Sequence[Recorded]) -> tuple[Word, ...]:
    """Every word that holds or held, in `Entry.order`; settlings that were taken back are left out."""
    told = [record for record in ordered if isinstance(record.payload, VisitRecorded | VisitsSettled)]
    covers = _covers(told)
    undone = undone_in(ordered)
    return tuple(
        Word(record.entry, record.payload, covers[record.entry.id])
        for record in told
        if isinstance(record.payload, VisitRecorded | VisitsSettled) and record.entry.id not in undone
    )


def heads_of(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words that no other takes the place of; the newest where broken entries cover each other in a ring."""
    covered = frozenset[EntryId]().union(*(word.covers for word in words))
    return tuple(word for word in words if word.id not in covered) or tuple(words[-1:])


def common_of(words: Sequence[Word], heads: Sequence[Word]) -> Word | None:
    """The newest word that all of `heads` knew: what stood before they parted; None where there is none."""
    if not heads:
        return None
    known = frozenset.intersection(*(head.covers for head in heads))
    return next((word for word in reversed(words) if word.id in known), None)


def status_together(words: Sequence[Word]) -> str:
    """How the family stands by all words."""
    heads = heads_of(words)
    if not heads:
        return NOT_VISITED
    if any(disagree(one, other) for at, one in enumerate(heads) for other in heads[at + 1 :]):
        return CONFLICTING
    return status_of(heads[-1].body)


def disagree(one: Word, other: Word) -> bool:
    """Whether the two say different things of what both tell."""
    if (one.body.presence, one.body.absence_reason) != (other.body.presence, other.body.absence_reason):
        return True
    if _differ(one.body.answers, other.body.answers):
        return True
    there = other.members
    return any(
        seen.member in there
        and (seen.presence != there[seen.member].presence or _differ(seen.answers, there[seen.member].answers))
        for seen in one.body.members
    )


def presence_of(words: Sequence[Word]) -> dict[MemberId, str]:
    """Member -> presence code of the newest word that tells it."""
    found: dict[MemberId, str] = {}
    for word in words:
        found.update({seen.member: seen.presence for seen in word.body.members})
    return found


def _differ(one: Mapping[str, AnswerValue], other: Mapping[str, AnswerValue]) -> bool:
    return any(one[name] != other[name] for name in one.keys() & other.keys() - CIRCUMSTANCES)


def _covers(told: Sequence[Recorded]) -> dict[EntryId, frozenset[EntryId]]:
    """For each word the earlier ones that its author knew: those it names, all earlier of their chains, and so on."""
    by_id = {record.entry.id: record for record in told}
    chains: dict[str, list[Entry]] = {}
    for record in told:
        chains.setdefault(record.entry.chain, []).append(record.entry)
    found = {}
    for record in told:
        known: set[EntryId] = set()
        to_do = [record.entry.id]
        while to_do:
            one = to_do.pop()
            if one in known:
                continue
            known.add(one)
            entry, body = by_id[one].entry, by_id[one].payload
            to_do += [other.id for other in chains[entry.chain] if other.seq < entry.seq]
            to_do += [name for name in _named(body) if name in by_id]
        found[record.entry.id] = frozenset(known - {record.entry.id})
    return found


def _named(body: object) -> tuple[EntryId, ...]:
    if isinstance(body, VisitsSettled):
        return body.visits
    if not isinstance(body, VisitRecorded):
        return ()
    return (*body.known_visits, *((body.base_visit,) if body.base_visit is not None else ()))
