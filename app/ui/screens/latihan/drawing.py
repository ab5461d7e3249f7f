"""Puts what was planted into words; pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.latihan.state import LessonShown, PlantedShown
from app.ui.vocabulary.times import iso_day_words
from app.ui.wording import language
from app.ui.words import translate
from app.usecases.practice_key import PlantedError


def lessons_of(planted: Sequence[PlantedError], lexicon: Lexicon) -> tuple[LessonShown, ...]:
    """Every kind once, in the order in which they are given."""
    lessons = []
    for kind, group in groupby(planted, key=lambda one: one.kind):
        of_kind = tuple(group)
        first = of_kind[0]
        places = tuple(_planted(one, lexicon) for one in of_kind)
        lessons.append(LessonShown(kind, first.label.say(language()), first.lesson.say(language()), places))
    return tuple(lessons)


def _planted(one: PlantedError, lexicon: Lexicon) -> PlantedShown:
    who = one.head_name
    if one.member_name and one.member_name != one.head_name:
        who = translate("Practice", "{member}, keluarga {head}", member=one.member_name, head=one.head_name)
    title = " · ".join(part for part in (who, place_words(one.rt, one.rw)) if part)
    return PlantedShown(one.family, title, _truth(one, lexicon))


def _truth(one: PlantedError, lexicon: Lexicon) -> str:
    if one.other_name:
        return translate("Practice", "Tercatat juga di keluarga {head}", head=one.other_name)
    if one.facts:
        seen = "; ".join(f"{lexicon.label(name)}: {lexicon.answered(name, value)}" for name, value in one.facts)
        return translate("Practice", "Yang terlihat saat kunjungan: {facts}", facts=seen)
    if one.kind == "visits_disagree":
        return translate("Practice", "Yang benar: sudah pindah ke {place}", place=one.truth)
    if one.kind == "proposals_disagree":
        return translate("Practice", "Yang benar: meninggal {day}", day=iso_day_words(one.truth))
    if one.kind == "proposed_twice":
        return translate("Practice", "Satu keluarga, diusulkan dari dua laptop")
    if one.kind == "dead_active":
        return translate("Practice", "Meninggal {day}", day=iso_day_words(one.truth))
    if one.kind in ("moved_family", "moved_member"):
        return translate("Practice", "Sekarang di {place}", place=one.truth)
    if one.kind == "birth_date_swapped":
        return translate("Practice", "Tanggal lahir yang benar: {day}", day=iso_day_words(one.truth))
    number = " ".join(one.truth[at : at + 4] for at in range(0, len(one.truth), 4))
    if one.kind == "kk_short":
        return translate("Practice", "Nomor KK yang benar: {number}", number=number)
    return translate("Practice", "NIK yang benar: {number}", number=number)
