"""The search field: its own painted glass and a clear button that has a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.icons import icon_pixmap
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import IconButton


class SearchField(QLineEdit):
    """Tells `searched(text)` shortly after the last key; Esc clears."""

    searched = Signal(str)

    def __init__(self, hint: str, delay_ms: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._search)
        self.clear_button = IconButton("x", self.tr("Hapus isi pencarian"), self)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self._clear)
        self.textChanged.connect(self._typed)
        dress(self._restyle)

    def show_text(self, text: str) -> None:
        """What a state asks for, without searching; an answer to an older search leaves what was typed since."""
        if text == self._told:
            return
        self._told = text
        if self.text().strip() != text:
            self._fill(text)

    def empty(self) -> None:
        """Nothing is searched for any more, and nobody needs to be told."""
        self._told = ""
        self._fill("")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            painter.drawPixmap(
                theme().px(12), (self.height() - theme().px(18)) // 2, icon_pixmap("search", "muted", 18)
            )
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    def _fill(self, text: str) -> None:
        self._timer.stop()
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self.clear_button.setVisible(bool(text))

    def _typed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._timer.start()

    def _search(self) -> None:
        self.searched.emit(self.text())

    def _clear(self) -> None:
        self.clear()
        self.setFocus()

    def _place(self) -> None:
        edge = theme().px(30)
        self.clear_button.setGeometry(self.width() - edge - theme().px(4), (self.height() - edge) // 2, edge, edge)

    def _restyle(self) -> None:
        px = theme().px
        self.setFont(theme().font("body"))
        self.setTextMargins(px(26), 0, px(30), 0)
        self._place()
        self.update()
