"""The summary on the screen: what is missing first, then what differs, then everything, and the one act."""

from __future__ import annotations

from functools import partial
from typing import Final

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
    SecondaryButton,
    StruckValue,
    Text,
)

_PRESSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SaveButton(PrimaryButton):
    """Does not save because Enter was held down on the question before, nor while nobody can see it: then `unseen`."""

    unseen = Signal()

    def in_sight(self) -> bool:
        """Whether the whole button is on the screen."""
        return self.visibleRegion().boundingRect().contains(self.rect())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in _PRESSING and not self.in_sight():
            self.unseen.emit()
        else:
            super().keyPressEvent(event)


class SummaryView(QWidget):
    """`pointed(path)` when something missing is pressed, `saved` when the visit is to be saved, `retreated`.

    `sought(widget)` asks that something that has the focus is brought into view.
    """

    pointed = Signal(str)
    saved = Signal()
    retreated = Signal()
    sought = Signal(QWidget)

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
        self.save_button.unseen.connect(self._go_down)
        self.down_button = SecondaryButton(self.tr("Ke tombol Simpan kunjungan"), "arrow-down")
        self.down_button.clicked.connect(self._go_down)
        self._down = QWidget()
        Flow(self.down_button, on=self._down)
        self._down.hide()
        self.back_button = QuietButton(self.tr("Sebelumnya"), "arrow-left")
        self.back_button.clicked.connect(self.retreated)
        foot = QWidget()
        Flow(self.save_button, self.back_button, gap=8, on=foot)
        for item in (self._down, self._cards, self.blocked_notice, foot):
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
        if summary.changes or summary.proposals:
            self._cards_column.put(self._changes_card(summary))
        if summary.advice:
            self._cards_column.put(self._advice_card(summary))
        self._cards_column.put(self._answers_card(summary))

    def focus_work(self) -> None:
        """What stands in the way, else the act itself; where it is below the edge, the way there."""
        far = self.save_button.isEnabled() and not self.save_button.in_sight()
        self._down.setVisible(far)
        act = self.down_button if far else self.save_button
        target = act if self.save_button.isEnabled() else self._first_lack or self.back_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        up = event.key() == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if (enter and shifted) or up:
            self.retreated.emit()
        else:
            super().keyPressEvent(event)

    def _go_down(self) -> None:
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.sought.emit(self.save_button)

    def _lacks_card(self, lacks: tuple[LackLine, ...]) -> Card:
        card = Card(title=self.tr("Masih kurang"), gap=4)
        for lack in lacks:
            row = LackRow(lack)
            row.clicked.connect(partial(self.pointed.emit, lack.path))
            self._first_lack = self._first_lack or row
            card.body.put(row)
        return card

    def _changes_card(self, summary: Summary) -> Card:
        card = Card(title=self.tr("Berbeda dari sebelumnya"), gap=8)
        for who, changes in summary.changes:
            card.body.put(Text(who, "medium"))
            for change in changes:
                line = Column(Text(change.label, "small", "muted"), StruckValue(change.old, change.new), gap=2)
                card.body.put(line)
        if summary.proposals:
            card.body.put(IconText("send", summary.proposals, "medium"))
        return card

    def _advice_card(self, summary: Summary) -> Card:
        card = Card(title=self.tr("Setelah disimpan"), gap=8)
        for words in summary.advice:
            card.body.put(IconText("info", words, "medium", "info"))
        return card

    def _answers_card(self, summary: Summary) -> Card:
        card = Card(title=self.tr("Jawaban"), gap=8)
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
        self.button.clicked.connect(self._turn)
        words = Column(Text(section.title, "medium"), Text(section.count, "small", "muted"), gap=1)
        line = Row(gap=8)
        line.put(words, 1)
        line.put(self.button)
        self._column = Column(gap=8, on=self)
        self._column.put(line)
        self.button.setVisible(bool(section.answers))

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
