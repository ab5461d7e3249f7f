"""Parts of the dialogs of the village's own network: the buttons, the code in large letters, the talk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.messages import Message
from app.ui.theme import dress, theme
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.buttons import SecondaryButton, ring_where_focused
from app.ui.widgets.layouts import Column, Flow
from app.ui.widgets.status import ProgressBar
from app.ui.widgets.text import Text


class NearbyButtons(QWidget):
    """The way to a laptop in the same room."""

    def __init__(self) -> None:
        super().__init__()
        self.receive_button = SecondaryButton(self.tr("Terima dari laptop lain…"), "wifi")
        self.send_button = SecondaryButton(self.tr("Kirim ke laptop lain…"), "wifi")
        Flow(self.receive_button, self.send_button, gap=8, on=self)


class CodeLabel(QLabel):
    """The code in large letters; a stop for Tab, so that a screen reader says it letter by letter."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self._restyle)

    def show_code(self, code: str, spoken: str) -> None:
        """Other letters."""
        self.setText(code)
        self.setAccessibleName(self.tr("Kode: %1").replace("%1", spoken) if spoken else "")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        ring_where_focused(self)

    def _restyle(self) -> None:
        worn = theme()
        base = worn.font("display")
        large = base.__class__(base)
        large.setPixelSize(worn.px(42))
        large.setLetterSpacing(large.SpacingType.AbsoluteSpacing, worn.px(2))
        self.setFont(large)
        self.setMargin(worn.px(6))


class Talk(QWidget):
    """What is happening, how far it is, and how it ended."""

    def __init__(self) -> None:
        super().__init__()
        self.step = Text("", "strong")
        self.bar = ProgressBar("")
        self.notice = Notice("", Tone.OK)
        Column(self.step, self.bar, self.notice, gap=8, on=self)

    def show_talk(
        self, step: str, share: float | None, moving: bool, lines: tuple[str, ...], good: bool, problem: Message | None
    ) -> None:
        """`moving`: something is under way, though how much of it may not be known (`share` None)."""
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.bar.setAccessibleName(step)
        self.bar.setVisible(moving)
        if share is None:
            self.bar.setRange(0, 0)
            self.bar.update()
        else:
            self.bar.set_share(share)
        self.notice.setVisible(bool(lines) or problem is not None)
        if problem is not None:
            self.notice.set_notice("\n".join(filter(None, (problem.title, problem.text))), Tone.WARN)
        elif lines:
            self.notice.set_notice("\n".join(lines), Tone.OK if good else Tone.WARN)
