"""Everything that the import shows, from the choice of the file to the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.messages import Message
from app.ui.shown import Chip


class Stage(StrEnum):
    """How far it is."""

    CHOOSE = "choose"
    OPENING = "opening"
    MAPPING = "mapping"
    READING = "reading"
    REPORT = "report"
    TAKING = "taking"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of the sheet, and what it is taken for."""

    index: int
    heading: str
    field: str
    """Empty: kept under its own heading."""
    field_words: str
    sure: Chip
    cells: tuple[str, ...]
    """Its first ten cells as they stand; long numbers masked."""


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One sheet that may be read with the list."""

    name: str
    hint: str
    """How many rows it has, and why it is not proposed."""
    read: bool


@dataclass(frozen=True, slots=True)
class ReportShown:
    """What came of it."""

    families: str
    people: str
    warnings: tuple[tuple[str, str], ...]
    """(what was seen, how often), the most frequent first."""
    warning_total: int
    facts: tuple[tuple[str, str], ...]
    """Rows and where they are: label and value."""
    notes: tuple[str, ...]
    refused: tuple[str, ...]
    """Rows that are nobody, in words."""


@dataclass(frozen=True, slots=True)
class ImportState:
    """One import."""

    stage: Stage = Stage.CHOOSE
    file_name: str = ""
    about: str = ""
    """Sheet and number of rows, as a sentence."""
    columns: tuple[ColumnShown, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """What a column may be taken for: (field, words); the first keeps it as it is."""
    remembered: bool = False
    """All headings are those of a list before."""
    partly_remembered: bool = False
    """Some of them are."""
    missing: str = ""
    """Why the columns are not enough yet, in words."""
    losses: tuple[str, ...] = ()
    """What the list would lack by this mapping, in words: asked about before anything is read."""
    sheets: tuple[SheetShown, ...] = ()
    """Sheets to choose from, where there are several."""
    share: float = 0.0
    report: ReportShown | None = None
    villages: tuple[tuple[str, str], ...] = ()
    """Villages of the list, of which one has to be chosen: (code, words); empty where there is nothing to choose."""
    village: str = ""
    saved: str = ""
    """Name of the sheet of warnings that was written."""
    problem: Message | None = None

    @property
    def undecided(self) -> bool:
        """Whether it is still open for which village this laptop is."""
        return bool(self.villages) and not self.village
