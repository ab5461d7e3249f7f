"""Invented families for the gallery's table, with its columns and filters."""

from __future__ import annotations

from collections.abc import Sequence

from app.ui.shown import Cell, Chip, Filter, FilterOption, TableColumn, TableRow
from app.ui.tokens import Tone

STATUSES = (
    Chip("Terverifikasi", Tone.OK),
    Chip("Belum dikunjungi", Tone.IDLE),
    Chip("Perlu verifikasi", Tone.WARN),
    Chip("Musyawarah", Tone.INFO, "messages-square"),
    Chip("Bertentangan", Tone.BAD),
)


def rows(offset: int, limit: int) -> Sequence[TableRow]:
    """Invented families."""
    made = []
    for number in range(offset, offset + limit):
        name = f"Yohanes Nabu {number + 1}"
        chip = STATUSES[number % len(STATUSES)]
        cells = (
            Cell(name, f"KK 530204••••••{number % 10_000:04d}"),
            Cell(f"RT {number % 9 + 1:03d} / RW {number % 4 + 1:03d}", "Dusun Oelbubuk"),
            Cell(str(number % 7 + 1)),
            Cell(chip=chip),
            Cell("2 Agu 2026", muted=True),
        )
        made.append(TableRow(str(number), cells, f"{name}, RT {number % 9 + 1}, {chip.words}"))
    return made


COLUMNS = (
    TableColumn("name", "Kepala keluarga", 15, stretch=True, strong=True),
    TableColumn("address", "Alamat", 11, rank=1),
    TableColumn("members", "Anggota", 6, right=True, rank=4),
    TableColumn("status", "Status", 13, rank=2),
    TableColumn("changed", "Diubah", 8, rank=3),
)

FILTERS = (
    Filter(
        "status",
        "Status",
        (
            FilterOption("", "Semua", "100.000"),
            FilterOption("check", "Perlu verifikasi", "16.082"),
            FilterOption("new", "Belum dikunjungi", "21.885"),
            FilterOption("talk", "Musyawarah", "6.922"),
            FilterOption("clash", "Bertentangan", "2.961"),
        ),
        pills=True,
    ),
    Filter("hamlet", "Dusun", (FilterOption("", "Semua dusun"), FilterOption("o", "Oelbubuk")), value="o"),
    Filter("rt", "RT", (FilterOption("", "Semua RT"), FilterOption("001", "RT 001"))),
)
