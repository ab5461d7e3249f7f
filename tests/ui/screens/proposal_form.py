"""A proposal's form over a real desk, as the tests of its presenter fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.ids import EntryId, FamilyId
from app.domain.payloads import (
    ChangeProposed,
)
from app.ui.lanes import run_at_once
from app.ui.screens.usulan.entry import proposal_of
from app.ui.screens.usulan.form_presenter import FormPresenter
from app.ui.screens.usulan.form_state import FormStage, FormState
from app.ui.screens.usulan.opening import Tools
from app.ui.screens.usulan.page import shelf_of
from app.ui.screens.usulan.sheet import (
    REASON,
)
from app.usecases.desk import Desk
from app.usecases.reading import FamilyFilter, FamilyRow, FamilySort, ProposalDetail


@dataclass
class Filled:
    """One form as a person fills it in."""

    desk: Desk
    presenter: FormPresenter
    shown: list[FormState]
    saved: list[EntryId] = field(default_factory=list)

    @property
    def state(self) -> FormState:
        """What is shown now."""
        return self.shown[-1]

    def answer(self, given: Mapping[str, str]) -> None:
        """Answers by their questions, one after the other."""
        for path, value in given.items():
            self.presenter.answer(path, value)

    def first_reason(self) -> str:
        """The first reason that is offered, chosen."""
        assert self.state.reasons is not None
        code = self.state.reasons.asks[0].options[0].code
        self.presenter.answer(REASON, code)
        return code

    def prove(self, photo: str) -> None:
        """A photo of each kind that is asked for."""
        for need in self.state.evidence.needs:
            self.presenter.add_photo(need.kinds[0].code, photo)

    def proposal(self) -> ProposalDetail:
        """What was saved, read again."""
        self.presenter.go_on()
        assert self.state.lacking == ()
        assert self.state.stage is FormStage.SUMMARY
        self.presenter.save()
        assert self.state.problem is None
        found = self.desk.reading.proposal(self.saved[-1])
        assert found is not None
        return found

    def change(self) -> ChangeProposed:
        """The body of a saved proposal."""
        body = self.proposal().proposal.body
        assert isinstance(body, ChangeProposed)
        return body


def form_of(desk: Desk, role: str = "", rts: tuple[str, ...] = ()) -> Filled:
    """A form over the desk, its lanes done on the spot."""
    shown: list[FormState] = []
    saved: list[EntryId] = []
    tools = Tools(
        reading=desk.reading,
        journal=desk.journal,
        drafts=desk.drafts,
        evidence=desk.evidence,
        photos=desk.photos,
        today=desk.today,
        shelf=lambda: shelf_of(desk.reading),
        read_picture=lambda name: None,
        actor=replace(desk.actor, role=role or desk.actor.role, rts=rts),
    )
    return Filled(desk, FormPresenter(tools, run_at_once, shown.append, saved.append), shown, saved)


def families(desk: Desk) -> list[FamilyRow]:
    """Families with several members, in the order of their names."""
    rows = desk.reading.families(FamilyFilter(), FamilySort(), 0, 40)
    return [row for row in rows if row.members >= 3]


def begin(desk: Desk, kind: str, family: str = "", reason: str = "") -> Filled:
    """Open a form and choose its reason."""
    form = form_of(desk)
    form.presenter.open(kind, FamilyId(family) if family else None)
    if reason:
        form.presenter.answer(REASON, reason)
    return form


def member_warning(form: Filled) -> str:
    """What is said above the first member of a new family."""
    return next(block.warning for block in form.state.blocks if block.instance == "1")


def first_members(desk: Desk, family: str) -> list[str]:
    """Ids of a family's members."""
    detail = desk.reading.family(FamilyId(family))
    assert detail is not None
    return [member.id for member in detail.standing.family.members]


def offered(form: Filled, key: str = "member") -> list[str]:
    """Whom one block of choices offers."""
    return [option.code for block in form.state.before if block.key == key for option in block.asks[0].options]


def proposal_of_form(form: Filled) -> ChangeProposed:
    """What would be saved, whatever evidence is missing."""
    sheet = form.presenter._sheet
    assert sheet is not None
    return proposal_of(sheet)


def error_below(form: Filled, path: str) -> str:
    """What is said below one question."""
    return next(ask.error for block in form.state.blocks for ask in block.asks if ask.path == path)
