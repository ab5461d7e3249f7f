"""The filters above the list of proposals: for whom one waits, which kind, which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain import proposal_course
from app.domain.proposal_course import PROPOSAL_STATES
from app.ui.shown import Filter, FilterOption
from app.ui.vocabulary.proposals import KINDS, kind_words, state_words
from app.ui.wording import number_words
from app.ui.words import translate
from app.usecases.reading import ProposalFilter

WAITING: Final[Mapping[str, tuple[str, ...]]] = {
    "mend": (proposal_course.RETURNED,),
    "meeting": (proposal_course.PROPOSED, proposal_course.POSTPONED),
    "head": (proposal_course.AGREED,),
    "operator": (proposal_course.ENDORSED,),
    "district": (proposal_course.KEYED_IN,),
}
"""For whom a proposal waits -> its states."""
_OBJECTIONS: Final[Mapping[str, tuple[str, ...]]] = {"operator": (proposal_course.PROPOSED,)}
"""For whom an objection waits besides: no meeting decides on it, the operator hands it on at once."""

MEETING_KINDS: Final = tuple(kind for kind in KINDS if kind != "objection")
"""What the village's meeting decides on; an objection is answered by the district."""

OPEN: Final = "open"
NO_OBJECTIONS: Final = "proposals"
"""The choice of every kind that the village's meeting decides on."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person chose."""

    text: str = ""
    kind: str = ""
    state: str = ""
    waiting: str = ""
    open_only: bool = False

    @property
    def filtering(self) -> bool:
        """Whether anything is left out."""
        return self != Wanted()

    def question(self, rts: tuple[str, ...]) -> ProposalFilter:
        """What to ask of the store."""
        states = (self.state,) if self.state else WAITING.get(self.waiting, ())
        objections = () if self.state else _OBJECTIONS.get(self.waiting, ())
        return ProposalFilter(self.text, self._kinds(), states, objections, self.open_only, rts)

    def _kinds(self) -> tuple[str, ...]:
        if self.kind == NO_OBJECTIONS or (self.waiting == "meeting" and not self.kind):
            return MEETING_KINDS
        return (self.kind,) if self.kind else ()

    def chosen(self, key: str, value: str) -> Wanted:
        """After a person chose `value` for `key`; a state and somebody who is waited for exclude each other."""
        if key == "waiting":
            return replace(self, waiting=value, state="", open_only=False)
        if key == "state":
            open_only = value == OPEN
            return replace(self, state="" if open_only else value, open_only=open_only, waiting="")
        return replace(self, kind=value) if key == "kind" else self


def wanted_from(facts: Mapping[str, object]) -> Wanted:
    """The list that another screen asks for: ``text, kind, state, waiting, open``."""

    def text(key: str) -> str:
        value = facts.get(key, "")
        return value if isinstance(value, str) else ""

    return Wanted(text("text"), text("kind"), text("state"), text("waiting"), bool(facts.get("open")))


def filters_of(wanted: Wanted, counts: Mapping[str, int]) -> tuple[Filter, ...]:
    """The filters as they stand; `counts` says how many wait for whom, by key of `WAITING` and '' for all."""
    state = OPEN if wanted.open_only else wanted.state
    return (
        Filter("waiting", translate("Proposals", "Menunggu"), _waiting_options(counts), wanted.waiting, pills=True),
        Filter("kind", translate("Proposals", "Jenis"), _kind_options(), wanted.kind),
        Filter("state", translate("Proposals", "Keadaan"), _state_options(), state),
    )


def waiting_words(waiting: str) -> str:
    """For whom a proposal waits."""
    return {
        "": translate("Proposals", "Semua"),
        "mend": translate("Proposals", "Perbaiki"),
        "meeting": translate("Proposals", "Musyawarah"),
        "head": translate("Proposals", "Sahkan"),
        "operator": translate("Proposals", "Input"),
        "district": translate("Proposals", "Kabupaten"),
    }.get(waiting, waiting)


def _waiting_options(counts: Mapping[str, int]) -> tuple[FilterOption, ...]:
    return tuple(
        FilterOption(key, waiting_words(key), number_words(counts[key]) if counts.get(key) else "")
        for key in ("", *WAITING)
    )


def _kind_options() -> tuple[FilterOption, ...]:
    every = FilterOption("", translate("Proposals", "Semua jenis"))
    no_objections = FilterOption(NO_OBJECTIONS, translate("Proposals", "Semua kecuali sanggah"))
    return (every, no_objections, *(FilterOption(kind, kind_words(kind)) for kind in KINDS))


def _state_options() -> tuple[FilterOption, ...]:
    every = FilterOption("", translate("Proposals", "Semua keadaan"))
    open_only = FilterOption(OPEN, translate("Proposals", "Belum selesai"))
    return (every, open_only, *(FilterOption(state, state_words(state)) for state in PROPOSAL_STATES))
