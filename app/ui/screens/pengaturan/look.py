"""Language, theme, text size and patience: chosen and worn at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.lanes import NEXT_TURN_MS
from app.ui.shown import Option
from app.ui.widgets.card import Card
from app.ui.widgets.choices import ChoiceList
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column, Tiles
from app.ui.widgets.page import bring_into_sight
from app.ui.widgets.text import Text
from app.usecases.desk import Preferences

SIZES = (100, 110, 125, 150, 175, 200)
MINUTES = (2, 5, 10, 15, 30, 60)


class LookSection(QWidget):
    """Begins with what is worn; calls `apply(preferences)` with every choice."""

    def __init__(self, kept: Preferences, apply: Callable[[Preferences], None]) -> None:
        super().__init__()
        self._kept, self._apply = kept, apply
        self.language = ChoiceList(
            (Option("id", "Bahasa Indonesia"), Option("en", "English")), show_codes=False, name=self.tr("Bahasa")
        )
        self.theme = ChoiceList(
            (
                Option("system", self.tr("Ikut laptop")),
                Option("light", self.tr("Terang")),
                Option("dark", self.tr("Gelap"), self.tr("Nyaman di malam hari")),
                Option("contrast", self.tr("Kontras tinggi"), self.tr("Paling mudah dibaca di bawah matahari")),
            ),
            show_codes=False,
            name=self.tr("Tampilan"),
        )
        self.scale = SelectBox(tuple((str(size), f"{size}%") for size in SIZES))
        self.minutes = SelectBox(tuple((str(n), self.tr("%n menit", "", n)) for n in MINUTES))
        Column(
            Tiles(
                Card(self.language, None, title=self.tr("Bahasa")),
                Card(self.theme, None, title=self.tr("Tampilan")),
                Card(
                    Field(self.tr("Ukuran huruf"), self.scale, self.tr("Berlaku langsung di semua layar.")),
                    Field(
                        self.tr("Kunci sendiri setelah tidak dipakai"),
                        self.minutes,
                        self.tr("Isian yang belum selesai tetap tersimpan sebagai draf."),
                    ),
                    None,
                    title=self.tr("Huruf dan kunci"),
                ),
                width=300,
                gap=14,
            ),
            Text(self.tr("Pengaturan ini berlaku untuk semua orang di laptop ini."), "small", "muted"),
            None,
            gap=12,
            on=self,
        )
        self._show(kept)
        self.language.chosen.connect(self._language_chosen)
        self.theme.chosen.connect(self._theme_chosen)
        self.scale.activated.connect(self._scale_chosen)
        self.minutes.activated.connect(self._minutes_chosen)

    def _show(self, kept: Preferences) -> None:
        self.language.set_value((kept.language,))
        self.theme.set_value((kept.theme,))
        percent = round(kept.scale * 100)
        self.scale.set_value(str(min(SIZES, key=lambda size: abs(size - percent))))
        self.minutes.set_value(str(min(MINUTES, key=lambda minutes: abs(minutes - kept.idle_minutes))))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Another size of type lays out the page anew; the choice just made must stay in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(NEXT_TURN_MS, self, self._seek)

    def _seek(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            bring_into_sight(focus)

    def _language_chosen(self, codes: tuple[str, ...]) -> None:
        self._put_on(replace(self._kept, language=codes[0]))

    def _theme_chosen(self, codes: tuple[str, ...]) -> None:
        self._put_on(replace(self._kept, theme=codes[0]))

    def _scale_chosen(self) -> None:
        self._put_on(replace(self._kept, scale=int(self.scale.value()) / 100))

    def _minutes_chosen(self) -> None:
        self._put_on(replace(self._kept, idle_minutes=int(self.minutes.value())))

    def _put_on(self, chosen: Preferences) -> None:
        """What was not chosen stays as it is kept, also where its box shows the nearest choice only."""
        before, self._kept = self._kept, chosen
        if chosen != before:
            # A change of language builds this very page anew, so the signal has to end first.
            QTimer.singleShot(0, self, partial(self._apply, chosen))
