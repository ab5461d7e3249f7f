"""The first words of the fresh program after a wipe."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Tell
from app.ui.screens.pengaturan.state import Told
from app.ui.words import translate


def tell_wiped(parent: QWidget, told: str) -> Tell:
    """Say that the laptop is empty, whether the district knows, and what was not in Balai's hands."""
    district = {
        Told.YES: translate("Wiped", "Kabupaten sudah diberi tahu."),
        Told.NO: translate("Wiped", "Kabupaten belum diberi tahu. Sampaikan lewat telepon atau surat."),
    }.get(Told(told), "")
    dialog = Tell(
        parent,
        translate("Wiped", "Laptop sudah dikosongkan"),
        district,
        translate("Wiped", "Tidak ada lagi data desa itu di Balai. Laptop ini siap dipakai desa atau orang lain."),
        translate(
            "Wiped",
            "Salinan di stik, cadangan, dan berkas yang disimpan di luar Balai tidak ikut terhapus. Periksa dan hapus "
            "sendiri jika ada.",
        ),
    )
    dialog.open()
    return dialog
