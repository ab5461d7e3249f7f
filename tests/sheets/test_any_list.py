"""Whatever stands in the cells of a list, every row is in exactly one count and everybody in exactly one family."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.intake import ListDraft
from tests.sheets.books import HEAD, KK, read, write_csv

WORDS = st.one_of(
    st.sampled_from(
        ["", "-", "0", KK, KK[:15], "5321101708710001", "'5321101708710001", "5.3E+15", "1e400", "NaN", "JUMLAH", "NIK"]
    ),
    st.sampled_from(["1", "2", "Kepala Keluarga", "Anak", "L", "17/08/1971", "31/02/1990", "26162", "5321102001"]),
    st.text(st.characters(codec="utf-8", exclude_characters=';"\r\n'), max_size=12),
)


def draft_or_code(path: Path) -> ListDraft | str:
    try:
        return read(path)
    except Refused as refused:
        return refused.code


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(WORDS, max_size=len(HEAD) + 2), max_size=8))
def test_no_row_is_lost_and_nobody_is_doubled(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_csv(Path(folder) / "list.csv", [HEAD, *rows, []])
        draft = draft_or_code(path)
    if isinstance(draft, str):
        assert draft in ("list_without_people", "list_not_a_sheet", "list_not_a_list", "mapping_without_name")
        return
    assert draft.report.accounted
    ids = [member.id for _, member in draft.roster.members()]
    families = [family.id for family in draft.roster.families]
    assert len(ids) == len(set(ids)) == draft.report.people == draft.roster.people
    assert len(families) == len(set(families)) == draft.report.families
