"""The stations of an unlocked village: every screen, dialog and state, in the order in which they lead on."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from app.ui.screens.usulan.sheet import KEPT, REASON, change_key
from scripts.tour_camera import Station
from scripts.tour_scene import LISTS, DeskScene

FOUND: Final = {"hasil_kunjungan": "2"}
MOVED: Final = {"status_kunjungan": "2"}


def _at(place: str, **facts: Any) -> partial[None]:
    """A screen; a fact that names a place of the story is looked up there."""
    return partial(_go, place=place, facts=facts)


def _go(scene: DeskScene, place: str, facts: dict[str, Any]) -> None:
    def known(value: object) -> object:
        return getattr(scene.story, value[1:]) if isinstance(value, str) and value.startswith("@") else value

    scene.go(place, **{key: known(value) for key, value in facts.items()})


def _press(*words: str) -> partial[None]:
    """Buttons of the screen that is shown, one after the other."""
    return partial(_press_all, words=words)


def _press_all(scene: DeskScene, words: tuple[str, ...]) -> None:
    for one in words:
        scene.press(one)


def _section(section: str, *words: str) -> partial[None]:
    """A section of Pengaturan, and buttons there."""
    return partial(_open_section, section=section, words=words)


def _open_section(scene: DeskScene, section: str, words: tuple[str, ...]) -> None:
    scene.go("pengaturan", section=section)
    _press_all(scene, words)


def _recap(scene: DeskScene) -> None:
    scene.go("kunjungan", family=scene.story.filled)
    scene.fill_visit(FOUND)


def _visited(scene: DeskScene) -> None:
    scene.go("kunjungan", family=scene.story.gone)
    scene.fill_visit(MOVED).form_presenter.save()
    scene.settle()


def _proposal_summary(scene: DeskScene) -> None:
    scene.go("usulan", new="correction", family=scene.story.other)
    presenter = scene.page.form_presenter
    presenter.answer(REASON, "correction@balai-1|keterangan")
    for field, value in (("address", "Jalan Baru 7"), ("head_name", "Yohanes Nabu")):
        presenter.open_change(change_key("", field))
        presenter.answer(change_key("", field), value)
    presenter.go_on()
    scene.settle()


def _merge_elsewhere(scene: DeskScene) -> None:
    """Two families that become one and live at a third address."""
    scene.go("usulan", new="merge", family=scene.story.other)
    presenter = scene.page.form_presenter
    presenter.choose_family(scene.story.visited)
    scene.settle()
    given = {
        REASON: "merge@balai-1|satu_kk",
        KEPT: scene.story.other,
        "tempat_gabung": "baru",
        "alamat": "Jalan Baru 7",
    }
    for path, value in {**given, "rt": "2", "rw": "1"}.items():
        presenter.answer(path, value)
    for need in presenter._state.evidence.needs:
        presenter.add_photo(need.kinds[0].code, str(scene.photo()))
        scene.settle()
    presenter.go_on()
    scene.settle()


def _proposal_lacks(scene: DeskScene) -> None:
    scene.go("usulan", new="death", family=scene.story.other)
    presenter = scene.page.form_presenter
    presenter.answer(REASON, "death@balai-1|akta")
    presenter.add_photo("death_record", str(scene.photo()))
    presenter.go_on()
    scene.settle()


def _new_family(scene: DeskScene) -> None:
    scene.go("usulan", new="new_family")
    presenter = scene.page.form_presenter
    presenter.choose_begun("1")
    presenter.add_member()
    presenter.answer("anggota/1/nama", "Zakarias Oematan")
    presenter.go_on()
    scene.settle()


def _nearby(scene: DeskScene) -> None:
    scene.go("kirim")
    scene.press("Terima dari laptop lain…")


def _nearby_wrong(scene: DeskScene) -> None:
    scene.go("kirim")
    scene.press("Kirim ke laptop lain…")
    dialog: Any = scene.dialogs()[-1]
    dialog.presenter.start("ABCD", "")
    scene.settle()


def _saved_to_stick(scene: DeskScene) -> None:
    scene.go("kirim")
    scene.press("Simpan ke stik…")
    dialog: Any = scene.dialogs()[-1]
    dialog.presenter.choose_folder(str(scene.stick()))
    dialog.presenter.save()
    scene.settle()


def _read_from_stick(scene: DeskScene) -> None:
    scene.go("kirim")
    scene.press("Baca dari stik…")
    dialog: Any = scene.dialogs()[-1]
    dialog.presenter.choose_place(str(scene.stick()))
    scene.settle()


def _import_mapping(scene: DeskScene) -> None:
    """Another list in a village that has one from a file: a district's own list would not be replaced so."""
    scene.go("pengaturan", section="impor")
    scene.page.pages.currentWidget().flow.presenter.choose(LISTS / "desa-ntt-1500.xlsx")
    scene.settle()


def _licence(scene: DeskScene) -> None:
    scene.go("pengaturan", section="tentang")
    scene.page.pages.currentWidget().parts.setCurrentIndex(1)
    scene.settle()


def _practice_key(scene: DeskScene) -> None:
    scene.go("beranda")
    scene.ask_practice_key()


DESK: Final[tuple[Station[DeskScene], ...]] = (
    Station("03-beranda", _at("beranda"), main=True),
    Station("04-keluarga-daftar", _at("keluarga", text=""), main=True),
    Station("06-keluarga-rinci", _at("keluarga", text="", family="@visited"), main=True),
    Station("06-keluarga-riwayat", _press("Riwayat")),
    Station("06-keluarga-lihat-nomor", _press("Lihat nomor KK lengkap")),
    Station("06-keluarga-tidak-ada", _at("keluarga", text="", family="tidak-ada")),
    Station("05-keluarga-cari", _at("keluarga", text="yohanis")),
    Station("05-keluarga-kosong", _at("keluarga", text="wxqv")),
    Station("07-kunjungan-rute", _at("kunjungan", rt="@rt", rw="@rw"), main=True),
    Station("08-kunjungan-isian", _at("kunjungan", family="@unvisited"), main=True),
    Station("08-kunjungan-ringkasan", _recap, main=True),
    Station("08-kunjungan-tercatat", _visited),
    Station("09-usulan-daftar", _at("usulan", open_only=False), main=True),
    Station("09-usulan-jenis", _press("Usulan baru")),
    Station("10-usulan-rinci", _at("usulan", proposal="@returned"), main=True),
    Station("10-usulan-keputusan", _at("usulan", proposal="@waiting")),
    Station("11-usulan-perbaikan", _at("usulan", new="correction", family="@other"), main=True),
    Station("11-usulan-ringkasan", _proposal_summary, main=True),
    Station("11-usulan-gabung", _merge_elsewhere),
    Station("11-usulan-kurang", _proposal_lacks),
    Station("11-usulan-cari-keluarga", _at("usulan", new="death")),
    Station("11-usulan-tidak-layak", _at("usulan", new="ineligible", family="@other")),
    Station("11-usulan-sanggah", _at("usulan", new="objection", family="@other")),
    Station("12-usulan-baru", _new_family, main=True),
    Station("13-kirim", _at("kirim"), main=True),
    Station("13-kirim-stik-simpan", _press("Simpan ke stik…")),
    Station("13-kirim-stik-tersimpan", _saved_to_stick),
    Station("13-kirim-stik-baca", _read_from_stick),
    Station("13-kirim-terima-dekat", _nearby),
    Station("13-kirim-ke-dekat", _nearby_wrong),
    Station("14-pengaturan", _section("tampilan"), main=True),
    Station("14-pengaturan-petugas", _section("petugas")),
    Station("14-pengaturan-petugas-baru", _section("petugas", "Tambah petugas")),
    Station("14-pengaturan-sandi", _section("sandi")),
    Station("14-pengaturan-kabupaten", _section("kabupaten")),
    Station("14-pengaturan-impor", _section("impor")),
    Station("14-pengaturan-keutuhan", _section("keutuhan", "Periksa keutuhan data")),
    Station("14-pengaturan-laptop", _section("laptop")),
    Station("14-pengaturan-serah", _section("laptop", "Serahkan laptop")),
    Station("14-pengaturan-kosongkan", _section("laptop", "Kosongkan laptop")),
    Station("14-pengaturan-tentang", _section("tentang"), main=True),
    Station("14-pengaturan-lisensi", _licence),
    Station("15-bertentangan-daftar", _at("bertentangan"), main=True),
    Station("16-bertentangan-pilih", lambda scene: scene.go("bertentangan", **scene.story.contest), main=True),
    Station("17-perubahan", _at("perubahan"), main=True),
    Station("19-latihan-kunci", _practice_key),
)

OWN: Final[tuple[Station[DeskScene], ...]] = (Station("14-pengaturan-impor-kolom", _import_mapping),)
"""The stations of a village whose list came from a file."""
