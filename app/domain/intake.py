"""A list on its way in: its columns, what they are taken for, and the report of what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.roster import Roster

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""
Cancelled = Callable[[], bool]
"""Asked between steps whether to stop."""

SAMPLE_ROWS = 10


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet: where it stands, and its heading."""

    index: int
    heading: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a column is taken for; an empty field keeps it under its own heading."""

    field: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Column index -> field, for headings with this fingerprint; edited by the official, remembered per district."""

    fingerprint: str
    choices: Mapping[int, Choice] = field(default_factory=dict)

    def with_choice(self, index: int, name: str) -> ColumnMapping:
        """The mapping with one column decided by a person; a field moves, it is never held by two columns."""
        choices = {at: (Choice() if name and choice.field == name else choice) for at, choice in self.choices.items()}
        choices[index] = Choice(name, 1.0)
        return replace(self, choices=choices)

    def column_of(self, name: str) -> int | None:
        """The column that holds a field, or None."""
        return next((index for index, choice in self.choices.items() if choice.field == name), None)

    def as_data(self) -> dict[str, object]:
        """Plain data for keeping; `from_data` reads it again."""
        return {
            "fingerprint": self.fingerprint,
            "choices": {str(index): [choice.field, choice.confidence] for index, choice in self.choices.items()},
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> ColumnMapping:
        """The mapping that `as_data` wrote; raises ValueError on anything else."""
        fingerprint, choices = data.get("fingerprint"), data.get("choices")
        if not isinstance(fingerprint, str) or not isinstance(choices, dict):
            raise ValueError("not a kept column mapping")
        try:
            kept = {int(index): Choice(str(name), float(sure)) for index, (name, sure) in choices.items()}
        except TypeError as error:
            raise ValueError("not a kept column mapping") from error
        return cls(fingerprint, kept)


OTHER_HEADINGS, COPY = "other_headings", "copy"


@dataclass(frozen=True, slots=True)
class SheetOffer:
    """One sheet of a workbook that is a list of people, and whether it is read with the others."""

    name: str
    rows: int
    """Below its headings."""
    read: bool
    reason: str = ""
    """Why it is not proposed: ``other_headings``, ``copy`` (its people are on the sheets before it), or empty."""


@dataclass(frozen=True, slots=True)
class SheetCount:
    """One sheet of several that were read as one list, every row of it accounted for."""

    name: str
    offset: int
    """Rows of the sheets before it: the list counts its rows through all of them."""
    rows: int
    people: int


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is nobody: its number in the list, why, and the words that stood there."""

    row: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What came in, every row accounted for: rows = title + header + blank + people + other_villages + refused."""

    rows: int
    title_rows: int
    header_rows: int
    blank_rows: int
    families: int
    people: int
    refused: tuple[RefusedRow, ...] = ()
    warnings: Mapping[str, int] = field(default_factory=dict)
    """How many flags of each code."""
    notes: tuple[tuple[str, str], ...] = ()
    """Findings about the list as a whole: code and value, such as a village code unknown to today's list."""
    other_villages: int = 0
    """People in the same list whose village was not chosen."""
    sheets: tuple[SheetCount, ...] = ()
    """The sheets, where several were read as one list."""

    def place(self, row: int) -> tuple[str, int]:
        """The sheet and the row in it of a row of the list; the sheet is empty where there is only one."""
        for sheet in reversed(self.sheets):
            if row > sheet.offset:
                return sheet.name, row - sheet.offset
        return "", row

    @property
    def accounted(self) -> bool:
        """Whether every row of the sheet is in exactly one of the counts."""
        counted = self.title_rows + self.header_rows + self.blank_rows + len(self.refused)
        return counted + self.people + self.other_villages == self.rows


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list that was read but not yet kept: the official looks at it, then it becomes a pack."""

    file_name: str
    sha256: str
    sheet: str
    columns: tuple[Column, ...]
    mapping: ColumnMapping
    roster: Roster
    report: IntakeReport
    rows_of: Mapping[str, int] = field(default_factory=dict)
    """Member or family id -> row number in the list (`IntakeReport.place`), to find it there again."""


def for_village(draft: ListDraft, part: Roster) -> ListDraft:
    """The draft with the families of one of its villages alone; the report counts them, and the people left out."""
    report = replace(
        draft.report,
        families=len(part.families),
        people=part.people,
        warnings=count_warnings(part),
        other_villages=draft.report.other_villages + draft.roster.people - part.people,
    )
    return replace(draft, roster=part, report=report)


def count_warnings(roster: Roster) -> dict[str, int]:
    """How many flags of each code a roster carries, most frequent first."""
    codes = Counter(flag.code for family in roster.families for flag in family.flags)
    codes.update(flag.code for _, member in roster.members() for flag in member.flags)
    return dict(sorted(codes.items(), key=lambda item: (-item[1], item[0])))
