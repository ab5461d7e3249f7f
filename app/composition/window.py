"""The main window of an unlocked laptop: pages, the way between them, the foot, sending by itself, locking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from app.composition.sending import AutoSend
from app.domain.errors import Problem
from app.domain.policy import HEAD, OPERATOR
from app.ui.dialogs import Tell
from app.ui.lanes import NEXT_TURN_MS, Lane
from app.ui.messages import explain
from app.ui.shell import PageSpec, Shell
from app.ui.shell_state import ShellState
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.ui.wording import moment_words
from app.ui.words import translate
from app.usecases.desk import OWN_STANDING, SETTLED_BY_PERSON, Desk, Preferences, PreferenceStore
from app.usecases.home import Home
from app.usecases.reading import VillageInfo

if TYPE_CHECKING:
    from app.ui.screens.latihan.state import LessonShown

_LOOK_MS: Final = 1_500
"""How often the store is asked whether something was written since."""

_SETTLED_MS: Final = 300
"""After so long the first screen stands."""

_SCREENS: Final = (
    "keluarga.page",
    "kunjungan.page",
    "usulan.page",
    "bertentangan.page",
    "perubahan.view",
    "kirim.page",
    "pengaturan.page",
)

Apply = Callable[[Preferences], None]


def _import_screens() -> None:
    for name in _SCREENS:
        import_module(f"app.ui.screens.{name}")


def _nothing(_: None) -> None:
    """There is nothing to show for it."""


class DeskWindow(QObject):
    """Holds the shell of one desk; `locked` or `left` once everything is safe and the keys are let go, `wiped(told)`
    once there is nothing left."""

    locked = Signal()
    left = Signal()
    wiped = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, preferences: PreferenceStore, apply: Apply) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._preferences = preferences
        self._apply = apply
        self._version = -1
        self._resting = False
        self._unguarded = False
        self._findings = tuple(desk.findings)
        self._village: VillageInfo | None = None
        self.shell = self._new_shell()
        self.sending = AutoSend(desk, tasks, self._sent)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_SETTLED_MS)
        self._loading.timeout.connect(self._load_screens)

    def show(self, place: str = "beranda") -> None:
        """Show the window at a place, and begin to watch for changes."""
        self.shell.show_page(place)
        self._tell_findings()
        self._look()
        self._clock.start()
        self.sending.start()
        self._loading.start()

    def _load_screens(self) -> None:
        """Read the screens' code while the first one is looked at: loading it at the first visit would be felt."""
        self._tasks.run(Lane.DISK, _import_screens, _nothing, owner=self)

    def navigate(self, place: str, **facts: object) -> None:
        """Go to a screen; the facts tell it what to open."""
        if place == "impor":
            place, facts = "pengaturan", {"section": "impor"}
        known = self.shell.has_built(place)
        page: Any = self.shell.show_page(place)
        if not facts or not hasattr(page, "open"):
            return
        if known:
            page.open(**facts)
        else:
            # Making a page is half of what a turn of the loop may take; what it is to open comes in the next one.
            QTimer.singleShot(NEXT_TURN_MS, page, partial(page.open, **facts))

    def renew(self) -> None:
        """Build every page anew (after a change of language), staying at the same place."""
        place = self.shell.current_page()
        self.pause()
        old = self.shell
        self.shell = self._new_shell()
        self.shell.setGeometry(old.geometry())
        self._version = -1
        self.show(place or "beranda")
        self.shell.setWindowState(old.windowState())
        self.shell.setVisible(True)
        old.closed.disconnect(self.leave)
        old.hide()
        old.deleteLater()

    def pause(self) -> None:
        """Watch for changes no longer, and send nothing by itself."""
        self._clock.stop()
        self._loading.stop()
        self.sending.stop()

    def lock(self) -> None:
        """Bring everything to rest, then `locked`."""
        self._come_to_rest(self.locked)

    def wipe(self, told: str) -> None:
        """Let go of everything and wipe it, then `wiped`; where the disk refuses, a fresh program offers to finish."""
        self._come_to_rest(self.wiped, told, work=self._desk.custody.wipe, failed=self.locked)

    def leave(self) -> None:
        """The window was closed: bring everything to rest, then `left`."""
        self._come_to_rest(self.left)

    def _come_to_rest(
        self,
        then: SignalInstance,
        *told: str,
        work: Callable[[], None] | None = None,
        failed: SignalInstance | None = None,
    ) -> None:
        """Leave the field at which somebody is, so that it is saved; seal, close (or what `work` does), tell."""
        if self._resting:
            return
        self._resting = True
        self.pause()
        field = QApplication.focusWidget()
        if field is not None:
            field.clearFocus()
        for page in self.shell.findChildren(QWidget):
            leave = getattr(page, "leave", None)
            if callable(leave):
                leave()

        def rested(_: object) -> None:
            then.emit(*told)

        def not_done(_: Problem) -> None:
            (failed or then).emit()

        # The lane keeps its order: what the pages have just handed over is written before the store is closed.
        self._tasks.run(Lane.DISK, work or self._desk.close, rested, not_done)

    def _new_shell(self) -> Shell:
        shell = Shell(self._specs(), self._preferences.load().idle_minutes)
        shell.lock_requested.connect(self.lock)
        shell.send_requested.connect(partial(self.navigate, "kirim", send=True))
        shell.practice_key_asked.connect(self._ask_practice_key)
        shell.closed.connect(self.leave)
        return shell

    def _ask_practice_key(self) -> None:
        from app.ui.screens.latihan import read_key

        self._tasks.run(Lane.DISK, partial(read_key, self._desk), self._show_practice_key, owner=self.shell)

    def _show_practice_key(self, lessons: tuple[LessonShown, ...]) -> None:
        from app.ui.screens.latihan.dialog import PracticeKeyDialog

        dialog = PracticeKeyDialog(self.shell, lessons)
        dialog.family_asked.connect(lambda family: self.navigate("keluarga", family=family))
        dialog.open()

    def _specs(self) -> tuple[PageSpec, ...]:
        page = self._page
        return (
            PageSpec("beranda", translate("Window", "Beranda"), "house", partial(page, "beranda")),
            PageSpec("keluarga", translate("Window", "Keluarga"), "users", partial(page, "keluarga")),
            PageSpec("kunjungan", translate("Window", "Kunjungan"), "footprints", partial(page, "kunjungan")),
            PageSpec("usulan", translate("Window", "Usulan"), "file-check", partial(page, "usulan")),
            PageSpec("bertentangan", translate("Window", "Bertentangan"), "git-compare", partial(page, "bertentangan")),
            PageSpec("kirim", translate("Window", "Kirim & terima"), "refresh-cw", self._exchange),
            PageSpec(
                "perubahan",
                translate("Window", "Perubahan daftar"),
                "file-spreadsheet",
                partial(page, "perubahan"),
                under="keluarga",
            ),
            PageSpec("pengaturan", translate("Window", "Pengaturan"), "settings", self._settings, bottom=True),
        )

    def _page(self, key: str) -> QWidget:
        # Screens are built when they are first seen: start-up pays for none of them.
        built = import_module(f"app.ui.screens.{key}").build(self._desk, self._tasks, self.navigate)
        assert isinstance(built, QWidget)
        return built

    def _exchange(self) -> QWidget:
        from app.ui.screens.kirim.page import ExchangePage

        built = self._page("kirim")
        assert isinstance(built, ExchangePage)
        built.stop_asked.connect(self.sending.put_off)
        return built

    def _settings(self) -> QWidget:
        from app.ui.screens.pengaturan import build
        from app.ui.screens.pengaturan.state import Ends

        ends = Ends(self.lock, self.wipe)
        built = build(self._desk, self._tasks, self.navigate, self._preferences, self._apply, ends)
        built.quota_kept.connect(self.sending.look_again)
        return built

    def _look(self) -> None:
        """Ask whether anything was written; show it if so."""
        if not self._resting:
            self._tell_sending()
            self._tasks.run(Lane.DISK, self._news, self._take_news, self._no_news, owner=self)

    def _tell_sending(self) -> None:
        """Say at the foot that an exchange runs, whichever screen one is at."""
        underway = self._desk.exchange.underway
        if underway != self.shell.state.sending:
            self.shell.show_state(replace(self.shell.state, sending=underway))

    def _news(self) -> tuple[int, VillageInfo, Home] | None:
        version = self._desk.reading.version()
        if version == self._version:
            return None
        return version, self._desk.reading.village(), self._desk.reading.home()

    def _take_news(self, news: tuple[int, VillageInfo, Home] | None) -> None:
        if news is None:
            return
        first = self._version < 0
        self._version, self._village, home = news
        self.shell.show_state(self._shell_state(self._village, home))
        self._tell_unguarded()
        self.sending.stir(home)
        page: Any = self.shell.stack.currentWidget()
        if not first and hasattr(page, "refresh"):
            page.refresh()

    def _tell_unguarded(self) -> None:
        """Say once, at the foot, that the second copy waits for room; what was done stays done."""
        problem = self._desk.unguarded()
        if problem is not None and not self._unguarded:
            told = explain(problem)
            self.shell.say(f"{told.title} {told.advice}", Tone.WARN)
        self._unguarded = problem is not None

    def _no_news(self, problem: Problem) -> None:
        self.shell.say(explain(problem).title, Tone.WARN)

    def _shell_state(self, village: VillageInfo, home: Home) -> ShellState:
        last = ""
        if home.last_exchange_at_ms:
            last = moment_words(datetime.fromtimestamp(home.last_exchange_at_ms / 1000, UTC))
        unguarded = self._desk.unguarded()
        return ShellState(
            village=village.name,
            person=self._desk.actor.name,
            practice=village.practice,
            waiting=home.waiting_entries - home.travelling,
            waiting_photos=home.waiting_photos,
            travelling=home.travelling,
            decided=home.decided,
            received=home.last_receipt,
            last_exchange=last,
            sending=self._desk.exchange.underway,
            trouble=explain(unguarded).title if unguarded is not None else "",
            badges=tuple((place, n) for place, n in (("usulan", home.returned), ("bertentangan", home.contested)) if n),
        )

    def _sent(self, words: str) -> None:
        self.shell.say(words)
        self._look()

    def _tell_findings(self) -> None:
        """Say once what the opening found; what only a person can settle is a dialog."""
        found, self._findings = self._findings, ()
        for problem in found:
            if problem.code in SETTLED_BY_PERSON:
                self._ask_to_settle(problem)
            elif problem.code in OWN_STANDING:
                told = explain(problem)
                Tell(self.shell, told.title, told.safe, told.advice).open()
            else:
                self.shell.say(explain(problem).title, Tone.WARN)

    def _ask_to_settle(self, problem: Problem) -> None:
        from app.ui.settling import SettleDialog

        dialog = SettleDialog(self.shell, problem, may_settle=self._desk.actor.role in (OPERATOR, HEAD))
        dialog.settled.connect(self._settle)
        dialog.open()

    def _settle(self) -> None:
        self._tasks.run(Lane.DISK, self._desk.settle, self._settled, self._no_news, owner=self)

    def _settled(self, _: None) -> None:
        self.shell.say(
            translate("Window", "Balai melanjutkan dengan aman. Kirim sekarang supaya kabupaten ikut mencocokkan.")
        )
        self._look()
