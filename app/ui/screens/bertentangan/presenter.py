"""Lists what is contested, opens one contest, keeps the choices, and writes what settles it or takes it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.errors import Problem
from app.domain.ids import EntryId, FamilyId
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.bertentangan.asking import shown_of
from app.ui.screens.bertentangan.drawing import id_of, line_of, settled_line
from app.ui.screens.bertentangan.question import Question, Telling, picks_from, question_of
from app.ui.screens.bertentangan.state import PageState, Stage
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.latest import Latest
from app.ui.words import translate
from app.usecases.contests import SAME, ContestKey, ContestRow, Contests, SettlingRow
from app.usecases.desk import Drafts
from app.usecases.open_drafts import SETTLING
from app.usecases.ports import Actor, Journal
from app.usecases.settle import (
    KeepBoth,
    MergeProposals,
    SettleBase,
    SettleRivals,
    SettleVisits,
    TellApart,
    UndoSettling,
)

MOST = 100
"""Contests that are listed at most; the rest follow as these are settled."""
SETTLED = 20
"""Settlings that are listed at most."""


_NOTE = ".note"
"""Field of a draft that is no row."""


def _form(key: ContestKey) -> str:
    """The name under which the choices of one contest are kept."""
    return "|".join((SETTLING, key.kind, key.proposal or "", key.other or ""))


def _nothing(_: object) -> None:
    """There is nothing to show for it."""


@dataclass(frozen=True, slots=True)
class _Listed:
    rows: Sequence[ContestRow]
    settled: Sequence[SettlingRow]


@dataclass(frozen=True, slots=True)
class _Opened:
    question: Question | None
    lexicon: Lexicon
    held: Collection[str]
    kept: Mapping[str, str]
    """Choices and note as they were left."""


class ContestsPresenter:
    """`show` gets every new state; `written` is called after an act."""

    def __init__(
        self,
        contests: Contests,
        journal: Journal,
        drafts: Drafts,
        actor: Actor,
        lexicon: Callable[[], Lexicon],
        held: Callable[[], Collection[str]],
        run: Run,
        show: Callable[[PageState], None],
    ) -> None:
        self._contests, self._journal, self._drafts, self._actor = contests, journal, drafts, actor
        self._lexicon, self._held, self._run, self._out = lexicon, held, run, show
        self._list = Latest[None, _Listed](run, self._look, self._listed, self._failed)
        self._one = Latest[ContestKey, _Opened](run, self._read, self._opened, self._failed)
        self._key: ContestKey | None = None
        self._question: Question | None = None
        self._telling: Telling | None = None
        self._chosen: dict[str, str] = {}
        self._note = self._kept_note = ""
        self._rows: Sequence[ContestRow] = ()
        self._settled: Sequence[SettlingRow] = ()
        self._state = PageState()

    def refresh(self) -> None:
        """Ask again; choices that are still possible stay."""
        self._list.ask(None)
        if self._key is not None:
            self._one.ask(self._key)

    def forget_said(self) -> None:
        """What was done last is no news any more."""
        if self._state.said:
            self._show(replace(self._state, said=""))

    def open(self, key: ContestKey) -> None:
        """Show one contest; choices begin anew unless it is the one that is shown."""
        if key != self._key:
            self._key, self._question = key, None
            self._chosen, self._note, self._kept_note = {}, "", ""
            self._show(replace(self._state, shown=None, gone=False, refusal=None, said=""))
        self._one.ask(key)

    def open_row(self, contest: str) -> None:
        """Show a contest of the list."""
        row = next((one for one in self._rows if id_of(one.key) == contest), None)
        if row is not None:
            self.open(row.key)

    def close(self) -> None:
        """Back to the list."""
        self._key, self._question = None, None
        self._one.forget()
        self._show(replace(self._state, shown=None, gone=False, refusal=None))
        self._list.ask(None)

    def choose(self, row: str, code: str) -> None:
        """Whose word holds in a row."""
        self._chosen[row] = code
        self._keep(row, code)
        self._draw(refusal_stays=False)

    def write_note(self, note: str) -> None:
        """What was written beside the choices."""
        if note != self._note:
            self._note = note
            self._draw(refusal_stays=False)

    def leave_note(self) -> None:
        """The note was left: what was written is kept."""
        if self._question is not None and self._note != self._kept_note:
            self._kept_note = self._note
            self._keep(_NOTE, self._note)

    def show_private(self) -> None:
        """Show private answers, as nobody stands beside who should not see them."""
        if self._telling is not None:
            self._telling = replace(self._telling, hides=False)
            self._draw(refusal_stays=True)

    def save(self) -> None:
        """Write what was chosen."""
        question = self._question
        if question is None:
            return
        detail, picks, note = question.detail, picks_from(question, self._chosen), self._note
        family, proposal, other = FamilyId(detail.standing.id), detail.proposal, detail.other_proposal
        if question.visits is not None:
            self._do(partial(SettleVisits(self._journal), family, question.visits, picks, note))
        elif question.pair is not None:
            self._do(partial(SettleRivals(self._journal), family, question.pair, picks, note))
        elif question.twins is not None and proposal is not None and other is not None:
            self._do(partial(MergeProposals(self._journal), question.twins, proposal, other, picks, note))
        elif proposal is not None:
            self._do(partial(SettleBase(self._journal), family, proposal, detail.standing.family, picks, note))

    def tell_apart(self) -> None:
        """Write that both stand: they are different people, or do not contradict each other after all."""
        question = self._question
        if question is not None and question.twins is not None:
            self._do(partial(TellApart(self._journal), question.twins, self._note))
        elif question is not None and question.pair is not None:
            family = FamilyId(question.detail.standing.id)
            self._do(partial(KeepBoth(self._journal), family, question.pair, self._note))

    def undo(self, settling: str) -> None:
        """Take a settling back."""
        row = next((one for one in self._settled if one.entries[0][1] == settling), None)
        if row is not None and not self._state.busy:
            self._show(replace(self._state, busy=True, refusal=None, said=""))
            self._run(Lane.DISK, partial(UndoSettling(self._journal), row), self._undone, self._refused)

    def _do(self, act: Callable[[], EntryId | tuple[EntryId, ...]]) -> None:
        if not self._state.busy:
            self._show(replace(self._state, busy=True, refusal=None, said=""))
            self._run(Lane.DISK, act, self._done, self._refused)

    def _keep(self, field: str, value: str) -> None:
        """On the disk, so that nothing chosen is lost when Balai is locked or the power goes."""
        key = self._key
        if key is not None:
            work = partial(self._drafts.save, _form(key), key.family, field, value)
            self._run(Lane.DISK, work, _nothing, self._refused)

    def _done(self, _entries: object) -> None:
        key = self._key
        if key is not None:
            self._run(Lane.DISK, partial(self._drafts.discard, _form(key), key.family), _nothing, self._refused)
        said = translate("Contest", "Tersimpan di laptop. Bila keliru, batalkan di daftar Sudah diselesaikan.")
        self._show(replace(self._state, busy=False, said=said))
        self.close()

    def _undone(self, _entries: object) -> None:
        said = translate("Contest", "Penyelesaian dibatalkan. Hal itu kembali ke daftar yang bertentangan.")
        self._show(replace(self._state, busy=False, said=said))
        self._list.ask(None)

    def _refused(self, problem: Problem) -> None:
        self._show(replace(self._state, busy=False, refusal=explain(problem)))

    def _look(self, _question: None) -> _Listed:
        return _Listed(self._contests.contests(), self._contests.settlings(SETTLED))

    def _listed(self, _question: None, found: _Listed) -> None:
        self._rows, self._settled = found.rows, found.settled
        quarrels = [row for row in found.rows if row.key.kind != SAME]
        twice = [row for row in found.rows if row.key.kind == SAME]
        self._show(
            replace(
                self._state,
                stage=Stage.READY,
                lines=tuple((id_of(row.key), line_of(row)) for row in quarrels[:MOST]),
                more=max(0, len(quarrels) - MOST),
                twice=tuple((id_of(row.key), line_of(row)) for row in twice[:MOST]),
                settled=tuple(settled_line(row, self._actor) for row in found.settled),
                problem=None,
            )
        )

    def _read(self, key: ContestKey) -> _Opened:
        detail = self._contests.contest(key)
        question = question_of(detail) if detail is not None else None
        draft = self._drafts.load(_form(key), key.family) if question is not None else None
        held = self._held() if question is not None else ()
        return _Opened(question, self._lexicon(), held, dict(draft.fields) if draft is not None else {})

    def _opened(self, _key: ContestKey, opened: _Opened) -> None:
        hides = self._telling.hides if self._telling is not None and self._question is not None else True
        if self._question is None:
            kept = dict(opened.kept)
            self._kept_note = kept.pop(_NOTE, "")
            self._note = self._note or self._kept_note
            self._chosen = {**kept, **self._chosen}
        self._question = opened.question
        self._telling = Telling(opened.lexicon, self._actor, opened.held, hides)
        if opened.question is None:
            self._show(replace(self._state, stage=Stage.READY, shown=None, gone=True))
        else:
            self._draw(refusal_stays=True)

    def _draw(self, *, refusal_stays: bool) -> None:
        if self._question is None or self._telling is None:
            return
        shown = shown_of(self._question, self._chosen, self._note, self._telling)
        refusal = self._state.refusal if refusal_stays else None
        self._show(replace(self._state, stage=Stage.READY, shown=shown, gone=False, refusal=refusal, problem=None))

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: PageState) -> None:
        self._state = state
        self._out(state)
