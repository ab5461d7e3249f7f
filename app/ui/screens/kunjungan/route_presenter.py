"""Today's route: the families of one RT, those left first, with what was begun and what was tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import Problem
from app.domain.policy import ACTS
from app.ui.lanes import Run
from app.ui.messages import explain
from app.ui.screens.keluarga.filters import place_words
from app.ui.screens.kunjungan.opening import LEFT
from app.ui.screens.kunjungan.state import RouteState, Stage
from app.ui.screens.latest import Latest
from app.ui.shown import PAGE, Cell, Chip, TableColumn, TableRow, Window
from app.ui.tokens import Tone
from app.ui.vocabulary.statuses import status_chip
from app.ui.vocabulary.times import day_of
from app.ui.wording import number_words
from app.ui.words import translate, translate_counted
from app.usecases.desk import Drafts, Settings
from app.usecases.ports import Actor
from app.usecases.reading import FamilyRow, Place, Reading

REMEMBERED: Final = "visit.route"


@dataclass(frozen=True, slots=True)
class _Answer:
    places: Sequence[Place]
    chosen: str
    rows: Sequence[FamilyRow]
    begun: frozenset[str]


def columns() -> tuple[TableColumn, ...]:
    """The columns of the route in the language of the screen."""
    return (
        TableColumn("name", translate("Route", "Kepala keluarga"), 14, stretch=True, strong=True, sortable=False),
        TableColumn("address", translate("Route", "Alamat"), 14, stretch=True, sortable=False, rank=3),
        TableColumn("members", translate("Route", "Anggota"), 6, right=True, sortable=False, rank=4),
        TableColumn("status", translate("Route", "Status"), 13, sortable=False, rank=1),
        TableColumn("tried", translate("Route", "Kunjungan"), 10, sortable=False, rank=2),
    )


class RoutePresenter:
    """`show` gets every new state; the chosen RT is remembered on this laptop."""

    def __init__(
        self,
        reading: Reading,
        drafts: Drafts,
        settings: Settings,
        actor: Actor,
        form: Callable[[], str],
        run: Run,
        show: Callable[[RouteState], None],
    ) -> None:
        self._reading, self._drafts, self._settings, self._form = reading, drafts, settings, form
        self._out = show
        may = actor.role in ACTS["visit_recorded"]
        notice = "" if may else translate("Route", "Peran Anda hanya melihat rute, tidak mencatat kunjungan.")
        self._state = RouteState(notice=notice)
        self._latest = Latest(run, self._look, self._found, self._failed)

    def open(self, rt: str = "", rw: str = "") -> None:
        """Show the route of an RT, or of the one chosen last."""
        self._latest.ask(f"{rt}/{rw}" if rt else self._state.place)

    def choose(self, place: str) -> None:
        """Another RT."""
        self._latest.ask(place)

    def refresh(self) -> None:
        """The same RT again."""
        self._latest.ask(self._state.place)

    def _look(self, wanted: str) -> _Answer:
        """In the lane: the RTs, the rows of one of them, and which forms were begun."""
        places = self._reading.places()
        keys = [_key(place) for place in places]
        remembered = self._settings.get(REMEMBERED) or ""
        left = [_key(place) for place in places if place.visited < place.families]
        chosen = next((key for key in (wanted, remembered, *left, *keys) if key in keys), "")
        if wanted and chosen == wanted and remembered != wanted:
            self._settings.put(REMEMBERED, wanted)
        rt, _, rw = chosen.partition("/")
        rows = self._reading.route(rt, rw) if chosen else ()
        form = self._form()
        begun = frozenset(draft.subject for draft in self._drafts.list() if draft.form == form)
        return _Answer(places, chosen, rows, begun)

    def _found(self, _wanted: str, answer: _Answer) -> None:
        rows = sorted(answer.rows, key=lambda row: (row.status not in LEFT, row.id not in answer.begun))
        shown = tuple(_row(row, row.id in answer.begun) for row in rows)

        def fetch(offset: int, limit: int) -> tuple[TableRow, ...]:
            return shown[offset : offset + limit]

        who = frozenset(row.id for row in rows if row.status in LEFT)
        left = len(who)
        begun = sum(row.id in answer.begun for row in rows)
        self._show(
            replace(
                self._state,
                stage=Stage.READY if answer.places else Stage.EMPTY,
                places=_places(answer.places),
                place=answer.chosen,
                counts=_counts(len(rows), left, begun),
                share=(len(rows) - left) / len(rows) if rows else 0.0,
                window=Window(len(shown), fetch, shown[:PAGE]),
                left=who,
                problem=None,
            )
        )

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: RouteState) -> None:
        self._state = state
        self._out(state)


def _key(place: Place) -> str:
    return f"{place.rt}/{place.rw}"


def _places(places: Sequence[Place]) -> tuple[tuple[str, str], ...]:
    """One choice for each RT, though it may lie in two dusun."""
    merged: dict[str, list[Place]] = {}
    for place in places:
        merged.setdefault(_key(place), []).append(place)
    return tuple((key, _place_words(parts)) for key, parts in merged.items())


def _place_words(parts: Sequence[Place]) -> str:
    one = parts[0]
    where = place_words(one.rt, one.rw)
    dusun = ", ".join(dict.fromkeys(part.dusun for part in parts if part.dusun))
    left = sum(part.families - part.visited for part in parts)
    rest = translate("Route", "tersisa {n}", n=number_words(left)) if left else translate("Route", "selesai")
    return " · ".join(part for part in (where or translate("Route", "Tanpa RT"), dusun, rest) if part)


def _counts(families: int, left: int, begun: int) -> str:
    words = [
        translate_counted("Route", "{n} dari {all} keluarga belum selesai", left, all=number_words(families))
        if left
        else translate_counted("Route", "Semua {n} keluarga di RT ini sudah dikunjungi", families),
        translate_counted("Route", "{n} draf belum disimpan", begun) if begun else "",
    ]
    return " · ".join(part for part in words if part)


def _says_more(family: FamilyRow) -> bool:
    """Whether the dusun tells more than the address, which in many lists is the dusun again."""
    return bool(family.address) and family.dusun.casefold() not in family.address.casefold()


def _row(family: FamilyRow, begun: bool) -> TableRow:
    chip = Chip(translate("Route", "Lanjutkan draf"), Tone.INFO, "pencil") if begun else status_chip(family.status)
    tried = _tried(family)
    second = f"KK {family.kk_masked}" if family.kk_masked else translate("Route", "Tanpa nomor KK")
    members = translate_counted("Route", "{n} anggota", family.members)
    last = day_of(family.visited_at_ms) if tried else ""
    where = (family.address or family.dusun, family.dusun if _says_more(family) else "")
    said = (family.head_name or translate("Route", "(tanpa nama)"), second, *where, members, chip.words, tried, last)
    sentence = ", ".join(part for part in said if part)
    return TableRow(
        family.id,
        (
            Cell(family.head_name or translate("Route", "(tanpa nama)"), second),
            Cell(family.address or family.dusun or "–", family.dusun if _says_more(family) else ""),
            Cell(number_words(family.members)),
            Cell(chip=chip),
            Cell(tried or "–", last, muted=True),
        ),
        f"{sentence}.",
    )


def _tried(family: FamilyRow) -> str:
    return translate_counted("Route", "{n} kali", family.attempts) if family.attempts else ""
