"""A village is named once with what it is, whatever its list writes."""

from __future__ import annotations

import pytest

from app.ui.vocabulary.villages import subdistrict_words, village_words
from app.usecases.reading import VillageInfo

DESA, KELURAHAN = "5302042001", "5371031004"


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("Oelbubuk", DESA, "Desa Oelbubuk"),
        ("Oesapa", KELURAHAN, "Kelurahan Oesapa"),
        ("Desa Oelbubuk", DESA, "Desa Oelbubuk"),
        ("DESA BONTO MANAI", DESA, "DESA BONTO MANAI"),
        ("Ds. Oelbubuk", DESA, "Ds. Oelbubuk"),
        ("KEL.OESAPA", KELURAHAN, "KEL.OESAPA"),
        ("Kampung Baru", DESA, "Kampung Baru"),
        ("Nagari Sungai Pua", DESA, "Nagari Sungai Pua"),
        ("Gampong Lam Ilie", DESA, "Gampong Lam Ilie"),
        ("Kelapa Dua", DESA, "Desa Kelapa Dua"),
        ("Desaku", DESA, "Desa Desaku"),
        ("Nagari", DESA, "Desa Nagari"),
        ("5302042001", DESA, "Desa 5302042001"),
        ("", DESA, ""),
    ],
)
def test_a_village_is_called_what_it_is_once(name: str, code: str, said: str) -> None:
    assert village_words(VillageInfo(code, name, "", "", practice=False)) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mollo Tengah", "Kecamatan Mollo Tengah"),
        ("Kec. Mollo Tengah", "Kec. Mollo Tengah"),
        ("DISTRIK AGATS", "DISTRIK AGATS"),
        ("Kecapi", "Kecamatan Kecapi"),
        ("", ""),
    ],
)
def test_a_sub_district_too(name: str, said: str) -> None:
    assert subdistrict_words(VillageInfo(DESA, "Oelbubuk", name, "", practice=False)) == said
