"""Every dialog of the desk as a screen reader and a keyboard meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from tests.accessibility.looking import Seen, clipped, out_of_reach, out_of_the_way_of_tab, unnamed

Wear = Callable[[str, float], None]

KELUARGA = ("Lihat nomor KK lengkap",)
USULAN = ("Usulan baru",)
KIRIM = ("Simpan ke stik…", "Baca dari stik…", "Terima dari laptop lain…", "Kirim ke laptop lain…")
SECTIONS = (
    ("petugas", "Tambah petugas"),
    ("sandi", "Buat kata pemulihan baru"),
    ("laptop", "Serahkan laptop"),
    ("laptop", "Kosongkan laptop"),
)


@contextmanager
def opened(seen: Seen, words: str) -> Iterator[QWidget]:
    """The dialog or menu that a button opens, closed afterwards."""
    buttons = [
        button
        for button in seen.window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and words in (button.text(), button.accessibleName())
    ]
    assert buttons, f"no button {words!r}"
    buttons[0].click()
    with closing(seen) as dialog:
        yield dialog


@contextmanager
def closing(seen: Seen) -> Iterator[QWidget]:
    seen.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    seen.qtbot.waitUntil(dialog.isActiveWindow)
    seen.settle()
    yield dialog
    dialog.reject()
    seen.settle()


def looked_at(seen: Seen, dialog: QWidget) -> list[str]:
    """What is wrong with it, at the usual type."""
    return [*unnamed(dialog), *out_of_the_way_of_tab(Seen(seen.qtbot, seen.tasks, dialog))]


@pytest.mark.parametrize(("place", "buttons"), [("keluarga", KELUARGA), ("usulan", USULAN), ("kirim", KIRIM)])
def test_the_dialogs_of_a_page_are_named_and_walked_and_fit(
    place: str, buttons: tuple[str, ...], desk_at: Callable[[str], Seen], dressed: Wear
) -> None:
    seen = desk_at(place)
    for words in buttons:
        with opened(seen, words) as dialog:
            assert looked_at(seen, dialog) == []
            dressed("light", 2.0)
            seen.settle()
            assert out_of_reach(dialog) == []
            assert clipped(dialog) == []
            dressed("light", 1.0)


def test_the_dialogs_of_the_settings_are_named_and_walked_and_fit(desk_at: Callable[..., Seen], dressed: Wear) -> None:
    for section, words in SECTIONS:
        seen = desk_at("pengaturan", section=section)
        with opened(seen, words) as dialog:
            assert looked_at(seen, dialog) == []
            dressed("light", 2.0)
            seen.settle()
            assert out_of_reach(dialog) == []
            assert clipped(dialog) == []
            dressed("light", 1.0)


def test_the_help_with_keys_and_the_practice_key_are_named(desk_at: Callable[[str], Seen]) -> None:
    seen = desk_at("beranda")
    QTest.keyClick(seen.window.focusWidget() or seen.window, Qt.Key.Key_F1)
    with closing(seen) as dialog:
        assert looked_at(seen, dialog) == []
    with opened(seen, "Kunci latihan") as dialog:
        assert looked_at(seen, dialog) == []


@pytest.mark.parametrize(
    "section", ["petugas", "sandi", "kabupaten", "impor", "jejak", "keutuhan", "laptop", "tentang"]
)
def test_a_section_of_the_settings_is_named_and_fits(section: str, desk_at: Callable[..., Seen], dressed: Wear) -> None:
    seen = desk_at("pengaturan", section=section)
    assert unnamed(seen.window) == []
    dressed("light", 2.0)
    seen.settle()
    assert clipped(seen.window) == []
