"""The colours of the three themes as plain data, and the list of every pair that is painted.

Sizes are numbers at 100 %; Theme.px makes pixels of them. Nothing else in app/ui names a colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

EM: Final = 14
"""Size of body type at 100 %, in pixels; breakpoints are counted in it."""


RAIL_BELOW: Final = 80
SINGLE_BELOW: Final = 68
LOW_BELOW: Final = 40
"""Breakpoints in em: navigation becomes a rail, the detail a page (width), filters one menu (height)."""


class Tone(StrEnum):
    """What a status means; always shown together with an icon and words."""

    OK = "ok"
    WARN = "warn"
    INFO = "info"
    IDLE = "idle"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one theme as #RRGGBB."""

    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    on_soft: str
    focus: str
    ok_bg: str
    ok_fg: str
    warn_bg: str
    warn_fg: str
    info_bg: str
    info_fg: str
    idle_bg: str
    idle_fg: str
    bad_bg: str
    bad_fg: str
    danger: str
    on_danger: str
    bar: str
    practice_bg: str
    practice_fg: str
    outlined: bool = False
    """Chips and soft areas get a line of their own colour (the contrast theme has no soft backgrounds)."""

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Background and foreground of a status."""
        return getattr(self, f"{tone.value}_bg"), getattr(self, f"{tone.value}_fg")


LIGHT: Final = Tokens(
    bg="#F5F6F3",
    surface="#FFFFFF",
    sunken="#EEF1ED",
    hover="#F3F6F3",
    border="#E1E6E0",
    border_strong="#858F88",
    text="#17211D",
    muted="#56635D",
    primary="#0E6655",
    primary_hover="#0A5346",
    on_primary="#FFFFFF",
    primary_soft="#DFF0EB",
    on_soft="#0A4A3E",
    focus="#1B64D8",
    ok_bg="#DFF3E4",
    ok_fg="#135C34",
    warn_bg="#FDF0D2",
    warn_fg="#764800",
    info_bg="#E2EDFB",
    info_fg="#1A4C8B",
    idle_bg="#E9ECEB",
    idle_fg="#48534E",
    bad_bg="#FCE5E2",
    bad_fg="#97231B",
    danger="#A8281F",
    on_danger="#FFFFFF",
    bar="#B7740B",
    practice_bg="#4A2C82",
    practice_fg="#FFFFFF",
)

DARK: Final = Tokens(
    bg="#101614",
    surface="#171F1C",
    sunken="#0C1110",
    hover="#1D2723",
    border="#2A3631",
    border_strong="#71827A",
    text="#E5ECE8",
    muted="#A2B1AA",
    primary="#5FCBB3",
    primary_hover="#7BD9C4",
    on_primary="#04241D",
    primary_soft="#1B3A33",
    on_soft="#B9EBDF",
    focus="#7FB0FF",
    ok_bg="#17382A",
    ok_fg="#93DFB2",
    warn_bg="#3D2F10",
    warn_fg="#F2CB73",
    info_bg="#182F4C",
    info_fg="#A5CBFA",
    idle_bg="#28322E",
    idle_fg="#BAC7C1",
    bad_bg="#45201D",
    bad_fg="#F7B0A8",
    danger="#F09A90",
    on_danger="#2E0906",
    bar="#D9A441",
    practice_bg="#3C2A66",
    practice_fg="#E9DDFF",
)

CONTRAST: Final = Tokens(
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#1A1A1A",
    border="#FFFFFF",
    border_strong="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    primary="#FFE600",
    primary_hover="#FFF27A",
    on_primary="#000000",
    primary_soft="#003C8F",
    on_soft="#FFFFFF",
    focus="#FFE600",
    ok_bg="#000000",
    ok_fg="#7CFFB2",
    warn_bg="#000000",
    warn_fg="#FFE600",
    info_bg="#000000",
    info_fg="#8FD3FF",
    idle_bg="#000000",
    idle_fg="#FFFFFF",
    bad_bg="#000000",
    bad_fg="#FF9C94",
    danger="#FF9C94",
    on_danger="#000000",
    bar="#FFE600",
    practice_bg="#000000",
    practice_fg="#FFB3F5",
    outlined=True,
)

THEMES: Final[dict[str, Tokens]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_GROUNDS = ("bg", "surface", "sunken", "hover")

TEXT_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *(("text", ground) for ground in _GROUNDS),
    *(("muted", ground) for ground in _GROUNDS),
    *((f"{tone.value}_fg", f"{tone.value}_bg") for tone in Tone),
    *((f"{tone.value}_fg", "surface") for tone in Tone),
    *((f"{tone.value}_fg", "bg") for tone in Tone),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_soft", "primary_soft"),
    ("text", "primary_soft"),
    ("muted", "primary_soft"),
    ("primary", "surface"),
    ("primary", "bg"),
    ("primary", "hover"),
    ("on_danger", "danger"),
    ("danger", "surface"),
    ("danger", "bg"),
    ("practice_fg", "practice_bg"),
)
"""Every (foreground, background) that carries words or an icon that stands for words."""

LINE_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *(("border_strong", ground) for ground in ("bg", "surface")),
    *(("focus", ground) for ground in (*_GROUNDS, "primary_soft")),
    ("primary", "surface"),
    ("primary", "sunken"),
    ("primary", "primary_soft"),
    ("bar", "surface"),
    ("bad_fg", "surface"),
)
"""Every (line, background) that marks a control, a focus or an amount; plain dividers (`border`) carry no meaning."""
