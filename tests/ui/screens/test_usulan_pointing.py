"""What a list says of an occupation points at the reasons that it touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ids import FamilyId
from app.shelf.codes import code_book
from app.shelf.forms import visit_form
from app.shelf.reasons import reason_book
from app.ui.screens.keluarga.lexicon import Lexicon
from app.ui.screens.usulan.pointing import pointing
from app.ui.screens.usulan.sheet import Sheet
from tests.fakes.families import FakeReading

DECREE = "ineligible@kepmensos-73-2024"


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"id_status_kedudukan_pekerjaan_utama": "5"}, ["4", "5"]),
        ({"id_status_kedudukan_pekerjaan_utama": "4"}, []),
        ({"id_pekerjaan_utama": "Aparatur Sipil Negara (ASN)"}, ["4", "5"]),
        ({"id_pekerjaan_utama": "asn"}, ["4", "5"]),
        ({"id_pekerjaan_utama": "Pensiunan"}, ["6"]),
        ({"id_pekerjaan_utama": "5"}, []),
        ({"id_pekerjaan_utama": ""}, []),
    ],
)
def test_an_occupation_points_in_words_and_a_number_of_an_unknown_list_does_not(
    fields: dict[str, str], reasons: list[str]
) -> None:
    detail = FakeReading().family(FamilyId("fam-1"))
    assert detail is not None
    family = detail.standing.family
    first = replace(family.members[0], fields=fields)
    changed = replace(family, members=(first, *(replace(one, fields={}) for one in family.members[1:])))
    told = replace(detail, standing=replace(detail.standing, family=changed))
    book = reason_book()
    sheet = Sheet(book.proposals["ineligible"], book, date(2026, 11, 28), told)
    found = pointing(sheet, Lexicon(visit_form(), code_book(), book, "DTSEN"))
    assert found == {(DECREE, code): [first.name] for code in reasons}
