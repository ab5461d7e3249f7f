"""The lock screen as the window has it: presenter and view, the seconds that pass, language and size at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.lanes import NEXT_TURN_MS
from app.ui.screens.masuk.front import Front
from app.ui.screens.masuk.outfit import OutfitBar
from app.ui.screens.masuk.presenter import LockPresenter
from app.ui.screens.masuk.state import LockState
from app.ui.screens.masuk.view import LockView
from app.ui.tasks import Tasks
from app.ui.theme import theme
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import bring_into_sight
from app.usecases.desk import Desk, PreferenceStore
from app.usecases.doors import Doors
from app.usecases.enrolling import WaitingVillage

START = "mulai"


class LockPage(Front):
    """`focus_work()` and `shown()` as every page has them."""

    def __init__(
        self,
        doors: Doors,
        tasks: Tasks,
        preferences: PreferenceStore,
        unlocked: Callable[[Desk], None],
        go: Callable[[str], None],
        waiting: Callable[[WaitingVillage], None],
    ) -> None:
        super().__init__(gap=16, margins=(16, 24, 16, 20))
        self._tasks, self._preferences, self._go = tasks, preferences, go
        self.setAccessibleName(self.tr("Masuk"))
        self.presenter = LockPresenter(doors, tasks.bound(self), self._show, unlocked, waiting)
        self._state = LockState()
        self._build()
        self._placed = QTimer(self)
        self._placed.setSingleShot(True)
        self._placed.setInterval(NEXT_TURN_MS)  # what is inside has its place only then
        self._placed.timeout.connect(self._show_focus)
        self.column.verticalScrollBar().rangeChanged.connect(lambda *_: self._placed.start())
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.presenter.tick)
        self._second.start()
        self.presenter.open()

    def focus_work(self) -> None:
        """The password is the work."""
        self.view.focus_work()

    def refresh(self) -> None:
        """A village came or went: look again."""
        self.presenter.open()

    def _show(self, state: LockState) -> None:
        before, self._state = self._state, state
        self.view.show_state(state)
        if before.stage is not state.stage and (state.problem is not None or state.busy):
            # With large text the foot of the card is below the edge: what happens there must be seen.
            QTimer.singleShot(0, self, self._show_foot)
        elif before.person != state.person:
            self._placed.start()

    def _show_focus(self) -> None:
        """With large text the box for the password may lie over the edge once the list of people has its place."""
        focus = self.view.focusWidget()
        if focus is not None and self._state.problem is None and not self._state.busy:
            bring_into_sight(focus)

    def _show_foot(self) -> None:
        part: QWidget = self.view.working if self._state.busy else self.view.problem
        if self._state.restorable and not self._state.busy:
            part = self.view.restore_button
        self.column.ensureWidgetVisible(part, 0, theme().px(16))

    def _build(self) -> None:
        self.body.clear()
        self.view = LockView()
        self.outfit = OutfitBar(self._preferences, self._tasks)
        self.outfit.language_changed.connect(self._speak)
        middle = Row()
        middle.addStretch(1)
        middle.put(self.view, 1000)
        middle.addStretch(1)
        holder = QWidget()
        Column(None, middle, None, on=holder)
        self.body.put(holder, 1)
        self.body.addWidget(self.outfit, 0, Qt.AlignmentFlag.AlignHCenter)
        view = self.view
        view.village_chosen.connect(self.presenter.choose_village)
        view.person_chosen.connect(self.presenter.choose_person)
        view.password_given.connect(self.presenter.unlock)
        view.restore_asked.connect(self.presenter.restore)
        view.finish_asked.connect(self.presenter.finish_wipe)
        view.recovery_asked.connect(self.presenter.ask_recovery)
        view.recovery_left.connect(self.presenter.leave_recovery)
        view.recovery_given.connect(self.presenter.recover)
        view.new_village_asked.connect(self._start_new)
        view.retry_asked.connect(self.presenter.open)

    def _speak(self) -> None:
        """Another language: the same in other words."""
        self._build()
        self.presenter.show_again()
        self.outfit.language_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_new(self) -> None:
        self._go(START)
