"""One proposal that a visit leads to: about whom, and the button that begins it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.screens.follow_ups import FollowUp
from app.ui.widgets import Column, Flow, SecondaryButton, Text


class FollowUpRow(QWidget):
    """`asked` when the proposal is to be made; names wrap, so that a long family stays on the page."""

    asked = Signal()

    def __init__(self, offer: FollowUp) -> None:
        super().__init__()
        self.button = SecondaryButton(offer.words, "file-text")
        self.button.setAccessibleName(offer.sentence)
        self.button.clicked.connect(self.asked)
        line = QWidget()
        Flow(self.button, on=line)
        Column(Text(offer.whom, "small", "muted"), line, gap=3, on=self)
