"""One contest on the screen: who tells, every row with its choices, what will be recorded, and the acts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.messages import Message
from app.ui.screens.bertentangan.rows import RowCard, side_cards
from app.ui.screens.bertentangan.state import SettlingShown
from app.ui.tokens import Tone
from app.ui.widgets import (
    Card,
    Column,
    Field,
    Flow,
    IconText,
    NoteBox,
    Notice,
    Page,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Text,
)
from app.ui.widgets.tab_order import TabOrder


class SettlingView(Page):
    """`chosen(row, code)`, `noted(words)`, `saved()`, `apart_asked()`, `family_asked(id)`,
    `proposal_asked(id)`, `left()`."""

    chosen = Signal(str, str)
    noted = Signal(str)
    note_left = Signal()
    saved = Signal()
    apart_asked = Signal()
    private_asked = Signal()
    family_asked = Signal(str)
    photo_asked = Signal(object, bool)
    proposal_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        self.back_button = QuietButton(self.tr("Kembali ke daftar"), "arrow-left")
        super().__init__("", "", self.back_button)
        self.back_button.clicked.connect(self.left)
        self._shown: SettlingShown | None = None
        self._rows: tuple[RowCard, ...] = ()
        self._explanation = Text("", ink="muted")
        self._top = QWidget()
        self._top_column = Column(gap=10, on=self._top)
        self.private_button = SecondaryButton(self.tr("Tampilkan isian pribadi"), "eye")
        self.private_button.clicked.connect(self.private_asked)
        self._private = QWidget()
        Flow(self.private_button, on=self._private)
        self._list = QWidget()
        self._list_column = Column(gap=10, on=self._list)
        told = QWidget()
        parts = self._explanation, self._top, self._private, self._list, self._build_foot()
        Column(*parts, gap=16, on=told)
        self._tab_order = TabOrder(self.back_button, told)
        self.body.put(told)
        self.body.put(None)

    def show_settling(self, shown: SettlingShown, busy: bool, refusal: Message | None) -> None:
        """Show a contest; rows whose question is the same stay, and the focus with them."""
        before, self._shown = self._shown, shown
        self.header.set_words(shown.title, shown.about)
        self.setAccessibleName(shown.title)
        self._explanation.setText(shown.explanation)
        if before is None or (shown.base, shown.sides) != (before.base, before.sides):
            self._show_sides(shown)
        self._private.setVisible(shown.hides)
        self._show_rows(shown)
        if before is None or before.id != shown.id:
            self.note_box.setPlainText(shown.note)
            self.verticalScrollBar().setValue(0)
        self.summary.set_words(shown.summary)
        self.save_button.setText(self.tr("Menyimpan…") if busy else shown.save_words)
        self.save_button.setEnabled(shown.ready and not busy and not shown.why_not)
        self.apart_button.setVisible(bool(shown.apart))
        self.apart_button.setText(shown.apart)
        self.apart_button.setEnabled(not busy and not shown.why_not)
        self.why_not.setVisible(bool(shown.why_not))
        self.why_not.set_notice(shown.why_not)
        self.trouble.setVisible(refusal is not None)
        if refusal is not None:
            self.trouble.set_notice(" ".join(part for part in (refusal.title, refusal.advice) if part))
        self._tab_order.follow()

    def begin(self) -> None:
        """A contest was opened: its first choice, or where type is too large for both, the head, because nobody chooses
        before he has read who says what."""
        first = next((one for one in self._rows if not one.row.chosen), None)
        if first is None or first.mapTo(self.widget(), QPoint(0, first.height())).y() <= self.viewport().height():
            self.focus_work()
        else:
            self.back_button.setFocus(Qt.FocusReason.TabFocusReason)
            self.verticalScrollBar().setValue(0)

    def focus_work(self) -> None:
        """The first row that is not chosen yet, else the act."""
        row = next((one for one in self._rows if not one.row.chosen), None)
        if row is not None:
            row.choices.focus_choice()
        elif self.save_button.isEnabled():
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.back_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.turn_page(event.key()):
            super().keyPressEvent(event)

    def _build_foot(self) -> Card:
        self.note_box = NoteBox(lines=2)
        self.note_box.textChanged.connect(self._note)
        self.note_box.installEventFilter(self)
        self.summary = IconText("info", "", "medium")
        self.why_not = Notice("", Tone.INFO)
        self.trouble = Notice("", Tone.WARN)
        self.save_button = PrimaryButton(self.tr("Simpan pilihan"), "save")
        self.save_button.clicked.connect(self.saved)
        self.apart_button = SecondaryButton("", "users")
        self.apart_button.clicked.connect(self.apart_asked)
        self.family_button = QuietButton(self.tr("Buka keluarga"), "house")
        self.family_button.clicked.connect(self._ask_family)
        acts = QWidget()
        Flow(self.save_button, self.apart_button, self.family_button, gap=8, on=acts)
        hint = self.tr("Misalnya: didatangi lagi bersama ketua RT.")
        note = Field(self.tr("Catatan (boleh dikosongkan)"), self.note_box, hint)
        return Card(note, self.summary, self.why_not, self.trouble, acts)

    def _show_sides(self, shown: SettlingShown) -> None:
        self._top_column.clear()
        beside, cards = side_cards(shown.base, shown.sides)
        for card in cards:
            card.photo_asked.connect(self.photo_asked)
            card.proposal_asked.connect(self.proposal_asked)
        self._top_column.put(beside)

    def _show_rows(self, shown: SettlingShown) -> None:
        rows, base = shown.rows, shown.base.title if shown.base is not None else ""
        if len(rows) == len(self._rows) and all(card.fits(row) for card, row in zip(self._rows, rows, strict=True)):
            for card, row in zip(self._rows, rows, strict=True):
                card.show_row(row)
            return
        at = next((card.row.key for card in self._rows if card.isAncestorOf(self.focusWidget() or card)), "")
        self._list_column.clear()
        made = []
        for row in rows:
            card = RowCard(row, base, len(shown.sides))
            card.chosen.connect(self.chosen)
            card.confirmed.connect(partial(self._go_on, row.key))
            self._list_column.put(card)
            made.append(card)
        self._rows = tuple(made)
        again = next((card for card in made if card.row.key == at), None)
        if again is not None:
            again.choices.focus_choice()

    def _go_on(self, key: str) -> None:
        """Enter: to the next row, behind the last one to the note."""
        at = next((n for n, card in enumerate(self._rows) if card.row.key == key), 0)
        if at + 1 < len(self._rows):
            following = self._rows[at + 1]
            following.choices.focus_choice()
            self.ensureWidgetVisible(following)  # its question too, where both fit
        else:
            self.note_box.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.save_button)

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if watched is getattr(self, "note_box", None) and event.type() is QEvent.Type.FocusOut:
            self.note_left.emit()
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.noted.emit(self.note_box.toPlainText())

    def _ask_family(self) -> None:
        if self._shown is not None:
            self.family_asked.emit(self._shown.family)
