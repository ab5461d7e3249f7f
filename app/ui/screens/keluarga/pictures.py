"""Reads sealed photos as images; called in the DISK lane, so images and no pixmaps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.usecases.ports import EvidenceStore

THUMB_EDGE = 240
LARGE_EDGE = 1600


def read_image(evidence: EvidenceStore, edge: int, name: str) -> QImage | None:
    """The photo with its longer side at most `edge` pixels; None where its file is not here or is no picture."""
    content = evidence.read(name)
    if content is None:
        return None
    image = QImage.fromData(content)
    if image.isNull():
        return None
    if max(image.width(), image.height()) <= edge:
        return image
    return image.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
