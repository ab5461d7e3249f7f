"""What a row of a table says is seen whole: on two lines where there is room, else where the mouse rests on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.ui.lanes import run_at_once
from app.ui.screens.kirim.words import act_words
from app.ui.shown import Cell, Chip, TableColumn, TableRow, Window
from app.ui.table import RowTable
from app.ui.theme import theme
from app.ui.tokens import Tone

LONG = "Penyelesaian dibatalkan · nomor 261128-0007"


def table(qtbot: QtBot, *cells: Cell, tall: bool) -> RowTable:
    """One row of so many cells."""
    made = RowTable(
        "Yang menunggu",
        tuple(TableColumn(str(at), str(at), 14, strong=not at, tall=tall and not at) for at in range(len(cells))),
        run_at_once,
    )
    qtbot.addWidget(made)
    row = TableRow("1", cells, ", ".join(f"{cell.text}, {cell.second}" for cell in cells))
    made.show_window(Window(1, lambda offset, limit: (row,), (row,)))
    return made


def cut(made: RowTable, column: int = 0, width: int = 0) -> str:
    return made._delegate.cut_words(made.rows.index(0, column), width or round(14 * theme().em))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_waits_is_seen_whole_with_its_receipt_in_the_narrowest_column_of_kirim(
    dressed: Callable[[str, float], None], qtbot: QtBot, scale: float
) -> None:
    dressed("light", scale)
    for act in map(act_words, ("settling_undone", "visits_settled", "proposal_settled")):
        made = table(qtbot, Cell("NUR SUKMAWATI", second=f"{act} · nomor 261128-0007"), tall=True)
        assert cut(made) == "", act


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)
def test_what_is_cut_off_is_told_whole_where_the_mouse_rests(
    dressed: Callable[[str, float], None], qtbot: QtBot
) -> None:
    chip = Chip("Dalam perjalanan (laptop lain, 28 Nov 2026)", Tone.INFO, "truck")
    made = table(qtbot, Cell("NUR", second=LONG), Cell(chip=chip), tall=False)
    made.resize(500, 300)
    assert cut(made, width=120) == f"NUR\n{LONG}"
    assert cut(made, width=900) == ""
    assert cut(made, 1, 120) == chip.words
    assert cut(made, 1, 900) == ""
    with qtbot.waitExposed(made):
        made.show()
    made.setColumnWidth(0, 120)
    where = made.visualRect(made.rows.index(0, 0)).center()
    QApplication.sendEvent(made.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, made.viewport().mapToGlobal(where)))
    assert QToolTip.text() == f"NUR\n{LONG}"
    QToolTip.hideText()


def test_a_row_is_read_aloud_whole(dressed: Callable[[str, float], None], qtbot: QtBot) -> None:
    made = table(qtbot, Cell("NUR", second=LONG), tall=False)
    told = made.rows.data(made.rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert LONG in str(told)
