"""The card of the line: what today took, what waits for tomorrow, and the switches of sending by itself."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.dialogs import Confirm
from app.ui.screens.kirim.line_state import LineState
from app.ui.theme import dress, theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Flow
from app.ui.widgets.text import Text


class LineCard(Card):
    """`pause_asked(paused)`, `battery_chosen(allowed)`, and `everything_asked` once it was confirmed."""

    pause_asked = Signal(bool)
    battery_chosen = Signal(bool)
    everything_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8, title=self.tr("Kuota dan pengiriman sendiri"))
        self._state = LineState()
        self.used, self.load = Text("", "strong"), Text("", "body", "muted")
        self.held = IconText("hourglass", "", "body", "warn")
        self.rests = IconText("clock", "", "body", "info")
        self.battery = QCheckBox(self.tr("Kirim sendiri juga saat memakai baterai"))
        self.pause_button = SecondaryButton("", "clock")
        self.everything_button = SecondaryButton(self.tr("Kirim semua sekarang…"), "send")
        acts = QWidget()
        Flow(self.pause_button, self.everything_button, gap=8, on=acts)
        for part in (self.used, self.load, self.held, self.rests, self.battery, acts):
            self.body.put(part)
        self.battery.toggled.connect(self.battery_chosen)
        self.pause_button.clicked.connect(self._pause)
        self.everything_button.clicked.connect(self._ask)
        dress(self._redress)

    def show_line(self, state: LineState, *, automatic: bool, busy: bool) -> None:
        """`automatic`: whether it sends by itself at all; `busy`: whether something is being sent."""
        self._state = state
        self.used.setText(state.used)
        for words, part in ((state.load, self.load), (state.held, self.held), (state.rests, self.rests)):
            part.setText(words) if isinstance(part, Text) else part.set_words(words)
            part.setVisible(bool(words) and (automatic or part is not self.rests))
        self.battery.setVisible(automatic)
        self.pause_button.setVisible(automatic)
        self.pause_button.setText(self.tr("Lanjutkan") if state.paused else self.tr("Jeda"))
        said = self.tr("Lanjutkan pengiriman sendiri") if state.paused else self.tr("Jeda pengiriman sendiri")
        self.pause_button.setAccessibleName(said)
        self.everything_button.setVisible(bool(state.beyond) and not busy)
        with QSignalBlocker(self.battery):
            self.battery.setChecked(state.on_battery)

    def _pause(self) -> None:
        self.pause_asked.emit(not self._state.paused)

    def _ask(self) -> None:
        confirm = Confirm(self, self.tr("Kirim semua sekarang?"), self._state.beyond, self.tr("Kirim semua"))
        confirm.confirmed.connect(self.everything_asked)
        confirm.open()

    def _redress(self) -> None:
        self.battery.setFont(theme().font("body"))
