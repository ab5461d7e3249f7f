"""How a village is named together with what it is: the one place that puts *Desa* or *Kecamatan* before a name."""

from __future__ import annotations

from app.domain.region import SUBDISTRICT, VILLAGE, is_kelurahan, says_its_kind
from app.ui.words import translate
from app.usecases.reading import VillageInfo


def village_words(village: VillageInfo) -> str:
    """*Desa Oelbubuk*, *Kelurahan Oesapa*; the name alone where it says itself what it is (*Nagari Sungai Pua*); empty
    without a name."""
    if not village.name or says_its_kind(village.name, VILLAGE):
        return village.name
    if is_kelurahan(village.code):
        return translate("Village", "Kelurahan {name}", name=village.name)
    return translate("Village", "Desa {name}", name=village.name)


def subdistrict_words(village: VillageInfo) -> str:
    """*Kecamatan Mollo Tengah*; the name alone where it says itself what it is; empty without a name."""
    if not village.subdistrict or says_its_kind(village.subdistrict, SUBDISTRICT):
        return village.subdistrict
    return translate("Village", "Kecamatan {name}", name=village.subdistrict)
