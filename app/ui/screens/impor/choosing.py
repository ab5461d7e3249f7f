"""Choosing the file: dropped here, or looked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.ui.dropped import files_of, take_copy
from app.ui.folders import Place, folder_of, remember_folder
from app.ui.icons import icon_pixmap
from app.ui.messages import Message
from app.ui.picking import file_window
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text


class DropArea(QWidget):
    """An area for one file, with a button for those who do not drag."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self._sign = QLabel()
        title = Text(self.tr("Seret berkas daftar ke sini"), "heading")
        words = Text(
            self.tr("Excel (.xlsx, .xls), OpenDocument (.ods) atau CSV, seperti yang dikirim kabupaten."),
            "body",
            "muted",
        )
        self.button = PrimaryButton(self.tr("Pilih berkas"), "folder-open")
        self.button.clicked.connect(self.asked)
        column = Column(gap=8, margins=(20, 30, 20, 30), on=self)
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self._sign, title, words):
            label.setAlignment(centre)
            column.put(label)
        column.addSpacing(theme().px(6))
        column.addWidget(self.button, 0, centre)
        dress(self._restyle)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if len(files_of(event)) == 1:
            self._over = True
            self.update()
            take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._over = False
        self.update()
        files = files_of(event)
        if len(files) == 1:
            take_copy(event)
            self.dropped.emit(files[0])

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(worn.colour("primary" if self._over else "border_strong"), worn.px(2 if self._over else 1))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(worn.colour("primary_soft" if self._over else "surface"))
            edge = worn.px(1)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), worn.px(14), worn.px(14))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self._sign.setPixmap(icon_pixmap("file-spreadsheet", "primary", 40))
        self.update()


class ChooseStep(QWidget):
    """The area, what will happen, and what was wrong with the last file."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.problem = Notice("", Tone.WARN)
        self.area = DropArea()
        promise = Text(
            self.tr(
                "Berkas hanya dibaca. Balai tidak mengubahnya dan tidak membetulkan apa pun diam-diam: "
                "yang janggal ditandai, isi aslinya tetap disimpan."
            ),
            "small",
            "muted",
        )
        Column(self.problem, self.area, promise, None, gap=12, on=self)
        self.area.asked.connect(self._ask)
        self.area.dropped.connect(self.chosen)
        self.show_problem("", None)

    def show_problem(self, file_name: str, message: Message | None) -> None:
        """Say what is wrong with a file, what is safe and what to do."""
        self.problem.setVisible(message is not None)
        if message is not None:
            words = " ".join(filter(None, (message.title, message.text)))
            self.problem.set_notice(f"{file_name}: {words}" if file_name else words)

    def _ask(self) -> None:
        dialog = file_window(self, self.tr("Pilih daftar"), folder_of(Place.DownloadLocation))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        sheets = self.tr("Daftar (Excel, OpenDocument, CSV)")
        every = self.tr("Semua berkas")
        dialog.setNameFilters([f"{sheets} (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.txt *.tsv)", f"{every} (*)"])
        dialog.fileSelected.connect(self._selected)
        dialog.open()

    def _selected(self, name: str) -> None:
        remember_folder(Place.DownloadLocation, name)
        self.chosen.emit(Path(name))
