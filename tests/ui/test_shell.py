from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs import Confirm, Dialog
from app.ui.gallery_pages import make_shell
from app.ui.idle import IdleWatch
from app.ui.navigation import NavButton, Navigation
from app.ui.shell import PageSpec, Shell
from app.ui.shell_state import ShellState
from app.ui.widgets import Page, PrimaryButton, TextBox

Wear = Callable[[str, float], None]


class Simple(Page):
    """A page with a field; counts how often it was seen."""

    def __init__(self) -> None:
        super().__init__("Halaman", "", PrimaryButton("Tambah"))
        self.field = TextBox()
        self.body.put(self.field)
        self.seen = 0
        self.work: QWidget | None = None

    def shown(self) -> None:
        self.seen += 1

    def focus_work(self) -> None:
        if self.work is not None:
            self.work.setFocus()
        else:
            super().focus_work()


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def shell(dressed: Wear, qtbot: QtBot, built: list[str]) -> Shell:
    def page(key: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            built.append(key)
            return Simple()

        return make

    made = Shell(
        (
            PageSpec("home", "Beranda", "house", page("home")),
            PageSpec("list", "Keluarga", "users", page("list")),
            PageSpec("settings", "Pengaturan", "settings", page("settings"), bottom=True),
        ),
        idle_minutes=0,
    )
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.activateWindow()
    return made


def test_pages_are_built_when_they_are_first_seen(shell: Shell, built: list[str]) -> None:
    shell.show_page("home")
    shell.show_page("list")
    page = shell.show_page("home")
    assert built == ["home", "list"]
    assert isinstance(page, Simple)
    assert page.seen == 2
    assert shell.current_page() == "home"


def test_the_first_focus_goes_to_the_work(shell: Shell, qtbot: QtBot) -> None:
    page = shell.show_page("home")
    assert isinstance(page, Simple)
    qtbot.waitUntil(page.field.hasFocus)


def test_the_four_states_stand_in_words(shell: Shell) -> None:
    shell.show_state(ShellState(waiting=14, travelling=3, decided=2, received="2026-118", last_exchange="21 Nov 2026"))
    assert shell.status._saved.words() == "Tersimpan di laptop ini"
    assert shell.status._parts.accessibleName() == (
        "14 catatan menunggu dikirim · 3 dalam perjalanan · diterima kabupaten no. 2026-118 · 2 usulan diputus"
        " · terakhir 21 Nov 2026"
    )
    shell.show_state(ShellState(waiting=2, waiting_photos=3))
    assert shell.status._parts.accessibleName() == "2 catatan menunggu dikirim · 3 foto belum sampai di kabupaten"
    shell.show_state(ShellState(waiting_photos=3))
    assert shell.status._parts.accessibleName() == "3 foto belum sampai di kabupaten"
    shell.show_state(ShellState(trouble="Belum tersimpan: ruang penuh", sending=True))
    assert shell.status._saved.words() == "Belum tersimpan: ruang penuh"
    assert not shell.status.send_button.isEnabled()


def test_the_practice_village_is_told_on_every_page(shell: Shell) -> None:
    shell.show_state(ShellState(practice=True))
    assert shell.banner.isVisible()
    shell.show_state(ShellState())
    assert not shell.banner.isVisible()


def test_send_and_lock_are_asked_for(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.send_requested):
        shell.status.send_button.click()
    with qtbot.waitSignal(shell.lock_requested):
        shell.navigation.lock_button.click()
    with qtbot.waitSignal(shell.lock_requested):
        QTest.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_dialog_in_front_keeps_nobody_from_locking(shell: Shell, qtbot: QtBot) -> None:
    shell.show_shortcuts()
    (first,) = shell.findChildren(Dialog)
    qtbot.waitUntil(first.isActiveWindow)
    second = Dialog(first, "Yang kedua")
    second.open()
    for dialog in (second, first):
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        with qtbot.waitSignal(shell.lock_requested):
            QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        dialog.close()


def test_ctrl_and_a_number_goes_to_a_page(shell: Shell, qtbot: QtBot) -> None:
    shell.show_page("home")
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.current_page() == "list"


def test_the_navigation_is_one_tab_stop_with_arrow_keys_inside(shell: Shell, qtbot: QtBot) -> None:
    shell.show_page("home")
    pages = [button for button in shell.navigation.findChildren(NavButton) if button.isCheckable()]
    assert sum(bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in pages) == 1
    shell.navigation.focus_current()
    qtbot.waitUntil(pages[0].hasFocus)
    QTest.keyClick(pages[0], Qt.Key.Key_Down)
    assert pages[1].hasFocus()
    QTest.keyClick(pages[1], Qt.Key.Key_Return)
    assert shell.current_page() == "list"


def test_whoever_calls_a_page_by_its_key_sees_the_work_to_which_the_focus_goes(shell: Shell, qtbot: QtBot) -> None:
    page = shell.show_page("home")
    assert isinstance(page, Simple)
    tall = QWidget()
    tall.setFixedHeight(4_000)
    page.body.put(tall)
    page.work = page.field
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    QTest.keyClick(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.field.visibleRegion().boundingRect().height() == page.field.height())
    assert page.field.hasFocus()


def test_who_tabs_into_a_page_from_the_menu_sees_where_he_is(shell: Shell, qtbot: QtBot) -> None:
    page = shell.show_page("home")
    assert isinstance(page, Simple)
    tall = QWidget()
    tall.setFixedHeight(4_000)
    page.body.put(tall)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    shell.findChildren(NavButton)[-1].setFocus()
    for _ in range(12):
        QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Tab)
        if page.isAncestorOf(shell.focusWidget()):
            break
    inside = shell.focusWidget()
    assert page.isAncestorOf(inside)
    top = inside.mapTo(page.viewport(), inside.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()


def test_a_press_on_the_page_that_is_shown_leads_back_to_its_work(shell: Shell, qtbot: QtBot) -> None:
    page = shell.show_page("home")
    assert isinstance(page, Simple)
    qtbot.waitUntil(page.field.hasFocus)
    button = next(b for b in shell.navigation.findChildren(NavButton) if b.text() == "Beranda")
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.field.hasFocus)
    assert page.seen == 1


def test_a_screen_reader_that_toggles_a_page_gets_there(shell: Shell) -> None:
    shell.show_page("home")
    button = next(b for b in shell.navigation.findChildren(NavButton) if b.text() == "Keluarga")
    button.toggle()
    assert shell.current_page() == "list"


def test_at_200_percent_the_navigation_is_a_rail(shell: Shell, dressed: Wear) -> None:
    shell.resize(1366, 768)
    wide = shell.navigation.width()
    dressed("light", 2.0)
    assert wide == 204
    assert shell.navigation.width() == 144
    assert shell.minimumSizeHint().width() <= 1366
    assert shell.minimumSizeHint().height() <= 768


def test_f1_shows_what_the_keyboard_can_do(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)
    dialog = shell.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    qtbot.waitUntil(dialog.isVisible)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_nobody_there_for_a_while_asks_for_the_lock(dressed: Wear, qtbot: QtBot) -> None:
    watch = IdleWatch(0.05 / 60)
    with qtbot.waitSignal(watch.went_idle):
        pass
    watch.set_minutes(0)
    assert not watch._timer.isActive()


def test_a_key_is_a_sign_of_life(shell: Shell, qtbot: QtBot) -> None:
    watch = IdleWatch(10)
    watch._listen_at(shell.windowHandle())
    watch._timer.start(60_000)
    watch._timer.setInterval(600_000)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_A)
    assert watch._timer.remainingTime() > 60_000


def test_a_dangerous_act_is_asked_for_and_the_safe_answer_has_the_focus(shell: Shell, qtbot: QtBot) -> None:
    ask = Confirm(shell, "Hapus draf?", "Isian akan hilang.", "Hapus", danger=True)
    ask.open()
    qtbot.waitUntil(ask.no_button.hasFocus)
    with qtbot.waitSignal(ask.confirmed):
        ask.yes_button.click()


def test_a_toast_does_not_take_the_focus(shell: Shell, qtbot: QtBot) -> None:
    page = shell.show_page("home")
    assert isinstance(page, Simple)
    qtbot.waitUntil(page.field.hasFocus)
    shell.say("Tersimpan", action="Lihat")
    assert shell.toast.isVisible()
    assert page.field.hasFocus()
    with qtbot.waitSignal(shell.toast.acted):
        shell.toast.button.click()
    assert not shell.toast.isVisible()


@pytest.fixture
def gallery(dressed: Wear, qtbot: QtBot) -> Iterator[Shell]:
    made = make_shell("list")
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(made, 0)


def controls(root: QObject) -> list[QWidget]:
    found = [*root.findChildren(QPushButton), *root.findChildren(QLineEdit)]
    return [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()]


@pytest.mark.parametrize("page", ["list", "form", "states", "wizard"])
def test_every_control_has_a_name_for_a_screen_reader(gallery: Shell, page: str) -> None:
    gallery.show_page(page)
    nameless = []
    for widget in controls(gallery):
        spoken = QAccessible.queryAccessibleInterface(widget)
        inside = widget.objectName().startswith("qt_")
        if not inside and (spoken is None or not spoken.text(QAccessible.Text.Name)):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


@pytest.mark.parametrize("page", ["list", "form", "states", "wizard"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
def test_every_page_fits_its_width_in_every_theme(
    gallery: Shell, dressed: Wear, qtbot: QtBot, page: str, theme: str, scale: float
) -> None:
    gallery.resize(1366, 768)
    dressed(theme, scale)
    shown = gallery.show_page(page)
    qtbot.wait(1)
    gallery.grab()
    assert (gallery.width(), gallery.height()) == (1366, 768)
    if isinstance(shown, Page):
        assert shown.horizontalScrollBar().maximum() == 0


def test_pressing_a_toast_puts_it_away(shell: Shell, qtbot: QtBot) -> None:
    shell.toast.say("Tersimpan di laptop ini")
    qtbot.mouseClick(shell.toast, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]  # as pytest-qt has it
    assert not shell.toast.isVisible()


SHORT = "Terkirim. Diterima kabupaten dengan nomor 261123-0003."
LONG = (
    "Tersimpan, tetapi salinan kedua di laptop ini belum dapat ditulis karena tempatnya penuh. "
    "Hapus berkas yang tidak diperlukan, lalu Balai melengkapinya sendiri."
)


def place_of(widget: QWidget, shell: Shell) -> QRect:
    return QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("action", ["", "Lihat"])
@pytest.mark.parametrize("words", [SHORT, LONG])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_toast_covers_nothing_that_can_be_pressed(
    shell: Shell, dressed: Wear, qtbot: QtBot, scale: float, size: tuple[int, int], words: str, action: str
) -> None:
    dressed("light", scale)
    shell.setFixedSize(*size)
    qtbot.waitUntil(lambda: place_of(shell.status, shell).bottom() == size[1] - 1)
    low = shell.status.height()
    shell.say(words, action=action)
    toast = shell.toast

    def settled() -> bool:
        seen, foot = place_of(toast, shell), place_of(shell.status, shell)
        whole = toast.words.heightForWidth(toast.words.width()) <= toast.words.height()
        return foot.contains(seen) and foot.bottom() == size[1] - 1 and whole

    qtbot.waitUntil(settled)
    assert not place_of(toast, shell).intersects(place_of(shell.stack, shell))
    assert not place_of(toast, shell).intersects(place_of(shell.status.send_button, shell))
    toast.hide()
    qtbot.waitUntil(lambda: shell.status.height() == low)


def test_a_toast_stays_in_the_foot_when_the_type_grows(shell: Shell, dressed: Wear, qtbot: QtBot) -> None:
    shell.setFixedSize(1366, 768)
    shell.say(LONG)
    before = shell.status.height()
    dressed("light", 2.0)
    qtbot.waitUntil(lambda: shell.status.height() > before)
    words = shell.toast.words
    qtbot.waitUntil(lambda: words.heightForWidth(words.width()) <= words.height())
    assert not place_of(shell.toast, shell).intersects(place_of(shell.stack, shell))
    dressed("light", 1.0)
    qtbot.waitUntil(lambda: shell.status.height() == before)


def test_the_whole_menu_is_seen_at_large_type_below_the_practice_banner(dressed: Wear, qtbot: QtBot) -> None:
    dressed("dark", 2.0)
    pages = [(f"page{number}", "Halaman", "house", number == 6) for number in range(7)]
    menu = Navigation(tuple(pages))
    qtbot.addWidget(menu)
    menu.set_room(rail=True, low=True)
    menu.resize(menu.width(), 596)  # what banner and foot leave of 768
    with qtbot.waitExposed(menu):
        menu.show()
    qtbot.waitUntil(lambda: menu.lock_button.mapTo(menu, menu.lock_button.rect().bottomLeft()).y() < menu.height())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("waiting", [1, 12, 99, 100, 4321])
def test_what_waits_on_a_page_never_lies_over_its_icon(shell: Shell, dressed: Wear, scale: float, waiting: int) -> None:
    shell.resize(1366, 768)
    dressed("light", scale)
    button = next(b for b in shell.navigation.findChildren(NavButton) if b.text() == "Keluarga")
    shell.navigation.show_badges((("list", waiting),))
    assert not button.icon_place().intersects(button.badge_place())
    assert button.rect().contains(button.icon_place())
    assert button.rect().contains(button.badge_place())
    assert str(waiting) in button.accessibleDescription().replace(".", "")
