"""`make tour`: plays the guided tour through every screen and leaves pictures; needs no screen.

``--out DIR`` (default build/tour), ``--quick`` (light theme at 100 % only), ``--only NAME`` (pictures whose name begins
so; the stations before them are gone through all the same), ``--no-hub`` (without the district's pages, which need a
browser). Which pictures there are is told by tour_front.py, tour_desk.py and tour_hub.py.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.composition.doors import FileDoors
    from app.usecases.desk import Desk

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SIZE = (1366, 768)


def _on_a_small_screen(folder: Path) -> None:
    """Where nothing else is asked for, Qt's own screen in memory, as large as a small laptop's: dialogs measure it."""
    kind = {"name": "laptop", "x": 0, "y": 0, "width": SIZE[0], "height": SIZE[1], "logicalDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [{**kind, "logicalBaseDpi": 96}]}))
    # Qt parts its options by colons: a path of Windows goes without its drive, and there Qt must be told of fonts.
    place = os.path.splitdrive(file)[1]
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={place}")
    if os.name == "nt":
        os.chdir(os.path.splitdrive(file)[0] + os.sep)
        os.environ.setdefault("QT_QPA_FONTDIR", str(ROOT / "resources" / "fonts"))


@contextmanager
def _unless_of_limits() -> Iterator[None]:
    """Qt without a screen says of every window that it cannot hand on its limits: dozens of lines that mean nothing."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if "propagateSizeHints" not in words:
            print(words, file=sys.stderr, flush=True)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def play(folder: Path, out: Path, only: str, quick: bool, hub: bool) -> int:
    """Take all pictures; gives how many."""
    from app.composition.doors import FileDoors
    from app.composition.places import places
    from app.storage.keys import FLOOR_REAL, KdfParams
    from app.ui.application import make_application
    from app.ui.translation import use_language
    from scripts.tour_camera import Camera
    from scripts.tour_desk import DESK, OWN
    from scripts.tour_front import FRONT
    from scripts.tour_hub import take_hub
    from scripts.tour_scene import DeskScene, FrontScene
    from scripts.tour_story import tell_story

    app = make_application(["balai"], "id", "light", 1.0)
    # The second that a guesser has to spend would be spent here at every door.
    doors = FileDoors(places(folder), kdf=KdfParams(FLOOR_REAL, 1, 2))
    camera = Camera(app, out, SIZE, only, quick)
    doors.create_practice(lambda done: None, lambda: False).close()
    try:
        for language in ("id",) if quick else ("id", "en"):
            use_language("id" if language == "id" else "en")
            front = FrontScene(doors, folder, camera.tasks)
            camera.take_all(front, FRONT, language)
            front.close()
        use_language("id")
        practice = next(vault for vault in doors.vaults() if vault.practice)
        operator = next(slot for slot in doors.slots(practice) if slot.role == "operator")
        desk = doors.unlock(practice, operator.slot, practice.told_password)
        with doors.district().opened() as district:
            story = tell_story(desk, district)
        for language in ("id",) if quick else ("id", "en"):
            use_language("id" if language == "id" else "en")
            scene = DeskScene(desk, story, folder, camera.tasks)
            camera.take_all(scene, DESK, language)
            scene.close()
        use_language("id")
        with _own_village(doors) as own:
            scene = DeskScene(own, story, folder, camera.tasks)
            camera.take_all(scene, OWN, "id")
            scene.close()
        if hub:
            camera.taken += take_hub(doors.district().page(), story, out, only, quick)
        desk.close()
    finally:
        camera.tasks.close()
        doors.close()
    return camera.taken


@contextmanager
def _own_village(doors: FileDoors) -> Iterator[Desk]:
    """A village made from a list in a file, before any district knows it."""
    from app.composition.desk import today
    from app.composition.intake import MappingsInMemory, SheetIntake
    from app.ui.vocabulary.flags import flag_words
    from app.usecases.doors import NewPerson
    from scripts.tour_scene import LISTS

    intake = SheetIntake(MappingsInMemory(), today, flag_words)
    view = intake.open(LISTS / "desa-papua-420.xlsx", lambda done: None, lambda: False)
    draft = intake.read(view, view.mapping, lambda done: None, lambda: False)
    person = NewPerson("Dorkas Rumbiak", "operator", "jalan kelapa tiga")
    desk, _words = doors.create_from_list(draft, person, lambda done: None, lambda: False)
    try:
        yield desk
    finally:
        desk.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "tour")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--no-hub", action="store_true")
    chosen = parser.parse_args(argv)
    out = chosen.out.resolve()
    with tempfile.TemporaryDirectory() as folder:
        _on_a_small_screen(Path(folder))
        with _unless_of_limits():
            taken = play(Path(folder), out, chosen.only, chosen.quick, not chosen.no_hub)
    print(f"{taken} pictures in {out}")
    return 0 if taken else 1


if __name__ == "__main__":
    sys.exit(main())
