"""The district's page says with whom something is joined, which card stays, and what was asked in codes."""

from __future__ import annotations

import requests

from app.domain.ids import FamilyId, MemberId
from app.domain.payloads import ChangeProposed, FieldChange, Outcome
from app.hub.afterwards import Whom, after_facts, say_date_of
from app.hub.local import LocalHub
from app.usecases.ports import Act
from tests.hub.browsing import PASSWORD
from tests.hub.conftest import NUR
from tests.sync.laptop import VILLAGE, Laptop


def test_the_page_of_a_merge_shows_the_other_family_and_whose_card_stays(district: LocalHub, laptop: Laptop) -> None:
    after = Outcome(kept_family=FamilyId("f-2"), head=MemberId("m-2"))
    proposal = laptop.journal.record(Act("f-1", ChangeProposed("merge", other_family=FamilyId("f-2"), outcome=after)))[
        0
    ]
    laptop.exchange()
    with requests.Session() as signed_in:
        signed_in.trust_env = False
        signed_in.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        shown = signed_in.get(f"{district.url}/usulan/{VILLAGE}/{proposal}", timeout=60).text
    assert "<dt>KK yang tetap dipakai</dt><dd>BASO DAENG · KK 7308030811•••••• · RT 002 / RW 001" in shown
    assert "<dt>Kepala keluarga sesudahnya</dt><dd>ROSTINA HASMAWATI · NIK 730803••••••0001" in shown
    assert "7308030811210002" not in shown


def test_where_the_joined_family_lives_stands_beside_the_address_of_the_card_that_stays(
    district: LocalHub, laptop: Laptop
) -> None:
    address = (FieldChange("address", "Dusun Lama", "Jl. Mawar 2"), FieldChange("rt", "002", "002"))
    body = ChangeProposed("merge", other_family=FamilyId("f-2"), outcome=Outcome(FamilyId("f-2")), new_address=address)
    proposal = laptop.journal.record(Act("f-1", body))[0]
    laptop.exchange()
    with requests.Session() as signed_in:
        signed_in.trust_env = False
        signed_in.post(f"{district.url}/masuk", data={"login": "rahma", "password": PASSWORD}, timeout=60)
        shown = signed_in.get(f"{district.url}/usulan/{VILLAGE}/{proposal}", timeout=60).text
    assert '<th scope="row">Alamat setelah digabung</th>' in shown
    assert "<td><del>Dusun Lama</del></td>" in shown
    assert "<ins>Jl. Mawar 2</ins>" in shown
    assert "Daftar sekarang berbunyi lain: " in shown
    assert "<td>002</td>" in shown


def test_of_one_person_listed_twice_the_record_that_stays_is_named() -> None:
    body = ChangeProposed(
        "duplicate",
        member=MemberId("m-1"),
        other_family=FamilyId("f-1"),
        other_member=MemberId("m-2"),
        outcome=Outcome(kept_member=MemberId("m-2")),
    )
    facts = dict(after_facts(body, Whom(NUR, NUR, {}), masked=True))
    assert facts["Data yang tetap dipakai"].startswith("ROSTINA HASMAWATI · NIK 730803••••••0001")


def test_codes_are_said_in_words_and_those_of_another_list_as_they_are() -> None:
    moved = ChangeProposed("move", direction="luar_negeri", direction_list="arah_pindah@balai-1")
    assert after_facts(moved, Whom(NUR, None, {}), masked=True) == [("Pindah ke mana", "Luar negeri")]
    renounced = ChangeProposed("withdrawal", programmes=("PKH", "baru"), programme_list="program@kemensos-2025")
    assert after_facts(renounced, Whom(NUR, None, {}), masked=True) == [
        ("Bantuan yang dilepas", "Program Keluarga Harapan (PKH), baru")
    ]
    later = ChangeProposed("move", direction="bulan", direction_list="arah_pindah@balai-9")
    assert after_facts(later, Whom(NUR, None, {}), masked=True) == [("Pindah ke mana", "bulan")]


def test_the_date_of_a_proposal_is_called_as_its_form_asks_for_it() -> None:
    asked = [say_date_of(kind) for kind in ("withdrawal", "merge", "death")]
    assert asked == ["Tanggal pernyataan", "Tanggal bergabung", "Tanggal kejadian"]


def test_a_family_that_no_list_holds_is_named_by_its_id() -> None:
    body = ChangeProposed("merge", other_family=FamilyId("f-9"))
    assert after_facts(body, Whom(NUR, None, {}), masked=True) == [("Keluarga lain", "f-9 (tidak ada di daftar)")]
