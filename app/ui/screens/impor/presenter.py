"""A list on its way in: open, map, read, look at what came of it, take it. Nothing changes before the last step."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.errors import Problem
from app.domain.intake import Choice, ColumnMapping, ListDraft, SheetOffer
from app.domain.nik import mask_long_numbers
from app.ui.lanes import Lane, Run
from app.ui.messages import explain
from app.ui.screens.impor.notes import losses, note_words, sheet_shown
from app.ui.screens.impor.state import ColumnShown, ImportState, Stage
from app.ui.screens.impor.words import column_field_words, kept_words, prime, report_shown, sure_chip
from app.ui.words import translate, translate_counted
from app.usecases.desk import Cancelled, Intake, IntakeView

KEPT = ""
CANCELLED = "import_cancelled"
_NAMES = ("nama", "nama_kepala_keluarga")
_NUMBERS = ("nik", "no_kk", "id_keluarga")

Relay = Callable[[Callable[[float], None]], Callable[[float], None]]
"""Makes a progress function that any thread may call."""


class ImportPresenter:
    """`take(draft)` is what happens to a list that was read and looked at; its Problem is shown here."""

    def __init__(
        self,
        intake: Intake,
        run: Run,
        relay: Relay,
        show: Callable[[ImportState], None],
        accepted: Callable[[ListDraft], None],
        choose_village: bool = False,
    ) -> None:
        self._intake, self._run, self._out, self._accepted = intake, run, show, accepted
        self._progress = relay(self._went_on)
        self._stop = threading.Event()
        self._path: Path | None = None
        self._view: IntakeView | None = None
        self._mapping = ColumnMapping("")
        self._by_hand: set[int] = set()
        self._fields: Sequence[tuple[str, str]] = ()
        self._draft: ListDraft | None = None
        self._choose_village = choose_village
        self._parts: dict[str, ListDraft] = {}
        self._state = ImportState()

    @property
    def state(self) -> ImportState:
        """What is shown now."""
        return self._state

    @property
    def draft(self) -> ListDraft | None:
        """The list that was read, if one was."""
        return self._draft

    def start(self) -> None:
        """From the beginning: no file is chosen."""
        self._stop.set()
        self._view, self._draft = None, None
        self._show(ImportState())

    def choose(self, path: Path) -> None:
        """Open this file."""
        self._path, self._view, self._draft = path, None, None
        self._by_hand.clear()
        self._stop = threading.Event()
        self._show(ImportState(stage=Stage.OPENING, file_name=path.name))
        work = partial(_open, self._intake, path, self._progress, self._stop.is_set)
        self._run(Lane.DISK, work, partial(self._opened, self._stop), partial(self._not_opened, self._stop))

    def map_column(self, index: int, field: str) -> None:
        """A person decides what a column is; a field that another column held moves over."""
        view = self._view
        if view is None or self._state.stage is not Stage.MAPPING:
            return
        self._mapping = self._mapping.with_choice(index, field)
        self._by_hand.add(index)
        self._show_mapping()

    def choose_sheets(self, names: Collection[str]) -> None:
        """A person decides which sheets are read as this list."""
        view = self._view
        if view is None or self._state.stage is not Stage.MAPPING:
            return
        self._view = replace(view, sheets=tuple(replace(sheet, read=sheet.name in names) for sheet in view.sheets))
        self._show_mapping()

    def read(self) -> None:
        """Read every row with this mapping; whoever asks for it was told of the losses."""
        view = self._view
        if view is None or self._state.missing:
            return
        self._stop = threading.Event()
        self._show(replace(self._state, stage=Stage.READING, share=0.0, problem=None))
        read = partial(self._intake.read, view, self._mapping, self._progress, self._stop.is_set)
        work = partial(_read, self._intake, read, self._choose_village)
        self._run(Lane.DISK, work, self._read, self._not_read)

    def cancel(self) -> None:
        """Stop opening or reading; nothing was changed."""
        self._stop.set()
        if self._state.stage is Stage.OPENING:
            self._show(ImportState())

    def map_again(self) -> None:
        """Back from the report to the columns."""
        if self._view is not None:
            self._show_mapping()

    def choose_village(self, code: str) -> None:
        """Of a list of several villages, the one that this laptop is for."""
        draft = self._parts.get(code)
        if draft is not None and self._state.stage is Stage.REPORT:
            self._draft = draft
            report = report_shown(draft.report, note_words)
            self._show(replace(self._state, report=report, village=code, saved="", problem=None))

    def save_warnings(self, target: Path, masked: bool = True, purpose: str = "") -> None:
        """Write the sheet of warnings to send back; `purpose` is asked where the numbers in it are whole."""
        draft = self._draft
        if draft is not None:
            work = partial(self._intake.save_warnings, draft, target, masked=masked, purpose=purpose)
            self._run(Lane.DISK, work, partial(self._saved, target), self._not_saved)

    def accept(self) -> None:
        """The person looked at the report and wants this list."""
        if self._draft is not None and self._state.stage is Stage.REPORT and not self._state.undecided:
            self._accepted(self._draft)

    def taking(self) -> None:
        """The list is being kept."""
        self._show(replace(self._state, stage=Stage.TAKING, problem=None))

    def taken(self) -> None:
        """The list is kept."""
        self._show(replace(self._state, stage=Stage.TAKEN, problem=None))

    def not_taken(self, problem: Problem) -> None:
        """The list could not be kept; the report stays."""
        self._show(replace(self._state, stage=Stage.REPORT, problem=explain(problem)))

    def _opened(self, stop: threading.Event, answer: tuple[IntakeView, Sequence[tuple[str, str]]]) -> None:
        if stop is not self._stop or stop.is_set():
            return  # another file was chosen, or none, while this one was opened
        self._view, self._fields = answer
        self._mapping = self._view.mapping
        self._show_mapping()

    def _not_opened(self, stop: threading.Event, problem: Problem) -> None:
        if stop is self._stop and self._state.stage is Stage.OPENING:
            shown = None if problem.code == CANCELLED else explain(problem)
            self._show(ImportState(file_name=self._state.file_name if shown else "", problem=shown))

    def _show_mapping(self) -> None:
        view = self._view
        if view is None:
            return
        about = translate_counted("Import", "{n} baris", _rows(view))
        sheet = translate("Import", "lembar {sheet}", sheet=view.sheet) if view.sheet and not view.sheets else ""
        count = translate_counted("Import", "{n} kolom", len(view.columns))
        self._show(
            ImportState(
                stage=Stage.MAPPING,
                file_name=view.path.name,
                about=" · ".join(filter(None, (about, count, sheet))),
                columns=tuple(self._column(view, at) for at in range(len(view.columns))),
                fields=_choices(self._fields),
                remembered=view.remembered,
                partly_remembered=bool(view.as_before),
                missing=_missing(self._mapping, view.sheets),
                losses=losses(self._mapping),
                sheets=tuple(map(sheet_shown, view.sheets)),
            )
        )

    def _column(self, view: IntakeView, at: int) -> ColumnShown:
        column = view.columns[at]
        choice = self._mapping.choices.get(column.index, Choice())
        by_hand = column.index in self._by_hand
        cells = tuple(row[column.index] if column.index < len(row) else "" for row in view.sample)
        return ColumnShown(
            column.index,
            column.heading or translate("Import", "(tanpa judul, kolom {n})", n=column.index + 1),
            choice.field,
            column_field_words(choice.field) if choice.field else kept_words(),
            sure_chip(choice, by_hand, column.index in view.as_before),
            tuple(map(mask_long_numbers, cells)),
        )

    def _went_on(self, share: float) -> None:
        if self._state.stage in (Stage.OPENING, Stage.READING):
            self._show(replace(self._state, share=share))

    def _read(self, answer: tuple[ListDraft, Sequence[ListDraft]]) -> None:
        draft, parts = answer
        self._draft = draft
        self._parts = {part.roster.village_code: part for part in parts}
        villages = tuple((code, _village_words(part)) for code, part in self._parts.items())
        report = report_shown(draft.report, note_words)
        self._show(
            replace(
                self._state, stage=Stage.REPORT, report=report, villages=villages, village="", saved="", problem=None
            )
        )

    def _not_read(self, problem: Problem) -> None:
        shown = None if problem.code == CANCELLED else explain(problem)
        self._show(replace(self._state, stage=Stage.MAPPING, share=0.0, problem=shown))

    def _saved(self, target: Path, _nothing: None) -> None:
        self._show(replace(self._state, saved=target.name, problem=None))

    def _not_saved(self, problem: Problem) -> None:
        self._show(replace(self._state, saved="", problem=explain(problem)))

    def _show(self, state: ImportState) -> None:
        self._state = state
        self._out(state)


def _open(
    intake: Intake, path: Path, progress: Callable[[float], None], cancelled: Cancelled
) -> tuple[IntakeView, Sequence[tuple[str, str]]]:
    prime()
    return intake.open(path, progress, cancelled), intake.fields()


def _read(intake: Intake, read: Callable[[], ListDraft], choose_village: bool) -> tuple[ListDraft, Sequence[ListDraft]]:
    """In the lane: the draft, and one for each village where there are several and one has to be chosen."""
    draft = read()
    parts = intake.villages(draft) if choose_village else ()
    return draft, parts if len(parts) > 1 else ()


def _village_words(part: ListDraft) -> str:
    name, code = part.roster.village_name, part.roster.village_code
    place = f"{name} ({code})" if name and name != code else code
    return translate_counted("Import", "{place}: {n} keluarga", len(part.roster.families), place=place)


def _choices(fields: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The words of every field, those with a short list first as the header book orders them."""
    return ((KEPT, kept_words()), *((field, column_field_words(field)) for field, _ in fields))


def _rows(view: IntakeView) -> int:
    return sum(sheet.rows for sheet in view.sheets if sheet.read) if view.sheets else view.rows


def _missing(mapping: ColumnMapping, sheets: Sequence[SheetOffer]) -> str:
    """What has to be known before anything can be read."""
    if all(mapping.column_of(name) is None for name in _NAMES):
        return translate("Import", "Belum ada kolom nama. Pilih kolom yang berisi nama orang.")
    if all(mapping.column_of(name) is None for name in _NUMBERS):
        return translate("Import", "Belum ada kolom NIK atau nomor KK. Pilih salah satu.")
    if sheets and not any(sheet.read for sheet in sheets):
        return translate("Import", "Belum ada lembar yang dibaca. Pilih sedikitnya satu.")
    return ""
