"""Brings list and detail together with the desk: who asks whom, and where one goes from here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from app.domain.codelist import CodeList
from app.domain.ids import FamilyId
from app.ui.lanes import Lane
from app.ui.screens.foto.opener import PhotoOpener
from app.ui.screens.keluarga.detail_presenter import FamilyPresenter
from app.ui.screens.keluarga.detail_view import FamilyDetailView
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.pictures import THUMB_EDGE, read_image
from app.ui.screens.keluarga.presenter import FamiliesPresenter
from app.ui.screens.keluarga.view import FamiliesView
from app.ui.tasks import Tasks
from app.usecases.contests import VISITS
from app.usecases.desk import Desk
from app.usecases.reveal_identity import RevealIdentity

PROGRAMMES = "program@kemensos-2025"


class Navigate(Protocol):
    """Goes to another screen with facts for it."""

    def __call__(self, place: str, **facts: object) -> None: ...


def lexicon_for(version: str) -> Lexicon:
    """The words of the shelf for lists of one version; reads files the first time, so call it in the lane."""
    from app.shelf.codes import code_book
    from app.shelf.forms import visit_form
    from app.shelf.reasons import reason_book

    return Lexicon(visit_form(), code_book(), reason_book(), version)


def _programmes() -> CodeList:
    from app.shelf.codes import code_book

    return code_book().get(PROGRAMMES)


class FamiliesPage(FamiliesView):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        self._desk, self._tasks, self._navigate = desk, tasks, navigate
        detail = FamilyDetailView(PhotoOpener(desk, tasks, self._photo_came))
        super().__init__(tasks.bound(detail), detail)
        self._run = tasks.bound(self)
        self._programmes: CodeList | None = None
        self.presenter = FamiliesPresenter(desk.reading, desk.actor, self._run, self.show_state, self._known_programmes)
        self.detail_presenter = FamilyPresenter(
            reading=desk.reading,
            actor=desk.actor,
            reveal=RevealIdentity(desk.journal),
            run=self._run,
            show=detail.show_state,
            lexicon_for=lexicon_for,
            read_picture=partial(read_image, desk.evidence, THUMB_EDGE),
            today=desk.today,
            now_ms=desk.clock.now_ms,
        )
        self._opened = False
        self._connect()
        self._run(Lane.DISK, _programmes, self._take_programmes)

    def open(self, **facts: object) -> None:
        """Show the list that another screen asks for, or one family of it (``family=``)."""
        family = facts.get("family")
        if not self._opened or set(facts) - {"family"}:
            self._opened = True
            self.presenter.open(facts)
        if isinstance(family, str) and family:
            self._show_family(family)
            self.open_detail()
        elif facts:
            self.master.close_detail()  # where it has the place of the list, what was asked for would not be seen

    def shown(self) -> None:
        """Seen (again): what was written elsewhere meanwhile is shown."""
        if self._opened:
            self.refresh()
        else:
            self.open()

    def refresh(self) -> None:
        """Something was written, or came in: ask again."""
        self.presenter.refresh()
        self.detail_presenter.refresh()

    def _connect(self) -> None:
        self.searched.connect(self.presenter.search)
        self.filter_chosen.connect(self.presenter.choose)
        self.filters_cleared.connect(self.presenter.clear)
        self.sort_chosen.connect(self.presenter.sort_by)
        self.retry_asked.connect(self.refresh)
        self.family_chosen.connect(self._choose)
        self.family_opened.connect(self._open_family)
        self.new_family_asked.connect(partial(self._go, "usulan", new="new_family"))
        self.changes_asked.connect(partial(self._go, "perubahan"))
        self.import_asked.connect(partial(self._go, "impor"))
        self.master.detail_closed.connect(self.detail_presenter.hide)
        detail = self.detail
        detail.visit_asked.connect(self._record_visit)
        detail.change_asked.connect(self._propose)
        detail.follow_up_asked.connect(self._follow_up)
        detail.objection_asked.connect(partial(self._propose, "objection"))
        detail.proposal_asked.connect(self._open_proposal)
        detail.contest_asked.connect(self._open_contest)
        detail.reveal_given.connect(self.detail_presenter.reveal)
        detail.hide_asked.connect(self.detail_presenter.hide)
        detail.second_passed.connect(self.detail_presenter.tick)
        detail.retry_asked.connect(self.detail_presenter.refresh)

    def _choose(self, family: str) -> None:
        """A row became current: its detail is shown where it has room beside the list."""
        if not self.master.room.single:
            self._show_family(family)

    def _show_family(self, family: str) -> None:
        self.mark(family)
        self.detail_presenter.open(FamilyId(family))

    def _open_family(self, family: str) -> None:
        self._show_family(family)
        self.open_detail()
        self.detail.focus_work()

    def _go(self, place: str, **facts: object) -> None:
        self._navigate(place, **facts)

    def _record_visit(self) -> None:
        self._navigate("kunjungan", family=self.detail_presenter.family)

    def _propose(self, kind: str) -> None:
        self._navigate("usulan", new=kind, family=self.detail_presenter.family)

    def _follow_up(self, kind: str, given: Mapping[str, str]) -> None:
        self._navigate("usulan", new=kind, family=self.detail_presenter.family, given=given)

    def _open_contest(self) -> None:
        self._navigate("bertentangan", kind=VISITS, family=self.detail_presenter.family)

    def _open_proposal(self, proposal: str) -> None:
        self._navigate("usulan", proposal=proposal)

    def _photo_came(self, name: str) -> None:
        self.detail_presenter.photo_came(name)

    def _known_programmes(self) -> CodeList | None:
        return self._programmes

    def _take_programmes(self, programmes: CodeList) -> None:
        self._programmes = programmes
