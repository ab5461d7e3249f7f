import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.domain.errors import Unavailable
from app.ui.messages import explain
from app.ui.translation import use_language
from app.ui.widgets import DateBox
from scripts.translations import faults

UI = Path(__file__).resolve().parents[2] / "app" / "ui"
Wear = Callable[[str, float], None]


@pytest.fixture
def english(dressed: Wear) -> Iterator[None]:
    use_language("en")
    yield
    use_language("id")


def test_english_is_complete_and_the_compiled_files_are_fresh() -> None:
    assert faults() == []


def test_qt_s_own_buttons_speak_indonesian(dressed: Wear, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Save).text() == "Simpan"
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Batal"


@pytest.mark.usefixtures("english")
def test_messages_speak_english_when_it_is_chosen() -> None:
    assert explain(Unavailable("disk_full")).title == "This laptop's disk is full."
    assert QCoreApplication.translate("StatusBar", "Kirim sekarang") == "Send now"


def test_the_week_begins_on_monday(dressed: Wear, qtbot: QtBot) -> None:
    box = DateBox()
    qtbot.addWidget(box)
    assert box.calendarWidget().firstDayOfWeek().name == "Monday"
    assert box.locale().name() == "id_ID"


def test_every_translated_literal_can_be_found_by_lupdate() -> None:
    hidden = []
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in ("tr", "translate") and any(isinstance(word, ast.JoinedStr) for word in node.args):
                hidden.append(f"{path.relative_to(UI)}:{node.lineno}")
    assert hidden == []
