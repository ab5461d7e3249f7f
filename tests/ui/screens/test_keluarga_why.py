"""Why a list has a family with less aid, as it is read in a line of a table: the list's own words come first."""

from __future__ import annotations

from app.domain.list_change import CHANGED, FieldMove, ListChange
from app.ui.screens.keluarga.page import lexicon_for
from app.ui.screens.keluarga.why import why_words


def test_the_reason_stands_before_the_status_and_no_column_is_called_by_its_code() -> None:
    status = FieldMove("status_dtsen", "DTSEN AKTIF", "DTSEN NONAKTIF", "Siti")
    reason = FieldMove("x:keterangan", "", "Terindikasi ASN", "Siti")
    said = why_words(ListChange(CHANGED, (status, reason)), None, lexicon_for("DTSEN"))
    assert said == ("Menurut daftar: Siti – keterangan: Terindikasi ASN; Siti – Status di DTSEN: DTSEN NONAKTIF.")
