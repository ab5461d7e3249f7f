"""Brings route and form together with the desk: who asks whom, and where one goes from here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.domain.codelist import CodeBook
from app.domain.errors import Problem
from app.domain.ids import FamilyId
from app.domain.questionnaire import Questionnaire
from app.ui.lanes import Lane
from app.ui.screens.keluarga.pictures import THUMB_EDGE, read_image
from app.ui.screens.kunjungan.form_presenter import FormPresenter
from app.ui.screens.kunjungan.form_view import FormView
from app.ui.screens.kunjungan.opening import Tools
from app.ui.screens.kunjungan.photos import PhotoTile
from app.ui.screens.kunjungan.route_presenter import RoutePresenter
from app.ui.screens.kunjungan.route_view import RouteView
from app.ui.tasks import Tasks
from app.ui.widgets import StackedPages
from app.usecases.desk import Desk
from app.usecases.record_visit import RecordVisit

if TYPE_CHECKING:
    from app.ui.screens.keluarga.page import Navigate


def _shelf() -> tuple[Questionnaire, CodeBook]:
    """The visit form and the code lists; files are read the first time, so it is called in the lane."""
    from app.shelf.codes import code_book
    from app.shelf.forms import visit_form

    return visit_form(), code_book()


def _form_id() -> str:
    return _shelf()[0].id


class VisitPage(StackedPages):
    """The screen as the shell has it: `open(**facts)`, `refresh()`, `shown()`, `focus_work()`."""

    def __init__(self, desk: Desk, tasks: Tasks, navigate: Navigate) -> None:
        super().__init__()
        self._desk, self._tasks, self._navigate = desk, tasks, navigate
        self.setAccessibleName(self.tr("Kunjungan"))
        self.form = FormView()
        self.route = RouteView(tasks.bound(self))
        self.addWidget(self.route)
        self.addWidget(self.form)
        run = tasks.bound(self)
        tools = Tools(
            desk.reading,
            desk.drafts,
            desk.evidence,
            desk.photos,
            desk.settings,
            RecordVisit(desk.journal),
            desk.actor,
            desk.clock,
            desk.today,
            _shelf,
        )
        self.form_presenter = FormPresenter(tools, run, self.form.show_state)
        self.route_presenter = RoutePresenter(
            desk.reading, desk.drafts, desk.settings, desk.actor, _form_id, run, self.route.show_state
        )
        self._opened = False
        self._connect()

    def open(self, **facts: object) -> None:
        """Show the form of a family (``family=``) or the route of an RT (``rt=``, ``rw=``)."""
        self._opened = True
        family = facts.get("family")
        if isinstance(family, str) and family:
            self._open_form(family)
        else:
            self._leave_form()
            self.route_presenter.open(str(facts.get("rt", "")), str(facts.get("rw", "")))

    def shown(self) -> None:
        """Seen (again): a form that is open stays as it was left."""
        if self.currentWidget() is self.form:
            self.form_presenter.look_again()
            return
        if self._opened:
            self.refresh()
        else:
            self.open()

    def refresh(self) -> None:
        """Something was written, or came in: the route is asked again, an open form is not disturbed."""
        if self.currentWidget() is self.route:
            self.route_presenter.refresh()

    def focus_work(self) -> None:
        """Where the work begins."""
        page = self.form if self.currentWidget() is self.form else self.route
        page.focus_work()

    def leave(self) -> None:
        """Before locking or closing: what was typed last goes to the draft."""
        self.form.flush()

    def _connect(self) -> None:
        self.route.family_opened.connect(self._open_form)
        self.route.place_chosen.connect(self.route_presenter.choose)
        self.route.retry_asked.connect(self.route_presenter.refresh)
        form, presenter = self.form, self.form_presenter
        form.edited.connect(presenter.answer)
        form.advanced.connect(presenter.go_on)
        form.retreated.connect(presenter.go_back)
        form.taken.connect(presenter.take)
        form.put_off.connect(presenter.put_off)
        form.pointed.connect(presenter.go_to)
        form.member_added.connect(presenter.add_member)
        form.member_removed.connect(presenter.remove_member)
        form.photos_chosen.connect(presenter.add_photos)
        form.photo_removed.connect(presenter.remove_photo)
        form.tile_made.connect(self._read_tile)
        form.save_asked.connect(presenter.save)
        form.retry_asked.connect(presenter.retry)
        form.next_asked.connect(self._open_form)
        form.proposal_asked.connect(self._propose)
        form.left.connect(self._to_route)

    def _open_form(self, family: str) -> None:
        self.form.flush()
        self.form_presenter.open(FamilyId(family))
        self.setCurrentWidget(self.form)
        self.form.focus_work()

    def _propose(self, kind: str, family: str, given: Mapping[str, str]) -> None:
        self._navigate("usulan", new=kind, family=family, given=given)

    def _to_route(self) -> None:
        self._leave_form()
        self.route_presenter.refresh()
        self.route.focus_work()

    def _leave_form(self) -> None:
        self.form.flush()
        self.form_presenter.close()
        self.setCurrentWidget(self.route)

    def _read_tile(self, tile: PhotoTile) -> None:
        def refused(_problem: Problem) -> None:
            tile.show_image(None)

        work = partial(read_image, self._desk.evidence, THUMB_EDGE, tile.name)
        self._tasks.bound(tile)(Lane.DISK, work, tile.show_image, refused)
