"""Photos of one question: chosen from the disk or dropped here, shown small, taken away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.dropped import files_of, take_copy
from app.ui.folders import Place, folder_of, remember_folder
from app.ui.icons import icon_pixmap
from app.ui.picking import file_window
from app.ui.screens.kunjungan.state import Asked, PhotoShown
from app.ui.theme import dress, theme
from app.ui.widgets import Column, Flow, IconButton, IconText, Row, SecondaryButton, Text


class PhotoTile(QWidget):
    """One photo, small, with a way to take it out; `removed` when it is pressed."""

    removed = Signal()

    def __init__(self, photo: PhotoShown) -> None:
        super().__init__()
        self.name = photo.name
        self._image: QImage | None = None
        self.setAccessibleName(photo.words)
        self.remove_button = IconButton("trash-2", self.tr("Hapus %1").replace("%1", photo.words))
        self.remove_button.clicked.connect(self.removed)
        line = Row(None, gap=0, margins=(0, 0, 0, 0), on=self)
        line.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        dress(self._restyle)

    def show_image(self, image: QImage | None) -> None:
        """The picture has come."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = QRectF(0.5, 0.5, worn.px(120) - 1, self.height() - 1)
            path = QPainterPath()
            path.addRoundedRect(area, worn.px(8), worn.px(8))
            painter.setPen(QPen(worn.colour("border"), worn.px(1)))
            painter.setBrush(worn.colour("sunken"))
            painter.drawPath(path)
            if self._image is None or self._image.isNull():
                edge = worn.px(22)
                at = (round((area.width() - edge) / 2), round((area.height() - edge) / 2))
                painter.drawPixmap(*at, icon_pixmap("image", "muted", 22))
            else:
                painter.setClipPath(path)
                size = self._image.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
                left, top = (area.width() - size.width()) / 2, (area.height() - size.height()) / 2
                painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(120 + 42), theme().px(90))
        self.update()


class PhotoControl(QWidget):
    """`files_chosen(tuple of paths)`, `photo_removed(name)`, `tile_made(tile)` asks for the tile's picture."""

    edited = Signal(str)
    files_chosen = Signal(tuple)
    photo_removed = Signal(str)
    tile_made = Signal(object)

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self._photos: tuple[PhotoShown, ...] = ()
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(asked.label)
        self.choose_button = SecondaryButton(self.tr("Pilih foto (Spasi)"), "camera")
        self.choose_button.setAccessibleName(self.tr("Pilih foto: %1").replace("%1", asked.label))
        self.choose_button.clicked.connect(self.choose)
        self._words = Text(self.tr("atau seret foto dari folder ke sini. Foto dikecilkan dan dikunci."), ink="muted")
        self._busy = IconText("hourglass", self.tr("Foto sedang dikecilkan dan dikunci"), "small", "muted")
        self._busy.hide()
        self._tiles = QWidget()
        self._flow = Flow(gap=8, on=self._tiles)
        self._tiles.hide()
        line = Row(gap=12)
        line.put(self.choose_button)
        line.put(self._words, 1)
        column = Column(self._tiles, gap=10, margins=(14, 14, 14, 14), on=self)
        column.put(line)
        column.put(self._busy)
        self.setFocusProxy(self.choose_button)
        dress(self.update)

    def show_asked(self, asked: Asked) -> None:
        """Show the photos of the answer."""
        self._busy.setVisible(asked.busy)
        if asked.photos == self._photos:
            return
        self._photos = asked.photos
        focus = self.window().focusWidget()
        lost = focus is not None and self._tiles.isAncestorOf(focus)
        self._flow.clear()
        for photo in asked.photos:
            tile = PhotoTile(photo)
            tile.removed.connect(partial(self.photo_removed.emit, photo.name))
            self._flow.addWidget(tile)
            self.tile_made.emit(tile)
        self._tiles.setVisible(bool(asked.photos))
        if lost:
            self.focus_work()

    def flush(self) -> None:
        """Photos are sealed at once: there is nothing left to tell."""

    def focus_work(self) -> None:
        """The button that opens the files."""
        self.choose_button.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self) -> None:
        """Open the window of files."""
        dialog = file_window(self, self.tr("Pilih foto"), folder_of(Place.PicturesLocation))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Foto (*.jpg *.jpeg *.png *.webp *.bmp)"))
        dialog.filesSelected.connect(self._selected)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if files_of(event):
            self._over = True
            self.update()
            take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._over = False
        self.update()
        take_copy(event)
        self._selected([str(file) for file in files_of(event)])

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(worn.colour("primary" if self._over else "border_strong"), worn.px(1))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(worn.colour("primary_soft" if self._over else "sunken"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), worn.px(10), worn.px(10))
        finally:
            painter.end()

    def _selected(self, names: list[str]) -> None:
        if names:
            remember_folder(Place.PicturesLocation, names[0])
            self.focus_work()
            self.files_chosen.emit(tuple(Path(name) for name in names))
