"""Saving to a stick and reading from one, without Qt: what can be chosen, what runs, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from app.domain.errors import Problem, Refused, Unavailable
from app.domain.ids import EntryId
from app.ui.lanes import run_at_once
from app.ui.screens.stik.read_presenter import ReadPresenter
from app.ui.screens.stik.save_presenter import SavePresenter
from app.ui.screens.stik.state import PlaceShown, ReadState, SaveState, Stage
from app.ui.vocabulary.times import moment_of
from app.usecases.carry import Found, Load, Missing, Taken
from tests.fakes.sticks import FakeSticks

T = TypeVar("T")

_THIRD = 1_793_696_400_000
"""3 November 2026, 9 in the morning UTC."""
DAY = 86_400_000
BALAI, DOWNLOADS = str(Path("/media/BALAI")), str(Path("/home/maria/Unduhan"))
"""As the system writes them, which is how a presenter gets them."""
STICK = PlaceShown(BALAI, "Stik BALAI")


def same(slot: Callable[[T], None]) -> Callable[[T], None]:
    """Progress without threads."""
    return slot


class Saving:
    """The presenter with everything around it."""

    def __init__(self, sticks: FakeSticks, *places: PlaceShown) -> None:
        self.states: list[SaveState] = []
        self.remembered: list[str] = []
        self.presenter = SavePresenter(
            sticks, run_at_once, same, self.states.append, lambda: places, self.remembered.append
        )
        self.presenter.start()

    @property
    def state(self) -> SaveState:
        return self.states[-1]

    @property
    def said(self) -> str:
        """The problem that is shown, by its code."""
        return self.state.problem.code if self.state.problem else ""


class ReadingThere:
    """The presenter with everything around it."""

    def __init__(self, sticks: FakeSticks, *places: PlaceShown) -> None:
        self.states: list[ReadState] = []
        self.remembered: list[str] = []
        self.presenter = ReadPresenter(
            sticks, run_at_once, same, self.states.append, lambda: places, self.remembered.append
        )
        self.presenter.start()

    @property
    def state(self) -> ReadState:
        return self.states[-1]

    @property
    def said(self) -> str:
        """The problem that is shown, by its code."""
        return self.state.problem.code if self.state.problem else ""


def found(name: str, days_ago: int = 0, sender: str = "Laptop Bu Maria", **more: object) -> Found:
    facts: dict[str, object] = {"own": False, "size": 42_000, **more}
    return Found(Path(f"/media/BALAI/{name}.balai"), _THIRD - days_ago * DAY, sender, **facts)  # type: ignore[arg-type]  # its own fields


def brought(**more: object) -> Taken:
    facts: dict[str, object] = {"entries": 0, "known": 0, "photos": 0, "decisions": 0, **more}
    return Taken("Laptop Bu Maria", _THIRD, **facts)  # type: ignore[arg-type]  # its own fields


def test_what_would_be_carried_is_told_before_it_is_made() -> None:
    saving = Saving(FakeSticks(), STICK)
    state = saving.state
    assert (state.stage, state.folder, state.for_laptops, state.photos) == (Stage.READY, BALAI, True, True)
    assert state.laptops_load == "12 catatan (9,0 KB), 2 foto (82 KB)"
    assert state.district_load == "3 catatan (2,4 KB), 1 foto (41 KB)"
    assert state.size == "91 KB"
    saving.presenter.choose_photos(False)
    saving.presenter.choose_readers(False)
    assert (saving.state.size, saving.state.photo_load) == ("2,4 KB", "1 foto (41 KB)")


def test_a_saved_bundle_is_named_with_what_it_holds() -> None:
    sticks = FakeSticks()
    saving = Saving(sticks, STICK)
    saving.presenter.choose_part(5_000_000)
    saving.presenter.choose_folder(DOWNLOADS)
    saving.presenter.save()
    assert sticks.asked == [(DOWNLOADS, True, True, 5_000_000)]
    assert saving.state.stage is Stage.DONE
    assert saving.state.files == ("Balai-1dari2.balai", "Balai-2dari2.balai")
    assert saving.state.held == "12 catatan, 2 foto, 50 KB, 2 bagian"
    assert saving.remembered == [DOWNLOADS]
    steps = [(state.going.step, state.going.amount, state.going.share) for state in saving.states if state.going.step]
    assert steps[0] == ("Menulis", "5,0 KB dari 10 KB", 0.5)


def test_a_full_stick_is_said_and_another_one_can_be_chosen() -> None:
    sticks = FakeSticks(full=True)
    saving = Saving(sticks, STICK)
    saving.presenter.save()
    assert (saving.state.stage, saving.said) == (Stage.READY, "stick_full")
    saving.presenter.choose_folder("/media/LAIN")
    assert saving.said == ""
    assert [place.folder for place in saving.state.places] == ["/media/LAIN", BALAI]
    sticks.full = False
    saving.presenter.save()
    assert saving.state.stage is Stage.DONE


def test_saving_can_be_stopped() -> None:
    sticks = FakeSticks()
    saving = Saving(sticks, STICK)
    sticks.during = saving.presenter.stop
    saving.presenter.save()
    assert any(state.going.stopping for state in saving.states)
    assert (saving.state.stage, saving.said) == (Stage.READY, "bundle_stopped")
    sticks.during = lambda: None
    saving.presenter.save()
    assert saving.state.stage is Stage.DONE


def test_without_a_place_nothing_is_made_and_without_a_district_nothing_can_be() -> None:
    sticks = FakeSticks()
    saving = Saving(sticks)
    saving.presenter.save()
    assert (sticks.asked, saving.state.stage) == ([], Stage.READY)
    stranger = Saving(FakeSticks(not_enrolled=True), STICK)
    assert (stranger.state.stage, stranger.said) == (Stage.FAILED, "exchange_not_enrolled")


def test_that_there_is_nothing_new_is_said() -> None:
    saving = Saving(FakeSticks(laptops=Load(0, 0, 300, 0)), STICK)
    assert (saving.state.nothing_new, saving.state.photo_load) == (True, "")
    saving.presenter.choose_readers(False)
    assert not saving.state.nothing_new


def test_bundles_are_listed_with_what_keeps_some_from_being_read() -> None:
    lying = [
        found("a"),
        found("own", own=True),
        found("foreign", sender="", problem="bundle_other_village"),
        found("torn", problem="bundle_torn"),
        found("odd", problem="bundle_malformed"),
        found("parts", 1, parts=3, missing_parts=(2, 3)),
    ]
    state = ReadingThere(FakeSticks(lying={STICK.folder: lying}, strange=True), STICK).state
    assert [(one.sender, one.about) for one in state.bundles] == [
        ("Dari Laptop Bu Maria", f"{moment_of(_THIRD)} · 42 KB")
    ]
    assert [one.status.words for one in state.others if one.status] == [
        "Dibuat laptop ini",
        "Milik desa lain",
        "Terpotong",
        "Tidak terbaca",
        "Bagian nomor 2, 3 belum ada",
    ]
    assert state.others[1].sender == "foreign.balai"
    assert state.chosen == (str(Path(BALAI, "a.balai")),)
    assert state.strange


def test_bundles_are_taken_in_from_the_oldest_on_and_each_tells_what_it_brought() -> None:
    new, old, bad = found("new"), found("old", 2), found("bad", 1)
    missing = (Missing("Yusuf Tanone", 14, _THIRD - 5 * DAY), Missing("", 1))
    sticks = FakeSticks(
        lying={STICK.folder: [new, bad, old]},
        brings={
            str(new.path): brought(entries=23, known=4, photos=3, receipts=("A-7",), missing=missing),
            str(old.path): brought(known=9),
            str(bad.path): Refused("bundle_damaged"),
        },
    )
    reading = ReadingThere(sticks, STICK)
    reading.presenter.take()
    assert [Path(path).stem for path in sticks.took] == ["old", "bad", "new"]
    nothing, broken, news = reading.state.reports
    assert (nothing.good, nothing.lines) == (True, ("Tidak ada yang baru: semuanya sudah ada di laptop ini.",))
    assert not broken.good
    assert broken.lines[0] == "Bundel ini rusak atau diubah orang, jadi tidak dipakai."
    assert news.lines == (
        "Diterima: 23 catatan, 3 foto.",
        "Tanda terima kabupaten: nomor A-7.",
        "Kurang 14 catatan dari laptop Yusuf Tanone; ada di stik tanggal 29 Okt 2026.",
        "Kurang 1 catatan dari laptop yang belum dikenal.",
        "4 catatan sudah ada sebelumnya.",
    )
    assert not news.good
    assert reading.remembered == [BALAI]
    titles = {state.going.step for state in reading.states}
    assert "Dari Laptop Bu Maria · Menyalin ke laptop ini" in titles, "of several it says which"


def test_what_else_a_bundle_brought_is_told() -> None:
    one = found("a")
    aside = ((EntryId("a.1/3"), "key_revoked"), (EntryId("a.1/4"), "key_revoked"), (EntryId("a.1/5"), "not_allowed"))
    came = brought(
        entries=5,
        decisions=2,
        list_month="2026-11",
        set_aside=aside,
        notices=("sender_revoked", "clone_noticed", "hub_restored"),
    )
    reading = ReadingThere(FakeSticks(lying={STICK.folder: [one]}, brings={str(one.path): came}), STICK)
    reading.presenter.take()
    (report,) = reading.state.reports
    assert report.lines[:3] == (
        "Diterima: 5 catatan.",
        "Jawaban kabupaten yang baru: 2.",
        "Daftar November 2026 sudah diterima.",
    )
    assert report.lines[3].startswith("3 catatan disisihkan: Izin penulis catatan ini sudah dicabut kabupaten.")
    assert "dicabut kabupaten" in report.lines[4]
    assert "dipulihkan dari salinan" in report.lines[5]
    assert report.lines[6].startswith("Kabupaten dipulihkan dari cadangan.")
    assert not report.good


@pytest.mark.parametrize("problem", [Unavailable("stick_gone"), Unavailable("disk_full")])
def test_where_the_stick_is_gone_nothing_more_is_tried(problem: Problem) -> None:
    first, second = found("first", 1), found("second")
    sticks = FakeSticks(lying={STICK.folder: [second, first]}, brings={str(first.path): problem})
    reading = ReadingThere(sticks, STICK)
    reading.presenter.take()
    assert len(sticks.took) == len(reading.state.reports) == 1


def test_reading_can_be_stopped_and_looked_at_again() -> None:
    one, two = found("one", 1), found("two")
    sticks = FakeSticks(lying={STICK.folder: [two, one]}, brings={str(p.path): brought(entries=1) for p in (one, two)})
    reading = ReadingThere(sticks, STICK)
    sticks.during = reading.presenter.stop
    reading.presenter.take()
    assert [report.lines[0] for report in reading.state.reports] == ["Dihentikan sebelum selesai."]
    sticks.during = lambda: None
    reading.presenter.look_again()
    assert (reading.state.stage, reading.state.reports) == (Stage.READY, ())
    reading.presenter.choose([str(two.path)])
    reading.presenter.take()
    assert len(reading.state.reports) == 1


def test_a_stick_that_is_gone_is_said_and_another_place_can_be_chosen() -> None:
    reading = ReadingThere(FakeSticks(lying={DOWNLOADS: [found("a")]}), STICK)
    assert reading.said == "stick_gone"
    reading.presenter.choose_place(DOWNLOADS)
    assert reading.said == ""
    assert len(reading.state.bundles) == 1
    assert [place.folder for place in reading.state.places] == [DOWNLOADS, BALAI]


def test_where_no_place_is_known_one_is_asked_for() -> None:
    reading = ReadingThere(FakeSticks())
    assert (reading.state.stage, reading.state.place, reading.said) == (Stage.READY, "", "")
    reading.presenter.take()
    assert reading.state.reports == ()
