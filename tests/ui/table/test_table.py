import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import Problem, Unavailable
from app.ui.lanes import run_at_once
from app.ui.shown import EMPTY, PAGE, Cell, Chip, TableColumn, TableRow, Window
from app.ui.table import RowTable
from app.ui.table.delegate import RowDelegate, two_lines
from app.ui.table.model import KEPT_PAGES, WindowModel
from app.ui.tasks import Tasks
from app.ui.theme import theme
from app.ui.tokens import Tone

Wear = Callable[[str, float], None]
Side = Qt.AlignmentFlag

COLUMNS = (
    TableColumn("name", "Kepala keluarga", 15, stretch=True, strong=True),
    TableColumn("status", "Status", 12, rank=1, sortable=False),
    TableColumn("address", "Alamat", 11, rank=2),
    TableColumn("members", "Anggota", 6, right=True, rank=3),
)


def row(number: int) -> TableRow:
    cells = (
        Cell(f"Keluarga {number}", f"KK {number:06d}"),
        Cell(chip=Chip("Terverifikasi", Tone.OK)),
        Cell("RT 001", "Dusun Satu"),
        Cell("4"),
    )
    return TableRow(f"f{number}", cells, f"Keluarga {number}, RT 001, terverifikasi")


class Store:
    """Rows by window, and what was asked in which thread."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.threads: set[str] = set()

    def fetch(self, offset: int, limit: int) -> Sequence[TableRow]:
        self.asked.append((offset, limit))
        self.threads.add(threading.current_thread().name)
        return [row(number) for number in range(offset, offset + limit)]


@pytest.fixture
def tasks(dressed: Wear) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def table(qtbot: QtBot, tasks: Tasks) -> RowTable:
    made = RowTable("Daftar keluarga", COLUMNS, tasks.bound(tasks))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_rows_come_in_windows_from_the_disk_lane(qtbot: QtBot, table: RowTable, tasks: Tasks) -> None:
    store = Store()
    table.show_window(Window(1_000, store.fetch))
    assert table.rows.data(table.rows.index(0, 0)) == "Sedang dimuat"
    qtbot.waitUntil(lambda: table.rows.row(0) is not None)
    assert table.rows.data(table.rows.index(5, 0)) == "Keluarga 5"
    assert store.asked[0] == (0, PAGE)
    assert store.threads == {"lane-disk_0"}


def test_rows_that_came_with_the_answer_are_not_asked_for_again(qtbot: QtBot, table: RowTable, tasks: Tasks) -> None:
    store = Store()
    table.show_window(Window(50, store.fetch, tuple(row(n) for n in range(50))))
    table.grab()
    assert not tasks.busy
    assert store.asked == []


def test_the_last_window_asks_only_for_what_there_is(dressed: Wear) -> None:
    store = Store()
    model = WindowModel(COLUMNS, run_at_once)
    model.show_window(Window(PAGE + 3, store.fetch))
    model.row(PAGE + 1)
    model._ask()
    assert store.asked == [(PAGE, 3)]
    last = model.row(PAGE + 2)
    assert last is not None
    assert last.key == f"f{PAGE + 2}"


def test_only_the_latest_windows_are_kept(dressed: Wear) -> None:
    store = Store()
    model = WindowModel(COLUMNS, run_at_once)
    model.show_window(Window(100_000, store.fetch))
    for page in range(KEPT_PAGES + 10):
        model.row(page * PAGE)
        model._ask()
    assert len(model._pages) == KEPT_PAGES
    assert model.row(0) is None


def test_who_scrolls_fast_is_not_made_to_wait_for_what_flew_by(dressed: Wear) -> None:
    store = Store()
    model = WindowModel(COLUMNS, run_at_once)
    model.show_window(Window(100_000, store.fetch))
    for number in range(0, 90_000, PAGE):
        model.row(number)
    model._ask()
    assert len(store.asked) <= 3
    assert store.asked[0][0] > 89_000


def test_an_answer_to_an_old_question_is_dropped(qtbot: QtBot, table: RowTable, tasks: Tasks) -> None:
    gate = threading.Event()

    def slow(offset: int, limit: int) -> Sequence[TableRow]:
        gate.wait()
        return [row(number) for number in range(offset, offset + limit)]

    table.show_window(Window(10, slow))
    table.rows.row(0)
    table.rows._ask()
    table.show_window(EMPTY)
    with qtbot.waitSignal(tasks.idle):
        gate.set()
    assert table.rows.rowCount() == 0
    assert table.rows.row(0) is None


def test_a_problem_while_reading_is_told(qtbot: QtBot, table: RowTable) -> None:
    def broken(offset: int, limit: int) -> Sequence[TableRow]:
        raise Unavailable("store_busy")

    with qtbot.waitSignal(table.failed) as told:
        table.show_window(Window(10, broken))
        table.rows.row(0)
    assert told.args is not None
    assert isinstance(told.args[0], Problem)
    assert told.args[0].code == "store_busy"


def test_a_row_is_one_sentence_for_a_screen_reader(table: RowTable) -> None:
    table.show_window(Window(2, Store().fetch, (row(0), row(1))))
    index = table.rows.index(1, 0)
    assert table.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Keluarga 1, RT 001, terverifikasi"
    spoken = QAccessible.queryAccessibleInterface(table)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Daftar keluarga"
    heard = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
    assert "Keluarga 1, RT 001, terverifikasi" in heard
    assert "Kepala keluarga" in heard


def test_the_keyboard_goes_through_the_rows_and_opens_one(qtbot: QtBot, table: RowTable) -> None:
    table.show_window(Window(PAGE, Store().fetch, tuple(row(n) for n in range(PAGE))))
    chosen: list[str] = []
    table.row_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        QTest.keyClick(table, key)
    assert chosen[:5] == ["f1", "f2", f"f{PAGE - 1}", f"f{PAGE - 2}", "f0"]
    assert 5 < int(chosen[5][1:]) < 20
    with qtbot.waitSignal(table.row_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [chosen[5]]


def test_the_first_row_is_chosen_by_whoever_presses_it(qtbot: QtBot, table: RowTable) -> None:
    rows = tuple(row(n) for n in range(PAGE))
    chosen: list[str] = []
    table.row_chosen.connect(chosen.append)
    table.show_window(Window(PAGE, Store().fetch, rows))
    place = table.visualRect(table.rows.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["f0"]
    table.show_window(Window(PAGE, Store().fetch, rows))
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert chosen == ["f0", "f0"]
    assert table.selectionModel().hasSelection()


def test_the_row_that_is_chosen_before_it_is_loaded_is_told_when_it_comes(qtbot: QtBot, table: RowTable) -> None:
    table.show_window(Window(100_000, Store().fetch, tuple(row(n) for n in range(PAGE))))
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_End)
    assert chosen.args == ["f99999"]


def test_the_current_row_stays_when_the_rows_are_shown_again(table: RowTable) -> None:
    rows = tuple(row(n) for n in range(100))
    table.show_window(Window(100, Store().fetch, rows))
    table.show_window(Window(100, Store().fetch, rows), current="f42")
    assert table.current_key() == "f42"
    table.show_window(Window(100, Store().fetch, rows), current="gone")
    assert not table.selectionModel().hasSelection()


def test_the_header_asks_for_an_order_and_turns_it_round(qtbot: QtBot, table: RowTable) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_requested.connect(lambda key, down: asked.append((key, down)))
    header = table.horizontalHeader()
    for column in (0, 0, 1, 3):
        at = QPoint(header.sectionViewportPosition(column) + 5, 5)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        if asked:
            table.show_sort(*asked[-1])
    assert asked == [("name", False), ("name", True), ("members", False)]


def test_the_least_needed_columns_go_first_where_the_line_is_short(table: RowTable, dressed: Wear) -> None:
    def seen() -> list[str]:
        return [column.key for at, column in enumerate(COLUMNS) if not table.isColumnHidden(at)]

    assert seen() == ["name", "status", "address", "members"]
    dressed("light", 2.0)
    assert seen() == ["name", "status"]
    assert sum(table.columnWidth(at) for at in range(2)) == pytest.approx(table.viewport().width(), abs=2)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_row_is_painted_in_every_theme(table: RowTable, dressed: Wear, theme: str) -> None:
    dressed(theme, 1.5)
    table.show_window(Window(100_000, Store().fetch, tuple(row(n) for n in range(PAGE))))
    table.setFocus()
    table.selectRow(0)
    picture = table.grab().toImage()
    colours = {picture.pixelColor(picture.width() // 3, y).name() for y in range(picture.height())}
    assert len(colours) > 3


@pytest.mark.usefixtures("no_stall")
def test_a_hundred_thousand_rows_scroll_without_a_stutter(qtbot: QtBot, table: RowTable) -> None:
    table.show_window(Window(100_000, Store().fetch, tuple(row(n) for n in range(PAGE))))
    table.grab()
    frames = []
    for step in range(40):
        table.verticalScrollBar().setValue(step * 100_000)
        began = time.thread_time()  # what others on the same cores take is no time of ours
        table.grab()
        frames.append(time.thread_time() - began)
        qtbot.wait(1)
    frames.sort()
    assert frames[len(frames) // 2] < 0.05


def test_long_words_take_a_second_line_before_anything_is_left_out(dressed: Wear) -> None:
    dressed("light", 2.0)
    metrics = theme().metrics("strong")
    name = "Maria Goreti Fransiska Oematan Nabu"
    wide = metrics.horizontalAdvance(name)
    assert two_lines(name, metrics, wide) == (name,)
    first, second = two_lines(name, metrics, wide * 2 // 3)
    assert f"{first} {second}" == name
    assert metrics.horizontalAdvance(first) <= wide * 2 // 3
    assert two_lines("Oematannabufransiska", metrics, 10) == ("Oematannabufransiska",)


class Heard(RowDelegate):
    """Also keeps each line that it writes, with whether the room cut it."""

    def _words(
        self, painter: QPainter, area: QRect, words: str, font: QFont, metrics: QFontMetrics, ink: QColor, side: Side
    ) -> None:
        said.append((words, metrics.horizontalAdvance(words) > area.width()))
        super()._words(painter, area, words, font, metrics, ink, side)


said: list[tuple[str, bool]] = []


def written(qtbot: QtBot, tasks: Tasks, columns: tuple[TableColumn, ...], cell: Cell) -> list[tuple[str, bool]]:
    table = RowTable("Usulan", columns, tasks.run)
    table.setItemDelegate(Heard(columns, table))
    qtbot.addWidget(table)
    table.resize(420, 500)
    table.show_window(Window(1, Store().fetch, (TableRow("a", (cell, *row(0).cells[1:]), ""),)))
    said.clear()
    table.grab()
    return [one for one in said if one[0] in cell.text + cell.second]


def test_at_large_type_no_name_is_cut_and_who_made_a_proposal_is_read_whole(
    dressed: Wear, qtbot: QtBot, tasks: Tasks
) -> None:
    dressed("light", 2.0)
    names = Cell("Maria Goreti Oematan Nabu", "KK 530205••••••")
    lines = written(qtbot, tasks, COLUMNS, names)
    assert [cut for _, cut in lines] == [False] * 3
    assert " ".join(line for line, _ in lines) == f"{names.text} {names.second}"
    made = Cell("Perbaikan data: Fince Nabuasa", "28 Nov 2026 · Yohanes Nabuasa-Oematan")
    tall = (replace(COLUMNS[0], tall=True), *COLUMNS[1:])
    lines = written(qtbot, tasks, tall, made)
    assert [cut for _, cut in lines] == [False] * 4
    assert " ".join(line for line, _ in lines) == f"{made.text} {made.second}"


def test_a_table_whose_words_may_be_long_has_taller_rows(qtbot: QtBot, tasks: Tasks) -> None:
    plain = RowTable("Keluarga", COLUMNS, tasks.run)
    tall = RowTable("Keluarga", (replace(COLUMNS[0], tall=True), *COLUMNS[1:]), tasks.run)
    for table in (plain, tall):
        qtbot.addWidget(table)
    assert tall.verticalHeader().defaultSectionSize() > plain.verticalHeader().defaultSectionSize()
