"""Words on the screen: a label in a role, always plain text, wrapping."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.fonts import Role
from app.ui.theme import dress, theme
from app.ui.wording import unbroken

Ink = Literal["text", "muted", "primary", "practice", "ok", "warn", "info", "idle", "bad"]


class Text(QLabel):
    """A label; `role` is its size and weight, `ink` its colour. Markup in the words is shown, never obeyed."""

    def __init__(
        self, words: str = "", role: Role = "body", ink: Ink = "text", wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(words)
        dress(self._restyle)

    def minimumSizeHint(self) -> QSize:
        # QLabel asks for the height of a narrow column; the layouts ask for the height at the true width anyway.
        size = super().minimumSizeHint()
        return QSize(size.width(), self.fontMetrics().height()) if self.wordWrap() else size

    def setText(self, words: str, /) -> None:
        """Other words; what belongs together stays on one line, and a screen reader is told them with plain spaces."""
        shown, name = unbroken(words), self.accessibleName()
        named_here = name in ("", self._words)
        self._words = words
        super().setText(shown)
        told = "" if shown == words else words
        if named_here and name != told:
            self.setAccessibleName(told)

    def text(self) -> str:
        """The words as they were given."""
        return self._words

    def set_ink(self, ink: Ink) -> None:
        """Change the colour."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)

    def selectable(self) -> Text:
        """Let the words be copied by mouse (a stop for Tab at every value would be a nuisance); gives itself back."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    def _restyle(self) -> None:
        self.setFont(theme().font(self._role))
