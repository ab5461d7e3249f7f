from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Refused
from app.shelf.codes import code_book
from app.shelf.place import resource
from app.shelf.reasons import read_reasons, reason_book

DECREE = "ineligible@kepmensos-73-2024"


def test_the_decrees_fifteen_reasons_are_there_in_its_order_with_its_name() -> None:
    reasons = reason_book().lists[DECREE].reasons
    assert [reason.number for reason in reasons] == list(range(1, 16))
    assert all(reason.code == str(reason.number) for reason in reasons)
    assert all(reason.source == f"Kepmensos 73/HUK/2024, butir {reason.number}" for reason in reasons)
    assert [reason.number for reason in reasons if reason.from_centre] == [11, 12]


def test_every_reason_and_kind_speaks_both_languages() -> None:
    book = reason_book()
    for one in book.lists.values():
        assert one.title.en
        assert one.source
        for reason in one.reasons:
            assert reason.label_id != reason.label_en or reason.label_id.isupper()
    words = [kind.words for kind in book.evidence.values()]
    words += [text for proposal in book.proposals.values() for text in (proposal.words, proposal.explanation)]
    assert all(text.id and text.en for text in words)


def test_every_kind_of_proposal_the_village_may_make_is_described() -> None:
    book = reason_book()
    assert set(book.proposals) == {
        "new_family", "correction", "death", "revival", "move", "duplicate", "split", "merge", "representative",
        "ineligible", "withdrawal", "objection",
    }  # fmt: skip
    for proposal in book.proposals.values():
        assert not proposal.reason_group or book.group(proposal.reason_group)
        assert proposal.form is not None
    assert {code for code, kind in book.proposals.items() if kind.removal} >= {"death", "ineligible", "withdrawal"}


def test_one_of_several_papers_proves_a_death() -> None:
    book = reason_book()
    assert [need.any_of for need in book.missing("ineligible", DECREE, "3", ["kk"])] == [
        ("death_record", "death_letter")
    ]
    assert book.missing_kinds("ineligible", DECREE, "3", ["kk", "kk"]) == ("death_record",)
    assert book.missing("ineligible", DECREE, "3", ["death_letter"]) == ()


def test_the_kind_and_the_reason_ask_together_and_nothing_twice() -> None:
    needs = reason_book().needs("new_family", "new_family@kepmensos-262-2022", "pindah_datang")
    assert [need.any_of for need in needs] == [
        ("kk", "ktp", "rt_statement"),
        ("house_front",),
        ("move_letter", "rt_statement"),
    ]


@pytest.mark.parametrize(
    ("code_list", "codes", "numbers"),
    [
        ("pekerjaan@dukcapil-2022", ["5", "6", "7"], [4, 5]),
        ("pekerjaan@dukcapil-2022", ["4"], [6]),
        ("pekerjaan@dukcapil-2022", ["85", "86"], [8]),
        ("pekerjaan@dukcapil-2022", ["9", "19", "88"], []),
        ("kedudukan_pekerjaan@dtsen-2025", ["5"], [4, 5]),
        ("kedudukan_pekerjaan@dtsen-2025", ["1", "4"], []),
    ],
)
def test_an_occupation_gives_cause_to_look_at_the_reasons_it_touches(
    code_list: str, codes: list[str], numbers: list[int]
) -> None:
    for code in codes:
        found = reason_book().suggested("ineligible", code_list, code)
        assert [reason.number for _, reason in found] == numbers


def test_every_occupation_that_the_criteria_name_suggests_a_reason() -> None:
    named = [4, 5, 6, 7, 16, 17, *range(48, 64), 65, 72, 73, 74, 75, 85, 86]
    book = reason_book()
    suggesting = [code for code in range(1, 90) if book.suggested("ineligible", "pekerjaan@dukcapil-2022", str(code))]
    assert suggesting == named


def test_an_unknown_reason_is_refused() -> None:
    for reason_list, reason in ((DECREE, "16"), ("ineligible@nowhere", "1")):
        with pytest.raises(Refused) as caught:
            reason_book().reason(reason_list, reason)
        assert caught.value.code == "reason_unknown"


def local(folder: Path, **change: Any) -> Path:
    reason = {"code": "mobil", "label": {"id": "Punya mobil"}, "evidence": [{"any_of": ["vehicle"]}]}
    own = {
        "group": "ineligible",
        "version": "kab-5301-2026",
        "source": "Perbup 12/2026",
        "title": {"id": "Aturan kabupaten"},
        "reasons": [reason],
        **change,
    }
    path = folder / "own.json"
    path.write_text(json.dumps({"lists": [own]}), encoding="utf-8")
    return path


def test_a_district_adds_its_own_reasons_beside_the_ministrys(tmp_path: Path) -> None:
    book = read_reasons(resource("reasons"), code_book(), [local(tmp_path)])
    assert len(book.group("ineligible")) == len(reason_book().group("ineligible")) + 1
    added = book.reason("ineligible@kab-5301-2026", "mobil")
    assert (added.label("en"), added.source) == ("Punya mobil", "Perbup 12/2026")
    assert book.missing("ineligible", "ineligible@kab-5301-2026", "mobil", []) != ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": "kepmensos-73-2024"}, "reasons_code_twice"),
        (
            {"reasons": [{"code": "x", "label": {"id": "X"}, "evidence": [{"any_of": ["rumour"]}]}]},
            "reasons_evidence_unknown",
        ),
        ({"reasons": [{"code": "x", "label": {"id": "X"}}] * 2}, "reasons_code_twice"),
        (
            {"reasons": [{"code": "x", "label": {"id": "X"}, "suggested_by": {"pekerjaan@dukcapil-2022": ["90"]}}]},
            "codes_value_unknown",
        ),
        ({"reasons": "none"}, "shelf_file_damaged"),
    ],
)
def test_a_districts_file_can_neither_change_the_ministrys_list_nor_ask_for_the_unknown(
    tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        read_reasons(resource("reasons"), code_book(), [local(tmp_path, **change)])
    assert caught.value.code == code
