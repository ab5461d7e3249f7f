"""The columns of a list and what they are taken for: a table, and beside it the chosen column with its ten cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.lanes import Run
from app.ui.screens.impor.sheets import SheetsLine
from app.ui.screens.impor.state import ColumnShown, ImportState
from app.ui.shown import Cell, TableColumn, TableRow, Window
from app.ui.table import Rolling, RowTable
from app.ui.tokens import Tone
from app.ui.widgets.banner import Notice
from app.ui.widgets.card import Card, TableCard
from app.ui.widgets.field import Field, SelectBox
from app.ui.widgets.layouts import Column
from app.ui.widgets.page import ScrollColumn
from app.ui.widgets.responsive import MasterDetail
from app.ui.widgets.text import Text


class MappingStep(QWidget):
    """`mapped(index, field)` when a person decides."""

    mapped = Signal(int, str)

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._columns: tuple[ColumnShown, ...] = ()
        self._fields: tuple[tuple[str, str], ...] = ()
        self._current = ""
        self.notice = Notice("", Tone.INFO)
        self.sheets = SheetsLine()
        self.table = RowTable(
            self.tr("Kolom di berkas"),
            (
                TableColumn("heading", self.tr("Kolom di berkas"), 14, stretch=True, strong=True, sortable=False),
                TableColumn("field", self.tr("Dibaca sebagai"), 14, stretch=True, sortable=False),
                TableColumn("sure", self.tr("Keyakinan"), 12, rank=1, sortable=False),
            ),
            run,
            rows_at_least=2,
        )
        Rolling(self.table)
        card = TableCard()
        card.body.put(self.table, 1)
        self.detail = _ColumnDetail()
        self.master = MasterDetail(card, self.detail, self.tr("Kembali ke daftar kolom"))
        column = Column(self.notice, self.sheets, gap=10, on=self)
        column.put(self.master, 1)
        self.table.row_chosen.connect(self._show_column)
        self.table.row_activated.connect(self._change)
        self.detail.mapped.connect(self.mapped)

    def show_state(self, state: ImportState) -> None:
        """Show the mapping."""
        if state.fields != self._fields:
            self._fields = state.fields
            self.detail.box.set_options(state.fields)
        self._say(state)
        self.sheets.show_sheets(state.sheets)
        if state.columns == self._columns:
            return
        self._columns = state.columns
        rows = tuple(map(_row, state.columns))
        chosen = self._current or (rows[0].key if rows else "")

        def fetch(offset: int, limit: int) -> Sequence[TableRow]:
            return rows[offset : offset + limit]

        self.table.show_window(Window(len(rows), fetch, rows[:128]), chosen)
        self._show_column(chosen)

    def focus_work(self) -> None:
        """The table is the work."""
        self.table.setFocus()

    def _say(self, state: ImportState) -> None:
        """What stands in the way, else a hint; beside the line of sheets the hint would only take its room."""
        told = bool(state.missing or state.problem or state.losses or state.remembered)
        self.notice.setVisible(told or not state.sheets)
        if state.missing:
            self.notice.set_notice(state.missing, Tone.WARN)
        elif state.problem is not None:
            self.notice.set_notice(f"{state.problem.title} {state.problem.text}".strip(), Tone.WARN)
        elif state.losses:
            self.notice.set_notice(" ".join(state.losses), Tone.WARN)
        elif state.remembered:
            self.notice.set_notice(
                self.tr("Judul kolom ini pernah dipakai; pilihan waktu itu sudah dipasang. Periksa sebentar saja."),
                Tone.OK,
            )
        elif state.partly_remembered:
            self.notice.set_notice(
                self.tr(
                    "Kolom yang judulnya pernah dipakai dibaca seperti dulu. "
                    "Periksa kolom yang lain, yang baru di daftar ini."
                ),
                Tone.INFO,
            )
        elif not any(column.sure.tone is Tone.WARN for column in state.columns):
            self.notice.set_notice(
                self.tr(
                    "Tidak ada kolom yang meragukan. Pilih baris lalu tekan Enter bila ada yang keliru. "
                    "Kolom yang tidak dikenal disimpan apa adanya."
                ),
                Tone.INFO,
            )
        else:
            self.notice.set_notice(
                self.tr(
                    "Periksa yang bertanda Mohon diperiksa. Pilih baris lalu tekan Enter untuk mengubahnya. "
                    "Kolom yang tidak dikenal disimpan apa adanya."
                ),
                Tone.INFO,
            )

    def _show_column(self, key: str) -> None:
        column = next((one for one in self._columns if str(one.index) == key), None)
        if column is not None:
            self._current = key
            self.detail.show_column(column)

    def _change(self, key: str) -> None:
        self._show_column(key)
        self.master.open_detail()
        self.detail.box.setFocus(Qt.FocusReason.OtherFocusReason)


class _ColumnDetail(Card):
    """One column: its heading, what it is taken for, its first ten cells as they stand."""

    mapped = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._index = -1
        self.heading = Text("", "subheading")
        self.box = SelectBox()
        self.box.setMaxVisibleItems(16)
        self.field = Field(self.tr("Dibaca sebagai"), self.box)
        self.cells = ScrollColumn(gap=4)
        self._texts = [Text("", "body", "muted") for _ in range(10)]
        for text in self._texts:
            self.cells.body.put(text)
        self.cells.body.put(None)
        self.body.put(self.heading)
        self.body.put(self.field)
        self.body.put(Text(self.tr("Sepuluh baris pertama"), "strong"))
        self.body.put(self.cells, 1)
        self.box.activated.connect(self._decide)

    def show_column(self, column: ColumnShown) -> None:
        """Show one column."""
        self._index = column.index
        self.heading.setText(column.heading)
        self.box.set_value(column.field)
        for number, text in enumerate(self._texts):
            text.setVisible(number < len(column.cells))
            words = column.cells[number] if number < len(column.cells) else ""
            text.setText(words or self.tr("(kosong)"))

    def _decide(self) -> None:
        self.mapped.emit(self._index, self.box.value())


def _row(column: ColumnShown) -> TableRow:
    first = next((cell for cell in column.cells if cell), "")
    return TableRow(
        str(column.index),
        (
            Cell(column.heading, second=first[:60]),
            Cell(column.field_words, muted=not column.field),
            Cell(chip=column.sure),
        ),
        f"{column.heading}: {column.field_words}, {column.sure.words}",
    )
