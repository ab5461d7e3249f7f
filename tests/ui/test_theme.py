from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from app.ui.fonts import FAMILY, ROLES, Role, font
from app.ui.icons import icon_pixmap
from app.ui.theme import Theme, look, theme
from app.ui.widgets import Column, PrimaryButton, Text
from scripts.icons import tinted

Wear = Callable[[str, float], None]


def test_every_length_grows_with_the_scale() -> None:
    assert [Theme("light", scale).px(13) for scale in (1.0, 1.25, 1.5, 2.0)] == [13, 16, 20, 26]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_set_in_plus_jakarta_sans_with_tabular_figures(dressed: Wear, role: Role) -> None:
    made = font(role, 1.0)
    assert QFontInfo(made).family() == FAMILY
    assert made.featureValue(QFont.Tag("tnum")) == 1


def test_figures_are_equally_wide(dressed: Wear) -> None:
    metrics = Theme().metrics("body")
    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


def test_scale_stays_between_100_and_200_percent(dressed: Wear) -> None:
    dressed("light", 5.0)
    assert theme().scale == 2.0
    dressed("light", 0.2)
    assert theme().scale == 1.0


def test_what_is_on_the_screen_follows_theme_and_scale(dressed: Wear) -> None:
    text, button, column = Text("Halo", "title"), PrimaryButton("Simpan", "check"), Column(gap=10)
    small = button.sizeHint()
    dressed("dark", 2.0)
    assert text.font().pixelSize() == 44
    assert abs(button.sizeHint().width() - 2 * small.width()) <= 4
    assert column.spacing() == 20
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().name().upper() == theme().tokens.bg


def test_widgets_that_are_gone_are_not_dressed_again(dressed: Wear) -> None:
    text = Text("Halo")
    text.deleteLater()
    QApplication.sendPostedEvents(text, 0)
    del text
    dressed("dark", 1.0)
    assert look().theme.name == "dark"


def test_an_icon_wears_the_colour_of_its_token_and_is_painted_once(dressed: Wear) -> None:
    first = icon_pixmap("check", "bad_fg", 24)
    assert icon_pixmap("check", "bad_fg", 24).cacheKey() == first.cacheKey()
    image = first.toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {theme().tokens.bad_fg}


def test_the_icons_of_the_style_sheet_are_those_of_the_tokens() -> None:
    stale = [str(path) for path, text in tinted().items() if path.read_text(encoding="utf-8") != text]
    assert stale == []
