"""Language, theme and text size where nobody has unlocked anything yet: chosen, worn at once, kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Problem
from app.ui.dialogs import Tell
from app.ui.lanes import Lane
from app.ui.messages import explain
from app.ui.tasks import Tasks
from app.ui.theme import ThemeChoice, look
from app.ui.translation import use_language
from app.ui.widgets.field import SelectBox
from app.ui.widgets.layouts import Flow
from app.ui.wording import Language, language
from app.usecases.desk import Preferences, PreferenceStore

SIZES = (100, 125, 150, 175, 200)
"""Text sizes in percent."""


class OutfitBar(QWidget):
    """Three small choices in a line; `language_changed` when the words around have to be built anew."""

    language_changed = Signal()

    def __init__(self, preferences: PreferenceStore, tasks: Tasks) -> None:
        super().__init__()
        self._store, self._tasks = preferences, tasks
        self._kept = preferences.load()
        self.language_box = SelectBox((("id", "Bahasa Indonesia"), ("en", "English")))
        self.theme_box = SelectBox(
            (
                ("system", self.tr("Tampilan: ikut laptop")),
                ("light", self.tr("Tampilan: terang")),
                ("dark", self.tr("Tampilan: gelap")),
                ("contrast", self.tr("Tampilan: kontras tinggi")),
            )
        )
        self.size_box = SelectBox(tuple((str(size), self.tr("Huruf %1%").replace("%1", str(size))) for size in SIZES))
        for box, name, width in (
            (self.language_box, self.tr("Bahasa"), 14),
            (self.theme_box, self.tr("Tampilan"), 19),
            (self.size_box, self.tr("Ukuran huruf"), 9),
        ):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(width)
        Flow(self.language_box, self.theme_box, self.size_box, gap=8, on=self)
        self._show()
        self.language_box.activated.connect(self._language_chosen)
        self.theme_box.activated.connect(self._theme_chosen)
        self.size_box.activated.connect(self._size_chosen)

    def _show(self) -> None:
        kept = self._kept
        self.language_box.set_value(kept.language)
        self.theme_box.set_value(kept.theme)
        percent = round(kept.scale * 100)
        self.size_box.set_value(str(min(SIZES, key=lambda size: abs(size - percent))))

    def _language_chosen(self) -> None:
        self._put_on(replace(self._kept, language=self.language_box.value()))

    def _theme_chosen(self) -> None:
        self._put_on(replace(self._kept, theme=self.theme_box.value()))

    def _size_chosen(self) -> None:
        self._put_on(replace(self._kept, scale=int(self.size_box.value()) / 100))

    def _put_on(self, chosen: Preferences) -> None:
        """What was not chosen stays as it is kept, also where the boxes show it rounded or not at all."""
        before, self._kept = self._kept, chosen
        if chosen == before:
            return
        self._store.wear(chosen)
        self._keep(chosen)
        # The popup of the box has to close before everything around it is dressed anew.
        QTimer.singleShot(0, self, partial(self._wear, chosen, before.language))

    def _keep(self, chosen: Preferences) -> None:
        """The window is told of a failure, for after a change of language this bar is no more."""
        window = self.window()
        self._tasks.run(Lane.DISK, partial(self._store.save, chosen), _kept, partial(_tell, window), owner=window)

    def _wear(self, chosen: Preferences, language_before: str) -> None:
        wear(chosen)
        if chosen.language != language_before:
            self.language_changed.emit()


def wear(chosen: Preferences) -> None:
    """Speak and look as chosen, from now on; only what differs is changed."""
    if chosen.language != language():
        use_language(cast("Language", chosen.language))
    if (chosen.theme, chosen.scale) != (look().choice, look().theme.scale):
        look().wear(cast("ThemeChoice", chosen.theme), chosen.scale)


def _kept(_nothing: None) -> None:
    """Nothing to show: it is worn already."""


def _tell(window: QWidget, problem: Problem) -> None:
    told = explain(problem)
    Tell(window, told.title, told.safe, told.advice).open()
