"""Turns contests and settlings into lines of the list; pure."""

from __future__ import annotations

from typing import Final

from app.domain.policy import ACTS, BOUND_TO_RTS, ENUMERATOR, place_of
from app.ui.screens.beranda.state import Target, WaitLine
from app.ui.screens.bertentangan.state import SettledLine
from app.ui.screens.keluarga.filters import place_words
from app.ui.tokens import Tone
from app.ui.vocabulary.proposals import kind_words
from app.ui.vocabulary.times import moment_of
from app.ui.words import translate
from app.usecases.contests import BASE, RIVALS, SAME, TWINS, VISITS, ContestKey, ContestRow, SettlingRow
from app.usecases.ports import Actor

PLACE: Final = "bertentangan"
"""This screen, for those who lead to it."""

KIND_OF_ENTRY: Final = {
    VISITS: "visits_settled",
    BASE: "proposal_settled",
    RIVALS: "proposal_settled",
    SAME: "proposals_merged",
    TWINS: "proposals_merged",
}
"""Kind of contest -> kind of the entry that settles it."""


def id_of(key: ContestKey) -> str:
    """One text that names a contest."""
    return "|".join((key.kind, key.family, key.proposal or "", key.other or ""))


def facts_of(key: ContestKey) -> dict[str, object]:
    """The facts with which the screen opens one contest."""
    facts = {"kind": key.kind, "family": key.family, "proposal": key.proposal, "other": key.other}
    return {name: value for name, value in facts.items() if value}


def line_of(row: ContestRow) -> WaitLine:
    """One contest as a line."""
    name = row.head_name or translate("Contest", "(belum bernama)")
    if row.key.kind == VISITS:
        words = translate("Contest", "{name}: hasil kunjungan berbeda", name=name)
        icon = "footprints"
    elif row.key.kind == BASE:
        words = translate(
            "Contest", "{name}: daftar berubah sejak {kind} diusulkan", name=name, kind=kind_words(row.asked)
        )
        icon = "file-text"
    elif row.key.kind == RIVALS:
        words, icon = _rivals_words(row, name), "git-compare"
    elif row.key.kind == SAME:
        words = translate("Contest", "{name}: dua usulan yang sama ({kind})", name=name, kind=kind_words(row.asked))
        icon = "copy"
    else:
        words = translate(
            "Contest", "{name} dan {other}: mungkin satu keluarga, diusulkan dua kali", name=name, other=row.other_name
        )
        icon = "copy"
    told = translate("Contest", " dan ").join(name for name in dict.fromkeys(row.authors) if name)
    who = " · ".join(part for part in (place_words(row.rt, row.rw), told, moment_of(row.at_ms)) if part)
    tone = Tone.INFO if row.key.kind == SAME else Tone.BAD
    return WaitLine(icon, tone, "", words, who, Target(PLACE, facts_of(row.key)))


def _rivals_words(row: ContestRow, name: str) -> str:
    if row.asked == row.other_asked:
        return translate(
            "Contest", "{name}: dua usulan {kind} yang bertentangan", name=name, kind=kind_words(row.asked)
        )
    return translate(
        "Contest",
        "{name}: usulan {kind} bertentangan dengan usulan {other}",
        name=name,
        kind=kind_words(row.asked),
        other=kind_words(row.other_asked),
    )


def settled_line(row: SettlingRow, actor: Actor) -> SettledLine:
    """One settling as a line."""
    return SettledLine(
        key=row.entries[0][1],
        words=_settled_words(row),
        who=" · ".join(part for part in (moment_of(row.at_ms), row.author_name) if part),
        note=row.note,
        may_undo=not why_not(actor, row.kind, row.rt, row.rw),
    )


def _settled_words(row: SettlingRow) -> str:
    name = row.head_name
    if row.of_two and row.kind == "proposal_settled":
        return translate("Contest", "{name}: dipilih dari dua usulan", name=name)
    if row.of_two and row.kind == "proposals_told_apart":
        return translate("Contest", "{name}: dua usulan, keduanya berlaku", name=name)
    return {
        "visits_settled": translate("Contest", "{name}: hasil kunjungan diselesaikan", name=name),
        "proposal_settled": translate("Contest", "{name}: usulan disesuaikan dengan daftar", name=name),
        "proposals_merged": translate("Contest", "{name}: dua usulan digabung", name=name),
        "proposals_told_apart": translate("Contest", "{name}: dua usulan, orang yang berbeda", name=name),
    }[row.kind]


def why_not(actor: Actor, kind: str, rt: str, rw: str) -> str:
    """Why `actor` may not write such an entry about a family there; empty where he may."""
    if actor.role not in ACTS[kind]:
        return translate("Contest", "Yang boleh menyelesaikan ini: operator desa atau kepala desa.")
    bound = actor.role == ENUMERATOR and bool(actor.rts) and kind in BOUND_TO_RTS
    if bound and place_of(rt, rw) not in actor.rts:
        return translate("Contest", "Keluarga ini di luar RT tugas Anda.")
    return ""
