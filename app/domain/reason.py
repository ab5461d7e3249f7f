"""Why something is proposed, sent back or refused, and which evidence each reason asks for; reasons are data.

A list of reasons is named ``<group>@<version>``: the ministry's fifteen are ``ineligible@kepmensos-73-2024``, and a
district adds its own by a list of the same group. An entry keeps list and code, so old entries stay readable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from app.domain.codelist import ENGLISH, INDONESIAN
from app.domain.errors import Refused
from app.domain.questionnaire import Questionnaire, Words

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One kind of photo, scan or record that can prove something."""

    code: str
    words: Words
    private: bool = False
    """Shows numbers, health or money; never in what is printed or posted."""


@dataclass(frozen=True, slots=True)
class EvidenceNeed:
    """One demand: so many pieces, each of one of these kinds."""

    any_of: tuple[str, ...]
    count: int = 1
    required: bool = True

    def met_by(self, there: Mapping[str, int]) -> bool:
        """Whether the pieces at hand (how many of each kind) fulfil the demand."""
        return sum(there.get(kind, 0) for kind in self.any_of) >= self.count


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its legal source and the evidence that it asks for."""

    code: str
    label_id: str
    label_en: str
    source: str
    evidence: tuple[EvidenceNeed, ...] = ()
    number: int = 0
    """The item's number in the decree, 0 where it has none."""
    from_centre: bool = False
    """The ministry finds this by itself; the village only confirms or disputes it."""
    note_required: bool = False
    concerns: str = "family"
    """``family`` or ``member``: whom the reason is about."""
    suggested_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes, by list, that give cause to look whether the reason holds; never more than a hint."""

    def label(self, language: str = INDONESIAN) -> str:
        """The words in the language asked for."""
        return self.label_en if language == ENGLISH else self.label_id


@dataclass(frozen=True)
class ReasonList:
    """The reasons of one group from one source."""

    group: str
    version: str
    source: str
    title: Words
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        if len(self._by_code) != len(self.reasons):
            raise Refused("reasons_code_twice", list=self.key)

    @property
    def key(self) -> str:
        """What an entry keeps beside the code: ``ineligible@kepmensos-73-2024``."""
        return f"{self.group}@{self.version}"

    @cached_property
    def _by_code(self) -> dict[str, Reason]:
        return {reason.code: reason for reason in self.reasons}

    def get(self, code: str) -> Reason | None:
        """The reason of a code, or None."""
        return self._by_code.get(code)


@dataclass(frozen=True)
class ProposalKind:
    """One thing that a village can ask of the district, with what has to be said and shown for it."""

    code: str
    words: Words
    explanation: Words
    subject: str
    """``family``, ``member`` or ``none`` (a family that is not on the list yet)."""
    picks: tuple[str, ...]
    """What is chosen from the list: ``member``, ``members``, ``other_family``, ``other_member``, ``changes``,
    ``present`` (who receives the aid now), and of what stands afterwards ``kept`` (card or record) and ``head``."""
    reason_group: str
    reason_required: bool
    evidence: tuple[EvidenceNeed, ...]
    removal: bool
    """It would take aid away: sealed at once, never done by an enumerator alone."""
    form: Questionnaire | None
    """The questions that are left; names are those of the entry's payload or DTSEN columns."""


@dataclass(frozen=True)
class ReasonBook:
    """Everything that is known about reasons, evidence and kinds of proposals, checked against each other."""

    lists: Mapping[str, ReasonList]
    evidence: Mapping[str, EvidenceKind]
    proposals: Mapping[str, ProposalKind]

    @classmethod
    def of(
        cls, lists: Iterable[ReasonList], evidence: Iterable[EvidenceKind], proposals: Iterable[ProposalKind]
    ) -> ReasonBook:
        """A checked book; refuses unknown evidence kinds, lists or codes twice, and groups that nobody fills."""
        kinds = _once((kind.code, kind) for kind in evidence)
        book = _once((one.key, one) for one in lists)
        asked = _once((one.code, one) for one in proposals)
        needs = [(reason.code, need) for one in book.values() for reason in one.reasons for need in reason.evidence]
        needs += [(one.code, need) for one in asked.values() for need in one.evidence]
        for owner, need in needs:
            unknown = [kind for kind in need.any_of if kind not in kinds]
            if unknown or not need.any_of or need.count < 1:
                raise Refused("reasons_evidence_unknown", owner=owner, kind=", ".join(unknown))
        groups = {one.group for one in book.values()}
        for one in asked.values():
            if one.reason_group and one.reason_group not in groups:
                raise Refused("reasons_group_unknown", owner=one.code, group=one.reason_group)
        return cls(book, kinds, asked)

    def group(self, group: str) -> tuple[tuple[ReasonList, Reason], ...]:
        """All reasons of a group, the ministry's and the district's, each with its list."""
        return tuple((one, reason) for one in self.lists.values() if one.group == group for reason in one.reasons)

    def suggested(self, group: str, code_list: str, value: str) -> tuple[tuple[ReasonList, Reason], ...]:
        """Reasons of a group that a code of the list gives cause to look into (a civil servant on the card)."""
        return tuple(
            (one, reason) for one, reason in self.group(group) if value in reason.suggested_by.get(code_list, ())
        )

    def reason(self, reason_list: str, code: str) -> Reason:
        """The reason that an entry names."""
        found = self.lists[reason_list].get(code) if reason_list in self.lists else None
        if found is None:
            raise Refused("reason_unknown", list=reason_list, reason=code)
        return found

    def needs(self, proposal: str, reason_list: str = "", reason: str = "") -> tuple[EvidenceNeed, ...]:
        """The evidence that a proposal of this kind with this reason asks for."""
        kind = self.proposals.get(proposal)
        if kind is None:
            raise Refused("proposal_kind_unknown", kind=proposal)
        of_reason = self.reason(reason_list, reason).evidence if reason else ()
        return (*kind.evidence, *(need for need in of_reason if need not in kind.evidence))

    def missing(self, proposal: str, reason_list: str, reason: str, there: Iterable[str]) -> tuple[EvidenceNeed, ...]:
        """The required demands that the evidence at hand (its kinds, one a piece) does not fulfil."""
        counted = Counter(there)
        needs = self.needs(proposal, reason_list, reason)
        return tuple(need for need in needs if need.required and not need.met_by(counted))

    def missing_kinds(self, proposal: str, reason_list: str, reason: str, there: Iterable[str]) -> tuple[str, ...]:
        """For each unfulfilled demand the first kind that would fulfil it: what to ask the official for."""
        return tuple(need.any_of[0] for need in self.missing(proposal, reason_list, reason, there))


def _once(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for code, value in pairs:
        if code in found:
            raise Refused("reasons_code_twice", list=code)
        found[code] = value
    return found
