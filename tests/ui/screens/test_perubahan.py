"""What a new list changed, in words, over a real store: counted, filtered, explained, saved as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.composition.desk import _save_changes
from app.domain.ids import FamilyId, PersonId
from app.domain.roster import Family
from app.storage.reading import SqlReading
from app.ui.lanes import run_at_once
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.keluarga.portrait import portrait
from app.ui.screens.perubahan.presenter import ChangesPresenter
from app.ui.screens.perubahan.state import ChangesState, Stage
from app.usecases.export_list import RecordExport
from app.usecases.ports import Actor
from tests.storage.laptops import OPERATOR, Laptop, family, roster

BEFORE = [replace(family(n), programmes=("BPNT", "PKH"), decile="1") for n in range(1, 6)]
NOW = [
    replace(BEFORE[0], rt="009"),
    replace(BEFORE[1], programmes=("BPNT",), fields={"x:Keterangan": "ada anggota ASN"}),
    replace(BEFORE[2], decile="4"),
    BEFORE[3],
    replace(family(9), head_name="Yohanes Sae"),
]


MAY = "Keluarga boleh menyanggah atau diusulkan lagi lewat desa. Sanggahan harus dijawab kabupaten dalam 14 hari."


@dataclass
class Screen:
    """The presenter, and everything that it showed."""

    laptop: Laptop
    actor: Actor = OPERATOR
    states: list[ChangesState] = field(default_factory=list)

    def __post_init__(self) -> None:
        reading = SqlReading(self.laptop.database, self.laptop.clock)

        def save(path: Path, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
            return _save_changes(self.actor, RecordExport(self.laptop.journal), path, headings, lines)

        self.presenter = ChangesPresenter(
            reading, self.actor, lambda: lexicon_for("DTSEN"), lambda: 14, save, run_at_once, self.states.append
        )
        self.presenter.refresh()

    @property
    def state(self) -> ChangesState:
        """What is shown now."""
        return self.states[-1]

    def lines(self) -> list[tuple[str, str, str, str]]:
        """Name, heading, what and why of every row."""
        return [
            (
                row.cells[0].text,
                row.cells[1].chip.words if row.cells[1].chip else "",
                row.cells[2].text,
                row.cells[2].second,
            )
            for row in self.state.window.first
        ]


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path)
    laptop.publish(roster(BEFORE), month="2026-11")
    return laptop


def after(laptop: Laptop, families: list[Family] = NOW) -> Screen:
    laptop.publish(roster(families), month="2026-12")
    return Screen(laptop)


def test_with_one_list_there_is_nothing_to_compare(laptop: Laptop) -> None:
    assert Screen(laptop).state.stage is Stage.ALONE


def test_a_list_that_changed_nothing_says_so(laptop: Laptop) -> None:
    assert after(laptop, BEFORE).state.stage is Stage.SAME


def test_the_headings_are_counted_and_every_family_says_what_and_why(laptop: Laptop) -> None:
    screen = after(laptop)
    assert screen.state.subtitle == (
        "Daftar Desember 2026 dibandingkan dengan daftar November 2026 · dibuka dari berkas di laptop ini"
    )
    [filters] = screen.state.filters
    assert [(one.words, one.count) for one in filters.options] == [
        ("Semua", "5"), ("Baru", "1"), ("Keluar", "1"), ("Pindah alamat", "1"), ("Desil berubah", "1"),
        ("Bantuan berhenti", "1"),
    ]  # fmt: skip
    assert set(screen.lines()) == {
        ("Yohanes Sae", "Baru", "Baru di daftar", ""),
        (BEFORE[0].head_name, "Pindah alamat", f"RT: {BEFORE[0].rt} → 009", ""),
        (BEFORE[2].head_name, "Desil berubah", "Desil menurut BPS: 1 → 4", ""),
        (
            BEFORE[1].head_name,
            "Bantuan berhenti",
            "Tidak lagi menerima: Program Keluarga Harapan (PKH); Keterangan: kosong → ada anggota ASN",
            "Menurut daftar: Keterangan: ada anggota ASN.",
        ),
        (
            BEFORE[4].head_name,
            "Keluar",
            "Tidak ada lagi di daftar",
            "Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial.",
        ),
    }


def test_a_heading_leaves_its_families_and_the_advice_where_it_helps(laptop: Laptop) -> None:
    screen = after(laptop)
    screen.presenter.choose("gone")
    assert [line[0] for line in screen.lines()] == [BEFORE[4].head_name]
    assert "dalam 14 hari" in screen.state.advice
    screen.presenter.choose("decile")
    assert ([line[0] for line in screen.lines()], screen.state.advice) == ([BEFORE[2].head_name], "")


def test_what_is_chosen_is_saved_as_a_sheet_without_any_number_of_a_person(laptop: Laptop, tmp_path: Path) -> None:
    screen = after(laptop)
    assert screen.state.may_save
    screen.presenter.choose("gone")
    path = tmp_path / "keluar.xlsx"
    screen.presenter.save(path)
    assert screen.state.said == "1 baris disimpan di keluar.xlsx."
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[0] == ["RT", "RW", "Kepala keluarga", "Alamat", "Perubahan", "Rincian", "Alasan"]
    assert rows[1][:5] == [BEFORE[4].rt, BEFORE[4].rw, BEFORE[4].head_name, BEFORE[4].address, "Keluar"]
    assert not any(BEFORE[4].kk in str(cell) for row in rows for cell in row)


def test_who_may_not_take_lists_out_gets_no_sheet(laptop: Laptop, tmp_path: Path) -> None:
    laptop.publish(roster(NOW), month="2026-12")
    screen = Screen(laptop, Actor(PersonId("enumerator01"), "Ana", "enumerator"))
    assert not screen.state.may_save
    screen.presenter.save(tmp_path / "keluar.xlsx")
    assert screen.state.problem is not None
    assert not (tmp_path / "keluar.xlsx").exists()


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            4,
            (
                "Tidak ada lagi dalam daftar Desember 2026.",
                "Daftar tidak menyebut alasannya. Tanyakan ke Dinas Sosial.",
                MAY,
            ),
        ),
        (
            1,
            (
                "Tidak lagi menerima: Program Keluarga Harapan (PKH)",
                "Menurut daftar: Keterangan: ada anggota ASN.",
                MAY,
            ),
        ),
        (3, ()),
    ],
)
def test_a_family_that_was_struck_off_hears_why_and_what_it_may_do(
    laptop: Laptop, one: int, said: tuple[str, ...]
) -> None:
    after(laptop)
    detail = SqlReading(laptop.database, laptop.clock).family(FamilyId(BEFORE[one].id))
    assert detail is not None
    card = portrait(detail, lexicon_for("DTSEN"), date(2026, 12, 3))
    assert (card.struck, card.dropped) == (said, one == 4)
