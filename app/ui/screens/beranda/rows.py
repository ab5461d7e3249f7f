"""Rows of Beranda that are buttons: a number, a painted bar or a thing that waits, each the way to its list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.fonts import Role
from app.ui.icons import icon_pixmap
from app.ui.screens.beranda.state import Bar, WaitLine
from app.ui.theme import Theme, dress, theme
from app.ui.widgets.buttons import paint_ring
from app.ui.widgets.status import completeness_token
from app.ui.wording import unbroken

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
SHORT_BELOW_EM = 30
"""Rows narrower than this put their bar on a line of its own."""


class GoRow(QPushButton):
    """A row without a frame that shows where it leads when the mouse or the focus is on it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._tall_at: dict[int, int] = {}
        self.setAccessibleName(sentence)
        self.setAutoDefault(True)  # Enter opens it, as it opens the row of a table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        dress(self._restyle)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        # Nested layouts ask a hundred times for the same few widths.
        tall = self._tall_at.get(width)
        if tall is None:
            tall = self._tall_at[width] = self.tall(theme(), width)
        return tall

    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), self.heightForWidth(max(self.width(), theme().px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(36))

    def tall(self, worn: Theme, width: int) -> int:
        """Height at a width, in pixels."""
        raise NotImplementedError

    def draw(self, painter: QPainter, worn: Theme, area: QRect) -> None:
        """Paint the row's own content."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent, /) -> None:
        worn = theme()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(worn.colour("hover"))
                painter.drawRoundedRect(QRectF(self.rect()), worn.px(8), worn.px(8))
            self.draw(painter, worn, self.rect().adjusted(worn.px(8), worn.px(5), -worn.px(8), -worn.px(5)))
            if self.hasFocus():
                paint_ring(painter, QRectF(self.rect()), worn.px(8))
        finally:
            painter.end()

    def _restyle(self) -> None:
        self._tall_at.clear()
        self.updateGeometry()
        self.update()


def _write(painter: QPainter, worn: Theme, area: QRect, flags: int, words: str, role: Role, ink: str) -> None:
    words = unbroken(words)
    painter.setFont(worn.font(role))
    painter.setPen(worn.colour(ink))
    if not flags & Qt.TextFlag.TextWordWrap:
        words = worn.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, flags, words)


def _high(worn: Theme, role: Role, room: int, words: str) -> int:
    return worn.metrics(role).boundingRect(0, 0, room, 10_000, _WRAP, unbroken(words)).height()


class BarRow(GoRow):
    """A place with its painted bar: "RT 001 / RW 002 [====  ] 12 dari 20 · 8 tersisa"."""

    def __init__(self, bar: Bar, strong: bool = False) -> None:
        self.bar, self._strong = bar, strong
        super().__init__(bar.sentence)
        # A village has many places: their height is set when their width is known instead of being asked for.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, bar: Bar) -> None:
        """The same row with other figures."""
        if bar != self.bar:
            self.bar = bar
            self.setAccessibleName(bar.sentence)
            self.update()

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.setFixedHeight(self.heightForWidth(event.size().width()))

    def tall(self, worn: Theme, width: int) -> int:
        line = worn.metrics("body").height()
        return line * 2 + worn.px(16) if self._short(worn, width) else line + worn.px(16)

    def draw(self, painter: QPainter, worn: Theme, area: QRect) -> None:
        bar = self.bar
        role: Role = "strong" if self._strong else "body"
        words = f"{bar.amount} · {bar.left}"
        line = worn.metrics("body").height()
        if self._short(worn, self.width()):
            side = worn.metrics("small").horizontalAdvance(words) + worn.px(4)
            top = QRect(area.x(), area.y(), area.width(), line)
            _write(painter, worn, top.adjusted(0, 0, -side - worn.px(8), 0), _LEFT, bar.label, role, "text")
            _write(painter, worn, top, _RIGHT, words, "small", "muted")
            low = QRectF(area.x(), area.y() + line + worn.px(5), area.width(), worn.px(8))
            self._paint_bar(painter, worn, low)
            return
        label = round(area.width() * 0.30)
        side = max(round(area.width() * 0.27), worn.metrics("small").horizontalAdvance(words) + worn.px(2))
        _write(painter, worn, QRect(area.x(), area.y(), label, area.height()), _LEFT, bar.label, role, "text")
        middle = QRectF(
            area.x() + label + worn.px(10),
            area.center().y() - worn.px(4) + 1,
            max(worn.px(24), area.width() - label - side - worn.px(24)),
            worn.px(8),
        )
        self._paint_bar(painter, worn, middle)
        _write(painter, worn, area, _RIGHT, words, "small", "muted")

    def _restyle(self) -> None:
        super()._restyle()
        self.setFixedHeight(self.heightForWidth(max(self.width(), theme().px(420))))

    def _short(self, worn: Theme, width: int) -> bool:
        return width < SHORT_BELOW_EM * worn.em

    def _paint_bar(self, painter: QPainter, worn: Theme, frame: QRectF) -> None:
        radius = frame.height() / 2
        edge = worn.px(1) if worn.tokens.outlined else 0
        painter.setPen(QPen(worn.colour("border"), edge) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("idle_bg"))
        painter.drawRoundedRect(frame, radius, radius)
        if self.bar.share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour(completeness_token(self.bar.share)))
            width = max(frame.height(), frame.width() * self.bar.share)
            painter.drawRoundedRect(QRectF(frame.x(), frame.y(), width, frame.height()), radius, radius)


class WaitRow(GoRow):
    """A thing that waits: icon, number, words, and for whom."""

    def __init__(self, line: WaitLine) -> None:
        self._line = line
        super().__init__(f"{self._words()}, {line.who}")

    def tall(self, worn: Theme, width: int) -> int:
        room = self._room(worn, width)
        return _high(worn, "medium", room, self._words()) + _high(worn, "small", room, self._line.who) + worn.px(14)

    def draw(self, painter: QPainter, worn: Theme, area: QRect) -> None:
        edge = worn.px(32)
        disc = QRectF(area.x(), area.y() + worn.px(2), edge, edge)
        tone = self._line.tone.value
        painter.setPen(QPen(worn.colour(f"{tone}_fg"), worn.px(1)) if worn.tokens.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour(f"{tone}_bg"))
        painter.drawEllipse(disc)
        sign = icon_pixmap(self._line.icon, f"{tone}_fg", 16)
        gap = (edge - worn.px(16)) // 2
        painter.drawPixmap(int(disc.x()) + gap, int(disc.y()) + gap, sign)
        left = area.x() + edge + worn.px(12)
        room = self._room(worn, self.width())
        high = _high(worn, "medium", room, self._words())
        _write(painter, worn, QRect(left, area.y(), room, high), _WRAP, self._words(), "medium", "text")
        below = QRect(left, area.y() + high + worn.px(1), room, _high(worn, "small", room, self._line.who))
        _write(painter, worn, below, _WRAP, self._line.who, "small", "muted")
        arrow = QRect(area.right() - worn.px(16), area.y(), worn.px(16), area.height())
        chevron = icon_pixmap("chevron-right", "muted", 16)
        painter.drawPixmap(arrow.x(), arrow.center().y() - worn.px(8), chevron)

    def _words(self) -> str:
        return f"{self._line.number} {self._line.words}".strip()

    def _room(self, worn: Theme, width: int) -> int:
        return max(worn.px(80), width - worn.px(16 + 32 + 12 + 24))


class FigureTile(GoRow):
    """One number of the village with its words below."""

    def __init__(self, number: str, words: str) -> None:
        self._number, self._words = number, words
        super().__init__(f"{number} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        worn = theme()
        wide = max(
            worn.metrics("title").horizontalAdvance(self._number), worn.metrics("small").horizontalAdvance(self._words)
        )
        return QSize(wide + worn.px(22), self.tall(worn, wide))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def tall(self, worn: Theme, width: int) -> int:
        return worn.metrics("title").height() + worn.metrics("small").height() + worn.px(12)

    def draw(self, painter: QPainter, worn: Theme, area: QRect) -> None:
        high = worn.metrics("title").height()
        _write(painter, worn, QRect(area.x(), area.y(), area.width(), high), _LEFT, self._number, "title", "text")
        low = QRect(area.x(), area.y() + high, area.width(), worn.metrics("small").height())
        _write(painter, worn, low, _LEFT, self._words, "small", "muted")
