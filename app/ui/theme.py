"""How Balai looks just now: one theme at one scale, worn by the whole program and changed while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.ui import fonts
from app.ui.fonts import Role
from app.ui.tokens import EM, THEMES, Tokens

ThemeName = Literal["light", "dark", "contrast"]
ThemeChoice = Literal["light", "dark", "contrast", "system"]

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of tokens at a scale (1.0 to 2.0); every length on the screen comes from `px`."""

    name: ThemeName = "light"
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return THEMES[self.name]

    @property
    def em(self) -> int:
        """Body type in pixels."""
        return self.px(EM)

    def px(self, value: float) -> int:
        """A length at 100 % as pixels at this scale."""
        return round(value * self.scale)

    def font(self, role: Role = "body") -> QFont:
        """The shared font of a role."""
        return fonts.font(role, self.scale)

    def metrics(self, role: Role = "body") -> QFontMetrics:
        """Measures of the font of a role."""
        return fonts.metrics(role, self.scale)

    def colour(self, token: str) -> QColor:
        """A token by its name, e.g. ``colour("muted")``."""
        return _colour(getattr(self.tokens, token))


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


class Look(QObject):
    """Keeps the theme that is worn and tells everybody when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme()
        self.choice: ThemeChoice = "light"

    def wear(self, choice: ThemeChoice, scale: float) -> None:
        """Dress the whole application; `system` follows the desktop's light or dark."""
        from app.ui.stylesheet import stylesheet

        app = cast("QApplication", QApplication.instance())
        self.choice = choice
        scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        self.theme = Theme(_resolve(choice), scale)
        # From no sheet to a sheet costs Qt a quarter of the time of exchanging one for another (400 widgets: 50 ms).
        app.setStyleSheet("")
        app.setPalette(_palette(self.theme))
        if app.font() != self.theme.font("body"):
            app.setFont(self.theme.font("body"))
        app.setStyleSheet(stylesheet(self.theme))
        self.changed.emit()

    def follow_system(self) -> None:
        """Take notice when the desktop turns dark or light; call once when the application is made."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        if self.choice == "system" and _resolve("system") != self.theme.name:
            self.wear("system", self.theme.scale)


def _resolve(choice: ThemeChoice) -> ThemeName:
    if choice != "system":
        return choice
    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


@cache
def look() -> Look:
    """The one look of this process."""
    return Look()


def theme() -> Theme:
    """The theme that is worn now."""
    return look().theme


def dress(restyle: Callable[[], None]) -> None:
    """Call a widget's own method now and whenever theme or scale change; pass a bound method of a QObject."""
    look().changed.connect(restyle)
    restyle()


def _palette(worn: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "sunken"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "text"),
        (roles.ToolTipBase, "text"),
        (roles.ToolTipText, "surface"),
        (roles.PlaceholderText, "muted"),
        (roles.Highlight, "primary"),
        (roles.HighlightedText, "on_primary"),
        (roles.Link, "primary"),
        (roles.LinkVisited, "primary"),
        (roles.Accent, "primary"),
    ):
        palette.setColor(role, worn.colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, worn.colour("muted"))
    return palette
