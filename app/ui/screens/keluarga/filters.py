"""The filters above the list: what they ask, and how facts from elsewhere and choices become a FamilyFilter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.codelist import CodeList
from app.domain.standing import INCOMPLETE, NOT_VISITED, VISIT_STATUSES, VISITED
from app.ui.shown import Filter, FilterOption
from app.ui.vocabulary.flags import flag_words
from app.ui.vocabulary.statuses import status_words
from app.ui.wording import language, number_words
from app.ui.words import translate
from app.usecases.reading import FamilyCounts, FamilyFilter, FamilySort, Place

DECILES = tuple(str(n) for n in range(1, 11))
LEFT = (NOT_VISITED, INCOMPLETE)
REACHED = tuple(status for status in VISIT_STATUSES if status not in LEFT)
BY_MATCH, DOWN = "match", ":down"
NO_DUSUN = "?"
"""The value of the filter for families whose list names no dusun."""
FLAGGED, OPEN_PROPOSALS, NO_NIK, FLAG_CODE = "flagged", "open_proposals", "no_nik", "flag:"


@dataclass(frozen=True, slots=True)
class Known:
    """What the filters offer beyond what is fixed."""

    places: Sequence[Place] = ()
    counts: FamilyCounts | None = None
    programmes: CodeList | None = None
    flags: Sequence[str] = ()
    """Kinds of warnings that there are, the most frequent first."""


def filter_from(facts: Mapping[str, object], rts: tuple[str, ...]) -> FamilyFilter:
    """The filter that another screen asks for: ``text, dusun, rt, rw, status, programme, decile, flagged, flag_code,
    with_open_proposals, no_nik, without``; facts that are not about the list are left alone."""

    def text(key: str) -> str:
        value = facts.get(key, "")
        return value if isinstance(value, str) else ""

    status, without = facts.get("status", ()), facts.get("without", ())
    statuses = (status,) if isinstance(status, str) else tuple(status) if isinstance(status, tuple) else ()
    return FamilyFilter(
        text=text("text"),
        dusun=text("dusun"),
        rt=text("rt"),
        rw=text("rw"),
        statuses=tuple(one for one in statuses if one),
        programme=text("programme"),
        decile=text("decile"),
        flagged=True if facts.get("flagged") else None,
        flag_code=text("flag_code"),
        with_open_proposals=True if facts.get("with_open_proposals") else None,
        no_nik=True if facts.get("no_nik") else None,
        rts=rts,
        without=frozenset(without) if isinstance(without, tuple) else frozenset(),
    )


def chosen(which: FamilyFilter, key: str, value: str) -> FamilyFilter:
    """The filter after a person chose `value` for `key`."""
    if key == "status":
        return replace(which, statuses=tuple(value.split(",")) if value else ())
    if key == "dusun":
        nowhere = value == NO_DUSUN
        without = frozenset({"dusun"}) if nowhere else frozenset[str]()
        return replace(which, dusun="" if nowhere else value, rt="", rw="", without=without)
    if key == "rt":
        rt, _, rw = value.partition("/")
        unknown = {part for part, known in (("rt", rt), ("rw", rw)) if value and not known}
        return replace(which, rt=rt, rw=rw, without=(which.without & {"dusun"}) | unknown)
    if key == "programme":
        return replace(which, programme=value)
    if key == "decile":
        return replace(which, decile=value)
    return replace(
        which,
        flagged=True if value == FLAGGED else None,
        with_open_proposals=True if value == OPEN_PROPOSALS else None,
        no_nik=True if value == NO_NIK else None,
        flag_code=value.removeprefix(FLAG_CODE) if value.startswith(FLAG_CODE) else "",
    )


def is_filtering(which: FamilyFilter) -> bool:
    """Whether it leaves out anybody whom the person at the laptop may see."""
    return which != FamilyFilter(rts=which.rts)


def filters_of(which: FamilyFilter, known: Known, sort: FamilySort) -> tuple[Filter, ...]:
    """The filters as they stand, each with its options and what they would leave; the order of the rows behind them."""
    return (
        _status(which, known.counts),
        _dusun(which, known.places),
        _rt(which, known.places),
        _programme(which, known),
        _decile(which),
        _attention(which, known),
        _order(which, sort),
    )


def _status(which: FamilyFilter, counts: FamilyCounts | None) -> Filter:
    value = ",".join(which.statuses)
    options = [FilterOption("", translate("Families", "Semua"), number_words(counts.total) if counts else "")]
    for status in VISIT_STATUSES:
        amount = counts.by_status.get(status, 0) if counts else 0
        if amount or status in (NOT_VISITED, VISITED, value):
            options.append(FilterOption(status, status_words(status), number_words(amount) if counts else ""))
    if len(which.statuses) > 1:
        amount = sum(counts.by_status.get(status, 0) for status in which.statuses) if counts else 0
        options.append(FilterOption(value, group_words(which.statuses), number_words(amount) if counts else ""))
    return Filter("status", translate("Families", "Status"), tuple(options), value, pills=True)


def group_words(statuses: tuple[str, ...]) -> str:
    """What several statuses have in common."""
    if set(statuses) == set(LEFT):
        return translate("Families", "Tersisa")
    if set(statuses) == set(REACHED):
        return translate("Families", "Sudah didatangi")
    return translate("Families", "Beberapa status")


def _dusun(which: FamilyFilter, places: Sequence[Place]) -> Filter:
    names = dict.fromkeys(place.dusun for place in places if place.dusun)
    options = [FilterOption("", translate("Families", "Semua dusun"))]
    options += [FilterOption(name, name) for name in names]
    if "dusun" in which.without or any(not place.dusun for place in places):
        options.append(FilterOption(NO_DUSUN, translate("Families", "Tanpa dusun")))
    value = NO_DUSUN if "dusun" in which.without else which.dusun
    return Filter("dusun", translate("Families", "Dusun"), tuple(options), value)


def _rt(which: FamilyFilter, places: Sequence[Place]) -> Filter:
    anywhere = not which.dusun and "dusun" not in which.without
    pairs = {(place.rw, place.rt) for place in places if anywhere or place.dusun == which.dusun}
    options = (
        FilterOption("", translate("Families", "Semua RT")),
        *(
            FilterOption(f"{rt}/{rw}", place_words(rt, rw) or no_rt_words())
            for rw, rt in sorted(pairs, key=_known_first)
        ),
    )
    chosen = which.rt or which.rw or which.without & {"rt", "rw"}
    return Filter("rt", "RT", options, f"{which.rt}/{which.rw}" if chosen else "")


def _known_first(pair: tuple[str, str]) -> tuple[bool, str, str]:
    rw, rt = pair
    return not rt, rw, rt


def no_rt_words() -> str:
    """Families of which the list tells neither RT nor RW."""
    return translate("Families", "Tanpa RT")


def _programme(which: FamilyFilter, known: Known) -> Filter:
    options = [FilterOption("", translate("Families", "Semua program"))]
    options += [FilterOption(code.value, code.label(language())) for code in known.programmes or ()]
    return Filter("programme", translate("Families", "Program"), tuple(options), which.programme)


def _decile(which: FamilyFilter) -> Filter:
    options = [FilterOption("", translate("Families", "Semua desil"))]
    options += [FilterOption(one, translate("Families", "Desil {n}", n=one)) for one in DECILES]
    return Filter("decile", translate("Families", "Desil"), tuple(options), which.decile)


def _attention(which: FamilyFilter, known: Known) -> Filter:
    counts = known.counts
    options = [
        FilterOption("", translate("Families", "Tanpa saringan")),
        FilterOption(FLAGGED, translate("Families", "Ada peringatan"), number_words(counts.flagged) if counts else ""),
        FilterOption(
            OPEN_PROPOSALS,
            translate("Families", "Ada usulan terbuka"),
            number_words(counts.with_open_proposals) if counts else "",
        ),
        FilterOption(NO_NIK, translate("Families", "Ada anggota tanpa NIK")),
    ]
    codes = dict.fromkeys((*known.flags, which.flag_code) if which.flag_code else known.flags)
    options += [FilterOption(FLAG_CODE + code, flag_words(code)) for code in codes]
    value = (
        FLAG_CODE + which.flag_code
        if which.flag_code
        else FLAGGED
        if which.flagged
        else OPEN_PROPOSALS
        if which.with_open_proposals
        else NO_NIK
        if which.no_nik
        else ""
    )
    return Filter("attention", translate("Families", "Perlu perhatian"), tuple(options), value)


def natural_sort(which: FamilyFilter) -> FamilySort:
    """The order of the rows where nobody asked for another."""
    return FamilySort(BY_MATCH) if which.text else FamilySort()


def sort_value(sort: FamilySort) -> str:
    """An order as a value of its filter."""
    return f"{sort.by}{DOWN}" if sort.descending else sort.by


def sort_of(value: str) -> FamilySort:
    """The order that such a value means."""
    return FamilySort(value.removesuffix(DOWN), value.endswith(DOWN))


def _order(which: FamilyFilter, sort: FamilySort) -> Filter:
    """The order of the rows, for whoever has no mouse to press on the head of a column."""
    words = {
        BY_MATCH: translate("Families", "paling cocok dulu"),
        "name": translate("Families", "nama A sampai Z"),
        f"name{DOWN}": translate("Families", "nama Z sampai A"),
        "address": translate("Families", "alamat"),
        f"address{DOWN}": translate("Families", "alamat dari belakang"),
        "members": translate("Families", "anggota paling sedikit dulu"),
        f"members{DOWN}": translate("Families", "anggota paling banyak dulu"),
        "status": translate("Families", "belum dikunjungi dulu"),
        f"status{DOWN}": translate("Families", "sudah dikunjungi dulu"),
        "decile": translate("Families", "desil terendah dulu"),
        f"decile{DOWN}": translate("Families", "desil tertinggi dulu"),
        "changed": translate("Families", "paling lama tidak diubah dulu"),
        f"changed{DOWN}": translate("Families", "baru diubah dulu"),
    }
    natural = sort_value(natural_sort(which))
    if not which.text:
        del words[BY_MATCH]
    options = [FilterOption("", words.pop(natural))]
    options += [FilterOption(value, said) for value, said in words.items()]
    value = sort_value(sort)
    return Filter("sort", translate("Families", "Urutan"), tuple(options), "" if value == natural else value)


def place_words(rt: str, rw: str) -> str:
    """RT and RW as people write them: "RT 001 / RW 002"; empty where neither is known."""
    return " / ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)
