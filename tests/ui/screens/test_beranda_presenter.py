"""Beranda's figures in words, each with the list behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from app.domain.calendar import Calendar, Window
from app.domain.errors import Unavailable
from app.domain.ids import EntryId, FamilyId
from app.domain.questionnaire import Words
from app.ui.lanes import run_at_once
from app.ui.screens.beranda.drawing import deadlines_of
from app.ui.screens.beranda.presenter import HomePresenter
from app.ui.screens.beranda.state import HomeState, Stage, Target
from app.ui.screens.keluarga.filters import filter_from
from app.ui.screens.usulan.filters import wanted_from
from app.ui.tokens import Tone
from app.ui.vocabulary.times import moment_of
from app.usecases.home import Home, ListFile, OpenObjections, ReturnedItem
from app.usecases.open_drafts import OpenDraft
from app.usecases.reading import FamilyFilter, FamilySort, ProposalFilter
from tests.fakes.families import ENUMERATOR, NOW_MS, OPERATOR, FakeReading, eventful, village_of

CALENDAR = Calendar(
    "5207",
    "1",
    "surat kabupaten",
    (Window("input", Words("Input"), 1, 11), Window("meeting", Words("Musyawarah"), 1, 14)),
)


def shown(reading: FakeReading, drafts: Sequence[OpenDraft] = ()) -> HomeState:
    states: list[HomeState] = []
    HomePresenter(reading, OPERATOR, lambda: drafts, lambda: date(2026, 11, 10), run_at_once, states.append).refresh()
    return states[-1]


@pytest.fixture
def village() -> FakeReading:
    reading = FakeReading()
    eventful(reading.journal)
    return reading


def test_progress_is_told_for_the_village_each_dusun_and_each_rt(village: FakeReading) -> None:
    state = shown(village)
    assert state.overview is not None
    assert state.overview.headline == "22 keluarga belum selesai dikunjungi"
    assert [one.whole.label for one in state.dusun] == ["Dusun Fatukoto", "Dusun Oelbubuk"]
    bars = {bar.sentence for one in state.dusun for bar in one.rts}
    assert "Dusun Fatukoto, RT 002 / RW 001: 1 dari 4 keluarga sudah didatangi, 3 tersisa." in bars


def test_every_bar_opens_the_families_that_are_left_there(village: FakeReading) -> None:
    for one in shown(village).dusun:
        for bar in one.rts:
            assert bar.target.place == "keluarga"
            left = village.count_families(filter_from(bar.target.facts, ()))
            assert bar.left == f"{left} tersisa"


def test_every_figure_opens_as_many_families_as_it_says(village: FakeReading) -> None:
    overview = shown(village).overview
    assert overview is not None
    counted = {words: number for number, words, _ in overview.figures}
    for number, words, target in overview.figures:
        if words != "jiwa":
            assert number == str(village.count_families(filter_from(target.facts, ())))
    assert counted["jiwa"] == str(sum(len(one.members) for one in village.official))


def test_what_waits_says_for_whom_and_leads_there(village: FakeReading) -> None:
    lines = {line.words: line for line in shown(village).waits}
    assert lines["usulan dikembalikan kabupaten, perlu diperbaiki"].target == Target(
        "usulan", {"state": "returned", "kind": "proposals"}
    )
    assert lines["usulan menunggu keputusan musyawarah"].who == "untuk musyawarah"
    sending = next(line for words, line in lines.items() if words.startswith("catatan belum diterima kabupaten"))
    assert (sending.target.place, sending.who) == ("kirim", "untuk Anda")
    for words, facts in (
        ("keluarga dengan peringatan data", "flagged"),
        ("keluarga dengan anggota tanpa NIK", "no_nik"),
    ):
        assert lines[words].target.facts == {facts: True}
        which = filter_from(lines[words].target.facts, ())
        assert lines[words].number == str(len(village.families(which, FamilySort(), 0, 100)))


@pytest.mark.parametrize(
    ("state", "left", "words", "who"),
    [
        (
            "proposed",
            9,
            "sanggah perlu diteruskan ke kabupaten",
            "untuk operator · paling lambat 7 Desember 2026 · Sisa 9 hari untuk dijawab",
        ),
        (
            "keyed_in",
            -1,
            "sanggah menunggu jawaban kabupaten",
            "di kabupaten · paling lambat 7 Desember 2026 · Lewat 1 hari dari batas jawaban",
        ),
    ],
)
def test_an_objection_says_who_has_it_and_by_when_and_is_no_work_of_the_meeting(
    state: str, left: int, words: str, who: str
) -> None:
    objections = (OpenObjections(state, 2, date(2026, 12, 7), left),)
    lines = shown(FakeReading(figures=replace(FakeReading().home(), objections=objections))).waits

    assert (lines[0].number, lines[0].words, lines[0].who) == ("2", words, who)
    assert (lines[0].tone is Tone.BAD) == (left < 0)
    assert wanted_from(lines[0].target.facts).question(()) == ProposalFilter(kinds=("objection",), states=(state,))
    assert not any("musyawarah" in line.words for line in lines)


LEFT_AT = datetime(2026, 11, 9, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("draft", "words", "target"),
    [
        (
            OpenDraft("visit", FamilyId("fam-1"), "fam-1", "Yohanes Taek", "001", "002", None, LEFT_AT),
            "Kunjungan: Yohanes Taek",
            Target("kunjungan", {"family": "fam-1"}),
        ),
        (
            OpenDraft("death", FamilyId("fam-1"), "fam-1", "Yohanes Taek", "001", "002", EntryId("a.1/7"), LEFT_AT),
            "Meninggal: Yohanes Taek",
            Target("usulan", {"new": "death", "family": "fam-1", "replaces": "a.1/7"}),
        ),
        (
            OpenDraft("new_family", FamilyId(""), "new:2", "", "", "", None, LEFT_AT),
            "Usul keluarga baru: (belum bernama)",
            Target("usulan", {"new": "new_family", "draft": "new:2"}),
        ),
    ],
)
def test_what_was_begun_is_listed_and_leads_back_into_its_form(draft: OpenDraft, words: str, target: Target) -> None:
    (line,) = shown(FakeReading(), [draft]).drafts
    assert (line.words, line.target) == (words, target)
    assert "terakhir diisi 9 Nov 2026" in line.who
    assert ("RT 001 / RW 002" in line.who) == bool(draft.rt)


def test_the_meetings_line_opens_a_list_without_objections(village: FakeReading) -> None:
    meeting = next(line for line in shown(village).waits if line.who == "untuk musyawarah")
    which = wanted_from(meeting.target.facts).question(())
    assert which.states == ("proposed",)
    assert "objection" not in which.kinds
    assert "correction" in which.kinds


def test_families_without_dusun_or_rt_are_exactly_the_list_that_their_bar_opens() -> None:
    official = village_of(6)
    nowhere = [replace(one, dusun="", rt="", rw="") for one in village_of(8)[6:]]
    reading = FakeReading([*official, *nowhere, replace(village_of(9)[8], rt="")])
    labels = set()
    for one in shown(reading).dusun:
        for bar in (one.whole, *one.rts):
            labels.add(bar.label)
            assert bar.amount.endswith(f"dari {reading.count_families(_everybody(bar.target))}")
    assert {"Tanpa dusun", "Tanpa RT", "RW 001"} <= labels


def _everybody(target: Target) -> FamilyFilter:
    return replace(filter_from(target.facts, ()), statuses=())


def test_what_is_nothing_is_not_mentioned() -> None:
    quiet = FakeReading()
    nothing = replace(quiet.home(), flagged=0, no_nik=0)
    assert shown(FakeReading(figures=nothing)).waits == ()


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 10), ["ditutup besok", "ditutup 4 hari lagi"]),
        (date(2026, 11, 11), ["ditutup hari ini", "ditutup 3 hari lagi"]),
        (date(2026, 11, 12), ["ditutup 2 hari lagi", "dibuka 19 hari lagi"]),
        (date(2026, 11, 30), ["dibuka besok", "dibuka besok"]),
    ],
)
def test_deadlines_say_the_days_that_are_left(today: date, said: list[str]) -> None:
    assert [line.left for line in deadlines_of(CALENDAR.deadlines(today))] == said


def test_a_clock_that_stands_before_the_last_record_is_said_to_be_wrong() -> None:
    behind = replace(FakeReading().home(), clock_floor_ms=NOW_MS)
    assert "Jam laptop ini mungkin salah" in shown(FakeReading(figures=behind)).clock
    assert shown(FakeReading()).clock == ""


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (replace(CALENDAR, told=True), "Menurut jadwal yang ditetapkan kabupaten."),
        (CALENDAR, "Jadwal kabupaten ini menurut surat kabupaten."),
        (
            replace(CALENDAR, id="default"),
            "Jadwal umum: kabupaten belum menetapkan jadwalnya. Tanyakan ke Dinas Sosial.",
        ),
    ],
)
def test_the_windows_say_whose_days_they_are(calendar: Calendar, said: str) -> None:
    state = shown(FakeReading(windows=calendar))
    assert [line.left for line in state.deadlines] == ["ditutup besok", "ditutup 4 hari lagi"]
    assert state.calendar_note == said


def test_an_empty_village_is_told_what_to_do_and_only_operators_may_open_a_list() -> None:
    empty = FakeReading(official=[])
    assert shown(empty).stage is Stage.EMPTY
    states: list[HomeState] = []
    HomePresenter(empty, ENUMERATOR, lambda: (), lambda: date(2026, 11, 10), run_at_once, states.append).refresh()
    assert not states[-1].may_import


def test_a_list_from_a_file_is_said_to_be_so_with_its_file_and_who_opened_it() -> None:
    file = ListFile("desa kami.xlsx", "3f2a91bc04de77aa" + "0" * 48, "Marthen Wambrauw", NOW_MS)
    note = shown(FakeReading(figures=replace(FakeReading().home(), list_file=file))).list_note
    assert note == (
        f"Daftar November 2026 dibuka dari berkas desa kami.xlsx oleh Marthen Wambrauw pada {moment_of(NOW_MS)}."
        " Kode berkas untuk dicocokkan: 3f2a 91bc 04de 77aa. Daftar ini belum dari kabupaten."
    )
    nobody = replace(FakeReading().home(), list_file=replace(file, by=""))
    assert " oleh " not in shown(FakeReading(figures=nobody)).list_note


def test_the_districts_list_is_said_to_be_the_districts() -> None:
    assert shown(FakeReading()).list_note == "Menurut daftar kabupaten November 2026."


@dataclass
class BrokenReading(FakeReading):
    def home(self) -> Home:
        raise Unavailable("store_busy")


def test_a_store_that_does_not_answer_is_explained() -> None:
    state = shown(BrokenReading())
    assert state.stage is Stage.FAILED
    assert state.problem is not None


def test_an_unknown_fact_of_another_screen_filters_nothing() -> None:
    assert filter_from({"all": True, "family": "x"}, ("001/001",)) == FamilyFilter(rts=("001/001",))


def returned(number: int, comment: str = "Foto KTP tidak terbaca.") -> ReturnedItem:
    return ReturnedItem(
        EntryId(f"a.1/{number}"), "correction", "Yohanes Sae", "", "bukti_kurang", "returned@balai-1", comment, NOW_MS
    )


def test_what_came_back_to_me_is_told_with_the_district_s_words_before_all_else(village: FakeReading) -> None:
    village.figures = replace(village.home(), returned_own=(returned(1),))
    state = shown(village)
    assert state.returned_title == "Dikembalikan kepada Anda: 1"
    [line] = state.returned
    assert line.words == "Perbaikan data: Yohanes Sae"
    assert line.who.startswith("Kabupaten: Bukti belum lengkap. Foto KTP tidak terbaca · dikembalikan ")
    assert line.target == Target("usulan", {"proposal": "a.1/1"})
    assert "usulan dikembalikan kabupaten, perlu diperbaiki" not in {one.words for one in state.waits}


def test_many_that_came_back_are_told_as_far_as_they_fit(village: FakeReading) -> None:
    village.figures = replace(village.home(), returned_own=tuple(returned(n) for n in range(1, 9)))
    *_, last = shown(village).returned
    assert (last.number, last.target.facts) == ("3", {"state": "returned"})
