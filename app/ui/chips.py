"""Chips as cached pixmaps: an icon and words in a status colour, shared by tables and widgets."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPen, QPixmap

from app.ui.icons import icon_pixmap
from app.ui.shown import Chip
from app.ui.theme import Theme, theme
from app.ui.tokens import Tone

TONE_ICONS = {
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.INFO: "info",
    Tone.IDLE: "circle-dashed",
    Tone.BAD: "circle-x",
}


def chip_size(chip: Chip) -> QSize:
    """Size on the screen in pixels of the theme that is worn."""
    worn = theme()
    width = worn.px(8 + 15 + 6 + 9) + worn.metrics("chip").horizontalAdvance(chip.words) + 1
    return QSize(width, worn.px(26))


def chip_within(chip: Chip, width: int) -> Chip:
    """The chip with its words as far as so many pixels have room for them."""
    beside = chip_size(replace(chip, words="")).width()
    words = theme().metrics("chip").elidedText(chip.words, Qt.TextElideMode.ElideRight, max(0, width - beside))
    return replace(chip, words=words)


def chip_pixmap(chip: Chip) -> QPixmap:
    """The painted chip, from the cache if it was painted before."""
    return _painted(chip, theme(), QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=512)
def _painted(chip: Chip, worn: Theme, ratio: float) -> QPixmap:
    size = chip_size(chip)
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    ground, ink = f"{chip.tone.value}_bg", f"{chip.tone.value}_fg"
    painter = QPainter(pixmap)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = worn.px(1) if worn.tokens.outlined else 0
        painter.setPen(QPen(worn.colour(ink), edge) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour(ground))
        frame = QRectF(QPoint(0, 0), size).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        sign = icon_pixmap(chip.icon or TONE_ICONS[chip.tone], ink, 15)
        painter.drawPixmap(worn.px(8), (size.height() - worn.px(15)) // 2, sign)
        painter.setPen(worn.colour(ink))
        painter.setFont(worn.font("chip"))
        left = worn.px(8 + 15 + 6)
        painter.drawText(QRect(left, 0, size.width() - left, size.height()), Qt.AlignmentFlag.AlignVCenter, chip.words)
    finally:
        painter.end()
    return pixmap
