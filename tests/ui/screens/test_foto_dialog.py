"""The window of one photo on the screen: whole at every size of type, without anything to scroll."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.screens.foto.dialog import PhotoDialog
from app.ui.screens.foto.state import PhotoStage, PhotoState


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_photo_is_seen_whole_on_a_small_screen_at_every_size_of_type(
    dressed: Callable[[str, float], None], qtbot: QtBot, scale: float
) -> None:
    dressed("dark", scale)
    dialog = PhotoDialog(None, "Foto rumah tampak depan · 29 Nov 2026")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(0)
    dialog.show_state(PhotoState(PhotoStage.SHOWN, image))

    def whole() -> bool:
        seen = dialog.picture.visibleRegion().boundingRect()
        return seen == dialog.picture.rect() and seen.height() >= dialog.picture.minimumSizeHint().height()

    qtbot.waitUntil(whole)
    assert dialog.focusWidget() is dialog.close_button
