"""The evidence of a proposal: what is asked for, what is there, and adding a photo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui.dropped import files_of, take_copy
from app.ui.screens.foto.parts import PhotoLine
from app.ui.screens.keluarga.parts import Thumb
from app.ui.screens.usulan.form_state import EvidenceState, NeedLine
from app.ui.shown import Option
from app.ui.tokens import Tone
from app.ui.widgets import Card, Column, IconButton, IconText, Notice, QuietButton, Row, SecondaryButton, Text
from app.ui.widgets.text import Ink


class NeedRow(QWidget):
    """One demand for evidence; a photo dropped on it is taken for it."""

    wanted = Signal(str)
    dropped = Signal(str, str)

    def __init__(self, need: NeedLine) -> None:
        super().__init__()
        self._need = need
        self.lacks = need.required and not need.met
        self.setAcceptDrops(bool(need.kinds))
        words = need.words if need.required else self.tr("%1 (bila ada)").replace("%1", need.words)
        open_ink: Ink = "warn" if need.required else "muted"
        icon = "circle-check" if need.met else "circle-dashed"
        column = Column(None, IconText(icon, words, "medium", "ok" if need.met else open_ink), gap=2)
        note = need.note or ("" if need.met or not need.required else self.tr("Belum ada"))
        if note:
            column.put(Text(note, "small", "muted"))
        column.put(None)
        line = Row(gap=8, on=self)
        line.put(column, 1)
        self.add_button = SecondaryButton(self.tr("Tambah foto"), "camera")
        self.add_button.setAccessibleName(self.tr("Tambah foto: %1").replace("%1", need.words))
        self.add_button.clicked.connect(self._add)
        line.put(self.add_button)
        self.add_button.setVisible(bool(need.kinds))

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if len(files_of(event)) == 1:
            take_copy(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        (file,) = files_of(event)
        take_copy(event)
        # Only once the folder from which it was dragged is let go of.
        QTimer.singleShot(0, self, partial(self._ask, lambda kind: self.dropped.emit(kind, str(file))))

    def _add(self) -> None:
        self._ask(self.wanted.emit)

    def _ask(self, answered: Callable[[str], None]) -> None:
        """Which of the kinds that would do a photo is."""
        kinds = self._need.kinds
        if len(kinds) == 1:
            answered(kinds[0].code)
        else:
            drop_kinds(self.add_button, kinds, answered)


def drop_kinds(button: QWidget, kinds: tuple[Option, ...], answered: Callable[[str], None]) -> None:
    """Ask below a button which kind of evidence a photo is."""
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for kind in kinds:
        menu.addAction(kind.words).triggered.connect(partial(_tell, answered, kind.code))
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _tell(answered: Callable[[str], None], kind: str, _checked: bool = False) -> None:
    answered(kind)


class EvidenceCard(Card):
    """What is asked for, what is there; `wanted(kind)` when a photo is to be chosen."""

    wanted = Signal(str)
    dropped = Signal(str, str)
    removed = Signal(str)
    photo_asked = Signal(object, bool)
    """A photo, and whether it is to be fetched."""
    completed = Signal()
    """Everything asked for is there, and the focus may go on."""

    def __init__(self) -> None:
        super().__init__(title=self.tr("Bukti"), gap=12)
        self._state: EvidenceState | None = None
        self.rows: list[NeedRow] = []
        """The demands, from top to bottom."""
        self._thumbs: list[tuple[str, Thumb]] = []
        self._none = Text(self.tr("Tidak ada bukti yang diwajibkan."), ink="muted")
        self._needs = QWidget()
        self._needs_column = Column(gap=10, on=self._needs)
        self._photos = QWidget()
        self._photos_column = Column(gap=8, on=self._photos)
        self._trouble = Notice("", Tone.WARN)
        self._trouble.hide()
        self.other_button = QuietButton(self.tr("Tambah bukti lain"), "plus")
        self.other_button.clicked.connect(self._ask_other)
        self._busy = IconText("hourglass", self.tr("Foto sedang dikecilkan dan dikunci"), "small", "muted")
        for item in (self._none, self._needs, self._photos, self._busy, self._trouble, self.other_button):
            self.body.put(item)

    def show_evidence(self, state: EvidenceState, pictures: Mapping[str, object]) -> None:
        """Show what is there."""
        before, self._state = self._state, state
        held = self._holds_focus()
        if before is None or before.needs != state.needs:
            self._needs_column.clear()
            self.rows = []
            for need in state.needs:
                row = NeedRow(need)
                row.wanted.connect(self.wanted)
                row.dropped.connect(self.dropped)
                self.rows.append(row)
                self._needs_column.put(row)
        if before is None or before.photos != state.photos:
            self._show_photos(state)
        self._none.setText(
            self.tr("Pilih alasannya dulu; bukti yang perlu akan tampil di sini.")
            if state.reason_first
            else self.tr("Tidak ada bukti yang diwajibkan.")
        )
        self._none.setVisible(not state.needs)
        self._needs.setVisible(bool(state.needs))
        self._photos.setVisible(bool(state.photos))
        self._busy.setVisible(state.busy)
        self._trouble.setVisible(bool(state.trouble))
        self._trouble.set_notice(state.trouble)
        for name, thumb in self._thumbs:
            image = pictures.get(name)
            if isinstance(image, QImage):
                thumb.show_image(image)
        if held and before is not None and before.photos != state.photos:
            # Only after this turn of the loop are the new rows there to take the focus.
            QTimer.singleShot(0, self, self._go_on)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _go_on(self) -> None:
        """A photo came or went and took its row with it: on to what is still asked for, else out of the card."""
        missing = next((row for row in self.rows if row.lacks and row.add_button.isVisible()), None)
        if missing is not None:
            missing.add_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._state is not None and any(need.required and not need.met for need in self._state.needs):
            self.other_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.completed.emit()

    def _show_photos(self, state: EvidenceState) -> None:
        self._photos_column.clear()
        self._thumbs = []
        for photo in state.photos:
            line = PhotoLine(photo)
            line.asked.connect(self.photo_asked)
            self._thumbs.append((photo.name, line.thumb))
            remove = IconButton("trash-2", self.tr("Keluarkan %1").replace("%1", photo.caption))
            remove.clicked.connect(partial(self.removed.emit, photo.name))
            line.line.put(remove)
            self._photos_column.put(line)

    def _ask_other(self) -> None:
        if self._state is not None:
            drop_kinds(self.other_button, self._state.others, self.wanted.emit)
