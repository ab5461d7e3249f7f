"""A photo among other things of a page: small, with its caption, and the way to fetch it where it is not here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.foto.presenter import fetch_words
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.parts import Thumb
from app.ui.widgets import Column, QuietButton, Row, Text


def fetch_button(photo: PhotoCard) -> QuietButton:
    """The way to have a photo here; a screen reader hears of which."""
    words = fetch_words(photo.size)
    button = QuietButton(words, "download")
    spoken = QCoreApplication.translate("Photo", "%1: %2")
    button.setAccessibleName(spoken.replace("%1", words).replace("%2", photo.caption))
    return button


class PhotoLine(QWidget):
    """A photo and its caption; `asked(photo, fetch)`. What belongs at the end of its line is put into `line`."""

    asked = Signal(object, bool)

    def __init__(self, photo: PhotoCard) -> None:
        super().__init__()
        self.thumb = Thumb(photo, None)
        self.thumb.clicked.connect(partial(self.asked.emit, photo, False))
        self.line = Row(gap=10)
        self.line.put(self.thumb)
        self.line.put(Text(photo.caption, "small"), 1)
        column = Column(self.line, gap=4, on=self)
        self.fetch_button: QuietButton | None = None
        if not photo.held:
            self.fetch_button = fetch_button(photo)
            self.fetch_button.clicked.connect(partial(self.asked.emit, photo, True))
            column.put(self.fetch_button)
