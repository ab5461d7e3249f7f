"""How one family stands: the register's row and everything people did, folded into what the screen shows.

The fold is pure and reads entries in `Entry.order`, so every laptop and the district come to the same standing whatever
order entries came in; storage and hub only keep its result. A family is folded again when an entry or a pack concerns
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from app.domain.entry import Recorded
from app.domain.ids import EntryId, FamilyId, MemberId, PersonId
from app.domain.payloads import ChangeProposed, NewFamily, NewMember, ProposalsMerged, ProposalsToldApart, VisitRecorded
from app.domain.proposal_course import GIVEN_UP, NEW_FAMILY, ProposalStanding, proposals_of
from app.domain.roster import HEAD, Family, Member
from app.domain.roster import value_of as value_of
from app.domain.same_act import distinct
from app.domain.visit_words import CONFLICTING as CONFLICTING
from app.domain.visit_words import DOUBLE as DOUBLE
from app.domain.visit_words import INCOMPLETE as INCOMPLETE
from app.domain.visit_words import NOT_FOUND as NOT_FOUND
from app.domain.visit_words import NOT_VISITED as NOT_VISITED
from app.domain.visit_words import VISIT_STATUSES as VISIT_STATUSES
from app.domain.visit_words import VISITED as VISITED
from app.domain.visit_words import VisitStanding as VisitStanding
from app.domain.visit_words import Word, heads_of, presence_of, status_together, undone_in, words_of

NOBODY: Final[Mapping[MemberId, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Standing:
    """One family as everybody should see it."""

    id: FamilyId
    family: Family
    """The official row, or the family as it was proposed where the district does not list it."""
    listed: bool
    """Whether the district's current list holds the family."""
    visit_status: str
    visits: tuple[VisitStanding, ...]
    proposals: tuple[ProposalStanding, ...]
    presence: dict[MemberId, str]
    """Member -> presence code of the newest visit that tells it."""
    changed_at_ms: int
    """Wall time of the newest entry, 0 where nobody did anything yet."""
    authors: frozenset[PersonId]
    words: tuple[Word, ...] = ()
    """Visits and what settled them, in `Entry.order`."""
    told_apart: frozenset[frozenset[EntryId]] = frozenset()
    """Pairs of proposals of which somebody said that both stand."""
    former: Mapping[MemberId, str] = field(default_factory=dict, repr=False)
    """Whom a list once held in this family and today's does not -> the name that was last known. Left out of what a
    standing says of itself: a laptop that read a list of its own from a file knows more of them than the district."""

    @property
    def given_up(self) -> bool:
        """Whether no list holds the family and nobody asks for it any more: its proposal was rejected or taken back. It
        is kept and found, but it is none of the families that somebody has to visit."""
        asked = [one for one in self.proposals if one.kind == NEW_FAMILY]
        return not self.listed and bool(asked) and all(one.state in GIVEN_UP for one in asked)

    def name_of(self, member: MemberId | None) -> str:
        """The name of a member of today or of before; empty where nobody is meant, or where no list here held him."""
        if member is None:
            return ""
        return value_of(self.family, member, "name") or self.former.get(member, "")

    def is_former(self, member: MemberId | None) -> bool:
        """Whether he is known, but stands in this family no more."""
        return member in self.former and all(one.id != member for one in self.family.members)

    @property
    def newest_visit(self) -> VisitStanding | None:
        """The last attempt in `Entry.order`."""
        return self.visits[-1] if self.visits else None

    @property
    def heads(self) -> tuple[Word, ...]:
        """The words that hold: more than one where laptops knew nothing of each other."""
        return heads_of(self.words)

    @property
    def open_proposals(self) -> tuple[ProposalStanding, ...]:
        """Proposals on which somebody still has to act."""
        return tuple(proposal for proposal in self.proposals if proposal.open)


def fold(
    family_id: FamilyId,
    official: Family | None,
    records: Iterable[Recorded],
    *,
    listed: bool = True,
    former: Mapping[MemberId, str] = NOBODY,
) -> Standing | None:
    """The standing of one family; None where neither the register nor any proposal knows it.

    `listed` False: `official` is the last known row of a family that today's list has no more. `former`: names of those
    whom lists once held in it.
    """
    ordered = distinct(sorted(records, key=lambda record: record.entry.order))
    family = official or _proposed_family(family_id, ordered)
    if family is None:
        return None
    visits = tuple(
        VisitStanding(record.entry, record.payload) for record in ordered if isinstance(record.payload, VisitRecorded)
    )
    words = words_of(ordered)
    return Standing(
        id=family_id,
        family=family,
        listed=official is not None and listed,
        visit_status=status_together(words),
        visits=visits,
        proposals=proposals_of(official, ordered, listed=listed),
        presence=presence_of(words),
        changed_at_ms=max((record.entry.at_ms for record in ordered), default=0),
        authors=frozenset(record.entry.author for record in ordered),
        words=words,
        told_apart=told_apart_in(ordered),
        former={**_asked_for(ordered), **former},
    )


def _asked_for(ordered: Iterable[Recorded]) -> dict[MemberId, str]:
    """Everybody of a proposed family by the name that a proposal gave him: one that mends it names its people anew."""
    return {
        _name_in(record.entry.id, n): one.name
        for record in ordered
        if isinstance(record.payload, ChangeProposed) and record.payload.new_family is not None
        for n, one in enumerate(record.payload.new_family.members, start=1)
    }


def told_apart_in(ordered: Sequence[Recorded]) -> frozenset[frozenset[EntryId]]:
    """Pairs of proposals of which somebody said, and nobody took back, that both stand."""
    undone = undone_in(ordered)
    return frozenset(
        frozenset({record.payload.proposal, record.payload.other})
        for record in ordered
        if isinstance(record.payload, ProposalsToldApart) and record.entry.id not in undone
    )


def _proposed_family(family_id: FamilyId, ordered: list[Recorded]) -> Family | None:
    # The newest holds: a returned proposal is mended by another one about the same family, or merged with another's.
    undone = undone_in(ordered)
    told = {record.entry.id for record in ordered}
    for record in reversed(ordered):
        body = record.payload
        if isinstance(body, ChangeProposed) and body.proposal == NEW_FAMILY and body.new_family is not None:
            return family_of_proposal(family_id, record.entry.id, body.new_family)
        if isinstance(body, ProposalsMerged) and record.entry.id not in undone and body.kept in told:
            joined = body.new_family
            if joined is not None:
                return family_of_proposal(family_id, body.kept, joined, body.members)
    return None


def family_of_proposal(family_id: FamilyId, entry: EntryId, new: NewFamily, names: Sequence[MemberId] = ()) -> Family:
    """A proposed family in the shape of the register, its members named ``<entry>#<n>``, or by `names` in their order
    as far as those go."""
    given = [*names, *(_name_in(entry, n) for n in range(len(names) + 1, len(new.members) + 1))]
    members = tuple(_member_of_proposal(name, member) for name, member in zip(given, new.members, strict=False))
    head = next((member for member in members if member.relation == HEAD), members[0] if members else None)
    return Family(
        id=family_id,
        kk=new.kk,
        head_name=head.name if head else "",
        address=new.address,
        dusun=new.dusun,
        rt=new.rt,
        rw=new.rw,
        fields=new.fields,
        members=members,
    )


def _name_in(entry: EntryId, n: int) -> MemberId:
    return MemberId(f"{entry}#{n}")


def _member_of_proposal(name: MemberId, new: NewMember) -> Member:
    return Member(
        id=name,
        name=new.name,
        nik=new.nik,
        birth_date=new.birth_date,
        sex=new.sex,
        relation=new.relation,
        marital=new.marital,
        fields=new.fields,
    )
