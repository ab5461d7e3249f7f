"""The summary on the screen: what is missing first, then what differs, then everything, and the one act."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.screens.kunjungan.lines import LackRow
from app.ui.screens.kunjungan.state import LackLine, SectionShown, Summary
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    Divider,
    Flow,
    IconText,
    KeyValueList,
    Notice,
    PrimaryButton,
    QuietButton,
    Row,
    StruckValue,
    Text,
)


class SaveButton(PrimaryButton):
    """Does not save because Enter was held down on the question before."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class SummaryView(QWidget):
    """`pointed(path)` when something missing is pressed, `saved` when the visit is to be saved, `retreated`."""

    pointed = Signal(str)
    saved = Signal()
    retreated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._summary: Summary | None = None
        self._first_lack: QWidget | None = None
        self._column = Column(gap=14, on=self)
        self._cards = QWidget()
        self._cards_column = Column(gap=14, on=self._cards)
        self.blocked_notice = Notice("", Tone.WARN)
        self.save_button = SaveButton(self.tr("Simpan kunjungan"), "save")
        self.save_button.clicked.connect(self.saved)
        self.back_button = QuietButton(self.tr("Sebelumnya"), "arrow-left")
        self.back_button.clicked.connect(self.retreated)
        foot = QWidget()
        Flow(self.save_button, self.back_button, gap=8, on=foot)
        for item in (self._cards, self.blocked_notice, foot):
            self._column.put(item)

    def show_summary(self, summary: Summary, saving: bool, busy: bool) -> None:
        """Show a summary; saving takes a moment, and waits for photos that are being sealed."""
        self.save_button.setEnabled(not summary.blocked and not saving and not busy)
        waiting = self.tr("Menyimpan…") if saving else self.tr("Menunggu foto…") if busy else ""
        self.save_button.setText(waiting or self.tr("Simpan kunjungan"))
        self.blocked_notice.setVisible(bool(summary.blocked))
        if summary.blocked:
            self.blocked_notice.set_notice(summary.blocked)
        if summary == self._summary:
            return
        self._summary, self._first_lack = summary, None
        self._cards_column.clear()
        if summary.lacks:
            self._cards_column.put(self._lacks_card(summary.lacks))
        if summary.changes or summary.proposals or summary.advice:
            self._cards_column.put(_changes_card(self, summary))
        self._cards_column.put(_answers_card(self, summary))

    def focus_work(self) -> None:
        """What stands in the way, else the act itself."""
        target = self.save_button if self.save_button.isEnabled() else self._first_lack
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        up = event.key() == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if (enter and shifted) or up:
            self.retreated.emit()
        else:
            super().keyPressEvent(event)

    def _lacks_card(self, lacks: tuple[LackLine, ...]) -> Card:
        card = Card(title=self.tr("Masih kurang"), gap=4)
        for lack in lacks:
            row = LackRow(lack)
            row.clicked.connect(partial(self.pointed.emit, lack.path))
            self._first_lack = self._first_lack or row
            card.body.put(row)
        return card


def _changes_card(view: SummaryView, summary: Summary) -> Card:
    card = Card(title=view.tr("Berbeda dari sebelumnya"), gap=8)
    for who, changes in summary.changes:
        card.body.put(Text(who, "medium"))
        for change in changes:
            line = Column(Text(change.label, "small", "muted"), StruckValue(change.old, change.new), gap=2)
            card.body.put(line)
    if summary.proposals:
        card.body.put(IconText("send", summary.proposals, "medium"))
    for words in summary.advice:
        card.body.put(IconText("info", words, "medium", "info"))
    return card


def _answers_card(view: SummaryView, summary: Summary) -> Card:
    card = Card(title=view.tr("Jawaban"), gap=8)
    if summary.photos:
        card.body.put(IconText("image", summary.photos, "medium"))
    for at, section in enumerate(summary.sections):
        if at:
            card.body.put(Divider())
        card.body.put(_SectionAnswers(section))
    return card


class _SectionAnswers(QWidget):
    """One section: how much is answered; the answers themselves when one asks for them."""

    def __init__(self, section: SectionShown) -> None:
        super().__init__()
        self._answers = section.answers
        self._list: KeyValueList | None = None
        self.button = QuietButton(self.tr("Lihat"), "chevron-down")
        self.button.setAccessibleName(self.tr("Lihat jawaban: %1").replace("%1", section.title))
        self.button.setVisible(bool(section.answers))
        self.button.clicked.connect(self._turn)
        words = Column(Text(section.title, "medium"), Text(section.count, "small", "muted"), gap=1)
        line = Row(gap=8)
        line.put(words, 1)
        line.put(self.button)
        self._column = Column(gap=8, on=self)
        self._column.put(line)

    def _turn(self) -> None:
        if self._list is None:
            self._list = KeyValueList(self._answers)
            self._column.put(self._list)
            shown = True
        else:
            shown = not self._list.isVisible()
            self._list.setVisible(shown)
        self.button.set_icon("chevron-up" if shown else "chevron-down")
        self.button.setText(self.tr("Tutup") if shown else self.tr("Lihat"))
