"""Kirim & terima without Qt: what waits, sending, stopping, failing, and what became of each thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.entry import Entry, Recorded
from app.domain.errors import Problem, Refused, Unavailable
from app.domain.ids import EntryId, PersonId
from app.domain.payloads import ReceiptIssued
from app.ui.lanes import run_at_once
from app.ui.screens.kirim.presenter import ExchangePresenter
from app.ui.screens.kirim.state import ExchangeState, Stage
from app.ui.tokens import Tone
from app.usecases.carry import Missing
from app.usecases.desk import AUTOMATIC_SENDING, DistrictPage, ExchangeProgress
from app.usecases.reading import Transport, VillageInfo, Waiting, WaitingItem
from tests.fakes.families import CHAIN, NOW_MS, FakeReading
from tests.fakes.line import OUTCOME, FakeExchange, FakeSettings


def entry(seq: int, kind: str, subject: str) -> Entry:
    """One act of this laptop."""
    return Entry(CHAIN, seq, PersonId("operator1234"), NOW_MS, NOW_MS, seq, kind, 1, subject, b"", bytes(32))


def waits(seq: int, kind: str, subject: str, name: str, photos: int = 0) -> WaitingItem:
    """One act that the district does not hold."""
    return WaitingItem(entry(seq, kind, subject), name, 420, photos, photos * 41_000, Transport("saved"))


ITEMS = (
    waits(1, "visit_recorded", "k1", "Yohanes Taek", photos=1),
    waits(2, "visit_recorded", "k2", "Martha Bano"),
    waits(3, "change_proposed", "k1", "Yohanes Taek"),
)


@dataclass
class TravellingReading(FakeReading):
    """A village with a queue."""

    queue: Sequence[WaitingItem] = ITEMS
    practice: bool = False
    told: list[Recorded] = field(default_factory=list)

    def waiting(self) -> Waiting:
        """The queue."""
        photos = sum(item.photos for item in self.queue)
        return Waiting(self.queue, len(self.queue), 1_260, photos, photos * 41_000)

    def receipts(self, limit: int) -> Sequence[Recorded]:
        """What the district told."""
        return self.told[:limit]

    def village(self) -> VillageInfo:
        """Practice or not."""
        return replace(super().village(), practice=self.practice)


def receipt(seq: int, number: str, held: int) -> Recorded:
    """The district's word that it holds so many entries of this laptop."""
    return Recorded(entry(seq, "receipt_issued", ""), ReceiptIssued(number, {CHAIN: held}))


def same(slot: Callable[[ExchangeProgress], None]) -> Callable[[ExchangeProgress], None]:
    """Progress without threads."""
    return slot


def page() -> DistrictPage:
    """The pretended district."""
    return DistrictPage("http://127.0.0.1:1", "verifikator", "latihan-saja")


class Desk:
    """The presenter with everything around it."""

    def __init__(self, exchange: FakeExchange | None = None, reading: TravellingReading | None = None) -> None:
        self.exchange = exchange or FakeExchange()
        self.reading = reading or TravellingReading()
        self.settings = FakeSettings()
        self.states: list[ExchangeState] = []
        self.opened: list[str] = []
        self.gaps: list[Missing] = []
        self.presenter = ExchangePresenter(
            self.reading,
            self.exchange,
            self.settings,
            run_at_once,
            same,
            self.states.append,
            page,
            self.opened.append,
            lambda: self.gaps,
        )
        self.presenter.refresh()

    @property
    def now(self) -> ExchangeState:
        """What is shown."""
        return self.states[-1]


def test_words_and_photos_are_counted_apart_and_families_stay_together() -> None:
    now = Desk().now
    assert (now.words, now.word_size) == ("3", "1,3 KB")
    assert (now.photos, now.photo_size) == ("1", "41 KB")
    assert [(item.head, item.act) for item in now.items] == [
        ("Yohanes Taek", "Kunjungan"),
        ("Yohanes Taek", "Usulan"),
        ("Martha Bano", "Kunjungan"),
    ]
    assert {item.chip.words for item in now.items} == {"Tersimpan di laptop"}


def test_what_lies_on_a_stick_is_told_below_the_number_of_what_the_district_has_not_confirmed() -> None:
    desk = Desk()
    desk.reading.figures = replace(desk.reading.home(), travelling=2)
    desk.presenter.refresh()
    assert (desk.now.words, desk.now.word_size) == ("3", "1,3 KB · 2 dalam perjalanan")


def test_each_thing_that_was_sent_gets_its_result() -> None:
    aside = replace(OUTCOME, quarantined=((EntryId(f"{CHAIN}/3"), "not_allowed"),))
    desk = Desk(FakeExchange(outcome=aside))
    desk.reading.told = [receipt(9, "B-2", 12), receipt(8, "B-1", 5)]
    desk.exchange.during = lambda: setattr(desk.reading, "queue", ITEMS[1:2])
    desk.presenter.send()
    results = {item.id: item for item in desk.now.results}
    assert results[f"{CHAIN}/1"].chip.words == "Diterima kabupaten"
    assert results[f"{CHAIN}/1"].act == "Kunjungan · nomor B-1", "the first receipt that covers it"
    assert results[f"{CHAIN}/2"].chip.words == "Tersimpan di laptop"
    assert results[f"{CHAIN}/3"].chip.tone is Tone.BAD
    assert "Peran penulis" in results[f"{CHAIN}/3"].act
    assert "261123-0007" in desk.now.outcome[0]
    assert not desk.now.outcome_good


def test_progress_says_words_first_and_photos_after() -> None:
    desk = Desk()
    desk.presenter.send()
    steps = [state.step for state in desk.states if state.stage is Stage.SENDING]
    assert steps[0] == "Menghubungi kabupaten"
    assert "catatan · 1,0 KB dari 2,0 KB" in steps[1]
    assert "foto" in steps[2]
    assert desk.now.stage is Stage.READY


def test_a_broken_line_says_what_is_safe_and_leaves_everything_waiting() -> None:
    desk = Desk(FakeExchange(problem=Unavailable("line_timeout")))
    desk.presenter.send()
    assert desk.now.stage is Stage.READY
    assert desk.now.problem is not None
    assert "menunggu" in desk.now.problem.safe
    assert len(desk.now.items) == 3


def test_stopping_is_no_failure() -> None:
    desk = Desk(FakeExchange(problem=Unavailable("line_cut")))
    desk.exchange.during = lambda: desk.presenter.cancel()
    desk.presenter.send()
    assert desk.exchange.stopped
    assert desk.now.problem is None
    assert "Dihentikan" in desk.now.outcome[0]


def test_a_second_send_during_the_first_does_nothing() -> None:
    desk = Desk()
    runs: list[int] = []

    def again() -> None:
        runs.append(1)
        desk.presenter.send()

    desk.exchange.during = again
    desk.presenter.send()
    assert runs == [1]


def test_without_a_district_one_enrols_and_may_send_then() -> None:
    desk = Desk(FakeExchange(known=False))
    desk.presenter.send()
    assert not desk.now.outcome
    desk.presenter.enrol("https://kab.example", "AB12")
    assert desk.exchange.codes == [("https://kab.example", "AB12")]
    assert desk.now.enrolled
    assert desk.now.address == "https://kab.example"


def test_a_wrong_code_is_explained() -> None:
    problem: Problem = Refused("enrol_code_wrong")
    desk = Desk(FakeExchange(known=False, problem=problem))
    desk.presenter.enrol("https://kab.example", "XX")
    assert not desk.now.enrolled
    assert desk.now.problem is not None
    assert desk.now.problem.code == "enrol_code_wrong"


def test_the_switch_for_sending_by_itself_is_kept() -> None:
    desk = Desk()
    assert desk.now.automatic
    desk.presenter.set_automatic(False)
    assert desk.settings.kept[AUTOMATIC_SENDING] == "no"
    desk.presenter.refresh()
    assert not desk.now.automatic


def test_words_that_arrived_show_their_receipt_while_the_photo_waits() -> None:
    held = replace(ITEMS[0], transport=Transport("received", "B-1"))
    now = Desk(reading=TravellingReading(queue=[held])).now
    assert [(one.act, one.chip.words) for one in now.items] == [("Kunjungan · nomor B-1", "Diterima, 1 foto menunggu")]


def test_what_others_have_and_is_not_here_is_named() -> None:
    desk = Desk()
    assert not desk.now.gaps
    desk.gaps = [Missing("Maria Bano", 14, NOW_MS), Missing("Dinas Sosial", 1, by_district=True)]
    desk.presenter.refresh()
    first, second = list(desk.now.gaps)
    assert first.startswith("Kurang 14 catatan dari laptop Maria Bano; ada di stik tanggal")
    assert second == "Kurang 1 catatan dari Dinas Sosial."


def test_receipts_tell_how_many_entries_are_new() -> None:
    desk = Desk(reading=TravellingReading(told=[receipt(9, "B-2", 12), receipt(8, "B-1", 5)]))
    assert [(one.number, one.how_many) for one in desk.now.receipts] == [("B-2", "7 catatan"), ("B-1", "5 catatan")]


def test_practice_tells_how_to_be_the_district_and_opens_its_page() -> None:
    real = Desk()
    real.presenter.send()
    assert real.now.page_address == ""
    practice = Desk(reading=TravellingReading(practice=True))
    practice.presenter.send()
    assert practice.now.verifier == ("verifikator", "latihan-saja")
    assert practice.opened == []
    practice.presenter.open_district()
    assert practice.opened == ["http://127.0.0.1:1"]


def test_without_a_line_a_request_is_carried_and_its_answer_read() -> None:
    desk = Desk(FakeExchange(known=False))
    assert desk.now.asked == ""
    desk.presenter.write_request(Path("stick"), "AB12")
    assert desk.exchange.codes == [("stick", "AB12")]
    assert desk.now.asked
    assert any("permintaan" in line for line in desk.now.outcome)
    desk.presenter.read_answer(Path("stick/jawaban"))
    assert desk.now.enrolled
    assert desk.now.asked == ""
