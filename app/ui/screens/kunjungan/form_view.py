"""The form on the screen: progress on the left, the questions of one page beside it, one of them open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.screens.kunjungan.done_view import DoneView
from app.ui.screens.kunjungan.panel import QuestionPanel
from app.ui.screens.kunjungan.progress import ProgressColumn
from app.ui.screens.kunjungan.question_column import QuestionColumn
from app.ui.screens.kunjungan.recap_view import SummaryView
from app.ui.screens.kunjungan.state import FormState, Stage
from app.ui.theme import dress, theme
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    EmptyState,
    ErrorState,
    Flow,
    IconText,
    LoadingState,
    Notice,
    PageHeader,
    QuietButton,
    Responsive,
    Room,
    Row,
    ScrollColumn,
    SecondaryButton,
    SelectBox,
    StackedPages,
    Text,
)


class FormView(Responsive):
    """Shows a `FormState`; every act of the person is a signal."""

    edited = Signal(str, str)
    advanced = Signal()
    retreated = Signal()
    taken = Signal(str)
    put_off = Signal()
    pointed = Signal(str)
    member_added = Signal()
    member_removed = Signal()
    photos_chosen = Signal(str, tuple)
    photo_removed = Signal(str, str)
    tile_made = Signal(object)
    save_asked = Signal()
    retry_asked = Signal()
    next_asked = Signal(str)
    proposal_asked = Signal(str, str, object)
    """Kind of proposal, family, and what is known already."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = FormState()
        self._pages = StackedPages()
        self._loading = LoadingState(self.tr("Membuka formulir"))
        self._error = ErrorState()
        self._error.acted.connect(self.retry_asked)
        self._closed = EmptyState("", "", self.tr("Kembali ke rute"), icon="lock")
        self._closed.acted.connect(self.left)
        self.done = DoneView()
        self.done.next_asked.connect(self.next_asked)
        self.done.left.connect(self.left)
        self.done.proposal_asked.connect(self.proposal_asked)
        self._build_work()
        for page in (self._loading, self._work, self.done, self._closed, self._error):
            self._pages.addWidget(page)
        Column(self._pages, on=self)
        self.breakpoint_changed.connect(self._make_room)
        self._shortcuts()
        dress(self._restyle)

    # ------------------------------------------------------------------------------------------------- showing

    def show_state(self, state: FormState) -> None:
        """Show a state; only what differs is touched."""
        before, self._state = self._state, state
        pages = {
            Stage.LOADING: self._loading,
            Stage.READY: self._work,
            Stage.SAVED: self.done,
            Stage.EMPTY: self._closed,
            Stage.FAILED: self._error,
        }
        self._pages.setCurrentWidget(pages[state.stage])
        if state.stage is Stage.READY:
            self._show_work(state, before)
        else:
            self.questions.clear()
            self._show_end(state)
        if state.stage is not before.stage and state.stage is not Stage.READY:
            self._focus_soon()

    @property
    def panel(self) -> QuestionPanel | None:
        """The open question."""
        return self.questions.panel

    def focus_work(self) -> None:
        """Where one answers now."""
        if self._state.stage is Stage.READY:
            if self.panel is not None:
                self.panel.focus_work()
                self._bring(self.panel)
            elif self._state.summary is not None:
                # Whether the act is in sight is known once the new page is laid out.
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                self.summary.focus_work()
        elif self._state.stage is Stage.SAVED:
            self.done.focus_work()
        elif self._state.stage is Stage.EMPTY:
            self._closed.button.setFocus()

    def flush(self) -> None:
        """What was typed last goes to the draft now."""
        if self.panel is not None:
            self.panel.flush()

    def hideEvent(self, event: QHideEvent, /) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show_end(self, state: FormState) -> None:
        if state.problem is not None:
            said = state.problem
            self._error.set_words(said.title, said.safe, said.advice, said.action or self.tr("Coba lagi"))
        if state.stage is Stage.EMPTY and state.notice is not None:
            self._closed.set_words(state.notice.title, state.title)
        if state.stage is Stage.SAVED:
            self.done.show_state(state)

    def _show_work(self, state: FormState, before: FormState) -> None:
        self.header.set_words(state.title, state.subtitle)
        self.attempt.setText(state.attempt)
        self.attempt.setVisible(bool(state.attempt))
        self.draft.set_words(state.draft)
        self.draft.setVisible(bool(state.draft))
        self.notice.setVisible(state.notice is not None)
        if state.notice is not None:
            said = state.notice
            self.notice.set_notice(" ".join(part for part in (said.title, said.safe, said.advice) if part))
            self.notice.button.setText(said.action or self.tr("Tutup"))
        self.page_title.setText(state.page_title)
        self.page_title.setVisible(not self.room.single)
        self.page_hint.setText(state.page_hint)
        self.page_hint.setVisible(bool(state.page_hint))
        self.remove_button.setVisible(state.removable)
        self.progress.show_lines(state.sections, state.add_words)
        self._show_add()
        if state.sections != before.sections or state.page != before.page:
            self.page_box.set_options(
                tuple(
                    (one.key, ": ".join(filter(None, (one.words, one.progress)))) for one in state.sections if one.key
                )
            )
            self.page_box.set_value(state.page)
        if state.page != before.page:
            self.questions.clear()
        self.questions.show_questions(state, before.asked, before.asked is None and before.summary is None)
        self.summary.setVisible(state.summary is not None)
        if state.summary is not None:
            self.summary.show_summary(state.summary, state.saving, state.busy)
        if state.page != before.page or before.stage is not Stage.READY:
            self._scroll.verticalScrollBar().setValue(0)
            announce(self.page_title, f"{state.page_title}. {state.page_hint}")
            if state.summary is not None:
                self._focus_soon()

    # --------------------------------------------------------------------------------------------------- acting

    def _advance(self) -> None:
        self.flush()
        self.advanced.emit()

    def _retreat(self) -> None:
        self.flush()
        self.retreated.emit()

    def _point(self, position: str) -> None:
        self.flush()
        here = position == self._state.page
        self.pointed.emit(position)
        if here:
            # Nothing moves, so nothing else would take the keys from the column of progress to the open question.
            self._focus_soon()

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _turn_page(self, by: int) -> None:
        keys = [line.key for line in self._state.sections if line.key]
        if self._state.page in keys:
            at = keys.index(self._state.page) + by
            if 0 <= at < len(keys):
                self._point(keys[at])

    def _choose_page(self) -> None:
        self._point(self.page_box.value())

    def _focus_soon(self) -> None:
        QTimer.singleShot(0, self, self.focus_work)

    def _follow_soon(self, widget: QWidget) -> None:
        """What is shown only now has its place in the next turn of the loop."""
        QTimer.singleShot(0, self, partial(self._follow, widget))

    def _follow(self, widget: QWidget) -> None:
        if not isValid(widget) or not self._scroll.isAncestorOf(widget):
            return  # the question was left before its turn came
        self._scroll.ensureWidgetVisible(widget, theme().px(8), theme().px(56))

    def _bring(self, panel: QuestionPanel) -> None:
        """The whole open question in sight, with the answer before it above."""
        bar, view = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top = panel.mapTo(self._scroll.widget(), QPoint(0, 0)).y()
        if top < bar.value() or top + panel.height() > bar.value() + view:
            bar.setValue(max(0, top - theme().px(48)))
        focus = self.focusWidget()
        if focus is not None and panel.isAncestorOf(focus):
            self._follow(focus)

    # ------------------------------------------------------------------------------------------------- building

    def _build_work(self) -> None:
        self.back_button = QuietButton(self.tr("Kembali ke rute"), "arrow-left")
        self.back_button.setToolTip(self.tr("Esc; yang sudah diisi tetap tersimpan sebagai draf"))
        self.back_button.clicked.connect(self._leave)
        self.header = PageHeader("", "", self.back_button)
        self.attempt = Text("", "small_strong", "muted", wrap=False)
        self.draft = IconText("hard-drive", "", "small", "muted", wrap=False)
        self._facts = QWidget()
        Flow(self.attempt, self.draft, gap=16, on=self._facts)
        self.notice = Notice("", Tone.WARN, self.tr("Coba lagi"))
        self.notice.acted.connect(self.retry_asked)
        self.notice.hide()
        self.page_box = SelectBox()
        self.page_box.setAccessibleName(self.tr("Bagian formulir"))
        self.page_box.activated.connect(self._choose_page)
        self.progress = ProgressColumn()
        self.progress.pointed.connect(self._point)
        self.progress.member_added.connect(self._add_member)
        self.page_title = Text("", "heading")
        self.page_hint = Text("", "body", "muted")
        self.remove_button = QuietButton(self.tr("Hapus anggota baru ini"), "user-x")
        self.remove_button.clicked.connect(self.member_removed)
        self.add_button = SecondaryButton(self.tr("Tambah anggota"), "user-plus")
        self.add_button.clicked.connect(self._add_member)
        self.summary = SummaryView()
        self.summary.pointed.connect(self._point)
        self.summary.saved.connect(self.save_asked)
        self.summary.sought.connect(self._follow)
        self.summary.retreated.connect(self.retreated)
        self._build_questions()
        self._scroll = ScrollColumn(gap=10, margins=(0, 0, 10, 24))
        title = Row(gap=8)
        title.put(self.page_title, 1)
        title.put(self.remove_button)
        self._add = QWidget()
        Flow(self.add_button, on=self._add)
        for item in (title, self.page_hint, self.questions, self.summary, self._add, None):
            self._scroll.body.put(item)
        side = Card(gap=0, margins=(8, 10, 8, 10))
        side.body.put(self.progress, 1)
        self._side = side
        middle = Row(gap=18)
        middle.put(side)
        middle.put(self._scroll, 1)
        self._work = QWidget()
        self._column = Column(self.header, self._facts, self.page_box, self.notice, gap=10, on=self._work)
        self._column.set_margins((24, 16, 14, 0))
        self._column.put(middle, 1)

    def _build_questions(self) -> None:
        self.questions = QuestionColumn()
        self.questions.edited.connect(self.edited)
        self.questions.advanced.connect(self._advance)
        self.questions.retreated.connect(self._retreat)
        self.questions.taken.connect(self.taken)
        self.questions.put_off.connect(self.put_off)
        self.questions.pointed.connect(self._point)
        self.questions.photos_chosen.connect(self.photos_chosen)
        self.questions.photo_removed.connect(self.photo_removed)
        self.questions.tile_made.connect(self.tile_made)
        self.questions.opened.connect(self._focus_soon)
        self.questions.focus_moved.connect(self._follow)
        self.questions.found_wrong.connect(self._follow_soon)

    def _add_member(self) -> None:
        self.flush()
        self.member_added.emit()

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+PgUp", partial(self._turn_page, -1)),
            ("Ctrl+PgDown", partial(self._turn_page, 1)),
            ("Ctrl+T", self._add_member),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _make_room(self, room: Room) -> None:
        self._side.setVisible(not room.single)
        self.page_box.setVisible(room.single)
        self.page_title.setVisible(not room.single)
        self.header.set_low(room.low)
        self._place_head(room.low)
        self._show_add()
        self._column.set_margins((12, 8, 6, 0) if room.low else (24, 16, 14, 0))
        self._column.set_gap(6 if room.low else 10)

    def _place_head(self, low: bool) -> None:
        """Where the screen is low, the head scrolls away with the questions: what is asked has the room."""
        home, first = (self._scroll.body, 0) if low else (self._column, 1)
        for at, part in enumerate((self._facts, self.page_box)):
            if home.indexOf(part) < 0:
                home.insertWidget(first + at, part)

    def _show_add(self) -> None:
        """Members are added in the column of progress; where that has no room, below the questions."""
        self._add.setVisible(bool(self._state.add_words) and self.room.single)

    def _restyle(self) -> None:
        self._side.setFixedWidth(theme().px(264))
