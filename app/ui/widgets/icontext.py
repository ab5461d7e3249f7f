"""An icon beside words, e.g. a place or a fault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.fonts import Role
from app.ui.icons import icon_pixmap
from app.ui.theme import dress
from app.ui.widgets.layouts import Row
from app.ui.widgets.text import Ink, Text

_PLAIN: tuple[Ink, ...] = ("text", "muted", "primary")


class IconText(QWidget):
    """The icon wears the colour of the words."""

    def __init__(
        self, icon: str, words: str, role: Role = "body", ink: Ink = "text", wrap: bool = True, size: float = 16
    ) -> None:
        super().__init__()
        self._icon, self._ink, self._size = icon, ink, size
        self._sign_ink: Ink | None = None
        self._sign = QLabel()
        self._label = Text(words, role, ink, wrap)
        line = Row(gap=8, on=self)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        line.put(self._label, 1)
        dress(self._restyle)

    def words(self) -> str:
        """What stands there."""
        return self._label.text()

    def set_sign_ink(self, ink: Ink | None) -> None:
        """Another colour for the icon alone; None: that of the words."""
        self._sign_ink = ink
        self._restyle()

    def set_words(self, words: str, icon: str = "") -> None:
        """Other words, and another icon if one is named."""
        self._label.setText(words)
        if icon and icon != self._icon:
            self._icon = icon
            self._restyle()

    def set_ink(self, ink: Ink) -> None:
        """Another colour for both."""
        self._ink = ink
        self._label.set_ink(ink)
        self._restyle()

    def _restyle(self) -> None:
        ink = self._sign_ink or self._ink
        token = ink if ink in _PLAIN else f"{ink}_fg"
        self._sign.setPixmap(icon_pixmap(self._icon, token, self._size))
