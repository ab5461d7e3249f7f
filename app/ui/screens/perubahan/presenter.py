"""Loads the comparison of two lists, filters it, and saves it as a sheet for those who may take lists out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app.domain.errors import Problem
from app.domain.list_change import EXCLUDED, GONE, GROUPS, groups_of
from app.domain.policy import may_export
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.keluarga.why import may_do_words
from app.ui.screens.latest import Latest
from app.ui.screens.perubahan.drawing import change_words, counts_of, group_words, reason_words, row_of
from app.ui.screens.perubahan.state import ChangesState, Stage
from app.ui.shown import PAGE, Filter, FilterOption, TableRow, Window
from app.ui.vocabulary.times import list_month_words
from app.ui.wording import number_words
from app.ui.words import translate, translate_counted
from app.usecases.list_comparison import ChangedFamily, Lists, SaveChanges
from app.usecases.ports import Actor

ALL = ""


@dataclass(frozen=True, slots=True)
class _Loaded:
    families: tuple[ChangedFamily, ...]
    subtitle: str
    lexicon: Lexicon
    alone: bool
    objection_days: int


class ChangesPresenter:
    """`show` gets every new state."""

    def __init__(
        self,
        lists: Lists,
        actor: Actor,
        lexicon: Callable[[], Lexicon],
        objection_days: Callable[[], int],
        save: SaveChanges,
        run: Run,
        show: Callable[[ChangesState], None],
    ) -> None:
        self._lists, self._lexicon, self._days, self._save = lists, lexicon, objection_days, save
        self._run, self._out = run, show
        self._load = Latest[None, _Loaded](run, self._read, self._read_in, self._failed)
        self._loaded: _Loaded | None = None
        self._group = ALL
        self._state = ChangesState(may_save=may_export(actor))

    def refresh(self) -> None:
        """Look again."""
        self._load.ask(None)

    def choose(self, group: str) -> None:
        """Only the families under one heading."""
        self._group = group
        self._draw()

    def save(self, path: Path) -> None:
        """Write what is shown as a sheet."""
        loaded = self._loaded
        if loaded is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, said="", problem=None))
        chosen, lexicon = self._chosen(), loaded.lexicon

        def work() -> int:
            lines = [
                (one.rt, one.rw, one.head_name, one.address, group_words(groups_of(one.change)[0]),
                 change_words(one, lexicon), reason_words(one, lexicon))
                for one in chosen
            ]  # fmt: skip
            return self._save(path, headings(), lines)

        self._run(Lane.DISK, work, partial(self._saved, path.name), self._not_saved)

    def _saved(self, name: str, count: int) -> None:
        words = translate_counted("Lists", "{n} baris disimpan di {file}.", count, file=name)
        self._show(replace(self._state, busy=False, said=words))

    def _not_saved(self, problem: Problem) -> None:
        self._show(replace(self._state, busy=False, problem=explain(problem)))

    def _read(self, _question: None) -> _Loaded:
        found, lexicon = self._lists.comparison(), self._lexicon()
        if found is None:
            return _Loaded((), "", lexicon, True, self._days())
        now, before = list_month_words(found.month), list_month_words(found.before)
        words = translate("Lists", "Daftar {now} dibandingkan dengan daftar {before}", now=now, before=before)
        if now == before:
            words = translate("Lists", "Daftar {now} dibandingkan dengan daftar sebelumnya", now=now)
        if found.local:
            words += " · " + translate("Lists", "dibuka dari berkas di laptop ini")
        return _Loaded(tuple(found.families), words, lexicon, False, self._days())

    def _read_in(self, _question: None, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._draw()

    def _chosen(self) -> tuple[ChangedFamily, ...]:
        families = self._loaded.families if self._loaded is not None else ()
        return tuple(one for one in families if self._group in (ALL, *groups_of(one.change)))

    def _draw(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        stage = Stage.ALONE if loaded.alone else Stage.READY if loaded.families else Stage.SAME
        chosen = self._chosen()
        fetch = partial(_fetch, chosen, loaded.lexicon)
        asked_why = self._group in (ALL, GONE, EXCLUDED) and any(
            {GONE, EXCLUDED} & set(groups_of(one.change)) for one in chosen
        )
        self._show(
            replace(
                self._state,
                stage=stage,
                subtitle=loaded.subtitle,
                filters=(_filter(loaded.families, self._group),),
                window=Window(len(chosen), fetch, fetch(0, PAGE)),
                advice=may_do_words(loaded.objection_days) if asked_why else "",
                problem=None,
            )
        )

    def _failed(self, problem: Problem) -> None:
        self._show(replace(self._state, stage=Stage.FAILED, problem=explain(problem)))

    def _show(self, state: ChangesState) -> None:
        self._state = state
        self._out(state)


def headings() -> tuple[str, ...]:
    """The headings of the sheet."""
    return (
        "RT",
        "RW",
        translate("Lists", "Kepala keluarga"),
        translate("Lists", "Alamat"),
        translate("Lists", "Perubahan"),
        translate("Lists", "Rincian"),
        translate("Lists", "Alasan"),
    )


def _fetch(families: tuple[ChangedFamily, ...], lexicon: Lexicon, offset: int, limit: int) -> tuple[TableRow, ...]:
    return tuple(row_of(one, lexicon) for one in families[offset : offset + limit])


def _filter(families: tuple[ChangedFamily, ...], group: str) -> Filter:
    counts = counts_of(families)
    every = FilterOption(ALL, translate("Lists", "Semua"), number_words(len(families)))
    told = (FilterOption(one, group_words(one), number_words(counts[one])) for one in GROUPS if counts[one])
    return Filter("group", translate("Lists", "Perubahan"), (every, *told), group, pills=True)
