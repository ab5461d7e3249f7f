"""What is contested about one family, field by field, and the entry that settles it by somebody's choices.

Two visits that disagree, or a proposal whose author saw values that a new list changed. Each side tells, somebody
chooses a side a row or puts together what several told; nothing is guessed where two sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.errors import Refused
from app.domain.ids import EntryId, MemberId
from app.domain.payloads import (
    AnswerValue,
    ChangeProposed,
    Choice,
    FieldChange,
    MemberSeen,
    ProposalSettled,
    VisitsSettled,
)
from app.domain.proposal_course import FULFILLED, WITHDRAWN, ProposalStanding
from app.domain.roster import Family
from app.domain.standing import Standing, value_of
from app.domain.visit_words import CIRCUMSTANCES, COMPLETE, Word, common_of, disagree

PRESENCE: Final = "presence"
"""Field of a row about whether the family, or one member, was there."""
THERE: Final = "there"
"""Field of a row about a person whom one side alone names."""
TOGETHER: Final = -1
"""Choice of a row: all that the sides told."""
LISTED, ASKED = 0, 1
"""The sides of a proposal whose list changed: what the list says now, and what is proposed."""

Picks = Mapping[str, int]
"""Key of a row -> index of the side whose word holds, or `TOGETHER`."""
FieldOf = Callable[[str], str]
"""Column of a visit -> field of the list that holds the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is told in several ways."""

    field: str
    said: tuple[AnswerValue | None, ...]
    """What each side tells; None where it tells nothing of it."""
    base: AnswerValue | None = None
    """What stood before the sides parted; None where nothing did."""
    member: MemberId | None = None

    @property
    def key(self) -> str:
        """Names the row among those of one contest."""
        return f"{self.member or ''}/{self.field}"

    @property
    def joins(self) -> bool:
        """Whether several answers can hold together: choices of which more than one may be ticked."""
        return all(isinstance(one, tuple) for one in self.said if one is not None)

    def value(self, pick: int) -> AnswerValue | None:
        """What holds by a choice. Refused ``settling_choice_wrong``."""
        if pick == TOGETHER and self.joins:
            return tuple(dict.fromkeys(one for told in self.said if isinstance(told, tuple) for one in told))
        if 0 <= pick < len(self.said) and self.said[pick] is not None:
            return self.said[pick]
        raise Refused("settling_choice_wrong", field=self.field)


def _same(name: str) -> str:
    return name


@dataclass(frozen=True, slots=True)
class VisitContest:
    """Words about one family that disagree."""

    words: tuple[Word, ...]
    base: Word | None
    """The newest word that all of them knew."""
    rows: tuple[Row, ...]
    """What they tell otherwise; whether the family was there comes first."""

    def asked(self, picks: Picks) -> tuple[Row, ...]:
        """The rows that have to be chosen once it is chosen whether the family was there.

        What one tells of a house in which the family is not believed to live is no contradiction any more.
        """
        first = self.rows[:1]
        if not first or first[0].field != PRESENCE or first[0].member is not None:
            return self.rows
        if first[0].key not in picks:
            return first
        held = first[0].value(picks[first[0].key])
        sides = [at for at, told in enumerate(first[0].said) if told == held]
        return (*first, *(row for row in self.rows[1:] if _differ([row.said[at] for at in sides])))


def visit_contest(standing: Standing, field_of: FieldOf = _same) -> VisitContest | None:
    """What the visits of a family tell otherwise; None where they agree."""
    heads = standing.heads
    if not any(disagree(one, other) for at, one in enumerate(heads) for other in heads[at + 1 :]):
        return None
    base = common_of(standing.words, heads)
    return VisitContest(heads, base, tuple(_visit_rows(heads, base, standing.family, field_of)))


def settle_visits(contest: VisitContest, picks: Picks, note: str = "") -> VisitsSettled:
    """The word that takes the place of all of the contest's. Refused ``settling_choice_missing`` (fact: left)."""
    rows = contest.asked(picks)
    _require(rows, picks)
    held = {row.key: row.value(picks[row.key]) for row in rows}
    words = contest.words
    for row in rows:
        if row.field == PRESENCE and row.member is None:
            words = tuple(word for word in words if presence_value(word) == held[row.key])
    body = words[0].body
    return VisitsSettled(
        visits=tuple(word.id for word in contest.words),
        presence=body.presence,
        absence_reason=body.absence_reason,
        result=COMPLETE if any(word.body.result == COMPLETE for word in words) else words[-1].body.result,
        members=_members(words, held),
        answers=_answers([word.body.answers for word in words], None, held),
        choices=_choices(rows, picks, [word.id for word in contest.words]),
        note=note,
    )


def presence_value(word: Word) -> str:
    """Whether the family was there, with why not: ``found``, ``not_found/moved``, ..."""
    return "/".join(part for part in (word.body.presence, word.body.absence_reason) if part)


def base_rows(proposal: ProposalStanding, listed: Family) -> tuple[Row, ...]:
    """The fields of a proposal that a new list changed otherwise: seen by its author, listed now, asked."""
    body = proposal.body
    if not isinstance(body, ChangeProposed):
        return ()
    return tuple(
        Row(change.field, (value_of(listed, body.member, change.field), change.proposed), change.seen, body.member)
        for change in body.changes
        if change.field in proposal.stale
    )


def settle_base(proposal: ProposalStanding, listed: Family, picks: Picks, note: str = "") -> ProposalSettled:
    """What becomes of the proposal by these choices, a row `LISTED` or `ASKED`.

    Refused ``settling_choice_missing``, and ``settling_nothing_contested`` where the list changed nothing of it.
    """
    rows, body = base_rows(proposal, listed), proposal.body
    if not rows or not isinstance(body, ChangeProposed):
        raise Refused("settling_nothing_contested")
    _require(rows, picks)
    held = {row.field: row.value(picks[row.key]) for row in rows}
    taken = {row.field for row in rows if held[row.field] == row.said[LISTED]}
    now = {change.field: value_of(listed, body.member, change.field) for change in body.changes}
    left = tuple(
        FieldChange(change.field, now[change.field], change.proposed)
        for change in body.changes
        if change.field not in taken and now[change.field] != change.proposed
    )
    outcome = "kept"
    if not left and body.proposal == "correction" and not body.new_members:
        has_part = any(now[change.field] == change.proposed for change in body.changes)
        outcome = FULFILLED if has_part else WITHDRAWN
    whose: list[EntryId | None] = [None, proposal.id]
    return ProposalSettled(proposal.id, left, outcome, _choices(rows, picks, whose), note)


def _require(rows: Sequence[Row], picks: Picks) -> None:
    left = sum(row.key not in picks for row in rows)
    if left:
        raise Refused("settling_choice_missing", left=left)


def _choices(rows: Iterable[Row], picks: Picks, sides: Sequence[EntryId | None]) -> tuple[Choice, ...]:
    return tuple(
        Choice(row.field, None if picks[row.key] == TOGETHER else sides[picks[row.key]], row.member) for row in rows
    )


def _differ(said: Iterable[AnswerValue | None]) -> bool:
    told = [one for one in said if one is not None]
    return any(one != told[0] for one in told)


def _visit_rows(heads: Sequence[Word], base: Word | None, family: Family, field_of: FieldOf) -> Iterator[Row]:
    there = tuple(presence_value(word) for word in heads)
    if _differ(there):
        yield Row(PRESENCE, there, presence_value(base) if base else None)
    yield from _answer_rows(
        [word.body.answers for word in heads], base.body.answers if base else {}, None, family, field_of
    )
    for member in dict.fromkeys(seen.member for word in heads for seen in word.body.members):
        seen = [word.members.get(member) for word in heads]
        before = base.members.get(member) if base else None
        told = tuple(one.presence if one is not None else None for one in seen)
        if _differ(told):
            yield Row(PRESENCE, told, before.presence if before else None, member)
        answers = [one.answers if one is not None else {} for one in seen]
        yield from _answer_rows(answers, before.answers if before else {}, member, family, field_of)


def _answer_rows(
    said: Sequence[Mapping[str, AnswerValue]],
    before: Mapping[str, AnswerValue],
    member: MemberId | None,
    family: Family,
    field_of: FieldOf,
) -> Iterator[Row]:
    for name in dict.fromkeys(name for answers in said for name in answers if name not in CIRCUMSTANCES):
        told = tuple(answers.get(name) for answers in said)
        if _differ(told):
            base = before.get(name, value_of(family, member, field_of(name)) or None)
            yield Row(name, told, base, member)


def _answers(
    said: Sequence[Mapping[str, AnswerValue]], member: MemberId | None, held: Mapping[str, AnswerValue | None]
) -> dict[str, AnswerValue]:
    found: dict[str, AnswerValue] = {}
    for answers in said:
        for name, value in answers.items():
            if name in CIRCUMSTANCES:
                continue
            chosen = held.get(f"{member or ''}/{name}")
            found.setdefault(name, value if chosen is None else chosen)
    return found


def _members(words: Sequence[Word], held: Mapping[str, AnswerValue | None]) -> tuple[MemberSeen, ...]:
    found = []
    for member in dict.fromkeys(seen.member for word in words for seen in word.body.members):
        seen = [word.members[member] for word in words if member in word.members]
        presence = held.get(f"{member}/{PRESENCE}") or seen[0].presence
        found.append(MemberSeen(member, str(presence), _answers([one.answers for one in seen], member, held)))
    return tuple(found)
