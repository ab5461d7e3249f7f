"""Draws how a household lives: house, water, light, assets, schooling, work, health, decile and programmes.

One hidden number, the means of the household, bears on everything, so that a poor house looks poor throughout. The
decile is drawn from it with noise as BPS's is unknown to the village; it is invented like all else here.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from datetime import date
from random import Random

from app.practice.people import GRANDCHILD, HEAD, WOMAN, Household, Someone

YES, NO = "1", "2"

_SORT = {"elder_alone": -0.6, "widow": -0.35, "single_mother": -0.5, "grandparent": -0.6, "siblings": -0.4}
_DECILES = (-1.28, -0.84, -0.52, -0.25, 0.0, 0.25, 0.52, 0.84, 1.28)
_SHIFT = 0.55
"""How far the village lies below the nation, in standard deviations; rural East Nusa Tenggara is poor."""

_WATER_OF_HAMLET = ("7", "5", "8", "7", "4", "8", "6", "7")
_FUNCTIONS = (
    "id_penglihatan",
    "id_pendengaran",
    "id_berjalan_atau_naik_tangga",
    "id_menggunakan_tangan_jari",
    "id_belajar_kemampuan_intelektual",
    "id_pengendalian_perilaku",
    "id_berbicara_komunikasi",
    "id_mengurus_diri",
    "id_mengingat_berkonsentrasi",
)
_ASSETS = {
    "tabung_gas": 2.4,
    "lemari_es": 1.5,
    "ac": 3.2,
    "pemanas_air": 3.4,
    "telepon_rumah": 3.4,
    "tv_datar": 1.1,
    "emas_perhiasan": 1.9,
    "komputer_laptop_tablet": 1.8,
    "sepeda_motor": 0.35,
    "sepeda": 1.9,
    "mobil": 2.6,
    "perahu": 4.0,
    "kapal_perahu_motor": 4.2,
    "smartphone": -0.5,
}
"""Means above which half of the households own it (no sea near, so hardly a boat)."""


@dataclass(frozen=True, slots=True)
class Living:
    """What the list says of one household besides its people."""

    means: float
    fields: dict[str, str]
    decile: str
    programmes: tuple[str, ...]


class Livings:
    """Draws living conditions from one source of chance."""

    def __init__(self, rng: Random, today: date) -> None:
        self._rng = rng
        self._today = today

    def means(self, household: Household) -> float:
        """How well off a household is: about normal, in standard deviations of the village."""
        return self._rng.gauss(_SORT.get(household.sort, 0.08), 0.95)

    def draw(self, household: Household, hamlet: int, means: float) -> Living:
        """The house and what comes with it; hamlets share their water, the last ones have no grid."""
        fields = self._house(means, hamlet)
        fields |= {f"aset_bergerak_{name}": self._owns(means - at) for name, at in _ASSETS.items()}
        fields |= self._land_and_animals(means)
        fields["jumlah_anggota_keluarga"] = str(len(household.people))
        fields["id_status_keberadaan_keluarga"] = "1"
        decile = bisect(_DECILES, means - _SHIFT + self._rng.gauss(0, 0.35)) + 1
        return Living(means, fields, str(decile), self._programmes(decile, household.people))

    def person(self, one: Someone, means: float, status: str = "DTSEN AKTIF") -> dict[str, str]:
        """Schooling, work and health of one person by DTSEN column."""
        age = one.age(self._today)
        fields = {"status_dtsen": status}
        if one.mother is not None:
            fields["nama_ibu_kandung"] = one.mother.name
        fields |= self._school(age, means)
        fields |= self._work(one, age, fields.get("id_partisipasi_sekolah", ""), means)
        fields |= self._health(age)
        return fields

    # ---------------------------------------------------------------------------------------------------- the house

    def _pick(self, codes: str, weights: tuple[int, ...]) -> str:
        return self._rng.choices(codes.split(), weights)[0]

    def _owns(self, above: float) -> str:
        return YES if above + self._rng.gauss(0, 0.55) > 0 else NO

    def _house(self, means: float, hamlet: int) -> dict[str, str]:
        m = means + self._rng.gauss(0, 0.3)
        remote = hamlet % 4 == 3
        good = m > 0.5
        fields = {
            "id_status_penguasaan_bangunan": self._pick("1 3 2 5", (90, 8, 1, 1)),
            "luas_lantai_bangunan": str(max(12, round(self._rng.gauss(38 + 11 * m, 9)))),
            "id_lantai_terluas": "2" if m > 1.3 else self._pick("6 8 5", (92, 6, 2) if m > -0.1 else (42, 55, 3)),
            "id_dinding_terluas": self._pick("1 3 7", (88, 5, 7)) if good else self._walls(m),
            "id_atap_terluas": self._pick("3 7 2", (97, 2, 1) if m > -0.5 else (62, 38, 0)),
            "id_sumber_airminum": _WATER_OF_HAMLET[hamlet % 8]
            if self._rng.random() < 0.75
            else self._pick("5 6 7 8 9 10 2", (20, 18, 20, 20, 8, 8, 6 if good else 1)),
            "id_sumberpenerangan": self._light(m, remote),
            "id_bb_utama": self._pick("10 7 4 1", (40, 52, 5, 3)) if m > 1 else self._pick("10 7", (94, 6)),
            "id_fasilitas_bab": self._pick("1 2 6", (93, 6, 1) if good else (72, 16, 12) if m > -0.7 else (48, 22, 30)),
        }
        if fields["id_sumberpenerangan"] == "1":
            fields["id_dayapenerangan"] = "3" if m > 1.7 else self._pick("1 2", (35, 65) if good else (84, 16))
        if fields["id_fasilitas_bab"] != "6":
            fields["id_jenis_kloset"] = self._pick("1 3 4", (90, 5, 5) if m > 0 else (52, 13, 35))
            fields["id_pembuangan_tinja"] = self._pick("1 4", (60, 40) if m > 0 else (18, 82))
        else:
            fields["id_pembuangan_tinja"] = "5"
        return fields

    def _walls(self, m: float) -> str:
        """Code 7 holds the palm-rib walls (bebak) that most poor houses of Timor have."""
        return self._pick("1 3 4 6 7", (46, 8, 6, 5, 35) if m > -0.5 else (16, 8, 12, 12, 52))

    def _light(self, m: float, remote: bool) -> str:
        if remote:
            return self._pick("3 4 1", (58, 22, 20) if m > -0.5 else (46, 44, 10))
        return self._pick("1 2 3 4", (88, 6, 4, 2) if m > -0.5 else (64, 18, 8, 10))

    def _land_and_animals(self, means: float) -> dict[str, str]:
        def herd(chance: float, most: int) -> str:
            return str(self._rng.randint(1, most)) if self._rng.random() < chance else "0"

        return {
            "lahan_tempat_lain": YES if self._rng.random() < 0.55 else NO,
            "rumah_tempat_lain": self._owns(means - 2.2),
            "jml_sapi": herd(min(0.8, max(0.08, 0.34 + 0.15 * means)), 3 if means < 0.5 else 7),
            "jml_kerbau": herd(0.03, 3),
            "jml_kuda": herd(0.04, 2),
            "jml_babi": herd(0.68, 4),
            "jml_kambing_domba": herd(0.22, 6),
        }

    # --------------------------------------------------------------------------------------------------- the people

    def _school(self, age: int, means: float) -> dict[str, str]:
        if age < 5:
            return {}
        if age < 7:
            return {
                "id_partisipasi_sekolah": "1" if self._rng.random() < 0.6 else "2",
                "id_jenjang_pendidikan_dukcapil": "3",
            }
        stays = 0.985 if age < 13 else 0.92 if age < 16 else 0.74 + 0.08 * means if age < 19 else 0.1 + 0.06 * means
        if age < 24 and self._rng.random() < stays:
            level = "3" if age < 13 else "8" if age < 16 else self._pick("13 15", (7, 3)) if age < 19 else "19"
            return {"id_partisipasi_sekolah": "2", "id_jenjang_pendidikan_dukcapil": level}
        if self._rng.random() < (0.42 if age > 65 else 0.14 if age > 45 else 0.03):
            return {"id_partisipasi_sekolah": "1"}
        higher = (means + 1) * (2 if age < 45 else 1)
        weights = (max(15, 62 - 12 * round(higher)), 20, 14 + 4 * round(max(0.0, higher)), round(max(0.0, 2 * higher)))
        level = self._pick("3 8 13 19", weights if age > 18 else (30, 60, 10, 0))
        return {"id_partisipasi_sekolah": "3", "id_jenjang_pendidikan_dukcapil": level}

    def _work(self, one: Someone, age: int, school: str, means: float) -> dict[str, str]:
        if age < 10:
            return {}
        chance = 0.06 if school == "2" else 0.15 if age < 15 else 0.45 if age < 20 else 0.9 if age < 65 else 0.5
        if one.sex == WOMAN and age >= 20:
            chance -= 0.22
        if self._rng.random() >= chance:
            return {"membantu_bekerja": NO}
        if age >= 22 and means > 1 and self._rng.random() < 0.25:
            trade, standing = self._pick("12 21 13 11", (4, 2, 2, 2)), self._pick("1 4", (6, 4))
        else:
            trade = self._pick("1 2 5 3 11 12 8 13", (62, 10, 8, 4, 6, 4, 4, 2))
            standing = self._pick("1 2 6 8", (34, 34, 14, 18))
            if one.relation != HEAD and age < 25:
                standing = "8"
        return {
            "membantu_bekerja": YES,
            "id_lapangan_usaha_dari_usaha_utama": trade,
            "id_status_kedudukan_pekerjaan_utama": standing,
        }

    def _health(self, age: int) -> dict[str, str]:
        fields = {}
        if age >= 2:
            risk = 0.004 if age < 40 else 0.02 if age < 60 else 0.09 if age < 75 else 0.2
            for name in _FUNCTIONS:
                chance = self._rng.random()
                fields[name] = (
                    "4" if chance > risk else "3" if chance > risk * 0.3 else "2" if chance > risk * 0.04 else "1"
                )
            fields["id_kesedihan_depresi"] = self._pick("4 3 2 1", (86, 10, 3, 1))
        if age < 5:
            fields["id_kondisi_gizi"] = self._pick("3 2 1 8", (52, 30, 7, 11))
        ill = 0.01 if age < 30 else 0.06 if age < 50 else 0.22
        fields["id_penyakit_menahun"] = (
            self._pick("2 3 4 6 7 8 13 18", (30, 26, 12, 8, 8, 4, 6, 6)) if self._rng.random() < ill else "1"
        )
        return fields

    def _programmes(self, decile: int, people: list[Someone]) -> tuple[str, ...]:
        ages = [one.age(self._today) for one in people]
        chance = self._rng.random
        found = []
        if decile <= 5 and chance() < 0.86:
            found.append("PBI")
        if decile <= 4 and chance() < 0.72:
            found.append("BPNT")
        entitled = any(age < 18 or age >= 60 for age in ages)
        if decile <= 4 and entitled and chance() < 0.62:
            found.append("PKH")
        pupils = [one for one, age in zip(people, ages, strict=True) if 7 <= age < 19 and one.relation != GRANDCHILD]
        if decile <= 4 and pupils and chance() < 0.4:
            found.append("PIP")
        if decile <= 3 and "PKH" not in found and chance() < 0.25:
            found.append("BLT_DD")
        return tuple(sorted(found))
