"""One contest as it was read, with what can be chosen of it; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.contest import TOGETHER, Row, VisitContest, base_rows, visit_contest
from app.domain.errors import Refused
from app.domain.rivals import Rivalry, rivals
from app.domain.twins import Proposed, TwinContest, compare
from app.ui.screens.keluarga.lexicon import Lexicon, field_of
from app.usecases.contests import BASE, RIVALS, SAME, VISITS, ContestDetail
from app.usecases.ports import Actor

LIST: Final = "list"
"""Code of the option that is what the list says."""
BOTH: Final = "both"
"""Code of the option that puts together what several told."""


@dataclass(frozen=True, slots=True)
class Question:
    """A contest as it was read, with what can be chosen."""

    detail: ContestDetail
    rows: tuple[Row, ...]
    visits: VisitContest | None = None
    twins: TwinContest | None = None
    pair: Rivalry | None = None

    def asked(self, picks: Mapping[str, int]) -> tuple[Row, ...]:
        """The rows that have to be chosen."""
        return self.visits.asked(picks) if self.visits is not None else self.rows

    @property
    def sides(self) -> tuple[str, ...]:
        """Who tells, by names that stay when somebody else comes in between: entries, or `LIST`."""
        if self.visits is not None:
            return tuple(word.id for word in self.visits.words)
        if self.twins is not None:
            return self.twins.kept.proposal, self.twins.other.proposal
        if self.pair is not None:
            return self.pair.first.id, self.pair.second.id
        return LIST, self.detail.proposal.id if self.detail.proposal is not None else ""

    def usual(self) -> dict[str, int]:
        """The choices that stand before anybody chose."""
        return self.twins.usual() if self.twins is not None else {}


def question_of(detail: ContestDetail) -> Question | None:
    """What is contested; None where nothing is any more."""
    if detail.key.kind == VISITS:
        visits = visit_contest(detail.standing, field_of)
        return Question(detail, visits.rows, visits=visits) if visits is not None else None
    proposal, other = detail.proposal, detail.other_proposal
    if proposal is None or not proposal.open:
        return None
    if detail.key.kind == BASE:
        rows = base_rows(proposal, detail.standing.family)
        return Question(detail, rows) if rows else None
    if other is None or detail.other is None or not other.open:
        return None
    if detail.key.kind in (RIVALS, SAME):
        pairs = (one for one in rivals(detail.standing) if {one.first.id, one.second.id} == {proposal.id, other.id})
        pair = next(pairs, None)
        return Question(detail, pair.rows, pair=pair) if pair is not None else None
    twins = compare(Proposed(proposal.id, detail.standing.family), Proposed(other.id, detail.other.family))
    return Question(detail, twins.rows, twins=twins)


def picks_from(question: Question, chosen: Mapping[str, str]) -> dict[str, int]:
    """Codes of options (a side, or `BOTH`) by row -> choices; what is no choice (any more) is left out."""
    picks = question.usual()
    for row in question.rows:
        code = chosen.get(row.key, "")
        if code == BOTH or code in question.sides:
            pick = TOGETHER if code == BOTH else question.sides.index(code)
            try:
                row.value(pick)
            except Refused:
                continue
            picks[row.key] = pick
    return picks


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words are made with."""

    lexicon: Lexicon
    actor: Actor
    held: Collection[str]
    """Photos whose files are on this laptop."""
    hides: bool = True
    """Whether private answers are hidden."""
