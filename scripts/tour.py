"""`make tour`: plays the guided tour through every screen and leaves pictures; needs no screen.

``--out DIR`` (default build/tour), ``--quick`` (light theme at 100 % only), ``--only NAME`` (pictures whose name begins
so).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QTimer  # noqa: E402 - the platform has to be chosen before Qt is loaded
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.composition.doors import FileDoors  # noqa: E402
from app.composition.places import places  # noqa: E402
from app.composition.preferences import FilePreferences  # noqa: E402
from app.composition.window import DeskWindow  # noqa: E402
from app.ui.application import make_application  # noqa: E402
from app.ui.tasks import Tasks  # noqa: E402
from app.ui.theme import look  # noqa: E402
from scripts.tour_story import tell_story  # noqa: E402

LOOKS = (("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0))
SIZE = (1366, 768)
PATIENCE_SECONDS = 20.0

Step = tuple[str, Callable[[], QWidget]]


class Tour:
    """One village, one window, many pictures."""

    def __init__(self, app: QApplication, folder: Path, out: Path) -> None:
        self.app = app
        self.out = out
        self.tasks = Tasks()
        self.doors = FileDoors(places(folder))
        self.preferences = FilePreferences(places(folder).preferences)

    def play(self, looks: tuple[tuple[str, float], ...], only: str) -> int:
        """Take all pictures; gives how many."""
        taken = 0
        self.doors.create_practice(lambda done: None, lambda: False).close()
        for theme, scale in looks:
            look().wear(theme, scale)  # type: ignore[arg-type]  # names of LOOKS
            for name, show in self._front_steps():
                taken += self._take(name, show, theme, scale, only)
        vault = self.doors.vaults()[0]
        operator = next(slot for slot in self.doors.slots(vault) if slot.role == "operator")
        desk = self.doors.unlock(vault, operator.slot, vault.told_password)
        with self.doors.district().opened() as district:
            story = tell_story(desk, district)
        window = DeskWindow(desk, self.tasks, self.preferences, lambda preferences: None)
        window.show()
        window.shell.resize(*SIZE)
        window.shell.show()
        for theme, scale in looks:
            look().wear(theme, scale)  # type: ignore[arg-type]  # names of LOOKS
            for name, facts in story.places:
                place = name.split("-")[1]

                def show(place: str = place, facts: dict[str, object] = facts) -> QWidget:
                    window.navigate(place, **facts)
                    return window.shell

                taken += self._take(name, show, theme, scale, only)
        window.sending.stop()
        desk.close()
        self.tasks.close()
        self.doors.close()
        return taken

    def _front_steps(self) -> Iterator[Step]:
        from app.composition.desk import today
        from app.composition.intake import MappingsInMemory, SheetIntake
        from app.ui.screens import masuk, mulai

        intake = SheetIntake(MappingsInMemory(), today, str)

        def nothing(*_: Any) -> None:
            """The tour goes on by itself."""

        yield "01-masuk", lambda: masuk.build(self.doors, self.tasks, self.preferences, nothing, nothing, nothing)
        yield (
            "02-mulai",
            lambda: mulai.build(self.doors, intake, self.tasks, self.preferences, nothing),
        )

    def _take(self, name: str, show: Callable[[], QWidget], theme: str, scale: float, only: str) -> int:
        if not name.startswith(only):
            return 0
        widget = show()
        if not widget.isVisible():
            widget.resize(*SIZE)
            widget.show()
        self._settle()
        self.out.mkdir(parents=True, exist_ok=True)
        file = self.out / f"{name}-{theme}-{round(scale * 100)}.png"
        if not widget.grab().save(str(file)):
            sys.exit(f"Could not write {file}")
        return 1

    def _settle(self) -> None:
        """Let every answer arrive and every layout come to rest."""
        ends = monotonic() + PATIENCE_SECONDS
        quiet = 0
        while quiet < 6 and monotonic() < ends:
            loop = QEventLoop()
            QTimer.singleShot(20, loop.quit)
            loop.exec()
            self.app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            quiet = 0 if self.tasks.busy else quiet + 1


def main() -> int:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "tour")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    app = make_application(["balai"], "id", "light", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        taken = Tour(app, Path(folder), chosen.out).play(LOOKS[:1] if chosen.quick else LOOKS, chosen.only)
    print(f"{taken} pictures in {chosen.out}")
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main())
