"""The window of one photo: as large as the screen lets it be, or why it is not here and how it comes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.dialogs import Dialog
from app.ui.screens.foto.state import PhotoStage, PhotoState
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets import Notice, PrimaryButton, ProgressBar, SecondaryButton

_LEAST: Final = 160
_AROUND: Final = 200
"""Pixels at 100 % above and below the photo: the window's frame and margins, the caption, the button."""


class Picture(QWidget):
    """An image scaled to the room it gets."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setAccessibleName(caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        dress(self.update)

    def show_image(self, image: QImage) -> None:
        """The photo."""
        self.image = image
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        # Whole on a small screen with large type too: nothing in the window of a photo scrolls by keys.
        room = self.screen().availableSize().height() - px(_AROUND)
        return QSize(px(720), max(px(_LEAST), min(px(480), room)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(_LEAST))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), worn.colour("sunken"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)
        finally:
            painter.end()


class PhotoDialog(Dialog):
    """Shows a `PhotoState`; `fetch_asked`, `stop_asked`."""

    fetch_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None, caption: str) -> None:
        super().__init__(parent, caption, 820)
        self.presenter: object | None = None
        """Lives as long as the window."""
        self.picture = Picture(caption)
        self.words = Notice("", Tone.INFO)
        self.bar = ProgressBar(self.tr("Foto sedang diambil"))
        for part in (self.picture, self.words, self.bar):
            self.body.put(part, 1 if part is self.picture else 0)
            part.hide()
        self.close_button = self.add_button(SecondaryButton(self.tr("Tutup")), closes=True, default=True)
        self.stop_button = self.add_button(SecondaryButton(self.tr("Berhenti"), "x"))
        self.stop_button.clicked.connect(self.stop_asked)
        self.fetch_button = self.add_button(PrimaryButton("", "download"))
        self.fetch_button.clicked.connect(self.fetch_asked)
        self.stop_button.hide()
        self.fetch_button.hide()
        self.close_button.setFocus()

    def show_state(self, state: PhotoState) -> None:
        """Show everything; the focus goes to what can be done next, unless the person has put it elsewhere."""
        at_work = self.focusWidget() in (None, self.fetch_button, self.stop_button, self.close_button)
        if isinstance(state.image, QImage):
            self.picture.show_image(state.image)
        tone = Tone.WARN if state.stage in (PhotoStage.FAILED, PhotoStage.BEYOND) else Tone.INFO
        self.words.set_notice(state.words, tone)
        fetching = state.stage is PhotoStage.FETCHING
        self.fetch_button.setText(state.offer)
        self.stop_button.setEnabled(not state.stopping)
        nothing_to_do = state.stage is PhotoStage.OPENING
        goes_to = self.stop_button if fetching else self.fetch_button if state.offer else self.close_button
        # What is shown comes before what is hidden: a focus on a button that goes falls on whatever stands beside it.
        for part, seen in (
            (self.stop_button, fetching),
            (self.fetch_button, bool(state.offer)),
        ):
            if seen:
                part.show()
        if at_work and not nothing_to_do:
            goes_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop_button.setVisible(fetching)
        self.fetch_button.setVisible(bool(state.offer))
        self.fetch_button.setDefault(bool(state.offer))
        self.close_button.setDefault(not state.offer)
        self.picture.setVisible(state.stage is PhotoStage.SHOWN)
        self.words.setVisible(bool(state.words))
        self.bar.setVisible(fetching)
        if state.share is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.set_share(state.share)
