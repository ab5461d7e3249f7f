"""Asks for the figures of Beranda in one go and shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.calendar import Calendar
from app.domain.errors import Problem
from app.ui.lanes import Run
from app.ui.messages import explain
from app.ui.screens.beranda.drawing import (
    calendar_note,
    clock_words,
    deadlines_of,
    drafts_of,
    dusun_of,
    exchange_of,
    overview_of,
    waits_of,
)
from app.ui.screens.beranda.returned import returned_lines, returned_title
from app.ui.screens.beranda.state import HomeState, Stage, WaitLine
from app.ui.screens.keluarga.rights import may_import
from app.ui.screens.latest import Latest
from app.ui.vocabulary.times import list_month_words, moment_of
from app.ui.vocabulary.villages import subdistrict_words, village_words
from app.ui.words import translate
from app.usecases.home import Home
from app.usecases.open_drafts import OpenDraft
from app.usecases.ports import Actor
from app.usecases.reading import Reading, VillageInfo


@dataclass(frozen=True, slots=True)
class _Figures:
    village: VillageInfo
    home: Home
    calendar: Calendar
    drafts: Sequence[OpenDraft]
    returned: tuple[WaitLine, ...]


class HomePresenter:
    """`show` gets every new state."""

    def __init__(
        self,
        reading: Reading,
        actor: Actor,
        drafts: Callable[[], Sequence[OpenDraft]],
        today: Callable[[], date],
        run: Run,
        show: Callable[[HomeState], None],
    ) -> None:
        self._reading, self._actor, self._out = reading, actor, show
        self._drafts, self._today = drafts, today
        self._ask = Latest[None, _Figures](run, self._look, self._found, self._failed)
        self._state = HomeState(may_import=may_import(actor))

    def refresh(self) -> None:
        """Look again; what is shown stays until the new figures are here."""
        self._ask.ask(None)

    def _look(self, _question: None) -> _Figures:
        reading = self._reading
        home = reading.home()
        returned = returned_lines(home.returned_own)
        return _Figures(reading.village(), home, reading.calendar(), self._drafts(), returned)

    def _found(self, _question: None, figures: _Figures) -> None:
        home, village = figures.home, figures.village
        self._show(
            replace(
                self._state,
                stage=Stage.READY if home.families else Stage.EMPTY,
                subtitle=_subtitle(self._actor, village),
                list_note=_list_note(home),
                overview=overview_of(home),
                dusun=dusun_of(home.progress),
                drafts=drafts_of(figures.drafts),
                returned=figures.returned,
                returned_title=returned_title(home.returned_own),
                waits=waits_of(home),
                deadlines=deadlines_of(figures.calendar.deadlines(self._today())),
                calendar_note=calendar_note(figures.calendar),
                exchange=exchange_of(home),
                clock=clock_words(home),
                practice=village.practice,
                problem=None,
            )
        )

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: HomeState) -> None:
        self._state = state
        self._out(state)


def _subtitle(actor: Actor, village: VillageInfo) -> str:
    parts = [
        translate("Home", "Selamat bekerja, {name}", name=actor.name),
        village_words(village),
        subdistrict_words(village),
    ]
    return " · ".join(part for part in parts if part)


def _list_note(home: Home) -> str:
    month, file = list_month_words(home.list_month), home.list_file
    if file is None:
        return translate("Home", "Menurut daftar kabupaten {month}.", month=month) if month else ""
    facts = {"month": month, "file": file.name, "name": file.by, "when": moment_of(file.at_ms)}
    if file.by:
        opened = translate("Home", "Daftar {month} dibuka dari berkas {file} oleh {name} pada {when}.", **facts)
    else:
        opened = translate("Home", "Daftar {month} dibuka dari berkas {file} pada {when}.", **facts)
    return " ".join(
        (
            opened,
            translate("Home", "Kode berkas untuk dicocokkan: {print}.", print=_fours(file.sha256)),
            translate("Home", "Daftar ini belum dari kabupaten."),
        )
    )


def _fours(sha256: str) -> str:
    """Enough of a hash to tell two files apart, as it is read aloud."""
    return " ".join(sha256[at : at + 4] for at in range(0, 16, 4))
