import re
from pathlib import Path

import pytest

from app.ui.tokens import LINE_PAIRS, TEXT_PAIRS, THEMES

UI = Path(__file__).resolve().parents[2] / "app" / "ui"


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two #RRGGBB colours, 1 to 21."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_names() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_every_word_can_be_read(name: str, pair: tuple[str, str]) -> None:
    ink, ground = (getattr(THEMES[name], token) for token in pair)
    assert contrast_ratio(ink, ground) >= (7 if name == "contrast" else 4.5)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", LINE_PAIRS, ids="-on-".join)
def test_every_line_that_means_something_can_be_seen(name: str, pair: tuple[str, str]) -> None:
    line, ground = (getattr(THEMES[name], token) for token in pair)
    assert contrast_ratio(line, ground) >= 3


def test_colours_and_style_sheets_live_in_one_place() -> None:
    strays = [
        f"{path.relative_to(UI)}: {found}"
        for path in sorted(UI.rglob("*.py"))
        if path.name not in ("tokens.py", "theme.py")
        for found in re.findall(r'"#[0-9A-Fa-f]{3,8}"|setStyleSheet|QColor\(', path.read_text(encoding="utf-8"))
    ]
    assert strays == []
