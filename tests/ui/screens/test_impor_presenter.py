"""A list on its way in, with the true readers behind: mapping, report, and every bad file told in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.composition.intake import MappingsInMemory, SheetIntake
from app.domain.errors import Unavailable
from app.domain.intake import Choice, ListDraft
from app.domain.nik import mask_long_numbers
from app.ui.lanes import run_at_once
from app.ui.screens.impor.presenter import ImportPresenter
from app.ui.screens.impor.state import ImportState, Stage
from app.ui.screens.impor.words import sure_chip
from app.ui.vocabulary.flags import flag_words

LIST = Path(__file__).parents[2] / "data" / "desa-papua-420.xlsx"


def same(slot: Callable[[float], None]) -> Callable[[float], None]:
    """Progress without threads."""
    return slot


class Import:
    """One import with all that it showed and handed on."""

    def __init__(self, choose_village: bool = False) -> None:
        self.states: list[ImportState] = []
        self.accepted: list[ListDraft] = []
        intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), flag_words)
        self.presenter = ImportPresenter(
            intake, run_at_once, same, self.states.append, self.accepted.append, choose_village
        )

    @property
    def now(self) -> ImportState:
        """What is shown."""
        return self.states[-1]


@pytest.fixture(scope="module")
def read() -> Import:
    """A list that was read (once for all tests that only look)."""
    made = Import()
    made.presenter.choose(LIST)
    made.presenter.read()
    return made


def test_columns_are_proposed_in_words_and_unknown_ones_are_kept() -> None:
    made = Import()
    made.presenter.choose(LIST)
    words = {column.heading: column.field_words for column in made.now.columns}
    assert made.now.stage is Stage.MAPPING
    assert words["NIK"] == "NIK"
    assert words["Nama"] == "Nama orang"
    assert all(len(column.cells) == 10 for column in made.now.columns)
    assert made.now.fields[0] == ("", "Disimpan apa adanya")


def test_a_field_that_a_person_moves_leaves_its_old_column() -> None:
    made = Import()
    made.presenter.choose(LIST)
    old = next(column for column in made.now.columns if column.field == "nama")
    other = next(column for column in made.now.columns if column.field not in ("nama", ""))
    made.presenter.map_column(other.index, "nama")
    fields = {column.index: column for column in made.now.columns}
    assert fields[other.index].field == "nama"
    assert fields[other.index].sure.words == "Pilihan Anda"
    assert fields[old.index].field == ""


def test_without_a_name_nothing_is_read() -> None:
    made = Import()
    made.presenter.choose(LIST)
    for column in made.now.columns:
        if column.field in ("nama", "nama_kepala_keluarga"):
            made.presenter.map_column(column.index, "")
    assert "nama" in made.now.missing
    made.presenter.read()
    assert made.now.stage is Stage.MAPPING


def test_the_report_counts_every_row_and_says_warnings_in_words(read: Import) -> None:
    report = read.now.report
    assert read.now.stage is Stage.REPORT
    assert report is not None
    assert report.people == "411"
    assert report.warning_total > 0
    assert all(" " in words for words, _ in report.warnings)
    assert any(state.share > 0 for state in read.states)


def test_the_second_time_the_mapping_is_remembered() -> None:
    made = Import()
    made.presenter.choose(LIST)
    assert not made.now.remembered
    made.presenter.read()
    made.presenter.choose(LIST)
    assert made.now.remembered


def test_a_list_with_a_column_more_is_taken_as_the_one_before_but_for_what_is_new(tmp_path: Path) -> None:
    before, after = tmp_path / "nov.csv", tmp_path / "des.csv"
    before.write_text("NIK;Nama;Lingkungan;RT\n5302044101810001;Yosef Bano;Naifeto;1\n")
    after.write_text("Petugas;NIK;RT;Nama;Lingkungan\nMaria;5302044101810001;1;Yosef Bano;Naifeto\n")
    made = Import()
    made.presenter.choose(before)
    column = next(one for one in made.now.columns if one.heading == "Lingkungan")
    made.presenter.map_column(column.index, "rw" if column.field == "dusun" else "dusun")
    chosen = next(one for one in made.now.columns if one.heading == "Lingkungan").field
    made.presenter.read()
    made.presenter.choose(after)
    assert not made.now.remembered
    assert made.now.partly_remembered
    shown = {one.heading: one for one in made.now.columns}
    assert (shown["Lingkungan"].field, shown["Lingkungan"].sure.words) == (chosen, "Seperti dulu")
    assert shown["NIK"].sure.words == "Seperti dulu"
    assert shown["Petugas"].sure.words != "Seperti dulu"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "list_empty_file"),
        ("surat.csv", b"Kepada Yth. Kepala Desa\n", "list_not_a_list"),
        ("separuh.xlsx", LIST.read_bytes()[:20_000], "list_torn"),
    ],
)
def test_a_bad_file_gets_its_sentence_with_what_is_safe(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    made = Import()
    made.presenter.choose(path)
    assert made.now.stage is Stage.CHOOSE
    assert made.now.problem is not None
    assert made.now.problem.code == code
    assert made.now.problem.safe == "Tidak ada yang berubah."


def test_warnings_go_into_a_sheet_of_their_own(read: Import, tmp_path: Path) -> None:
    target = tmp_path / "peringatan.xlsx"
    read.presenter.save_warnings(target)
    assert target.stat().st_size > 1_000
    assert read.now.saved == "peringatan.xlsx"


def test_a_list_that_cannot_be_kept_leaves_the_report_standing(read: Import) -> None:
    read.presenter.accept()
    assert len(read.accepted) == 1
    read.presenter.taking()
    read.presenter.not_taken(Unavailable("disk_full"))
    assert read.now.stage is Stage.REPORT
    assert read.now.problem is not None
    assert read.now.report is not None


def test_long_numbers_are_masked_and_damage_stays_visible() -> None:
    assert mask_long_numbers("5302041205870001") == "530204••••••0001"
    assert mask_long_numbers("5,30204E+15") == "5,30204E+15"
    assert mask_long_numbers("12/05/1987") == "12/05/1987"


def test_confidence_is_said_in_words() -> None:
    assert sure_chip(Choice("nik", 0.95), by_hand=False, remembered=False).words == "Pasti"
    assert sure_chip(Choice("nik", 0.4), by_hand=False, remembered=False).words == "Mohon diperiksa"
    assert sure_chip(Choice(), by_hand=False, remembered=True).words == "Tidak dikenal"


def test_of_a_list_of_several_villages_the_person_chooses_which_one_comes_in() -> None:
    made = Import(choose_village=True)
    made.presenter.choose(LIST.with_name("desa-sulsel-5000.xlsx"))
    made.presenter.read()
    assert {code for code, _ in made.now.villages} == {"7308032001", "7308012002"}
    made.presenter.accept()
    assert not made.accepted, "nobody has said yet which village it is"
    made.presenter.choose_village("7308012002")
    made.presenter.accept()
    (draft,) = made.accepted
    assert draft.roster.village_code == "7308012002"
    assert {family.village_code for family in draft.roster.families} >= {"7308012002"}
    assert "7308032001" not in {family.village_code for family in draft.roster.families}
    assert draft.report.families == len(draft.roster.families)
    assert draft.report.people == draft.roster.people
    assert draft.report.other_villages > 0
    assert draft.report.accounted


def test_a_list_of_one_village_asks_nothing() -> None:
    made = Import(choose_village=True)
    made.presenter.choose(LIST)
    made.presenter.read()
    assert not made.now.villages
    made.presenter.accept()
    assert len(made.accepted) == 1
