"""Paints every widget into one picture, to look at: python -m app.ui.gallery --theme dark --scale 2 --out x.png."""

from __future__ import annotations

import argparse
import os
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


def main() -> None:
    """Read the wishes, paint, leave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--page", default="list", choices=("list", "form", "states", "dialog", "wizard"))
    parser.add_argument("--out", required=True)
    wishes = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtCore import QTimer

    from app.ui.application import make_application
    from app.ui.gallery_pages import make_shell

    app = make_application(["gallery"], "id", wishes.theme, wishes.scale)
    shell = make_shell(wishes.page)
    shell.show()

    def paint() -> None:
        target = app.activeModalWidget() or shell
        shell.grab().save(wishes.out)
        if target is not shell:
            target.grab().save(wishes.out)
        app.quit()

    QTimer.singleShot(400, paint)
    app.exec()


if __name__ == "__main__":
    main()
