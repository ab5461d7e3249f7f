import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.domain.errors import Locked, Unavailable
from app.ui.messages import explain
from app.ui.translation import use_language
from app.ui.widgets import DateBox
from app.ui.words import translate_counted
from scripts.translations import ENGLISH, faults, messages

UI = Path(__file__).resolve().parents[2] / "app" / "ui"
Wear = Callable[[str, float], None]


@pytest.fixture
def english(dressed: Wear) -> Iterator[None]:
    use_language("en")
    yield
    use_language("id")


def test_english_is_complete_and_the_compiled_files_are_fresh() -> None:
    assert faults() == []


PLACES = re.compile(r"\{\w+\}|%\d|%n")


def test_english_keeps_every_place_that_facts_fill() -> None:
    lost = []
    for message in messages(ElementTree.parse(ENGLISH)):
        source = str(message.findtext("source"))
        translation = message.find("translation")
        assert translation is not None
        for words in [form.text for form in translation.findall("numerusform")] or [translation.text]:
            if sorted(set(PLACES.findall(source))) != sorted(set(PLACES.findall(words or ""))):
                lost.append((source, words))
    assert lost == []


COUNTED_PLURAL = re.compile(r"(?<!: )(?:%n|\{n\}) (?:of \{\w+\} )?(?:\w+ )?\w+s\b")


def test_a_sentence_that_counts_has_a_singular_in_english() -> None:
    counted = [
        message
        for message in messages(ElementTree.parse(ENGLISH))
        if "%n" in str(message.findtext("source")) or COUNTED_PLURAL.search(str(message.findtext("translation")))
    ]
    assert [m.findtext("source") for m in counted if len(m.findall("translation/numerusform")) != 2] == []


@pytest.mark.usefixtures("english")
def test_screens_count_in_english() -> None:
    said = [translate_counted("Route", "{n} draf belum disimpan", count) for count in (1, 2, 1234)]
    assert said == ["1 draft not saved yet", "2 drafts not saved yet", "1,234 drafts not saved yet"]


@pytest.mark.usefixtures("english")
def test_messages_count_in_english() -> None:
    assert explain(Locked("wait", seconds=1)).title == "Too many tries. Wait 1 second."
    assert explain(Locked("wait", seconds=30)).title == "Too many tries. Wait 30 seconds."


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
            hidden_words = any(isinstance(word, ast.JoinedStr) for word in node.args)
            told_by = node.func.value if isinstance(node.func, ast.Attribute) else None
            elsewhere = name == "tr" and getattr(told_by, "id", "") != "self"
            if name in ("tr", "translate") and (hidden_words or elsewhere):
                hidden.append(f"{path.relative_to(UI)}:{node.lineno}")
    assert hidden == []
