"""Lucide's line icons, recoloured and kept by name, colour, size and pixel ratio."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.shelf.place import resource
from app.ui.theme import theme


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    edge = max(1, round(size * ratio))
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    try:
        renderer.render(painter, QRectF(0, 0, edge, edge))
    finally:
        painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_pixmap(name: str, token: str = "text", size: float = 18) -> QPixmap:
    """An icon in a token's colour; `size` is its edge at 100 %."""
    worn = theme()
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _painted(name, worn.colour(token).name(), worn.px(size), ratio)


def icon(name: str, token: str = "text", size: float = 18) -> QIcon:
    """The same as a QIcon, for menus and windows."""
    return QIcon(icon_pixmap(name, token, size))
