"""The foot of the window: saved, on its way, received, decided - always in words, never one green tick for all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.icons import icon_pixmap
from app.ui.shell_state import ShellState
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Row


class _Parts(QWidget):
    """An icon and as many of the parts, in their order, as there is room for; a screen reader hears all."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        dress(self.update)

    def set_parts(self, parts: tuple[str, ...]) -> None:
        self._parts = parts
        whole = " · ".join(parts)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, theme().px(24))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        metrics, left = worn.metrics("body"), worn.px(26)
        parts = list(self._parts)
        while parts and metrics.horizontalAdvance(" · ".join(parts)) > self.width() - left:
            parts.pop()
        if not parts:
            return
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, (self.height() - worn.px(18)) // 2, icon_pixmap("hard-drive", "muted", 18))
            painter.setFont(worn.font("body"))
            painter.setPen(worn.colour("muted"))
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, " · ".join(parts))
        finally:
            painter.end()


class StatusBar(QWidget):
    """Shows the way of the work to the district; `send_asked` when somebody presses "Kirim sekarang"."""

    send_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self._saved = IconText(
            "shield-check", self.tr("Tersimpan di laptop ini"), "strong", "text", wrap=False, size=18
        )
        self._parts = _Parts()
        self.send_button = QuietButton(self.tr("Kirim sekarang"), "refresh-cw")
        self.send_button.clicked.connect(self.send_asked)
        line = Row(gap=20, margins=(20, 2, 14, 2), on=self)
        line.put(self._saved)
        line.put(self._parts, 1)
        line.put(self.send_button)
        dress(self._restyle)

    def show_state(self, state: ShellState) -> None:
        """Put the four states into words."""
        trouble = bool(state.trouble)
        self._saved.set_words(
            state.trouble or self.tr("Tersimpan di laptop ini"), "triangle-alert" if trouble else "shield-check"
        )
        self._saved.set_ink("bad" if trouble else "text")
        self._saved.set_sign_ink(None if trouble else "ok")
        parts = [self.tr("Sedang dikirim")] if state.sending else []
        if state.waiting and not state.sending:
            parts.append(self.tr("%n catatan menunggu dikirim", "", state.waiting))
        if state.waiting_photos:  # whether one lies on a stick or another laptop nobody can tell from here
            parts.append(self.tr("%n foto belum sampai di kabupaten", "", state.waiting_photos))
        if not parts:
            parts.append(self.tr("Tidak ada yang menunggu dikirim"))
        if state.travelling:
            parts.append(self.tr("%n dalam perjalanan", "", state.travelling))
        if state.received:
            parts.append(self.tr("diterima kabupaten no. {number}").replace("{number}", state.received))
        if state.decided:
            parts.append(self.tr("%n usulan diputus", "", state.decided))
        if state.last_exchange:
            parts.append(self.tr("terakhir {when}").replace("{when}", state.last_exchange))
        self._parts.set_parts(tuple(parts))
        self.send_button.setEnabled(not state.sending)
        self.send_button.setText(self.tr("Sedang dikirim") if state.sending else self.tr("Kirim sekarang"))

    def make_room(self, height: int) -> None:
        """Be at least so high (0: as high as one line needs)."""
        self._room = height
        self._restyle()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._parts.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), worn.colour("surface"))
            painter.fillRect(0, 0, self.width(), worn.px(1), worn.colour("border"))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(max(theme().px(43), self._room))
        self.update()
