"""What an act came to, above the act itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.screens.pengaturan.state import ActState
from app.ui.toast import announce
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.layouts import Column
from app.ui.widgets.status import ProgressBar


class Said(QWidget):
    """Nothing, a bar while it goes on, or how it ended."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ActState()
        self.notice = Notice("", Tone.OK)
        self.bar = ProgressBar(self.tr("Sedang dikerjakan"))
        self.bar.setRange(0, 0)
        Column(self.bar, self.notice, on=self)
        self.show_act(ActState())

    def show_act(self, act: ActState) -> None:
        """Show where an act stands."""
        words = act.said
        if act.problem is not None:
            words = f"{act.problem.title} {act.problem.text}".strip()
        self.notice.set_notice(words, Tone.WARN if act.problem is not None else Tone.OK)
        self.notice.setVisible(bool(words))
        self.bar.setVisible(act.busy)
        self.setVisible(bool(words) or act.busy)
        if words and act != self._last:
            announce(self, words)
        self._last = act
