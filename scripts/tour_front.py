"""The stations before a village is open: lock screen, first start, a district's list on its way in."""

from __future__ import annotations

from typing import Final

from app.ui.screens.mulai.state import Way
from scripts.tour_camera import Station
from scripts.tour_scene import LISTS, FrontScene

PASSWORD: Final = "jalan kelapa tiga"


def _wrong_password(scene: FrontScene) -> None:
    page = scene.lock()
    # Not the one who goes on from here: his wait would hold the tour up, or end it where the laptop is quick.
    last = scene.doors.slots(scene.doors.vaults()[0])[-1]
    page.presenter.choose_person(last.slot)
    assert last.role != "operator"
    for _ in range(6):
        if not page.view.unlock_button.isEnabled():
            break
        page.presenter.unlock("bukan ini")
        scene.settle()


def _recovery(scene: FrontScene) -> None:
    scene.lock().presenter.ask_recovery()
    scene.settle()


def _recovery_wrong(scene: FrontScene) -> None:
    page = scene.lock()
    page.presenter.ask_recovery()
    page.presenter.recover("kata yang tidak ada", PASSWORD)
    scene.settle()


def _choose(scene: FrontScene, way: Way) -> None:
    scene.start().presenter.choose(way)
    scene.settle()


def _open_list(scene: FrontScene, name: str) -> None:
    _choose(scene, Way.LIST)
    scene.begun().flow.presenter.choose(LISTS / name)
    scene.settle()


def _read_list(scene: FrontScene) -> None:
    scene.begun().flow.presenter.read()
    scene.settle()


def _no_list(scene: FrontScene) -> None:
    _choose(scene, Way.LIST)
    broken = scene.folder / "daftar-separuh.xlsx"
    broken.write_bytes((LISTS / "desa-papua-420.xlsx").read_bytes()[:9_000])
    scene.begun().flow.presenter.choose(broken)
    scene.settle()


def _losses(scene: FrontScene) -> None:
    """A list whose column of numbers nobody has named."""
    _open_list(scene, "desa-papua-420.xlsx")
    flow = scene.begun().flow
    for column in flow.presenter.state.columns:
        if column.field in ("nik", "no_kk", "nama"):
            flow.presenter.map_column(column.index, "")
    scene.settle()


def _accept_list(scene: FrontScene) -> None:
    _open_list(scene, "desa-papua-420.xlsx")
    _read_list(scene)
    flow = scene.begun().flow
    flow.presenter.accept()
    scene.settle()


def _who_is_missing(scene: FrontScene) -> None:
    scene.begun().presenter.name_person("", "operator", "pendek", "lain")
    scene.settle()


def _words(scene: FrontScene) -> None:
    scene.begun().presenter.name_person("Dorkas Rumbiak", "operator", PASSWORD, PASSWORD)
    scene.settle()


def _confirm(scene: FrontScene) -> None:
    scene.begun().presenter.wrote_down()
    scene.settle()


def _confirm_wrong(scene: FrontScene) -> None:
    page = scene.begun()
    page.presenter.confirm(["salah"] * len(page.presenter.state.asked))
    scene.settle()


def _district_missing(scene: FrontScene) -> None:
    scene.begun().presenter.name_district("", "")
    scene.settle()


def _district_away(scene: FrontScene) -> None:
    page = scene.begun()
    page.presenter.name_district("https://127.0.0.1:9", scene.code())
    page.presenter.name_person("Dorkas Rumbiak", "operator", PASSWORD, PASSWORD)
    scene.settle()


def _waiting(scene: FrontScene) -> None:
    page = scene.begun()
    page.presenter.name_district("", scene.code(), by_stick=True)
    page.presenter.name_person("Dorkas Rumbiak", "operator", PASSWORD, PASSWORD)
    scene.settle()
    page.presenter.write_request(scene.folder, "")
    scene.settle()


FRONT: Final[tuple[Station[FrontScene], ...]] = (
    Station("01-masuk", lambda scene: scene.lock(), main=True),
    Station("01-masuk-kosong", lambda scene: scene.empty_laptop()),
    Station("01-masuk-salah", _wrong_password),
    Station("01-masuk-pemulihan", _recovery),
    Station("01-masuk-pemulihan-salah", _recovery_wrong),
    Station("02-mulai", lambda scene: scene.start(), main=True),
    Station("02-mulai-latihan-ada", lambda scene: _choose(scene, Way.PRACTICE)),
    Station("02-mulai-kabupaten", lambda scene: _choose(scene, Way.DISTRICT)),
    Station("02-mulai-kabupaten-kurang", _district_missing),
    Station("02-mulai-kabupaten-jauh", _district_away),
    Station("02-mulai-menunggu", _waiting),
    Station("18-impor-pilih", lambda scene: _choose(scene, Way.LIST), main=True),
    Station("18-impor-bukan-daftar", _no_list),
    Station("18-impor-kolom-papua", lambda scene: _open_list(scene, "desa-papua-420.xlsx"), main=True),
    Station("18-impor-laporan-papua", _read_list, main=True),
    Station("18-impor-kolom-ntt", lambda scene: _open_list(scene, "desa-ntt-1500.xlsx")),
    Station("18-impor-laporan-ntt", _read_list),
    Station("18-impor-kolom-hilang", _losses),
    Station("02-mulai-siapa", _accept_list),
    Station("02-mulai-siapa-kurang", _who_is_missing),
    Station("02-mulai-kata", _words),
    Station("02-mulai-kata-periksa", _confirm),
    Station("02-mulai-kata-salah", _confirm_wrong),
    Station("01-masuk-beberapa-desa", lambda scene: scene.lock()),
)
