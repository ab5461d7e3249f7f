"""Reads sealed photos as images; called in the DISK lane, so images and no pixmaps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from app.usecases.ports import EvidenceStore

THUMB_EDGE = 240
LARGE_EDGE = 1600

_KINDS: Final = ((0, b"\xff\xd8\xff", b"jpeg"), (0, b"\x89PNG\r\n\x1a\n", b"png"), (8, b"WEBP", b"webp"))
"""What photos are: where which bytes stand, and what Qt calls it. Whatever else Qt could read (drawings that name other
files among them) is none, and is shown to none of its readers."""
_MOST_PIXELS: Final = 24_000_000
"""Twenty times what a photo has once it was made small."""


def read_image(evidence: EvidenceStore, edge: int, name: str) -> QImage | None:
    """The photo with its longer side at most `edge` pixels; None where its file is not here or is no picture."""
    content = evidence.read(name)
    return None if content is None else picture_of(content, edge)


def picture_of(content: bytes, edge: int) -> QImage | None:
    """These bytes, which another laptop may have made, as a picture; None where they are none."""
    kind = next((kind for at, begins, kind in _KINDS if content[at : at + len(begins)] == begins), b"")
    if not kind:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not 0 < size.width() * size.height() <= _MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    if max(image.width(), image.height()) <= edge:
        return image
    return image.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
