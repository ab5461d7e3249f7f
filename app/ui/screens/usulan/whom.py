"""A family or a person in one line, as a form, a summary and a detail tell them apart; numbers are masked."""

from __future__ import annotations

from app.domain.kk import mask_kk
from app.domain.nik import mask_nik
from app.domain.roster import Family, Member
from app.ui.screens.keluarga.filters import place_words
from app.ui.vocabulary.times import iso_day_words
from app.ui.words import translate


def about_words(family: Family) -> str:
    """A family in one line: head, masked KK, place."""
    parts = (family.head_name, _kk(family), place_words(family.rt, family.rw))
    return " · ".join(part for part in parts if part)


def card_words(family: Family) -> str:
    """What tells a family from another with the same head: masked KK, place, address."""
    parts = (_kk(family), place_words(family.rt, family.rw), family.address)
    return " · ".join(part for part in parts if part)


def person_words(member: Member, family: Family) -> str:
    """What tells a person from another of the same name: masked NIK, birth, family."""
    born = iso_day_words(member.birth_date) if member.birth_date else ""
    parts = (
        f"NIK {mask_nik(member.nik)}" if member.nik else translate("Proposals", "Belum punya NIK"),
        translate("Proposals", "lahir {day}", day=born) if born else "",
        translate("Proposals", "keluarga {head}", head=family.head_name),
        place_words(family.rt, family.rw),
    )
    return " · ".join(part for part in parts if part)


def _kk(family: Family) -> str:
    return f"KK {mask_kk(family.kk)}" if family.kk else translate("Proposals", "tanpa nomor KK")
