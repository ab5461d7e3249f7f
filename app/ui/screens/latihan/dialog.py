"""The key of the practice village on the screen: one kind of error at a time, each place the way to its family."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.screens.beranda.rows import WaitRow
from app.ui.screens.beranda.state import Target, WaitLine
from app.ui.screens.latihan.state import LessonShown, PlantedShown
from app.ui.tokens import Tone
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text


class PracticeKeyDialog(Dialog):
    """`family_asked(id)` when a place is pressed; the dialog closes then."""

    family_asked = Signal(str)

    def __init__(self, parent: QWidget | None, lessons: tuple[LessonShown, ...]) -> None:
        super().__init__(parent, self.tr("Kunci latihan"), 620)
        self._lessons = {lesson.kind: lesson for lesson in lessons}
        self.body.put(
            Text(
                self.tr(
                    "Kesalahan ini sengaja ditanam dalam daftar latihan. Cobalah menemukannya sendiri dulu, "
                    "lalu cocokkan di sini."
                ),
                "body",
                "muted",
            )
        )
        self.kinds = SelectBox(tuple((one.kind, f"{one.title} ({len(one.planted)})") for one in lessons))
        self.body.put(Field(self.tr("Jenis kesalahan"), self.kinds))
        self._places = Column(gap=4)
        self.body.put(self._places)
        self.body.put(None)
        self.add_button(SecondaryButton(self.tr("Tutup")), closes=True, default=True)
        self.kinds.activated.connect(self._show)
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _show(self) -> None:
        self._places.clear()
        lesson = self._lessons.get(self.kinds.value())
        if lesson is None:
            return
        self._places.put(Text(lesson.lesson, "medium"))
        for one in lesson.planted:
            self._places.put(self._place(one))
        # The layout knows the height of what is new after this turn of the loop.
        QTimer.singleShot(0, self, self._restyle)

    def _place(self, one: PlantedShown) -> QWidget | Column:
        if not one.family:
            return Column(Text(one.title, "medium"), Text(one.truth, "small", "muted"), gap=1, margins=(12, 0, 0, 0))
        row = WaitRow(WaitLine("users", Tone.INFO, "", one.title, one.truth, Target("keluarga")))
        row.clicked.connect(partial(self._go, one.family))
        return row

    def _go(self, family: str) -> None:
        self.accept()
        self.family_asked.emit(family)
