"""What the stations act on: a window over real doors or a real desk, with the hands of a person."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from app.composition.desk import today
from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.questionnaire import Kind
from app.ui.screens import masuk, mulai
from app.ui.screens.kunjungan.page import VisitPage
from app.ui.screens.masuk.page import LockPage
from app.ui.screens.mulai.page import StartPage
from app.ui.tasks import Tasks
from app.ui.vocabulary.flags import flag_words
from app.usecases.desk import Desk
from scripts.tour_story import Story

LISTS = Path(__file__).resolve().parents[1] / "tests" / "data"
"""Lists as districts send them."""


def _nothing(*_: Any) -> None:
    """The tour goes on by itself."""


class Scene(ABC):
    """`window` is what is looked at; `settle` waits until everything asked for is there."""

    settle: Callable[[], None]

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        self.folder, self.tasks = folder, tasks
        self.preferences = FilePreferences(places(folder).preferences)

    @property
    @abstractmethod
    def window(self) -> QWidget:
        """What is looked at."""

    @property
    def workplace(self) -> QWidget:
        """Where buttons are looked for while no dialog is open."""
        return self.window

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open, the one below first."""
        tops: list[object] = list(QApplication.topLevelWidgets())
        return [widget for widget in tops if isinstance(widget, QDialog) and widget.isVisible()]

    def clear_dialogs(self) -> None:
        """Close whatever is open."""
        for dialog in reversed(self.dialogs()):
            dialog.reject()
        self.settle()

    def press(self, words: str) -> None:
        """The one button of these words that can be pressed, in the dialog that is open or in the window."""
        place: QWidget = next(reversed(self.dialogs()), None) or self.workplace
        found = [
            button
            for button in place.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and words in (button.text(), button.accessibleName())
        ]
        if not found:
            raise LookupError(f"no button {words!r}")
        found[0].click()
        self.settle()

    def photo(self) -> Path:
        """A picture to attach."""
        file = self.folder / "rumah.jpg"
        if not file.exists():
            Image.effect_mandelbrot((960, 720), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(file)
        return file


class FrontScene(Scene):
    """Lock screen and first start."""

    def __init__(self, doors: FileDoors, folder: Path, tasks: Tasks) -> None:
        super().__init__(folder, tasks)
        self.doors = doors
        self.page: LockPage | StartPage | None = None

    @property
    def window(self) -> QWidget:
        assert self.page is not None
        return self.page

    def lock(self, doors: FileDoors | None = None) -> LockPage:
        """A lock screen."""
        page = masuk.build(doors or self.doors, self.tasks, self.preferences, _nothing, _nothing, _nothing)
        self._show(page)
        return page

    def start(self) -> StartPage:
        """The first start from its beginning."""
        intake = SheetIntake(MappingsInMemory(), today, flag_words)
        page = mulai.build(self.doors, intake, self.tasks, self.preferences, _nothing)
        self._show(page)
        return page

    def code(self) -> str:
        """A code of the practice district."""
        from app.hub.enrol import make_code
        from app.practice.village import practice_village

        roster = practice_village().roster
        with self.doors.district().opened() as district:
            return make_code(district, roster.village_code, roster.village_name, "operator", "Dorkas").text

    def begun(self) -> StartPage:
        """The first start where the last station left it."""
        assert isinstance(self.page, StartPage)
        return self.page

    def empty_laptop(self) -> LockPage:
        """A lock screen on a laptop without a village."""
        return self.lock(FileDoors(places(self.folder / "kosong")))

    def close(self) -> None:
        """The window is not needed any more."""
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    def _show(self, page: LockPage | StartPage) -> None:
        self.close()
        self.page = page
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        self.settle()


class DeskScene(Scene):
    """The window of an unlocked village."""

    def __init__(self, desk: Desk, story: Story, folder: Path, tasks: Tasks) -> None:
        super().__init__(folder, tasks)
        self.desk, self.story = desk, story
        self._desk_window = DeskWindow(desk, tasks, self.preferences, _nothing)
        self._desk_window.shell.resize(1366, 768)
        self._desk_window.shell.show()
        self._desk_window.shell.activateWindow()
        self._desk_window.show()
        # Told by itself in the middle of the tour, an exchange would lie over whatever is looked at.
        self._desk_window.sending.stop()
        # Nobody touches its keys: on a busy machine it would lock itself before its end.
        self._desk_window.shell.idle.set_minutes(0)

    @property
    def window(self) -> QWidget:
        return self._desk_window.shell

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self._desk_window.shell.stack.currentWidget()

    @property
    def workplace(self) -> QWidget:
        page: QWidget = self.page
        return page

    def go(self, place: str, **facts: object) -> None:
        """To a screen."""
        self._desk_window.navigate(place, **facts)
        self.settle()

    def ask_practice_key(self) -> None:
        """What the banner's button does."""
        self._desk_window.shell.practice_key_asked.emit()
        self.settle()

    def stick(self) -> Path:
        """A folder that is carried."""
        folder = self.folder / "STIK-DESA"
        folder.mkdir(exist_ok=True)
        return folder

    def fill_visit(self, codes: dict[str, str]) -> VisitPage:
        """Answer the open form to its end: what the list says, the codes given, else the first choice."""
        page = self.page
        assert isinstance(page, VisitPage)
        presenter, with_photo = page.form_presenter, False
        while page.form.panel is not None:
            asked = page.form.panel._asked
            if asked.kind is Kind.PHOTO and not with_photo:
                with_photo = True
                presenter.add_photos(asked.path, [self.photo()])
                self.settle()
            elif asked.path in codes:
                presenter.answer(asked.path, codes[asked.path])
            elif asked.suggestions:
                presenter.take(asked.suggestions[0].value)
            elif asked.options and not asked.value:
                presenter.answer(asked.path, asked.options[0].code)
            elif asked.kind is Kind.STATEMENT or (asked.kind in (Kind.INTEGER, Kind.DECIMAL) and not asked.value):
                presenter.answer(asked.path, "1")
            elif asked.kind is Kind.TEXT and asked.required and not asked.value:
                presenter.answer(asked.path, "Ketua RT")
            presenter.go_on()
            panel = page.form.panel
            if panel is not None and panel._asked.path == asked.path:
                presenter.go_on()
            self.settle()
        return page

    def close(self) -> None:
        """The window is not needed any more."""
        self._desk_window.pause()
        self._desk_window.shell.hide()
        self._desk_window.shell.deleteLater()
        self.settle()
