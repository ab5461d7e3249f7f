"""Kirim & terima on the screen: what is pressed keeps the focus while it works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.chips import chip_size
from app.ui.dialogs import Confirm
from app.ui.screens.kirim.line_state import LineState
from app.ui.screens.kirim.state import ExchangeState, ReceiptShown, Stage
from app.ui.screens.kirim.view import ExchangeView
from app.ui.tasks import Tasks
from app.ui.theme import theme
from app.ui.vocabulary.statuses import transport_chip
from app.usecases.reading import Transport

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


def test_whoever_comes_before_anything_is_read_has_the_focus_once_it_is(view: ExchangeView, qtbot: QtBot) -> None:
    view.show_state(ExchangeState(enrolled=True))
    view.focus_work()
    view.show_state(READY)
    qtbot.waitUntil(view.send_button.hasFocus)


def test_the_focus_goes_with_what_is_sent_beyond_the_limit(view: ExchangeView, qtbot: QtBot) -> None:
    held = LineState(beyond="Batas hari ini terlampaui kira-kira 265 KB.")
    view.show_line(held)
    everything = view.line_card.everything_button
    everything.setFocus()
    qtbot.waitUntil(everything.hasFocus)
    everything.click()
    (asked,) = view.line_card.findChildren(Confirm)
    with qtbot.waitSignal(view.line_card.everything_asked):
        asked.yes_button.click()
    view.show_state(SENDING)
    qtbot.waitUntil(view.running.stop_button.hasFocus)
    view.show_state(READY)
    view.show_line(LineState())
    qtbot.waitUntil(view.send_button.hasFocus)


def test_that_nothing_waits_is_said_below_its_heading_however_long_the_card_beside_is(
    view: ExchangeView, qtbot: QtBot
) -> None:
    receipts = tuple(ReceiptShown(f"261128-{n:04}", "28 Nov 2026", "2 catatan") for n in range(30))
    view.show_state(replace(READY, receipts=receipts))
    heading, told = view.items_title, view.nothing._title
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 300)

    def gap() -> int:
        return told.mapTo(view, QPoint()).y() - heading.mapTo(view, heading.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: 0 <= gap() < 120)


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


@pytest.mark.parametrize("road", ["stick", "nearby"])
def test_on_which_road_something_is_can_be_read_to_its_end(view: ExchangeView, road: str) -> None:
    worn = theme()
    chip = transport_chip(Transport("sent", at_ms=1_795_867_200_000, road=road))
    assert "2026" in chip.words
    column = next(one for one in view.table.rows.columns if one.key == "status")
    assert chip_size(chip).width() <= round(column.width * worn.em) - 2 * worn.px(12)
