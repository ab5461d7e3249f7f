"""Opens the window of a photo over a page: whoever shows a photo asks here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.screens.foto.dialog import PhotoDialog
from app.ui.screens.foto.presenter import Look, PhotoPresenter
from app.ui.screens.keluarga.card import PhotoCard
from app.ui.screens.keluarga.parts import PHOTO
from app.ui.screens.keluarga.pictures import LARGE_EDGE, picture_of
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import EvidenceStore

OpenPhoto = Callable[[QWidget, PhotoCard, bool], None]
"""Show a photo over a widget; with True, have it fetched at once where its file is not here."""


def look_at(evidence: EvidenceStore, edge: int, name: str) -> Look:
    """Whether a photo's file is here, and the picture; called in the DISK lane. Refused ``file_*``."""
    content = evidence.read(name)
    return Look(False) if content is None else Look(True, picture_of(content, edge))


class PhotoOpener:
    """An `OpenPhoto` for one page; `came(name)` once a file that was missing is here."""

    def __init__(self, desk: Desk, tasks: Tasks, came: Callable[[str], None]) -> None:
        self._desk, self._tasks, self._told = desk, tasks, came
        self._came = ""

    def __call__(self, above: QWidget, photo: PhotoCard, fetch: bool) -> None:
        dialog = PhotoDialog(above.window(), photo.caption)
        presenter = PhotoPresenter(
            photo,
            partial(look_at, self._desk.evidence, LARGE_EDGE),
            self._desk.exchange,
            self._desk.settings,
            self._desk.today,
            self._tasks.bound(dialog),
            partial(self._tasks.relay, dialog),
            dialog.show_state,
            partial(self._here, photo.name),
        )
        dialog.presenter = presenter
        dialog.fetch_asked.connect(presenter.fetch)
        dialog.stop_asked.connect(presenter.cancel)
        dialog.finished.connect(presenter.cancel)
        dialog.finished.connect(partial(self._back, above))
        dialog.open()
        presenter.open(fetch)

    def _here(self, name: str) -> None:
        self._came = name
        self._told(name)

    def _back(self, above: QWidget, _result: int) -> None:
        """The button that fetched a photo went when it came: the focus goes to what shows it now."""
        name, self._came = self._came, ""
        shows = (one for one in above.findChildren(QWidget) if name and one.property(PHOTO) == name)
        seen = next((one for one in shows if one.isVisible()), None)
        if seen is not None:
            seen.setFocus(Qt.FocusReason.TabFocusReason)
