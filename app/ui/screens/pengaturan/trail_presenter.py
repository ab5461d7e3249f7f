"""Asks who saw and took out what, and turns it into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.domain.errors import Problem
from app.ui.lanes import Lane, Run
from app.ui.messages import Message, explain
from app.ui.vocabulary.times import moment_of
from app.ui.words import translate, translate_counted
from app.usecases.export_list import WARNINGS, Trail, TrailRow

MOST: Final = 50


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One look, or one file."""

    icon: str
    what: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class TrailState:
    """The newest lines."""

    lines: tuple[TrailLine, ...] = ()
    more: bool = False
    problem: Message | None = None


class TrailPresenter:
    """`show` gets every new state."""

    def __init__(self, trail: Trail, run: Run, show: Callable[[TrailState], None]) -> None:
        self._trail, self._run, self._show = trail, run, show

    def refresh(self) -> None:
        """Ask again."""
        self._run(Lane.DISK, partial(self._trail.trail, MOST + 1), self._read, self._failed)

    def _read(self, rows: Sequence[TrailRow]) -> None:
        self._show(TrailState(tuple(map(line_of, rows[:MOST])), len(rows) > MOST))

    def _failed(self, problem: Problem) -> None:
        self._show(TrailState(problem=explain(problem)))


def line_of(row: TrailRow) -> TrailLine:
    """One look, or one file, in words."""
    who = " · ".join(part for part in (moment_of(row.at_ms), row.author_name) if part)
    if row.kind == "reveal_logged":
        number = "NIK" if row.what == "nik" else translate("Trail", "Nomor KK")
        what = translate("Trail", "{number} dilihat utuh: keluarga {name}", number=number, name=row.head_name)
        return TrailLine("eye", what, who, translate("Trail", "Alasan: {reason}", reason=row.why))
    families = translate_counted("Trail", "{n} keluarga", row.families)
    if row.what == WARNINGS:
        what = translate("Trail", "Lembar peringatan disimpan ke berkas: {families}", families=families)
        numbers = translate("Trail", "nomor lengkap") if row.whole else translate("Trail", "nomor disamarkan")
        what = f"{what}, {numbers}"
    else:
        what = translate("Trail", "Perubahan daftar disimpan ke berkas: {families}", families=families)
    why = translate("Trail", "Keperluan: {purpose}", purpose=row.why) if row.why else ""
    return TrailLine("file-text", what, who, why)
