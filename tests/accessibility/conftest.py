"""The desk at any page, and the ways in, with a real store behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.composition.doors import FileDoors
from app.composition.intake import MappingsInMemory, SheetIntake
from app.composition.places import places
from app.composition.preferences import FilePreferences
from app.composition.window import DeskWindow
from app.domain.payloads import ChangeProposed, NewFamily, NewMember
from app.ui.screens.masuk import build as build_lock
from app.ui.screens.mulai import build as build_start
from app.ui.screens.mulai.page import StartPage
from app.ui.screens.mulai.state import Way
from app.ui.tasks import Tasks
from app.usecases.desk import Desk
from app.usecases.ports import Act
from app.usecases.reading import FamilyFilter, FamilySort
from tests.accessibility.looking import Seen

Wear = Callable[[str, float], None]


def propose_twice(desk: Desk) -> None:
    """One family, proposed in two spellings."""
    place = desk.reading.places()[0]
    for name in ("Yohanes Lando", "Yohanis Lando"):
        people = (NewMember(name, "", "1980-02-03", "1", "1"),)
        new = NewFamily("", f"Jl. {name}", place.dusun, place.rt, place.rw, people)
        desk.journal.record(Act("", ChangeProposed("new_family", new_family=new)))


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """The lanes of the program."""
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def desk_at(
    dressed: Wear, qtbot: QtBot, tasks: Tasks, practice_desk: Desk, tmp_path: Path
) -> Iterator[Callable[..., Seen]]:
    """Opens the desk at a page (with facts as links give them), or at a form."""
    made: list[DeskWindow] = []

    def at(place: str, **facts: str) -> Seen:
        window = DeskWindow(practice_desk, tasks, FilePreferences(tmp_path / "preferences.json"), lambda _: None)
        made.append(window)
        seen = Seen(qtbot, tasks, window.shell)
        window.shell.show_page("beranda")
        window._look()
        seen.show()
        family = practice_desk.reading.families(FamilyFilter(), FamilySort(), 0, 1)[0].id
        if place == "form":
            window.navigate("kunjungan", family=family)
        elif place == "proposal":
            window.navigate("usulan", new="correction", family=family)
        elif place == "settling":
            propose_twice(practice_desk)
            key = practice_desk.contests.contests()[0].key
            window.navigate("bertentangan", kind=key.kind, family=key.family, proposal=key.proposal, other=key.other)
        elif place == "keluarga":
            window.navigate("keluarga", family=family)
        else:
            window.navigate(place, **facts)
        seen.settle()
        return seen

    yield at
    for window in made:
        window.sending.stop()
        window.shell.hide()
        window.shell.deleteLater()


@pytest.fixture
def door_at(
    dressed: Wear, qtbot: QtBot, tasks: Tasks, practice_copy: Path, tmp_path: Path
) -> Iterator[Callable[[str], Seen]]:
    """Opens the lock screen or a step of the first start."""
    doors = FileDoors(places(practice_copy))
    preferences = FilePreferences(tmp_path / "preferences.json")
    made: list[QWidget] = []

    def at(place: str) -> Seen:
        if place == "masuk":
            window: QWidget = build_lock(doors, tasks, preferences, lambda _: None, lambda _: None, lambda _: None)
        else:
            intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), str)
            window = build_start(doors, intake, tasks, preferences, lambda _desk, _words: None)
        made.append(window)
        seen = Seen(qtbot, tasks, window)
        seen.show()
        if isinstance(window, StartPage) and place != "mulai":
            window.presenter.choose(Way.LIST if place == "impor" else Way.DISTRICT)
            seen.settle()
        return seen

    yield at
    for window in made:
        window.hide()
        window.deleteLater()
    doors.close()
