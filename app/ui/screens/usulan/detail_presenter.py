"""The detail of one proposal: loads it, shows its photos, and writes what the village does with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.errors import Problem
from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import ChangeProposed
from app.domain.proposal_course import ProposalStanding
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.latest import Latest
from app.ui.screens.usulan.card import DetailStage, DetailState, ProposalCard
from app.ui.screens.usulan.story import story
from app.ui.words import translate
from app.usecases.answer_proposal import DecideItem, EndorseItem, MarkKeyedIn, WithdrawProposal
from app.usecases.contests import ContestRow
from app.usecases.ports import Actor, EvidenceStore, Journal
from app.usecases.reading import Reading

ReadPicture = Callable[[str], object | None]
"""SHA-256 of a photo -> a small picture, None where its file is not here or is no picture; called in the lane."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    proposal: ProposalStanding
    card: ProposalCard


class ProposalPresenter:
    """`show` gets every new state; `written` is called after an act, so that lists look again."""

    def __init__(
        self,
        reading: Reading,
        journal: Journal,
        evidence: EvidenceStore,
        actor: Actor,
        run: Run,
        show: Callable[[DetailState], None],
        written: Callable[[], None],
        lexicon: Callable[[], Lexicon],
        read_picture: ReadPicture,
        contests: Callable[[], Sequence[ContestRow]] = tuple,
    ) -> None:
        """`contests` gives all that is contested in the village (called in the lane)."""
        self._contests = contests
        self._reading, self._journal, self._evidence, self._actor = reading, journal, evidence, actor
        self._run, self._out, self._written = run, show, written
        self._lexicon, self._read_picture = lexicon, read_picture
        self._id = EntryId("")
        self._proposal: ProposalStanding | None = None
        self._load = Latest[EntryId, _Loaded | None](run, self._read, self._loaded, self._failed)
        self._state = DetailState()

    @property
    def card(self) -> ProposalCard | None:
        """What is shown."""
        return self._state.card

    def open(self, proposal: EntryId) -> None:
        """Show a proposal; the one before stays until the new one is here."""
        if proposal != self._id:
            self._id = proposal
            stage = self._state.stage if self._state.card is not None else DetailStage.LOADING
            self._show(replace(self._state, stage=stage, refusal=None, said=""))
        self._load.ask(proposal)

    def refresh(self) -> None:
        """Look again, because something was written meanwhile."""
        if self._id:
            self._load.ask(self._id)

    def decide(self, outcome: str, meeting_date: str, note: str, dissent: str) -> None:
        """Write what the meeting decided."""
        act = DecideItem(self._journal)
        self._do(
            lambda family, proposal: act(family, proposal, outcome, meeting_date, note, dissent),
            translate("Proposals", "Keputusan musyawarah tersimpan."),
        )

    def endorse(self, note: str) -> None:
        """Put the village head's name to it."""
        act = EndorseItem(self._journal)
        self._do(lambda family, proposal: act(family, proposal, note), translate("Proposals", "Usulan disahkan."))

    def key_in(self, day: str, result: str) -> None:
        """Write that it was typed into SIKS-NG."""
        act = MarkKeyedIn(self._journal)
        self._do(
            lambda family, proposal: act(family, proposal, day, result),
            translate("Proposals", "Tercatat sudah diinput ke SIKS-NG."),
        )

    def withdraw(self, note: str) -> None:
        """Take the proposal back."""
        act = WithdrawProposal(self._journal)
        self._do(
            lambda family, proposal: act(family, proposal, note), translate("Proposals", "Usulan ditarik kembali.")
        )

    def forget_refusal(self) -> None:
        """The dialog that told it was closed."""
        self._show(replace(self._state, refusal=None, said=""))

    def _do(self, act: Callable[[FamilyId, ProposalStanding], EntryId], said: str) -> None:
        proposal, card = self._proposal, self._state.card
        if proposal is None or card is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, refusal=None, said=""))
        work = partial(act, FamilyId(card.family), proposal)
        self._run(Lane.DISK, work, partial(self._done, said), self._refused)

    def _done(self, said: str, _entry: EntryId) -> None:
        self._show(replace(self._state, busy=False, said=said))
        self._written()
        self.refresh()

    def _refused(self, problem: Problem) -> None:
        self._show(replace(self._state, busy=False, refusal=explain(problem)))

    def _read(self, proposal: EntryId) -> _Loaded | None:
        detail = self._reading.proposal(proposal)
        if detail is None:
            return None
        bodies = {one.entry.id: one.payload for one in self._journal.entries(detail.standing.id)}
        body = detail.proposal.body
        held = frozenset(self._evidence.held()) if body.evidence else frozenset()
        named = body.other_family if isinstance(body, ChangeProposed) else None
        found = self._reading.family(named) if named else None
        other = found.standing if found is not None else None
        card = story(detail, self._lexicon(), self._actor, bodies, other, held, self._contests())
        return _Loaded(detail.proposal, card)

    def _loaded(self, _proposal: EntryId, loaded: _Loaded | None) -> None:
        if loaded is None:
            self._proposal = None
            self._show(DetailState(stage=DetailStage.GONE))
            return
        same = self._state.card is not None and self._state.card.id == loaded.card.id
        self._proposal = loaded.proposal
        self._show(
            DetailState(
                stage=DetailStage.READY,
                card=loaded.card,
                pictures=self._state.pictures if same else {},
                busy=self._state.busy if same else False,
                said=self._state.said if same else "",
                refusal=self._state.refusal if same else None,
            )
        )
        self._next_picture()

    def photo_came(self, name: str) -> None:
        """The file of a photo that was missing is here now."""
        pictures = {one: picture for one, picture in self._state.pictures.items() if one != name}
        self._show(replace(self._state, pictures=pictures))
        self.refresh()

    def _next_picture(self) -> None:
        """One photo at a time, so that nothing else waits for many."""
        card = self._state.card
        if card is None:
            return
        photos = card.content.photos
        missing = next((one for one in photos if one.held and one.name not in self._state.pictures), None)
        if missing is not None:
            self._run(
                Lane.DISK,
                partial(self._read_picture, missing.name),
                partial(self._pictured, card.id, missing.name),
                partial(self._not_pictured, card.id, missing.name),
            )

    def _pictured(self, proposal: str, name: str, picture: object | None) -> None:
        if self._state.card is None or self._state.card.id != proposal:
            return
        self._show(replace(self._state, pictures={**self._state.pictures, name: picture}))
        self._next_picture()

    def _not_pictured(self, proposal: str, name: str, _problem: Problem) -> None:
        self._pictured(proposal, name, None)

    def _failed(self, problem: Problem) -> None:
        self._show(DetailState(stage=DetailStage.FAILED, problem=explain(problem)))

    def _show(self, state: DetailState) -> None:
        self._state = state
        self._out(state)
