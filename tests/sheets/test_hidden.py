"""Sheets that a workbook hides are not read, and the reason says where the list is."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from app.domain.errors import Refused
from tests.sheets.books import HEAD, PEOPLE, read, rezipped, write_xlsx

BOOK = "xl/workbook.xml"
LISTED = [HEAD, *PEOPLE]


def hide(path: Path, *names: str, state: str = "hidden") -> Path:
    """The workbook with these sheets hidden, as Excel writes it."""
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        book = archive.read(BOOK).decode()
    for name in names:
        book = re.sub(f'(<sheet name="{name}"[^>]*?)( state="[^"]*")?/>', rf'\1 state="{state}"/>', book)
    path.write_bytes(rezipped(content, BOOK, book.encode()))
    return path


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_list_on_a_hidden_sheet_is_named(tmp_path: Path, state: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["Rekap"], ["Jumlah KK", 12]], LISTED, names=("Rekap", "BNBA"))
    with pytest.raises(Refused) as caught:
        read(hide(path, "BNBA", state=state))
    assert (caught.value.code, caught.value.facts) == ("list_on_hidden_sheet", {"sheet": "BNBA"})


def test_a_workbook_of_hidden_sheets_alone_says_which_one_holds_the_list(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", [["Catatan"]], LISTED, names=("Lain", "BNBA"))
    with pytest.raises(Refused) as caught:
        read(hide(path, "Lain", "BNBA"))
    assert (caught.value.code, caught.value.facts) == ("list_on_hidden_sheet", {"sheet": "BNBA"})


def test_hidden_sheets_without_any_list_are_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(hide(write_xlsx(tmp_path / "c.xlsx", [["Catatan"]], names=("Lain",)), "Lain"))
    assert caught.value.code == "list_shows_no_sheet"


def test_a_hidden_copy_beside_the_list_changes_nothing(tmp_path: Path) -> None:
    path = hide(write_xlsx(tmp_path / "d.xlsx", LISTED, LISTED, names=("Lama", "BNBA")), "Lama")
    draft = read(path)
    assert (draft.sheet, draft.report.people) == ("BNBA", 3)
