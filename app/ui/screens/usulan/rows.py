"""One proposal as a row of the table and as the sentence that a screen reader says."""

from __future__ import annotations

from app.ui.shown import Cell, TableColumn, TableRow
from app.ui.vocabulary.proposals import chip_of, kind_words
from app.ui.vocabulary.statuses import transport_line, transport_words
from app.ui.vocabulary.times import day_of
from app.ui.words import translate
from app.usecases.reading import ProposalRow


def columns() -> tuple[TableColumn, ...]:
    """The columns in the language of the screen."""
    return (
        TableColumn(
            "who", translate("Proposals", "Keluarga"), 11.5, stretch=True, strong=True, sortable=False, tall=True
        ),
        TableColumn("kind", translate("Proposals", "Usulan"), 11.5, stretch=True, sortable=False, rank=1, tall=True),
        TableColumn("state", translate("Proposals", "Keadaan"), 16.6, sortable=False),
        TableColumn(
            "answer", translate("Proposals", "Jawaban kabupaten"), 9, stretch=True, sortable=False, rank=2, tall=True
        ),
    )


def row_of(row: ProposalRow) -> TableRow:
    """The row of one proposal."""
    where = f"RT {row.rt}" if row.rt else ""
    made = " · ".join(part for part in (day_of(row.at_ms), row.author_name) if part)
    answer, second = answer_of(row)
    name = row.head_name or translate("Proposals", "(tanpa nama)")
    kind = f"{kind_words(row.kind)}: {row.member_name}" if row.member_name else kind_words(row.kind)
    said = (name, kind, where, chip_of(row.kind, row.state).words, transport_words(row.transport), answer, second, made)
    return TableRow(
        key=row.id,
        cells=(
            Cell(name, where),
            Cell(kind, made),
            Cell(chip=chip_of(row.kind, row.state), second=transport_line(row.transport)),
            Cell(answer, second, muted=not answer),
        ),
        sentence=", ".join(part for part in said if part) + ".",
    )


def answer_of(row: ProposalRow) -> tuple[str, str]:
    """What the district said and when; for an objection that waits, how long the district still has."""
    if row.objection_days_left is not None:
        return days_words(row.objection_days_left), row.comment
    if row.answered_at_ms:
        day = day_of(row.answered_at_ms)
        return (row.comment, day) if row.comment else (day, "")
    return "", ""


def days_words(left: int) -> str:
    """How many of the days to answer an objection are left."""
    if left < 0:
        return translate("Proposals", "Lewat {n} hari dari batas jawaban", n=-left)
    if left == 0:
        return translate("Proposals", "Hari terakhir untuk dijawab")
    return translate("Proposals", "Sisa {n} hari untuk dijawab", n=left)
