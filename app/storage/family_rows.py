"""One family's standing as the rows that lists, filters and search read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.domain.ids import MemberId
from app.domain.names import normalise_name
from app.domain.proposal_course import ACCEPTED, DETERMINED, REJECTED, RETURNED, ProposalEvent, ProposalStanding
from app.domain.standing import NOT_VISITED, Standing
from app.storage.search_keys import address_key, street_words

_ANSWERS: Final = frozenset({ACCEPTED, RETURNED, REJECTED, DETERMINED})
_NO_DECILE: Final = 99

NameId = Callable[[str], int]
"""Normalised name -> its row in `name`."""

FAMILY_COLUMNS: Final = (
    "n",
    "id",
    "listed",
    "head_name",
    "name_id",
    "name_key",
    "kk",
    "address",
    "address_key",
    "street",
    "dusun",
    "rt",
    "rw",
    "members",
    "decile",
    "decile_rank",
    "programmes",
    "status",
    "visits",
    "proposals",
    "open_proposals",
    "returned",
    "warnings",
    "people_without_nik",
    "changed_at_ms",
    "visited_at_ms",
    "visited_by",
    "given_up",
)
PERSON_COLUMNS: Final = (
    "id",
    "family",
    "family_n",
    "position",
    "name",
    "norm",
    "name_id",
    "nik",
    "birth_date",
    "sex",
    "relation",
    "presence",
)
FLAG_COLUMNS: Final = ("family_n", "position", "family", "member", "code", "field")
PROPOSAL_COLUMNS: Final = (
    "id",
    "chain",
    "seq",
    "turn",
    "family",
    "family_n",
    "kind",
    "state",
    "open",
    "stale",
    "member",
    "member_name",
    "author",
    "at_ms",
    "answered_at_ms",
    "comment",
    "reason",
    "reason_list",
)

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A standing with its row number and the normalised names of head and members, computed once."""

    n: int
    standing: Standing
    head: str
    people: tuple[str, ...]

    @classmethod
    def of(cls, n: int, standing: Standing) -> Named:
        """With the names levelled."""
        family = standing.family
        return cls(n, standing, normalise_name(family.head_name), tuple(normalise_name(m.name) for m in family.members))


def family_row(named: Named, name_id: NameId) -> Row:
    """The row of `family_view`, in the order of `FAMILY_COLUMNS`."""
    standing, family = named.standing, named.standing.family
    newest = standing.newest_visit
    opened = standing.open_proposals
    return (
        named.n,
        standing.id,
        int(standing.listed),
        family.head_name,
        name_id(named.head),
        family.head_name.casefold(),
        family.kk,
        family.address,
        address_key(family.address),
        street_words(family.dusun, family.address),
        family.dusun,
        family.rt,
        family.rw,
        len(family.members),
        family.decile,
        int(family.decile) if family.decile.isascii() and family.decile.isdigit() else _NO_DECILE,
        f" {' '.join(family.programmes)} " if family.programmes else "",
        standing.visit_status,
        len(standing.visits),
        len(standing.proposals),
        len(opened),
        sum(proposal.state == RETURNED for proposal in opened),
        len(family.flags) + sum(len(member.flags) for member in family.members),
        sum(not member.nik for member in family.members),
        standing.changed_at_ms,
        newest.entry.at_ms if newest and standing.visit_status != NOT_VISITED else 0,
        newest.entry.author if newest else "",
        int(standing.given_up),
    )


def person_rows(named: Named, name_id: NameId) -> Iterator[Row]:
    """The rows of `person_view`, in the order of `PERSON_COLUMNS`; a head who is no member of his family stands at
    position 0, so that one index finds everybody."""
    standing = named.standing
    family = standing.family
    if family.head_name and all(member.name != family.head_name for member in family.members):
        norm = named.head
        yield "", standing.id, named.n, 0, family.head_name, norm, name_id(norm), "", "", "", "", ""
    for position, (member, norm) in enumerate(zip(standing.family.members, named.people, strict=True), start=1):
        yield (
            member.id,
            standing.id,
            named.n,
            position,
            member.name,
            norm,
            name_id(norm),
            member.nik,
            member.birth_date,
            member.sex,
            member.relation,
            standing.presence.get(MemberId(member.id), ""),
        )


def flag_rows(named: Named) -> Iterator[Row]:
    """The rows of `flag_view`, in the order of `FLAG_COLUMNS`."""
    family = named.standing.family
    told = [("", flag) for flag in family.flags]
    told += [(member.id, flag) for member in family.members for flag in member.flags]
    for position, (member_id, flag) in enumerate(told, start=1):
        yield named.n, position, family.id, member_id, flag.code, flag.field


def proposal_rows(named: Named) -> Iterator[Row]:
    """The rows of `proposal_view`, in the order of `PROPOSAL_COLUMNS`."""
    standing = named.standing
    for proposal in standing.proposals:
        entry, body = proposal.entry, proposal.body
        answer = _answer(proposal)
        yield (
            entry.id,
            entry.chain,
            entry.seq,
            entry.turn,
            standing.id,
            named.n,
            proposal.kind,
            proposal.state,
            int(proposal.open),
            len(proposal.stale),
            body.member or "",
            standing.name_of(body.member),
            entry.author,
            entry.at_ms,
            answer.entry.at_ms if answer else 0,
            answer.note if answer else "",
            answer.reason if answer else "",
            answer.reason_list if answer else "",
        )


def _answer(proposal: ProposalStanding) -> ProposalEvent | None:
    return next((event for event in reversed(proposal.events) if event.state in _ANSWERS), None)
