"""Who saw whole numbers, and who took files with names out of Balai: a list that nobody can change."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.screens.pengaturan.trail_presenter import TrailLine, TrailState
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.card import Card, Divider
from app.ui.widgets.icontext import IconText
from app.ui.widgets.layouts import Column
from app.ui.widgets.text import Text


class TrailSection(QWidget):
    """Shows the trail; nothing can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble = Notice("", Tone.WARN)
        self.trouble.hide()
        self._list = QWidget()
        self._lines = Column(gap=8, on=self._list)
        about = Text(
            self.tr(
                "NIK dan nomor KK yang dilihat utuh, dan berkas berisi nama yang disimpan ke luar Balai. Catatan ini "
                "ikut terkirim ke kabupaten dan tidak dapat diubah siapa pun."
            ),
            ink="muted",
        )
        card = Card(about, self._list, title=self.tr("Siapa melihat dan membawa data"))
        Column(self.trouble, card, None, gap=12, on=self)

    def show_state(self, state: TrailState) -> None:
        """Show what is on record."""
        self.trouble.setVisible(state.problem is not None)
        if state.problem is not None:
            self.trouble.set_notice(f"{state.problem.title} {state.problem.advice}".strip())
        self._lines.clear()
        if not state.lines and state.problem is None:
            self._lines.put(Text(self.tr("Belum ada yang dicatat."), ink="muted"))
        for at, line in enumerate(state.lines):
            if at:
                self._lines.put(Divider())
            self._lines.put(_line(line))
        if state.more:
            self._lines.put(Text(self.tr("Yang lebih lama ada di catatan kabupaten."), "small", "muted"))


def _line(line: TrailLine) -> QWidget:
    row = QWidget()
    row.setAccessibleName(". ".join(part for part in (line.what, line.who, line.why) if part))
    column = Column(IconText(line.icon, line.what, "medium"), Text(line.who, "small", "muted"), gap=1, on=row)
    if line.why:
        column.put(Text(line.why, "small"))
    return row
