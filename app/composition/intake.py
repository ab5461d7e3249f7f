"""Lists on their way in: the sheet readers, the header book and the regions behind the port that screens know."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from app.domain.intake import SAMPLE_ROWS, Column, ColumnMapping, ListDraft, for_village
from app.domain.known_columns import as_before, learnt
from app.domain.payloads import ListExported
from app.domain.roster import Roster, by_village
from app.sheets.cells import cell_text
from app.sheets.intake import OpenedList, build_draft, open_list, read_list
from app.sheets.warnings_out import write_warnings
from app.shelf.headers import load_headers, plain_heading
from app.shelf.regions import load_regions
from app.usecases.desk import Cancelled, IntakeView
from app.usecases.export_list import WARNINGS, LogExport, check_purpose


def _nobody_asks(_: float) -> None:
    """Progress that nobody watches."""


def _never() -> bool:
    return False


class KeptMappings(Protocol):
    """Where mappings that a person confirmed are kept, by the fingerprint of the headings."""

    def get(self, key: str) -> str | None:
        """The text kept under `key`."""

    def put(self, key: str, value: str) -> None:
        """Keep a text."""


class MappingsInMemory:
    """For the first list of all, before there is a vault to keep anything in."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """The text kept under `key`."""
        return self.kept.get(key)

    def put(self, key: str, value: str) -> None:
        """Keep a text."""
        self.kept[key] = value


@dataclass(frozen=True, slots=True)
class _Opened(IntakeView):
    """The view, with the sheet behind it."""

    opened: OpenedList | None = None


class SheetIntake:
    """Opens lists, proposes what their columns are, reads them; changes nothing but the memory of mappings."""

    def __init__(
        self,
        mappings: KeptMappings,
        today: Callable[[], date],
        words: Callable[[str], str],
        log: LogExport = check_purpose,
    ) -> None:
        """`words` gives the sentence for the code of a warning; `log` writes who takes a sheet of them out."""
        self._log = log
        self.mappings = mappings
        self._words = words
        self._today = today

    def open(
        self, path: Path, progress: Callable[[float], None] = _nobody_asks, cancelled: Cancelled = _never
    ) -> IntakeView:
        """The sheet with the mapping proposed or remembered. Refused ``list_*``, ``import_cancelled``."""
        opened = open_list(path, load_headers(), progress, cancelled)
        kept = self._kept(opened.proposed.fingerprint)
        headings = _headings(opened.table.columns)
        mapping, known = as_before(opened.proposed, headings, known_headings(self.mappings))
        rows = opened.table.grid.rows[opened.table.first_row :]
        return _Opened(
            path=path,
            sheet=opened.table.grid.name,
            rows=len(rows),
            columns=opened.table.columns,
            mapping=kept or mapping,
            sample=tuple(tuple(map(cell_text, row)) for row in rows[:SAMPLE_ROWS]),
            remembered=kept is not None,
            as_before=frozenset(headings) if kept is not None else known,
            sheets=tuple(sheet.offer for sheet in opened.sheets) if len(opened.sheets) > 1 else (),
            opened=opened,
        )

    def fields(self) -> Sequence[tuple[str, str]]:
        """Every field that a column may be taken for, with its register name; screens have the words."""
        return [(name, name) for name in load_headers().fields]

    def read(
        self, view: IntakeView, mapping: ColumnMapping, progress: Callable[[float], None], cancelled: Cancelled
    ) -> ListDraft:
        """All rows under this mapping, which is remembered once they could be read with it."""
        opened = view.opened if isinstance(view, _Opened) and view.opened else None
        if opened is None:
            opened = open_list(view.path, load_headers(), _nobody_asks, cancelled)
        sheets = [sheet.name for sheet in view.sheets if sheet.read] if view.sheets else None
        draft = build_draft(opened, mapping, load_regions(), load_headers(), progress, cancelled, self._today(), sheets)
        remember_mapping(self.mappings, mapping, draft.columns)
        return draft

    def villages(self, draft: ListDraft) -> Sequence[ListDraft]:
        """One draft for each village of the list, the largest first; the draft itself where it is one village's."""
        parts = by_village(draft.roster, load_regions().name)
        return [for_village(draft, part) for part in parts] if len(parts) > 1 else [draft]

    def save_warnings(self, draft: ListDraft, target: Path, *, masked: bool, purpose: str = "") -> None:
        """Write the sheet of warnings to send back, once it is on record. Refused as `LogExport`."""
        flagged = sum(any((one.flags, *(who.flags for who in one.members))) for one in draft.roster.families)
        self._log(ListExported(WARNINGS, flagged, whole=not masked, purpose=purpose.strip()))
        write_warnings(draft, target, self._words, masked)

    def _kept(self, fingerprint: str) -> ColumnMapping | None:
        text = self.mappings.get(_key(fingerprint))
        if text is None:
            return None
        try:
            return ColumnMapping.from_data(json.loads(text))
        except ValueError:
            return None


def remember_mapping(mappings: KeptMappings, mapping: ColumnMapping, columns: Sequence[Column]) -> None:
    """Keep a mapping that a person confirmed: for the next list with the same headings, and each heading for itself."""
    mappings.put(_key(mapping.fingerprint), json.dumps(mapping.as_data()))
    mappings.put(_HEADINGS, json.dumps(learnt(known_headings(mappings), _headings(columns), mapping)))


def known_headings(mappings: KeptMappings) -> dict[str, str]:
    """Levelled heading -> field, as a person confirmed it last; nothing where what was kept cannot be read."""
    try:
        kept = json.loads(mappings.get(_HEADINGS) or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    fields = load_headers().fields
    return {str(heading): name for heading, name in kept.items() if name == "" or name in fields}


def _headings(columns: Sequence[Column]) -> dict[int, str]:
    return {column.index: plain_heading(column.heading) for column in columns}


def read_roster(path: Path) -> Roster:
    """A list as the district's hub publishes it: read with the proposed mapping, nothing asked."""
    regions, headers = load_regions(), load_headers()
    return read_list(path, None, regions, headers, _nobody_asks, _never, date.today()).roster  # noqa: DTZ011 - a local day


_HEADINGS: Final = "intake.headings"


def _key(fingerprint: str) -> str:
    return f"intake.mapping.{fingerprint}"
