"""One proposal as a row of the table and as the sentence that a screen reader says."""

from __future__ import annotations

from app.ui.screens.keluarga.filters import place_words
from app.ui.shown import Cell, TableColumn, TableRow
from app.ui.vocabulary.proposals import kind_words, state_chip, state_words
from app.ui.vocabulary.statuses import transport_chip, transport_words
from app.ui.vocabulary.times import day_of
from app.ui.words import translate
from app.usecases.reading import ProposalRow


def columns() -> tuple[TableColumn, ...]:
    """The columns in the language of the screen."""
    return (
        TableColumn("who", translate("Proposals", "Keluarga"), 12.5, stretch=True, strong=True, sortable=False),
        TableColumn("kind", translate("Proposals", "Usulan"), 11.5, stretch=True, sortable=False, rank=1),
        TableColumn("state", translate("Proposals", "Keadaan"), 15.5, sortable=False),
        TableColumn("answer", translate("Proposals", "Jawaban kabupaten"), 12, stretch=True, sortable=False, rank=3),
        TableColumn("transport", translate("Proposals", "Perjalanan"), 15.5, sortable=False, rank=2),
    )


def row_of(row: ProposalRow) -> TableRow:
    """The row of one proposal."""
    place = place_words(row.rt, row.rw)
    made = " · ".join(part for part in (day_of(row.at_ms), row.author_name) if part)
    answer, second = answer_of(row)
    name = row.head_name or translate("Proposals", "(tanpa nama)")
    kind = f"{kind_words(row.kind)}: {row.member_name}" if row.member_name else kind_words(row.kind)
    said = (name, kind, place, state_words(row.state), answer, second, made, transport_words(row.transport))
    return TableRow(
        key=row.id,
        cells=(
            Cell(name, place),
            Cell(kind, made),
            Cell(chip=state_chip(row.state)),
            Cell(answer, second, muted=not answer),
            Cell(chip=transport_chip(row.transport)),
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
    return translate("Proposals", "Sisa {n} dari 14 hari untuk dijawab", n=left)
