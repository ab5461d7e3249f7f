"""The import by its own widgets in the first start's window: what a list would lack is asked, sheets are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollBar
from pytestqt.qtbot import QtBot

from app.composition.intake import MappingsInMemory, SheetIntake
from app.ui.dialogs import Confirm
from app.ui.screens.impor.flow import ImportFlow
from app.ui.screens.impor.purpose import PurposeDialog
from app.ui.screens.impor.sheets import SheetsDialog
from app.ui.screens.impor.state import ImportState, Stage
from app.ui.screens.mulai import build
from app.ui.screens.mulai.state import Way
from app.ui.tasks import Tasks
from app.ui.vocabulary.flags import flag_words
from app.usecases.desk import Desk
from tests.fakes.doors import FakeDoors, FakePreferences
from tests.sheets.books import HEAD, PEOPLE, Cell, write_csv, write_xlsx
from tests.sheets.large import write_large_csv, write_large_xlsx
from tests.ui.dragging import drag, drop, files, words

Dressed = Callable[[str, float], None]
OTHERS: tuple[tuple[Cell, ...], ...] = (
    (1, "5321101202650001", "5321101803180002", "Yosef Bano", "L", "12/02/1965", "Kepala Keluarga", 2, "5321102001"),
)


@contextmanager
def choosing(qtbot: QtBot) -> Iterator[ImportFlow]:
    """The first start's import, where the file is chosen."""
    tasks = Tasks()
    intake = SheetIntake(MappingsInMemory(), lambda: date(2026, 11, 23), flag_words)
    page = build(
        FakeDoors(cast("Desk", object()), stores=()), intake, tasks, FakePreferences(), lambda desk, words: None
    )
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not tasks.busy)
    QTest.keyClick(page.ways.buttons[Way.LIST], Qt.Key.Key_Return)
    yield page.flow
    tasks.close()


@contextmanager
def importing(qtbot: QtBot, path: Path) -> Iterator[ImportFlow]:
    """At the columns of this file."""
    with choosing(qtbot) as flow:
        flow.choose.chosen.emit(path)
        reach(qtbot, flow, Stage.MAPPING)
        yield flow


def now(flow: ImportFlow) -> ImportState:
    return flow.presenter.state


def reach(qtbot: QtBot, flow: ImportFlow, stage: Stage) -> None:
    qtbot.waitUntil(lambda: now(flow).stage is stage)


def question() -> Confirm:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Confirm)
    return asked


def test_with_the_largest_type_the_columns_have_one_scroll_bar(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    dressed("light", 2.0)
    with importing(qtbot, write_csv(tmp_path / "daftar.csv", [HEAD, *PEOPLE])) as flow:
        table = flow.mapping.table
        qtbot.waitUntil(table.verticalScrollBar().isVisible)
        bars = [bar for bar in flow.window().findChildren(QScrollBar) if bar.isVisible()]
        assert bars == [table.verticalScrollBar()]


def test_a_list_dragged_in_from_a_folder_is_read(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "desa.xlsx", [HEAD, *PEOPLE])
    other = write_csv(tmp_path / "desa.csv", [HEAD, *PEOPLE])
    with choosing(qtbot) as flow:
        area = flow.choose.area
        qtbot.waitUntil(area.isVisible)
        assert not drag(area, words("desa.xlsx"))
        assert not drag(area, files([path, other]))
        assert drag(area, files([path]))
        assert now(flow).stage is Stage.CHOOSE
        assert drop(area, files([path])) is Qt.DropAction.CopyAction
        reach(qtbot, flow, Stage.MAPPING)
        assert now(flow).file_name == path.name
        flow.next_button.click()
        reach(qtbot, flow, Stage.REPORT)
        assert flow.presenter.draft is not None
        assert flow.presenter.draft.report.people == len(PEOPLE)
    assert path.exists()


def test_a_list_without_niks_is_read_only_when_the_person_agrees(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    rows = [[*row[:1], *row[2:]] for row in (HEAD, *PEOPLE)]
    with importing(qtbot, write_csv(tmp_path / "tanpa-nik.csv", rows)) as flow:
        (loss,) = now(flow).losses
        assert "NIK" in loss
        assert loss in flow.mapping.notice.words.words()
        flow.next_button.click()
        assert loss in question().findChildren(type(flow.about))[1].text()
        qtbot.waitUntil(question().no_button.hasFocus)
        QTest.keyClick(question().no_button, Qt.Key.Key_Return)
        assert now(flow).stage is Stage.MAPPING
        flow.next_button.click()
        question().yes_button.click()
        reach(qtbot, flow, Stage.REPORT)
        assert flow.presenter.draft is not None
        assert flow.presenter.draft.report.people == len(PEOPLE)


def test_a_column_that_is_mapped_takes_its_question_away(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    rows = [[*HEAD[:1], "Pengenal", *HEAD[2:]], *PEOPLE]
    with importing(qtbot, write_csv(tmp_path / "lain.csv", rows)) as flow:
        assert len(now(flow).losses) == 1
        flow.mapping.mapped.emit(1, "nik")
        assert now(flow).losses == ()
        flow.next_button.click()
        reach(qtbot, flow, Stage.REPORT)


def test_a_list_without_cards_says_what_becomes_of_its_families(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    rows = [[*row[:2], *row[3:]] for row in (HEAD, *PEOPLE)]
    with importing(qtbot, write_csv(tmp_path / "tanpa-kk.csv", rows)) as flow:
        (loss,) = now(flow).losses
        assert "urutan baris" in loss
        flow.mapping.mapped.emit(5, "")
        (loss,) = now(flow).losses
        assert "setiap baris menjadi keluarga sendiri" in loss
        flow.mapping.mapped.emit(5, "id_keluarga")
        (loss,) = now(flow).losses
        assert "nomor keluarga saja" in loss


def test_sheets_are_chosen_in_the_mapping_and_told_in_the_report(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "rt.xlsx", [HEAD, *PEOPLE], [HEAD, *OTHERS], names=("RT 1", "RT 2"))
    with importing(qtbot, path) as flow:
        assert flow.mapping.sheets.isVisible()
        assert "2 dari 2 lembar" in flow.mapping.sheets.words.words()
        assert "4 baris" in flow.about.text()
        QTest.mouseClick(flow.mapping.sheets.button, Qt.MouseButton.LeftButton)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SheetsDialog)
        assert dialog.choices.value() == ("RT 1", "RT 2")
        QTest.keyClick(dialog.choices.focusWidget(), Qt.Key.Key_2)
        QTest.keyClick(dialog.choices.focusWidget(), Qt.Key.Key_Return)
        assert [sheet.read for sheet in now(flow).sheets] == [True, False]
        flow.mapping.sheets.sheets_chosen.emit(())
        assert not flow.next_button.isEnabled()
        flow.mapping.sheets.sheets_chosen.emit(("RT 1", "RT 2"))
        flow.next_button.click()
        reach(qtbot, flow, Stage.REPORT)
        report = now(flow).report
        assert report is not None
        assert ("Lembar RT 2", "2 baris, 1 orang") in report.facts
        assert report.people == "4"


def test_whole_numbers_go_out_only_with_a_purpose(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    damaged = [[*row[:1], "5,30204E+15", *row[2:]] for row in PEOPLE]
    with importing(qtbot, write_csv(tmp_path / "rusak.csv", [HEAD, *damaged])) as flow:
        flow.next_button.click()
        reach(qtbot, flow, Stage.REPORT)
        report = flow.report
        report.whole.setChecked(True)
        report.save_button.click()
        (dialog,) = report.window().findChildren(PurposeDialog)
        assert not dialog.go_button.isEnabled()
        dialog.choices.set_value(("3",))
        dialog.own_box.setText("Rapat")
        assert dialog.purpose() == "Rapat"
        dialog.choices.set_value(("1",))
        dialog.own_box.setText("")
        dialog._weigh()
        with qtbot.waitSignal(dialog.purpose_given) as given:
            dialog.go_button.click()
        assert given.args == ["Dikirim ke Dinas Sosial agar daftarnya diperbaiki"]
        (chooser,) = report.findChildren(QFileDialog)
        with qtbot.waitSignal(report.save_asked) as asked:
            chooser.fileSelected.emit(str(tmp_path / "lembar.xlsx"))
        assert asked.args == [tmp_path / "lembar.xlsx", False, given.args[0]]
        chooser.close()
        qtbot.waitUntil(lambda: (tmp_path / "lembar.xlsx").exists())


def test_stop_answers_while_a_large_file_is_opened(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    write_large_xlsx(path, 50_000)
    with choosing(qtbot) as flow:
        flow.presenter.choose(path)
        assert flow.stop_button.isVisible()
        qtbot.waitUntil(lambda: now(flow).share > 0)
        flow.stop_button.click()
        assert now(flow).stage is Stage.CHOOSE
        assert (now(flow).problem, flow.presenter.draft) == (None, None)
        small = write_csv(tmp_path / "kecil.csv", (HEAD, *PEOPLE))
        flow.presenter.choose(small)
        qtbot.waitUntil(lambda: now(flow).stage is Stage.MAPPING)
        assert now(flow).file_name == "kecil.csv"


def test_a_file_of_200_mb_gets_its_sentence(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    write_large_csv(path, 200 * 1024 * 1024)
    with choosing(qtbot) as flow:
        flow.presenter.choose(path)
        qtbot.waitUntil(lambda: now(flow).problem is not None)
        problem = now(flow).problem
        assert problem is not None
        assert (now(flow).stage, problem.code, problem.safe) == (
            Stage.CHOOSE,
            "list_too_big",
            "Tidak ada yang berubah.",
        )
        assert "200" in f"{problem.title} {problem.text}"
