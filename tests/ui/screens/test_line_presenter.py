"""The card of the line without Qt: what today took, what would go, and why nothing goes by itself."""

from __future__ import annotations

from datetime import date

from app.domain.errors import Problem
from app.ui.lanes import run_at_once
from app.ui.screens.kirim.line_presenter import LinePresenter
from app.ui.screens.kirim.line_state import LineState
from app.usecases.quota import DayMeter
from app.usecases.rest import resting
from tests.fakes.line import FakeSettings

TODAY = date(2026, 11, 28)


class Card:
    """The presenter over settings in memory."""

    def __init__(self) -> None:
        self.settings, self.on_battery = FakeSettings(), False
        self.meter = DayMeter(self.settings, lambda: TODAY)
        self.states: list[LineState] = []
        self.failed: list[Problem] = []
        self.presenter = LinePresenter(
            self.settings,
            lambda: resting(self.settings, lambda: self.on_battery),
            lambda: TODAY,
            run_at_once,
            self.states.append,
            self.failed.append,
        )

    @property
    def now(self) -> LineState:
        """What is shown."""
        return self.states[-1]


def test_the_day_is_told_with_its_limit_and_its_price() -> None:
    card = Card()
    card.presenter.refresh()
    assert card.now.used == "Hari ini 0 KB."
    assert card.now.load == ""
    card.meter.choose(20, 100_000)
    card.meter.spent(3_200_000)
    card.presenter.set_load(40_000, 1_188_000)
    assert card.now.used == "Hari ini 3,2 MB dari 20,0 MB, kira-kira Rp320."
    assert card.now.load == "Yang menunggu kira-kira 1,2 MB, kira-kira Rp120."
    assert (card.now.held, card.now.beyond) == ("", "")


def test_photos_that_do_not_fit_wait_for_tomorrow_and_may_be_sent_knowingly() -> None:
    card = Card()
    card.meter.choose(5, 100_000)
    card.meter.spent(4_000_000)
    card.presenter.set_load(8_000, 3_000_000)
    assert "sisa 1,0 MB menunggu besok" in card.now.held
    assert "terlampaui kira-kira 2,0 MB" in card.now.beyond
    assert "Rp301" in card.now.beyond
    card.meter.spent(2_000_000)
    card.presenter.refresh()
    assert card.now.held == "Batas hari ini sudah tercapai. Catatan tetap dikirim, foto menunggu besok."
    card.presenter.set_load(8_000, 0)
    assert (card.now.held, card.now.beyond) == ("", "")


def test_why_nothing_goes_by_itself_is_said() -> None:
    card = Card()
    card.on_battery = True
    card.presenter.refresh()
    assert ("baterai" in card.now.rests, card.now.paused) == (True, False)
    card.presenter.set_on_battery(True)
    assert (card.now.rests, card.now.on_battery) == ("", True)
    card.presenter.pause(True)
    assert ("dijeda" in card.now.rests, card.now.paused) == (True, True)
    card.presenter.pause(False)
    assert card.now.rests == ""
