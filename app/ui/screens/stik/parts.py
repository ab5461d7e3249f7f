"""What both windows of sticks share: choosing a place, and work under way."""

from __future__ import annotations

from PySide6.QtCore import QDir, QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.dialogs import Dialog
from app.ui.messages import Message
from app.ui.picking import file_window
from app.ui.screens.stik.state import Going, PlaceShown, Stage
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import Button, SecondaryButton
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column, Flow
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text
from app.ui.words import translate

_FOLDER = QFileDialog.FileMode.Directory
_FILE = QFileDialog.FileMode.ExistingFile


class StickDialog(Dialog):
    """A window whose work can be stopped: Esc stops what runs, and closes the window only when nothing runs."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None, title: str, width: float) -> None:
        super().__init__(parent, title, width)
        self._running = False
        self.problem = Notice("", Tone.WARN)
        self.body.put(self.problem)

    def reject(self) -> None:
        """Esc and closing."""
        running = self._running
        self.stop_asked.emit()
        if not running:
            super().reject()

    def leave(self) -> None:
        """The laptop is being locked."""
        self.stop_asked.emit()

    def show_run(self, stage: Stage, going: Going, problem: Message | None) -> None:
        """Whether something runs that was not stopped yet, and what went wrong."""
        self._running = stage is Stage.WORKING and not going.stopping
        words = f"{problem.title} {problem.text}".strip() if problem is not None else ""
        self.problem.setVisible(bool(words))
        if words and words != self.problem.words.words():
            announce(self, words)
        self.problem.set_notice(words)


class PlaceField(QWidget):
    """The places that are known, and a way to any other; `chosen` tells a folder or a file."""

    chosen = Signal(str)

    def __init__(self, label: str, *more: Button) -> None:
        super().__init__()
        self.box = SelectBox()
        self.field = Field(label, self.box)
        self.folder_button = SecondaryButton(translate("StickPlace", "Pilih folder…"), "folder-open")
        self.folder_button.clicked.connect(self.ask_folder)
        self.box.activated.connect(self._activated)
        acts = QWidget()
        Flow(self.folder_button, *more, gap=8, on=acts)
        Column(self.field, acts, gap=8, on=self)

    def show_places(self, places: tuple[PlaceShown, ...], chosen: str) -> None:
        """These can be chosen, and this one is."""
        with QSignalBlocker(self.box):
            self.box.set_options(tuple((place.folder, place.words) for place in places))
            self.box.set_value(chosen)
        self.field.setVisible(bool(places))

    def ask_folder(self) -> None:
        """The system's window of folders."""
        self._ask(translate("StickPlace", "Pilih folder"), _FOLDER)

    def ask_file(self) -> None:
        """The system's window of files, for one that lies somewhere."""
        self._ask(translate("StickPlace", "Pilih berkas"), _FILE)

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = file_window(self, title, self.box.value())
        dialog.setObjectName("stick-place")
        dialog.setFileMode(mode)
        if mode is _FOLDER:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        else:
            dialog.setNameFilters([translate("StickPlace", "Bundel Balai") + " (*.balai)"])
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self.chosen.emit(QDir.toNativeSeparators(name))  # Qt writes paths with / everywhere, people on Windows do not

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.box.value())


class Under(QWidget):
    """Work under way: the step in words above its bar, and how much below."""

    def __init__(self) -> None:
        super().__init__()
        self.step = Text("", "strong")
        self.bar = ProgressBar("")
        self.amount = Text("", "small", "muted")
        Column(self.step, self.bar, self.amount, gap=10, on=self)

    def show_going(self, going: Going) -> None:
        """How far it is."""
        self.step.setText(translate("StickPlace", "Menghentikan") if going.stopping else going.step)
        self.amount.setText(going.amount)
        self.bar.setAccessibleName(f"{self.step.text()} {going.amount}".strip())
        if going.share is None:
            self.bar.setRange(0, 0)
            self.bar.update()
        else:
            self.bar.set_share(going.share)
