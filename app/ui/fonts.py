"""Plus Jakarta Sans in the roles that the screens use: pixel sizes, tabular figures, made once per size."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from app.shelf.place import resource

FAMILY: Final = "Plus Jakarta Sans"

WORD_GAP: Final = 0.07
"""Added to the font's narrow space (0.17 em), which runs words together at 12-14 pixels; in em."""

Role = Literal["display", "title", "heading", "subheading", "body", "medium", "strong", "small", "small_strong", "chip"]

_W = QFont.Weight
ROLES: Final[dict[Role, tuple[int, QFont.Weight]]] = {
    "display": (30, _W.Bold),
    "title": (22, _W.Bold),
    "heading": (17, _W.DemiBold),
    "subheading": (14, _W.DemiBold),
    "body": (14, _W.Normal),
    "medium": (14, _W.Medium),
    "strong": (14, _W.DemiBold),
    "small": (12, _W.Normal),
    "small_strong": (12, _W.DemiBold),
    "chip": (12, _W.Medium),
}
"""Pixels at 100 % and weight."""


@cache
def load_fonts() -> None:
    """Make the four weights known to Qt; needs a running QGuiApplication."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        path = resource("fonts", f"PlusJakartaSans-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"font does not load: {path.name}")


@lru_cache(maxsize=256)
def font(role: Role, scale: float) -> QFont:
    """The font of a role; treat it as read-only, it is shared."""
    load_fonts()
    size, weight = ROLES[role]
    made = QFont([FAMILY, "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(max(1, round(size * scale)))
    made.setWeight(weight)
    made.setWordSpacing(size * scale * WORD_GAP)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


@lru_cache(maxsize=256)
def metrics(role: Role, scale: float) -> QFontMetrics:
    """Measures of the font of a role."""
    return QFontMetrics(font(role, scale))
