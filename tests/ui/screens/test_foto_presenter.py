"""What the window of one photo says: here, not here, on its way, beyond the day's limit, and why it did not come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from app.domain.errors import Problem, Refused, Unavailable
from app.ui.lanes import run_at_once
from app.ui.screens.foto.presenter import Look, PhotoPresenter, fetch_words
from app.ui.screens.foto.state import PhotoStage, PhotoState
from app.ui.screens.keluarga.card import PhotoCard
from app.usecases.quota import DayMeter
from tests.fakes.line import FakeExchange, FakeSettings

PHOTO = PhotoCard("a" * 48, "Rumah tampak depan", False, 78_000)
DAY = date(2026, 11, 28)


@dataclass
class Window:
    """A presenter over a district that answers as it is told."""

    problem: Problem | None = None
    here: bool = False
    photo: PhotoCard = PHOTO
    states: list[PhotoState] = field(default_factory=list)
    came: int = 0

    def __post_init__(self) -> None:
        self.exchange, self.settings = FakeExchange(problem=self.problem), FakeSettings()
        self.presenter = PhotoPresenter(
            self.photo,
            self.look,
            self.exchange,
            self.settings,
            lambda: DAY,
            run_at_once,
            lambda slot: slot,
            self.states.append,
            self.count,
        )

    def look(self, name: str) -> Look:
        """The file is here once it was fetched."""
        return Look(True, "a picture") if self.here or name in self.exchange.photos else Look(False)

    def count(self) -> None:
        """It came."""
        self.came += 1

    def stage(self) -> PhotoStage:
        """What stands in the window now."""
        return self.states[-1].stage

    @property
    def state(self) -> PhotoState:
        """What is shown now."""
        return self.states[-1]


def test_a_photo_that_is_here_is_shown_and_nobody_is_asked() -> None:
    window = Window(here=True)
    window.presenter.open(fetch=True)
    assert (window.state.stage, window.state.image, window.state.offer) == (PhotoStage.SHOWN, "a picture", "")
    assert window.exchange.wanted == 0


def test_a_photo_that_is_not_here_is_offered_with_its_size() -> None:
    window = Window()
    window.presenter.open()
    assert window.stage() is PhotoStage.MISSING
    assert window.state.words == "Foto ini belum ada di laptop ini."
    assert window.state.offer == "Ambil dari kabupaten (78 KB)"
    assert fetch_words(0) == "Ambil dari kabupaten"
    window.presenter.fetch()
    assert window.stage() is PhotoStage.SHOWN
    assert (window.came, window.exchange.photos) == (1, [PHOTO.name])
    on_its_way = [one for one in window.states if one.stage is PhotoStage.FETCHING]
    assert [one.share for one in on_its_way] == [None, 0.5]
    assert on_its_way[-1].words == "Foto sedang diambil: 0,5 KB dari 1,0 KB."


def test_the_day_s_limit_asks_once_and_says_what_it_costs() -> None:
    window = Window(Refused("photo_beyond_limit"))
    meter = DayMeter(window.settings, lambda: DAY)
    meter.choose(1, 10_000)
    meter.spent(990_000)
    window.presenter.open(fetch=True)
    state = window.state
    assert window.stage() is PhotoStage.BEYOND
    assert "kira-kira 78 KB, kira-kira Rp1." in state.words
    assert "terlampaui kira-kira 68 KB" in state.words
    assert state.offer == "Ambil juga sekarang"
    assert [window.exchange.everything] == [False]
    window.exchange.problem = None
    window.presenter.fetch()
    assert window.exchange.everything
    assert window.stage() is PhotoStage.SHOWN


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Unavailable("line_none"), "Laptop ini belum tersambung ke internet. Bagian foto yang sudah sampai"),
        (Unavailable("line_cut"), "Sambungan putus di tengah jalan. Bagian foto yang sudah sampai"),
        (Refused("photo_at_laptop", who="Maria Bano"), "masih di laptop Maria Bano. Minta Maria Bano menekan Kirim"),
        (Refused("photo_not_at_district"), "Foto ini belum sampai di kabupaten. Coba lagi sesudah"),
        (Refused("photo_spoilt_on_way"), "Foto ini rusak di jalan, jadi tidak ditampilkan. Coba lagi."),
        (Refused("photo_spoilt_at_district"), "Foto ini rusak di kabupaten, jadi tidak ditampilkan."),
        (Refused("exchange_device_revoked"), "Kabupaten sudah mencabut izin laptop ini"),
    ],
)
def test_why_it_did_not_come_is_said_and_it_may_be_tried_again(problem: Problem, said: str) -> None:
    window = Window(problem)
    window.presenter.open(fetch=True)
    assert window.stage() is PhotoStage.FAILED
    assert said in window.state.words
    assert "menunggu dikirim" not in window.state.words, "nothing of one's own was to be sent"
    window.exchange.problem = None
    window.presenter.fetch()
    assert window.stage() is PhotoStage.SHOWN


def test_a_person_stops_it() -> None:
    window = Window()
    window.exchange.during = window.presenter.cancel
    window.presenter.open(fetch=True)
    assert {one.words for one in window.states if one.stopping} == {"Sedang dihentikan."}
    assert window.stage() is PhotoStage.MISSING
    assert window.state.words.startswith("Dihentikan. Bagian yang sudah sampai disimpan")
    assert window.came == 0


def test_a_file_that_is_no_picture_is_not_fetched_again() -> None:
    window = Window(photo=replace(PHOTO, held=True))
    window.presenter._look = lambda name: Look(True)
    window.presenter.open()
    assert (window.state.stage, window.state.offer) == (PhotoStage.NO_PICTURE, "")


def test_a_file_that_was_spoilt_here_may_come_from_the_district() -> None:
    def spoilt(name: str) -> Look:
        raise Refused("file_damaged", name=name)

    window = Window()
    window.presenter._look = spoilt
    window.presenter.open()
    assert window.state.words == "Satu foto atau berkas rusak."
    assert window.state.offer == "Ambil dari kabupaten (78 KB)"
