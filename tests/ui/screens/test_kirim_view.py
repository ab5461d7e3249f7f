"""Kirim & terima on the screen: what is pressed keeps the focus while it works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.screens.kirim.state import ExchangeState, Stage
from app.ui.screens.kirim.view import ExchangeView
from app.ui.tasks import Tasks

READY = ExchangeState(stage=Stage.READY, enrolled=True)
SENDING = replace(READY, stage=Stage.SENDING, step="Mengirim")


@pytest.fixture
def view(dressed: Callable[[str, float], None], qtbot: QtBot) -> Iterator[ExchangeView]:
    tasks = Tasks()
    made = ExchangeView(tasks)
    qtbot.addWidget(made)
    made.resize(1160, 680)
    with qtbot.waitActive(made):
        made.show()
    made.show_state(READY)
    yield made
    tasks.close()


def test_the_focus_goes_from_sending_to_stopping_and_back(view: ExchangeView, qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    view.focus_work()
    qtbot.waitUntil(view.send_button.hasFocus)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _before, now: seen.append(now))
    view.show_state(SENDING)
    assert view.running.stop_button.hasFocus()
    view.show_state(replace(SENDING, stopping=True))
    assert view.running.stop_button.hasFocus()
    view.show_state(READY)
    assert view.send_button.hasFocus()
    assert view.automatic not in seen


def test_stopping_is_asked_for_once(view: ExchangeView, qtbot: QtBot) -> None:
    asked: list[int] = []
    view.stop_asked.connect(lambda: asked.append(1))
    view.show_state(SENDING)
    view.running.stop_button.click()
    view.show_state(replace(SENDING, stopping=True))
    view.running.stop_button.click()
    assert asked == [1]


def test_whoever_is_elsewhere_stays_there(view: ExchangeView, qtbot: QtBot) -> None:
    view.automatic.setFocus()
    qtbot.waitUntil(view.automatic.hasFocus)
    for state in (SENDING, READY):
        view.show_state(state)
        assert view.automatic.hasFocus()
