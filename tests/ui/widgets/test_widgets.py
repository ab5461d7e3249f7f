from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QValidator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.shown import Filter, FilterOption
from app.ui.widgets import (
    DateBox,
    Field,
    FilterBar,
    Flow,
    MasterDetail,
    Notice,
    Page,
    PrimaryButton,
    SearchField,
    SecondaryButton,
    SelectBox,
    StruckValue,
    Text,
    TextBox,
    Tiles,
    Wizard,
)
from app.ui.widgets.buttons import Button, DangerButton, QuietButton
from app.ui.widgets.filters import Pill
from app.ui.wording import NO_BREAK

Wear = Callable[[str, float], None]

FILTERS = (
    Filter("status", "Status", (FilterOption("", "Semua", "10"), FilterOption("ok", "Selesai", "4")), pills=True),
    Filter("rt", "RT", (FilterOption("", "Semua RT"), FilterOption("001", "RT 001")), value="001"),
)


def spoken(widget: QWidget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def test_a_field_ties_label_hint_and_fault_to_its_control(dressed: Wear, qtbot: QtBot) -> None:
    control = TextBox()
    field = Field("NIK", control, "16 angka")
    qtbot.addWidget(field)
    assert spoken(control) == ("NIK", "16 angka")
    field.set_error("NIK harus 16 angka.")
    assert spoken(control) == ("NIK", "NIK harus 16 angka. 16 angka")
    assert control.property("wrong") is True
    field.set_error("")
    assert spoken(control) == ("NIK", "16 angka")
    assert not field.error.isVisibleTo(field)


def test_a_field_of_figures_takes_no_letters(dressed: Wear, qtbot: QtBot) -> None:
    box = TextBox().digits(4)
    qtbot.addWidget(box)
    QTest.keyClicks(box, "1a2b3c4d5")
    assert box.text() == "1234"
    assert box.validator().validate("12x", 0)[0] == QValidator.State.Invalid  # type: ignore[index]  # PySide gives a tuple


def test_markup_in_words_is_shown_and_not_obeyed(dressed: Wear, qtbot: QtBot) -> None:
    text = Text("<b>Siti</b>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_a_place_stays_on_one_line_and_is_read_and_copied_with_plain_spaces(dressed: Wear, qtbot: QtBot) -> None:
    words = "Jl. Kapitan Tefa, RT 004 / RW 002"
    text = Text(words).selectable()
    qtbot.addWidget(text)
    metrics = text.fontMetrics()
    text.resize(metrics.horizontalAdvance("Jl. Kapitan Tefa, RT 004 /"), metrics.height() * 4)
    shown = QLabel.text(text)
    assert metrics.boundingRect(0, 0, text.width(), 999, Qt.TextFlag.TextWordWrap, shown).width() <= text.width()
    assert f"RT{NO_BREAK}004{NO_BREAK}/{NO_BREAK}RW{NO_BREAK}002" in shown
    interface = QAccessible.queryAccessibleInterface(text)
    assert text.text() == interface.text(QAccessible.Text.Name) == words
    text.setSelection(0, len(words))
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == words
    text.setText("Dusun Satu")
    assert interface.text(QAccessible.Text.Name) == "Dusun Satu"


def test_a_search_is_told_after_the_last_key_and_cleared_by_a_named_button(dressed: Wear, qtbot: QtBot) -> None:
    field = SearchField("Cari nama")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == "siti"):
        QTest.keyClicks(field, "siti")
    assert spoken(field.clear_button)[0] == "Hapus isi pencarian"
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == ""):
        field.clear_button.click()
    assert not field.clear_button.isVisible()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_select_box_keeps_its_value_when_its_options_change(dressed: Wear, qtbot: QtBot) -> None:
    box = SelectBox((("1", "Satu"), ("2", "Dua")))
    qtbot.addWidget(box)
    box.set_value("2")
    box.set_options((("2", "Dua"), ("3", "Tiga")))
    assert box.value() == "2"
    box.set_value("9")
    assert box.value() == ""


def test_a_date_box_gives_the_date_that_it_shows(dressed: Wear, qtbot: QtBot) -> None:
    box = DateBox(date(2026, 8, 2))
    qtbot.addWidget(box)
    assert box.value() == date(2026, 8, 2)
    assert box.text() == "02-08-2026"


def test_filters_are_pills_and_menus_and_tell_what_was_chosen(dressed: Wear, qtbot: QtBot) -> None:
    bar, told = FilterBar(FILTERS), list[tuple[str, str]]()
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
    bar.filter_changed.connect(lambda key, value: told.append((key, value)))
    pills = bar.findChildren(Pill)
    assert [pill.text() for pill in pills] == ["Semua", "Selesai", "RT: RT 001"]
    assert [pill.isChecked() or pill.active for pill in pills] == [True, False, True]
    pills[1].click()
    pills[1].setFocus()
    QTest.keyClick(pills[1], Qt.Key.Key_Left)
    assert told == [("status", "ok"), ("status", "")]
    pills[1].toggle()
    assert told[2:] == [("status", "ok")]


def test_on_a_low_screen_the_filters_are_one_menu_that_counts_what_is_chosen(dressed: Wear, qtbot: QtBot) -> None:
    bar = FilterBar(FILTERS)
    qtbot.addWidget(bar)
    bar.set_low(True)
    buttons = [button.text() for button in bar.findChildren(Button) if button.isVisibleTo(bar)]
    assert buttons == ["Saring (1)"]


def test_what_does_not_fit_in_a_line_goes_to_the_next(dressed: Wear, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(*(PrimaryButton("Tombol yang panjang") for _ in range(3)), gap=8, on=holder)
    one = flow.heightForWidth(2_000)
    assert flow.heightForWidth(250) == 3 * one + 2 * 8


def test_the_acts_of_a_page_go_below_its_title_when_the_line_is_short(dressed: Wear, qtbot: QtBot) -> None:
    page = Page("Keluarga", "300 keluarga", PrimaryButton("Tambah keluarga", "plus"), SecondaryButton("Cetak daftar"))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    header = page.header
    assert header._acts.geometry().left() > header._words.geometry().left()
    assert header._acts.geometry().top() < header._words.geometry().bottom()
    page.resize(420, 700)
    qtbot.waitUntil(lambda: header._acts.geometry().top() >= header._words.geometry().bottom())


def test_a_page_that_is_too_tall_scrolls_and_nothing_is_wider_than_it(dressed: Wear, qtbot: QtBot) -> None:
    dressed("light", 2.0)
    page = Page("Kunjungan")
    for number in range(20):
        page.body.put(Field(f"Isian {number}", TextBox(), "Petunjuk yang cukup panjang untuk dibungkus " * 3))
    qtbot.addWidget(page)
    page.resize(1238, 682)
    page.show()
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    assert page.header.subtitle.isHidden()


def test_tiles_take_as_many_columns_as_fit(dressed: Wear, qtbot: QtBot) -> None:
    tiles = Tiles(*(Notice(f"Kartu {n}") for n in range(3)), width=200, gap=10)
    qtbot.addWidget(tiles)
    tiles.show()
    for width, columns in ((700, 3), (450, 2), (300, 1)):
        tiles.resize(width, 300)
        qtbot.wait(1)
        assert len({tile.geometry().x() for tile in tiles._tiles}) == columns


def test_the_detail_is_a_page_of_its_own_where_there_is_no_room(dressed: Wear, qtbot: QtBot) -> None:
    split = MasterDetail(Text("Daftar"), Text("Rincian"), "Kembali ke daftar")
    qtbot.addWidget(split)
    split.resize(1100, 600)
    split.show()
    assert split.master.isVisible()
    assert split.detail.isVisible()
    split.resize(700, 600)
    assert not split.detail.isVisible()
    split.open_detail()
    assert split.detail.isVisible()
    assert not split.master.isVisible()
    with qtbot.waitSignal(split.detail_closed):
        split.back_button.click()
    assert split.master.isVisible()


def test_an_old_value_and_the_new_one_are_told_together(dressed: Wear, qtbot: QtBot) -> None:
    value = StruckValue("Yohanis", "Yohanes")
    qtbot.addWidget(value)
    assert value._old.font().strikeOut()
    assert spoken(value._new)[0] == "dari Yohanis menjadi Yohanes"
    value.set_values("", "Yohanes")
    assert not value._old.isVisibleTo(value)
    assert spoken(value._new)[0] == "Yohanes"


def test_a_wizard_moves_only_when_it_is_told(dressed: Wear, qtbot: QtBot) -> None:
    wizard = Wizard(("Pilih", "Periksa"))
    wizard.add_page(Text("satu"))
    wizard.add_page(Text("dua"))
    qtbot.addWidget(wizard)
    wizard.show_step(0)
    assert wizard.back_button.isHidden()
    with qtbot.waitSignal(wizard.advanced):
        wizard.next_button.click()
    assert wizard.pages.currentIndex() == 0
    wizard.show_step(1, "Simpan", can_go_on=False)
    assert (wizard.next_button.text(), wizard.next_button.isEnabled()) == ("Simpan", False)
    assert wizard._title.text() == "Periksa"


def test_an_ampersand_is_an_and_on_the_screen_and_for_a_screen_reader(dressed: Wear, qtbot: QtBot) -> None:
    button = PrimaryButton("Kirim & terima")
    qtbot.addWidget(button)
    assert spoken(button)[0] == "Kirim & terima"
    assert button.shortcut().isEmpty()
    field = Field("Nama & gelar", TextBox())
    qtbot.addWidget(field)
    assert spoken(field.control)[0] == "Nama & gelar"


def test_enter_presses_a_button(dressed: Wear, qtbot: QtBot) -> None:
    button = SecondaryButton("Cetak")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_an_answer_to_an_older_search_leaves_what_was_typed_since(dressed: Wear, qtbot: QtBot) -> None:
    field = SearchField("Cari nama")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, "yusuf")
    field.show_text("yusuf")
    QTest.keyClicks(field, " te")
    field.show_text("yusuf")
    assert field.text() == "yusuf te"
    field.show_text("")
    assert (field.text(), field.clear_button.isVisible()) == ("", False)


@pytest.mark.parametrize("kind", [PrimaryButton, SecondaryButton, QuietButton, DangerButton])
@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_a_button_that_cannot_be_pressed_looks_so_in_every_theme(
    qtbot: QtBot, dressed: Wear, kind: type[Button], theme_name: str
) -> None:
    dressed(theme_name, 1.0)
    button = kind("Simpan", "save")
    secondary = SecondaryButton("Simpan", "save")
    for one in (button, secondary):
        qtbot.addWidget(one)
        one.resize(160, 40)
    pressable = [button.grab().toImage(), secondary.grab().toImage()]
    button.setEnabled(False)
    assert button.grab().toImage() not in pressable
