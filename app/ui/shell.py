"""The frame around all screens: navigation, pages built when first seen, the foot, the shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Dialog
from app.ui.icons import icon
from app.ui.idle import IdleWatch
from app.ui.navigation import Navigation
from app.ui.shell_state import ShellState
from app.ui.statusbar import StatusBar
from app.ui.theme import dress, theme
from app.ui.toast import Toast
from app.ui.tokens import Tone
from app.ui.widgets.banner import PracticeBanner
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.facts import KeyValueList
from app.ui.widgets.layouts import Column, Row
from app.ui.widgets.page import bring_into_sight, focus_first
from app.ui.widgets.responsive import Responsive, Room, StackedPages
from app.ui.widgets.search import SearchField


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A screen: its key, words and icon in the navigation, and how it is made when it is first seen."""

    key: str
    words: str
    icon: str
    factory: Callable[[], QWidget]
    bottom: bool = False
    under: str = ""
    """Key of the page in whose name the menu marks it; such a page is no entry of the menu itself."""


@runtime_checkable
class Screen(Protocol):
    """What a page has (every `Page` has it): where its work begins, and word that it is seen (again)."""

    def focus_work(self) -> None: ...

    def shown(self) -> None: ...


class Shell(Responsive):
    """The main window; knows pages and a `ShellState`, nothing of storage."""

    lock_requested = Signal()
    send_requested = Signal()
    practice_key_asked = Signal()
    page_shown = Signal(str)
    closed = Signal()

    def __init__(self, pages: tuple[PageSpec, ...], idle_minutes: float = 10) -> None:
        super().__init__()
        self._pages = {page.key: page for page in pages}
        self._built: dict[str, QWidget] = {}
        self.state = ShellState()
        self.setWindowTitle("Balai")
        self.setWindowIcon(icon("landmark", "primary", 64))
        self._menu = tuple(page for page in pages if not page.under)
        self.navigation = Navigation(tuple((p.key, p.words, p.icon, p.bottom) for p in self._menu))
        self.status = StatusBar()
        self.stack = StackedPages()
        self.banner = PracticeBanner(
            self.tr("Desa latihan: semua keluarga di sini rekaan. Silakan mencoba apa saja."), self.tr("Kunci latihan")
        )
        self.banner.hide()
        middle = Row(gap=0)
        middle.put(self.navigation)
        middle.put(self.stack, 1)
        column = Column(self.banner, gap=0, on=self)
        column.put(middle, 1)
        column.put(self.status)
        self.toast = Toast(self.status)
        self.idle = IdleWatch(idle_minutes, self)
        self._connect()
        self.setMinimumSize(640, 480)
        self.resize(1366, 768)
        dress(self.update)

    def show_state(self, state: ShellState) -> None:
        """Show where the work stands."""
        self.state = state
        self.banner.setVisible(state.practice)
        self.navigation.show_village(state.village)
        self.navigation.show_badges(state.badges)
        self.status.show_state(state)
        name = " · ".join(filter(None, (state.village, state.person)))
        self.setWindowTitle(f"Balai - {name}" if name else "Balai")

    def show_page(self, key: str) -> QWidget:
        """Show a page, building it when it is first seen; the focus goes to its work. Gives the page."""
        page = self._built.get(key)
        if page is None:
            page = self._built[key] = self._pages[key].factory()
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.navigation.show_page(self._pages[key].under or key)
        if isinstance(page, Screen):
            page.shown()
        self._go_to_work()
        self.page_shown.emit(key)
        return page

    def has_built(self, key: str) -> bool:
        """Whether the page was seen before: then showing it costs nothing."""
        return key in self._built

    def current_page(self) -> str:
        """Key of the page that is shown; empty before the first."""
        shown = self.stack.currentWidget()
        return next((key for key, page in self._built.items() if page is shown), "")

    def say(self, words: str, tone: Tone = Tone.OK, action: str = "") -> None:
        """A short word at the foot of the window."""
        self.toast.say(words, tone, action)

    def show_shortcuts(self) -> None:
        """What the keyboard can do."""
        dialog = Dialog(self, self.tr("Pintasan papan ketik"))
        pages = tuple((f"Ctrl+{n}", page.words) for n, page in enumerate(self._menu[:9], 1))
        dialog.body.put(
            KeyValueList(
                (
                    *pages,
                    ("Ctrl+L", self.tr("Kunci Balai")),
                    ("Ctrl+F", self.tr("Cari di halaman ini")),
                    ("F6", self.tr("Pindah antara menu dan isi halaman")),
                    ("Tab, Shift+Tab", self.tr("Ke bagian berikut atau sebelumnya")),
                    ("↑ ↓, Home, End", self.tr("Pindah di dalam daftar")),
                    ("Enter", self.tr("Buka atau lanjut")),
                    ("Esc", self.tr("Tutup atau kembali")),
                    ("F1", self.tr("Bantuan ini")),
                )
            )
        )
        dialog.body.put(None)
        dialog.add_button(SecondaryButton(self.tr("Tutup")), closes=True, default=True).setFocus()
        dialog.open()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Who comes into a page from the menu or the foot sees where he is, though the page was scrolled meanwhile."""
        moved = super().focusNextPrevChild(forward)
        focus = self.focusWidget() if moved else None
        if focus is not None:
            bring_into_sight(focus)
        return moved

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme().colour("bg"))
        finally:
            painter.end()

    def _connect(self) -> None:
        self.banner.acted.connect(self.practice_key_asked)
        self.navigation.page_asked.connect(self.show_page)
        self.navigation.work_asked.connect(self._go_to_work)
        self.navigation.lock_asked.connect(self.lock_requested)
        self.idle.went_idle.connect(self._tire)
        self.status.send_asked.connect(self.send_requested)
        self.breakpoint_changed.connect(self._make_room)
        for number, page in enumerate(self._menu[:9], start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.show_page, page.key))
        self._shortcut("Ctrl+L", self.lock_requested.emit)
        self._shortcut("F1", self.show_shortcuts)
        self._shortcut("Ctrl+F", self._find)
        self._shortcut("F6", self._swap_focus)

    def _tire(self) -> None:
        """Nobody was there for so long: lock, unless some part says that a talk under way would be cut by it."""
        for part in self.findChildren(QWidget):
            keeps_awake = getattr(part, "keeps_awake", None)
            if callable(keeps_awake) and keeps_awake():
                self.idle.begin_again()
                return
        self.lock_requested.emit()

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _make_room(self, room: Room) -> None:
        self.navigation.set_room(room.rail, room.low)

    def _swap_focus(self) -> None:
        if self.navigation.isAncestorOf(self.focusWidget()):
            self._focus_work()
        else:
            self.navigation.focus_current()

    def _find(self) -> None:
        page = self.stack.currentWidget()
        fields = page.findChildren(SearchField) if page is not None else []
        field = next((field for field in fields if field.isVisible()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _go_to_work(self) -> None:
        # The focus can only move to what is laid out and visible, which is the case after this turn of the loop.
        QTimer.singleShot(0, self, self._focus_work)

    def _focus_work(self) -> None:
        page: object = self.stack.currentWidget()
        if isinstance(page, Screen):
            page.focus_work()
            held = self.focusWidget()
            if held is not None:  # the page may stand where somebody had scrolled to
                bring_into_sight(held)
        elif isinstance(page, QWidget):
            focus_first(page)
