from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.dialogs import Dialog
from app.ui.shown import Option
from app.ui.widgets import ChoiceList, PrimaryButton, ScrollColumn

Wear = Callable[[str, float], None]
OPTIONS = tuple(Option(str(code), f"Pilihan {code}") for code in range(1, 16))


def shown(qtbot: QtBot, multiple: bool = False, options: tuple[Option, ...] = OPTIONS) -> ChoiceList:
    choices = ChoiceList(options, multiple=multiple, name="Pekerjaan")
    qtbot.addWidget(choices)
    choices.resize(400, choices.sizeHint().height())
    with qtbot.waitActive(choices):
        choices.show()
        choices.activateWindow()
    choices.focus_choice()
    return choices


def press(qtbot: QtBot, choices: ChoiceList, keys: str) -> None:
    for key in keys:
        QTest.keyClick(choices.focusWidget() or choices, Qt.Key(ord(key)))


@pytest.mark.parametrize(("keys", "chosen"), [("3", "3"), ("12", "12"), ("1", "1"), ("25", "5"), ("9", "9")])
def test_number_keys_choose_by_code(dressed: Wear, qtbot: QtBot, keys: str, chosen: str) -> None:
    choices = shown(qtbot)
    press(qtbot, choices, keys)
    assert choices.value() == (chosen,)


def test_codes_with_leading_zeros_are_chosen_by_their_number(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot, options=(Option("01", "Satu"), Option("02", "Dua")))
    press(qtbot, choices, "2")
    assert choices.value() == ("02",)


def test_home_and_end_go_to_the_first_and_last_choice_and_choose_as_arrows_do(dressed: Wear, qtbot: QtBot) -> None:
    choices, told = shown(qtbot), list[tuple[str, ...]]()
    choices.chosen.connect(told.append)
    for key, code in ((Qt.Key.Key_End, "15"), (Qt.Key.Key_Home, "1"), (Qt.Key.Key_End, "15")):
        QTest.keyClick(choices.focusWidget(), key)
        assert choices.focused() == code
    assert told == [("15",), ("1",), ("15",)]
    press(qtbot, choices, "12")
    assert choices.value() == ("12",)


def test_where_several_may_be_chosen_home_and_end_only_go_there(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot, multiple=True)
    QTest.keyClick(choices.focusWidget(), Qt.Key.Key_End)
    assert (choices.focused(), choices.value()) == ("15", ())
    QTest.keyClick(choices.focusWidget(), Qt.Key.Key_Space)
    assert choices.value() == ("15",)


def test_a_page_is_as_much_as_is_seen_at_once(dressed: Wear, qtbot: QtBot) -> None:
    page = ScrollColumn()
    qtbot.addWidget(page)
    choices = ChoiceList(OPTIONS, name="Pekerjaan")
    page.body.put(choices)
    page.resize(400, 240)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    choices.focus_choice()
    passed = ["1"]
    while passed[-1] != "15":
        QTest.keyClick(choices.focusWidget(), Qt.Key.Key_PageDown)
        passed.append(choices.focused())
        button = choices.focusWidget()
        assert page.viewport().rect().contains(button.mapTo(page.viewport(), button.rect().center()))
        assert int(passed[-1]) > int(passed[-2])
    assert 3 <= len(passed) < 9
    QTest.keyClick(choices.focusWidget(), Qt.Key.Key_PageUp)
    assert 15 - int(choices.focused()) == int(passed[1]) - 1  # as far up as down
    QTest.keyClick(choices.focusWidget(), Qt.Key.Key_End)
    QTest.keyClick(choices.focusWidget(), Qt.Key.Key_PageDown)
    assert choices.focused() == "15"


def test_several_may_be_chosen_and_a_second_digit_takes_the_first_choice_back(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot, multiple=True)
    press(qtbot, choices, "3")
    choices._forget_typed()
    press(qtbot, choices, "12")
    assert choices.value() == ("3", "12")


def test_every_choice_of_the_user_is_told_but_not_what_the_program_sets(dressed: Wear, qtbot: QtBot) -> None:
    choices, told = shown(qtbot), list[tuple[str, ...]]()
    choices.chosen.connect(told.append)
    choices.set_value(("4",))
    assert choices.value() == ("4",)
    press(qtbot, choices, "7")
    assert told == [("7",)]
    choices.set_value(())
    assert choices.value() == ()


def test_enter_confirms(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot)
    with qtbot.waitSignal(choices.confirmed):
        QTest.keyClick(choices.focusWidget(), Qt.Key.Key_Return)


def test_an_enter_that_nobody_waits_for_presses_the_button_of_the_dialog(dressed: Wear, qtbot: QtBot) -> None:
    dialog = Dialog(None, "Pilih")
    qtbot.addWidget(dialog)
    choices = ChoiceList((Option("1", "Desa"), Option("2", "Kabupaten")))
    dialog.body.put(choices)
    yes = dialog.add_button(PrimaryButton("Simpan"), default=True)
    dialog.open()
    choices.focus_choice()
    with qtbot.waitSignal(yes.clicked):
        QTest.keyClick(choices.focusWidget(), Qt.Key.Key_Return)


def test_the_list_is_one_tab_stop(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot)
    buttons = choices.findChildren(QAbstractButton)
    assert sum(bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in buttons) == 1
    press(qtbot, choices, "5")
    stops = [button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [button.isChecked() for button in stops] == [True]


def test_long_words_wrap_instead_of_being_cut(dressed: Wear, qtbot: QtBot) -> None:
    long = Option("1", "Menempati rumah orang lain tanpa membayar, misalnya milik orang tua atau saudara " * 2)
    choices = shown(qtbot, options=(long, Option("2", "Pendek")))
    first, second = choices.findChildren(QAbstractButton)
    assert first.heightForWidth(300) > 2 * second.heightForWidth(300)


def test_a_screen_reader_hears_code_and_words(dressed: Wear, qtbot: QtBot) -> None:
    choices = shown(qtbot, options=(Option("2", "Kontrak", "Ada surat"),))
    spoken = QAccessible.queryAccessibleInterface(choices.findChildren(QAbstractButton)[0])
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "2. Kontrak"
    assert spoken.text(QAccessible.Text.Description) == "Ada surat"
    assert spoken.role() == QAccessible.Role.RadioButton


def test_number_keys_choose_by_place_where_the_codes_are_no_numbers(dressed: Wear, qtbot: QtBot) -> None:
    choices = ChoiceList((Option("m-7", "Abdul"), Option("m-9", "Nur"), Option("m-2", "Salma")), show_codes=False)
    qtbot.addWidget(choices)
    choices.show()
    choices.focus_choice()
    press(qtbot, choices, "3")
    assert choices.value() == ("m-2",)
    assert [button.accessibleName() for button in choices.findChildren(QAbstractButton)] == [
        "1. Abdul",
        "2. Nur",
        "3. Salma",
    ]
